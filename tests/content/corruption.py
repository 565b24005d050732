"""Random corruptions of the shipped content, and a judge of what the program makes of each.

    python tests/content/corruption.py --count 100000 [--seed N] [--processes 2]

A few projects of the shipped exhibit are copied (which, the seed decides), one or two of their files are corrupted, the exhibit
is read and checked, now and then compiled, now and then rendered, and everything is put back. Once in twenty times it is the
pack of the exhibit that is corrupted. Nothing may raise, take longer than two seconds, open a file outside the exhibit, leave
neither a project to show nor a word why, or leave the screen blank.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path
from unittest.mock import patch

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from kiosk.content.checking import check_exhibit, usable
from kiosk.content.reading import read_exhibit
from kiosk.editions.compiling import Told, compile_edition
from kiosk.editions.edition import load_edition
from kiosk.editions.packing import write_pack
from kiosk.editions.packs import open_pack
from kiosk.editions.parts import parts
from kiosk.errors import UnusablePack
from kiosk.media.probing import decode
from kiosk.media.remembering import RememberingProbe
from kiosk.operations.machine_settings import MachineSettings
from kiosk.proof.proving import Prover
from tests.content.damage import Damage, corrupt
from tests.content.pack_damage import corrupt_pack

SHIPPED = Path(__file__).resolve().parents[2]
LONGEST = 2.0
"""Seconds that one exhibit with a corrupted file may take."""
PROJECTS = 3
_COMPILE_EVERY, _RENDER_EVERY, _PACK_EVERY = 10, 500, 20

# ------------------------------------------------------------------ the judge


def _of(chosen: list[str], projects: list[str], text: str) -> str:
    """A file that projects share, as if there were only these: no word of what is not there."""
    for name in set(projects) - set(chosen):
        text = re.sub(
            rf"^ *- {name}\n|,? project: {name}(?=}})|{{project: {name}(?=}})|(?<=[\[ ]){name}(, |(?=\]))", "", text, flags=re.MULTILINE
        )
    return text


_HEARD: list[Callable[[str, tuple[object, ...]], None]] = []
"""Who hears what is opened: a hook stays as long as the process, so there is one for all judges."""
sys.addaudithook(lambda event, arguments: [hear(event, arguments) for hear in _HEARD] and None)


def _files_in(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


class Judge:
    """A few shipped projects in a folder of their own, corrupted again and again."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.root, self._out = folder / "exhibit", folder / "out" / "edition"
        projects = sorted(each.name for each in (SHIPPED / "content/projects").iterdir() if each.is_dir())
        chosen = self.chance.sample(projects, PROJECTS)
        shutil.copytree(SHIPPED / "content", self.root / "content", ignore=shutil.ignore_patterns("projects", "README.md"))
        for name in chosen:
            shutil.copytree(SHIPPED / "content/projects" / name, self.root / "content/projects" / name)
        for name in ("exhibit", "timeline", "glossary"):
            file = self.root / "content" / f"{name}.yaml"
            file.write_text(_of(chosen, projects, file.read_text(encoding="utf-8")), encoding="utf-8")
        exhibit = read_exhibit(self.root).exhibit
        assert exhibit is not None
        for project in exhibit.projects.values():
            for path in (each for picture in project.file.pictures.values() for each in (picture.file, picture.tall) if each):
                (self.root / "assets" / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(SHIPPED / "assets" / path, self.root / "assets" / path)
        self.texts = sorted(file for file in (self.root / "content").rglob("*.yaml"))
        self.pictures = sorted(file for file in (self.root / "assets").rglob("*.webp"))
        self._probe = RememberingProbe(decode, folder / "pictures.json")
        self._told: Told = {}
        self._builtin = exhibit.interface
        self._whole = read_exhibit(self.root)
        check_exhibit(self._whole, self._probe, date(2026, 11, 23))
        self._out.parent.mkdir()
        self._copy = Path(shutil.copytree(self.root, folder / "whole"))
        self._pack, self._taken_out = self._out.parent / "a.kiosk", self._out.parent / "pack"
        write_pack(self._copy, self._pack)
        self._packed = self._pack.read_bytes()
        open_pack(self._pack).extract(self._taken_out)
        self._files = _files_in(self._taken_out)
        shutil.rmtree(self._taken_out)
        self._prover = Prover(MachineSettings(), (1280, 720), folder / "rendered.json")
        self.opened: list[str] = []
        self._listens = False
        _HEARD[:] = [self._hear]

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._listens and event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
            name = os.fsdecode(arguments[0])
            if os.path.isabs(name):  # a name beside an open folder, as `shutil` uses it when it takes one away, leads nowhere else
                self.opened.append(os.path.realpath(name))  # where it lies, behind any link

    def once(self, number: int) -> str:
        """One corruption and what is wrong with how it was taken, or nothing."""
        if number % _PACK_EVERY == 1:
            what, data = corrupt_pack(self.chance, self._packed)
            self._pack.write_bytes(data)
            return self._watched(self._judge_pack, [what])
        damage = corrupt(self.chance, self.root, self._copy, self.texts, self.pictures)
        try:
            return self._watched(lambda: self._judge(number), damage.what) or self._rendered(number, damage)
        finally:
            damage.undo()
            self._whole = read_exhibit(self.root, self._whole)

    def _watched(self, judge: Callable[[], str], what: list[str]) -> str:
        """What a judge finds, or what it met on its way."""
        self.opened.clear()
        self._listens = True
        began = time.perf_counter()
        try:
            trouble = judge()
        except Exception as error:
            trouble = f"{type(error).__name__}: {error}"
        finally:
            took = time.perf_counter() - began
            self._listens = False
        own = [os.path.realpath(each) for each in (self.root, self._out.parent, sys.prefix, sys.base_prefix, SHIPPED / "kiosk")]
        outside = [name for name in self.opened if not any(name == each or name.startswith(each + os.sep) for each in own)]
        if not trouble and outside:
            trouble = f"a file outside was opened: {outside[0]}"
        if not trouble and took > LONGEST:
            trouble = f"it took {took:.1f} seconds"
        return f"{trouble} <- {'; '.join(what)}" if trouble else ""

    def _rendered(self, number: int, damage: Damage) -> str:
        """What of the compiled exhibit does not come onto the screen; looked at seldom, for it takes seconds."""
        if number % _RENDER_EVERY or not (self._out / "index.json").is_file():
            return ""
        troubles = self._prover(load_edition(self._out), lambda stage, share: None)
        return f"{troubles[0]} <- {'; '.join(damage.what)}" if troubles else ""

    def _judge_pack(self) -> str:
        """A pack is taken out as it was packed, or refused in words; nothing comes to lie beside it."""
        whole = False
        with contextlib.suppress(UnusablePack), patch.object(os, "fsync"):  # thousands of packs: what counts is where bytes go
            open_pack(self._pack).extract(self._taken_out)
            whole = True
        found = _files_in(self._taken_out)
        shutil.rmtree(self._taken_out, ignore_errors=True)
        if {each.name for each in self._out.parent.iterdir()} - {self._pack.name, self._out.name}:
            return "something lies beside the pack"
        return "other files came out than were packed" if whole and found != self._files else ""

    def _judge(self, number: int) -> str:
        reading = read_exhibit(self.root, self._whole)
        problems = check_exhibit(reading, self._probe, date(2026, 11, 23))
        exhibit = usable(reading.exhibit, problems) if reading.exhibit else None
        for problem in problems:
            if ".." in Path(problem.file).parts or problem.file.startswith("/") or problem.line < 1:
                return f"a problem points outside: {problem}"
        with contextlib.suppress(OSError):  # as it says, where content/ cannot be listed
            parts(self.root)
        if exhibit is None or not exhibit.projects:
            return "" if problems else "nothing can be shown, and nothing says why"
        if number % _COMPILE_EVERY == 0:
            compile_edition(exhibit, self._out, self._probe, self._builtin, told=self._told)
            edition = load_edition(self._out)
            for language in edition.languages:
                plates = edition.plates(language.code)
                if {plate.project for plate in plates} != set(exhibit.projects) or not all(plate.title for plate in plates):
                    return f"the screen in {language.code} is blank"
                if not all(edition.panel(name, language.code).blocks for name in exhibit.projects):
                    return f"a panel in {language.code} is blank"
        return ""


def run(seed: int, count: int) -> Iterator[str]:
    """So many corruptions; yields what is wrong with each, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        judge: Judge | None = None
        for number in range(count):
            if number % 2500 == 0:
                place = Path(folder) / str(number)
                place.mkdir()
                judge = Judge(seed + number, place)
            assert judge is not None
            yield judge.once(number)


_STUCK = 120
"""Seconds without an answer after which a process tells where it stands, and ends."""


def _share(seed: int, count: int) -> list[str]:
    found = []
    faulthandler.dump_traceback_later(_STUCK, exit=True)
    for trouble in run(seed, count):
        faulthandler.dump_traceback_later(_STUCK, exit=True)
        found += [f"{trouble} (seed {seed})"] if trouble else []
    faulthandler.cancel_dump_traceback_later()
    return found


def _answer(share: Future[list[str]], seed: int) -> list[str]:
    try:
        return share.result()
    except BrokenProcessPool:
        return [f"a process crashed or stood still (seed {seed}, or one beside it)"]


def main() -> int:
    """All of them, on so many processes."""
    parser = argparse.ArgumentParser(description="Corrupt the shipped content at random, and judge what becomes of it.")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    wanted = parser.parse_args()
    from rich.progress import track

    print(f"seed {wanted.seed}")
    pieces = [(wanted.seed + at, min(1000, wanted.count - at)) for at in range(0, wanted.count, 1000)]
    found: list[str] = []
    began = time.perf_counter()
    with ProcessPoolExecutor(wanted.processes) as pool:
        shares = [(pool.submit(_share, *piece), piece[0]) for piece in pieces]
        for share, seed in track(shares, description="corrupting"):
            found += _answer(share, seed)
    for trouble, times in Counter(each.partition(" <- ")[0] for each in found).most_common(20):
        print(f"{times} x {trouble}")
    for each in found[:20]:
        print(each)
    print(f"{wanted.count} corruptions, {len(found)} taken badly, {time.perf_counter() - began:.0f} s")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
