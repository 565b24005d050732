"""From the files of an exhibit to its model, with every problem at once. The only place that sees the files as a whole.

One bad thing hides one thing. An error in the words of one language drops that language of that project; an error in a
project's facts keeps that project out; in what projects share, what is wrong is left out and the rest is kept. Only an
exhibit.yaml that cannot be read, or no words at all, leaves nothing to show.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from kiosk.content.collecting import nothing_collected
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
from kiosk.content.problems import Problem, Severity, brief, printable
from kiosk.content.side_by_side import parse_files
from kiosk.content.yaml_files import YamlFile, lies_inside, read_yaml

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


Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One file as it was read: the object that it became stays the same one while the file does."""

    stamp: Stamp | None
    """Which file it was, its size in bytes, and its last changes in nanoseconds of the file system's clock; None where it
    has to be read again in any case."""
    file: YamlFile
    problems: tuple[Problem, ...]
    valid: Any


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


class _Reader:
    def __init__(self, root: Path, earlier: dict[str, _Piece] | None = None, processes: int = 1) -> None:
        self.root = root
        self.files: dict[str, YamlFile] = {}
        self.pieces: dict[str, _Piece] = {}
        self._earlier = earlier or {}
        self._processes = processes
        self._folders: dict[str, bool] = {}
        self._stamps: dict[str, Stamp | None] = {}
        self._ahead: Iterator[YamlFile] = iter(())
        self._to_come: set[str] = set()

    def look_ahead(self, names: Sequence[str]) -> None:
        """Begin with these files, which will be read in this order."""
        changed = [name for name in names if self._unchanged(name) is None]
        self._ahead, self._to_come = parse_files(self.root, changed, self._processes), set(changed)

    def read(self, name: str, shape: Any, **more: str) -> Any | None:
        """One file as `shape`, or None; not read again where it is as it was."""
        known = self._unchanged(name)
        if known is None:
            valid = self._parse(name, shape, **more)
            known = _Piece(self._stamp(name), self.files[name], tuple(self.files[name].problems), valid)
        else:
            self.files[name] = known.file
            known.file.problems = list(known.problems)
        self.pieces[name] = known
        return known.valid

    def _unchanged(self, name: str) -> _Piece | None:
        known = self._earlier.get(name)
        return known if known is not None and known.stamp is not None and known.stamp == self._stamp(name) else None

    def _stamp(self, name: str) -> Stamp | None:
        if name not in self._stamps:
            path = os.path.join(self.root, name)
            folder = os.path.dirname(path)
            if folder not in self._folders:
                self._folders[folder] = lies_inside(Path(folder), self.root)
            self._stamps[name] = _stamp(path) if self._folders[folder] else None
        return self._stamps[name]

    def _parse(self, name: str, shape: Any, **more: str) -> Any | None:
        self._stamp(name)  # before it is read: a change in between is found the next time
        file = next(self._ahead) if name in self._to_come else read_yaml(self.root / name, self.root, self._folders)
        self.files[name] = file
        if more and file.problems:
            file.problems = [_belonging(problem, more) for problem in file.problems]
        if file.values is None:
            return None
        if "project" not in more:  # what all projects share: one wrong entry costs that entry
            return validated_piecewise(_adapter(shape), shape, file, **more)
        valid = validated(_adapter(shape), shape, file, **more)
        return valid if not any(problem.severity is Severity.ERROR for problem in file.problems) else None


def _stamp(path: str) -> Stamp | None:
    """What a file is known by; None for a link, behind which another file may come to lie, and where there is no file."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns) if stat.S_ISREG(found.st_mode) else None


def _belonging(problem: Problem, more: dict[str, str]) -> Problem:
    return replace(problem, project=more.get("project", ""), language=more.get("language", ""))


def read_exhibit(root: Path, earlier: Reading | None = None, processes: int = 1) -> Reading:
    """Read the exhibit in `root` (the folder that holds content/ and assets/). Never raises for what files hold. Files that
    are as they were in an `earlier` reading of the same folder are not read again. Very many files are parsed by so many
    `processes`; the result is the same."""
    reader = _Reader(root, earlier.pieces if earlier else None, processes)
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
    with nothing_collected():
        file = reader.read("content/exhibit.yaml", ExhibitFile)
        exhibit = _read_rest(reader, file) if file is not None else None
    problems = tuple(sorted(problem for each in reader.files.values() for problem in each.problems))
    return Reading(root, exhibit, problems, reader.files, reader.pieces)


def read_interface(root: Path) -> dict[str, InterfaceWords]:
    """Only the words of the interface of the exhibit in `root`, by language; a file that cannot be read is left out."""
    reader = _Reader(root)
    found = {}
    for file in _listed(root / "content" / "interface"):
        language, dot, kind = file.rpartition(".")
        words = reader.read(f"content/interface/{file}", InterfaceWords, language=language) if (dot + kind) == ".yaml" else None
        if words is not None:
            found[language] = words
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
    folders = _project_folders(reader, file.languages)
    reader.look_ahead([f"content/projects/{name}/{each}" for name, files in folders.items() for each in files])
    for name, files in folders.items():
        project = _read_project(reader, name, files, file.languages[0])
        if project is not None:
            projects[name] = project
    return Exhibit(reader.root, file, words, interface, people, vehicles, places, glossary, timeline, _in_order(projects, file))


def _read_shared(reader: _Reader, name: str, shape: Any) -> dict[str, Any]:
    path = f"content/{name}.yaml"
    return (reader.read(path, shape) or {}) if (reader.root / path).exists() else {}


def _listed(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _project_folders(reader: _Reader, languages: tuple[str, ...]) -> dict[str, list[str]]:
    """The files of each project that are read: its facts, and its words in the languages of the exhibit."""
    parent = reader.root / "content" / "projects"
    found: dict[str, list[str]] = {}
    for name in _listed(parent):
        folder = os.path.join(parent, name)
        if name.startswith((".", "_")) or not os.path.isdir(folder):
            continue
        if not _is_name(name):
            shown = printable(name)
            what = f"The folder «{brief(shown)}» has a name that the program cannot use."
            problem = Problem(
                f"content/projects/{shown}", 1, 1, what, "Use small letters, digits and hyphens: country-satellite.", code="bad-name"
            )
            reader.files[f"content/projects/{name}"] = YamlFile(f"content/projects/{shown}", problems=[problem])
            continue
        there = set(_listed(Path(folder)))
        found[name] = ["project.yaml", *(f"{language}.yaml" for language in languages if f"{language}.yaml" in there)]
    return found


def _is_name(name: str) -> bool:
    try:
        _adapter(Identifier).validate_python(name)
    except ValueError:
        return False
    return True


def _read_project(reader: _Reader, name: str, files: list[str], first: str) -> Project | None:
    path = f"content/projects/{name}/project.yaml"
    facts = reader.read(path, ProjectFile, project=name)
    words = {}
    for each in files[1:]:
        language = each.removesuffix(".yaml")
        found = reader.read(f"content/projects/{name}/{each}", ProjectWords, project=name, language=language)
        if found is not None:
            words[language] = found
    if facts is not None and len(files) == 1:
        file = reader.files[path]
        remedy = f"Write {first}.yaml beside it; until then the project is not shown."
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
