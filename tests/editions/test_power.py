"""The power is cut, or the disk is full, at every single step that writes: a whole edition is shown afterwards, always."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from kiosk.editions import disk
from kiosk.editions.store import Store

from . import system_calls
from .deeds import WORK, bring, machine_before, show, trouble_after, works_again
from .power import Steps, full, in_a_child, killed_before, killed_half_way

_FREEING = ("unlink", "unlinkat", "rmdir", "truncate", "ftruncate")
"""Calls that a full disk still does."""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")


@pytest.fixture
def before(exhibit, tmp_path: Path) -> tuple[Path, str]:
    """A machine that shows a good edition, and the name of what it shows."""
    folder = machine_before("", exhibit, tmp_path / "machine")
    return folder, Store(folder / "store").state().current


@pytest.mark.parametrize("stop", [killed_before, killed_half_way], ids=["before it", "half-way through it"])
@pytest.mark.parametrize("work", WORK)
def test_a_process_killed_at_any_step_that_writes_leaves_a_whole_edition_to_show(exhibit, tmp_path, work, stop) -> None:
    machine = machine_before(work, exhibit, tmp_path / "machine")
    dry = _copy(machine, tmp_path / "dry")
    ended, steps = in_a_child(lambda: WORK[work](exhibit.root, dry), 0, stop)
    assert ended == 0
    assert steps > 3
    for step in range(1, steps + 1):
        folder = _copy(machine, tmp_path / f"{step}")
        ended, _ = in_a_child(lambda folder=folder: WORK[work](exhibit.root, folder), step, stop)
        assert ended == signal.SIGKILL, f"step {step} of {steps} was not reached"
        assert trouble_after(folder) == "", f"step {step} of {steps}"
        assert step % 7 or works_again(exhibit, folder), f"step {step} of {steps}: the way in is blocked"
        shutil.rmtree(folder)


traced = pytest.mark.skipif(sys.platform == "win32" or not system_calls.can_kill(), reason="there is no strace that may attach itself")


@traced
@pytest.mark.parametrize("work", [each for each in WORK if each != "a delivery"])  # it is a part of the next
def test_a_process_killed_at_any_system_call_that_writes_leaves_a_whole_edition_to_show(exhibit, tmp_path, work) -> None:
    machine = machine_before(work, exhibit, tmp_path / "machine")
    dry = _copy(machine, tmp_path / "dry")
    calls = system_calls.steps(lambda: WORK[work](exhibit.root, dry), tmp_path / "calls")
    assert {"openat", "write", "fsync", "rename"} <= {name for name, _ in calls}
    for name, number in calls:
        folder = _copy(machine, tmp_path / f"{name}-{number}")
        ended = system_calls.killed_at(lambda folder=folder: WORK[work](exhibit.root, folder), name, number)
        assert ended == signal.SIGKILL, f"{name} number {number} was not reached"
        assert trouble_after(folder) == "", f"{name} number {number}"
        assert number % 7 or works_again(exhibit, folder), f"{name} number {number}: the way in is blocked"
        shutil.rmtree(folder)
    print(f"{len(calls)} system calls")


@traced
def test_a_disk_that_is_full_at_any_system_call_refuses_with_words_and_loses_nothing(exhibit, before, tmp_path) -> None:
    machine, shown = before

    def delivered(folder: Path) -> None:
        outcome = bring(exhibit.root, folder)
        if outcome.verdict == "refused":
            assert (outcome.code, "full" in outcome.reason or "written" in outcome.reason) in (("no-room", True), ("K-40", True))
            assert Store(folder / "store").begin().current == shown

    dry = _copy(machine, tmp_path / "dry")
    calls = [(name, number) for name, number in system_calls.steps(lambda: delivered(dry), tmp_path / "calls") if name not in _FREEING]
    assert len(calls) > 50
    for name, number in calls:
        folder = _copy(machine, tmp_path / f"{name}-{number}")
        assert system_calls.failing_at(lambda folder=folder: delivered(folder), name, number, "ENOSPC") == 0, f"{name} number {number}"
        assert trouble_after(folder) == "", f"{name} number {number}"
        assert number % 7 or works_again(exhibit, folder), f"{name} number {number}: the way in is blocked"
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


def test_where_the_system_lets_no_more_be_written_content_is_refused_and_comes_in_later(exhibit, before, tmp_path) -> None:
    """By a limit on the size of files, which the system itself holds us to."""
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
