"""One thing wrong with content: where it is, what is wrong, what to do, and how bad it is."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps its project off the screen; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong with one place of the exhibit. Sorts by file and line."""

    file: str
    """Below the exhibit folder, with forward slashes."""
    line: int
    """From 1; 1 where the whole file is meant."""
    column: int
    what: str
    remedy: str
    severity: Severity = Severity.ERROR
    code: str = "content"
    """What kind of problem; the handbook explains each."""
    project: str = ""
    """The project it belongs to, if any."""
    language: str = ""
    """The language whose words it concerns, if any."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}  {self.what} {self.remedy}"

    def as_json(self) -> dict[str, str | int]:
        """Plain values for other programs."""
        return asdict(self)


_LONGEST_NAME, _MANY_NAMES = 80, 400


def brief(text: str) -> str:
    """What a person wrote, on one line and no longer than a line."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 2] + " …"


def printable(path: str) -> str:
    """The name of a file as it may be printed and stored: names need be neither Unicode nor free of control characters."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in path)


def nearest(written: str, known: Iterable[str]) -> str:
    """The known name that is nearest to what was written, or empty where none is near."""
    names = sorted(name for name in known if len(name) <= _LONGEST_NAME)
    near = difflib.get_close_matches(written, names, 1, 0.6) if len(written) <= _LONGEST_NAME else []
    return near[0] if near else ""


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """«Did you mean «x»?» for the nearest known name, or a list of a few, or nothing. Among very many names only those that
    begin alike are compared, which is what takes time."""
    names = list(known)
    if len(names) > _MANY_NAMES:
        names = [name for name in names if name[:3] == written[:3]][:_MANY_NAMES]
    names = sorted(name for name in names if len(name) <= _LONGEST_NAME)
    near = nearest(written, names)
    if near:
        return f"Did you mean «{near}»?"
    if 0 < len(names) <= 12:
        return "Known here: " + ", ".join(names) + "."
    return ""


def mended_by(written: str, known: Iterable[str]) -> str:
    """As `did_you_mean`, with advice where no name is near."""
    return did_you_mean(written, known) or "Correct the name, or take it out."


def shown(problems: Iterable[Problem], *, colour: bool = False) -> str:
    """A list of problems as lines of text, errors marked; with ANSI colours where the reader is a terminal."""
    red, yellow, dim, plain = ("\033[31m", "\033[33m", "\033[2m", "\033[0m") if colour else ("", "", "", "")
    lines = []
    for problem in sorted(problems):
        tone = red if problem.severity is Severity.ERROR else yellow
        place = f"{problem.file}:{problem.line}:{problem.column}"
        lines.append(f"{dim}{place}{plain}  {tone}{problem.what}{plain} {problem.remedy}")
    return "\n".join(lines)


def summed_up(problems: Iterable[Problem]) -> str:
    """«2 errors, 1 warning», or that all is well."""
    found = list(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    warnings = len(found) - errors
    if not found:
        return "All is well: no problem found."

    def counted(count: int, word: str) -> str:
        return f"{count} {word}" + ("" if count == 1 else "s")

    return ", ".join(counted(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n) + "."
