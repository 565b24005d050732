"""The exhibit rendered off screen, one picture after the other, by the same screens that visitors see."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QThread, QUrl
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.app import build
from kiosk.editions.edition import Edition
from kiosk.operations.machine_settings import MachineSettings
from kiosk.scene import Scene

_LONGEST_WAIT = 4000
"""Milliseconds that pictures may take to arrive."""
_BREAKS = re.compile(r"[ \n]+|(?<=[-–—/])")
"""Where a line may end; a blank that does not break is part of a word."""
_QUIET, _LOOKS = 120, 6
"""Milliseconds in which nothing may load or fade, and how many looks in a row must find it so."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One screen as it was rendered, and what a curator should look at."""

    name: str
    language: str
    image: QImage
    misfits: tuple[str, ...]
    """Words that do not fit their place."""


def application() -> QGuiApplication:
    """The Qt application, off screen and by the software renderer."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication([])


def shots(edition: Edition, size: tuple[int, int], languages: list[str], diagonal_inches: float) -> Iterator[Shot]:
    """Every screen and every page of every panel, in each language, at one size. Still: nothing moves."""
    settings = MachineSettings(windowed=f"{size[0]}x{size[1]}", diagonal_inches=diagonal_inches, reduced_motion=True)
    for language in languages:
        scene = build(edition, settings)
        window = scene.window
        window.resize(*size)
        window.show()
        try:
            yield from _screens(scene, window, language)
        finally:
            window.hide()
            scene.close()


def _screens(scene: Scene, window: QQuickWindow, language: str) -> Iterator[Shot]:
    visit, panel, attract = scene.visit, scene.panel, scene.attract

    def shot(name: str) -> Shot:
        settle(window)
        return Shot(name, language, window.grabWindow(), tuple(misfits(window.contentItem())))

    attract.play(language)
    attract.pause()
    yield shot("attract")
    attract.show_moment()
    yield shot("attract, a moment")
    visit.begin(language)
    yield shot("gallery")
    visit.askForHelp(True)
    yield shot("help to see and reach")
    visit.askForHelp(False)
    plates = scene.exhibit.edition.plates(language)
    for plate in plates:
        visit.open(plate.project)
        settle(window)
        for page in range(panel.pageCount):
            visit.turnTo(page)
            yield shot(f"{plate.project}, page {page + 1}")
        for face in ("evidence", "sources"):
            visit.turn(face)
            settle(window)
            for page in range(panel.pageCount):
                visit.turnTo(page)
                yield shot(f"{plate.project}, {face} {page + 1}")
        visit.turn("story")
    if plates:
        visit.open(plates[0].project)
        visit.enlarge(panel.picture_ids()[0] if panel.picture_ids() else "")
        yield shot("a picture, full screen")
        visit.enlarge("")
        visit.chooseHighContrast(True)
        yield shot("strong contrast")
        visit.chooseLargeText(True)
        yield shot("strong contrast and large text")
        visit.chooseReach(True)
        yield shot("buttons lower down")
    visit.ask_now()
    yield shot("still there?")


def settle(window: QQuickWindow) -> None:
    """Let the screen come to rest: events handled, pictures arrived, fades ended. On a busy machine much time can pass in which
    nothing was handled: rest is looked for several times, too."""
    clock, quiet = QElapsedTimer(), QElapsedTimer()
    clock.start()
    quiet.start()
    faded: list[float] = []
    looks = 0
    while clock.elapsed() < _LONGEST_WAIT and (quiet.elapsed() < _QUIET or looks < _LOOKS):
        QGuiApplication.processEvents()
        QGuiApplication.sendPostedEvents()
        items = [child for item in visible(window.contentItem()) for child in item.childItems()]
        fading = [item.opacity() for item in items]
        if fading != faded or any(is_loading(item) for item in items):
            quiet.restart()
            looks = 0
        faded = fading
        looks += 1
        QThread.msleep(10)


def visible(item: QQuickItem) -> Iterator[QQuickItem]:
    """The items that are shown, from the back to the front."""
    if not item.isVisible():
        return
    yield item
    for child in item.childItems():
        yield from visible(child)


def is_loading(item: QObject) -> bool:
    """Whether an item is a picture under way, which may be invisible until it is there."""
    if not item.inherits("QQuickImageBase"):
        return False
    return not QUrl(item.property("source")).isEmpty() and float(item.property("progress")) < 1


def misfits(root: QQuickItem) -> Iterator[str]:
    """Words that are cut off, or stand outside the screen or the room they were given."""
    screen = root.mapRectToScene(root.boundingRect())
    for item in visible(root):
        if not item.inherits("QQuickText") or not str(item.property("text")).strip() or item.opacity() == 0:
            continue
        text = str(item.property("text")).replace("\n", " ")[:60]
        place = item.mapRectToScene(item.boundingRect())
        scrolled = any(parent.inherits("QQuickFlickable") for parent in _above(item))
        if item.property("truncated"):
            yield f"cut off: {text}"
        elif not scrolled and not screen.adjusted(-2, -2, 2, 2).contains(place):
            yield f"outside the screen: {text}"
        elif item.property("contentWidth") > item.width() + 2 and item.width() > 0:
            yield f"wider than its place: {text}"
        elif broken := _broken_word(item):
            yield f"broken inside a word: {broken}"


def _broken_word(text: QQuickItem) -> str:
    """The first word of a text of several lines that is wider than a line, or empty."""
    if text.property("lineCount") < 2:
        return ""
    metrics = QFontMetricsF(text.property("font"))
    words = _BREAKS.split(str(text.property("text")))
    return next((word for word in words if metrics.horizontalAdvance(word) > text.width() + 1), "")


def _above(item: QQuickItem) -> Iterator[QQuickItem]:
    parent = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()
