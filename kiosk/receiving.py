"""Content that comes by itself: a process beside the exhibit watches a drop folder and sticks, and brings in what it finds.

    python -m kiosk.receiving watch SETTINGS WIDTHxHEIGHT             lean; looks once a second
    python -m kiosk.receiving deliver SETTINGS WIDTHxHEIGHT SOURCE [LETTER]   reads, decodes and renders one delivery, and ends
    python -m kiosk.receiving tell SETTINGS SOURCE LETTER VOLUME      writes the letter about a delivery that gave no answer

SETTINGS are the machine's, as JSON. The first two say what happens in JSON lines:
{"stage": "copying", "share": 0.4, "source": "..."}, {"outcome": {...}, "source": "..."} and, where no letter could be written,
{"unwritten": "<file>", "source": "..."}.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kiosk.editions import disk
from kiosk.editions.arrivals import Arrival, look, seen
from kiosk.editions.store import Store
from kiosk.operations.machine_settings import MachineSettings, cache_folder, editions_folder, of_values
from kiosk.operations.memory import give_pictures_back
from kiosk.operations.priority import step_back
from kiosk.operations.shipped import shipped_exhibit

_OCTAL = re.compile(rb"\\([0-7]{3})")
_EVERY = 1.0
"""Seconds between two looks."""
LETTER = "letter from the kiosk.html"
"""What is written back to a stick."""
_LONGEST_LETTER = 120.0
"""Seconds that a letter may take where a delivery gave no answer."""
_NO_ANSWER = "Checking it ended without an answer. What is shown stays as it is."

Say = Callable[[Mapping[str, Any]], None]


def say(line: Mapping[str, Any]) -> None:
    """One line to the exhibit. Where nobody listens any more, the process ends."""
    try:
        print(json.dumps(line), flush=True)
    except OSError:
        os._exit(0)


# ------------------------------------------------------------------ watching


class Watch:
    """The drop folder and the sticks of one machine. `deliver` brings a source in and returns its verdict."""

    def __init__(self, settings: MachineSettings, deliver: Callable[[Path, Path | None], str]) -> None:
        self._settings, self._deliver = settings, deliver
        self._memory = editions_folder(settings) / "received.json"
        self._drop = Arrival(taken=_remembered(self._memory))
        self._sticks: dict[Path, Arrival] = {}

    def step(self, now: float) -> None:
        """Look once, `now` in seconds of a clock that never goes back, and bring in what has come to rest."""
        if self._settings.drop_folder:
            self._drop, ready = seen(self._drop, look(Path(self._settings.drop_folder)), now)
            if ready is not None:
                verdict = self._deliver(ready, None)
                if verdict in ("waiting", "unchanged"):
                    _remember(self._memory, self._drop.taken)
                elif verdict == "changed":
                    self._drop = Arrival()
        there = mounted(self._settings.stick_folders)
        self._sticks = {stick: self._sticks.get(stick, Arrival()) for stick in there}
        for stick in there:
            self._sticks[stick], ready = seen(self._sticks[stick], look(stick), now)
            if ready is not None:
                self._deliver(ready, stick / LETTER)
                self._sticks[stick] = Arrival(look(stick).marks, now, look(stick).marks)


def mounted(folders: tuple[str, ...], table: Path = Path("/proc/self/mounts")) -> list[Path]:
    """What the system has mounted below these folders (/media/STICK, /media/user/STICK). In the `table` of Linux a blank in
    a name is written as three octal digits (proc(5)); names in any script stand as they are."""
    roots = [folder.rstrip("/") + "/" for folder in folders]
    try:
        lines = table.read_bytes().splitlines()
    except OSError:
        return [each for root in roots for each in _volumes(Path(root))]
    points = (os.fsdecode(_OCTAL.sub(_signed, line.split(b" ")[1])) for line in lines if line.count(b" ") >= 2)
    return sorted({Path(point) for point in points for root in roots if point.startswith(root)})


def _signed(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 8) & 0xFF])


def _volumes(root: Path) -> list[Path]:
    try:
        return [each for each in sorted(root.iterdir()) if os.path.ismount(each)]
    except OSError:
        return []


def _remembered(memory: Path) -> str:
    try:
        return str(json.loads(memory.read_bytes())["drop_folder"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _remember(memory: Path, marks: str) -> None:
    try:
        disk.write_whole(memory, json.dumps({"drop_folder": marks}).encode())
    except OSError:
        return


def watch(settings: MachineSettings, size: str) -> int:
    """Watch until the exhibit is gone."""
    store = Store(editions_folder(settings))
    store.repair()
    current = store.state().current
    if current and (damaged := store.damage(current)):
        say({"damaged": current, "file": damaged})
    begun = _child(settings, size)
    watching = Watch(settings, begun)
    parent = os.getppid()
    while os.getppid() == parent:
        watching.step(time.monotonic())
        time.sleep(_EVERY)
    return 0


def _child(settings: MachineSettings, size: str) -> Callable[[Path, Path | None], str]:
    def deliver(source: Path, letter: Path | None) -> str:
        stick = _volume(letter)
        command = [sys.executable, "-m", "kiosk.receiving", "deliver", json.dumps(asdict(settings)), size, str(source)]
        around = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
        with subprocess.Popen(
            [*command, *([str(letter)] if letter else [])], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=around, text=True
        ) as child:
            assert child.stdout is not None
            verdict = ""
            for line in child.stdout:
                try:
                    told = json.loads(line)
                except ValueError:
                    continue
                verdict = told.get("outcome", {}).get("verdict", verdict)
                say(told)
        if not verdict:
            Store(editions_folder(settings)).repair()  # what it had copied
            written = letter is None or _have_told(settings, source, letter, stick)
            say({"outcome": {"verdict": "refused", "code": "not-checked", "reason": _NO_ANSWER, "problems": []}, "source": source.name})
            if not written:
                say({"unwritten": str(letter), "source": source.name})
        return verdict or "refused"

    return deliver


def _have_told(settings: MachineSettings, source: Path, letter: Path, stick: int) -> bool:
    """Have a process of its own write the letter about a delivery that gave no answer, so that this one stays lean. Returns
    whether it did."""
    command = [sys.executable, "-m", "kiosk.receiving", "tell", json.dumps(asdict(settings)), source.name, str(letter), str(stick)]
    try:
        quiet = subprocess.DEVNULL
        return subprocess.run(command, stdout=quiet, stderr=quiet, timeout=_LONGEST_LETTER, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


# ------------------------------------------------------------------ one delivery


def deliver(
    settings: MachineSettings,
    size: tuple[int, int],
    source: Path,
    *,
    letter: Path | None = None,
    again: bool = False,
    tell: Say = say,
    by: str = "",
) -> str:
    """Bring in one exhibit folder or pack, and write the letter where one is wanted. Returns the verdict: waiting,
    unchanged, refused, or «changed» where somebody is still at work on it."""
    from datetime import date

    from kiosk.editions.delivery import Conditions, Delivery
    from kiosk.errors import SourceChanged
    from kiosk.media.probing import decode
    from kiosk.media.remembering import RememberingProbe
    from kiosk.proof.proving import Prover

    cache, store = cache_folder(settings), Store(editions_folder(settings))
    told = {"from": by or source.name}
    stages: list[tuple[str, int]] = []

    def progress(stage: str, share: float) -> None:
        step = (stage, int(share * 100))
        if step not in stages[-1:]:
            stages[:] = [step]
            tell({"stage": stage, "share": share, "source": source.name})

    stick = _volume(letter)
    before = _shown(settings, store)
    looked = itertools.count(1)
    probe = RememberingProbe(decode, cache / "pictures.json", lambda path: progress("checking", 1 - 1 / (1 + next(looked) / 50)))
    delivery = Delivery(
        store,
        cache,
        Conditions(
            settings.largest_loss, settings.keep_last_good, settings.require_signature, settings.trusted_keys, settings.kept_editions
        ),
        probe,
        Prover(settings, size, cache / "rendered.json"),
        date.today(),
        told,
        progress,
    )
    try:
        outcome = delivery.deliver(source, again=again)
    except SourceChanged as error:
        tell({"stage": "", "share": 0, "source": source.name, "reason": str(error)})
        return "changed"
    probe.save()
    written = True
    try:  # the letter first: at the tick, or the bar, the stick is taken out
        if letter is not None:
            from kiosk.editions.letter import write_letter

            written = _volume(letter) == stick and write_letter(letter, outcome, before, source.name, settings)
    finally:
        tell({"outcome": outcome.as_json(), "source": source.name})
    if not written:
        tell({"unwritten": str(letter), "source": source.name})
    return outcome.verdict


def tell_no_answer(settings: MachineSettings, source: str, letter: Path, stick: int) -> bool:
    """Write the letter about a delivery that gave no answer to the `stick` that it came from. Returns False where that cannot
    be written, or is gone."""
    from kiosk.editions.delivery import Outcome
    from kiosk.editions.letter import write_letter

    outcome, before = Outcome("refused", "not-checked", _NO_ANSWER), _shown(settings, Store(editions_folder(settings)))
    return _volume(letter) == stick and write_letter(letter, outcome, before, source, settings)


def _shown(settings: MachineSettings, store: Store) -> Path:
    """The exhibit folder that is shown now."""
    current = store.state().current
    return store.path(current) if current else Path(settings.exhibit) if settings.exhibit else shipped_exhibit()


def _volume(letter: Path | None) -> int:
    """What is mounted where a letter goes: a stick that was taken out leaves its folder, and another one may be in it."""
    try:
        return letter.parent.stat().st_dev if letter is not None else 0
    except OSError:
        return 0


def main(arguments: list[str]) -> int:
    """Watch, bring one thing in, or tell that it gave no answer."""
    give_pictures_back()
    settings = of_values(json.loads(arguments[1]))
    if arguments[0] == "watch":
        return watch(settings, arguments[2])
    if arguments[0] == "tell":
        return 0 if tell_no_answer(settings, arguments[2], Path(arguments[3]), int(arguments[4])) else 1
    width, _, height = arguments[2].partition("x")
    letter = Path(arguments[4]) if len(arguments) > 4 else None
    deliver(settings, (int(width), int(height)), Path(arguments[3]), letter=letter, again=letter is not None)
    return 0


if __name__ == "__main__":
    step_back()
    sys.exit(main(sys.argv[1:]))
