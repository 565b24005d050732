"""One measured scenario in a process of its own: `scenario.py NAME SIZE EXHIBIT CACHE BROUGHT`. Prints one JSON object.

The exhibit is put together as `kiosk.app.run` does; what is measured is this process: its frames, the longest time its
event loop did not answer, its memory.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from kiosk import app, opening
from kiosk.operations.machine_settings import MachineSettings
from kiosk.operations.memory import give_pictures_back
from kiosk.operations.renderer import apply_renderer, choose_renderer

give_pictures_back()
apply_renderer(choose_renderer("auto", os.environ))

import PySide6.QtQuick  # noqa: F401
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.scene import Scene
from kiosk.swapping import Swapper

_BEAT = 2
"""Milliseconds between two looks at whether the event loop still answers."""


def memory(process: int | str = "self") -> float:
    """A process's share of memory (PSS), in megabytes of 10^6 bytes; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    for line in lines:
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024 / 1e6
    return 0.0


class Watch:
    """Counts frames and the times at which the event loop did not answer."""

    def __init__(self, scene: Scene) -> None:
        self.frames: list[float] = []
        self.stalls: list[float] = []
        self.busy = 0.0
        self._last = time.perf_counter()
        scene.window.frameSwapped.connect(lambda: self.frames.append(time.perf_counter()))
        self._heart = QTimer(scene.window)
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._beat)
        self._heart.start(_BEAT)
        self.begin()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.stalls.append(now - self._last)
        self._last = now

    def begin(self) -> None:
        """Forget what was counted."""
        self.frames.clear()
        self.stalls.clear()
        self._last = time.perf_counter()
        self.busy = time.process_time()
        self._began = self._last

    def figures(self) -> dict[str, float]:
        """Frames a second while something moved, the longest stall, processor time a frame; times in milliseconds."""
        gaps = [later - earlier for earlier, later in zip(self.frames, self.frames[1:], strict=False)]
        moving = sorted(gap for gap in gaps if gap < 0.2)
        processor = time.process_time() - self.busy
        return {
            "frames": len(self.frames),
            "frames a second": round(len(moving) / sum(moving), 1) if moving else 0.0,
            "slowest of 100 frames, ms": round(1000 * moving[int(len(moving) * 0.99)], 1) if moving else 0.0,
            "longest stall, ms": round(1000 * max(self.stalls, default=0.0), 1),
            "stalls over 50 ms": sum(stall > 0.05 for stall in self.stalls),
            "processor a frame, ms": round(1000 * processor / max(1, len(self.frames)), 1),
            "processor, share of one core": round(processor / (time.perf_counter() - self._began), 2),
        }


def wait(milliseconds: int) -> None:
    """Let the exhibit run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Finger:
    """A finger on the glass."""

    def __init__(self, scene: Scene) -> None:
        self.window = scene.window
        self.device = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen) if hasattr(QTest, "createTouchDevice") else None

    def swipe(self, start: tuple[float, float], end: tuple[float, float], milliseconds: int) -> None:
        """Draw a finger along a line, places in shares of the window, and lift it while it moves."""
        size = self.window.size()

        def at(place: tuple[float, float]) -> QPoint:
            return QPoint(round(place[0] * size.width()), round(place[1] * size.height()))

        steps = max(2, milliseconds // 16)
        QTest.touchEvent(self.window, self.device).press(0, at(start), self.window).commit()
        for number in range(1, steps + 1):
            wait(16)
            share = number / steps
            place = tuple(a + (b - a) * share for a, b in zip(start, end, strict=True))
            QTest.touchEvent(self.window, self.device).move(0, at(place), self.window).commit()
        QTest.touchEvent(self.window, self.device).release(0, at(end), self.window).commit()

    def tap(self, place: tuple[float, float]) -> None:
        """Touch a place."""
        point = QPoint(round(place[0] * self.window.width()), round(place[1] * self.window.height()))
        QTest.touchEvent(self.window, self.device).press(0, point, self.window).commit()
        wait(40)
        QTest.touchEvent(self.window, self.device).release(0, point, self.window).commit()


def projects(scene: Scene) -> list[str]:
    """The projects of the gallery, in its order."""
    return [plate.project for plate in scene.exhibit.edition.plates(scene.exhibit.language)]


def pages(scene: Scene) -> Iterator[int]:
    """Turn through the panel that is open."""
    for page in range(1, scene.panel.pageCount):
        scene.visit.turnTo(page)
        yield page


def attract(scene: Scene, watch: Watch) -> dict[str, float]:
    """The loop: overture and moments, changing faster than they do in the hall."""
    scene.attract.play()
    wait(6000)
    watch.begin()
    wait(4000)
    for _ in range(9):
        scene.attract.advance()
        wait(2500)
    found = watch.figures()
    found["memory, MB"] = round(memory(), 1)
    return found


def browse(scene: Scene, watch: Watch) -> dict[str, float]:
    """The gallery flicked through, panels opened and turned, pictures enlarged."""
    finger = Finger(scene)
    tall = scene.window.height() > scene.window.width()
    scene.attract.play()
    wait(3000)
    scene.visit.begin("en")
    wait(1500)
    watch.begin()
    for _ in range(4):
        finger.swipe((0.5, 0.7) if tall else (0.8, 0.4), (0.5, 0.25) if tall else (0.25, 0.4), 180)
        wait(1100)
    for _ in range(2):
        finger.swipe((0.5, 0.3) if tall else (0.25, 0.4), (0.5, 0.75) if tall else (0.8, 0.4), 180)
        wait(1100)
    for project in projects(scene)[:6]:
        finger.tap((0.5, 0.4))  # the plate there flies to its panel
        wait(1300)
        scene.visit.open(project)
        wait(700)
        for _ in pages(scene):
            wait(450)
        for picture in scene.panel.picture_ids()[:1]:
            scene.visit.enlarge(picture)
            wait(700)
            scene.visit.enlarge("")
            wait(400)
        scene.visit.goToGallery()
        wait(900)
    return watch.figures()


def every_panel(scene: Scene, watch: Watch) -> dict[str, float]:
    """Every panel opened and turned through in every language."""
    scene.attract.play()
    wait(3000)
    for language in scene.exhibit.edition.languages:
        scene.visit.begin(language.code)
        wait(300)
        for project in projects(scene):
            scene.visit.open(project)
            wait(250)
            for _ in pages(scene):
                wait(30)
            scene.visit.goToGallery()
            wait(60)
        scene.visit.goHome()
        wait(300)
    scene.attract.play()
    wait(2000)
    return {"memory, MB": round(memory(), 1)}


def thousand_panels(scene: Scene, watch: Watch) -> dict[str, float]:
    """A thousand panels opened; memory must not grow."""
    wait(500)
    scene.visit.begin("en")
    wait(300)
    known = projects(scene)
    found: dict[str, float] = {}
    for number in range(1, 1001):
        scene.visit.open(known[number % len(known)])
        wait(45)
        for _ in pages(scene):
            wait(5)
        if number % 3 == 0:
            scene.visit.goToGallery()
            wait(5)
        if number in (100, 200, 400, 600, 800, 1000):
            wait(1200)
            found[f"memory after {number}, MB"] = round(memory(), 1)
    return found


def save(scene: Scene, watch: Watch) -> dict[str, float]:
    """Live work: a page is saved twenty times while one looks at it; how long until it is on the screen, and how smooth."""
    swapper = Swapper(scene)
    swapper.begin(scene.exhibit.edition)
    file = Path(scene.settings.exhibit) / "content/projects/turkey-rasat/en.yaml"
    words = file.read_text(encoding="utf-8")
    scene.visit.begin("en")
    scene.visit.open("turkey-rasat")
    wait(6000)
    watch.begin()
    took = []
    for number in range(20):
        began = time.perf_counter()
        file.write_text(re.sub(r"^title: .*", f"title: Title {number}", words, flags=re.MULTILINE), encoding="utf-8")
        while scene.panel.title != f"Title {number}" and time.perf_counter() - began < 5:
            wait(5)
        took.append(time.perf_counter() - began)
        wait(300)
    figures = watch.figures()
    swapper.close()
    return {
        "save to screen, median ms": round(1000 * statistics.median(took)),
        "save to screen, longest ms": round(1000 * max(took)),
        **{name: figures[name] for name in ("longest stall, ms", "stalls over 50 ms")},
    }


def swap(scene: Scene, watch: Watch) -> dict[str, float]:
    """Another edition takes the place of the first, twenty times, in attract and under an open panel."""
    editions = []
    for _ in range(2):
        edition = opening.open_folder(Path(scene.settings.exhibit), Path(scene.settings.cache))
        for language in edition.languages:
            edition.plates(language.code)
        editions.append(edition)
    wait(3000)
    watch.begin()
    for number in range(10):
        scene.become(editions[number % 2])
        wait(700)
    attract_figures = watch.figures()
    scene.visit.begin("en")
    scene.visit.open("turkey-rasat")
    wait(3000)
    panels = [edition.panel("turkey-rasat", "en") for edition in editions]
    watch.begin()
    for number in range(10):
        scene.become(editions[number % 2], [panels[number % 2]])
        wait(700)
    panel_figures = watch.figures()
    return {
        "in attract, longest stall, ms": attract_figures["longest stall, ms"],
        "under a panel, longest stall, ms": panel_figures["longest stall, ms"],
        "stalls over 50 ms": attract_figures["stalls over 50 ms"] + panel_figures["stalls over 50 ms"],
    }


def delivery(scene: Scene, watch: Watch) -> dict[str, float]:
    """A whole exhibit is copied, checked and rendered beside attract, on the same machine."""
    store = Path(scene.settings.cache) / "store"
    plan = asdict(replace(scene.settings, editions=str(store), cache=str(Path(scene.settings.cache) / "fresh")))
    command = [sys.executable, "-m", "kiosk.receiving", "deliver", json.dumps(plan), "1920x1080", sys.argv[5]]
    idle = resident_of_an_idle_process()
    scene.attract.play()
    wait(2000)
    watch.begin()
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert child.stdout is not None
    os.set_blocking(child.stdout.fileno(), False)
    most, told, silent, heard = 0.0, b"", 0.0, began
    while child.poll() is None:
        wait(500)
        most = max(most, memory(child.pid))
        if lines := child.stdout.read():
            told = lines
            silent, heard = max(silent, time.perf_counter() - heard), time.perf_counter()
    figures = watch.figures()
    outcome = json.loads(told.splitlines()[-1])["outcome"]
    return {
        "projects taken": outcome["projects"] if outcome["verdict"] == "waiting" else -1,
        "seconds": round(time.perf_counter() - began, 1),
        "longest without a word of progress, s": round(silent, 1),
        "memory of the process beside it, over idle, MB": round(most - idle, 1),
        **{name: figures[name] for name in ("frames a second", "longest stall, ms", "stalls over 50 ms")},
    }


def resident_of_an_idle_process() -> float:
    """Megabytes of the same process before it does anything: Python, Qt, the libraries of a delivery."""
    script = "import kiosk.receiving, kiosk.editions.delivery, kiosk.proof.proving; print(flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        found = memory(child.pid)
        child.communicate(b"\n")
    return found


SCENARIOS: dict[str, Callable[[Scene, Watch], dict[str, float]]] = {
    "attract": attract,
    "browse": browse,
    "every-panel": every_panel,
    "thousand-panels": thousand_panels,
    "save": save,
    "swap": swap,
    "delivery": delivery,
    "thousand-delivery": delivery,
}


def main() -> None:
    """Run the scenario that the arguments name."""
    name, size, exhibit, cache = sys.argv[1:5]
    width, height = (int(part) for part in size.split("x"))
    if name == "save":
        copy = Path(cache) / "saved"
        for part in ("content", "assets"):
            shutil.copytree(Path(exhibit) / part, copy / part)
        exhibit = str(copy)
    settings = MachineSettings(
        windowed=size, exhibit=exhibit, cache=cache, diagonal_inches=43, stick_folders=(), in_place=True, follow=name == "save"
    )
    edition = opening.find_edition(settings)
    application = QGuiApplication(sys.argv[:1])  # noqa: F841 (it must live)
    scene = app.build(edition, settings)
    scene.window.resize(width, height)
    scene.window.show()
    watch = Watch(scene)
    wait(300)
    print(json.dumps(SCENARIOS[name](scene, watch)), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
