"""The shipped exhibit keeps what it promises: complete in every language, every figure traceable, every picture its own.

tests/content/facts.json holds what was collected of each project before a word was written: its dates, mass and orbit, and
every figure that stands in its facts.
"""

from __future__ import annotations

import calendar
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader

from kiosk.content.model import BlockKind, PartialDate, Project
from kiosk.content.reading import read_exhibit

ROOT = Path(__file__).parents[2]
FACTS = json.loads((ROOT / "tests/content/facts.json").read_text(encoding="utf-8"))
EXHIBIT = read_exhibit(ROOT).exhibit
assert EXHIBIT is not None
RENAMED = {"kazakhstan-baikonur": "kazakhstan-baikonur-lease", "turkey-rtt150-spektr-rg": "turkey-rtt150-spektr-rg-followup"}
"""Projects whose panel has another name than their facts."""
FOUNDING = "ultraviolet-sky-survey"
JOINT = {name: project for name, project in EXHIBIT.projects.items() if project.file.standing is not None}
TRACED = {name: FACTS[RENAMED.get(name, name)] for name in JOINT if name != FOUNDING}

every_project = pytest.mark.parametrize("project", [pytest.param(each, id=name) for name, each in EXHIBIT.projects.items()])
every_traced = pytest.mark.parametrize("name", list(TRACED))


def test_every_project_of_the_facts_has_a_panel() -> None:
    assert sorted(RENAMED.get(name, name) for name in TRACED) == sorted(FACTS)


# ------------------------------------------------------------------ complete


@every_project
def test_a_panel_is_whole_in_every_language(project: Project) -> None:
    file = project.file
    assert set(project.words) == set(EXHIBIT.file.languages)
    for words in project.words.values():
        assert len(words.summary.split()) <= 25
        assert set(words.pictures) == set(file.pictures)
        assert set(words.facts) == {fact.id for fact in file.facts}
        assert all(each.caption for each in words.pictures.values())
    assert all(block.sources for block in file.story)
    assert all(fact.sources for fact in file.facts)
    if file.standing is not None:
        assert 2 <= sum(block.kind is not BlockKind.PICTURE for block in file.story) <= 4
        assert 2 <= len(file.related) <= 4
        assert file.countries or project.id == FOUNDING


@every_project
def test_every_picture_names_its_maker_and_a_licence_that_lets_us_show_it(project: Project) -> None:
    for picture in project.file.pictures.values():
        assert picture.credit
        assert picture.licence in ("CC-BY-4.0", "CC0-1.0", "public domain")


def test_no_two_projects_show_the_same_picture() -> None:
    owner: dict[str, str] = {}
    for name, project in EXHIBIT.projects.items():
        for picture in project.file.pictures.values():
            for path in {picture.file, picture.tall or picture.file}:
                assert owner.setdefault(path, name) == name, f"{path} stands in {owner[path]} and {name}"


def test_the_frame_is_there() -> None:
    about = {name for name, project in EXHIBIT.projects.items() if project.file.standing is None}
    assert about >= {
        "introduction",
        "what-we-share",
        "looking-forward",
        "how-we-know",
        "acknowledgements",
        "words-we-use",
        "timeline",
        "places",
    }
    assert len(EXHIBIT.glossary) >= 25
    assert len(EXHIBIT.timeline) >= 37
    kinds = {place.kind for place in EXHIBIT.places.values()}
    assert kinds >= {"launch-site", "ground-station", "capital"}
    listed = {entry for project in EXHIBIT.projects.values() for block in project.file.story for entry in (*block.terms, *block.events)}
    assert listed == set(EXHIBIT.glossary) | set(EXHIBIT.timeline)


def test_every_partner_nation_is_a_light() -> None:
    capitals = {place.country for place in EXHIBIT.places.values() if place.kind == "capital"}
    makers = {"US", "GB", "FR", "DE", "IT", "AT", "KR", "JP", "UA", "BY", "NO", "CA", "ES", "DK", "CZ", "BM", "SU"}
    """Countries that took part and are not partner nations of this exhibit."""
    assert {code for project in JOINT.values() for code in project.file.countries} - makers <= capitals


# ------------------------------------------------------------------ traceable


_MONTHS = list(calendar.month_name)[1:]


def reads_as(text: str, day: PartialDate) -> bool:
    """Whether a date of a panel is one of those in a line of the facts, as exactly or less."""
    written = "-".join(f"{part:0{4 if index == 0 else 2}}" for index, part in enumerate(day[:3]) if part is not None)
    told = re.sub(rf"({'|'.join(_MONTHS)}) (\d{{4}})", lambda found: f"{found[2]}-{_MONTHS.index(found[1]) + 1:02}", text)
    return any(found.startswith(written) for found in re.findall(r"\d{4}(?:-\d{2}){0,2}", told))


@every_traced
def test_dates_are_those_of_the_facts(name: str) -> None:
    file, facts = JOINT[name].file, TRACED[name]
    for field in ("begins", "ends"):
        day = getattr(file, field)
        if day is not None and facts[field]:
            assert reads_as(facts[field], day), f"{field}: {day} is not in «{facts[field]}»"


@every_traced
def test_mass_and_orbit_are_those_of_the_facts(name: str) -> None:
    file, facts = JOINT[name].file, TRACED[name]
    for fact in file.facts:
        if fact.id == "mass" and facts["mass_kg"] is not None:
            assert fact.value is not None
            assert (fact.value.low, fact.unit) == (facts["mass_kg"], "kilogram")
    for field, value in facts["orbit"].items():
        shown = getattr(file.orbit, field) if file.orbit else None
        assert shown is None or shown == value, field


ALSO = {
    "kazakhstan-baikonur": "kazakhstan-baiterek",
    "turkey-rtt150-spektr-rg": "turkey-rtt150-telescope",
    "saudi-saudisat-2-saudicomsat-2004": "saudi-saudisat-3-2007",
    "kazakhstan-kazsat-3": "kazakhstan-kazsat-2",
}
"""Panels that draw on the facts of a neighbour too."""
COUNTED = {
    "gagarins-start-three-nation-plan": {"58"},  # 1961 to 2019
    "malaysia-tiungsat-1": {"650"},  # 640 to 654 km
    "indonesia-garuda-1": {"15"},  # February 2000 to January 2015
    "malaysia-measat-3a": {"70", "44"},  # 69.9 and 44.2 million dollars
    "turkey-turksat-4a-4b": {"15"},  # written out there
    "nigeria-nigeriasat-2-and-x": {"700"},  # 691 and 705 km
    "egypt-egyptsat-2": {"1"},  # written out there
}
"""Figures that were worked out from others of the same project."""


@every_traced
def test_every_figure_on_a_panel_stands_in_the_facts(name: str) -> None:
    words = JOINT[name].words["en"]
    told = [*(page.text or "" for page in words.story.values()), *(fact.sentence for fact in words.facts.values()), words.summary]
    figures = {
        each.replace(",", "") for text in told for each in re.findall(r"(?<![\w.-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w-]*[A-Za-z])", text)
    }
    known = set(TRACED[name]["figures"]) | COUNTED.get(name, set()) | set(FACTS[ALSO[name]]["figures"] if name in ALSO else ())
    assert {each for each in figures if f"{float(each):g}" not in known and each not in known} == set()


# ------------------------------------------------------------------ attract


def tone(path: str) -> tuple[int, int, int]:
    """The mean colour of a picture."""
    whole = QImage(str(ROOT / "assets" / path))
    colour = whole.scaled(16, 16).scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation).pixelColor(0, 0)
    return colour.red(), colour.green(), colour.blue()


def test_attract_has_thirty_moments_whose_neighbours_differ_in_nation_kind_and_colour() -> None:
    moments = [EXHIBIT.projects[name].file for name in EXHIBIT.file.attract.projects]
    assert len(moments) >= 30
    assert len(set(EXHIBIT.file.attract.projects)) == len(moments)
    colours = [tone(file.pictures[file.hero].file) for file in moments]
    for (one, tint), (other, shade) in pairwise([*zip(moments, colours, strict=True), (moments[0], colours[0])]):
        assert not set(one.countries) & set(other.countries) - {"RU", "SU", "UA"}
        assert one.category != other.category
        assert sum((a - b) ** 2 for a, b in zip(tint, shade, strict=True)) ** 0.5 >= 8


# ------------------------------------------------------------------ size


def test_the_pictures_stay_small_enough_to_carry() -> None:
    files = [file for folder in ("assets", "content") for file in (ROOT / folder).rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < 80_000_000
    for file in (ROOT / "assets").rglob("*.webp"):
        picture = QImageReader(str(file))
        assert max(picture.size().width(), picture.size().height()) <= 3840, file.name
        assert not {b"EXIF", b"XMP "} & set(re.findall(rb"EXIF|XMP ", file.read_bytes()[:64] + file.read_bytes()[-65536:])), file.name
