"""The editions of a machine: whole, named by what is in them, and shown one after the other without a gap."""

from __future__ import annotations

import json
import os
from dataclasses import replace

import pytest

from kiosk.editions import disk
from kiosk.editions.parts import is_unfinished, parts
from kiosk.editions.staging import stage
from kiosk.editions.state import BASE, MOST_STARTS, State, Waiting, activated, before, failed, proved, started
from kiosk.editions.store import Store
from kiosk.errors import NoRoom, SourceChanged

ENGLISH = "content/projects/mir/en.yaml"


def put(store, root) -> str:
    """An exhibit folder as an edition of the store."""
    staged = stage(root, store, {"from": "a test"})
    return store.put(staged.folder, staged.manifest)


def show(store, name) -> State:
    """Have an edition shown, and let it prove itself."""
    store.ask(name)
    state = proved(store.begin())
    store.keep(state)
    return state


# ------------------------------------------------------------------ which edition is shown


def test_an_edition_is_on_trial_until_it_has_proved_itself() -> None:
    state = activated(State(), Waiting("a", 1))
    assert (state.current, state.proven, state.good) == ("a", False, ())
    assert (proved(state).proven, proved(state).good) == (True, ("a",))


def test_an_edition_that_fails_gives_way_to_the_good_one_before_it() -> None:
    state = activated(proved(activated(State(), Waiting("a", 1))), Waiting("b", 2))
    after = failed(state)
    assert (after.current, after.proven, after.declined) == ("a", True, ("b",))


def test_where_nothing_was_good_the_base_plays() -> None:
    assert failed(activated(State(), Waiting("a", 1))).current == BASE


def test_a_power_cut_in_its_first_minute_is_no_fault_of_an_edition_but_three_are() -> None:
    state = activated(State(), Waiting("a", 1))
    for _ in range(MOST_STARTS):
        state = started(state)
        assert state.current == "a"
    assert started(state).current == BASE


def test_an_edition_that_has_proved_itself_may_start_as_often_as_it_likes() -> None:
    state = proved(activated(State(), Waiting("a", 1)))
    assert all(started(state) == state for _ in range(10))


def test_staff_go_back_to_the_good_edition_before_and_no_folder_brings_the_other_back() -> None:
    state = proved(activated(proved(activated(State(), Waiting("a", 1))), Waiting("b", 2)))
    assert before(state) == "a"
    after = activated(state, Waiting("a", 3, back=True))
    assert (after.current, after.proven, after.declined) == ("a", True, ("b",))
    assert before(after) == "b"


def test_an_edition_that_is_brought_again_by_hand_is_no_longer_declined() -> None:
    state = failed(activated(State(), Waiting("a", 1)))
    assert activated(state, Waiting("a", 2)).declined == ()


# ------------------------------------------------------------------ on the disk


def test_an_edition_is_named_by_what_is_in_it(exhibit, store) -> None:
    first = put(store, exhibit.root)
    assert put(store, exhibit.root) == first
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    assert put(store, exhibit.root) != first
    assert len(store.names()) == 2


def test_what_the_machine_has_already_is_not_written_again(exhibit, store) -> None:
    first = put(store, exhibit.root)
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    second = put(store, exhibit.root)
    picture = "assets/pictures/station.png"
    assert os.path.samefile(store.path(first) / picture, store.path(second) / picture)
    assert not os.path.samefile(store.path(first) / ENGLISH, store.path(second) / ENGLISH)


def test_a_start_shows_what_waits_and_does_so_once(exhibit, store) -> None:
    name = put(store, exhibit.root)
    store.ask(name)
    assert store.begin().current == name
    assert store.waiting() is None
    assert store.begin().starts == 1


def test_an_edition_that_is_gone_from_the_disk_gives_way(exhibit, store) -> None:
    first = put(store, exhibit.root)
    show(store, first)
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    second = put(store, exhibit.root)
    show(store, second)
    disk.remove_tree(store.path(second))
    assert store.begin().current == first


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"null", b'{"current": 3}', b"\xff\xfe"])
def test_a_state_that_cannot_be_read_is_taken_from_its_copy(exhibit, store, text) -> None:
    name = put(store, exhibit.root)
    show(store, name)
    (store.folder / "state.json").write_bytes(text)
    assert store.state().current == name
    (store.folder / "state.copy.json").write_bytes(text)
    assert store.state() == State()


def test_only_so_many_good_editions_stay_and_the_one_used_longest_ago_goes_first(exhibit, store) -> None:
    names = []
    for number in range(5):
        exhibit.write("content/people.yaml", f"faris: {{country: SY, born: 19{50 + number}-05-26}}\n")
        names.append(put(store, exhibit.root))
        show(store, names[-1])
        store.tidy(3)
    assert sorted(store.names()) == sorted(names[-3:])
    store.ask(names[2])
    store.keep(activated(store.state(), store.waiting()))
    exhibit.write("content/people.yaml", "faris: {country: SY}\n")
    show(store, put(store, exhibit.root))
    store.tidy(3)
    assert names[2] in store.names()
    assert names[3] not in store.names()


def test_the_clock_on_the_wall_plays_no_part_in_what_stays(exhibit, store, monkeypatch) -> None:
    years = iter([2026, 1970, 2099, 2001, 2038])
    names = []
    for number in range(5):
        seconds = (next(years) - 1970) * 31_557_600
        monkeypatch.setattr("time.time", lambda seconds=seconds: seconds)
        exhibit.write("content/people.yaml", f"faris: {{country: SY, born: 19{50 + number}-05-26}}\n")
        name = put(store, exhibit.root)
        os.utime(store.path(name), (seconds, seconds))
        names.append(name)
        assert show(store, name).current == name
        store.tidy(2)
    assert sorted(store.names()) == sorted(names[-2:])


def test_one_changed_byte_in_an_edition_is_found(exhibit, store) -> None:
    name = put(store, exhibit.root)
    assert store.damage(name) == ""
    file = store.path(name) / ENGLISH
    file.write_bytes(file.read_bytes().replace(b"M", b"N", 1))
    assert store.damage(name) == ENGLISH


def test_what_processes_that_are_gone_left_behind_is_taken_away(exhibit, store) -> None:
    name = put(store, exhibit.root)
    left = [store.staging / "999999999-0" / "content", store.editions / ".abc.going-999999999"]
    for folder in left:
        folder.mkdir(parents=True)
    (store.folder / "state.json.part-999999999").write_text("{")
    mine = store.staging / f"{os.getppid()}-0"
    mine.mkdir()
    store.repair()
    assert not any(folder.exists() for folder in (store.staging / "999999999-0", left[1]))
    assert not list(store.folder.glob("*.part-*"))
    assert mine.exists()
    assert store.names() == [name]


# ------------------------------------------------------------------ staging


def test_where_there_is_no_room_nothing_is_written(exhibit, store, monkeypatch) -> None:
    monkeypatch.setattr("kiosk.editions.disk.free_bytes", lambda path: 1_000)
    with pytest.raises(NoRoom, match="MB are needed"):
        stage(exhibit.root, store, {})
    assert not store.folder.exists()


def test_a_folder_that_changes_while_it_is_read_is_left_for_later(exhibit, store) -> None:
    def saves(done: int, total: int) -> None:
        exhibit.write("content/people.yaml", f"faris: {{country: SY, born: 1951-05-{done % 20 + 10}}}\n" + "# more\n" * 9)

    with pytest.raises(SourceChanged):
        stage(exhibit.root, store, {}, saves)
    assert not list(store.staging.iterdir())


def test_links_pipes_and_unfinished_files_are_no_part_of_an_exhibit(exhibit, tmp_path) -> None:
    outside = tmp_path / "secret.yaml"
    outside.write_text("secret: true\n")
    (exhibit.root / "content" / "words" / "ru.yaml").symlink_to(outside)
    (exhibit.root / "content" / "elsewhere").symlink_to(tmp_path)
    os.mkfifo(exhibit.root / "content" / "pipe.yaml")
    for name in ("~$en.yaml", ".en.yaml.swp", "en.yaml~", "en.yaml.part", "en.yaml.tmp"):
        exhibit.write(f"content/words/{name}", "half")
    before = {part.path for part in parts(exhibit.root)}
    assert not [path for path in before if "ru" in path or "elsewhere" in path or "pipe" in path or is_unfinished(path.split("/")[-1])]
    assert "content/words/en.yaml" in before


def test_a_manifest_of_another_format_is_nobodys(exhibit, store) -> None:
    name = put(store, exhibit.root)
    file = store.path(name) / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"format": 99}))
    assert store.manifest(name) is None
    assert store.damage(name) == "manifest.json"


def test_a_store_that_cannot_be_written_still_shows_what_it_has(exhibit, store, monkeypatch) -> None:
    name = put(store, exhibit.root)
    show(store, name)
    store.keep(replace(store.state(), proven=False))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.editions.disk.write_whole", full)
    assert Store(store.folder).begin().current == name
