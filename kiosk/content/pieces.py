"""The words of an exhibit piece by piece, each with the fingerprint of the original it was translated from.

The original is the first language. A piece of another language is missing, or there; and where it is marked, it is current,
or older than the original, which changed since.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.content.model import Exhibit

_OWN = {"translated_from", "notes", "countries"}
"""Fields that are no translation: the marks, the notes, and names that only one language words its own way."""
_NOTES = {
    "title": "Title of a panel; the shorter, the larger it stands. At most 36 characters.",
    "summary": "One sentence that makes a stranger want to touch; at most 18 words.",
    "pull": "One human line, set large; at most 9 words.",
    "alt": "What the picture shows, for someone who cannot see it; at most 30 words.",
    "caption": "Under the picture; at most 16 words.",
    "sentence": "A fact in one sentence.",
    "label": "Stands under a number that the program writes: it must not repeat the unit.",
    "heading": "Over a page.",
    "text": "One page: at most 60 words in English, less in most languages; sentences of at most 25.",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """The words of one file in all languages: of a project, or shared."""

    name: str
    """The project, «words» or «interface»."""
    words: Mapping[str, Any]
    """By language, the model of its file."""

    def file(self, language: str) -> str:
        """The file of a language, below the exhibit folder."""
        folder = f"content/{self.name}" if self.name in ("words", "interface") else f"content/projects/{self.name}"
        return f"{folder}/{language}.yaml"


Path = tuple[str, ...]


def units(exhibit: Exhibit) -> Iterator[Unit]:
    """All files of words of an exhibit: those that projects share, then the projects in the order of the gallery."""
    yield Unit("interface", exhibit.interface)
    yield Unit("words", exhibit.words)
    for name, project in exhibit.projects.items():
        yield Unit(name, project.words)


def pieces(words: Any) -> dict[Path, str | dict[str, str]]:
    """The texts of one file by the keys that lead to them; where a word changes with its number, its forms."""
    return dict(_leaves(words.model_dump(exclude_none=True, exclude=_OWN), ())) if words is not None else {}


def _leaves(values: Mapping[str, Any], above: Path) -> Iterator[tuple[Path, str | dict[str, str]]]:
    for key, value in values.items():
        path = (*above, str(key))
        if isinstance(value, str):
            yield path, value
        elif path[0] == "words" and len(path) == 2:
            yield path, {str(form): text for form, text in value.items()}
        else:
            yield from _leaves(value, path)


def note_for(unit: str, path: Path, notes: Mapping[str, str]) -> str:
    """What a translator should know of a piece."""
    return notes.get(".".join(path[1:]), "") if unit == "interface" else _NOTES.get(path[-1], "")


def fingerprint(text: str | Mapping[str, str]) -> str:
    """Eight hexadecimal digits that change with the text; spaces and line breaks do not count, nor does the Unicode form."""
    whole = text if isinstance(text, str) else "\0".join(f"{form}\0{text[form]}" for form in sorted(text))
    plain = " ".join(unicodedata.normalize("NFC", whole).split(" "))
    return hashlib.blake2b(" ".join(plain.split()).encode(errors="surrogatepass"), digest_size=4).hexdigest()


@dataclass(frozen=True, slots=True)
class Cell:
    """How far one file is translated into one language."""

    unit: str
    language: str
    wanted: int
    """Pieces of the original."""
    missing: tuple[str, ...]
    """Keys of pieces that are not there."""
    older: tuple[str, ...]
    """Keys of pieces whose original changed since."""
    unmarked: int
    """Pieces of which nobody said what they were translated from."""

    @property
    def present(self) -> int:
        """Pieces that are there."""
        return self.wanted - len(self.missing)


def cell(unit: Unit, language: str, original: str) -> Cell:
    """How far a unit is translated."""
    source, target = pieces(unit.words.get(original)), pieces(unit.words.get(language))
    marks: Mapping[str, str] = unit.words[language].translated_from if language in unit.words else {}
    keys = {path: ".".join(path) for path in source}
    missing = tuple(keys[path] for path in source if path not in target)
    there = [path for path in source if path in target]
    older = tuple(keys[path] for path in there if keys[path] in marks and marks[keys[path]] != fingerprint(source[path]))
    return Cell(unit.name, language, len(source), missing, older, sum(keys[path] not in marks for path in there))


def marks_for(unit: Unit, language: str, original: str) -> dict[str, str]:
    """The marks of a unit whose translation was looked at against the original as it is now."""
    target = pieces(unit.words.get(language))
    return {".".join(path): fingerprint(text) for path, text in pieces(unit.words.get(original)).items() if path in target}
