"""The exhibit on a stage: the real window off screen, touched by fingers and read as a screen reader reads it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QImage, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk import app
from kiosk.editions.edition import Edition
from kiosk.operations.machine_settings import MachineSettings
from kiosk.proof.rendering import settle, visible
from kiosk.scene import Scene
from kiosk.visit.states import TimePassed

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
_HEADROOM = 10
"""Seconds a wait may take at most."""


@dataclass(frozen=True)
class Control:
    """What a screen reader hears of one thing on screen."""

    name: str
    role: QAccessible.Role
    place: QRect
    focusable: bool
    focused: bool
    checked: bool
    enabled: bool

    @property
    def centre(self) -> QPoint:
        """Its middle, in pixels of the window."""
        return self.place.center()


ACTING = {QAccessible.Role.Button, QAccessible.Role.RadioButton, QAccessible.Role.CheckBox}


class Clock:
    """The clock of the exhibit, which a test may put forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


class Stage:
    """A running exhibit, and the hands and ears of whoever uses it."""

    def __init__(self, scene: Scene, size: tuple[int, int], diagonal_inches: float, clock: Clock) -> None:
        self.scene, self.size, self.clock = scene, size, clock
        self.window, self.visit, self.panel, self.exhibit, self.attract = (
            scene.window,
            scene.visit,
            scene.panel,
            scene.exhibit,
            scene.attract,
        )
        self.pixels_per_mm = (size[0] ** 2 + size[1] ** 2) ** 0.5 / (diagonal_inches * 25.4)
        self._finger = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)

    # ------------------------------------------------------------------ time

    def pass_silently(self, seconds: float) -> None:
        """So many seconds in which nobody touches anything."""
        self.clock.ahead += seconds
        self.visit.happen(TimePassed())
        self.settle()

    def settle(self) -> None:
        """Until pictures have come and what moved stands still."""
        settle(self.window)

    def breathe(self) -> None:
        """Let bindings and layout follow, without waiting for pictures or fades."""
        for _ in range(3):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents()
        QTest.qWait(20)

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Until something is so; fails with `what` if it never is."""
        ends = time.monotonic() + _HEADROOM
        while not true():
            assert time.monotonic() < ends, what
            QCoreApplication.processEvents()
            QTest.qWait(5)

    # ------------------------------------------------------------------ hands

    def touch(self, x: float, y: float) -> None:
        """One finger down and up at a place, in pixels."""
        point = QPoint(round(x), round(y))
        QTest.touchEvent(self.window, self._finger).press(0, point, self.window).commit()
        QTest.qWait(15)
        QTest.touchEvent(self.window, self._finger).release(0, point, self.window).commit()
        self.settle()

    def tap(self, name: str, *, last: bool = False) -> None:
        """Touch the control with this name (or the first whose name begins with it)."""
        self.touch_control(self.control(name, last=last))

    def touch_control(self, control: Control) -> None:
        """Touch a control in its middle."""
        self.touch(control.centre.x(), control.centre.y())

    def swipe(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw one finger over the glass, places in shares of the window."""
        (x0, y0), (x1, y1) = ((a * self.size[0], b * self.size[1]) for a, b in (start, end))
        QTest.touchEvent(self.window, self._finger).press(0, QPoint(round(x0), round(y0)), self.window).commit()
        for step in range(1, 9):
            QTest.qWait(12)
            point = QPoint(round(x0 + (x1 - x0) * step / 8), round(y0 + (y1 - y0) * step / 8))
            QTest.touchEvent(self.window, self._finger).move(0, point, self.window).commit()
        QTest.touchEvent(self.window, self._finger).release(0, QPoint(round(x1), round(y1)), self.window).commit()
        QTest.qWait(700)
        self.settle()

    def pinch(self, before: float, after: float) -> None:
        """Two fingers in the middle, their distance changing from one share of the width to another."""
        cx, cy = self.size[0] / 2, self.size[1] / 2

        def at(share: float) -> tuple[QPoint, QPoint]:
            half = share * self.size[0] / 2
            return QPoint(round(cx - half), round(cy)), QPoint(round(cx + half), round(cy))

        one, other = at(before)
        QTest.touchEvent(self.window, self._finger).press(0, one, self.window).press(1, other, self.window).commit()
        for step in range(1, 13):
            one, other = at(before + (after - before) * step / 12)
            QTest.qWait(10)
            QTest.touchEvent(self.window, self._finger).move(0, one, self.window).move(1, other, self.window).commit()
        QTest.touchEvent(self.window, self._finger).release(0, one, self.window).release(1, other, self.window).commit()
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key of a keyboard."""
        QTest.keyClick(self.window, key, modifiers)
        self.settle()

    # ------------------------------------------------------------------ eyes and ears

    def controls(self) -> list[Control]:
        """Everything a screen reader finds on the screen, in its order."""
        return list(_heard(QAccessible.queryAccessibleInterface(self.window), self.window.position()))

    def acting(self) -> list[Control]:
        """What can be touched now."""
        return [control for control in self.controls() if control.role in ACTING and control.enabled]

    def names(self) -> list[str]:
        """The names of all that shows."""
        return [control.name for control in self.controls()]

    def control(self, name: str, *, last: bool = False) -> Control:
        """The control of this name, or the first whose name begins with it."""
        acting = self.acting()
        found = [each for each in acting if each.name == name] or [each for each in acting if each.name.startswith(name)]
        assert found, f"«{name}» cannot be touched; there are {[each.name for each in acting]}"
        return found[-1 if last else 0]

    def word(self, key: str) -> str:
        """A word of the interface, in the language of the visit."""
        return self.exhibit.wordIn(key, self.exhibit.language)

    def picture(self) -> QImage:
        """What is on the screen."""
        self.settle()
        return self.window.grabWindow()

    def items(self, kind: str) -> list[QQuickItem]:
        """The visible items of one QML type."""
        return [item for item in visible(self.window.contentItem()) if item.metaObject().className().startswith(kind)]

    def millimetres(self, pixels: float) -> float:
        """A length on the glass."""
        return pixels / self.pixels_per_mm


def _heard(interface: QAccessibleInterface | None, corner: QPoint) -> Iterator[Control]:
    if interface is None:
        return
    state = interface.state()
    if not state.invisible:
        yield Control(
            interface.text(QAccessible.Text.Name),
            interface.role(),
            interface.rect().translated(-corner),
            bool(state.focusable),
            bool(state.focused),
            bool(state.checked),
            not state.disabled,
        )
        for index in range(interface.childCount()):
            yield from _heard(interface.child(index), corner)


Opener = Callable[..., Stage]


@pytest.fixture
def open_stage(edition: Edition, qapp: QGuiApplication) -> Iterator[Opener]:
    """Opens the exhibit: `open_stage(size, language, project, **settings)`; in a language it begins in the gallery."""
    QAccessible.setActive(True)
    stages: list[Stage] = []

    def opened(
        size: tuple[int, int] = LANDSCAPE,
        language: str = "",
        project: str = "",
        shown: Edition = edition,
        code: str = "",
        **settings: object,
    ) -> Stage:
        wanted = replace(MachineSettings(windowed=f"{size[0]}x{size[1]}", reduced_motion=True), **settings)  # type: ignore[arg-type]
        clock = Clock()
        scene = app.build(shown, wanted, code, clock)
        stage = Stage(scene, size, wanted.diagonal_inches, clock)
        stages.append(stage)
        scene.window.resize(*size)
        scene.window.show()
        if not code:
            scene.attract.play()
        stage.until(lambda: scene.window.isExposed(), "the window never showed")
        if language:
            scene.visit.begin(language)
        if project:
            scene.visit.open(project)
        stage.settle()
        return stage

    yield opened
    for stage in stages:
        stage.window.hide()
        stage.scene.close()
