"""What changed between two exhibits is told as it is: nothing too much, nothing left out."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.differences import Change, Differences, as_json, differences, in_words, same_bytes
from kiosk.content.model import Exhibit
from kiosk.content.reading import read_exhibit

FACTS, ENGLISH = "content/projects/mir/project.yaml", "content/projects/mir/en.yaml"


def read(root: Path) -> Exhibit:
    """The exhibit in a folder, which must be readable."""
    found = read_exhibit(root).exhibit
    assert found is not None
    return found


@pytest.fixture
def before(exhibit, tmp_path) -> Exhibit:
    """The exhibit as it was before the test changed it."""
    return read(Path(shutil.copytree(exhibit.root, tmp_path / "before")))


def found_in(exhibit, before: Exhibit) -> Differences:
    """What changed in the exhibit since."""
    return differences(before, read(exhibit.root), same_bytes)


def test_an_exhibit_differs_in_nothing_from_its_copy(exhibit, before) -> None:
    assert not found_in(exhibit, before)
    assert in_words(found_in(exhibit, before)) == ["Nothing changed."]


def test_where_nothing_was_before_all_is_added(exhibit) -> None:
    found = differences(None, read(exhibit.root), same_bytes)
    assert found.added == (("mir", "To Mir"), ("launch", "A launch"))
    assert found.languages_added == ("en", "ar")
    assert not found.changed


def test_projects_that_came_and_went_are_named_with_their_titles(exhibit, before) -> None:
    shutil.move(exhibit / "content/projects/launch", exhibit / "content/projects/lift-off")
    found = found_in(exhibit, before)
    assert (found.added, found.gone) == ((("lift-off", "A launch"),), (("launch", "A launch"),))
    assert in_words(found)[:2] == ["Added: «A launch» (lift-off).", "Gone: «A launch» (launch)."]


def test_titles_are_in_the_language_asked_for_where_they_are_there(exhibit, before) -> None:
    exhibit.replace(ENGLISH, "A flight to a station.", "A flight.")
    exhibit.replace("content/projects/launch/en.yaml", "It is planned.", "It was planned.")
    (exhibit / "content/projects/launch/ar.yaml").unlink()
    found = differences(before, read(exhibit.root), same_bytes, "ar")
    assert [each.title for each in found.changed] == ["إلى مير", "A launch"]


@pytest.mark.parametrize(
    ("file", "old", "new", "language", "passages"),
    [
        ("en", "To Mir", "To the station", "en", ("title",)),
        ("en", 'text: "He flew to', 'text: "Up he flew to', "en", ("story.flight",)),
        ("ar", 'heading: "على متنها", ', "", "ar", ("story.station",)),
        ("en", "A flight to a station.", 'A flight."\npull: "Up', "en", ("summary", "pull")),
        ("en", "A station above", "The station above", "en", ("pictures.station",)),
    ],
)
def test_reworded_passages_are_told_by_language(exhibit, before, file, old, new, language, passages) -> None:
    exhibit.replace(f"content/projects/mir/{file}.yaml", old, new)
    (change,) = found_in(exhibit, before).changed
    assert change == Change("mir", change.title, {language: passages})
    assert f"reworded in {language}, {len(passages)} passage" in in_words(found_in(exhibit, before))[0]


@pytest.mark.parametrize(
    ("old", "new", "facts"),
    [
        ("begins: 1987-07-22", "begins: 1987-07-23", ("begins",)),
        ("standing: flown", "standing: ended", ("standing",)),
        ("apogee_km: 359", "apogee_km: 360", ("orbit.apogee_km",)),
        ("value: 7.9", "value: 8", ("facts.long",)),
        ("people: [faris]", "people: []", ("people",)),
        ('publisher: "An archive"', 'publisher: "The archive"', ("sources.archive",)),
        ('credit: "A painter"', 'credit: "Another painter"', ("pictures.station.credit",)),
    ],
)
def test_changed_facts_are_told_by_their_field(exhibit, before, old, new, facts) -> None:
    exhibit.replace(FACTS, old, new)
    (change,) = found_in(exhibit, before).changed
    assert change == Change("mir", "To Mir", facts=facts)


def test_pages_in_another_order_are_told(exhibit, before) -> None:
    first, second = "  - {id: flight, kind: text, sources: [almanac]}\n", "  - {id: station, kind: text, sources: [archive]}\n"
    exhibit.replace(FACTS, first + second, second + first)
    assert found_in(exhibit, before).changed == (Change("mir", "To Mir", facts=("story",)),)


def test_other_bytes_under_the_same_name_are_a_replaced_picture(exhibit, before) -> None:
    exhibit.picture("pictures/station.png", colour="navy")
    assert found_in(exhibit, before).changed == (Change("mir", "To Mir", pictures=("station",)),)
    assert in_words(found_in(exhibit, before)) == ["«To Mir» (mir): pictures replaced (station)."]


def test_another_file_is_a_replaced_picture_too(exhibit, before) -> None:
    exhibit.replace(FACTS, "pictures/station.png", "pictures/pad.png")
    assert found_in(exhibit, before).changed == (Change("mir", "To Mir", pictures=("station",)),)


def test_pictures_that_came_and_went_are_not_called_replaced(exhibit, before) -> None:
    exhibit.replace(FACTS, "pictures:\n  station:", "pictures:\n  crew:")
    exhibit.replace(FACTS, "hero: station", "hero: crew")
    (change,) = found_in(exhibit, before).changed
    assert (change.pictures, change.pictures_added, change.pictures_gone) == ((), ("crew",), ("station",))


def test_a_picture_that_is_missing_in_both_has_not_changed(exhibit, before) -> None:
    for root in (exhibit.root, before.root):
        (root / "assets/pictures/station.png").unlink()
    assert not found_in(exhibit, before)


def test_a_language_that_came_is_told_once_and_not_at_every_project(exhibit, before) -> None:
    exhibit.replace("content/exhibit.yaml", "languages: [en, ar]", "languages: [en]")
    found = found_in(exhibit, before)
    assert found == Differences(languages_gone=("ar",))
    assert in_words(found) == ["Language gone: ar."]
    assert differences(read(exhibit.root), before, same_bytes) == Differences(languages_added=("ar",))


def test_a_project_that_has_its_words_in_another_language_now_is_told_in_a_word(exhibit, before) -> None:
    (exhibit / "content/projects/launch/ar.yaml").unlink()
    after = read(exhibit.root)
    assert in_words(differences(before, after, same_bytes)) == ["«A launch» (launch): no longer in ar."]
    assert in_words(differences(after, before, same_bytes)) == ["«A launch» (launch): now also in ar."]


@pytest.mark.parametrize(
    ("name", "old", "new", "shared"),
    [
        ("exhibit.yaml", "order: [mir]", "order: [launch]", {"exhibit.yaml": ("order",)}),
        ("exhibit.yaml", "sign: flight", "sign: people", {"exhibit.yaml": ("categories.flights",)}),
        ("exhibit.yaml", "order: [mir]", "order: [mir]\nattract: {moment: 12s}", {"exhibit.yaml": ("attract.moment",)}),
        ("exhibit.yaml", "languages: [en, ar]", "languages: [ar, en]", {"exhibit.yaml": ("languages",)}),
        ("people.yaml", "born: 1951-05-26", "born: 1951", {"people.yaml": ("faris",)}),
        ("words/ar.yaml", "بايكونور", "بايقونور", {"words/ar.yaml": ("places.baikonur",)}),
    ],
)
def test_what_projects_share_is_told_by_its_file(exhibit, before, name, old, new, shared) -> None:
    exhibit.replace(f"content/{name}", old, new)
    assert found_in(exhibit, before).shared == shared
    ((file, (what,)),) = shared.items()
    assert in_words(found_in(exhibit, before)) == [f"Changed for all, in {file}: {what}."]


def test_shared_words_that_are_gone_are_told_by_what_they_held(exhibit, before) -> None:
    (exhibit / "content/words/ar.yaml").unlink()
    (passages,) = found_in(exhibit, before).shared.values()
    assert passages[:4] == ("title", "subtitle", "invitation", "categories")
    assert "countries" not in passages


def test_marks_and_notes_of_translators_are_no_change(exhibit, before) -> None:
    for name in ("projects/mir/ar.yaml", "words/ar.yaml"):
        exhibit.write(f"content/{name}", (exhibit / f"content/{name}").read_bytes() + b"translated_from: {title: 00000000}\n")
    exhibit.write("content/interface/en.yaml", "words: {sill.home: Home}\n")
    now = read(exhibit.root)
    exhibit.write("content/interface/en.yaml", "words: {sill.home: Home}\nnotes: {sill.home: A button.}\n")
    assert not found_in(exhibit, replace(before, interface=now.interface))


def test_a_project_with_errors_is_neither_gone_nor_new(exhibit, before) -> None:
    exhibit.replace(FACTS, "standing: flown", "standing: flwn")
    after = read(exhibit.root)
    for one, other in ((before, after), (after, before)):
        found = differences(one, other, same_bytes, not_compared={"mir"})
        assert found == Differences(not_compared=("mir",))
        assert in_words(found) == ["Not compared, because of errors that `kiosk check` tells: mir."]


def test_what_is_not_to_be_compared_is_not(exhibit, before) -> None:
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    assert differences(before, read(exhibit.root), same_bytes, not_compared={"mir"}).changed == ()


def test_long_lists_are_folded_and_short_ones_are_not() -> None:
    def line(count: int) -> str:
        return in_words(Differences(changed=(Change("x", "X", {"en": tuple(f"p{n}" for n in range(count))}),)))[0]

    assert line(40).endswith("p38, p39).")
    assert line(52).endswith("p38, p39 and 12 more).")
    assert line(41).endswith("p39 and 1 more).")
    assert "52 passages" in line(52)
    assert "1 passage (" in line(1)


def test_another_program_gets_the_same_as_plain_values(exhibit, before) -> None:
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    exhibit.replace("content/exhibit.yaml", "order: [mir]", "order: []")
    told = json.loads(json.dumps(as_json(found_in(exhibit, before))))
    assert told["shared"] == {"exhibit.yaml": ["order"]}
    (change,) = told["changed"]
    assert (change["project"], change["title"], change["reworded"]) == ("mir", "To the station", {"en": ["title"]})
    assert as_json(differences(None, before, same_bytes))["added"][0] == {"project": "mir", "title": "To Mir"}


# ------------------------------------------------------------------ the same bytes


def test_files_are_the_same_when_their_bytes_are(tmp_path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"x" * 3_000_000)
    other.write_bytes(b"x" * 3_000_000)
    assert same_bytes(one, other)
    other.write_bytes(b"x" * 2_999_999 + b"y")
    assert not same_bytes(one, other)
    other.write_bytes(b"x")
    assert not same_bytes(one, other)
    one.write_bytes(b"x" * (1 << 20))
    other.write_bytes(b"x" * ((1 << 20) + 1))
    assert not same_bytes(one, other)
    assert not same_bytes(one, tmp_path / "nowhere")
    assert same_bytes(tmp_path / "nowhere", tmp_path / "nor here")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_place_of_a_picture_is_not_waited_for(tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "picture").write_bytes(b"")
    assert not same_bytes(tmp_path / "picture", tmp_path / "pipe")
