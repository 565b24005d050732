"""What changed between two exhibits, in words: projects added, gone, reworded, pictures replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kiosk.content.model import Exhibit, Project, ProjectWords

SamePicture = Callable[[Path, Path], bool]
"""Whether two files hold the same bytes."""


@dataclass(frozen=True, slots=True)
class Change:
    """One project that is another than before."""

    project: str
    title: str
    """In the first language."""
    reworded: Mapping[str, tuple[str, ...]]
    """By language, which passages: «title», «story.the-crew»."""
    facts: tuple[str, ...]
    """Fields of project.yaml that differ."""
    pictures: tuple[str, ...]
    """Pictures that show something else."""


@dataclass(frozen=True, slots=True)
class Differences:
    """All that changed from one exhibit to another."""

    added: tuple[tuple[str, str], ...] = ()
    """Identifier and title."""
    gone: tuple[tuple[str, str], ...] = ()
    changed: tuple[Change, ...] = ()
    languages_added: tuple[str, ...] = ()
    languages_gone: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    """What is not of one project: «exhibit.yaml», «words/ar», «people»."""

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def differences(before: Exhibit | None, after: Exhibit, same: SamePicture, language: str = "") -> Differences:
    """What `after` has that `before` had not, and the other way round, with titles in a language where there are any. Where
    there was nothing before, all is added."""
    old: Mapping[str, Project] = before.projects if before else {}
    added = tuple((name, title_of(each, after, language)) for name, each in after.projects.items() if name not in old)
    if before is None:
        return Differences(added=added, languages_added=after.file.languages)
    pairs = ((each, after.projects[name]) for name, each in old.items() if name in after.projects)
    changes = (_change(one, other, before, after, same, language) for one, other in pairs)
    return Differences(
        added,
        tuple((name, title_of(each, before, language)) for name, each in old.items() if name not in after.projects),
        tuple(change for change in changes if change is not None),
        tuple(each for each in after.file.languages if each not in before.file.languages),
        tuple(each for each in before.file.languages if each not in after.file.languages),
        tuple(_shared(before, after)),
    )


def title_of(project: Project, exhibit: Exhibit, language: str = "") -> str:
    """The title of a project in a language, or in the first that has one."""
    return next((project.words[each].title for each in (language, *exhibit.file.languages) if each in project.words), project.id)


def _change(one: Project, other: Project, before: Exhibit, after: Exhibit, same: SamePicture, language: str) -> Change | None:
    reworded = {}
    for each in sorted({*one.words, *other.words}):
        was, now = one.words.get(each), other.words.get(each)
        passages = tuple(_passages(_texts(was), _texts(now)))
        if passages:
            reworded[each] = passages
    was_facts, now_facts = one.file.model_dump(), other.file.model_dump()
    facts = tuple(name for name in now_facts if name != "pictures" and was_facts[name] != now_facts[name])
    pictures = []
    for name in sorted({*one.file.pictures, *other.file.pictures}):
        was_picture, now_picture = one.file.pictures.get(name), other.file.pictures.get(name)
        if (
            was_picture is None
            or now_picture is None
            or was_picture != now_picture
            or not all(
                same(before.root / "assets" / path, after.root / "assets" / path) for path in (now_picture.file, now_picture.tall) if path
            )
        ):
            pictures.append(name)
    if not (reworded or facts or pictures):
        return None
    return Change(other.id, title_of(other, after, language), reworded, facts, tuple(pictures))


def _texts(words: ProjectWords | None) -> dict[str, Any]:
    return words.model_dump(exclude={"translated_from"}) if words else {}


def _passages(was: Mapping[str, Any], now: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """The innermost entries that differ, two levels down at most: «story.the-crew»."""
    for name in dict.fromkeys((*was, *now)):
        one, other = was.get(name), now.get(name)
        if one == other:
            continue
        if not above and isinstance(one or {}, dict) and isinstance(other or {}, dict) and (one or other):
            yield from _passages(one or {}, other or {}, f"{name}.")
        elif one or other:
            yield f"{above}{name}"


def _shared(before: Exhibit, after: Exhibit) -> Iterator[str]:
    if before.file != after.file:
        yield "exhibit.yaml"
    for name in ("people", "vehicles", "places", "glossary", "timeline"):
        if getattr(before, name) != getattr(after, name):
            yield f"{name}.yaml"
    for group in ("words", "interface"):
        one, other = getattr(before, group), getattr(after, group)
        yield from (f"{group}/{language}.yaml" for language in sorted({*one, *other}) if one.get(language) != other.get(language))


def in_words(found: Differences) -> list[str]:
    """The differences as lines of English text; one that says so where there are none."""
    lines = [f"Added: «{title}» ({name})." for name, title in found.added]
    lines += [f"Gone: «{title}» ({name})." for name, title in found.gone]
    for change in found.changed:
        said = [f"reworded in {language} ({', '.join(passages)})" for language, passages in change.reworded.items()]
        said += [f"facts changed ({', '.join(change.facts)})"] if change.facts else []
        said += [f"pictures replaced ({', '.join(change.pictures)})"] if change.pictures else []
        lines.append(f"«{change.title}» ({change.project}): {'; '.join(said)}.")
    lines += [f"New language: {each}." for each in found.languages_added]
    lines += [f"Language gone: {each}." for each in found.languages_gone]
    lines += [f"Changed: {', '.join(found.shared)}."] if found.shared else []
    return lines or ["Nothing changed."]


def as_json(found: Differences) -> dict[str, Any]:
    """Plain values for another program."""
    return {
        "added": [name for name, _ in found.added],
        "gone": [name for name, _ in found.gone],
        "changed": [
            {"project": each.project, "reworded": dict(each.reworded), "facts": each.facts, "pictures": each.pictures}
            for each in found.changed
        ],
        "languages_added": found.languages_added,
        "languages_gone": found.languages_gone,
        "shared": found.shared,
    }


def same_bytes(one: Path, other: Path) -> bool:
    """Whether two files hold the same bytes; files that cannot be read are not the same."""
    try:
        if one.stat().st_size != other.stat().st_size:
            return False
        with open(one, "rb") as first, open(other, "rb") as second:
            while piece := first.read(1 << 20):
                if piece != second.read(1 << 20):
                    return False
    except OSError:
        return False
    return True
