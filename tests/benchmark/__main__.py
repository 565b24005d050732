"""What the exhibit costs, measured in one run and printed beside what it must reach: `sh kiosk.sh benchmark [NAME ...]`.

Times on a shared machine say little alone; each is printed with the same figure of a bare start (Python, PySide6, one
empty window), taken in between. Nothing here fails: a person reads it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
ROUNDS = 5
_BARE = """
import os, sys
import PySide6.QtQuick
from PySide6.QtGui import QGuiApplication, QColor
from PySide6.QtQuick import QQuickView
application = QGuiApplication([])
view = QQuickView()
view.setColor(QColor("navy"))
view.resize(1920, 1080)
view.frameSwapped.connect(lambda: (print("First frame.", file=sys.stderr, flush=True), os._exit(0)))
view.show()
application.exec()
"""


def environment() -> dict[str, str]:
    """Off screen and in software unless the caller says otherwise."""
    usual = {"QT_QPA_PLATFORM": "offscreen"} if not os.environ.get("DISPLAY") else {}
    return {**usual, "QT_QUICK_BACKEND": "software", **os.environ, "PYTHONPATH": str(REPOSITORY)}


def seconds_to_first_frame(command: list[str]) -> float:
    """From starting a process to its words «First frame.»."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment())
    assert process.stderr is not None
    said = []
    try:
        for line in process.stderr:
            said.append(line)
            if "First frame." in line:
                return time.perf_counter() - began
        raise RuntimeError("no first frame:\n" + "".join(said[-20:]))
    finally:
        process.kill()
        process.wait()


def start(exhibit: Path, cache: Path) -> float:
    """Seconds to the first frame of the exhibit."""
    arguments = ["run", "--exhibit", str(exhibit), "--windowed", "1920x1080", "--settings", str(cache / "settings.yaml")]
    return seconds_to_first_frame([sys.executable, "-m", "kiosk", *arguments])


def settings_for(cache: Path) -> None:
    """Settings that keep this run's cache and log to itself."""
    cache.mkdir(parents=True, exist_ok=True)
    (cache / "settings.yaml").write_text(f"cache: {json.dumps(str(cache))}\nlogs: {json.dumps(str(cache / 'logs'))}\n", encoding="utf-8")


def exhibit_of(count: int, folder: Path, *, pictures: bool = True) -> Path:
    """An exhibit of so many projects, copies of the shipped ones, with the shipped pictures or without."""
    shutil.copytree(REPOSITORY / "content", folder / "content")
    if pictures:
        shutil.copytree(REPOSITORY / "assets", folder / "assets")
    projects = folder / "content" / "projects"
    shipped = sorted(each for each in projects.iterdir() if (each / "project.yaml").is_file())
    for number in range(max(0, count - len(shipped))):
        shutil.copytree(shipped[number % len(shipped)], projects / f"copy-{number:04d}")
    return folder


def scenario(name: str, size: str, cache: Path, brought: Path = REPOSITORY) -> dict[str, float]:
    """One scenario of `scenario.py`; `brought` is the exhibit that is delivered in it."""
    command = [sys.executable, str(HERE / "scenario.py"), name, size, str(REPOSITORY), str(cache), str(brought)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
    try:
        figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        raise RuntimeError(done.stderr[-2000:]) from None
    return figures


Row = tuple[str, str, str]


def starts(folder: Path) -> Iterator[Row]:
    """First frames: bare, shipped, after a change, of many projects."""
    cache = folder / "cache"
    settings_for(cache)
    start(REPOSITORY, cache)
    bare, own = [], []
    for _ in track(range(ROUNDS), "first frame", console=Console(stderr=True), transient=True):
        bare.append(seconds_to_first_frame([sys.executable, "-c", _BARE]))
        own.append(start(REPOSITORY, cache))
    ratio = statistics.median(own) / statistics.median(bare)
    yield "first frame of a bare window", _seconds(bare), ""
    yield "first frame of attract", f"{_seconds(own)} = {ratio:.2f} x bare", "0.5 s"

    many = exhibit_of(1000, folder / "thousand")
    settings_for(folder / "cache-thousand")
    start(many, folder / "cache-thousand")
    few, thousand = [], []
    for _ in range(ROUNDS):
        few.append(start(REPOSITORY, cache))
        thousand.append(start(many, folder / "cache-thousand"))
    added = statistics.median(thousand) - statistics.median(few)
    yield "first frame of 1,000 projects", f"{_seconds(thousand)}, {added:+.2f} s", "+0.1 s"

    story = exhibit_of(0, folder / "story")
    labels = sorted((story / "content" / "projects").glob("*/en.yaml"))
    settings_for(folder / "cache-new")
    changed = []
    for number in range(3):
        (story / "content/words/en.yaml").touch()
        labels[0].write_text(labels[0].read_text(encoding="utf-8") + f"# {number}\n", encoding="utf-8")
        changed.append(start(story, folder / "cache-new"))
    yield f"first frame after a change, {len(labels)} projects", _seconds(changed), "1.5 s"


def with_pictures_of_their_own(exhibit: Path, picture: Callable[[str], bytes] = str.encode) -> Path:
    """The same exhibit, in which no two projects show one picture. The pictures are stand-ins of some bytes, or what `picture`
    makes of a name."""
    for number, file in enumerate(sorted((exhibit / "content" / "projects").glob("*/project.yaml"))):
        text = file.read_text(encoding="utf-8").replace(": illustrations/", f": illustrations/{number}/")
        file.write_text(text, encoding="utf-8")
        for path in set(re.findall(r": (illustrations/[^\s,}]+)", text)):
            (exhibit / "assets" / path).parent.mkdir(parents=True, exist_ok=True)
            (exhibit / "assets" / path).write_bytes(picture(f"{path} of {number}"))
    return exhibit


def heavy_pictures(count: int, amount: int) -> Callable[[str], bytes]:
    """Photographs for so many projects, of about so many bytes together. All show the same noise, which no encoder makes small;
    a comment in each (ITU-T T.81, B.2.4.5) makes it one of its own."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage

    each = amount / (count * _PICTURES_A_PROJECT)
    width = round((each / _BYTES_A_PIXEL * 1.6) ** 0.5)
    height = round(width / 1.6)
    noise, data, buffer = os.urandom(width * height * 4), QByteArray(), QBuffer()
    buffer.setBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(noise, width, height, width * 4, QImage.Format.Format_RGB32).save(buffer, "JPEG", 85)
    jpeg = bytes(data.data())

    def picture(name: str) -> bytes:
        comment = name.encode()
        return jpeg[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + jpeg[2:]

    return picture


def checks(folder: Path) -> Iterator[Row]:
    """Reading and checking the text of many projects; their pictures are not looked into."""
    script = (
        "import os, sys, time; from datetime import date; from pathlib import Path\n"
        "from kiosk.content.checking import PictureFacts, check_exhibit; from kiosk.content.reading import read_exhibit\n"
        "from kiosk.content.side_by_side import processors\n"
        "if __name__ == '__main__':\n"
        "    began = time.perf_counter(); reading = read_exhibit(Path(sys.argv[1]), processes=processors())\n"
        "    read = time.perf_counter(); check_exhibit(reading, lambda path: PictureFacts(3840, 2560), date(2026, 1, 1))\n"
        "    print(read - began, time.perf_counter() - read, sum(os.times()[:4]))\n"
    )
    before = 0.0
    for count in (1_250, 2_500, 5_000, 10_000):
        many = with_pictures_of_their_own(exhibit_of(count, folder / f"many-{count}", pictures=False))
        done = subprocess.run([sys.executable, "-c", script, str(many)], capture_output=True, text=True, check=True, env=environment())
        read, check, worked = (float(part) for part in done.stdout.split())
        growth = f", {worked / before:.2f} x half as many" if before else ""
        before = worked
        figures = f"{read:.1f} s read + {check:.1f} s checked; {worked:.1f} s of processors{growth}"
        yield f"text of {count:,} projects", figures, "20 s, 2 x" if count == 10_000 else ""
        shutil.rmtree(many)


_PICTURES_A_PROJECT, _BYTES_A_PIXEL = 2.6, 0.74
"""Of the shipped story, and of noise as a JPEG; both about."""

_MUST = {
    ("save", "save to screen, longest ms"): {"1920x1080": "500"},
    ("save", "longest stall, ms"): {"1920x1080": "50"},
    ("swap", "in attract, longest stall, ms"): {"1920x1080": "50"},
    ("swap", "under a panel, longest stall, ms"): {"1920x1080": "50"},
    ("delivery", "memory of the process beside it, over idle, MB"): {"1920x1080": "300"},
    ("thousand-delivery", "memory of the process beside it, over idle, MB"): {"1920x1080": "300"},
    ("thousand-delivery", "longest stall, ms"): {"1920x1080": "50"},
    ("attract", "frames a second"): {"1920x1080": "50", "3840x2160": "30"},
    ("browse", "frames a second"): {"1920x1080": "40", "3840x2160": "30"},
    ("attract", "memory, MB"): {"1920x1080": "160", "3840x2160": "300"},
    ("every-panel", "memory, MB"): {"1920x1080": "240"},
    ("attract", "longest stall, ms"): {"1920x1080": "50"},
    ("browse", "longest stall, ms"): {"1920x1080": "50"},
}


def scenarios(folder: Path, names: list[str], sizes: list[str]) -> Iterator[Row]:
    """The scenarios, each at each size."""
    for name in names:
        brought = REPOSITORY
        if name == "thousand-delivery":
            brought = with_pictures_of_their_own(exhibit_of(1000, folder / "brought", pictures=False), heavy_pictures(1000, 4_000_000_000))
            amount = sum(file.stat().st_size for file in (brought / "assets").rglob("*.*"))
            yield f"{name}: pictures brought", f"{amount / 1e9:.1f} GB", ""
        for size in sizes if name not in _ONE_SIZE else ["1920x1080"]:
            for figure, value in scenario(name, size, folder / "cache", brought).items():
                yield f"{name} {size}: {figure}", f"{value:g}", _MUST.get((name, figure), {}).get(size, "")


_ONE_SIZE = ("thousand-panels", "save", "swap", "delivery", "thousand-delivery")


def _seconds(values: list[float]) -> str:
    return f"{statistics.median(values):.2f} s ({min(values):.2f}-{max(values):.2f})"


def main() -> None:
    """Measure what the arguments name, or all but `thousand-delivery`, which takes the better part of an hour."""
    wanted = sys.argv[1:] or ["start", "attract", "browse", "every-panel", "thousand-panels", "save", "swap", "delivery", "check"]
    sizes = [name for name in wanted if "x" in name and name[0].isdigit()] or ["1920x1080", "1080x1920", "3840x2160"]
    names = [name for name in wanted if name not in sizes]
    table = Table("what", "measured", "must reach")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if "start" in names:
            for row in starts(folder):
                table.add_row(*row)
        if "check" in names:
            for row in checks(folder):
                table.add_row(*row)
        for row in scenarios(folder, [name for name in names if name not in ("start", "check")], sizes):
            table.add_row(*row)
    Console().print(table)


if __name__ == "__main__":
    main()
