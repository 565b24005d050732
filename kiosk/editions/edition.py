"""What the running exhibit shows: a compiled edition, as frozen records over plain JSON. Standard library only.

The compiler (`compiling.py`) writes these records, this module reads them; everything in them is already
formatted for its language, so that showing it needs no YAML, validation or locale library.

    <edition>/index.json                 languages, categories, plates, interface words, attract, idle times
    <edition>/panels/<language>.jsonl    one panel a line; index.json holds where each line starts
"""

from __future__ import annotations

from dataclasses import dataclass

FORMAT = 1
"""Raised whenever the records change: an edition of another format is compiled again."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the exhibit, as the screen needs it."""

    code: str
    name: str
    """Its own name in itself: «العربية»."""
    right_to_left: bool
    script: str
    """latin, cyrillic or arabic: picks the face."""
    digits: str
    """The ten digits, zero first."""
    locale: str
    """For Qt and screen readers: «ar-EG»."""


@dataclass(frozen=True, slots=True)
class Category:
    """One group of the gallery, in one language."""

    id: str
    sign: str
    name: str
    count: int
    count_text: str


@dataclass(frozen=True, slots=True)
class Plate:
    """One project as it hangs in the gallery and passes in attract, in one language."""

    project: str
    category: str
    sign: str
    title: str
    summary: str
    year: str
    """Formatted: «1987», «١٩٨٧»; empty where the project has no date."""
    nations: str
    standing: str
    """Identifier, empty for pages about the exhibit."""
    standing_text: str
    wide: str
    """Path of the hero picture below assets/."""
    tall: str
    """Path of its upright composition, or of the same picture."""
    focus_x: float
    focus_y: float
    alt: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a panel with its words."""

    id: str
    wide: str
    tall: str
    focus_x: float
    focus_y: float
    width: int
    """Of the wide picture, in pixels."""
    height: int
    alt: str
    caption: str
    credit: str
    """Formatted: credit and licence in one line."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the fact strip."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the story; the screen makes one page of it, or several in large text."""

    id: str
    kind: str
    """text, picture, facts or quote."""
    heading: str
    text: str
    attribution: str
    picture: str
    """Identifier of the picture beside it, or empty."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact of «How do we know this?»."""

    sentence: str
    stars: int
    """0, 1 or 2, computed from the origins of its sources."""
    stars_text: str
    """In words, for those who do not see them."""
    sources: str
    """Publishers, joined."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source as a line on screen."""

    publisher: str
    title: str
    detail: str
    """When it was read, and the like; formatted."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One project told in one language."""

    project: str
    language: str
    category: str
    category_name: str
    sign: str
    title: str
    summary: str
    pull: str
    dateline: str
    """Date in both calendars where the language expects it."""
    journey: str
    """Vehicle and site: «Soyuz TM-3 from Baikonur»."""
    nations: str
    people: str
    standing: str
    standing_text: str
    cooperation_text: str
    strip: tuple[Number, ...]
    blocks: tuple[Block, ...]
    pictures: tuple[Picture, ...]
    """The hero first."""
    evidence: tuple[Evidence, ...]
    sources: tuple[Source, ...]
    sources_text: str
    """«7 sources, compared», with the right plural."""
    as_of: str
    """«As of November 2026», formatted."""
    related: tuple[str, ...]
    word_count: int
    """Words of the longest page, for the idle time."""
