"""The machine as QML sees it: the size of the glass, the keys that are swallowed, the way out for staff."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.properties import Property
from kiosk.operations import lockdown
from kiosk.operations.machine_settings import MachineSettings

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

SMALLEST_DIAGONAL = 21.5
"""Inches; below it targets of 20 mm do not fit, and the layout becomes compact."""
_USEFUL_KEYS = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_KEYPAD_SECONDS = 30
"""How long the keypad waits for a digit."""
_LEAVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


@QmlElement
@QmlUncreatable("app.py makes the machine")
class MachineModel(QObject):  # type: ignore[operator]
    """What QML needs to know of the machine it runs on."""

    doorChanged = Signal()
    left = Signal()
    """Staff leave the exhibit."""

    def __init__(
        self,
        settings: MachineSettings,
        calm: list[tuple[str, str, str]],
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._calm, self._clock = settings, calm, clock
        self._door = lockdown.Door(settings.pin)
        self.patience = QTimer(self, singleShot=True, interval=1000 * _KEYPAD_SECONDS)
        self.patience.timeout.connect(self.pinCancel)

    def _become(self, door: lockdown.Door) -> None:
        if door != self._door:
            self._door = door
            if door.asks:
                self.patience.start()
            else:
                self.patience.stop()
            self.doorChanged.emit()
            if door.open:
                self.left.emit()

    @Property(float, constant=True)
    def diagonalInches(self) -> float:
        """The glass, corner to corner."""
        return self._settings.diagonal_inches

    @Property(float, constant=True)
    def smallestDiagonalInches(self) -> float:
        """Below it the layout is compact."""
        return SMALLEST_DIAGONAL

    @Property(bool, notify=doorChanged)
    def mayLeave(self) -> bool:
        """Whether closing the window is allowed."""
        return bool(self._settings.windowed) or self._door.open

    @Slot(int, int, result=bool)
    def swallows(self, key: int, modifiers: int) -> bool:
        """Whether a key that no control used must not reach the system."""
        if self._settings.windowed:
            return False
        return key not in {each.value for each in _USEFUL_KEYS} or bool(modifiers & _LEAVING.value)

    @Property("QStringList", constant=True)
    def calmTitles(self) -> list[str]:
        """The title of the calm page, in each language."""
        return [title for title, _, _ in self._calm]

    @Property("QStringList", constant=True)
    def calmTexts(self) -> list[str]:
        """Its text."""
        return [text for _, text, _ in self._calm]

    @Property("QStringList", constant=True)
    def calmScripts(self) -> list[str]:
        """The script of each."""
        return [script for _, _, script in self._calm]

    @Property(bool, notify=doorChanged)
    def asksForPin(self) -> bool:
        """Whether the keypad stands on the screen."""
        return self._door.asks

    @Property(int, notify=doorChanged)
    def pinLength(self) -> int:
        """How many digits are typed."""
        return len(self._door.typed)

    @Property(str, notify=doorChanged)
    def pinAnswer(self) -> str:
        """wrong, wait or nothing."""
        return self._door.answer

    @Slot(str)
    def cornerTouched(self, corner: str) -> None:
        """A finger came down in a corner, or (empty) elsewhere."""
        self._become(lockdown.touch_corner(self._door, corner, self._clock()))

    @Slot(str)
    def pinDigit(self, digit: str) -> None:
        """One digit of the PIN."""
        self._become(lockdown.type_digit(self._door, digit, self._clock()))

    @Slot()
    def pinErase(self) -> None:
        """Take the last digit back."""
        self._become(lockdown.erase(self._door))

    @Slot()
    def pinCancel(self) -> None:
        """Put the keypad away."""
        self._become(lockdown.cancel(self._door))
