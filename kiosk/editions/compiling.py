"""Content becomes an edition: everything formatted for its language, written so that it is complete or not there.

Runs in a process of its own (`python -m kiosk.editions`), so that the exhibit on screen never imports YAML,
validation or locale libraries.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from kiosk.content.checking import PictureProbe, picture_trouble
from kiosk.content.model import Block as StoryBlock
from kiosk.content.model import BlockWords, Exhibit, Fact, InterfaceWords, Orbit, PartialDate, Project, ProjectWords, Quantity
from kiosk.editions import disk
from kiosk.editions.edition import FORMAT, Block, Category, Entry, Evidence, Language, Number, Panel, Picture, Plate, Source
from kiosk.errors import UnusableEdition
from kiosk.language import formatting
from kiosk.language.direction import face, is_right_to_left, isolated
from kiosk.language.typesetting import bound

_LONGEST_STRIP = 4
_NOT_ON_SCREEN = ("letter.", "problem.", "refused.")
"""Words of the letter to the curator."""
_LICENCES = {"CC0-1.0": "CC0", "public domain": "Public domain"}


def compile_edition(
    exhibit: Exhibit,
    target: Path,
    probe: PictureProbe,
    builtin: Mapping[str, InterfaceWords],
    pictures: dict[str, list[Any]] | None = None,
    root: Path | None = None,
    told: Told | None = None,
) -> None:
    """Write `exhibit` as an edition to the folder `target`, by one rename. `builtin` are the words of the interface that
    stand in for missing ones. `pictures` are rows of an earlier edition's index: what has not changed on disk is not
    read again. `root` is where the exhibit will be when it is shown, if not where it is now. `told` holds what
    an earlier compilation made of each project, and is brought up to date. Raises UnusableEdition where it cannot be
    written."""
    part = target.with_name(f"{target.name}.part-{os.getpid()}")
    shutil.rmtree(part, ignore_errors=True)  # left by a process of the same number
    try:
        disk.make_folder(part)
        _Compiler(exhibit, probe, builtin, pictures or {}, root or exhibit.root.resolve(), {} if told is None else told).write(part)
        disk.sync_folders(part)
        disk.remove_tree(target)
        disk.replace(part, target)
    except OSError as error:
        remedy = "Make room on that disk, or let the program write there."
        raise UnusableEdition("K-40", f"The edition cannot be written to {target.parent} ({error.strerror}). {remedy}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _json(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _row(record: Any) -> list[Any]:
    """A record and the records inside it as lists. (`dataclasses.astuple` copies every text and takes five times as long.)"""
    values = [getattr(record, name) for name in record.__slots__]
    return [[_row(each) for each in value] if isinstance(value, tuple) else value for value in values]


Told = dict[tuple[str, str], tuple[tuple[Any, ...], list[Any], tuple[bytes, bytes]]]
"""By project and language: what plate and panel were made of, and the lines they became."""


class _Compiler:
    def __init__(
        self,
        exhibit: Exhibit,
        probe: PictureProbe,
        builtin: Mapping[str, InterfaceWords],
        known: dict[str, list[Any]],
        root: Path,
        told: Told,
    ) -> None:
        self.exhibit, self.probe, self.builtin, self.known, self.root, self.told = exhibit, probe, builtin, known, root, told
        self.languages = tuple(language for language in exhibit.file.languages if language in exhibit.words)
        self.pictures: dict[str, list[Any]] = {}
        self.signs = {category.id: category.sign for category in exhibit.file.categories}
        chains = {language: (language, *(each for each in self.languages if each != language)) for language in self.languages}
        self.words: dict[str, dict[str, str | dict[str, str]]] = {language: self._interface(chain) for language, chain in chains.items()}

    def _interface(self, chain: Iterable[str]) -> dict[str, str | dict[str, str]]:
        """The words of the interface, piece by piece from the first language of the chain that has them."""
        found: dict[str, str | dict[str, str]] = {}
        spoken = [words for language in chain for words in (self.exhibit.interface.get(language), self.builtin.get(language)) if words]
        for interface in (*spoken, *self.builtin.values()):
            for key, word in interface.words.items():
                if key.startswith(_NOT_ON_SCREEN):
                    continue
                found.setdefault(key, word if isinstance(word, str) else {str(form): text for form, text in word.items()})
        return found

    def word(self, key: str, language: str) -> str:
        """One word of the interface; its identifier where nobody wrote it."""
        word = self.words[language].get(key, key)
        return word if isinstance(word, str) else word.get("other", key)

    # ------------------------------------------------------------------ writing

    def write(self, folder: Path) -> None:
        """Write all files of the edition."""
        panels: dict[str, dict[str, tuple[int, int]]] = {}
        sizes: dict[str, int] = {}

        def put(name: str, data: bytes) -> None:
            disk.write_bytes(folder / name, data)
            sizes[name] = len(data)

        for project in self.exhibit.projects.values():
            for picture in project.file.pictures.values():
                self._note(picture.file)
                self._note(picture.tall)
        shared = self._shared()
        for gone in self.told.keys() - {(name, language) for name in self.exhibit.projects for language in self.languages}:
            del self.told[gone]
        for language in self.languages:
            lines, plates, offset = [], [], 0
            panels[language] = {}
            for project in self.exhibit.projects.values():
                plate, line = self._tell(project, language, shared)
                plates.append(plate)
                panels[language][project.id] = (offset, len(line))
                lines.append(line)
                offset += len(line)
            put(f"plates/{language}.json", b"[" + b",".join(plates) + b"]")
            put(f"panels/{language}.jsonl", b"".join(lines))
        idle, plan = self.exhibit.file.idle, self.exhibit.file.attract
        named = [name for name in plan.projects if name in self.exhibit.projects]
        index = {
            "format": FORMAT,
            "root": str(self.root),
            "languages": [_row(self.language(each)) for each in self.languages],
            "titles": {each: bound(self.exhibit.words[each].title) for each in self.languages},
            "subtitles": {each: bound(self.exhibit.words[each].subtitle) for each in self.languages},
            "invitations": {each: bound(self.exhibit.words[each].invitation) for each in self.languages},
            "words": {each: {key: word for key, word in self.words[each].items() if isinstance(word, str)} for each in self.languages},
            "categories": {each: [_row(group) for group in self.categories(each)] for each in self.languages},
            "idle": [idle.base, idle.reading_words_per_minute, idle.longest, idle.countdown],
            "moment_seconds": plan.moment,
            "moments": named or list(self.exhibit.projects),
            "moments_in_turn": bool(named),
            "pictures": self.pictures,
            "panels": panels,
            "sizes": sizes,
        }
        disk.write_bytes(folder / "index.json", _json(index))

    def _shared(self) -> tuple[Any, ...]:
        """What every panel may draw on beside its own project: the same objects, the same panels."""
        exhibit = self.exhibit
        shelves = (exhibit.people, exhibit.vehicles, exhibit.places, exhibit.glossary, exhibit.timeline)
        return (
            *(entry for shelf in shelves for entry in shelf.values()),
            *(exhibit.words[language] for language in self.languages),
            *exhibit.interface.values(),
            exhibit.file,
            frozenset(exhibit.projects),
        )

    def _tell(self, project: Project, language: str, shared: tuple[Any, ...]) -> tuple[bytes, bytes]:
        """Plate and panel of a project as the lines of their files, made anew only where something of it changed."""
        pictures = [self.pictures.get(path) for each in project.file.pictures.values() for path in (each.file, each.tall) if path]
        of = (project.file, *project.words.values(), *shared)
        known = self.told.get((project.id, language))
        if known is not None and known[1] == pictures and _same(known[0], of):
            return known[2]
        panel = self._panel_values(self.panel(project, language))
        lines = (_json(_row(self.plate(project, language))), _json(panel) + b"\n")
        self.told[project.id, language] = (of, pictures, lines)
        return lines

    @staticmethod
    def _panel_values(panel: Panel) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for field in fields(panel):
            value = getattr(panel, field.name)
            rows = isinstance(value, tuple) and field.name != "related"
            values[field.name] = [_row(each) for each in value] if rows else value
        return values

    # ------------------------------------------------------------------ records

    def language(self, code: str) -> Language:
        """A language as the screen needs it."""
        locale = str(formatting.locale(code)).replace("_", "-")
        return Language(code, formatting.language_name(code), is_right_to_left(code), face(code), formatting.digits(code), locale)

    def categories(self, language: str) -> list[Category]:
        """The groups that hold anything, all of them first."""
        projects = self.exhibit.projects.values()
        forms = self.words[language].get("gallery.title", "{n}")

        def group(identifier: str, sign: str, name: str, count: int) -> Category:
            return Category(identifier, sign, name, count, formatting.counted(forms, count, language))

        groups = [group("", "star", self.word("gallery.all", language), len(projects))]
        for category in self.exhibit.file.categories:
            count = sum(project.file.category == category.id for project in projects)
            if count:
                groups.append(group(category.id, category.sign, self.category_name(category.id, language), count))
        return groups

    def category_name(self, category: str, language: str) -> str:
        """A category in a language, or in the first that names it."""
        return self._named("categories", category, language)

    def _named(self, group: str, identifier: str, language: str) -> str:
        for each in (language, *self.languages):
            name = getattr(self.exhibit.words[each], group).get(identifier)
            if name:
                return str(name)
        return identifier

    def _piece(self, project: Project, language: str, find: Callable[[ProjectWords], Any]) -> Any:
        """A piece of a project's words in its language, else in the first language that has it."""
        for each in (language, *self.exhibit.file.languages):
            words = project.words.get(each)
            found = find(words) if words else None
            if found is not None:
                return found
        return None

    def nations(self, project: Project, language: str) -> str:
        """Who worked together: «Syria · Soviet Union»."""
        own = self.exhibit.words[language].countries
        names = ((code, formatting.country_name(code, language, own)) for code in project.file.countries)
        return " · ".join(name if name != code else self._named("countries", code, language) for code, name in names)

    def plate(self, project: Project, language: str) -> Plate:
        """A project as it hangs in the gallery."""
        file = project.file
        hero = file.pictures[file.hero]
        words = self._piece(project, language, lambda words: words)
        alt = self._piece(project, language, _finds("pictures", file.hero))
        for path in (hero.file, hero.tall):
            self._note(path)
        standing = file.standing.value if file.standing else ""
        return Plate(
            project=project.id,
            category=file.category,
            sign=self.signs.get(file.category, "star"),
            title=bound(words.title),
            summary=bound(words.summary),
            pull=bound(words.pull or ""),
            year=formatting.year(file.begins, language) if file.begins else "",
            nations=self.nations(project, language),
            standing=standing,
            standing_text=self.word(f"standing.{standing}", language) if standing else "",
            wide=self._shown(hero.file, hero.tall),
            tall=self._shown(hero.tall, hero.file),
            focus_x=hero.focus[0],
            focus_y=hero.focus[1],
            alt=alt.alt if alt else "",
        )

    def _note(self, path: str | None) -> None:
        if path is None or path in self.pictures:
            return
        file = self.exhibit.root / "assets" / path
        try:
            found = file.stat()
            known = self.known.get(path)
            if known and known[3:] == [found.st_size, found.st_mtime_ns]:
                self.pictures[path] = known
                return
            if picture_trouble(self.exhibit.root, path, self.probe) is not None:
                return
            facts = self.probe(file)
            digest = hashlib.blake2b(file.read_bytes(), digest_size=12).hexdigest()
            self.pictures[path] = [digest, facts.width, facts.height, found.st_size, found.st_mtime_ns]
        except OSError:
            return

    def _shown(self, *paths: str | None) -> str:
        """The first of these pictures that can be shown, or empty: a drawn sign stands in for it."""
        return next((path for path in paths if path in self.pictures), "") or ""

    def panel(self, project: Project, language: str) -> Panel:
        """A project told in a language."""
        file, plate = project.file, self.plate(project, language)
        blocks = tuple(self._block(project, block, language) for block in file.story)
        journey = ""
        vehicle = file.spacecraft or file.vehicle
        site = self._named("places", file.site, language) if file.site else ""
        if vehicle and site:
            name = self._named("vehicles", vehicle, language)
            journey = self.word("panel.journey", language).replace("{vehicle}", isolated(name)).replace("{site}", isolated(site))
        elif vehicle:
            journey = self._named("vehicles", vehicle, language)
        elif site:
            journey = site
        people = formatting.joined([self._named("people", each, language) for each in file.people], language)
        as_of = self.word("panel.asOf", language).replace("{date}", formatting.day(file.as_of._replace(day=None), language))
        return Panel(
            project=project.id,
            language=language,
            category=file.category,
            category_name=self.category_name(file.category, language),
            sign=plate.sign,
            title=plate.title,
            summary=plate.summary,
            pull=plate.pull,
            dateline=self._dateline(file.begins, file.ends, language) if file.begins else "",
            journey=journey,
            nations=plate.nations,
            people=self.word("panel.people", language).replace("{people}", people) if people else "",
            standing=plate.standing,
            standing_text=plate.standing_text,
            cooperation_text=self.word(f"cooperation.{file.cooperation.value}", language) if file.cooperation else "",
            strip=self._strip(project, language),
            blocks=blocks,
            pictures=self._pictures(project, language),
            evidence=tuple(self._evidence(project, fact, language) for fact in file.facts),
            sources=self._sources(project, language),
            sources_text=formatting.counted(self.words[language].get("panel.sources", "{n}"), len(file.sources), language),
            as_of=as_of,
            related=tuple(each for each in file.related if each in self.exhibit.projects),
        )

    def _dateline(self, begins: PartialDate, ends: PartialDate | None, language: str) -> str:
        shown = formatting.span(begins, ends, language)
        tells_end = shown != formatting.span(begins, None, language)
        uncertain = begins.about or (tells_end and ends is not None and ends.about)
        return self.word("panel.about", language).replace("{value}", shown) if uncertain else shown

    def _block(self, project: Project, block: StoryBlock, language: str) -> Block:
        words = self._piece(project, language, _finds("story", block.id)) or BlockWords()
        entries = (*(self._term(each, language) for each in block.terms), *(self._event(each, language) for each in block.events))
        return Block(
            block.id,
            block.kind.value,
            bound(words.heading or ""),
            bound(words.text or ""),
            words.attribution or "",
            block.picture or "",
            tuple(each for each in entries if each is not None),
        )

    def _term(self, identifier: str, language: str) -> Entry | None:
        """A term of the glossary in the first language that explains it; None where none does."""
        words = (self.exhibit.words[each].glossary.get(identifier) for each in (language, *self.languages))
        found = next((each for each in words if each), None)
        return Entry(found.term, bound(found.meaning), self._leads(self.exhibit.glossary, identifier)) if found else None

    def _event(self, identifier: str, language: str) -> Entry | None:
        """An event of the timeline under its year; None where no language tells it."""
        words = (self.exhibit.words[each].timeline.get(identifier) for each in (language, *self.languages))
        found, event = next((each for each in words if each), None), self.exhibit.timeline.get(identifier)
        if not found or event is None:
            return None
        return Entry(formatting.year(event.when, language), bound(found), self._leads(self.exhibit.timeline, identifier))

    def _leads(self, entries: Mapping[str, Any], identifier: str) -> str:
        entry = entries.get(identifier)
        return entry.project if entry and entry.project in self.exhibit.projects else ""

    def _strip(self, project: Project, language: str) -> tuple[Number, ...]:
        numbers = []
        for fact in project.file.facts:
            if fact.value is None or fact.unit is None:
                continue
            label = self._piece(project, language, _finds("facts", fact.id))
            shown = formatting.quantity(fact.value, fact.unit, language)
            if fact.about:
                shown = self.word("panel.about", language).replace("{value}", shown)
            numbers.append(Number(shown, (label.label if label else None) or ""))
        told = {fact.value for fact in project.file.facts}
        numbers += [
            Number(formatting.quantity(value, unit, language), self.word(word, language))
            for value, unit, word in _orbit_numbers(project.file.orbit)
            if value not in told
        ]
        return tuple(numbers[:_LONGEST_STRIP])

    def _pictures(self, project: Project, language: str) -> tuple[Picture, ...]:
        file = project.file
        order = [file.hero, *(name for name in file.pictures if name != file.hero)]
        found = []
        for name in order:
            picture = file.pictures[name]
            for path in (picture.file, picture.tall):
                self._note(path)
            words = self._piece(project, language, _finds("pictures", name))
            _, width, height, *_ = self.pictures.get(picture.file, ["", 3, 2])
            maker = self.word("credit.team", language) if picture.credit == "Exhibit team" else isolated(picture.credit)
            licence = _LICENCES.get(picture.licence, picture.licence.replace("CC-BY-4.0", "CC BY 4.0"))
            credit = self.word("panel.credit", language).replace("{credit}", maker).replace("{licence}", isolated(licence))
            found.append(
                Picture(
                    name,
                    self._shown(picture.file, picture.tall),
                    self._shown(picture.tall, picture.file),
                    *picture.focus,
                    width,
                    height,
                    words.alt if words else "",
                    bound((words.caption if words else None) or ""),
                    credit,
                )
            )
        return tuple(found)

    def _evidence(self, project: Project, fact: Fact, language: str) -> Evidence:
        words = self._piece(project, language, _finds("facts", fact.id))
        sources = [project.file.sources[each] for each in fact.sources]
        stars = stars_of({source.origin for source in sources if source.voice == "independent"})
        publishers = " · ".join(dict.fromkeys(self._publisher(source, language) for source in sources))
        return Evidence(
            bound(words.sentence), stars, self.word(("evidence.zero", "evidence.one", "evidence.two")[stars], language), publishers
        )

    def _publisher(self, source: Any, language: str) -> str:
        return isolated(source.publisher) if source.voice == "independent" else self.word(f"evidence.{source.voice}", language)

    def _sources(self, project: Project, language: str) -> tuple[Source, ...]:
        found = []
        for source in project.file.sources.values():
            read = self.word("panel.read", language).replace("{date}", formatting.day(source.read, language)) if source.read else ""
            found.append(Source(self._publisher(source, language), source.title or "", read))
        return tuple(found)


def _same(before: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    """Whether these are the same objects; sets are the same where they hold the same."""
    return len(before) == len(now) and all(
        one is other or (isinstance(one, frozenset) and one == other) for one, other in zip(before, now, strict=True)
    )


def _orbit_numbers(orbit: Orbit | None) -> Iterator[tuple[Quantity, str, str]]:
    """What the strip tells of an orbit: value, unit, and the key of what it is called."""
    if orbit is None:
        return
    if orbit.longitude_deg_east is not None:
        east = orbit.longitude_deg_east
        yield Quantity(east, None, 0 if east.is_integer() else 1), "degree", "strip.longitude"
    elif orbit.perigee_km is not None and orbit.apogee_km is not None:
        same = orbit.perigee_km == orbit.apogee_km
        yield Quantity(orbit.perigee_km, None if same else orbit.apogee_km), "kilometre", "strip.heights"
    if orbit.inclination_deg is not None:
        yield Quantity(orbit.inclination_deg, None, 1), "degree", "strip.tilt"


def _finds(group: str, identifier: str) -> Callable[[ProjectWords], Any]:
    return lambda words: getattr(words, group).get(identifier)


def stars_of(origins: set[str]) -> int:
    """Two stars where independent origins agree, one where a single one says so, none where none does."""
    return min(2, len(origins))
