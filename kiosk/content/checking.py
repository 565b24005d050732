"""Rules that hold across the files of an exhibit: nothing named that does not exist, nothing shown without words,
sources, credit and a picture that can be decoded, nothing longer than a page."""

from __future__ import annotations

import hashlib
import itertools
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kiosk.content.collecting import nothing_collected
from kiosk.content.model import WORDS_PER_PAGE, BlockKind, Event, Exhibit, Picture, Project, ProjectFile, ProjectWords, Standing, Term
from kiosk.content.pieces import fingerprint, pieces, units
from kiosk.content.problems import Problem, Severity, did_you_mean, mended_by, printable
from kiosk.content.reading import Reading
from kiosk.content.yaml_files import lies_inside

LONGEST_SENTENCE = 25
"""Words (Smithsonian Guidelines for Accessible Exhibition Design: at most 25, 15 better)."""
NARROWEST_HERO, NARROWEST_PICTURE = 1600, 1200
"""Pixels: a hero fills half of a 4K panel, another picture is enlarged to the whole of a full-HD one."""
MOST_PIXELS = 40_000_000
"""A picture of more is refused before it is decoded: 8K is 33 million."""
_HEAP = 300
_PICTURE_TYPES = (".webp", ".jpg", ".jpeg", ".png")
_LENGTH = {"ar": 0.85, "fa": 1.05, "ru": 0.95}
"""How many words a language needs for an English page of sixty: Arabic and Russian write articles and copulas less."""


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What a probe found out about a picture file."""

    width: int
    height: int
    trouble: str = ""
    """Why it cannot be shown, or empty."""


PictureProbe = Callable[[Path], PictureFacts]
"""Looks into a picture file; never raises."""
PICTURE_TROUBLES = ("missing-picture", "bad-picture", "picture-type", "picture-too-large", "outside")
"""Errors that cost a picture, not its project: a drawn sign stands in for it."""


def picture_trouble(root: Path, path: str, probe: PictureProbe) -> tuple[str, str, str] | None:
    """Why the picture `path` below assets/ of the exhibit in `root` cannot be shown: what, remedy and code; None where it
    can."""
    file = root / "assets" / path
    if not path.lower().endswith(_PICTURE_TYPES):
        return f"«{path}» is not a kind of picture this shows.", "Save it as WebP, JPEG or PNG.", "picture-type"
    if not lies_inside(file, root):
        return f"«{path}» lies outside the exhibit folder.", "Copy the picture into assets/ instead of linking to it.", "outside"
    if not os.path.isfile(file):
        remedy = did_you_mean(path, _neighbours(root / "assets", path)) or "Put it there, or correct the name."
        return f"The picture «{path}» is not in assets/.", remedy, "missing-picture"
    found = probe(file)
    if found.trouble:
        return f"The picture «{path}» cannot be shown: {found.trouble}.", "Export it again from your picture program.", "bad-picture"
    if found.width * found.height > MOST_PIXELS:
        return (
            f"The picture «{path}» has {found.width} x {found.height} pixels, more than any screen.",
            "Export it with at most 3840 pixels across.",
            "picture-too-large",
        )
    return None


def pictures_of(exhibit: Exhibit) -> set[str]:
    """The paths below assets/ of all pictures that its projects name."""
    named = (picture for project in exhibit.projects.values() for picture in project.file.pictures.values())
    return {path for picture in named for path in (picture.file, picture.tall) if path is not None}


def _neighbours(assets: Path, path: str) -> list[str]:
    """What lies in the folder in which a picture is missing; nothing where that is a heap."""
    folder = path.rpartition("/")[0]
    try:
        with os.scandir(assets / folder) as entries:
            names = [printable(entry.name) for entry in itertools.islice(entries, _HEAP + 1)]
    except (OSError, ValueError):
        return []
    return [f"{folder}/{name}".removeprefix("/") for name in names] if len(names) <= _HEAP else []


def check_exhibit(reading: Reading, probe: PictureProbe, today: date) -> tuple[Problem, ...]:
    """Every problem of an exhibit, those of reading included, sorted by file and line."""
    problems = list(reading.problems)
    if reading.exhibit is not None:
        with nothing_collected():
            problems += _Checker(reading, reading.exhibit, probe, today).problems()
    return tuple(sorted(set(problems)))


def usable(exhibit: Exhibit, problems: tuple[Problem, ...]) -> Exhibit:
    """The exhibit without what errors keep off the screen: a language of a project, what only that language told, or the
    whole project."""
    errors = (each for each in problems if each.severity is Severity.ERROR and each.project and each.code not in PICTURE_TROUBLES)
    bad = {(each.project, each.language) for each in errors}
    projects = {}
    for name, project in exhibit.projects.items():
        words = {language: each for language, each in project.words.items() if (name, language) not in bad}
        file = _told(project.file, words)
        if (name, "") not in bad and words and file.story:
            projects[name] = replace(project, file=file, words=words)
    return replace(exhibit, projects=projects)


def _told(file: ProjectFile, words: Mapping[str, ProjectWords]) -> ProjectFile:
    """The facts of a project without those, and without the pages, that none of these words tell."""
    facts = tuple(fact for fact in file.facts if any(fact.id in each.facts for each in words.values()))
    told = {identifier for each in words.values() for identifier, page in each.story.items() if page.text is not None}
    story = tuple(block for block in file.story if block.lists or block.id in told)
    if (len(facts), len(story)) == (len(file.facts), len(file.story)):
        return file
    return file.model_copy(update={"facts": facts, "story": story})


class _Checker:
    def __init__(self, reading: Reading, exhibit: Exhibit, probe: PictureProbe, today: date) -> None:
        self.reading, self.exhibit, self.probe, self.today = reading, exhibit, probe, today
        self.first = exhibit.file.languages[0]
        self.folders = {Path(name).parts[2] for name in reading.files if name.startswith("content/projects/")}
        """Projects that are there, be it with errors that keep them from being read: those are told in their own files, once."""
        self.used: dict[str, str] = {}
        self.sizes: dict[int, tuple[str, str]] = {}
        """Project and path of the first main picture of each size: only those of one size can be the same."""
        self.heroes: dict[bytes, str] = {}
        """Projects by the hash of their main picture, where there are several of its size."""
        self.digests: dict[str, bytes] = {}

    def _is_named(self, shelf: str, name: str) -> bool:
        """Whether a shared file names this, be it in an entry that had to be left out: that is told there, once. A file that
        cannot be read at all may name anything."""
        if name in getattr(self.exhibit, shelf):
            return True
        file = self.reading.files.get(f"content/{shelf}.yaml")
        return file is not None and (not isinstance(file.values, dict) or name in file.values)

    def problems(self) -> Iterator[Problem]:
        yield from self._exhibit()
        for project in self.exhibit.projects.values():
            yield from self._project(project)
        yield from self._translations()
        yield from self._unused()

    def _translations(self) -> Iterator[Problem]:
        """Words that were translated from an original that has changed since."""
        for unit in units(self.exhibit):
            marked = [(language, words) for language, words in unit.words.items() if language != self.first and words.translated_from]
            originals = pieces(unit.words.get(self.first)) if marked else {}
            now = {".".join(path): (path, fingerprint(text)) for path, text in originals.items()}
            for language, words in marked:
                project = unit.name if unit.name in self.exhibit.projects else ""
                for key, mark in words.translated_from.items():
                    path, current = now.get(key, ((), mark))
                    if current == mark or path not in pieces(words):
                        continue
                    yield self._say(
                        unit.file(language),
                        path,
                        f"The original of «{key}» has changed since.",
                        f"Look at it, then write: kiosk translations seen {language} {unit.name}",
                        "older-translation",
                        Severity.WARNING,
                        project,
                        language,
                    )

    def _say(
        self,
        file: str,
        place: tuple[str | int, ...],
        what: str,
        remedy: str,
        code: str,
        severity: Severity,
        project: str = "",
        language: str = "",
    ) -> Problem:
        read = self.reading.files.get(file)
        line, column = read.place(place) if read else (1, 1)
        return Problem(file, line, column, what, remedy, severity, code, project, language)

    # ------------------------------------------------------------------ the exhibit

    def _exhibit(self) -> Iterator[Problem]:
        file = self.exhibit.file
        known = set(self.exhibit.projects)
        for field, names in (("order", file.order), ("closing", file.closing)):
            for index, name in enumerate(names):
                if name not in self.folders:
                    yield self._say(
                        "content/exhibit.yaml",
                        (field, index),
                        f"There is no project «{name}».",
                        mended_by(name, known),
                        "unknown-project",
                        Severity.WARNING,
                    )
        for index, name in enumerate(file.attract.projects):
            if name not in self.folders:
                yield self._say(
                    "content/exhibit.yaml",
                    ("attract", "projects", index),
                    f"There is no project «{name}».",
                    mended_by(name, known),
                    "unknown-project",
                    Severity.WARNING,
                )
        categories = {category.id for category in file.categories}
        shared: tuple[tuple[str, Mapping[str, object]], ...] = (
            ("people", self.exhibit.people),
            ("vehicles", self.exhibit.vehicles),
            ("places", self.exhibit.places),
            ("glossary", self.exhibit.glossary),
            ("timeline", self.exhibit.timeline),
        )
        for shared_file in ("glossary", "timeline"):
            entries: Mapping[str, Term | Event] = getattr(self.exhibit, shared_file)
            for entry, value in entries.items():
                if value.project is not None and value.project not in self.folders:
                    yield self._say(
                        f"content/{shared_file}.yaml",
                        (entry, "project"),
                        f"There is no project «{value.project}».",
                        mended_by(value.project, known),
                        "unknown-project",
                        Severity.WARNING,
                    )
        for language, words in self.exhibit.words.items():
            name = f"content/words/{language}.yaml"
            groups = (("categories", categories), *((group, set(entries)) for group, entries in shared))
            for group, wanted in groups:
                written = set(getattr(words, group))
                for each in sorted(wanted - written):
                    yield self._say(
                        name,
                        (group,),
                        f"«{each}» has no name in this language.",
                        f"Add «{each}: …» under {group}.",
                        "missing-words",
                        Severity.WARNING,
                        language=language,
                    )
                for each in sorted(written - wanted):
                    yield self._say(
                        name,
                        (group, each),
                        f"«{each}» is named here but exists nowhere.",
                        did_you_mean(each, wanted) or "Delete the line.",
                        "orphan-words",
                        Severity.WARNING,
                        language=language,
                    )
        yield from self._interface()

    def _interface(self) -> Iterator[Problem]:
        first = self.exhibit.interface.get(self.first)
        if first is None:
            return
        for language, interface in self.exhibit.interface.items():
            name = f"content/interface/{language}.yaml"
            for key in sorted(first.words.keys() - interface.words.keys()):
                yield self._say(
                    name,
                    ("words",),
                    f"The word «{key}» is missing.",
                    "Add it; until then it shows in another language.",
                    "missing-words",
                    Severity.WARNING,
                    language=language,
                )
            for key in sorted(interface.words.keys() - first.words.keys()):
                yield self._say(
                    name,
                    ("words", key),
                    f"The program asks for no word «{key}».",
                    did_you_mean(key, first.words) or "Delete it.",
                    "orphan-words",
                    Severity.WARNING,
                    language=language,
                )
            for key in interface.words.keys() & first.words.keys():
                asked, given = (_placeholders(each.words[key]) for each in (first, interface))
                if given - asked:
                    yield self._say(
                        name,
                        ("words", key),
                        f"Nothing is filled in for {{{sorted(given - asked)[0]}}}.",
                        f"Use only {', '.join('{' + each + '}' for each in sorted(asked)) or 'plain words'}.",
                        "placeholder",
                        Severity.WARNING,
                        language=language,
                    )

    # ------------------------------------------------------------------ one project

    def _project(self, project: Project) -> Iterator[Problem]:
        facts, name = project.file, f"content/projects/{project.id}/project.yaml"

        def say(place: tuple[str | int, ...], what: str, remedy: str, code: str, severity: Severity = Severity.ERROR) -> Problem:
            return self._say(name, place, what, remedy, code, severity, project.id)

        categories = {each.id: each for each in self.exhibit.file.categories}
        about = facts.category in categories and categories[facts.category].sign == "about"
        if facts.category not in categories and not self._is_broken_category(facts.category):
            yield say(("category",), f"There is no category «{facts.category}».", mended_by(facts.category, categories), "unknown-name")
        elif not about:
            if facts.standing is None:
                yield say((), "«standing» is missing.", "Say where the project stands: flown, lost, planned, ...", "missing-field")
            elif facts.cooperation is None and facts.standing is not Standing.UNCONFIRMED:
                yield say((), "«cooperation» is missing.", "Say what kind of joint work it was: agreement, plan, ...", "missing-field")
        lookups: tuple[tuple[str, str | None, Mapping[str, object]], ...] = (
            ("vehicle", facts.vehicle, self.exhibit.vehicles),
            ("spacecraft", facts.spacecraft, self.exhibit.vehicles),
            ("site", facts.site, self.exhibit.places),
            ("hero", facts.hero, facts.pictures),
        )
        for field, wanted, known in lookups:
            shelf = {"vehicle": "vehicles", "spacecraft": "vehicles", "site": "places"}.get(field)
            if wanted is not None and wanted not in known and not (shelf and self._is_named(shelf, wanted)):
                yield say((field,), f"«{wanted}» is not known.", mended_by(wanted, known), "unknown-name")
        for index, person in enumerate(facts.people):
            if not self._is_named("people", person):
                yield say(("people", index), f"«{person}» is not in people.yaml.", mended_by(person, self.exhibit.people), "unknown-name")
        for index, other in enumerate(facts.related):
            if other == project.id:
                yield say(("related", index), "The project is related to itself.", "Name another one.", "unknown-project", Severity.WARNING)
            elif other not in self.folders:
                yield say(
                    ("related", index),
                    f"There is no project «{other}».",
                    mended_by(other, self.exhibit.projects),
                    "unknown-project",
                    Severity.WARNING,
                )
        yield from self._dates(project, say)
        used = set()
        for field, index, identifier, sources in (
            *(("facts", index, each.id, each.sources) for index, each in enumerate(facts.facts)),
            *(("story", index, each.id, each.sources) for index, each in enumerate(facts.story)),
        ):
            used |= set(sources)
            if not sources:
                yield say((field, index), f"«{identifier}» names no source.", "Add «sources: [...]».", "no-source")
            for source in sources:
                if source not in facts.sources:
                    yield say(
                        (field, index, "sources"), f"There is no source «{source}».", mended_by(source, facts.sources), "unknown-name"
                    )
        for source in facts.orbit.sources if facts.orbit else ():
            used.add(source)
            if source not in facts.sources:
                yield say(("orbit", "sources"), f"There is no source «{source}».", mended_by(source, facts.sources), "unknown-name")
        for source in facts.sources.keys() - used:
            yield say(
                ("sources", source),
                f"The source «{source}» supports nothing.",
                "Name it at a fact or a page, or delete it.",
                "unused-source",
                Severity.WARNING,
            )
        for field, entries in (("facts", [each.id for each in facts.facts]), ("story", [each.id for each in facts.story])):
            for index, entry in enumerate(entries):
                if entry in entries[:index]:
                    yield say((field, index, "id"), f"«{entry}» is given twice.", "Give each its own id.", "given-twice")
        for index, block in enumerate(facts.story):
            if block.picture is not None and block.picture not in facts.pictures:
                yield say(
                    ("story", index, "picture"),
                    f"There is no picture «{block.picture}».",
                    mended_by(block.picture, facts.pictures),
                    "unknown-name",
                )
            lists: tuple[tuple[str, str, Mapping[str, object]], ...] = (
                ("terms", "glossary", self.exhibit.glossary),
                ("events", "timeline", self.exhibit.timeline),
            )
            for field, shelf, known in lists:
                for place, entry in enumerate(getattr(block, field)):
                    if not self._is_named(shelf, entry):
                        yield say(
                            ("story", index, field, place), f"«{entry}» is not in {shelf}.yaml.", mended_by(entry, known), "unknown-name"
                        )
            if block.kind is BlockKind.PICTURE and block.picture is None:
                yield say(("story", index), "A picture page names no picture.", "Add «picture: ...».", "missing-field")
        for identifier, picture in facts.pictures.items():
            yield from self._picture(project, identifier, picture, say)
        yield from self._words(project)

    def _is_broken_category(self, name: str) -> bool:
        file = self.reading.files.get("content/exhibit.yaml")
        given = file.values.get("categories") if file is not None and isinstance(file.values, dict) else None
        return isinstance(given, list) and any(isinstance(each, dict) and each.get("id") == name for each in given)

    def _dates(self, project: Project, say: Callable[..., Problem]) -> Iterator[Problem]:
        facts = project.file
        if facts.begins and facts.ends and facts.ends.last_day < facts.begins.first_day:
            yield say(("ends",), "It ends before it begins.", "Exchange the two dates.", "bad-date")
        for field in ("begins", "ends", "as_of"):
            day = getattr(facts, field)
            if day and not 1900 <= day.year <= 2100:
                yield say((field,), f"The year {day.year} cannot be.", "Check it against your source.", "bad-date")
        if facts.review_after and facts.review_after.last_day < self.today:
            yield say(
                ("review_after",),
                "The day to look at this again has passed.",
                "Check what has changed, then set as_of and review_after.",
                "review",
                Severity.WARNING,
            )

    def _picture(self, project: Project, identifier: str, picture: Picture, say: Callable[..., Problem]) -> Iterator[Problem]:
        narrowest = NARROWEST_HERO if identifier == project.file.hero else NARROWEST_PICTURE
        for field, path, least in (("file", picture.file, narrowest), ("tall", picture.tall, narrowest // 2)):
            if path is None:
                continue
            place = ("pictures", identifier, field)
            self.used[path] = project.id
            trouble = picture_trouble(self.reading.root, path, self.probe)
            if trouble is not None:
                yield say(place, *trouble)
                continue
            width = self.probe(self.reading.root / "assets" / path).width
            if width < least:
                yield say(
                    place,
                    f"The picture «{path}» is {width} pixels wide, less than the {least} it is shown at.",
                    "Use a larger one.",
                    "picture-too-small",
                    Severity.WARNING,
                )
            if identifier != project.file.hero or field != "file":
                continue
            same = self._twin(project.id, path)
            if same is not None:
                yield say(
                    place,
                    f"The same picture stands for «{same}» already.",
                    "Give each project its own.",
                    "same-picture",
                    Severity.WARNING,
                )

    def _twin(self, project: str, path: str) -> str | None:
        """Another project with the same main picture, byte for byte."""
        try:
            size = os.stat(self.reading.root / "assets" / path).st_size
        except OSError:  # it went as we looked
            return None
        first = self.sizes.setdefault(size, (project, path))
        if first[0] == project:
            return None
        self.heroes.setdefault(self._digest(first[1]), first[0])
        owner = self.heroes.setdefault(self._digest(path), project)
        return owner if owner != project else None

    def _digest(self, path: str) -> bytes:
        if path not in self.digests:
            try:
                with open(self.reading.root / "assets" / path, "rb") as file:
                    self.digests[path] = hashlib.file_digest(file, "blake2b").digest()
            except OSError:
                self.digests[path] = path.encode()
        return self.digests[path]

    def _words(self, project: Project) -> Iterator[Problem]:
        folder = f"content/projects/{project.id}"
        for language in self.exhibit.file.languages:
            name = f"{folder}/{language}.yaml"
            words = project.words.get(language)
            if words is None:
                if name not in self.reading.files:
                    yield Problem(
                        f"{folder}/project.yaml",
                        1,
                        1,
                        f"There are no words in «{language}».",
                        f"Write {language}.yaml; until then the screen shows {self.first}.",
                        Severity.WARNING,
                        "missing-words",
                        project.id,
                    )
                continue
            yield from self._words_in(project, language, words, name)

    def _words_in(self, project: Project, language: str, words: ProjectWords, name: str) -> Iterator[Problem]:
        facts = project.file

        def say(place: tuple[str | int, ...], what: str, remedy: str, code: str, severity: Severity = Severity.WARNING) -> Problem:
            return self._say(name, place, what, remedy, code, severity, project.id, language)

        listing = {each.id for each in facts.story if each.lists}
        groups: tuple[tuple[str, set[str], set[str]], ...] = (
            ("pictures", set(facts.pictures), set(words.pictures)),
            ("facts", {each.id for each in facts.facts}, set(words.facts)),
            ("story", {each.id for each in facts.story if not each.lists}, {each for each in words.story if each not in listing}),
        )
        fallback = language != self.first and f"content/projects/{project.id}/{self.first}.yaml" in self.reading.files
        for group, wanted, written in groups:
            for each in sorted(wanted - written):
                severity = Severity.WARNING if fallback else Severity.ERROR
                code, what = (
                    ("missing-alt", f"The picture «{each}» has no alt text.")
                    if group == "pictures"
                    else ("missing-words", f"«{each}» of {group} has no words.")
                )
                yield say((group,), what, f"Add «{each}: …» under {group}.", code, severity)
            for each in sorted(written - wanted):
                yield say(
                    (group, each),
                    f"«{each}» has words but is not in project.yaml.",
                    did_you_mean(each, wanted) or "Delete it.",
                    "orphan-words",
                )
        for fact in facts.facts:
            if fact.value is not None and fact.id in words.facts and words.facts[fact.id].label is None:
                yield say(
                    ("facts", fact.id), f"The number «{fact.id}» says nothing about what it counts.", "Add «label: …».", "missing-words"
                )
        most = round(WORDS_PER_PAGE * _LENGTH.get(language, 1))
        for block, page in words.story.items():
            if page.text is None:
                if block not in listing:
                    severity = Severity.WARNING if fallback else Severity.ERROR
                    yield say(("story", block), f"The page «{block}» has no text.", "Add «text: …».", "missing-words", severity)
                continue
            count = len(page.text.split())
            if count > most:
                yield say(
                    ("story", block, "text"),
                    f"The page has {count} words; it holds {most}.",
                    "Shorten it, or make two pages of it.",
                    "too-long",
                )
            for sentence in re.split(r"(?<=[.!?؟…])\s+", page.text):
                if len(sentence.split()) > LONGEST_SENTENCE:
                    yield say(
                        ("story", block, "text"),
                        f"A sentence has {len(sentence.split())} words: «{' '.join(sentence.split()[:6])} …».",
                        f"Make two of it; {LONGEST_SENTENCE} words are the most.",
                        "long-sentence",
                    )

    # ------------------------------------------------------------------ what nothing uses

    def _unused(self) -> Iterator[Problem]:
        assets = os.path.join(self.reading.root, "assets")
        broken = self.folders - self.exhibit.projects.keys()
        files = self.reading.files.items() if broken else ()
        unread = [file.raw for name, file in files if name.startswith("content/projects/") and Path(name).parts[2] in broken]
        for kind in ("illustrations", "pictures"):
            if not lies_inside(self.reading.root / "assets" / kind, self.reading.root):
                continue
            for folder, _, names in os.walk(os.path.join(assets, kind)):
                below = os.path.relpath(folder, assets).replace(os.sep, "/")
                for name in sorted(names):
                    path = f"{below}/{name}"
                    used = path in self.used or any(path.encode(errors="surrogateescape") in raw for raw in unread)
                    if name.lower().endswith(_PICTURE_TYPES) and not used and "placeholder" not in name:
                        yield Problem(
                            f"assets/{printable(path)}",
                            1,
                            1,
                            "No project shows this picture.",
                            "Name it in a project, or delete it.",
                            Severity.WARNING,
                            "unused-picture",
                        )


def _placeholders(words: object) -> set[str]:
    texts = words.values() if isinstance(words, dict) else [words]
    return {found for text in texts for found in re.findall(r"\{(\w+)\}", str(text))}
