"""From the files of an exhibit to its model, with every problem at once. The only place that sees the files as a whole.

One bad thing hides one thing. An error in the words of one language drops that language of that project; an error in a
project's facts keeps that project out; in what projects share, what is wrong is left out and the rest is kept. Only an
exhibit.yaml that cannot be read, or no words at all, leaves nothing to show.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from kiosk.content.messages import validated, validated_piecewise
from kiosk.content.model import (
    Event,
    Exhibit,
    ExhibitFile,
    ExhibitWords,
    Identifier,
    InterfaceWords,
    Person,
    Place,
    Project,
    ProjectFile,
    ProjectWords,
    Term,
    Vehicle,
)
from kiosk.content.problems import Problem, Severity
from kiosk.content.yaml_files import YamlFile, read_yaml

NO_FOLDER = "K-10"
UNREADABLE = "K-20"
NO_PROJECT = "K-30"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the exhibit where there is one, every problem, and the files as read (for places in them)."""

    root: Path
    exhibit: Exhibit | None
    problems: tuple[Problem, ...]
    files: dict[str, YamlFile]
    """By their name below the exhibit folder."""
    pieces: dict[str, _Piece] = field(default_factory=dict)
    """What each file became, for a later reading that finds it unchanged."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One file as it was read: the object that it became stays the same one while the file does."""

    stamp: tuple[int, int]
    """Size in bytes and time of the last change, in nanoseconds of the file system's clock."""
    file: YamlFile
    problems: tuple[Problem, ...]
    valid: Any


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


class _Reader:
    def __init__(self, root: Path, earlier: dict[str, _Piece] | None = None) -> None:
        self.root = root
        self.files: dict[str, YamlFile] = {}
        self.pieces: dict[str, _Piece] = {}
        self._earlier = earlier or {}

    def read(self, name: str, shape: Any, **more: str) -> Any | None:
        """One file as `shape`, or None; not read again where it is as it was."""
        stamp = _stamp(self.root / name)
        known = self._earlier.get(name)
        if known is None or stamp is None or known.stamp != stamp:
            valid = self._parse(name, shape, **more)
            known = _Piece(stamp or (-1, -1), self.files[name], tuple(self.files[name].problems), valid)
        else:
            self.files[name] = known.file
            known.file.problems = list(known.problems)
        self.pieces[name] = known
        return known.valid

    def _parse(self, name: str, shape: Any, **more: str) -> Any | None:
        file = read_yaml(self.root / name, self.root)
        self.files[name] = file
        if more and file.problems:
            file.problems = [_belonging(problem, more) for problem in file.problems]
        if file.values is None:
            return None
        if "project" not in more:  # what all projects share: one wrong entry costs that entry
            return validated_piecewise(_adapter(shape), shape, file, **more)
        valid = validated(_adapter(shape), shape, file, **more)
        return valid if not any(problem.severity is Severity.ERROR for problem in file.problems) else None


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns


def _belonging(problem: Problem, more: dict[str, str]) -> Problem:
    return replace(problem, project=more.get("project", ""), language=more.get("language", ""))


def read_exhibit(root: Path, earlier: Reading | None = None) -> Reading:
    """Read the exhibit in `root` (the folder that holds content/ and assets/). Never raises for what files hold. Files that
    are as they were in an `earlier` reading of the same folder are not read again."""
    reader = _Reader(root, earlier.pieces if earlier else None)
    content = root / "content"
    if not content.is_dir():
        missing = Problem(
            "content",
            1,
            1,
            "There is no folder «content» here.",
            f"Name the folder that holds content/ and assets/ (now: {root.name or root}).",
            code="no-folder",
        )
        return Reading(root, None, (missing,), {})
    file = reader.read("content/exhibit.yaml", ExhibitFile)
    exhibit = _read_rest(reader, file) if file is not None else None
    problems = tuple(sorted(problem for each in reader.files.values() for problem in each.problems))
    return Reading(root, exhibit, problems, reader.files, reader.pieces)


def read_interface(root: Path) -> dict[str, InterfaceWords]:
    """Only the words of the interface of the exhibit in `root`, by language; a file that cannot be read is left out."""
    reader = _Reader(root)
    found = {}
    for file in sorted((root / "content" / "interface").glob("*.yaml")):
        words = reader.read(f"content/interface/{file.name}", InterfaceWords, language=file.stem)
        if words is not None:
            found[file.stem] = words
    return found


def _read_rest(reader: _Reader, file: ExhibitFile) -> Exhibit | None:
    words: dict[str, ExhibitWords] = {}
    interface: dict[str, InterfaceWords] = {}
    for language in file.languages:
        if (found := reader.read(f"content/words/{language}.yaml", ExhibitWords, language=language)) is not None:
            words[language] = found
        path = f"content/interface/{language}.yaml"
        if (reader.root / path).exists() and (spoken := reader.read(path, InterfaceWords, language=language)) is not None:
            interface[language] = spoken
    if not words:
        return None
    people: dict[str, Person] = _read_shared(reader, "people", dict[Identifier, Person])
    vehicles: dict[str, Vehicle] = _read_shared(reader, "vehicles", dict[Identifier, Vehicle])
    places: dict[str, Place] = _read_shared(reader, "places", dict[Identifier, Place])
    glossary: dict[str, Term] = _read_shared(reader, "glossary", dict[Identifier, Term])
    timeline: dict[str, Event] = _read_shared(reader, "timeline", dict[Identifier, Event])
    projects: dict[str, Project] = {}
    folder = reader.root / "content" / "projects"
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        if each.is_dir() and not each.name.startswith((".", "_")):
            project = _read_project(reader, each.name, file.languages)
            if project is not None:
                projects[each.name] = project
    return Exhibit(reader.root, file, words, interface, people, vehicles, places, glossary, timeline, _in_order(projects, file))


def _read_shared(reader: _Reader, name: str, shape: Any) -> dict[str, Any]:
    path = f"content/{name}.yaml"
    return (reader.read(path, shape) or {}) if (reader.root / path).exists() else {}


def _read_project(reader: _Reader, name: str, languages: tuple[str, ...]) -> Project | None:
    facts = reader.read(f"content/projects/{name}/project.yaml", ProjectFile, project=name)
    words = {}
    for language in languages:
        path = f"content/projects/{name}/{language}.yaml"
        if (reader.root / path).exists():
            found = reader.read(path, ProjectWords, project=name, language=language)
            if found is not None:
                words[language] = found
    if facts is not None and not any(f"content/projects/{name}/{language}.yaml" in reader.files for language in languages):
        file = reader.files[f"content/projects/{name}/project.yaml"]
        remedy = f"Write {languages[0]}.yaml beside it; until then the project is not shown."
        file.problems.append(file.problem((), "The project has no words in any language.", remedy, code="missing-words", project=name))
    return Project(name, facts, words) if facts is not None and words else None


def _in_order(projects: dict[str, Project], file: ExhibitFile) -> dict[str, Project]:
    """Gallery order: those named first, then by date, then those named last."""
    named = [name for name in file.order if name in projects and name not in file.closing]
    last = [name for name in file.closing if name in projects]
    rest = [name for name in projects if name not in named and name not in last]

    def begins(name: str) -> tuple[int, str]:
        day = projects[name].file.begins
        return (day.first_day.toordinal() if day else 10**9, name)

    return {name: projects[name] for name in (*named, *sorted(rest, key=begins), *last)}
