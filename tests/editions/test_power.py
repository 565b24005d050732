"""The power is cut, or the disk is full, at every single step that writes: a whole edition is shown afterwards, always."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.checking import PictureFacts
from kiosk.editions import disk
from kiosk.editions.delivery import Conditions, Delivery, Outcome
from kiosk.editions.state import proved
from kiosk.editions.store import Store

from .power import Steps, full, in_a_child, killed_before, killed_half_way

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
ENGLISH = "content/projects/mir/en.yaml"


def bring(root: Path, folder: Path) -> Outcome:
    """Deliver an exhibit folder into the store below `folder`; pictures are not decoded here."""
    probe = lambda path: PictureFacts(1600, 1066)  # noqa: E731
    store = Store(folder / "store")
    return Delivery(store, folder / "cache", Conditions(kept=2), probe, lambda edition, tell: [], date(2026, 11, 23)).deliver(root)


def show(folder: Path) -> None:
    """A start, and half a minute in which the edition proves itself."""
    store = Store(folder / "store")
    state = store.begin()
    if not state.proven:
        store.keep(proved(state))
    store.tidy(2)


def go_back(folder: Path) -> None:
    """Staff go back by one, and the exhibit starts."""
    store = Store(folder / "store")
    store.ask(next(each for each in store.state().good if each != store.state().current), back=True)
    store.begin()


@pytest.fixture
def before(exhibit, tmp_path: Path) -> tuple[Path, str]:
    """A machine that shows an edition that is good, with another good one before it; and the name of what it shows."""
    folder = tmp_path / "machine"
    for words in ("To a station", "To Mir again"):
        exhibit.replace(ENGLISH, exhibit.root.joinpath(ENGLISH).read_text().splitlines()[0], f'title: "{words}"')
        bring(exhibit.root, folder)
        show(folder)
    exhibit.replace(ENGLISH, "To Mir again", "To Mir a third time")
    exhibit.picture("pictures/pad.png", colour="navy")
    return folder, Store(folder / "store").state().current


WORK = {
    "a delivery": lambda root, folder: bring(root, folder),
    "a delivery, an activation and a proof": lambda root, folder: (bring(root, folder), show(folder)),
    "going back": lambda root, folder: go_back(folder),
    "a start after a broken one": lambda root, folder: (Store(folder / "store").repair(), show(folder)),
}


@pytest.mark.parametrize("stop", [killed_before, killed_half_way], ids=["before it", "half-way through it"])
@pytest.mark.parametrize("work", WORK)
def test_a_process_killed_at_any_step_that_writes_leaves_a_whole_edition_to_show(exhibit, before, tmp_path, work, stop) -> None:
    machine, shown = before
    if "broken" in work:
        bring(exhibit.root, machine)
        shutil.copytree(machine / "store" / "editions" / shown, machine / "store" / "staging" / "999999999-0")
    dry = _copy(machine, tmp_path / "dry")
    ended, steps = in_a_child(lambda: WORK[work](exhibit.root, dry), 0, stop)
    assert ended == 0
    assert steps > 3
    for step in range(1, steps + 1):
        folder = _copy(machine, tmp_path / f"{step}")
        ended, _ = in_a_child(lambda folder=folder: WORK[work](exhibit.root, folder), step, stop)
        assert ended == signal.SIGKILL, f"step {step} of {steps} was not reached"
        store = Store(folder / "store")
        now = store.begin()
        assert store.has(now.current), f"step {step}: nothing to show"
        assert store.damage(now.current) == "", f"step {step}: what is shown is not whole"
        for name in store.names():
            assert store.damage(name) == "", f"step {step}: the edition {name} has a name and is not whole"
        store.repair()
        assert not list((folder / "store").glob("**/*.part-*")), f"step {step}: a half-written file stays"
        assert not list((folder / "store" / "staging").glob("*")), f"step {step}: a half-copied edition stays"
        if step % 7 == 0:
            assert bring(exhibit.root, folder).verdict in ("waiting", "unchanged"), f"step {step}: the way in is blocked"
            show(folder)
            assert store.state().proven
        shutil.rmtree(folder)


def test_a_disk_that_is_full_at_any_step_refuses_with_words_and_loses_nothing(exhibit, before, tmp_path) -> None:
    machine, shown = before
    dry = _copy(machine, tmp_path / "dry")
    with Steps(0, full) as counting:
        bring(exhibit.root, dry)
    refused = 0
    for step in range(1, counting.count + 1):
        folder = _copy(machine, tmp_path / f"{step}")
        with Steps(step, full):
            outcome = bring(exhibit.root, folder)
        store = Store(folder / "store")
        if outcome.verdict == "refused":
            refused += 1
            assert outcome.code in ("no-room", "K-40"), outcome
            assert "full" in outcome.reason or "written" in outcome.reason
            assert store.begin().current == shown
        assert all(store.damage(name) == "" for name in store.names())
        store.repair()
        assert not list((folder / "store" / "staging").glob("*"))
        shutil.rmtree(folder)
    assert refused > counting.count * 0.6


def test_a_disk_that_is_full_does_not_stop_a_start(exhibit, before, tmp_path) -> None:
    machine, _ = before
    bring(exhibit.root, machine)
    dry = _copy(machine, tmp_path / "dry")
    with Steps(0, full) as counting:
        Store(dry / "store").begin()
    for step in range(1, counting.count + 1):
        folder = _copy(machine, tmp_path / f"{step}")
        with Steps(step, full):
            state = Store(folder / "store").begin()
        assert Store(folder / "store").has(state.current)


def test_everything_is_on_the_disk_before_it_gets_its_name(exhibit, tmp_path, monkeypatch) -> None:
    """SIGKILL leaves what was written to the system; a power cut does not. So the order of syncing is looked at itself."""
    synced: set[int] = set()
    named: list[tuple[str, str]] = []
    own_sync, own_replace = os.fsync, os.replace

    def sync(handle: int) -> None:
        synced.add(os.fstat(handle).st_ino)
        own_sync(handle)

    def rename(source: Path, target: Path) -> None:
        going = ".going-" in str(target) or ".part-" in str(target)
        if not going:
            below = [Path(source), *Path(source).rglob("*")]
            lacking = [each for each in below if each.stat().st_ino not in synced]
            assert not lacking, f"{lacking[0]} got its name before it was on the disk"
            named.append((str(source), str(target)))
        own_replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", rename)
    bring(exhibit.root, tmp_path)
    show(tmp_path)
    targets = [Path(target) for _, target in named]
    assert [each.name for each in targets if each.name in ("state.json", "waiting.json")] == ["waiting.json", "state.json", "state.json"]
    assert any(each.parent.name == "editions" and each.parent.parent.name == "store" for each in targets)
    assert all(each.parent.stat().st_ino in synced for each in targets), "a folder that holds a new name was not synced"


def test_a_real_small_disk_that_fills_up_refuses_and_goes_on(exhibit, before, tmp_path) -> None:
    """On a file system of its own where this machine lets us make one; by a limit on the size of files elsewhere."""
    import resource

    machine, shown = before
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, hard))
        outcome = bring(exhibit.root, machine)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, old)
    assert (outcome.verdict, outcome.code) == ("refused", "no-room")
    assert Store(machine / "store").begin().current == shown
    assert bring(exhibit.root, machine).verdict == "waiting"


def _copy(machine: Path, folder: Path) -> Path:
    shutil.copytree(machine, folder)
    disk.make_folder(folder)
    return folder
