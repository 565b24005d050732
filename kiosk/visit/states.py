"""What can be on the screen, and what can happen to it: frozen values, no behaviour.

Attract --Began--> Gallery <--> Panel          Calm: no usable content; any state can fall into it
   ^                  \\          /
   +-- silence -- StillThere <--+              a touch leads back to the screen beneath
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Face(StrEnum):
    """Which side of a panel is shown."""

    STORY = "story"
    EVIDENCE = "evidence"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Sight:
    """What helps one visitor to see and reach; reset with the visit."""

    large_text: bool = False
    high_contrast: bool = False
    reduced_motion: bool = False
    reach: bool = False
    """Controls come down into the lower third."""


@dataclass(frozen=True, slots=True)
class Attract:
    """The loop that plays while nobody is there."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """The projects as plates; remembers where it was when a visitor comes back from a panel."""

    category: str = ""
    """Empty for all."""
    place: float = 0.0
    """How far it is scrolled, in plates from the start."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One project."""

    project: str
    page: int = 0
    """Of the story."""
    face: Face = Face.STORY
    leaf: int = 0
    """Of another face, which may have several pages too; the story keeps its own meanwhile."""
    picture: str = ""
    """The picture that fills the screen, or empty."""


@dataclass(frozen=True, slots=True)
class StillThere:
    """The question before a silent visit ends."""

    under: Gallery | Panel
    asked_at: float


@dataclass(frozen=True, slots=True)
class Calm:
    """No usable content: a kind page with a code for staff."""

    code: str


Screen = Attract | Gallery | Panel | StillThere | Calm


@dataclass(frozen=True, slots=True)
class Rules:
    """What one kiosk lays down for every visit. Times in seconds."""

    languages: tuple[str, ...]
    first_language: str
    idle_base: float = 60.0
    words_per_minute: float = 120.0
    idle_longest: float = 180.0
    countdown: float = 20.0
    sight: Sight = field(default_factory=Sight)
    """How the machine is set for everybody; a visitor's choices start from it and return to it."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visitor's use of the screen, complete. Times are seconds of one clock that never runs backwards."""

    rules: Rules
    screen: Screen
    language: str
    sight: Sight
    gallery: Gallery = Gallery()
    """Where the gallery stands, also while a panel is open."""
    help_open: bool = False
    words_on_screen: int = 0
    now: float = 0.0
    """The latest time it has been told."""
    touched_at: float = 0.0
    acted_at: float = 0.0
    """The last touch that changed anything; a panel that reports touches by itself cannot hold a visit for ever."""
    media_until: float = 0.0
    asleep: bool = False
    woke_at: float = -1e9


# ------------------------------------------------------------------ what a visitor does


@dataclass(frozen=True, slots=True)
class Touched:
    """A finger came down, wherever."""


@dataclass(frozen=True, slots=True)
class Began:
    """Attract was touched: by an invitation in its language, or elsewhere in the language in front."""

    language: str


@dataclass(frozen=True, slots=True)
class WentHome:
    """Back to the beginning: the visit ends."""


@dataclass(frozen=True, slots=True)
class WentToGallery:
    """Out of a panel, back to all projects."""


@dataclass(frozen=True, slots=True)
class Filtered:
    """The gallery shows one category, or all (empty)."""

    category: str


@dataclass(frozen=True, slots=True)
class Scrolled:
    """The gallery came to rest, in plates from the start."""

    place: float


@dataclass(frozen=True, slots=True)
class Opened:
    """A project was opened."""

    project: str


@dataclass(frozen=True, slots=True)
class TurnedPage:
    """The face that is shown was turned to a page, counted from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class Turned:
    """The panel shows another face."""

    face: Face


@dataclass(frozen=True, slots=True)
class Enlarged:
    """A picture fills the screen, or (empty) no longer does."""

    picture: str


@dataclass(frozen=True, slots=True)
class ChoseLanguage:
    """The words change, the place stays."""

    language: str


@dataclass(frozen=True, slots=True)
class ChoseSight:
    """One kind of help for seeing and reaching was chosen or dropped."""

    sight: Sight


@dataclass(frozen=True, slots=True)
class AskedForHelp:
    """The plate with the help for seeing and reaching was opened or closed."""

    open: bool


@dataclass(frozen=True, slots=True)
class MediaStarted:
    """A film or sound began; it lasts this many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class MediaEnded:
    """It stopped, at its end or before."""


Deed = (
    Touched
    | Began
    | WentHome
    | WentToGallery
    | Filtered
    | Scrolled
    | Opened
    | TurnedPage
    | Turned
    | Enlarged
    | ChoseLanguage
    | ChoseSight
    | AskedForHelp
    | MediaStarted
    | MediaEnded
)
"""What a visitor does."""


# ------------------------------------------------------------------ what happens without a visitor


@dataclass(frozen=True, slots=True)
class TimePassed:
    """Nothing but time."""


@dataclass(frozen=True, slots=True)
class ShowsWords:
    """The screen now shows this many words; silence may last as long as they take to read."""

    count: int


@dataclass(frozen=True, slots=True)
class Slept:
    """The display went dark."""


@dataclass(frozen=True, slots=True)
class Woke:
    """The display came back."""


@dataclass(frozen=True, slots=True)
class ContentLost:
    """There is nothing that could be shown."""

    code: str


@dataclass(frozen=True, slots=True)
class ContentCame:
    """There is content, or other content than before."""

    rules: Rules
    projects: frozenset[str]
    categories: frozenset[str]


Happening = TimePassed | ShowsWords | Slept | Woke | ContentLost | ContentCame
Event = Deed | Happening
