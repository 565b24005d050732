"""The exhibit rendered off screen before visitors see it: does every screen of an edition open, in every language?

Faster than the proof that people look at: a screen is rendered once it is whole, nothing is kept, and what was rendered
before, word for word and picture for picture, is not rendered again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickWindow

from kiosk.app import build
from kiosk.editions import disk
from kiosk.editions.edition import FORMAT, Edition, Plate
from kiosk.operations.machine_settings import MachineSettings
from kiosk.proof.rendering import application, is_loading, visible
from kiosk.scene import Scene

_LONGEST_WAIT = 8000
"""Milliseconds that a panel may take to open; a machine under load is given time."""
_REMEMBERED = 60_000
"""Screens remembered as rendered; some 2 MB."""


class Prover:
    """Renders editions at the size of this machine's panel. `memory` is a file that remembers what was rendered."""

    def __init__(self, settings: MachineSettings, size: tuple[int, int], memory: Path) -> None:
        self._settings = MachineSettings(
            windowed=f"{size[0]}x{size[1]}", diagonal_inches=settings.diagonal_inches, reduced_motion=True, in_place=True
        )
        self._size, self._memory = size, memory
        self._known: dict[str, None] = dict.fromkeys(_read(memory))

    def __call__(self, edition: Edition, tell: Callable[[str, float], None]) -> list[str]:
        """What of the edition cannot be shown, in words; empty where all of it can. `tell` hears how much is done."""
        running = application()
        try:
            total = sum(len(edition.plates(each.code)) for each in edition.languages) or 1
            done, troubles = 0, []
            for language in edition.languages:
                wanted = []
                for plate in edition.plates(language.code):
                    mark = self._mark(edition, plate, language.code)
                    if mark in self._known:
                        done += 1
                    else:
                        wanted.append((plate, mark))
                scene = build(edition, self._settings)
                scene.window.resize(*self._size)
                scene.window.show()
                try:
                    troubles += self._frames(scene, language.code)
                    for plate, mark in wanted:
                        found = self._panel(scene, plate, enlarged=language == edition.languages[0])
                        troubles += [f"«{plate.project}» in {language.code}: {each}" for each in found]
                        if not found:
                            self._known[mark] = None
                        done += 1
                        tell("rendering", done / total)
                finally:
                    scene.window.hide()
                    scene.close()
            self._remember()
            return troubles
        finally:
            del running

    # ------------------------------------------------------------------ screens

    def _frames(self, scene: Scene, language: str) -> list[str]:
        """The screens that are no panel."""
        visit, attract = scene.visit, scene.attract
        found = []
        attract.play(language)
        attract.pause()
        found += self._shot(scene, "attract")
        attract.show_moment()
        found += self._shot(scene, "attract")
        visit.begin(language)
        found += self._shot(scene, "the gallery")
        visit.askForHelp(True)
        found += self._shot(scene, "the help to see and reach")
        visit.askForHelp(False)
        visit.ask_now()
        found += self._shot(scene, "the question whether somebody is there")
        visit.begin(language)
        visit.touch()
        return [f"{each} ({language})" for each in found]

    def _panel(self, scene: Scene, plate: Plate, *, enlarged: bool) -> list[str]:
        """Every page of a panel; its pictures full screen once, for they bear no words but a caption."""
        visit, panel = scene.visit, scene.panel
        visit.touch()
        visit.open(plate.project)
        if not _until(lambda: panel.loaded):
            return ["the panel does not open"]
        found = []
        for face in ("story", "evidence", "sources"):
            visit.turn(face)
            for page in range(panel.pageCount):
                visit.turnTo(page)
                found += self._shot(scene, f"{face}, page {page + 1}")
        for picture in panel.picture_ids() if enlarged else ():
            visit.enlarge(picture)
            found += self._shot(scene, f"the picture {picture}")
        visit.enlarge("")
        visit.turn("story")
        return found

    def _shot(self, scene: Scene, name: str) -> list[str]:
        whole = _until(lambda: _is_whole(scene.window))
        image = scene.window.grabWindow()
        troubles = []
        if not whole:
            troubles.append(f"{name}: its pictures do not arrive")
        if image.isNull() or _is_blank(image):
            troubles.append(f"{name}: nothing is drawn")
        return troubles

    # ------------------------------------------------------------------ what was rendered before

    def _mark(self, edition: Edition, plate: Plate, language: str) -> str:
        panel = edition.panel(plate.project, language)
        pictures = [edition.pictures.get(path) for each in panel.pictures for path in (each.wide, each.tall)]
        of = repr((FORMAT, _code(), self._size, self._settings.diagonal_inches, astuple(panel), pictures, edition.words(language)))
        return hashlib.blake2b(of.encode(errors="surrogatepass"), digest_size=16).hexdigest()

    def _remember(self) -> None:
        try:
            disk.write_whole(self._memory, json.dumps(list(self._known)[-_REMEMBERED:]).encode())
        except OSError:
            return


def _read(memory: Path) -> list[str]:
    try:
        marks = json.loads(memory.read_bytes())
        return [mark for mark in marks if isinstance(mark, str)]
    except (OSError, ValueError, TypeError):
        return []


def _code() -> list[tuple[str, int]]:
    """The screens as they are written now."""
    folder = Path(__file__).parents[1] / "ui"
    return sorted((file.name, file.stat().st_mtime_ns) for file in folder.rglob("*.qml"))


def _until(there: Callable[[], bool]) -> bool:
    """Let events be handled until something is so, or the longest wait is over."""
    clock = QElapsedTimer()
    clock.start()
    while True:
        QGuiApplication.processEvents()
        QGuiApplication.sendPostedEvents()
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # no event loop does it here; screens would pile up
        if there():
            return True
        if clock.elapsed() > _LONGEST_WAIT:
            return False


def _is_whole(window: QQuickWindow) -> bool:
    return not any(is_loading(child) for item in visible(window.contentItem()) for child in item.childItems())


def _is_blank(image: QImage) -> bool:
    small = image.scaled(24, 24).convertToFormat(QImage.Format.Format_RGB32)
    first = small.pixel(0, 0)
    return all(small.pixel(x, y) == first for x in range(24) for y in range(24))
