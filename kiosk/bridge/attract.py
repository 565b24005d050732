"""Attract as QML sees it: which verse plays, in which language, and which project is in front.

A chain of verses: an overture over the turning sky, in which stars on orbits light up and tell a name, then a handful of
moments that fill the screen with one project each; then again with another language in front. One timer, no frames.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.pictures import picture_url
from kiosk.bridge.properties import Property
from kiosk.bridge.records import RecordsModel
from kiosk.editions.edition import Edition, Plate
from kiosk.visit.moments import Moment, endless, in_turn

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

_OVERTURE_BEATS, _OVERTURE_SECONDS = 4, 7.0
_MOMENTS_PER_VERSE = 4

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Invitation:
    """One language on attract: its title, and the button that starts in it."""

    code: str
    name: str
    script: str
    right_to_left: bool
    title: str
    invitation: str


@dataclass(frozen=True, slots=True)
class Star:
    """One project on the orbits of the overture, in shares of the width and height of the art."""

    project: str
    across: float
    down: float
    tall_across: float
    tall_down: float


@dataclass(frozen=True, slots=True)
class Sector:
    """A piece of the girih ring or of the straps that leave it; its corner in shares of the art. Revealed in the order of
    `turn`."""

    file: str
    across: float
    down: float
    turn: int


@QmlElement
@QmlUncreatable("app.py makes attract")
class AttractModel(QObject):  # type: ignore[operator]
    """The verse that plays."""

    beatChanged = Signal()
    languageChanged = Signal()
    languagesChanged = Signal()

    def __init__(self, edition: Edition, art: Path, first_language: str, seed: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._art = art
        self._geometry = _read_geometry(art)
        self._seed = seed
        self._invitations = RecordsModel(Invitation, self)
        self._stars = RecordsModel(Star, self)
        self._wide_sectors, self._tall_sectors = RecordsModel(Sector, self), RecordsModel(Sector, self)
        self._take(edition, first_language)
        self._wide_sectors.replace(_sectors(self._geometry, "landscape"))
        self._tall_sectors.replace(_sectors(self._geometry, "portrait"))
        self._plate: Plate | None = None
        self._beat = -1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.advance)

    def _take(self, edition: Edition, language: str) -> None:
        self._edition = edition
        self._codes = [each.code for each in edition.languages]
        self._front = self._codes.index(language) if language in self._codes else 0
        self._invitations.replace(
            [
                Invitation(each.code, each.name, each.script, each.right_to_left, edition.title(each.code), edition.invitation(each.code))
                for each in edition.languages
            ]
        )
        self._order = in_turn(_moments(edition)) if edition.moments_in_turn else endless(_moments(edition), self._seed)

    # ------------------------------------------------------------------ what moves it

    def become(self, edition: Edition, first_language: str) -> None:
        """Play another edition. What is in front now stays as it is until the next beat, if it is still there."""
        front = self.languageInFront
        before = self._plate
        self._take(edition, front if front in {each.code for each in edition.languages} else first_language)
        self.languagesChanged.emit()
        self.languageChanged.emit()
        if self._stars.rowCount():
            self._stars.replace(_stars(edition, self._geometry))
        if before is None:
            return
        plates = edition.plates(self.languageInFront)
        self._plate = next((plate for plate in plates if plate.project == before.project), None)
        if self._plate is None and self._timer.isActive():
            self.advance()
        elif self._plate != before:
            self.beatChanged.emit()

    def play(self, language: str = "") -> None:
        """Begin an overture, now, in the language in front or a given one. The stars are set only once, behind the first
        frame."""
        if language in self._codes and language != self.languageInFront:
            self._front = self._codes.index(language)
            self.languageChanged.emit()
        if not self._stars.rowCount():
            self._stars.replace(_stars(self._edition, self._geometry))
        self._beat = -1
        self.advance()

    def pause(self) -> None:
        """Nothing changes until it plays again."""
        self._timer.stop()

    def show_moment(self) -> None:
        """Show one moment and stay with it."""
        self._beat = _OVERTURE_BEATS - 1
        self.advance()
        self.pause()

    @Slot()
    def advance(self) -> None:
        """Go on to the next beat; behind the last one, the next language comes in front."""
        self._beat += 1
        if self._beat >= _OVERTURE_BEATS + _MOMENTS_PER_VERSE:
            self._beat = 0
            self._front = (self._front + 1) % len(self._codes)
            self.languageChanged.emit()
        moment = next(self._order, None)
        plates = self._edition.plates(self.languageInFront)
        self._plate = next((plate for plate in plates if moment and plate.project == moment.project), None)
        self.beatChanged.emit()
        self._timer.start(int(1000 * (_OVERTURE_SECONDS if self._beat < _OVERTURE_BEATS else self._edition.moment_seconds)))

    # ------------------------------------------------------------------ facts

    @Property(str, notify=beatChanged)
    def verse(self) -> str:
        """overture or moment."""
        return "overture" if self._beat < _OVERTURE_BEATS else "moment"

    @Property(int, notify=beatChanged)
    def beat(self) -> int:
        """Counts the beats of the verses; -1 before the first."""
        return self._beat

    @Property(float, notify=languagesChanged)
    def momentSeconds(self) -> float:
        """How long one moment lasts."""
        return self._edition.moment_seconds

    @Property(str, notify=languageChanged)
    def languageInFront(self) -> str:
        """The language in which a touch anywhere begins."""
        return self._codes[self._front]

    @Property(int, notify=languageChanged)
    def indexInFront(self) -> int:
        """Its place among the invitations."""
        return self._front

    @Property(str, notify=languageChanged)
    def scriptInFront(self) -> str:
        """latin, cyrillic or arabic."""
        return self._edition.languages[self._front].script

    @Property(bool, notify=languageChanged)
    def rightToLeftInFront(self) -> bool:
        """Whether it is read from right to left."""
        return self._edition.languages[self._front].right_to_left

    @Property(str, notify=languageChanged)
    def title(self) -> str:
        """The title of the exhibit in the language in front."""
        return self._edition.title(self.languageInFront)

    @Property(str, notify=languageChanged)
    def subtitle(self) -> str:
        """What the exhibit tells, in the language in front."""
        return self._edition.subtitle(self.languageInFront)

    @Property(QObject, constant=True)
    def invitations(self) -> RecordsModel:
        """One for each language."""
        return self._invitations

    @Property(int, notify=languagesChanged)
    def languageCount(self) -> int:
        """How many there are."""
        return len(self._codes)

    @Property(QObject, constant=True)
    def stars(self) -> RecordsModel:
        """The projects on their orbits; set a moment after the first frame."""
        return self._stars

    @Property(QObject, constant=True)
    def wideSectors(self) -> RecordsModel:
        """The girih of the art that lies."""
        return self._wide_sectors

    @Property(QObject, constant=True)
    def tallSectors(self) -> RecordsModel:
        """The girih of the art that stands."""
        return self._tall_sectors

    def _text(self, name: str) -> str:
        return str(getattr(self._plate, name)) if self._plate else ""

    @Property(str, notify=beatChanged)
    def project(self) -> str:
        """The project in front."""
        return self._text("project")

    @Property(str, notify=beatChanged)
    def projectTitle(self) -> str:
        """Its title."""
        return self._text("title")

    @Property(str, notify=beatChanged)
    def projectYear(self) -> str:
        """Its year, or empty."""
        return self._text("year")

    @Property(str, notify=beatChanged)
    def projectNations(self) -> str:
        """Who worked together."""
        return self._text("nations")

    @Property(str, notify=beatChanged)
    def projectSummary(self) -> str:
        """The sentence that makes a stranger want to touch."""
        return self._text("summary")

    @Property(str, notify=beatChanged)
    def projectSign(self) -> str:
        """The sign of its category."""
        return self._text("sign")

    @Slot(float, result=QUrl)
    def picture(self, width: float) -> QUrl:
        """The picture of the project in front, wide, at least so many pixels across."""
        return self._url(self._text("wide"), width)

    @Slot(float, result=QUrl)
    def tallPicture(self, width: float) -> QUrl:
        """Its upright composition."""
        return self._url(self._text("tall"), width)

    def _url(self, path: str, width: float) -> QUrl:
        return picture_url(self._edition, path, width)

    @Property(bool, notify=beatChanged)
    def overtureNear(self) -> bool:
        """Whether the overture plays now or at the next beat, so that its art is wanted."""
        return self.verse == "overture" or self._beat == _OVERTURE_BEATS + _MOMENTS_PER_VERSE - 1

    @Slot(str, float, result=QUrl)
    def art(self, name: str, width: float) -> QUrl:
        """A layer of the overture at the size shown: drawn for full HD, and for 4K."""
        size = "large" if self.artScale(width) > 1 else "small"
        return QUrl.fromLocalFile(str(self._art / size / name))

    @Slot(float, result=int)
    def artScale(self, width: float) -> int:
        """How many times larger than for full HD the art is drawn that a wall so many pixels long shows."""
        return 2 if width > 2600 else 1


def _read_geometry(art: Path) -> dict[str, Any]:
    try:
        geometry: dict[str, Any] = json.loads((art / "geometry.json").read_bytes())
        return geometry
    except (OSError, ValueError):
        log.warning("The geometry of attract cannot be read; the overture plays without its ring.")
        return {}


def _sectors(geometry: dict[str, Any], frame: str) -> list[Sector]:
    return [Sector(*row) for row in geometry.get(frame, {}).get("sectors", [])]


def _moments(edition: Edition) -> list[Moment]:
    plates = {plate.project: plate for plate in edition.plates(edition.languages[0].code)}
    found = [plates[name] for name in edition.moments if name in plates]
    return [Moment(plate.project, plate.category, tuple(plate.nations.split(" · "))) for plate in found if plate.wide]


def _stars(edition: Edition, geometry: dict[str, Any]) -> list[Star]:
    """Projects in the order of the gallery, dealt to the places that the drawing left free on its orbits."""
    places = [geometry.get(frame, {}).get("places", []) for frame in ("landscape", "portrait")]
    count = min(len(edition.moments), *(len(each) for each in places))
    return [Star(edition.moments[i], *places[0][i], *places[1][i]) for i in range(count)]
