"""The edition changes while the exhibit is open: between visits, without a flash, and back again where it fails."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kiosk import app, opening
from kiosk.editions.delivery import Conditions, Delivery
from kiosk.editions.state import proved
from kiosk.editions.store import Store
from kiosk.following import Follower
from kiosk.media.probing import look
from kiosk.operations.machine_settings import MachineSettings
from kiosk.proof.rendering import settle
from kiosk.scene import Scene
from kiosk.swapping import Swapper

ENGLISH, ARABIC = "content/projects/mir/en.yaml", "content/projects/mir/ar.yaml"


class Machine:
    """A machine with the small exhibit on it, and another way to bring content."""

    def __init__(self, exhibit: Any, folder: Path) -> None:
        self.exhibit = exhibit
        self.settings = MachineSettings(
            exhibit=str(exhibit.root),
            cache=str(folder / "cache"),
            editions=str(folder / "editions"),
            stick_folders=(),
            windowed="1280x720",
            reduced_motion=True,
        )
        self.store = Store(folder / "editions")
        self.scene: Scene
        self.swapper: Swapper

    def bring(self) -> str:
        """The exhibit folder as it is now becomes an edition that waits."""
        cache = Path(self.settings.cache)
        delivery = Delivery(self.store, cache, Conditions(), look, lambda edition, tell: [], date(2026, 11, 23))
        outcome = delivery.deliver(self.exhibit.root)
        assert outcome.verdict == "waiting", outcome
        return outcome.edition

    def open(self) -> None:
        """Switch the machine on."""
        edition = opening.find_edition(self.settings)
        self.scene = app.build(edition, self.settings)
        self.scene.window.resize(1280, 720)
        self.scene.window.show()
        self.scene.attract.play()
        self.swapper = Swapper(self.scene)
        self.swapper.begin(edition)
        settle(self.scene.window)

    def close(self) -> None:
        """Switch it off."""
        self.swapper.close()
        self.scene.close()

    @property
    def title(self) -> str:
        """What the project is called on this screen now."""
        return next(plate.title for plate in self.scene.exhibit.edition.plates("en") if plate.project == "mir")


@pytest.fixture
def machine(exhibit, tmp_path: Path, qapp, monkeypatch) -> Iterator[Machine]:
    """A machine that is off. Pictures at other sizes, which come when they are made, stay away."""
    monkeypatch.setattr(Swapper, "_make_renditions", lambda *_: None)
    machine = Machine(exhibit, tmp_path / "machine")
    yield machine
    if hasattr(machine, "swapper"):
        machine.close()


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same but for the last bit of a colour, in which the edges of letters may differ."""
    first, second = (bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()) for image in (one, other))
    return first == second or max(abs(a - b) for a, b in zip(first, second, strict=True) if a != b) <= 2


def until(there: Callable[[], bool], seconds: float = 10.0) -> None:
    """Let events be handled until something is so."""
    for _ in range(int(seconds * 50)):
        if there():
            return
        QTest.qWait(20)
    pytest.fail("it did not happen")


def test_what_waits_is_shown_while_nobody_is_there(machine) -> None:
    machine.open()
    assert machine.title == "To Mir"
    machine.exhibit.replace(ENGLISH, "To Mir", "To the station")
    name = machine.bring()
    until(lambda: machine.title == "To the station")
    assert machine.scene.visit.screen == "attract"
    until(lambda: machine.store.state().current == name)
    assert machine.scene.exhibit.edition.root == machine.store.path(name).resolve()


def test_nothing_changes_under_the_hands_of_a_visitor(machine) -> None:
    machine.open()
    machine.scene.visit.begin("en")
    machine.scene.visit.open("mir")
    machine.exhibit.replace(ENGLISH, "To Mir", "To the station")
    name = machine.bring()
    until(lambda: machine.swapper.is_ready)
    QTest.qWait(300)
    assert (machine.title, machine.scene.visit.project, machine.store.state().current) == ("To Mir", "mir", "")
    machine.scene.visit.goHome()
    until(lambda: machine.title == "To the station")
    until(lambda: machine.store.state().current == name)


def test_a_machine_that_is_switched_on_shows_what_waits(machine) -> None:
    machine.exhibit.replace(ENGLISH, "To Mir", "To the station")
    name = machine.bring()
    machine.exhibit.replace(ENGLISH, "To the station", "Somewhere else")
    machine.open()
    assert machine.title == "To the station"
    assert machine.store.state().current == name


def test_staff_go_back_to_what_was_there_first(machine) -> None:
    machine.exhibit.replace(ENGLISH, "To Mir", "To the station")
    machine.bring()
    machine.open()
    machine.exhibit.replace(ENGLISH, "To the station", "To Mir")
    machine.store.ask("", back=True)
    until(lambda: machine.title == "To Mir")
    until(lambda: machine.store.state().current == "")


def test_an_edition_whose_panels_do_not_open_is_gone_back_from(machine) -> None:
    first = machine.bring()
    machine.store.keep(proved(machine.store.begin()))
    machine.open()
    machine.exhibit.replace(ENGLISH, "To Mir", "To the station")
    name = machine.bring()
    compiled = opening.open_edition(machine.store, name, Path(machine.settings.cache)).folder
    lines = (compiled / "panels" / "ar.jsonl").read_bytes()
    (compiled / "panels" / "ar.jsonl").write_bytes(b"x" * len(lines))
    until(lambda: machine.store.state().declined == (name,), 20)
    until(lambda: machine.title == "To Mir")
    assert machine.store.state().current == first


@pytest.fixture
def full_disk(monkeypatch) -> Callable[[], None]:
    """Call it, and the disk takes nothing any more."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return lambda: monkeypatch.setattr("kiosk.editions.disk.write_whole", refuse)


def test_an_edition_is_gone_back_from_even_where_the_disk_is_full(machine, full_disk) -> None:
    machine.bring()
    machine.store.keep(proved(machine.store.begin()))
    machine.open()
    machine.exhibit.replace(ENGLISH, "To Mir", "To the station")
    machine.bring()
    until(lambda: machine.title == "To the station")
    full_disk()
    machine.swapper._go_back("the test says so")
    until(lambda: machine.title == "To Mir")


def test_an_edition_is_good_once_it_has_shown_itself_for_half_a_minute(machine, monkeypatch) -> None:
    monkeypatch.setattr("kiosk.editions.trial.SECONDS", 2.0)
    machine.open()
    name = machine.bring()
    until(lambda: machine.store.state().good == (name,), 20)
    assert machine.store.state().proven


def test_an_edition_that_waits_but_cannot_be_opened_changes_nothing(machine) -> None:
    machine.open()
    machine.exhibit.replace(ENGLISH, "To Mir", "To the station")
    name = machine.store.put(*_staged(machine))
    (machine.store.path(name) / "content" / "exhibit.yaml").write_text("languages: [")
    machine.store.ask(name)
    until(lambda: machine.store.waiting() is None, 20)
    assert machine.store.state().declined == (name,)
    assert machine.title == "To Mir"


@pytest.fixture
def begun_anew(monkeypatch) -> list[str]:
    """How often the program began anew, with a guard that is quick to lose patience."""
    begun: list[str] = []
    monkeypatch.setattr("kiosk.swapping.begin_anew", lambda: begun.append("anew"))
    monkeypatch.setattr("kiosk.swapping._HANGS", 0.5)
    monkeypatch.setattr("kiosk.swapping._GUARD_LOOKS", 0.1)
    return begun


def test_a_screen_that_hangs_on_a_new_edition_begins_anew_without_it(machine, begun_anew) -> None:
    machine.open()
    name = machine.bring()
    until(lambda: not machine.store.state().proven)
    machine.swapper._beat.stop()  # the thread of the screen comes to nothing any more
    until(lambda: bool(begun_anew))
    assert (machine.store.state().declined, machine.store.state().current) == ((name,), "")


def test_a_screen_that_hangs_begins_anew_even_where_the_disk_is_full(machine, begun_anew, full_disk) -> None:
    machine.open()
    machine.bring()
    until(lambda: not machine.store.state().proven)
    full_disk()
    machine.swapper._beat.stop()
    until(lambda: bool(begun_anew))


def test_an_exhibit_that_was_closed_while_an_edition_was_on_trial_stays_closed(machine, begun_anew) -> None:
    machine.open()
    name = machine.bring()
    until(lambda: not machine.store.state().proven)
    machine.close()
    QTest.qWait(1500)
    assert begun_anew == []
    assert (machine.store.state().declined, machine.store.state().current) == ((), name)
    machine.open()


def _staged(machine: Machine) -> tuple[Path, Any]:
    from kiosk.editions.staging import stage

    staged = stage(machine.exhibit.root, machine.store, {})
    return staged.folder, staged.manifest


def test_what_is_put_into_the_drop_folder_comes_onto_the_screen_by_itself(machine, tmp_path) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    machine.settings = replace(machine.settings, drop_folder=str(drop))
    machine.open()
    machine.exhibit.replace(ENGLISH, "To Mir", "To the station")
    shutil.copytree(machine.exhibit.root / "content", drop / "content")
    stages = set()
    machine.scene.delivery.stageChanged.connect(lambda: stages.add(machine.scene.delivery.stage))
    QTest.qWait(500)
    shutil.copytree(machine.exhibit.root / "assets", drop / "assets")
    until(lambda: machine.title == "To the station", 120)
    until(lambda: "waiting" in stages)
    assert {"copying", "checking", "rendering"} <= stages
    assert machine.store.manifest(machine.store.state().current).told == {"from": "drop"}


# ------------------------------------------------------------------ live work


@pytest.fixture
def followed(machine) -> Callable[[], None]:
    """A machine at a desk; call it after a save."""
    machine.open()
    machine.scene.delivery.follow()
    follower = Follower(machine.exhibit.root, Path(machine.settings.cache))

    def saved() -> None:
        machine.swapper.hear_follower(json.loads(json.dumps(follower.read())))

    saved()
    return saved


def test_whoever_follows_a_folder_sees_a_save_and_what_is_wrong_with_it(machine) -> None:
    machine.settings = replace(machine.settings, follow=True, in_place=True)
    machine.open()
    until(lambda: machine.scene.delivery.headline != "", 30)  # the process beside it is there
    QTest.qWait(500)
    machine.exhibit.replace(ENGLISH, "To Mir", "To the station")
    until(lambda: machine.title == "To the station")
    machine.exhibit.replace(ENGLISH, "title:", "titel:")
    until(lambda: machine.scene.delivery.noteCount > 0)
    assert [note.remedy for note in machine.scene.delivery.notes.records] == ["Did you mean «title»?"]
    machine.exhibit.replace(ENGLISH, "titel:", "title:")
    until(lambda: machine.scene.delivery.noteCount == 0)


def test_a_folder_that_was_exchanged_as_a_whole_is_followed_on(machine) -> None:
    machine.settings = replace(machine.settings, follow=True, in_place=True)
    machine.open()
    until(lambda: machine.scene.delivery.headline != "", 30)
    QTest.qWait(500)
    content = machine.exhibit.root / "content"
    content.rename(content.with_name("away"))
    until(lambda: machine.scene.delivery.noteCount > 0)
    shutil.copytree(content.with_name("away"), content)
    until(lambda: machine.scene.delivery.noteCount == 0)
    machine.exhibit.replace(ENGLISH, "To Mir", "To the station")
    until(lambda: machine.title == "To the station")


def test_the_strip_names_errors_before_warnings(machine, followed) -> None:
    machine.exhibit.replace("content/exhibit.yaml", "order: [mir]", "order: [mirr]")  # stands before the projects
    machine.exhibit.replace(ENGLISH, "title:", "titel:")
    followed()
    severities = [note.severity for note in machine.scene.delivery.notes.records]
    assert {*severities} == {"error", "warning"}
    assert severities == sorted(severities)


def test_a_save_changes_the_panel_one_is_looking_at_and_keeps_its_page(machine, followed) -> None:
    visit, panel = machine.scene.visit, machine.scene.panel
    visit.begin("en")
    visit.open("mir")
    settle(machine.scene.window)
    visit.turnTo(1)
    machine.exhibit.replace(ENGLISH, "He worked there for a week.", "He worked there for seven days.")
    followed()
    until(lambda: "seven days" in panel.text)
    assert (visit.screen, visit.project, visit.page) == ("panel", "mir", 1)


def test_a_save_of_the_other_language_leaves_the_screen_as_it_is(machine, followed) -> None:
    machine.scene.visit.begin("en")
    machine.scene.visit.open("mir")
    settle(machine.scene.window)
    before = machine.scene.window.grabWindow()
    machine.exhibit.replace(ARABIC, "إلى مير", "إلى المحطة")
    followed()
    until(lambda: machine.scene.exhibit.edition.plates("ar")[0].title == "إلى المحطة")
    until(lambda: alike(machine.scene.window.grabWindow(), before))


def test_a_picture_that_was_exchanged_under_its_name_is_seen(machine, followed) -> None:
    machine.scene.visit.begin("en")
    machine.scene.visit.open("mir")
    settle(machine.scene.window)
    before = machine.scene.window.grabWindow()
    machine.exhibit.picture("pictures/station.png", colour="orange")
    address = machine.scene.exhibit.picture("pictures/station.png", 640)
    followed()
    until(lambda: machine.scene.exhibit.picture("pictures/station.png", 640) != address)
    until(lambda: machine.scene.window.grabWindow() != before)


def test_a_typo_costs_the_screen_nothing_and_stands_in_the_strip(machine, followed) -> None:
    machine.scene.visit.begin("en")
    machine.scene.visit.open("mir")
    machine.exhibit.write("content/exhibit.yaml", "languages: [")
    followed()
    assert machine.scene.delivery.noteCount == 1
    assert machine.scene.delivery.notes.records[0].place.startswith("content/exhibit.yaml:")
    assert (machine.scene.visit.screen, machine.title) == ("panel", "To Mir")


def test_a_project_that_is_taken_away_leads_back_to_the_gallery(machine, followed, caplog) -> None:
    machine.scene.visit.begin("en")
    machine.scene.visit.open("launch")
    (machine.exhibit / "content/projects/launch/project.yaml").rename(machine.exhibit / "content/projects/launch/project.bak")
    followed()
    until(lambda: machine.scene.visit.screen == "gallery")
    assert [plate.project for plate in machine.scene.exhibit.plates.records] == ["mir"]
    settle(machine.scene.window)
    assert [each.getMessage() for each in caplog.records if each.levelname == "ERROR"] == []


def test_a_language_that_is_added_stands_in_the_switch(machine, followed) -> None:
    machine.exhibit.replace("content/exhibit.yaml", "languages: [en, ar]", "languages: [en, ar, ru]")
    machine.exhibit.write("content/words/ru.yaml", (machine.exhibit / "content/words/en.yaml").read_text())
    followed()
    until(lambda: [each.code for each in machine.scene.exhibit.tongues.records] == ["en", "ar", "ru"])
    machine.scene.visit.begin("ru")
    assert machine.scene.visit.language == "ru"
