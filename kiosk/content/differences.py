"""What changed between two exhibits, in words: projects added, gone, reworded, pictures replaced."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from kiosk.content.model import Exhibit, Picture, Project

SamePicture = Callable[[Path, Path], bool]
"""Whether two files hold the same bytes."""
_MOST_NAMES = 40
"""Names told in one list of a line."""
_NO_WORDS = {"translated_from", "notes"}
"""What stands in files of words and is none."""


@dataclass(frozen=True, slots=True)
class Change:
    """One project that is another than before."""

    project: str
    title: str
    reworded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, which passages: «title», «story.the-crew»."""
    facts: tuple[str, ...] = ()
    """What differs in project.yaml: «begins», «orbit.apogee_km», «pictures.station.credit»."""
    pictures: tuple[str, ...] = ()
    """Pictures that show something else, or come from another file."""
    pictures_added: tuple[str, ...] = ()
    pictures_gone: tuple[str, ...] = ()
    translated: tuple[str, ...] = ()
    """Languages that the exhibit had, and this project has now."""
    no_longer: tuple[str, ...] = ()
    """Languages that the exhibit has, and this project has not any more."""


@dataclass(frozen=True, slots=True)
class Differences:
    """All that changed from one exhibit to another."""

    added: tuple[tuple[str, str], ...] = ()
    """Identifier and title."""
    gone: tuple[tuple[str, str], ...] = ()
    changed: tuple[Change, ...] = ()
    languages_added: tuple[str, ...] = ()
    languages_gone: tuple[str, ...] = ()
    shared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By file that is not of one project («exhibit.yaml», «words/ar.yaml»), what differs in it."""
    not_compared: tuple[str, ...] = ()
    """Projects whose errors kept them from being compared."""

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def differences(
    before: Exhibit | None, after: Exhibit, same: SamePicture, language: str = "", not_compared: Collection[str] = ()
) -> Differences:
    """What `after` has that `before` had not, and the other way round, with titles in a language where there are any. Where
    there was nothing before, all is added. Projects that are `not_compared` count as neither added nor gone."""
    left = tuple(sorted(not_compared))
    old: Mapping[str, Project] = before.projects if before else {}
    known, there = {*old, *left}, {*after.projects, *left}
    added = tuple((name, title_of(each, after, language)) for name, each in after.projects.items() if name not in known)
    if before is None:
        return Differences(added, languages_added=after.file.languages, not_compared=left)
    gone = (each for name, each in old.items() if name not in there)
    pairs = ((each, after.projects[name]) for name, each in old.items() if name in after.projects and name not in not_compared)
    changes = (_change(one, other, before, after, same, language) for one, other in pairs)
    return Differences(
        added,
        tuple((each.id, title_of(each, before, language)) for each in gone),
        tuple(change for change in changes if change is not None),
        tuple(each for each in after.file.languages if each not in before.file.languages),
        tuple(each for each in before.file.languages if each not in after.file.languages),
        {file: what for file, what in _shared(before, after) if what},
        left,
    )


def title_of(project: Project, exhibit: Exhibit, language: str = "") -> str:
    """The title of a project in a language, or in the first that has one."""
    return next((project.words[each].title for each in (language, *exhibit.file.languages) if each in project.words), project.id)


def _change(one: Project, other: Project, before: Exhibit, after: Exhibit, same: SamePicture, language: str) -> Change | None:
    spoken = _in_both(before, after)
    both = [each for each in spoken if each in one.words and each in other.words]
    reworded = {
        each: tuple(_passages(_words(one.words[each]), _words(other.words[each]))) for each in both if one.words[each] != other.words[each]
    }
    was, now = one.file.pictures, other.file.pictures
    kept = [name for name in was if name in now]
    replaced = tuple(name for name in kept if not _shows_the_same(was[name], now[name], before.root, after.root, same))
    change = Change(
        other.id,
        title_of(other, after, language),
        {each: passages for each, passages in reworded.items() if passages},
        (*_facts(one, other), *(f"pictures.{name}.{what}" for name in kept for what in _about(was[name], now[name]))),
        replaced,
        tuple(name for name in now if name not in was),
        tuple(name for name in was if name not in now),
        tuple(each for each in spoken if each in other.words and each not in one.words),
        tuple(each for each in spoken if each in one.words and each not in other.words),
    )
    return change if any(getattr(change, each.name) for each in fields(change)[2:]) else None


def _in_both(before: Exhibit, after: Exhibit) -> list[str]:
    return [each for each in after.file.languages if each in before.file.languages]


def _facts(one: Project, other: Project) -> Iterator[str]:
    if one.file != other.file:
        yield from _passages(one.file.model_dump(exclude={"pictures"}), other.file.model_dump(exclude={"pictures"}))


def _shows_the_same(was: Picture, now: Picture, before: Path, after: Path, same: SamePicture) -> bool:
    paths = [path for path in (now.file, now.tall) if path]
    return (was.file, was.tall) == (now.file, now.tall) and all(same(before / "assets" / path, after / "assets" / path) for path in paths)


def _about(was: Picture, now: Picture) -> Iterator[str]:
    """What is said of a picture that differs: credit, licence, focus."""
    if was != now:
        yield from _passages(was.model_dump(exclude={"file", "tall"}), now.model_dump(exclude={"file", "tall"}))


def _words(words: Any) -> dict[str, Any]:
    return words.model_dump(exclude=_NO_WORDS) if words is not None else {}


def _passages(was: Mapping[str, Any], now: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """The innermost entries that differ, two levels down at most: «story.the-crew»."""
    for name in dict.fromkeys((*was, *now)):
        one, other = was.get(name), now.get(name)
        if one == other or not (one or other):
            continue
        first, second = _by_name(one), _by_name(other)
        inner = list(_passages(first, second, f"{name}.")) if not above and first is not None and second is not None else []
        yield from inner or [f"{above}{name}"]  # without a difference inside, their order differs


def _by_name(value: Any) -> Mapping[str, Any] | None:
    """The entries of a mapping, or of a list of entries with names; None for anything else."""
    if isinstance(value, dict):
        return value
    if isinstance(value, tuple | list) and all(isinstance(each, dict) and "id" in each for each in value):
        return {str(each["id"]): each for each in value}
    return None


def _shared(before: Exhibit, after: Exhibit) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The files that projects share, with what differs in each; those of a language that only one exhibit has are left out."""
    if before.file != after.file:
        added_or_gone = set(before.file.languages) != set(after.file.languages)
        hidden = {"languages"} if added_or_gone else set()
        yield "exhibit.yaml", tuple(_passages(before.file.model_dump(exclude=hidden), after.file.model_dump(exclude=hidden)))
    for name in ("people", "vehicles", "places", "glossary", "timeline"):
        one, other = getattr(before, name), getattr(after, name)
        changed = tuple(each for each in dict.fromkeys((*one, *other)) if one.get(each) != other.get(each))
        yield f"{name}.yaml", changed or ((name,) if list(one) != list(other) else ())
    for group in ("words", "interface"):
        one, other = getattr(before, group), getattr(after, group)
        for language in _in_both(before, after):
            if one.get(language) != other.get(language):
                yield f"{group}/{language}.yaml", tuple(_passages(_words(one.get(language)), _words(other.get(language))))


# ------------------------------------------------------------------ told


def in_words(found: Differences) -> list[str]:
    """The differences as lines of English text, at most one a project; one that says so where there are none."""
    lines = [f"Added: «{title}» ({name})." for name, title in found.added]
    lines += [f"Gone: «{title}» ({name})." for name, title in found.gone]
    lines += [f"«{change.title}» ({change.project}): {'; '.join(_told(change))}." for change in found.changed]
    lines += [f"New language: {each}." for each in found.languages_added]
    lines += [f"Language gone: {each}." for each in found.languages_gone]
    lines += [f"Changed for all, in {file}: {_folded(what)}." for file, what in found.shared.items()]
    if found.not_compared:
        lines.append(f"Not compared, because of errors that `kiosk check` tells: {_folded(found.not_compared)}.")
    return lines or ["Nothing changed."]


def _told(change: Change) -> Iterator[str]:
    for language, passages in change.reworded.items():
        amount = f"{len(passages)} passage" + ("" if len(passages) == 1 else "s")
        yield f"reworded in {language}, {amount} ({_folded(passages)})"
    yield from (f"now also in {language}" for language in change.translated)
    yield from (f"no longer in {language}" for language in change.no_longer)
    lists = {
        "facts changed": change.facts,
        "pictures replaced": change.pictures,
        "pictures added": change.pictures_added,
        "pictures gone": change.pictures_gone,
    }
    yield from (f"{what} ({_folded(names)})" for what, names in lists.items() if names)


def _folded(names: tuple[str, ...]) -> str:
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def as_json(found: Differences) -> dict[str, Any]:
    """Plain values for another program."""
    return {
        "added": [{"project": name, "title": title} for name, title in found.added],
        "gone": [{"project": name, "title": title} for name, title in found.gone],
        "changed": [
            {each.name: dict(value) if isinstance(value := getattr(change, each.name), Mapping) else value for each in fields(change)}
            for change in found.changed
        ],
        "languages_added": found.languages_added,
        "languages_gone": found.languages_gone,
        "shared": dict(found.shared),
        "not_compared": found.not_compared,
    }


def same_bytes(one: Path, other: Path) -> bool:
    """Whether two files hold the same bytes, or neither can be read. Anything but a regular file cannot."""
    first, second = _regular(one), _regular(other)
    if first is None or second is None:
        return first is second
    if os.path.samestat(first, second):
        return True
    if first.st_size != second.st_size:
        return False
    try:
        with open(one, "rb") as begun, open(other, "rb") as compared:
            while piece := begun.read(1 << 20):
                if piece != compared.read(1 << 20):
                    return False
    except OSError:
        return False
    return True


def _regular(path: Path) -> os.stat_result | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found if stat.S_ISREG(found.st_mode) else None
