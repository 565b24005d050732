"""Words of an exhibit as gettext catalogues (PO), the form in which translators and their tools exchange them, and back.

Babel reads and writes them. The context of an entry is «<project>/<key>», «words/<key>» or «interface/<key>»; its comment tells
the translator what the piece is. What is older than its original is marked fuzzy.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from gettext import c2py
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from kiosk.content.model import Exhibit
from kiosk.content.pieces import Unit, fingerprint, note_for, pieces, units
from kiosk.content.yaml_edits import edited, marked, write_text
from kiosk.errors import BadCall
from kiosk.language import formatting

_HEADER = "Words of the exhibit. Translate msgid into msgstr; keep {n}, {page} and the like as they are."


def export_po(exhibit: Exhibit, language: str) -> bytes:
    """The words of the first language with their translations into `language` as a PO file. The same words give the same
    bytes. Raises BadCall where the language is the first one."""
    original = exhibit.file.languages[0]
    if language == original:
        raise BadCall(f"«{language}» is the first language of the exhibit, from which the others are translated.")
    catalog = Catalog(locale=_locale(language), header_comment=f"# {_HEADER}", fuzzy=False, charset="utf-8")
    for unit in units(exhibit):
        there = pieces(unit.words.get(language))
        marks = unit.words[language].translated_from if language in unit.words else {}
        notes = exhibit.interface[original].notes if unit.name == "interface" and original in exhibit.interface else {}
        for path, text in pieces(unit.words.get(original)).items():
            key = ".".join(path)
            older = key in marks and marks[key] != fingerprint(text)
            note = note_for(unit.name, path, notes)
            catalog.add(
                _forms(text),
                _translated(text, there.get(path), language),
                context=f"{unit.name}/{key}",
                auto_comments=[note] if note else [],
                flags=["fuzzy"] if older and path in there else [],
            )
    out = io.BytesIO()
    write_po(out, catalog, width=100, no_location=True, omit_header=False)
    return _without_times(out.getvalue())


_RUN_HEADERS = tuple(
    f'"{name}'.encode()
    for name in ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Project-Id", "Report-Msgid", "Last-Translator", "Language-Team")
)


def _without_times(data: bytes) -> bytes:
    """The catalogue without the headers that differ from one run to the next."""
    return b"".join(line for line in data.splitlines(keepends=True) if not line.startswith(_RUN_HEADERS))


def _locale(language: str) -> str:
    return str(formatting.locale(language).language)


def _forms(text: str | dict[str, str]) -> str | tuple[str, str]:
    return text if isinstance(text, str) else (text.get("one") or text.get("other", ""), text.get("other", ""))


def _plural_keys(language: str) -> list[str]:
    """For each plural form of gettext, the CLDR category of the numbers that take it."""
    catalog = Catalog(locale=_locale(language))
    choose, keys = c2py(catalog.plural_expr), [""] * catalog.num_plurals
    for number in (*range(201), 1_000_000):
        at = int(choose(number))
        keys[at] = keys[at] or formatting.plural_form(language, number)
    return [key or "other" for key in keys]


def _translated(text: str | dict[str, str], there: Any, language: str) -> Any:
    if isinstance(text, str):
        return there if isinstance(there, str) else ""
    forms = there if isinstance(there, dict) else {}
    return tuple(forms.get(key) or forms.get("other", "") for key in _plural_keys(language))


# ------------------------------------------------------------------ back


@dataclass
class Imported:
    """What became of a catalogue."""

    files: list[str] = field(default_factory=list)
    """Files that were written."""
    changed: int = 0
    """Pieces that say something else now."""
    confirmed: int = 0
    """Pieces that were looked at and stay."""
    left: list[str] = field(default_factory=list)
    """What was not taken, and why."""


def import_po(exhibit: Exhibit, data: bytes, language: str = "") -> Imported:
    """Take the translations of a PO file into the YAML files of its language; what is good is taken whatever else there is.
    Fuzzy and empty entries are left. Raises BadCall where the file is no catalogue, or of a language the exhibit lacks."""
    catalog = _read(data)
    language = language or _language(catalog, exhibit)
    original = exhibit.file.languages[0]
    if language == original or language not in exhibit.file.languages:
        raise BadCall(f"the catalogue is in «{language}»; the exhibit is translated into {', '.join(exhibit.file.languages[1:])}.")
    result = Imported()
    entries: dict[str, list[Message]] = {}
    for message in catalog:
        if message.id and message.context:
            entries.setdefault(message.context.partition("/")[0], []).append(message)
    known = {unit.name: unit for unit in units(exhibit)}
    for name in entries.keys() - known.keys():
        result.left.append(f"{name}: there is no such project any more.")
    for name, unit in known.items():
        if name in entries:
            _take(exhibit.root, unit, language, original, entries[name], result)
    return result


def _read(data: bytes) -> Catalog:
    try:
        return read_po(io.BytesIO(data), abort_invalid=True)
    except (PoFileError, ValueError, UnicodeDecodeError, LookupError, IndexError) as error:
        raise BadCall(f"the file is not a PO catalogue that can be read ({error}). Export it again, or save it as UTF-8.") from error


def _language(catalog: Catalog, exhibit: Exhibit) -> str:
    named = str(catalog.locale_identifier or "").replace("_", "-")
    return next((each for each in exhibit.file.languages if each == named or _locale(each) == named), named or "?")


def _take(root: Path, unit: Unit, language: str, original: str, messages: list[Message], result: Imported) -> None:
    source, there = pieces(unit.words.get(original)), pieces(unit.words.get(language))
    paths = {".".join(path): path for path in source}
    file = root / unit.file(language)
    if language not in unit.words and file.exists():
        result.left.append(f"{unit.file(language)}: the file has an error; mend it first (kiosk check).")
        return
    marks = dict(unit.words[language].translated_from) if language in unit.words else {}
    before, changes = dict(marks), {}
    for message in messages:
        key = str(message.context).partition("/")[2]
        path = paths.get(key)
        said = _said(message, language, there.get(path) if path else None)
        if path is None or _forms(source[path]) != (message.id if isinstance(message.id, str) else tuple(message.id)):
            result.left.append(f"{message.context}: the original has changed since the export. Export again.")
        elif said is None or message.fuzzy:
            continue
        elif trouble := _trouble(source[path], said):
            result.left.append(f"{message.context}: {trouble}")
        else:
            marks[key] = fingerprint(source[path])
            if said == there.get(path):
                result.confirmed += marks[key] != before.get(key)
            else:
                changes[path] = said
    if not changes and marks == before:
        return
    try:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        write_text(file, marked(edited(text, changes), {key: marks[key] for key in paths if key in marks}))
    except (OSError, ValueError) as error:
        result.left.append(f"{unit.file(language)}: it cannot be written ({error}).")
        return
    result.changed += len(changes)
    result.files.append(unit.file(language))


def _said(message: Message, language: str, there: Any) -> Any:
    """The translation of an entry, or None where there is none. Of what is `there`, forms for which gettext has no place stay:
    in Russian the one for fractions."""
    if isinstance(message.string, str):
        return message.string.strip() or None
    forms = dict(zip(_plural_keys(language), message.string or (), strict=False))
    if not any(forms.values()):
        return None
    forms |= {key: text for key, text in there.items() if key not in forms} if isinstance(there, dict) else {}
    forms.setdefault("other", next(text for text in reversed(list(forms.values())) if text))
    return {key: text for key, text in forms.items() if text}


def _trouble(source: str | dict[str, str], said: str | dict[str, str]) -> str:
    if isinstance(source, str) != isinstance(said, str):
        return "it must have the same plural forms as the original."
    wanted = _braces(source)
    lost = wanted - _braces(said)
    return f"{', '.join(sorted(lost))} is lost; the program fills it in." if lost else ""


def _braces(text: str | dict[str, str]) -> set[str]:
    def found() -> Iterator[str]:
        for each in [text] if isinstance(text, str) else [text.get("other", "")]:
            for piece in each.split("{")[1:]:
                if piece.partition("}")[1] and piece.partition("}")[0].isidentifier():
                    yield "{" + piece.partition("}")[0] + "}"

    return set(found())
