"""One visit as QML sees it: what is on the screen, and the verbs that a touch may call.

The visit itself is `kiosk.visit`; this only hands events in, keeps the one timer for the time at which something
happens by itself, and announces what changed.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.properties import Property
from kiosk.visit.machine import beginning, step
from kiosk.visit.states import (
    AskedForHelp,
    Attract,
    Began,
    Calm,
    ChoseLanguage,
    ChoseSight,
    ContentCame,
    ContentLost,
    Enlarged,
    Event,
    Face,
    Filtered,
    Gallery,
    MediaEnded,
    MediaStarted,
    Opened,
    Panel,
    Rules,
    Scrolled,
    ShowsWords,
    Slept,
    StillThere,
    TimePassed,
    Touched,
    Turned,
    TurnedPage,
    Visit,
    WentHome,
    WentToGallery,
    Woke,
)
from kiosk.visit.timing import next_due, seconds_left

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What QML is told of a visit, flat."""

    screen: str
    project: str
    page: int
    face: str
    picture: str
    code: str
    still_there: bool


def _shown(visit: Visit) -> _Shown:
    screen, still_there = visit.screen, False
    if isinstance(screen, StillThere):
        screen, still_there = screen.under, True
    match screen:
        case Attract():
            return _Shown("attract", "", 0, "", "", "", False)
        case Gallery():
            return _Shown("gallery", "", 0, "", "", "", still_there)
        case Panel(project, page, face, leaf, picture):
            return _Shown("panel", project, page if face is Face.STORY else leaf, face.value, picture, "", still_there)
        case Calm(code):
            return _Shown("calm", "", 0, "", "", code, False)


@QmlElement
@QmlUncreatable("app.py makes the visit")
class VisitModel(QObject):  # type: ignore[operator]
    """The visit of now. Facts go up as properties, wishes come down as verbs."""

    screenChanged = Signal()
    projectChanged = Signal()
    pageChanged = Signal()
    faceChanged = Signal()
    pictureChanged = Signal()
    stillThereChanged = Signal()
    secondsLeftChanged = Signal()
    languageChanged = Signal()
    sightChanged = Signal()
    helpOpenChanged = Signal()
    galleryChanged = Signal()
    asleepChanged = Signal()
    rulesChanged = Signal()

    def __init__(self, rules: Rules, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._visit = beginning(rules, clock())
        self._shown = _shown(self._visit)
        self._seconds_left = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.happen(TimePassed()))

    @property
    def visit(self) -> Visit:
        """The visit as a value, for those in Python who need to know."""
        return self._visit

    def happen(self, event: Event) -> None:
        """Let `event` happen now, and announce what it changed."""
        before, shown, now = self._visit, self._shown, self._clock()
        self._visit = after = step(before, event, now)
        self._shown = _shown(after)
        if shown.screen != self._shown.screen:
            log.info("The screen shows %s.", self._shown.screen if not self._shown.code else f"the calm page {self._shown.code}")
        for name in ("project", "page", "face", "picture", "still_there", "screen"):
            if getattr(shown, name) != getattr(self._shown, name):
                getattr(self, {"still_there": "stillThere"}.get(name, name) + "Changed").emit()
        for name in ("language", "sight", "gallery", "asleep"):
            if getattr(before, name) != getattr(after, name):
                getattr(self, name + "Changed").emit()
        if before.help_open != after.help_open:
            self.helpOpenChanged.emit()
        self._count(now)

    def _count(self, now: float) -> None:
        left = seconds_left(self._visit, now)
        if left != self._seconds_left:
            self._seconds_left = left
            self.secondsLeftChanged.emit()
        due = next_due(self._visit)
        if due is None:
            self._timer.stop()
            return
        wait = due - now
        if self._shown.still_there:
            wait = min(wait, wait % 1 or 1)
        self._timer.start(max(1, int(wait * 1000) + 1))

    # ------------------------------------------------------------------ facts

    @Property(str, notify=screenChanged)
    def screen(self) -> str:
        """attract, gallery, panel or calm."""
        return self._shown.screen

    @Property(str, notify=screenChanged)
    def code(self) -> str:
        """On the calm page, the code for staff."""
        return self._shown.code

    @Property(str, notify=projectChanged)
    def project(self) -> str:
        """The project whose panel is open, or empty."""
        return self._shown.project

    @Property(int, notify=pageChanged)
    def page(self) -> int:
        """The page of the face that is shown, from 0."""
        return self._shown.page

    @Property(str, notify=faceChanged)
    def face(self) -> str:
        """story, evidence or sources."""
        return self._shown.face

    @Property(str, notify=pictureChanged)
    def picture(self) -> str:
        """The picture that fills the screen, or empty."""
        return self._shown.picture

    @Property(bool, notify=stillThereChanged)
    def stillThere(self) -> bool:
        """Whether the question stands over the screen."""
        return self._shown.still_there

    @Property(int, notify=secondsLeftChanged)
    def secondsLeft(self) -> int:
        """Whole seconds left to answer it."""
        return self._seconds_left

    @Property(int, notify=rulesChanged)
    def countdown(self) -> int:
        """How many seconds the question gives."""
        return int(self._visit.rules.countdown)

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """The language of this visit."""
        return self._visit.language

    @Property(bool, notify=sightChanged)
    def largeText(self) -> bool:
        """Text at 1.7 times its size."""
        return self._visit.sight.large_text

    @Property(bool, notify=sightChanged)
    def highContrast(self) -> bool:
        """Black, white and a strong gold."""
        return self._visit.sight.high_contrast

    @Property(bool, notify=sightChanged)
    def reducedMotion(self) -> bool:
        """Nothing moves but short cross-fades."""
        return self._visit.sight.reduced_motion

    @Property(bool, notify=sightChanged)
    def reach(self) -> bool:
        """All controls in the lower third."""
        return self._visit.sight.reach

    @Property(bool, notify=helpOpenChanged)
    def helpOpen(self) -> bool:
        """Whether the plate with the help for seeing and reaching is open."""
        return self._visit.help_open

    @Property(str, notify=galleryChanged)
    def category(self) -> str:
        """The category that the gallery shows; empty for all."""
        return self._visit.gallery.category

    @Property(float, notify=galleryChanged)
    def galleryPlace(self) -> float:
        """Where the gallery stands, in plates from its start."""
        return self._visit.gallery.place

    @Property(bool, notify=asleepChanged)
    def asleep(self) -> bool:
        """Whether the display is dark: nothing moves, and a touch only wakes it."""
        return self._visit.asleep

    # ------------------------------------------------------------------ wishes

    @Slot()
    def touch(self) -> None:
        """A finger came down, wherever."""
        self.happen(Touched())

    @Slot(str)
    def begin(self, language: str) -> None:
        """Attract was touched, in this language."""
        self.happen(Began(language))

    @Slot()
    def goHome(self) -> None:
        """Back to the beginning."""
        self.happen(WentHome())

    @Slot()
    def goToGallery(self) -> None:
        """Back to all projects."""
        self.happen(WentToGallery())

    @Slot(str)
    def filter(self, category: str) -> None:
        """Show one category of the gallery, or all."""
        self.happen(Filtered(category))

    @Slot(float)
    def rest(self, place: float) -> None:
        """The gallery came to rest at this plate."""
        self.happen(Scrolled(place))

    @Slot(str)
    def open(self, project: str) -> None:
        """Open the panel of a project."""
        self.happen(Opened(project))

    @Slot(int)
    def turnTo(self, page: int) -> None:
        """Turn the story to a page."""
        self.happen(TurnedPage(page))

    @Slot(str)
    def turn(self, face: str) -> None:
        """Show another face of the panel."""
        self.happen(Turned(Face(face)))

    @Slot(str)
    def enlarge(self, picture: str) -> None:
        """Fill the screen with a picture; with none, no longer."""
        self.happen(Enlarged(picture))

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:
        """Go on in another language."""
        self.happen(ChoseLanguage(language))

    @Slot(bool)
    def chooseLargeText(self, wanted: bool) -> None:
        """Large text, or not."""
        self.happen(ChoseSight(replace(self._visit.sight, large_text=wanted)))

    @Slot(bool)
    def chooseHighContrast(self, wanted: bool) -> None:
        """High contrast, or not."""
        self.happen(ChoseSight(replace(self._visit.sight, high_contrast=wanted)))

    @Slot(bool)
    def chooseReducedMotion(self, wanted: bool) -> None:
        """Reduced motion, or not."""
        self.happen(ChoseSight(replace(self._visit.sight, reduced_motion=wanted)))

    @Slot(bool)
    def chooseReach(self, wanted: bool) -> None:
        """Controls within reach from a seat, or not."""
        self.happen(ChoseSight(replace(self._visit.sight, reach=wanted)))

    @Slot(bool)
    def askForHelp(self, wanted: bool) -> None:
        """Open or close the plate with the help for seeing and reaching."""
        self.happen(AskedForHelp(wanted))

    @Slot(float)
    def mediaStarted(self, seconds: float) -> None:
        """A film or sound of this length began."""
        self.happen(MediaStarted(seconds))

    @Slot()
    def mediaEnded(self) -> None:
        """It stopped."""
        self.happen(MediaEnded())

    @Slot(int)
    def showsWords(self, count: int) -> None:
        """The screen shows this many words now."""
        self.happen(ShowsWords(count))

    def ask_now(self) -> None:
        """Put the question «still there?» as if the visit had been silent for long enough."""
        self._visit = replace(self._visit, touched_at=-1e9, acted_at=-1e9, media_until=0.0)
        self.happen(TimePassed())

    def stop(self) -> None:
        """Nothing more happens by itself."""
        self._timer.stop()

    def sleep(self) -> None:
        """The display went dark."""
        self.happen(Slept())

    def wake(self) -> None:
        """The display came back."""
        self.happen(Woke())

    def lose_content(self, code: str) -> None:
        """There is nothing that could be shown."""
        self.happen(ContentLost(code))

    def find_content(self, rules: Rules, projects: frozenset[str], categories: frozenset[str]) -> None:
        """There is content, or other content than before."""
        self.happen(ContentCame(rules, projects, categories))
        self.rulesChanged.emit()
