"""From content to a compiled edition and back, whatever happens in between."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.checking import check_exhibit, usable
from kiosk.content.reading import read_exhibit
from kiosk.editions import cache as shelf
from kiosk.editions import in_place
from kiosk.editions.calm import calm_edition
from kiosk.editions.compiling import compile_edition, stars_of
from kiosk.editions.edition import Entry, load_edition
from kiosk.errors import UnusableEdition
from kiosk.language.typesetting import bound
from kiosk.media.probing import look
from kiosk.opening import PACKAGE, find_edition
from kiosk.operations.machine_settings import MachineSettings


def compile_folder(root: Path, cache: Path) -> dict[str, object]:
    """Compile a folder where it lies."""
    return in_place.compile_folder(root, cache, look)


ENGLISH, FACTS = "content/projects/mir/en.yaml", "content/projects/mir/project.yaml"


@pytest.fixture
def compiled(exhibit, tmp_path, repository):
    """Compiles the small exhibit as it is now, and opens it."""
    shipped = read_exhibit(repository).exhibit
    assert shipped is not None

    def compile_now():
        reading = read_exhibit(exhibit.root)
        problems = check_exhibit(reading, look, date(2026, 11, 23))
        compile_edition(usable(reading.exhibit, problems), tmp_path / "edition", look, shipped.interface)
        return load_edition(tmp_path / "edition")

    return compile_now


# ------------------------------------------------------------------ what is compiled


@pytest.mark.parametrize(("origins", "stars"), [(set(), 0), ({"wam"}, 1), ({"wam", "ucs"}, 2), ({"a", "b", "c"}, 2)])
def test_stars_count_independent_origins(origins, stars) -> None:
    assert stars_of(origins) == stars


def test_two_sources_of_one_origin_count_once(exhibit, compiled) -> None:
    before = [fact.stars for fact in compiled().panel("mir", "en").evidence]
    exhibit.replace(FACTS, "origin: archive", "origin: almanac")
    assert (before, [fact.stars for fact in compiled().panel("mir", "en").evidence]) == ([2, 1], [1, 1])


def test_the_founding_text_is_a_source_and_never_a_star(exhibit, compiled) -> None:
    exhibit.replace(FACTS, "origin: almanac}", "origin: almanac, voice: founding}")
    assert [fact.stars for fact in compiled().panel("mir", "en").evidence] == [1, 0]


def test_the_shipped_founding_story_has_no_star_for_its_flight(edition) -> None:
    panel = edition.panel("ultraviolet-sky-survey", "en")
    assert panel.standing == "unconfirmed"
    founding = [fact for fact in panel.evidence if "founding" in fact.sources.lower()]
    assert founding
    assert all(fact.stars == 0 for fact in founding)


def test_a_panel_tells_dates_vehicle_site_orbit_and_people(compiled) -> None:
    panel = compiled().panel("mir", "en")
    assert panel.dateline == "22–30 July 1987"
    assert "Mir" in panel.journey
    assert "Baikonur" in panel.journey
    assert [number.value for number in panel.strip][-1] == "311–359 km"
    assert "Muhammed Faris" in panel.people


@pytest.mark.parametrize(("east", "shown"), [("103", "103°"), ("86.5", "86.5°")])
def test_a_place_over_the_equator_is_told_as_exactly_as_it_is_known(exhibit, compiled, east, shown) -> None:
    exhibit.replace(FACTS, "kind: low-earth\n  perigee_km: 311\n  apogee_km: 359", f"kind: geostationary\n  longitude_deg_east: {east}")
    assert shown in [number.value for number in compiled().panel("mir", "en").strip]


def test_an_uncertain_end_that_is_not_told_leaves_the_beginning_certain(exhibit, compiled) -> None:
    exhibit.replace(FACTS, "ends: 1987-07-30", "ends: 1991~")
    assert compiled().panel("mir", "en").dateline == "22 July 1987"


def list_pages(exhibit) -> None:
    """A page of terms and a page of events, with words in English; one event also in Arabic, one in no language."""
    exhibit.write("content/glossary.yaml", "orbit: {project: mir}\nstage: {}\n")
    exhibit.write("content/timeline.yaml", "flew: {when: 1987-07-22, project: gone}\nsecret: {when: 1990}\n")
    pages = "  - {id: words, kind: terms, terms: [stage, orbit], sources: [almanac]}\n"
    pages += "  - {id: years, kind: events, events: [flew, secret], sources: [almanac]}\n"
    exhibit.replace(FACTS, "related: [launch]", pages + "related: [launch]")
    english = "glossary: {orbit: {term: Orbit, meaning: A path.}, stage: {term: Stage, meaning: A part.}}\ntimeline: {flew: He flew.}\n"
    exhibit.write("content/words/en.yaml", (exhibit / "content/words/en.yaml").read_text(encoding="utf-8") + english)
    exhibit.write("content/words/ar.yaml", (exhibit / "content/words/ar.yaml").read_text(encoding="utf-8") + "timeline: {flew: طار.}\n")


def test_pages_list_terms_and_events_in_their_order_and_lead_to_projects_that_exist(exhibit, compiled) -> None:
    list_pages(exhibit)
    *_, words, years = compiled().panel("mir", "en").blocks
    assert words.entries == (Entry("Stage", "A part.", ""), Entry("Orbit", "A path.", "mir"))
    assert years.entries == (Entry("1987", "He flew.", ""),)


def test_a_term_or_event_without_words_in_a_language_stands_in_another_or_is_left_out(exhibit, compiled) -> None:
    list_pages(exhibit)
    *_, words, years = compiled().panel("mir", "ar").blocks
    assert [entry.name for entry in words.entries] == ["Stage", "Orbit"]
    assert years.entries == (Entry("١٩٨٧", "طار.", ""),)


@pytest.mark.parametrize("voice", ["founding", "exhibit", "general"])
def test_a_source_that_is_not_independent_is_named_in_the_words_of_the_language(exhibit, compiled, voice) -> None:
    exhibit.replace(FACTS, "origin: almanac}", f"origin: almanac, voice: {voice}}}")
    edition = compiled()
    for language in ("en", "ar"):
        told = edition.panel("mir", language)
        assert told.sources[0].publisher == edition.words(language)[f"evidence.{voice}"]
        assert (told.evidence[1].stars, told.evidence[1].sources) == (0, told.sources[0].publisher)


def test_words_that_a_language_lacks_stand_in_the_first_one(exhibit, compiled) -> None:
    (exhibit / "content/projects/mir/ar.yaml").unlink()
    edition = compiled()
    assert next(plate for plate in edition.plates("ar") if plate.project == "mir").title == "To Mir"
    assert edition.panel("mir", "ar").blocks[0].text == "He flew to the station."


def test_one_missing_block_stands_in_the_first_language_and_the_rest_in_its_own(exhibit, compiled) -> None:
    words = exhibit / "content/projects/mir/ar.yaml"
    kept = [line for line in words.read_text(encoding="utf-8").splitlines() if not line.startswith("  station: {heading")]
    exhibit.write("content/projects/mir/ar.yaml", "\n".join(kept) + "\n")
    panel = compiled().panel("mir", "ar")
    assert [block.text for block in panel.blocks] == ["طار إلى المحطة.", "He worked there for a week."]
    assert panel.title == "إلى مير"


def test_a_country_that_a_language_does_not_name_stands_in_the_first_one(exhibit, compiled) -> None:
    exhibit.write("content/words/en.yaml", (exhibit / "content/words/en.yaml").read_text() + "countries: {SU: Soviet Union}\n")
    edition = compiled()
    assert edition.panel("mir", "en").nations == "Syria · Soviet Union"
    assert edition.panel("mir", "ar").nations == "سوريا · Soviet Union"


def test_names_of_another_script_are_isolated_where_they_stand_in_a_sentence(exhibit, compiled) -> None:
    exhibit.replace("content/words/ar.yaml", "soyuz: سويوز, station: مير", "soyuz: Soyuz, station: Mir")
    panel = compiled().panel("mir", "ar")
    assert "\u2068Mir\u2069" in panel.journey
    assert "\u2068بايكونور\u2069" in panel.journey
    assert panel.evidence[0].sources == "\u2068An almanac\u2069 · \u2068An archive\u2069"


def test_what_is_known_only_about_says_so_in_every_language(exhibit, compiled) -> None:
    exhibit.replace(FACTS, "begins: 1987-07-22", "begins: 1987-07-22~")
    edition = compiled()
    numbers = {language: edition.panel("mir", language).strip[0].value for language in ("en", "ar")}
    assert numbers["en"] == "about 7.9 days"
    assert numbers["ar"].endswith(" تقريبًا")  # no case to bend: «نحو» would ask for the genitive of what CLDR prints
    assert edition.panel("mir", "en").dateline == "about 22–30 July 1987"
    assert edition.panel("mir", "ar").dateline.endswith(" تقريبًا")


def test_what_was_written_is_what_is_read(edition, repository) -> None:
    shipped = read_exhibit(repository).exhibit
    assert shipped is not None
    for language in shipped.file.languages:
        plates = edition.plates(language)
        assert [plate.project for plate in plates] == list(shipped.projects)
        assert edition.title(language) == bound(shipped.words[language].title)
        letter = ("letter.", "problem.", "refused.")
        told = {key: word for key, word in shipped.interface[language].words.items() if isinstance(word, str)}
        assert edition.words(language).items() >= {(key, word) for key, word in told.items() if not key.startswith(letter)}
        assert not [key for key in edition.words(language) if key.startswith(letter)]
        for plate in plates:
            project, words = shipped.projects[plate.project], shipped.projects[plate.project].words[language]
            panel = edition.panel(plate.project, language)
            assert (plate.title, plate.summary) == (panel.title, panel.summary) == (bound(words.title), bound(words.summary))
            assert [(block.id, block.text) for block in panel.blocks] == [
                (each.id, bound(words.story[each.id].text or "")) for each in project.file.story
            ]
            assert [fact.sentence for fact in panel.evidence] == [bound(words.facts[each.id].sentence) for each in project.file.facts]
            assert {picture.id for picture in panel.pictures} == set(project.file.pictures)


def test_every_language_shows_every_project_in_the_same_order(edition, repository) -> None:
    orders = [[plate.project for plate in edition.plates(language.code)] for language in edition.languages]
    assert orders[0] == orders[1] == orders[2]
    assert len(orders[0]) == len(read_exhibit(repository).exhibit.projects)


def test_a_language_that_nobody_planned_for_runs_in_its_own_direction(exhibit, compiled) -> None:
    exhibit.replace("content/exhibit.yaml", "[en, ar]", "[en, ar, fa, ur]")
    for code in ("fa", "ur"):
        exhibit.write(f"content/words/{code}.yaml", (exhibit / "content/words/ar.yaml").read_bytes())
        exhibit.write(f"content/projects/mir/{code}.yaml", (exhibit / "content/projects/mir/ar.yaml").read_bytes())
    languages = {language.code: language for language in compiled().languages}
    assert all(languages[code].right_to_left and languages[code].script == "arabic" for code in ("fa", "ur"))
    assert languages["fa"].digits == "۰۱۲۳۴۵۶۷۸۹"


# ------------------------------------------------------------------ where it is kept


@pytest.mark.parametrize("name", [ENGLISH, FACTS, "content/exhibit.yaml", "assets/pictures/station.png"])
def test_a_change_of_a_file_changes_the_fingerprint(exhibit, name) -> None:
    before = shelf.fingerprint(exhibit.root)
    os.utime(exhibit / name, ns=(1, 1))
    assert shelf.fingerprint(exhibit.root) != before


def test_a_picture_may_lie_anywhere_in_assets(exhibit) -> None:
    exhibit.picture("maps/steppe.png")
    before = shelf.fingerprint(exhibit.root)
    exhibit.picture("maps/steppe.png", colour="gold")
    os.utime(exhibit / "assets/maps/steppe.png", ns=(1, 1))
    assert shelf.fingerprint(exhibit.root) != before


def test_a_link_to_nothing_hides_no_other_file(exhibit) -> None:
    for number in range(9):
        (exhibit / f"content/projects/mir/{number}.yaml").symlink_to("nothing")
    before = shelf.fingerprint(exhibit.root)
    for name in ("project.yaml", "en.yaml", "ar.yaml"):
        os.utime(exhibit / "content/projects/mir" / name, ns=(1, 1))
        assert shelf.fingerprint(exhibit.root) != before
        before = shelf.fingerprint(exhibit.root)


def test_a_file_more_or_less_changes_the_fingerprint(exhibit) -> None:
    prints = [shelf.fingerprint(exhibit.root)]
    exhibit.write("content/projects/mir/ru.yaml", "title: x\n")
    prints.append(shelf.fingerprint(exhibit.root))
    (exhibit / "assets/pictures/pad.png").unlink()
    prints.append(shelf.fingerprint(exhibit.root))
    assert len(set(prints)) == 3


def test_without_a_change_the_fingerprint_stays(exhibit) -> None:
    before = shelf.fingerprint(exhibit.root)
    exhibit.write("content/.swap", "an editor's own file")
    exhibit.write("notes.txt", "outside content and assets")
    assert shelf.fingerprint(exhibit.root) == before


def test_what_was_compiled_is_found_again_until_something_changes(exhibit, tmp_path) -> None:
    answer = compile_folder(exhibit.root, tmp_path / "cache")
    assert shelf.current(exhibit.root, tmp_path / "cache") == Path(str(answer["edition"]))
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    assert shelf.current(exhibit.root, tmp_path / "cache") is None


def test_a_compilation_that_breaks_off_leaves_the_edition_before_it(exhibit, tmp_path, monkeypatch) -> None:
    good = Path(str(compile_folder(exhibit.root, tmp_path / "cache")["edition"]))
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    monkeypatch.setattr("kiosk.editions.compiling.os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    answer = compile_folder(exhibit.root, tmp_path / "cache")
    assert answer["code"] == "K-40"
    assert "space" in str(answer["message"])
    assert shelf.last_good(tmp_path / "cache") == good
    assert load_edition(good).title("en") == "A small exhibit"


_POWER_FAILS = """
import os, sys
from pathlib import Path
from kiosk.editions import disk
from kiosk.editions.in_place import compile_folder
from kiosk.media.probing import look
writes = disk.write_bytes
def write(path, data):
    if path.name == sys.argv[3]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data[: len(data) // 2])
        os._exit(9)
    writes(path, data)
disk.write_bytes = write
compile_folder(Path(sys.argv[1]), Path(sys.argv[2]), look)
"""


@pytest.mark.parametrize("file", ["en.json", "ar.jsonl", "index.json"])
def test_when_the_power_fails_half_way_the_edition_before_it_plays(exhibit, tmp_path, repository, file) -> None:
    cache = tmp_path / "cache"
    good = Path(str(compile_folder(exhibit.root, cache)["edition"]))
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    ended = subprocess.run([sys.executable, "-c", _POWER_FAILS, exhibit.root, cache, file], cwd=repository, check=False)
    assert ended.returncode == 9
    assert shelf.current(exhibit.root, cache) is None
    assert shelf.last_good(cache) == good
    assert load_edition(good).plates("en")[0].title == "To Mir"
    after = compile_folder(exhibit.root, cache)
    assert after["code"] == ""
    assert {folder.name for folder in shelf.editions(cache).iterdir()} == {good.name, Path(str(after["edition"])).name}


def test_whatever_stops_a_compilation_nothing_half_written_stays(exhibit, tmp_path, monkeypatch) -> None:
    def stops(*_: object) -> None:
        raise ValueError("nobody foresaw this")

    monkeypatch.setattr("kiosk.editions.compiling._json", stops)
    with pytest.raises(ValueError, match="foresaw"):
        compile_folder(exhibit.root, tmp_path / "cache")
    assert list(shelf.editions(tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [b"", b"[]", b"{}", b'{"pictures": 3}', b'{"pictures": {"pictures/pad.png": 3}}', b'{"pictures": {"pictures/pad.png": [1, 2]}}'],
)
def test_a_damaged_edition_before_it_does_not_stop_a_compilation(exhibit, tmp_path, text) -> None:
    earlier = Path(str(compile_folder(exhibit.root, tmp_path / "cache")["edition"]))
    (earlier / "index.json").write_bytes(text)
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    answer = compile_folder(exhibit.root, tmp_path / "cache")
    assert answer["code"] == ""
    assert load_edition(Path(str(answer["edition"]))).pictures.keys() == {"pictures/pad.png", "pictures/station.png"}


def test_only_the_editions_used_last_are_kept(exhibit, tmp_path) -> None:
    kept = []
    for number in range(5):
        exhibit.write("content/people.yaml", f"faris: {{country: SY, born: 19{50 + number}-05-26}}\n")
        kept.append(Path(str(compile_folder(exhibit.root, tmp_path / "cache")["edition"])).name)
    left = {folder.name for folder in shelf.editions(tmp_path / "cache").iterdir()}
    assert left == set(kept[-shelf.KEPT :])


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'{"format": 0}', b'{"format": 999}', b"\xff\xfe", b"null"])
def test_an_edition_that_cannot_be_read_says_so(tmp_path, text) -> None:
    (tmp_path / "index.json").write_bytes(text)
    with pytest.raises(UnusableEdition) as caught:
        load_edition(tmp_path)
    assert caught.value.code == "K-40"


@pytest.mark.parametrize("name", ["plates/en.json", "plates/ar.json", "panels/en.jsonl"])
@pytest.mark.parametrize(
    "damage", [lambda file: file.unlink(), lambda file: file.write_bytes(file.read_bytes()[:-20])], ids=["gone", "cut"]
)
def test_an_edition_with_a_file_gone_or_cut_is_compiled_anew(exhibit, tmp_path, name, damage) -> None:
    folder = Path(str(compile_folder(exhibit.root, tmp_path / "cache")["edition"]))
    damage(folder / name)
    with pytest.raises(UnusableEdition) as caught:
        load_edition(folder)
    assert caught.value.code == "K-40"
    assert folder.name in str(caught.value)
    mended = find_edition(MachineSettings(exhibit=str(exhibit.root), cache=str(tmp_path / "cache")))
    assert mended.folder == folder
    assert [plate.title for plate in mended.plates("en")] == ["To Mir", "A launch"]


def test_an_edition_of_another_format_is_refused_however_whole_it_is(exhibit, tmp_path) -> None:
    folder = Path(str(compile_folder(exhibit.root, tmp_path / "cache")["edition"]))
    index = json.loads((folder / "index.json").read_bytes())
    (folder / "index.json").write_text(json.dumps(index | {"format": index["format"] - 1}))
    with pytest.raises(UnusableEdition, match="another format"):
        load_edition(folder)


# ------------------------------------------------------------------ the process of its own


def child(root: Path, cache: Path, **environment: str) -> dict:
    """What the compiler answers as a process."""
    command, around = [sys.executable, "-m", "kiosk.editions", root, cache], os.environ | environment
    done = subprocess.run(command, cwd=PACKAGE.parent, env=around, capture_output=True, text=True, check=False)
    assert len(done.stdout.splitlines()) == 1, done.stderr
    return json.loads(done.stdout)


def test_the_compiler_answers_in_one_line(exhibit, tmp_path) -> None:
    answer = child(exhibit.root, tmp_path / "cache")
    assert (answer["code"], answer["errors"], answer["warnings"]) == ("", 0, 0)
    assert "All is well" in answer["message"]
    assert Path(answer["edition"], "index.json").is_file()


def _empties(folder) -> None:
    shutil.rmtree(folder / "content/projects")
    folder.replace("content/exhibit.yaml", "order: [mir]\n", "")


@pytest.mark.parametrize(
    ("breaking", "code"),
    [
        (lambda folder: (folder / "content").rename(folder / "contents"), "K-10"),
        (lambda folder: folder.write("content/exhibit.yaml", "languages: ["), "K-20"),
        (lambda folder: (folder / "content/words/en.yaml").unlink() or (folder / "content/words/ar.yaml").unlink(), "K-20"),
        (lambda folder: (folder / "content/projects").rename(folder / "content/projekte"), "K-30"),
        (_empties, "K-30"),
    ],
)
def test_what_cannot_be_shown_has_a_code_for_the_telephone(exhibit, tmp_path, breaking, code) -> None:
    breaking(exhibit)
    answer = child(exhibit.root, tmp_path / "cache")
    assert (answer["code"], answer["edition"]) == (code, "")
    assert (answer["errors"] >= 1) is (code != "K-30")
    assert answer["message"]
    assert ("no project" in answer["message"]) is (code == "K-30")
    assert answer["problems"]


def test_the_answer_arrives_whatever_the_encoding_of_the_pipe(exhibit, tmp_path) -> None:
    exhibit.replace("content/projects/launch/project.yaml", "standing: planned", "standing: مخطط")
    assert "«مخطط»" in child(exhibit.root, tmp_path / "cache", PYTHONIOENCODING="ascii")["problems"]


def test_a_cache_that_cannot_be_written_has_a_code(exhibit, tmp_path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert child(exhibit.root, tmp_path / "cache")["code"] == "K-40"


def test_the_calm_edition_needs_nothing_and_speaks_three_languages() -> None:
    calm = calm_edition()
    assert [language.code for language in calm.languages] == ["en", "ar", "ru"]
    assert all(calm.words(language.code)["calm.title"] for language in calm.languages)
    assert calm.plates("en") == ()


def test_a_picture_is_shown_from_the_smallest_rendition_that_is_wide_enough(exhibit, tmp_path) -> None:
    answer = compile_folder(exhibit.root, tmp_path / "cache")
    folder = shelf.renditions(tmp_path / "cache")
    edition = load_edition(Path(str(answer["edition"])))
    digest = edition.pictures["pictures/station.png"][0]
    folder.mkdir(parents=True)
    for name in (f"{digest}-320.jpg", f"{digest}-960.jpg", f"{digest}-640.part.jpg", "stray.jpg"):
        (folder / name).write_bytes(b"x")
    edition.look_for_renditions(folder)
    assert edition.picture("pictures/station.png", 300).name == f"{digest}-320.jpg"
    assert edition.picture("pictures/station.png", 500).name == f"{digest}-960.jpg"
    assert edition.picture("pictures/station.png", 1200).name == "station.png"


def test_records_do_not_change() -> None:
    from kiosk.editions.edition import Number

    with pytest.raises(AttributeError):
        Number("1", "x").value = "2"  # type: ignore[misc]
    assert replace(Number("1", "x"), value="2").value == "2"
