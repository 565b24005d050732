"""What QML sees: lists that follow Qt's contract, pages that fit their room, a loop that varies."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont

from kiosk.bridge.attract import AttractModel
from kiosk.bridge.exhibit import ExhibitModel
from kiosk.bridge.pagination import LISTS, EntryRoom, Type, balanced, leaves, line_count, paginate
from kiosk.bridge.records import RecordsModel
from kiosk.content.reading import read_exhibit
from kiosk.editions.compiling import compile_edition
from kiosk.editions.edition import Block, Entry, load_edition
from kiosk.language.translator import WordsTranslator
from kiosk.media.probing import look
from kiosk.operations.shipped import shipped_exhibit
from kiosk.visit.moments import Moment, endless, in_turn


@dataclass(frozen=True, slots=True)
class Record:
    """One row."""

    name: str
    other_name: int


# ------------------------------------------------------------------ lists


def test_a_list_of_records_keeps_the_contract_of_qt(qtmodeltester, qapp) -> None:
    model = RecordsModel(Record)
    model.replace([Record("a", 1), Record("b", 2)])
    qtmodeltester.check(model)


def test_fields_are_roles_in_camel_case(qapp) -> None:
    model = RecordsModel(Record)
    model.replace([Record("a", 1)])
    names = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    assert set(names) == {"name", "otherName"}
    assert model.data(model.index(0), names["otherName"]) == 1
    assert model.data(model.index(5), names["name"]) is None


def test_the_same_records_are_not_announced_again(qapp) -> None:
    model = RecordsModel(Record)
    told = []
    model.modelReset.connect(lambda: told.append(True))
    model.replace([Record("a", 1)])
    model.replace([Record("a", 1)])
    assert told == [True]


# ------------------------------------------------------------------ pages


def type_of(pixels: int) -> Type:
    """A type of so many pixels."""
    font = QFont("IBM Plex Sans")
    font.setPixelSize(pixels)
    return Type(font, pixels * 1.5)


ENTRY = EntryRoom(indent=150, arrow=64, padding=34, least=98)

words = st.lists(st.sampled_from(["a", "satellite", "Байконур", "المدار", "ultraviolet-sky-survey"]), min_size=1, max_size=90).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(words, min_size=1, max_size=4), width=st.integers(300, 1200), height=st.integers(120, 900), size=st.integers(18, 60))
def test_no_word_is_lost_and_every_page_fits_its_room(qapp, texts, width, height, size) -> None:
    blocks = tuple(Block(f"b{index}", "text", "", text, "", "") for index, text in enumerate(texts))
    body = type_of(size)
    pages = paginate(blocks, QSizeF(width, height), body, type_of(size), type_of(size), ENTRY)
    for block in blocks:
        told = "".join(page.text for page in pages if page.block == block.id)
        assert "".join(told.split()) == "".join(block.text.split())
    most = max(2, int(height // body.line_height))
    for page in pages:
        assert line_count(page.text, body.font, width) <= most


@settings(max_examples=40, deadline=None)
@given(
    meanings=st.lists(words, min_size=1, max_size=8),
    width=st.integers(400, 1200),
    height=st.integers(500, 900),
    kind=st.sampled_from(LISTS),
)
def test_a_list_goes_on_over_as_many_pages_as_it_needs(qapp, meanings, width, height, kind) -> None:
    entries = tuple(Entry(f"n{index}", text[:120], "mir" if index % 2 else "") for index, text in enumerate(meanings))
    body = type_of(24)
    pages = paginate((Block("b", kind, "", "", "", "", entries),), QSizeF(width, height), body, body, body, ENTRY)
    assert tuple(each for page in pages for each in page.entries) == entries
    for page in pages:
        needed = 0.0
        for each in page.entries:
            beside = (ENTRY.arrow if each.project else 0) + (0 if kind == "terms" else ENTRY.indent)
            lines = line_count(each.text, body.font, width - beside) + (kind == "terms")
            needed += ENTRY.padding + lines * body.line_height
        assert len(page.entries) == 1 or needed <= height


def test_the_pages_of_a_list_are_filled_alike() -> None:
    assert leaves([100] * 5, 400) == ((0, 4), (4, 5))
    assert balanced([100] * 5, 400) == ((0, 3), (3, 5))
    assert balanced([100] * 4, 400) == ((0, 4),)
    assert balanced([], 400) == ()
    assert balanced([900, 100], 400) == ((0, 1), (1, 2))


# ------------------------------------------------------------------ attract and gallery


def test_the_loop_is_endless_varied_and_shows_everybody(qapp) -> None:
    moments = [Moment(f"p{n}", f"c{n % 3}", (f"n{n % 4}",)) for n in range(12)]
    shown = list(islice(endless(moments, 7), 240))
    assert {moment.project for moment in shown} == {moment.project for moment in moments}
    for one, other in pairwise(shown):
        assert one.project != other.project
    counts = [sum(moment.project == each.project for moment in shown) for each in moments]
    assert max(counts) - min(counts) <= 2
    assert [m.project for m in islice(endless(moments, 7), 12)] != [m.project for m in islice(endless(moments, 8), 12)]


def test_a_kind_with_many_projects_does_not_stand_together_at_the_end() -> None:
    moments = [Moment(f"p{n}", "many" if n % 2 else f"c{n}", (f"n{n}",)) for n in range(40)]
    for seed in range(5):
        for one, other in pairwise(islice(endless(moments, seed), 40)):
            assert one.category != other.category


def test_moments_that_a_curator_put_in_order_come_in_that_order(exhibit, tmp_path, qapp, repository) -> None:
    assert list(islice(in_turn([Moment("a", "c", ()), Moment("b", "c", ())]), 3)) == [Moment(each, "c", ()) for each in "aba"]
    exhibit.replace("content/exhibit.yaml", "order: [mir]", "attract: {projects: [launch, mir]}")
    shipped = read_exhibit(repository).exhibit
    compile_edition(read_exhibit(exhibit.root).exhibit, tmp_path / "edition", look, shipped.interface)
    attract = AttractModel(load_edition(tmp_path / "edition"), exhibit.root, "en", seed=3)
    shown = []
    for _ in range(4):
        attract.advance()
        shown.append(attract.project)
    assert shown == ["launch", "mir", "launch", "mir"]


def test_a_loop_of_nothing_or_of_one_goes_on() -> None:
    assert list(islice(endless([], 0), 3)) == []
    assert len(list(islice(endless([Moment("a", "c", ())], 0), 3))) == 3


def test_every_language_comes_in_front_in_turn(edition, qapp) -> None:
    attract = AttractModel(edition, shipped_exhibit() / "assets" / "attract", "ar")
    attract.play()
    seen = []
    for _ in range(30):
        if not seen or seen[-1] != attract.languageInFront:
            seen.append(attract.languageInFront)
        attract.advance()
    attract.pause()
    assert seen[:4] == ["ar", "ru", "en", "ar"]


def test_attract_without_its_art_still_plays(edition, qapp, tmp_path, caplog) -> None:
    attract = AttractModel(edition, tmp_path, "en")
    attract.play()
    attract.pause()
    assert attract.verse == "overture"
    assert "plays without its ring" in caplog.text


@pytest.fixture
def exhibit_model(edition, qapp) -> ExhibitModel:
    """The shipped exhibit in English."""
    return ExhibitModel(edition, "en", WordsTranslator())


def test_the_way_through_the_projects_is_a_circle_in_both_directions(exhibit_model, edition) -> None:
    exhibit_model.show_gallery("")
    order = [plate.project for plate in edition.plates("en")]
    for index, project in enumerate(order):
        before, after = exhibit_model.neighbours(project)
        assert (before, after) == (order[index - 1], order[(index + 1) % len(order)])


def test_in_a_filtered_gallery_the_way_stays_in_its_category(exhibit_model, edition) -> None:
    exhibit_model.show_gallery("people")
    people = [plate.project for plate in edition.plates("en") if plate.category == "people"]
    assert exhibit_model.neighbours(people[0]) == (people[-1], people[1])
    outside = next(plate.project for plate in edition.plates("en") if plate.category != "people")
    assert outside not in exhibit_model.neighbours(people[0])
    assert exhibit_model.neighbours(outside)[1] != outside


def test_a_project_that_is_not_there_leads_nowhere(exhibit_model) -> None:
    assert exhibit_model.neighbours("nothing") == ("nothing", "nothing")
