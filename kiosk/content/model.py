"""What an exhibit is: frozen types, valid once built. Facts and words live apart, as they do in the files.

A file of `content/` becomes one model of this module; `Exhibit` holds them all. Every scalar arrives as the
string that stands in the file and becomes a type here, once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

WORDS_PER_PAGE = 60
"""The longest page in English, in words (Smithsonian Guidelines for Accessible Exhibition Design: labels of 75-100
words; a page of this exhibit holds 8-9 lines)."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Lower-case words joined by hyphens: the name of a folder, a person, a picture."""
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2, and SU for the Soviet Union (exceptionally reserved there)."""
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
AssetPath = Annotated[str, StringConstraints(min_length=1, max_length=240)]
"""A path below `assets/`, with forward slashes."""


class Standing(StrEnum):
    """Where a project stands today; visitors see it."""

    FLOWN = "flown"
    FLYING = "flying"
    LOST = "lost"
    ENDED = "ended"
    ON_THE_GROUND = "on-the-ground"
    UNFINISHED = "unfinished"
    PLANNED = "planned"
    NOT_CARRIED_OUT = "not-carried-out"
    UNCONFIRMED = "unconfirmed"


class Cooperation(StrEnum):
    """What kind of joint work a project was; visitors see it."""

    AGREEMENT = "agreement"
    BUILT_IN_RUSSIA = "built-in-russia"
    BOUGHT_LAUNCH_OR_SEAT = "bought-launch-or-seat"
    PLAN = "plan"
    BACKGROUND = "background"


class BlockKind(StrEnum):
    """What one page of a story is made of."""

    TEXT = "text"
    PICTURE = "picture"
    FACTS = "facts"
    QUOTE = "quote"
    TERMS = "terms"
    EVENTS = "events"


class PartialDate(NamedTuple):
    """A day, a month or a year, as exactly as it is known; `about` where even that is uncertain."""

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    @classmethod
    def parse(cls, text: object) -> PartialDate:
        """Read `2019-09-25`, `2019-09`, `2019`, or one of them with `~` behind it (about; EDTF, ISO 8601-2).

        Raises ValueError, with words for a curator, for anything else and for days that no calendar has.
        """
        if isinstance(text, PartialDate):
            return text
        found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", str(text).strip())
        if found is None:
            raise ValueError("is not a date: write 2019-09-25, 2019-09 or 2019, with ~ behind it for «about»")
        year, month, day = (int(part) if part else None for part in found.groups()[:3])
        assert year is not None
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            raise ValueError("is a date that no calendar has") from None
        return cls(year, month, day, bool(found.group(4)))

    @property
    def first_day(self) -> date:
        """The first day it can mean, for sorting and comparing."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day it can mean."""
        if self.day:
            return self.first_day
        following = date(self.year + 1, 1, 1) if not self.month or self.month == 12 else date(self.year, self.month + 1, 1)
        return following - timedelta(days=1)


class Quantity(NamedTuple):
    """One number or a range of two, as written in a fact's `value`."""

    low: float
    high: float | None = None
    decimals: int = 0

    @classmethod
    def parse(cls, text: object) -> Quantity:
        """Read `7.9` or `311..359`. Raises ValueError, with words for a curator, for anything else."""
        if isinstance(text, Quantity):
            return text
        found = re.fullmatch(r"(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?", str(text).strip())
        if found is None:
            raise ValueError("is not a number: write 7.9, or 311..359 for a range")
        low, high = found.groups()
        decimals = max(len(part.partition(".")[2]) for part in (low, high or ""))
        return cls(float(low), float(high) if high else None, decimals)


def _positive_seconds(text: object) -> object:
    """Read `90s` or `2min` as seconds; the unit is written out so that nobody takes one for the other."""
    if isinstance(text, int | float):
        return text
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(s|min|h)", str(text).strip())
    if found is None:
        raise ValueError("is not a time: write 90s, 2min or 1h")
    return float(found.group(1)) * {"s": 1, "min": 60, "h": 3600}[found.group(2)]


Day = Annotated[PartialDate, BeforeValidator(PartialDate.parse)]
Number = Annotated[Quantity, BeforeValidator(Quantity.parse)]
Seconds = Annotated[float, BeforeValidator(_positive_seconds), Field(gt=0)]


def _within_assets(path: str) -> str:
    if path.startswith(("/", "\\")) or "\\" in path or ":" in path or ".." in path.split("/"):
        raise ValueError("must stay inside assets/: write it like illustrations/mir.webp")
    return path


File = Annotated[AssetPath, AfterValidator(_within_assets)]


class Model(BaseModel):
    """Frozen, and a field it does not know is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


# ------------------------------------------------------------------ content/exhibit.yaml


class Category(Model):
    """One group of projects in the gallery; its name lives in words/<lang>.yaml."""

    id: Identifier
    sign: Identifier
    """Which of the drawn signs stands for it (kiosk/ui/theme)."""


class Idle(Model):
    """How long the screen waits for a visitor who may have left (numbers.md: 90-120 s recommended)."""

    base: Seconds = 60.0
    """Silence allowed on a screen without text, before the question."""
    reading_words_per_minute: Annotated[int, Field(ge=60, le=400)] = 120
    """Added time for the words on screen; adults read 250, visitors with a child on the arm half of that."""
    longest: Seconds = 180.0
    countdown: Annotated[Seconds, Field(ge=20, le=120)] = 20.0
    """How long «still there?» asks; WCAG 2.2, 2.2.1: at least 20 s."""


class AttractPlan(Model):
    """The loop that plays while nobody is there."""

    moment: Annotated[Seconds, Field(ge=4, le=60)] = 9.0
    """How long one project stays in front."""
    projects: tuple[Identifier, ...] = ()
    """Projects the loop draws on, in order; empty for all with a hero picture."""


class ExhibitFile(Model):
    """content/exhibit.yaml: what the exhibit is made of, without its words."""

    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1, max_length=12)]
    """In the order of the language switch; the first is the one the others fall back to."""
    categories: Annotated[tuple[Category, ...], Field(min_length=1, max_length=9)]
    order: tuple[Identifier, ...] = ()
    """Projects that come first in the gallery, in this order; the others follow by date."""
    closing: tuple[Identifier, ...] = ()
    """Projects that come last in the gallery, in this order."""
    attract: AttractPlan = AttractPlan()
    idle: Idle = Idle()
    letter_language: LanguageCode | None = None
    """The language of the letters that a kiosk writes to a stick; the first one where it is not set."""


class TermWords(Model):
    """One term of the glossary in words."""

    term: Sentence
    meaning: Sentence
    """One or two sentences that say what it is."""


Marks = dict[str, Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]]


class ExhibitWords(Model):
    """content/words/<lang>.yaml: the words of the exhibit itself, and the names of what projects share."""

    title: Sentence
    subtitle: Sentence
    """What the exhibit tells, in a line."""
    invitation: Sentence
    """On attract, on the button that starts in this language."""
    categories: dict[Identifier, Sentence]
    countries: dict[CountryCode, Sentence] = {}
    """Names that CLDR lacks or words otherwise (SU)."""
    people: dict[Identifier, Sentence] = {}
    vehicles: dict[Identifier, Sentence] = {}
    places: dict[Identifier, Sentence] = {}
    glossary: dict[Identifier, TermWords] = {}
    timeline: dict[Identifier, Sentence] = {}
    """What happened, in one sentence an event."""
    translated_from: Marks = {}
    """Written by `kiosk translations`: by piece, the fingerprint of the original it was translated from."""


PluralForms = dict[Literal["zero", "one", "two", "few", "many", "other"], Sentence]


class InterfaceWords(Model):
    """content/interface/<lang>.yaml: the words of buttons and hints; missing ones fall back to the built-in ones."""

    words: dict[str, Sentence | PluralForms]
    notes: dict[str, Sentence] = {}
    """For the translator, by key: where the word stands and how long it may be."""
    translated_from: Marks = {}
    """Written by `kiosk translations`: by piece, the fingerprint of the original it was translated from."""


# ------------------------------------------------------------------ facts that projects share


class Person(Model):
    """content/people.yaml, one entry; the name lives in words/<lang>.yaml."""

    country: CountryCode
    born: Day | None = None
    died: Day | None = None


class Vehicle(Model):
    """content/vehicles.yaml, one entry: a rocket, a ship, a station."""

    kind: Literal["rocket", "ship", "station"]


class Place(Model):
    """content/places.yaml, one entry: a launch site, an observatory, a capital."""

    kind: Literal["launch-site", "ground-station", "observatory", "training-centre", "research-centre", "capital"] = "launch-site"
    country: CountryCode | None = None
    """None only on the high sea."""
    latitude_deg: Annotated[float, Field(ge=-90, le=90)]
    longitude_deg: Annotated[float, Field(ge=-180, le=180)]
    about: bool = False
    """The coordinates are approximate."""


class Term(Model):
    """content/glossary.yaml, one entry; the words live in words/<lang>.yaml."""

    project: Identifier | None = None
    """A project that shows what the word means."""


class Event(Model):
    """content/timeline.yaml, one entry; the sentence lives in words/<lang>.yaml."""

    when: Day
    project: Identifier | None = None
    """The project that tells more."""


# ------------------------------------------------------------------ content/projects/<id>/project.yaml


class Source(Model):
    """Where a fact comes from. Two sources of one origin count once."""

    publisher: Sentence
    title: Sentence | None = None
    address: str | None = None
    read: Day | None = None
    origin: Identifier
    voice: Literal["independent", "founding", "exhibit", "general"] = "independent"
    """Who speaks: only an independent source earns a star; the founding text, the exhibit about itself and general
    knowledge are shown as what they are."""


class Picture(Model):
    """One picture, with who made it and under which licence it may be shown."""

    file: File
    """The picture, wider than high."""
    tall: File | None = None
    """The same picture composed for an upright frame, where there is one."""
    credit: Sentence
    licence: Sentence
    """An SPDX identifier (CC-BY-4.0, CC0-1.0) or «public domain»."""
    focus: tuple[Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)]] = (0.5, 0.5)
    """What must stay visible when edges are cut off: across and down, as shares of the picture."""


class Orbit(Model):
    """An orbit, in numbers."""

    kind: Literal["low-earth", "sun-synchronous", "geostationary", "elliptical", "lagrange-point"]
    perigee_km: Annotated[float, Field(gt=0)] | None = None
    apogee_km: Annotated[float, Field(gt=0)] | None = None
    inclination_deg: Annotated[float, Field(ge=0, le=180)] | None = None
    longitude_deg_east: Annotated[float, Field(ge=-180, le=180)] | None = None
    sources: tuple[Identifier, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.perigee_km and self.apogee_km and self.perigee_km > self.apogee_km:
            raise ValueError("perigee_km is higher than apogee_km: exchange them")
        return self


class Fact(Model):
    """One fact with its sources: a line of «How do we know this?», and with a value a number of the strip."""

    id: Identifier
    value: Number | None = None
    unit: Literal["day", "hour", "minute", "year", "kilometre", "metre", "centimetre", "kilogram", "degree", "percent", "plain"] | None = (
        None
    )
    about: bool = False
    """The value is approximate; the screen says «about»."""
    sources: tuple[Identifier, ...]

    @model_validator(mode="after")
    def _value_with_unit(self) -> Self:
        if (self.value is None) != (self.unit is None):
            raise ValueError("value and unit go together: write both, or neither")
        return self


class Block(Model):
    """One page of the story."""

    id: Identifier
    kind: BlockKind
    picture: Identifier | None = None
    """Shown beside the page; a picture block shows it large."""
    terms: tuple[Identifier, ...] = ()
    """Of the glossary, on a page of kind terms."""
    events: tuple[Identifier, ...] = ()
    """Of the timeline, on a page of kind events."""
    sources: tuple[Identifier, ...] = ()

    @property
    def lists(self) -> tuple[Identifier, ...]:
        """What the page lists instead of a text: terms or events."""
        return {BlockKind.TERMS: self.terms, BlockKind.EVENTS: self.events}.get(self.kind, ())

    @model_validator(mode="after")
    def _with_its_list(self) -> Self:
        for kind, given in ((BlockKind.TERMS, self.terms), (BlockKind.EVENTS, self.events)):
            if (self.kind is kind) != bool(given):
                raise ValueError(f"{kind.value} belong to a page of kind {kind.value}: write both, or neither")
        return self


class ProjectFile(Model):
    """content/projects/<id>/project.yaml: facts, sources, pictures and the order of the story."""

    category: Identifier
    standing: Standing | None = None
    """None only for pages about the exhibit itself."""
    cooperation: Cooperation | None = None
    countries: tuple[CountryCode, ...] = ()
    begins: Day | None = None
    ends: Day | None = None
    vehicle: Identifier | None = None
    """The rocket."""
    spacecraft: Identifier | None = None
    """The ship or station, where it has a name of its own in vehicles.yaml."""
    site: Identifier | None = None
    people: tuple[Identifier, ...] = ()
    orbit: Orbit | None = None
    as_of: Day
    review_after: Day | None = None
    sources: dict[Identifier, Source]
    pictures: Annotated[dict[Identifier, Picture], Field(min_length=1)]
    hero: Identifier
    facts: tuple[Fact, ...] = ()
    story: Annotated[tuple[Block, ...], Field(min_length=1, max_length=12)]
    related: Annotated[tuple[Identifier, ...], Field(max_length=4)] = ()


# ------------------------------------------------------------------ content/projects/<id>/<lang>.yaml


class PictureWords(Model):
    """What a picture shows for someone who cannot see it, and what stands under it."""

    alt: Sentence
    caption: Sentence | None = None


class FactWords(Model):
    """A fact in words."""

    sentence: Sentence
    """The whole fact, for «How do we know this?»."""
    label: Sentence | None = None
    """What the number of the strip counts: «in space»."""


class BlockWords(Model):
    """One page of the story in words."""

    heading: Sentence | None = None
    text: Sentence | None = None
    """A page of terms or events needs none."""
    attribution: Sentence | None = None
    """Under a quote: who says so."""


class ProjectWords(Model):
    """content/projects/<id>/<lang>.yaml: the words of one project in one language."""

    title: Sentence
    summary: Sentence
    """One sentence that makes a stranger want to touch."""
    pull: Sentence | None = None
    """One human line, set large under the first page."""
    pictures: dict[Identifier, PictureWords] = {}
    facts: dict[Identifier, FactWords] = {}
    story: dict[Identifier, BlockWords] = {}
    translated_from: Marks = {}
    """Written by `kiosk translations`: by piece, the fingerprint of the original it was translated from."""


# ------------------------------------------------------------------ the whole


@dataclass(frozen=True, slots=True)
class Project:
    """One joint project (or page about the exhibit): its facts, and its words by language."""

    id: str
    file: ProjectFile
    words: Mapping[str, ProjectWords]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Everything one kiosk shows, read and valid; projects with errors are not in it."""

    root: Path
    """The folder that holds content/ and assets/."""
    file: ExhibitFile
    words: Mapping[str, ExhibitWords]
    interface: Mapping[str, InterfaceWords]
    people: Mapping[str, Person]
    vehicles: Mapping[str, Vehicle]
    places: Mapping[str, Place]
    glossary: Mapping[str, Term]
    timeline: Mapping[str, Event]
    projects: Mapping[str, Project]
    """In gallery order."""
