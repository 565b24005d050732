"""What the running exhibit shows: a compiled edition, as frozen records over plain JSON. Standard library only.

The compiler (`compiling.py`) writes these records, this module reads them; everything in them is already
formatted for its language, so that showing it needs no YAML, validation or locale library.

    <edition>/index.json                 languages, categories, interface words, pictures, attract, idle times, sizes of the other files
    <edition>/plates/<language>.json     the gallery, read when a language is first spoken
    <edition>/panels/<language>.jsonl    one panel a line; index.json holds where each line starts
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.errors import UnusableEdition

FORMAT = 3
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
    """With its plural: «16 stories»."""


@dataclass(frozen=True, slots=True)
class Plate:
    """One project as it hangs in the gallery and passes in attract, in one language."""

    project: str
    category: str
    sign: str
    title: str
    summary: str
    pull: str
    """One human line, or empty."""
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
class Entry:
    """One line of a page that lists: a term with its meaning, or a year with what happened."""

    name: str
    text: str
    project: str
    """The project that tells more, or empty."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the story; the screen makes one page of it, or several in large text."""

    id: str
    kind: str
    """text, picture, facts, quote, terms or events."""
    heading: str
    text: str
    attribution: str
    picture: str
    """Identifier of the picture beside it, or empty."""
    entries: tuple[Entry, ...] = ()
    """What a page of terms or events lists."""


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


@dataclass(frozen=True, slots=True)
class Idle:
    """Times of a visit, in seconds."""

    base: float
    words_per_minute: float
    longest: float
    countdown: float


class Edition:
    """A compiled edition, opened. What one screen needs is read when it is first asked for, and kept."""

    def __init__(
        self,
        folder: Path,
        index: dict[str, Any],
        renditions: Path | None = None,
        plates: dict[str, tuple[Plate, ...]] | None = None,
        root: Path | None = None,
    ) -> None:
        self.folder = folder
        self.root = root or Path(index["root"])
        """The exhibit folder that the pictures are in."""
        self.languages = tuple(Language(*row) for row in index["languages"])
        self.idle = Idle(*index["idle"])
        self.moment_seconds = float(index["moment_seconds"])
        self.moments = tuple(index["moments"])
        """Identifiers of the projects that attract draws on."""
        self.moments_in_turn = bool(index["moments_in_turn"])
        """Whether a curator put them in this order."""
        self._index = index
        self._plates: dict[str, tuple[Plate, ...]] = dict(plates or {})
        self._renditions: dict[str, list[tuple[int, Path]]] = {}
        if renditions is not None:
            self.look_for_renditions(renditions)

    def look_for_renditions(self, folder: Path) -> None:
        """Learn which pictures exist at which widths. One look at one folder; not for a touch to wait for."""
        found: dict[str, list[tuple[int, Path]]] = {}
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    digest, _, width = entry.name.partition(".")[0].partition("-")
                    if width.isdecimal() and ".part" not in entry.name:
                        found.setdefault(digest, []).append((int(width), folder / entry.name))
        except OSError:
            return
        self._renditions = {digest: sorted(widths) for digest, widths in found.items()}

    def picture(self, path: str, width: int) -> Path:
        """The smallest rendition of a picture that is at least `width` pixels wide, or the picture itself."""
        known = self._index["pictures"].get(path)
        if known is not None:
            for each, file in self._renditions.get(known[0], ()):
                if each >= width or each >= known[1]:
                    return file
        return self.root / "assets" / path

    def picture_size(self, path: str) -> tuple[int, int]:
        """Width and height of a picture in pixels; (3, 2) where it is not known."""
        known = self._index["pictures"].get(path)
        return (known[1], known[2]) if known else (3, 2)

    @property
    def pictures(self) -> dict[str, tuple[str, int, int]]:
        """Every picture that is shown, by path: hash, width, height."""
        return {path: (row[0], row[1], row[2]) for path, row in self._index["pictures"].items()}

    @property
    def project_count(self) -> int:
        """How many projects hang in the gallery."""
        return len(self._index["panels"].get(self.languages[0].code, ())) if self.languages else 0

    def words(self, language: str) -> dict[str, str]:
        """The words of the interface; what a language lacks stands in another."""
        words: dict[str, str] = self._index["words"][language]
        return words

    def title(self, language: str) -> str:
        """The title of the exhibit."""
        return str(self._index["titles"][language])

    def subtitle(self, language: str) -> str:
        """What the exhibit tells, in a line."""
        return str(self._index["subtitles"][language])

    def invitation(self, language: str) -> str:
        """What the button says that starts in this language."""
        return str(self._index["invitations"][language])

    def categories(self, language: str) -> tuple[Category, ...]:
        """The groups of the gallery; the first, without identifier, is all of them."""
        return tuple(Category(*row) for row in self._index["categories"][language])

    def plates(self, language: str) -> tuple[Plate, ...]:
        """The projects in the order of the gallery."""
        if language not in self._plates:
            rows = json.loads((self.folder / "plates" / f"{language}.json").read_bytes())
            self._plates[language] = tuple(Plate(*row) for row in rows)
        return self._plates[language]

    def panel(self, project: str, language: str) -> Panel:
        """One panel, read from disk: for a worker, not for a touch. Raises KeyError, OSError or ValueError."""
        offset, length = self._index["panels"][language][project]
        with open(self.folder / "panels" / f"{language}.jsonl", "rb") as file:
            file.seek(offset)
            values = json.loads(file.read(length))
        for name, record in _PARTS.items():
            values[name] = tuple(record(*row) for row in values[name])
        values["blocks"] = tuple(replace(each, entries=tuple(Entry(*row) for row in each.entries)) for each in values["blocks"])
        values["related"] = tuple(values["related"])
        return Panel(**values)


_PARTS: dict[str, type[Any]] = {
    "strip": Number,
    "blocks": Block,
    "pictures": Picture,
    "evidence": Evidence,
    "sources": Source,
}


def load_edition(folder: Path, renditions: Path | None = None, root: Path | None = None) -> Edition:
    """Open a compiled edition, whose pictures are below `root`, or where they were when it was compiled. Raises
    UnusableEdition where it is not complete or of another format."""
    try:
        index = json.loads((folder / "index.json").read_bytes())
        if index["format"] != FORMAT:
            raise UnusableEdition("K-40", f"The edition {folder.name} is of another format.")
        for name, size in index["sizes"].items():
            if (folder / name).stat().st_size != size:
                raise UnusableEdition("K-40", f"The edition {folder.name} is not complete ({name}).")
        return Edition(folder, index, renditions, root=root)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnusableEdition("K-40", f"The edition {folder.name} cannot be read ({error}).") from error
