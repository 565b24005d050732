"""What comes onto a machine: taken whole, or refused with words; and one bad thing in it hides one thing."""

from __future__ import annotations

import json
import os
import shutil
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kiosk.editions import disk
from kiosk.editions.arrivals import LONGEST_UNFINISHED, REST, Arrival, Sight, find_source, look, seen
from kiosk.editions.letter import write_letter
from kiosk.editions.packing import write_pack
from kiosk.editions.packs import open_pack
from kiosk.editions.signing import new_key_pair
from kiosk.editions.state import failed, proved
from kiosk.editions.trial import LONGEST_GAP, SECONDS, Trial, frame_came, panel_came, time_passed
from kiosk.errors import UnusablePack
from kiosk.operations.machine_settings import MachineSettings
from kiosk.receiving import LETTER, Watch, _child, mounted
from kiosk.receiving import deliver as receive

ENGLISH, ARABIC, FACTS = (f"content/projects/mir/{name}.yaml" for name in ("en", "ar", "project"))


def show(store) -> None:
    """Have what waits shown, and let it prove itself."""
    store.keep(proved(store.begin()))


# ------------------------------------------------------------------ taken or refused


def test_a_folder_becomes_an_edition_that_waits(exhibit, store, deliver) -> None:
    outcome = deliver(exhibit.root)
    assert (outcome.verdict, outcome.projects, outcome.pictures) == ("waiting", 2, 2)
    assert store.waiting().edition == outcome.edition
    assert store.state().current == ""
    show(store)
    assert store.state().current == outcome.edition
    assert deliver(exhibit.root).verdict == "unchanged"


@pytest.mark.parametrize(
    ("breaking", "code"),
    [
        (lambda folder: folder.write("content/exhibit.yaml", "languages: ["), "K-20"),
        (lambda folder: (folder / "content/exhibit.yaml").unlink(), "K-20"),
        (lambda folder: (folder / "content").rename(folder / "contents"), "unreadable"),
        (lambda folder: (folder / "content/projects").rename(folder / "content/projekte"), "K-30"),
    ],
)
def test_what_cannot_be_shown_is_refused_and_leaves_nothing(exhibit, store, deliver, breaking, code) -> None:
    breaking(exhibit)
    outcome = deliver(exhibit.root)
    assert (outcome.verdict, outcome.code) == ("refused", code)
    assert outcome.reason
    assert store.names() == []
    assert store.waiting() is None
    assert not store.staging.exists() or not list(store.staging.iterdir())


def test_a_full_cache_is_told_with_what_to_do(exhibit, deliver, monkeypatch) -> None:
    monkeypatch.setattr("kiosk.editions.compiling.disk.sync_folders", lambda part: (_ for _ in ()).throw(OSError(28, "No space left")))
    outcome = deliver(exhibit.root)
    assert (outcome.verdict, outcome.code) == ("refused", "K-40")
    assert "(No space left). Make room on that disk" in outcome.reason


def test_what_was_read_but_cannot_be_rendered_is_refused(exhibit, store, deliver) -> None:
    outcome = deliver(exhibit.root, prove=lambda edition, tell: ["«mir» in ar: the panel does not open"])
    assert (outcome.verdict, outcome.code) == ("refused", "not-rendered")
    assert "«mir» in ar" in outcome.reason
    assert store.names() == []


def test_the_screens_of_an_edition_are_rendered_from_the_very_files_that_will_be_shown(exhibit, store, deliver) -> None:
    roots = []

    def prove(edition, tell):
        roots.append(edition.picture("pictures/station.png", 99999).resolve())
        assert edition.panel("mir", "ar").title
        return []

    outcome = deliver(exhibit.root, prove=prove)
    assert roots[0].is_relative_to(store.staging)
    assert (store.path(outcome.edition) / "assets/pictures/station.png").is_file()


def test_a_project_with_an_error_is_left_out_and_the_rest_is_shown(exhibit, store, deliver) -> None:
    exhibit.replace(FACTS, "category: flights", "category: flihgts")
    outcome = deliver(exhibit.root, largest_loss=0.5)
    assert (outcome.verdict, outcome.left_out, outcome.projects) == ("waiting", ("mir",), 1)
    assert store.manifest(outcome.edition).told == {"left out": "mir"}


def test_a_project_with_an_error_may_stay_as_it_was(exhibit, store, deliver) -> None:
    deliver(exhibit.root)
    show(store)
    good = store.path(store.state().current)
    exhibit.replace(FACTS, "category: flights", "category: flihgts")
    (exhibit / "assets/pictures/station.png").unlink()
    exhibit.replace("content/projects/launch/en.yaml", "A launch", "A lift-off")
    outcome = deliver(exhibit.root, keep_last_good=True)
    assert (outcome.verdict, outcome.left_out, outcome.kept_last_good, outcome.projects) == ("waiting", (), ("mir",), 2)
    now = store.path(outcome.edition)
    assert (now / FACTS).read_bytes() == (good / FACTS).read_bytes()
    assert (now / "assets/pictures/station.png").is_file()
    assert "A lift-off" in (now / "content/projects/launch/en.yaml").read_text()
    assert store.damage(outcome.edition) == ""
    assert any(problem.project == "mir" for problem in outcome.problems)


def test_an_edition_that_would_lose_more_than_is_allowed_is_not_shown(exhibit, store, deliver) -> None:
    exhibit.replace(FACTS, "category: flights", "category: flihgts")
    outcome = deliver(exhibit.root, largest_loss=0.2)
    assert (outcome.verdict, outcome.code) == ("refused", "too-much-lost")
    assert "1 of 2 projects" in outcome.reason
    assert store.names() == []


def test_what_waited_before_stays_while_the_screen_may_be_about_to_show_it(exhibit, store, deliver) -> None:
    names = []
    for title in ("To Mir again", "To Mir a third time", "To Mir a fourth time"):
        exhibit.replace(ENGLISH, exhibit.root.joinpath(ENGLISH).read_text().splitlines()[0], f"title: {title}")
        names.append(deliver(exhibit.root).edition)
    assert sorted(store.names()) == sorted(names[1:])


def test_what_failed_here_comes_back_only_by_hand(exhibit, store, deliver) -> None:
    deliver(exhibit.root)
    store.keep(failed(store.begin()))
    assert (deliver(exhibit.root, again=False).verdict, store.waiting()) == ("unchanged", None)
    assert deliver(exhibit.root, again=True).verdict == "waiting"


# ------------------------------------------------------------------ packs


def test_a_pack_comes_in_as_its_folder_does(exhibit, store, deliver, tmp_path) -> None:
    write_pack(exhibit.root, tmp_path / "spring.kiosk", told={"by": "Layla"})
    packed = deliver(tmp_path / "spring.kiosk")
    assert packed.verdict == "waiting"
    assert store.manifest(packed.edition).told["by"] == "Layla"
    assert deliver(exhibit.root).edition == packed.edition


def test_a_machine_that_wants_signatures_takes_signed_packs_and_nothing_else(exhibit, store, deliver, tmp_path) -> None:
    private, public = new_key_pair(tmp_path, "museum")
    other, _ = new_key_pair(tmp_path, "somebody")
    for name, key in (("signed", private), ("unsigned", None), ("foreign", other)):
        write_pack(exhibit.root, tmp_path / f"{name}.kiosk", key=key)
    asked = {"require_signature": True, "trusted_keys": (str(public),)}
    assert deliver(exhibit.root, **asked).code == "pack-unsigned"
    assert deliver(tmp_path / "unsigned.kiosk", **asked).code == "pack-unsigned"
    foreign = deliver(tmp_path / "foreign.kiosk", **asked)
    assert (foreign.code, "does not trust" in foreign.reason) == ("pack-unknown-key", True)
    assert store.names() == []
    assert deliver(tmp_path / "signed.kiosk", **asked).verdict == "waiting"


def test_a_signed_pack_whose_manifest_was_changed_says_so(exhibit, tmp_path) -> None:
    private, public = new_key_pair(tmp_path, "museum")
    write_pack(exhibit.root, tmp_path / "a.kiosk", told={"by": "Layla"}, key=private)
    data = (tmp_path / "a.kiosk").read_bytes()
    (tmp_path / "a.kiosk").write_bytes(data.replace(b"Layla", b"Leyla"))
    with pytest.raises(UnusablePack) as caught:
        open_pack(tmp_path / "a.kiosk", trusted=[public], required=True)
    assert caught.value.code in ("pack-altered", "pack-incomplete")


# ------------------------------------------------------------------ waiting for what is half-written


def sight(marks="a", source=Path("x"), unfinished=False) -> Sight:
    return Sight(source, marks, unfinished)


def test_a_folder_is_taken_once_it_has_rested_and_only_once() -> None:
    arrival, ready = seen(Arrival(), sight(), 0.0)
    assert ready is None
    arrival, ready = seen(arrival, sight(), REST - 0.1)
    assert ready is None
    arrival, ready = seen(arrival, sight(), REST)
    assert ready == Path("x")
    arrival, ready = seen(arrival, sight(), REST + 60)
    assert ready is None
    arrival, ready = seen(arrival, sight("b"), REST + 61)
    assert ready is None
    assert seen(arrival, sight("b"), REST * 2 + 61)[1] == Path("x")


def test_a_copy_that_goes_on_is_waited_for_however_long_it_takes() -> None:
    arrival, now = Arrival(), 0.0
    for growing in range(500):
        arrival, ready = seen(arrival, sight(str(growing)), now)
        assert ready is None
        now += 2.0
    arrival, _ = seen(arrival, sight("499"), now)
    assert seen(arrival, sight("499"), now + REST)[1] is not None


def test_an_unfinished_file_is_waited_for_but_not_for_ever() -> None:
    arrival, _ = seen(Arrival(), sight(unfinished=True), 0.0)
    assert seen(arrival, sight(unfinished=True), REST * 3)[1] is None
    assert seen(arrival, sight(unfinished=True), LONGEST_UNFINISHED)[1] is not None


def test_an_exhibit_or_a_pack_is_found_and_anything_else_is_not(exhibit, tmp_path) -> None:
    assert find_source(exhibit.root) == exhibit.root
    assert find_source(exhibit.root.parent) == exhibit.root
    stick = tmp_path / "stick"
    (stick / "holiday").mkdir(parents=True)
    (stick / "holiday" / "beach.jpg").write_bytes(b"x")
    (stick / "content").mkdir()
    assert find_source(stick) is None
    assert look(stick) == Sight(None)
    (stick / "spring.kiosk").write_bytes(b"x")
    assert find_source(stick) == stick / "spring.kiosk"
    assert find_source(tmp_path / "nothing") is None


def test_a_temporary_file_in_the_folder_is_seen_as_unfinished_and_changes_no_content(exhibit) -> None:
    before = look(exhibit.root)
    exhibit.write("content/projects/mir/~$en.yaml", "half")
    after = look(exhibit.root)
    assert (after.marks, before.unfinished, after.unfinished) == (before.marks, False, True)


# ------------------------------------------------------------------ on trial


def test_frames_without_a_gap_and_panels_that_open_prove_an_edition() -> None:
    trial = Trial("a", frozenset({("mir", "en")}), 0.0, 0.0)
    now = 0.0
    while now < SECONDS:
        now += 1.0
        trial = frame_came(time_passed(trial, now, asleep=False), now)
    assert not trial.proved
    assert panel_came(trial, "mir", "en", whole=True).proved


def test_a_screen_that_stands_still_fails() -> None:
    trial = Trial("a", frozenset(), 0.0, 0.0)
    assert time_passed(trial, LONGEST_GAP, asleep=False).failure == ""
    assert "no frame" in time_passed(trial, LONGEST_GAP + 1, asleep=False).failure


def test_a_panel_that_does_not_open_fails_at_once() -> None:
    trial = panel_came(Trial("a", frozenset({("mir", "en")}), 0.0, 0.0), "mir", "en", whole=False)
    assert "mir" in trial.failure
    assert not trial.proved


def test_a_night_in_which_the_display_sleeps_is_not_held_against_an_edition() -> None:
    trial = frame_came(Trial("a", frozenset(), 0.0, 0.0), 5.0)
    trial = time_passed(trial, 36_000.0, asleep=True)
    trial = time_passed(trial, 36_001.0, asleep=False)
    assert trial.failure == ""
    assert not trial.proved
    for second in range(36_002, 36_002 + int(SECONDS)):
        trial = frame_came(time_passed(trial, float(second), asleep=False), float(second))
    assert trial.proved


def test_an_outcome_can_be_told_to_another_process(exhibit, deliver) -> None:
    exhibit.replace(ENGLISH, "A flight to a station.", "A flight to a station. " + "word " * 30)
    line = json.loads(json.dumps(deliver(exhibit.root).as_json()))
    assert line["verdict"] == "waiting"
    assert set(line) >= {"code", "reason", "edition", "projects", "pictures", "left_out", "kept_last_good", "problems"}


# ------------------------------------------------------------------ the letter


class Page(HTMLParser):
    """What a browser would make of a page: its tags, its text, its direction."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.said: list[str] = []
        self.direction = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "html":
            self.direction = dict(attributes).get("dir") or ""

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def text(self) -> str:
        """All words, without the marks that keep directions apart."""
        return " ".join(" ".join(self.said).replace("\u2068", "").replace("\u2069", "").split())


def letter_about(exhibit, deliver, tmp_path, before, **conditions) -> Page:
    """The letter that a delivery of the exhibit leads to."""
    outcome = deliver(exhibit.root, **conditions)
    assert write_letter(tmp_path / LETTER, outcome, before, "stick")
    return Page((tmp_path / LETTER).read_text(encoding="utf-8"))


@pytest.fixture
def before(exhibit, tmp_path) -> Path:
    """The exhibit as it was shown before."""
    return Path(shutil.copytree(exhibit.root, tmp_path / "before"))


def test_the_letter_tells_what_changed_and_when_it_is_shown(exhibit, deliver, tmp_path, before) -> None:
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    exhibit.picture("pictures/pad.png", colour="navy")
    page = letter_about(exhibit, deliver, tmp_path, before)
    assert page.direction == "ltr"
    assert page.tags.count("h1") == 1
    for words in ("Taken.", "2 projects", "To the station: reworded in English", "A launch: pictures replaced", "at most 4 minutes"):
        assert words in page.text, words
    assert "Everything is translated." in page.text


def test_the_letter_tells_what_is_to_be_mended_and_where(exhibit, deliver, tmp_path, before) -> None:
    exhibit.replace(FACTS, "category: flights", "category: flihgts")
    (exhibit / "content/projects/launch/ar.yaml").unlink()
    page = letter_about(exhibit, deliver, tmp_path, before, largest_loss=0.5)
    for words in (
        "content/projects/mir/project.yaml, line 1",
        "Did you mean «flights»?",
        "Left out until it is mended: mir",
        "passages missing",
    ):
        assert words in page.text, words


def test_a_letter_about_a_refusal_says_why(exhibit, deliver, tmp_path, before) -> None:
    exhibit.replace(FACTS, "category: flights", "category: flihgts")
    page = letter_about(exhibit, deliver, tmp_path, before, largest_loss=0.1)
    assert "Not taken." in page.text
    assert "Errors would hide too many projects." in page.text
    assert "1 of 2 projects" in page.text


@pytest.mark.parametrize(("language", "direction", "words"), [("ar", "rtl", "قُبل المحتوى"), ("ru", "ltr", "Принято.")])
def test_the_letter_is_in_the_language_that_the_curator_wants(exhibit, deliver, tmp_path, before, language, direction, words) -> None:
    exhibit.replace("content/exhibit.yaml", "order: [mir]", f"order: [mir]\nletter_language: {language}")
    exhibit.replace(ENGLISH, "in space", "x" * 3)
    page = letter_about(exhibit, deliver, tmp_path, before)
    assert page.direction == direction
    assert words in page.text
    assert "Taken." not in page.text


def test_nothing_in_the_content_becomes_a_part_of_the_letter_but_its_words(exhibit, deliver, tmp_path, before) -> None:
    exhibit.replace(ENGLISH, "To Mir", "<script>alert(1)</script><img src=x onerror=y>")
    exhibit.replace(FACTS, "standing: flown", "standing: <b>flown</b>")
    page = letter_about(exhibit, deliver, tmp_path, before, largest_loss=1.0)
    assert {"script", "img", "b"} & set(page.tags) == set()


def test_a_stick_that_is_gone_gets_no_letter_and_nothing_else_happens(exhibit, deliver, tmp_path, before) -> None:
    outcome = deliver(exhibit.root)
    (tmp_path / "stick").write_text("no folder any more")
    assert write_letter(tmp_path / "stick" / LETTER, outcome, before, "stick") is False


@pytest.mark.parametrize(("volumes", "written"), [((1, 1), True), ((1, 2), False)], ids=["still there", "another one"])
def test_a_letter_goes_only_to_the_stick_it_is_about(tmp_path, monkeypatch, volumes, written) -> None:
    seen, told = iter(volumes), []
    monkeypatch.setattr("kiosk.receiving._volume", lambda letter: next(seen))
    (tmp_path / "spring.kiosk").write_bytes(b"cut short")
    settings = MachineSettings(editions=str(tmp_path / "e"), cache=str(tmp_path / "c"))
    assert receive(settings, (640, 360), tmp_path / "spring.kiosk", letter=tmp_path / LETTER, tell=told.append) == "refused"
    assert (tmp_path / LETTER).exists() is written
    assert [each["source"] for each in told if "unwritten" in each] == ([] if written else ["spring.kiosk"])


# ------------------------------------------------------------------ the watch over drop folder and sticks


class Brought:
    """Deliveries that a watch asked for, and what becomes of them."""

    def __init__(self, verdict: str = "waiting") -> None:
        self.asked: list[tuple[Path, Path | None]] = []
        self.verdict = verdict

    def __call__(self, source: Path, letter: Path | None) -> str:
        self.asked.append((source, letter))
        return self.verdict


def look_for(watch: Watch, seconds: float, since: float = 0.0) -> float:
    """Look once a second."""
    for second in range(int(seconds)):
        watch.step(since + second)
    return since + seconds


def test_a_drop_folder_is_taken_once_and_again_when_it_changes(exhibit, tmp_path) -> None:
    brought = Brought()
    watch = Watch(MachineSettings(drop_folder=str(exhibit.root), editions=str(tmp_path / "e"), stick_folders=()), brought)
    now = look_for(watch, 10)
    assert brought.asked == [(exhibit.root, None)]
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    look_for(watch, 10, now)
    assert len(brought.asked) == 2


def test_what_was_taken_before_is_not_taken_again_at_the_next_start(exhibit, tmp_path) -> None:
    settings, brought = MachineSettings(drop_folder=str(exhibit.root), editions=str(tmp_path / "e"), stick_folders=()), Brought()
    look_for(Watch(settings, brought), 10)
    look_for(Watch(settings, brought), 10)
    assert len(brought.asked) == 1


def test_what_was_refused_is_tried_again_at_the_next_start_but_not_before(exhibit, tmp_path) -> None:
    settings, brought = MachineSettings(drop_folder=str(exhibit.root), editions=str(tmp_path / "e"), stick_folders=()), Brought("refused")
    look_for(Watch(settings, brought), 60)
    assert len(brought.asked) == 1
    look_for(Watch(settings, brought), 10)
    assert len(brought.asked) == 2


def test_a_stick_gets_its_letter_and_the_letter_brings_nothing_in_again(exhibit, tmp_path, monkeypatch) -> None:
    sticks = [exhibit.root]
    monkeypatch.setattr("kiosk.receiving.mounted", lambda folders: list(sticks))
    brought = Brought()
    watch = Watch(MachineSettings(editions=str(tmp_path / "e")), brought)
    now = look_for(watch, 10)
    assert brought.asked == [(exhibit.root, exhibit.root / LETTER)]
    (exhibit.root / LETTER).write_text("letter")
    now = look_for(watch, 30, now)
    assert len(brought.asked) == 1
    sticks.clear()
    now = look_for(watch, 3, now)
    sticks.append(exhibit.root)
    look_for(watch, 10, now)
    assert len(brought.asked) == 2, "put in again, it is taken again"


def test_a_stick_with_anything_else_on_it_is_left_alone(tmp_path, monkeypatch) -> None:
    stick = tmp_path / "holiday"
    stick.mkdir()
    (stick / "beach.jpg").write_bytes(b"x")
    monkeypatch.setattr("kiosk.receiving.mounted", lambda folders: [stick])
    brought = Brought()
    look_for(Watch(MachineSettings(editions=str(tmp_path / "e")), brought), 20)
    assert brought.asked == []
    assert [file.name for file in stick.iterdir()] == ["beach.jpg"]


def test_a_stick_that_is_taken_out_half_way_leaves_nothing_and_says_so(exhibit, store, deliver, monkeypatch) -> None:
    reads = iter(range(10_000))
    own = disk.Writer.write

    def unplugged(self, data) -> None:
        if next(reads) == 8:
            raise OSError(5, "Input/output error", str(exhibit.root / "assets"))
        own(self, data)

    monkeypatch.setattr(disk.Writer, "write", unplugged)
    outcome = deliver(exhibit.root)
    assert (outcome.verdict, outcome.code) == ("refused", "unreadable")
    assert store.names() == []
    assert not list(store.staging.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
def test_a_check_that_is_killed_leaves_no_copy_behind(exhibit, tmp_path, monkeypatch, capsys) -> None:
    settings = MachineSettings(editions=str(tmp_path / "e"))
    dies = tmp_path / "python"
    dies.write_text(f"#!/bin/sh\nmkdir -p {tmp_path}/e/staging/$$-0\nkill -9 $$\n")
    dies.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(dies))
    assert _child(settings, "640x360")(exhibit.root, None) == "refused"
    assert "not-checked" in capsys.readouterr().out
    assert list((tmp_path / "e" / "staging").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no table of what is mounted")
def test_a_stick_is_found_whatever_script_its_name_is_in(tmp_path) -> None:
    table = tmp_path / "mounts"
    table.write_bytes(
        "/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/Ключ vfat rw 0 0\n/dev/sdc1 /media/anna/متحف\\040١ vfat rw 0 0\n"
        "/dev/sdd1 /mediatheque/x vfat rw 0 0\n/dev/sde1 /media/a\\134b exfat rw 0 0\n".encode()
        + b"/dev/sdf1 /media/\xff vfat rw 0 0\nhalf a line\n"
    )
    found = mounted(("/media", "/run/media/"), table)
    assert {str(each) for each in found} == {"/media/Ключ", "/media/anna/متحف ١", "/media/a\\b", os.fsdecode(b"/media/\xff")}
