"""One broken file for each problem: what the curator is told, where, and how to mend it; and that the rest goes on."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.checking import check_exhibit, usable
from kiosk.content.problems import Problem, Severity
from kiosk.content.reading import read_exhibit
from kiosk.media.probing import decode, look

TODAY = date(2026, 11, 23)
FACTS, ENGLISH, ARABIC = "content/projects/mir/project.yaml", "content/projects/mir/en.yaml", "content/projects/mir/ar.yaml"
EXHIBIT, WORDS = "content/exhibit.yaml", "content/words/en.yaml"
Break = Callable[..., object]


def problems_of(folder) -> tuple[Problem, ...]:
    """Everything the check says of an exhibit folder."""
    return check_exhibit(read_exhibit(folder.root), look, TODAY)


def edit(name: str, old: str, new: str) -> Break:
    """Exchange one passage."""
    return lambda folder: folder.replace(name, old, new)


def whole(name: str, text: str | bytes) -> Break:
    """Write a file anew."""
    return lambda folder: folder.write(name, text)


def bombs() -> str:
    """Ten names for ten times the one before."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 7)]
    return "\n".join(lines)


def linked(folder, name: str) -> None:
    """Replace a file by a link to one outside of the exhibit."""
    outside = folder.root.parent / ("outside" + Path(name).suffix)
    (folder / name).replace(outside)
    (folder / name).symlink_to(outside)


def interface(folder, second: str) -> None:
    """Words of the interface in two languages."""
    folder.write("content/interface/en.yaml", 'words: {sill.home: "Home", panel.page: "Page {page} of {pages}"}\n')
    folder.write("content/interface/ar.yaml", second)


def listing(folder, field: str, leads_to: str = "mir") -> None:
    """A page that lists terms of a glossary of one word."""
    folder.write("content/glossary.yaml", f"orbit: {{project: {leads_to}}}\n")
    folder.replace(FACTS, "related: [launch]", f"  - {{id: words, kind: terms, {field}, sources: [almanac]}}\nrelated: [launch]")


LONG = " ".join(["word"] * 12)


def case(code: str, broken: Break, place: str, what: str, remedy: str, severity: str = "error"):
    """One row of the table."""
    return pytest.param(broken, code, place, what, remedy, Severity(severity), id=f"{code}: {what[:40]}")


TABLE = [
    # ------------------------------------------------------------------ files
    case("no-folder", lambda f: (f / "content").rename(f / "contents"), "content:1:1", "no folder «content»", "holds content/ and assets/"),
    case("missing-file", lambda f: (f / EXHIBIT).unlink(), f"{EXHIBIT}:1:1", "file is missing", "put it back"),
    case("empty-file", whole(FACTS, "# nothing\n"), f"{FACTS}:1:1", "file is empty", "delete it"),
    case("too-large", whole(FACTS, "#" * 1_100_000), f"{FACTS}:1:1", "larger than 1000 kB", "pictures belong into assets/"),
    case("outside", lambda f: linked(f, FACTS), f"{FACTS}:1:1", "outside the exhibit folder", "instead of linking"),
    case("outside", lambda f: ((f / FACTS).unlink(), (f / FACTS).symlink_to(f / FACTS)), f"{FACTS}:1:1", "outside the exhibit", "Copy it"),
    case("unreadable", lambda f: (f / FACTS).chmod(0), f"{FACTS}:1:1", "cannot be read", "Check the name"),
    case("not-utf-8", whole(FACTS, "category: flights\n".encode("utf-16")), f"{FACTS}:1:1", "UTF-16", "Save it as UTF-8"),
    case("not-utf-8", whole(ENGLISH, b'title: "a"\nsummary: "caf\xe9"\n'), f"{ENGLISH}:2:14", "not UTF-8 from here", "Save it as UTF-8"),
    case("control-character", edit(ENGLISH, "To Mir", "To\x07Mir"), f"{ENGLISH}:1:11", "invisible control character", "type the line again"),
    # ------------------------------------------------------------------ YAML
    case("tab", edit(FACTS, "  perigee_km", "\tperigee_km"), f"{FACTS}:13:1", "A tab", "Use spaces"),
    case("smart-quote", edit(ENGLISH, '"To Mir"', "“To” Mir: x"), f"{ENGLISH}:1:8", "“", "straight quotes"),
    case("given-twice", edit(FACTS, "standing: flown\n", "standing: flown\nstanding: lost\n"), f"{FACTS}:3:1", "«standing» is given twice, first in line 2", "Keep one"),
    case("given-twice", edit(FACTS, "id: long", "id: flew"), f"{FACTS}:28:10", "«flew» is given twice", "its own id"),
    case("alias-bomb", whole(FACTS, bombs()), f"{FACTS}:1:1", "far too many values", "Write the values out"),
    case("too-deep", whole(FACTS, "category: " + "[" * 60 + "]" * 60), f"{FACTS}:1:1", "nested too deeply", "Write it flat"),
    case("tag", edit(FACTS, "category: flights", "category: !!python/name:os.system flights"), f"{FACTS}:1:11", "python/name:os.system", "exclamation mark"),
    case("two-documents", edit(FACTS, "standing: flown", "---\nstanding: flown"), f"{FACTS}:2:1", "three dashes", "a file holds one"),
    case("syntax", edit(ENGLISH, '"A flight to a station."', "A flight: to Mir"), f"{ENGLISH}:2:18", "A colon inside this value", "straight quotes"),
    case("syntax", edit(ENGLISH, '"To Mir"', '"To Mir'), f"{ENGLISH}:2:11", "", "quote"),
    case("syntax", edit(FACTS, "standing: flown", "standing flown"), f"{FACTS}:2:1", "not followed by a colon", "«name: value»"),
    case("syntax", edit(FACTS, "hero: station", "hero: *station"), f"{FACTS}:25:7", "sign of YAML", "straight quotes"),
    # ------------------------------------------------------------------ fields
    case("unknown-field", edit(FACTS, "standing: flown", "standig: flown"), f"{FACTS}:2:10", "«standig» is not a field", "Did you mean «standing»?"),
    case("unknown-field", edit(FACTS, "credit:", "creditt:"), f"{FACTS}:23:14", "«creditt» is not a field", "Did you mean «credit»?"),
    case("missing-field", edit(FACTS, '    credit: "A painter"\n', ""), f"{FACTS}:22:5", "«credit» is missing", "Add it"),
    case("missing-field", edit(FACTS, "    licence: CC-BY-4.0\n", ""), f"{FACTS}:22:5", "«licence» is missing", "SPDX"),
    case("missing-field", edit(FACTS, "standing: flown\n", ""), f"{FACTS}:1:1", "«standing» is missing", "where the project stands"),
    case("missing-field", edit(FACTS, "cooperation: agreement\n", ""), f"{FACTS}:1:1", "«cooperation» is missing", "kind of joint work"),
    case("missing-field", edit(FACTS, "id: flight, kind: text", "id: flight, kind: picture"), f"{FACTS}:30:5", "names no picture", "picture: ..."),
    case("unknown-value", edit(FACTS, "standing: flown", "standing: flwn"), f"{FACTS}:2:11", "«flwn» is not known", "Did you mean «flown»?"),
    case("unknown-value", edit(FACTS, "unit: day", "unit: days"), f"{FACTS}:28:34", "«days» is not known", "Did you mean «day»?"),
    case("empty-value", edit(ENGLISH, '"To Mir"', '""'), f"{ENGLISH}:1:8", "is empty", "Fill it in"),
    case("bad-name", edit(FACTS, "id: flew", "id: Flew once"), f"{FACTS}:27:10", "«Flew once» is not a name", "small letters"),
    case("bad-value", edit(FACTS, "begins: 1987-07-22", "begins: 1987-02-30"), f"{FACTS}:5:9", "no calendar has", "source"),
    case("bad-value", edit(FACTS, "begins: 1987-07-22", "begins: July 1987"), f"{FACTS}:5:9", "is not a date", "2019-09-25"),
    case("bad-value", edit(FACTS, "perigee_km: 311", "perigee_km: low"), f"{FACTS}:13:15", "«low» is not a number", "digits"),
    case("bad-value", edit(FACTS, "perigee_km: 311", "perigee_km: -3"), f"{FACTS}:13:15", "cannot be", "more than 0"),
    case("bad-value", edit(FACTS, "perigee_km: 311", "perigee_km: 400"), f"{FACTS}:12:3", "higher than apogee_km", "Exchange them"),
    case("bad-value", edit(FACTS, "about: true", "about: perhaps"), f"{FACTS}:28:46", "neither yes nor no", "true or false"),
    case("bad-value", edit(FACTS, "value: 7.9, unit: day, ", "value: 7.9, "), f"{FACTS}:28:5", "value and unit go together", "Write both, or neither"),
    case("bad-value", edit(FACTS, "countries: [SY, SU]", "countries: SY"), f"{FACTS}:4:12", "must be a list", "[a, b]"),
    case("bad-value", edit(ENGLISH, 'summary: "A flight to a station."', "summary: [a, b]"), f"{ENGLISH}:2:10", "must be one text", "straight quotes"),
    case("bad-value", edit(FACTS, "pictures/station.png", "../secret.png"), f"{FACTS}:22:11", "stay inside assets/", "illustrations/mir.webp"),
    case("bad-value", edit(FACTS, "pictures/station.png", "/etc/passwd.png"), f"{FACTS}:22:11", "stay inside assets/", "illustrations/mir.webp"),
    case("bad-value", whole(FACTS, "just words\n"), f"{FACTS}:1:1", "names with values", "name: value"),
    case("bad-value", edit(EXHIBIT, "languages: [en, ar]", "languages: []"), f"{EXHIBIT}:1:12", "0 entries", "at least 1"),
    case("bad-value", whole("content/people.yaml", "".join(f"a{n}: {{country: x}}\n" for n in range(300))), "content/people.yaml:201:17", "100 more values are wrong", "Mend those above"),
    # ------------------------------------------------------------------ what must fit together
    case("bad-date", edit(FACTS, "ends: 1987-07-30", "ends: 1987-07-01"), f"{FACTS}:6:7", "ends before it begins", "Exchange"),
    case("bad-date", edit(FACTS, "begins: 1987-07-22", "begins: 1087-07-22"), f"{FACTS}:5:9", "year 1087 cannot be", "source"),
    case("unknown-name", edit(FACTS, "category: flights", "category: flghts"), f"{FACTS}:1:11", "no category «flghts»", "Did you mean «flights»?"),
    case("unknown-name", edit(FACTS, "people: [faris]", "people: [fariss]"), f"{FACTS}:10:10", "«fariss» is not in people.yaml", "Did you mean «faris»?"),
    case("unknown-name", edit(FACTS, "vehicle: soyuz", "vehicle: sojuz"), f"{FACTS}:7:10", "«sojuz» is not known", "Did you mean «soyuz»?"),
    case("unknown-name", edit(FACTS, "site: baikonur", "site: baikonour"), f"{FACTS}:9:7", "«baikonour» is not known", "Did you mean «baikonur»?"),
    case("unknown-name", edit(FACTS, "hero: station", "hero: statoin"), f"{FACTS}:25:7", "«statoin» is not known", "Did you mean «station»?"),
    case("unknown-name", edit(FACTS, "[almanac, archive]", "[almanac, archve]"), f"{FACTS}:27:25", "no source «archve»", "Did you mean «archive»?"),
    case("unknown-name", lambda f: listing(f, "terms: [orbitt]"), f"{FACTS}:32:38", "«orbitt» is not in glossary.yaml", "Did you mean «orbit»?"),
    case("bad-value", lambda f: listing(f, "terms: []"), f"{FACTS}:32:5", "terms belong to a page of kind terms", "Write both"),
    case("unknown-project", lambda f: listing(f, "terms: [orbit]", "mirr"), "content/glossary.yaml:1:18", "no project «mirr»", "Did you mean «mir»?", "warning"),
    case("missing-words", edit(ENGLISH, 'text: "He flew to the station."', 'heading: "A flight"'), f"{ENGLISH}:9:11", "«flight» has no text", "Add «text", "error"),
    case("unknown-project", edit(FACTS, "related: [launch]", "related: [lunch]"), f"{FACTS}:32:11", "no project «lunch»", "Did you mean «launch»?", "warning"),
    case("unknown-project", edit(FACTS, "related: [launch]", "related: [mir]"), f"{FACTS}:32:11", "related to itself", "another", "warning"),
    case("unknown-project", edit(EXHIBIT, "order: [mir]", "order: [mirr]"), f"{EXHIBIT}:4:9", "no project «mirr»", "Did you mean «mir»?", "warning"),
    case("no-source", edit(FACTS, "{id: flew, sources: [almanac, archive]}", "{id: flew, sources: []}"), f"{FACTS}:27:5", "«flew» names no source", "sources"),
    case("unused-source", lambda f: (f.replace(FACTS, "[archive]", "[almanac]"), f.replace(FACTS, "[almanac, archive]", "[almanac]")), f"{FACTS}:19:12", "«archive» supports nothing", "delete it", "warning"),
    case("review", edit(FACTS, "as_of: 2026-01-01", "as_of: 2026-01-01\nreview_after: 2026-06"), f"{FACTS}:17:15", "has passed", "as_of and review_after", "warning"),
    # ------------------------------------------------------------------ pictures
    case("missing-picture", edit(FACTS, "station.png", "statoin.png"), f"{FACTS}:22:11", "is not in assets/", "Did you mean «pictures/station.png»?"),
    case("bad-picture", whole("assets/pictures/station.png", b"no picture"), f"{FACTS}:22:11", "cannot be shown", "Export it again"),
    case("picture-type", edit(FACTS, "station.png", "station.tiff"), f"{FACTS}:22:11", "not a kind of picture", "WebP, JPEG or PNG"),
    case("picture-too-small", lambda f: f.picture("pictures/station.png", 800, 600), f"{FACTS}:22:11", "800 pixels wide, less than the 1600", "larger", "warning"),
    case("picture-too-large", lambda f: f.picture("pictures/station.png", 9000, 7000), f"{FACTS}:22:11", "9000 x 7000", "3840"),
    case("outside", lambda f: linked(f, "assets/pictures/station.png"), f"{FACTS}:22:11", "outside the exhibit folder", "Copy the picture"),
    case("same-picture", lambda f: f.picture("pictures/station.png", colour="maroon"), "content/projects/launch/project.yaml:10:11", "stands for «mir»", "its own", "warning"),
    case("unused-picture", lambda f: f.picture("pictures/spare.png"), "assets/pictures/spare.png:1:1", "No project shows", "delete it", "warning"),
    # ------------------------------------------------------------------ words
    case("missing-alt", edit(ENGLISH, 'pictures:\n  station: {alt: "A station above the Earth."}\n', ""), f"{ENGLISH}:1:1", "«station» has no alt text", "Add «station"),
    case("missing-alt", edit(ARABIC, 'pictures:\n  station: {alt: "محطة فوق الأرض."}\n', ""), f"{ARABIC}:1:1", "no alt text", "Add", "warning"),
    case("missing-words", lambda f: (f / ARABIC).unlink(), f"{FACTS}:1:1", "no words in «ar»", "Write ar.yaml", "warning"),
    case("missing-words", edit(ARABIC, '  station: {heading: "على متنها", text: "عمل هناك أسبوعًا."}\n', ""), f"{ARABIC}:9:3", "«station» of story has no words", "Add", "warning"),
    case("missing-words", edit(ENGLISH, ', label: "in space"', ""), f"{ENGLISH}:7:9", "says nothing about what it counts", "label", "warning"),
    case("missing-words", edit(WORDS, "people: {faris: Muhammed Faris}\n", ""), f"{WORDS}:1:1", "«faris» has no name", "under people", "warning"),
    case("missing-words", lambda f: interface(f, 'words: {sill.home: "x"}\n'), "content/interface/ar.yaml:1:8", "«panel.page» is missing", "Add it", "warning"),
    case("orphan-words", lambda f: interface(f, 'words: {sill.home: "x", panel.page: "x", sill.hme: "x"}\n'), "content/interface/ar.yaml:1:52", "no word «sill.hme»", "Did you mean «sill.home»?", "warning"),
    case("orphan-words", edit(ENGLISH, "  flew: {", '  flewn: {sentence: "x"}\n  flew: {'), f"{ENGLISH}:6:10", "not in project.yaml", "Did you mean «flew»?", "warning"),
    case("orphan-words", edit(WORDS, "{faris: Muhammed Faris}", "{faris: Muhammed Faris, gagarin: Yuri}"), f"{WORDS}:5:42", "exists nowhere", "", "warning"),
    case("older-translation", edit(ARABIC, 'summary: "رحلة إلى محطة."\n', 'summary: "رحلة إلى محطة."\ntranslated_from: {title: 00000000}\n'), f"{ARABIC}:1:8", "original of «title» has changed", "translations seen ar mir", "warning"),
    case("placeholder", lambda f: interface(f, 'words: {sill.home: "x", panel.page: "{seite}"}\n'), "content/interface/ar.yaml:1:37", "{seite}", "{page}", "warning"),
    case("too-long", edit(ENGLISH, "He flew to the station.", ". ".join([LONG] * 6)), f"{ENGLISH}:9:18", "72 words; it holds 60", "two pages", "warning"),
    case("long-sentence", edit(ENGLISH, "He flew to the station.", f"{LONG} {LONG} {LONG}."), f"{ENGLISH}:9:18", "36 words", "25", "warning"),
]  # fmt: skip


def test_a_mistyped_field_is_told_once_and_not_as_missing_too(exhibit) -> None:
    exhibit.replace(ENGLISH, "title:", "titel:")
    (problem,) = problems_of(exhibit)
    assert (problem.code, problem.remedy) == ("unknown-field", "Did you mean «title»?")


@pytest.mark.parametrize("words", ["title: [", "category: flights\nbeginz: 1987\n"], ids=["no YAML", "a wrong field"])
def test_a_project_with_an_error_is_told_once_and_not_wherever_it_is_named(exhibit, words) -> None:
    launch = "content/projects/launch/project.yaml"  # to which the other one is related
    whole_file = (exhibit / launch).read_text()
    exhibit.write(launch, words + "\n# " + whole_file.replace("\n", "\n# "))
    assert {problem.file for problem in problems_of(exhibit)} == {launch}


@pytest.mark.parametrize(("broken", "code", "place", "what", "remedy", "severity"), TABLE)
def test_a_problem_is_told_with_place_and_remedy(exhibit, broken, code, place, what, remedy, severity) -> None:
    if code == "unreadable" and os.access("/root", os.R_OK):
        pytest.skip("the administrator may read every file")
    broken(exhibit)
    found = problems_of(exhibit)
    told = [problem for problem in found if problem.code == code and what in problem.what and remedy in problem.remedy]
    assert told, "\n".join(f"{each.code}: {each}" for each in found)
    assert place in [f"{each.file}:{each.line}:{each.column}" for each in told], "\n".join(str(each) for each in told)
    assert {each.severity for each in told} == {severity}
    for each in found:
        assert (each.what[-1] in ".»?" and each.remedy.strip()) or each.remedy, each
        assert not re.search(r"Traceback|Error\b|pydantic|<class|input_value", str(each)), each


def test_the_table_is_complete(codes) -> None:
    assert {row.values[1] for row in TABLE} == codes


def test_the_small_exhibit_of_these_tests_has_no_problem(exhibit) -> None:
    assert problems_of(exhibit) == ()


@pytest.mark.parametrize("text", ["a: [1, 2", "a: b: c", "- a\nb: c", '"open', "a: 'b", "%x", "@", "a:\n\t- b", "{a: b", "*x"])
def test_a_file_that_does_not_parse_is_one_problem(exhibit, text) -> None:
    exhibit.write(FACTS, text)
    assert len([problem for problem in problems_of(exhibit) if problem.file == FACTS]) == 1


def test_every_problem_of_every_file_comes_at_once_in_the_order_of_files(exhibit) -> None:
    exhibit.replace(FACTS, "standing: flown", "standing: flwn")
    exhibit.replace(FACTS, "begins: 1987-07-22", "begins: soon")
    exhibit.replace("content/projects/launch/project.yaml", "category: flights", "category: nothing")
    exhibit.replace(ENGLISH, "title", "titel")
    found = problems_of(exhibit)
    assert list(found) == sorted(found)
    places = [f"{problem.file}:{problem.line}" for problem in found]
    for place in ("content/projects/launch/project.yaml:1", f"{ENGLISH}:1", f"{FACTS}:2", f"{FACTS}:5"):
        assert place in places


# ------------------------------------------------------------------ what an error keeps off the screen


def shown(folder) -> dict[str, set[str]]:
    """The projects that come on screen, with their languages."""
    reading = read_exhibit(folder.root)
    assert reading.exhibit is not None
    exhibit = usable(reading.exhibit, check_exhibit(reading, look, TODAY))
    return {name: set(project.words) for name, project in exhibit.projects.items()}


def test_an_error_in_a_project_keeps_off_that_project_and_no_other(exhibit) -> None:
    exhibit.replace(FACTS, "hero: station", "hero: nothing")
    assert shown(exhibit) == {"launch": {"en", "ar"}}


def test_an_error_in_the_words_of_one_language_keeps_off_that_language(exhibit) -> None:
    exhibit.replace(ARABIC, "title", "titel")
    assert shown(exhibit) == {"mir": {"en"}, "launch": {"en", "ar"}}


def test_what_only_a_language_with_an_error_tells_goes_with_it(exhibit) -> None:
    exhibit.replace(ENGLISH, "title", "titel")
    exhibit.replace(ARABIC, '  flew: {sentence: "طار عام 1987."}\n', "")
    exhibit.replace(ARABIC, '  flight: {text: "طار إلى المحطة."}\n', "")
    reading = read_exhibit(exhibit.root)
    project = usable(reading.exhibit, check_exhibit(reading, look, TODAY)).projects["mir"]
    assert set(project.words) == {"ar"}
    assert [fact.id for fact in project.file.facts] == ["long"]
    assert [block.id for block in project.file.story] == ["station"]


def test_a_project_of_which_no_page_is_told_is_kept_off(exhibit) -> None:
    exhibit.replace("content/projects/launch/en.yaml", "title", "titel")
    exhibit.replace("content/projects/launch/ar.yaml", 'story:\n  plan: {text: "خطة."}\n', "")
    assert shown(exhibit) == {"mir": {"en", "ar"}}


def test_a_warning_keeps_nothing_off(exhibit) -> None:
    exhibit.picture("pictures/station.png", 800, 600)
    (exhibit / ARABIC).unlink()
    assert shown(exhibit) == {"mir": {"en"}, "launch": {"en", "ar"}}


ALL = {"mir": {"en", "ar"}, "launch": {"en", "ar"}}


@pytest.mark.parametrize("shared", ["people", "vehicles", "places"])
@pytest.mark.parametrize("text", ["faris: [", "- a\n- b\n", "faris: {country: nowhere}\nsoyuz: 3\nstation: x\nbaikonur: {}\n", "\xff"])
def test_a_broken_file_that_projects_share_hides_none_of_them(exhibit, shared, text) -> None:
    exhibit.write(f"content/{shared}.yaml", text.encode("latin-1"))
    assert shown(exhibit) == ALL
    assert any(problem.file == f"content/{shared}.yaml" for problem in problems_of(exhibit))


def test_one_wrong_entry_costs_that_entry(exhibit) -> None:
    exhibit.write("content/people.yaml", "faris: {country: Syria}\ngagarin: {country: SU}\n")
    reading = read_exhibit(exhibit.root)
    assert set(reading.exhibit.people) == {"gagarin"}
    (problem,) = [each for each in problems_of(exhibit) if each.code == "bad-name"]
    assert (problem.file, problem.line) == ("content/people.yaml", 1)
    assert shown(exhibit) == ALL


def test_a_wrong_entry_in_the_words_of_a_language_costs_no_language(exhibit) -> None:
    exhibit.replace(WORDS, "people: {faris: Muhammed Faris}", "people: {faris: [a, b], Gagarin: Yuri}\nsubtitel: x")
    reading = read_exhibit(exhibit.root)
    assert reading.exhibit.words["en"].title == "A small exhibit"
    assert reading.exhibit.words["en"].people == {}
    assert shown(exhibit) == ALL


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("order: [mir]", "order: [Mir]"),
        ("order: [mir]", "order: mir"),
        ("order: [mir]", "attract: {moment: soon}"),
        ("order: [mir]", "idle: {base: 60, countdown: 5s}"),
        ("order: [mir]", "ordre: [mir]"),
        ("- {id: flights, sign: flight}", "- {id: flights, sign: flight}\n  - {id: Broken Name, sign: star}"),
    ],
)
def test_a_wrong_field_of_the_exhibit_falls_back_alone(exhibit, old, new) -> None:
    exhibit.replace("content/exhibit.yaml", old, new)
    assert shown(exhibit) == ALL
    assert problems_of(exhibit)


def test_one_broken_word_of_the_interface_costs_that_word(exhibit) -> None:
    exhibit.write(
        "content/interface/en.yaml", 'words:\n  sill.home: "Start"\n  sill.next: [a]\n  gallery.title: {one: "{n} tale", othr: "x"}\n'
    )
    words = read_exhibit(exhibit.root).exhibit.interface["en"].words
    assert words["sill.home"] == "Start"
    assert "sill.next" not in words
    assert words.get("gallery.title") in (None, {"one": "{n} tale"})


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:200]),
        lambda file: file.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='2000' height='1400'/>"),
    ],
    ids=["gone", "empty", "cut", "a drawing under a false name"],
)
def test_a_picture_that_cannot_be_shown_costs_no_project(exhibit, damage) -> None:
    damage(exhibit / "assets/pictures/station.png")
    assert shown(exhibit) == ALL
    problems = check_exhibit(read_exhibit(exhibit.root), decode, TODAY)
    assert problems
    assert {each.code for each in problems} <= {"missing-picture", "bad-picture"}


def test_folders_that_begin_with_a_dot_or_underscore_are_left_alone(exhibit) -> None:
    exhibit.write("content/projects/_draft/project.yaml", "nonsense")
    exhibit.write("content/projects/.cache/project.yaml", "nonsense")
    assert problems_of(exhibit) == ()
