"""Content on its way as staff see it: a small ring in a corner, and at a desk a strip with what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.properties import Property
from kiosk.bridge.records import RecordsModel

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

_MOST_NOTES = 40


@dataclass(frozen=True, slots=True)
class Note:
    """One problem in a line."""

    severity: str
    place: str
    """File and line."""
    what: str
    remedy: str


@QmlElement
@QmlUncreatable("app.py makes the delivery")
class DeliveryModel(QObject):  # type: ignore[operator]
    """What is on its way, and what is wrong with it."""

    stageChanged = Signal()
    notesChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage, self._progress, self._following = "", -1.0, False
        self._headline, self._count = "", 0
        self._notes = RecordsModel(Note, self)

    def show(self, stage: str, progress: float = -1.0) -> None:
        """Something is being done: copying, checking, rendering; or it waits, was refused, or is what is shown already."""
        if (stage, progress) != (self._stage, self._progress):
            self._stage, self._progress = stage, progress
            self.stageChanged.emit()

    def clear(self) -> None:
        """Nothing is on its way."""
        self.show("")

    def follow(self) -> None:
        """Somebody works on the content at this screen and wants to see what is wrong with it."""
        self._following = True
        self.stageChanged.emit()

    def tell(self, headline: str, problems: Sequence[Mapping[str, Any]]) -> None:
        """What is wrong now, summed up and one by one."""
        self._headline = headline
        self._count = len(problems)
        self._notes.replace(
            [
                Note(str(each["severity"]), f"{each['file']}:{each['line']}", str(each["what"]), str(each["remedy"]))
                for each in problems[:_MOST_NOTES]
            ]
        )
        self.notesChanged.emit()

    @Property(str, notify=stageChanged)
    def stage(self) -> str:
        """copying, checking, rendering, waiting, refused, unchanged; or empty."""
        return self._stage

    @Property(float, notify=stageChanged)
    def progress(self) -> float:
        """How much of the stage is done, 0 to 1; negative where nobody knows."""
        return self._progress

    @Property(bool, notify=stageChanged)
    def following(self) -> bool:
        """Whether the strip for staff stands on the screen."""
        return self._following

    @Property(QObject, constant=True)
    def notes(self) -> RecordsModel:
        """The first problems."""
        return self._notes

    @Property(int, notify=notesChanged)
    def noteCount(self) -> int:
        """How many there are."""
        return self._count

    @Property(str, notify=notesChanged)
    def headline(self) -> str:
        """What is wrong, summed up."""
        return self._headline
