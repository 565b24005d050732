"""The one path by which content comes onto a machine, whatever brought it: staged, checked, rendered, put, and then it waits.

    folder or pack --stage--> copied --check--> read, pictures decoded --compile--> --prove--> every screen rendered
                                                                             --put--> an edition --ask--> waits for a pause

What is refused leaves nothing behind and says why. A decoder of pictures and a prover of screens are passed in.
"""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from kiosk.content.checking import PictureProbe, check_exhibit, usable
from kiosk.content.model import Exhibit
from kiosk.content.problems import Problem, summed_up
from kiosk.content.reading import NO_FOLDER, NO_PROJECT, UNREADABLE, Reading, read_exhibit
from kiosk.editions import cache as cached
from kiosk.editions import disk
from kiosk.editions.compiling import compile_edition
from kiosk.editions.edition import Edition, load_edition
from kiosk.editions.in_place import builtin_words, known_pictures
from kiosk.editions.packs import open_pack
from kiosk.editions.staging import LEFT_OUT, Staged, new_folder, room, stage
from kiosk.editions.store import Manifest, Store
from kiosk.errors import KioskError, NoRoom, SourceChanged, UnusableEdition, UnusablePack

Tell = Callable[[str, float], None]
"""Told what is being done («copying», «checking», «rendering»), and how much of it, from 0 to 1."""
Prove = Callable[[Edition, Tell], list[str]]
"""Renders every screen of an edition off screen; returns what cannot be shown, in words. Empty: all of it can."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a machine asks of the content that comes to it."""

    largest_loss: float = 0.2
    """The share of projects that errors may keep off the screen, 0 to 1."""
    keep_last_good: bool = False
    """Whether a project with an error keeps the version that is shown now, instead of being left out."""
    require_signature: bool = False
    trusted_keys: tuple[str, ...] = ()
    """Files of public keys."""
    kept: int = 5
    """Good editions kept on the disk."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a delivery."""

    verdict: Literal["waiting", "unchanged", "refused"]
    code: str = ""
    """Why it was refused, for the telephone."""
    reason: str = ""
    """In words."""
    edition: str = ""
    projects: int = 0
    pictures: int = 0
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    """Projects that errors keep off the screen."""
    kept_last_good: tuple[str, ...] = ()
    """Projects that stay as they were."""
    exhibit: Exhibit | None = None
    """What was read, for whoever compares: of an edition where it lies now, of what was refused without its pictures."""

    def as_json(self) -> dict[str, Any]:
        """Plain values for another process."""
        names = ("verdict", "code", "reason", "edition", "projects", "pictures", "left_out", "kept_last_good")
        return {name: getattr(self, name) for name in names} | {"problems": [each.as_json() for each in self.problems]}


class _Refused(Exception):
    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome


@dataclass
class Delivery:
    """One delivery on its way. `told` says who brought it, in words that stay with the edition."""

    store: Store
    cache: Path
    conditions: Conditions
    probe: PictureProbe
    prove: Prove
    today: date
    told: Mapping[str, str] = field(default_factory=dict)
    tell: Tell = lambda stage, share: None

    def deliver(self, source: Path, *, again: bool = True) -> Outcome:
        """Bring the exhibit folder or pack `source` in. Where it is an edition that failed or was gone back from, it only
        waits if it is brought `again` by a person. Raises SourceChanged where somebody is still at work on it; whatever
        else goes wrong is an outcome."""
        staged: Staged | None = None
        try:
            staged = self._stage(source)
            name = staged.manifest.name
            state = self.store.state()
            if name == state.current and not self.store.waiting():
                return Outcome("unchanged", edition=name)
            if name in state.declined and not again:
                return Outcome("unchanged", "declined", "It did not prove itself here, or staff went back from it.", name)
            outcome = self._examine(staged)
            earlier = self.store.waiting()
            self._ask(outcome.edition)
            # The screen may be about to show the one that waited before.
            self.store.tidy(self.conditions.kept, [earlier.edition] if earlier else [])
            return outcome
        except _Refused as refused:
            return refused.outcome
        except SourceChanged:
            raise
        except NoRoom as error:
            return Outcome("refused", "no-room", str(error))
        except UnusablePack as error:
            return Outcome("refused", error.code, str(error))
        except UnusableEdition as error:
            return Outcome("refused", error.code, str(error))
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
            what = "The disk of this machine is full." if full else f"{error.filename or source} cannot be used ({error.strerror})."
            return Outcome("refused", "no-room" if full else "unreadable", f"{what} What is shown stays as it is.")
        finally:
            if staged is not None:
                disk.remove_tree(staged.folder)

    def _ask(self, edition: str) -> None:
        try:
            self.store.ask(edition)
        except OSError:
            wish = self.store.waiting()
            if wish is None or wish.edition != edition:  # else it has its name, and only the sync of its folder failed
                raise

    # ------------------------------------------------------------------ copying

    def _stage(self, source: Path) -> Staged:
        def copied(done: int, total: int) -> None:
            self.tell("copying", done / total if total else 1.0)

        if source.is_dir():
            if self.conditions.require_signature:
                reason = "This machine takes only signed packs. Make one with «kiosk pack --key»."
                raise _Refused(Outcome("refused", "pack-unsigned", reason))
            return stage(source, self.store, self.told, copied)
        keys = [Path(each) for each in self.conditions.trusted_keys]
        pack = open_pack(source, trusted=keys, required=self.conditions.require_signature)
        manifest = Manifest({path: (size, digest) for path, (size, digest) in pack.files.items()}, {**pack.told, **self.told})
        room(self.store.folder, manifest.size)
        folder = new_folder(self.store)
        try:
            pack.extract(folder, copied)
        except BaseException:
            disk.remove_tree(folder)
            raise
        return Staged(folder, manifest)

    # ------------------------------------------------------------------ checking

    def _examine(self, staged: Staged) -> Outcome:
        self.tell("checking", 0.0)
        reading, problems, exhibit = self._read(staged.folder)
        broken = _broken(reading, exhibit)
        kept: tuple[str, ...] = ()
        if broken and self.conditions.keep_last_good and (kept := self._keep(broken, staged.folder)):
            first = problems
            reading, problems, exhibit = self._read(staged.folder)
            staged = Staged(staged.folder, _manifest_of(staged, self.store))
            kept = tuple(name for name in kept if name in exhibit.projects) if exhibit else ()
            problems = tuple(sorted({*problems, *(each for each in first if each.project in kept)}))
            broken = _broken(reading, exhibit)
        if exhibit is None or not exhibit.projects:
            code = NO_FOLDER if not reading.files else UNREADABLE if reading.exhibit is None else NO_PROJECT
            reason = f"Nothing of it can be shown: {summed_up(problems)}"
            raise _Refused(Outcome("refused", code, reason, problems=problems, left_out=broken))
        outcome = Outcome(
            "waiting",
            edition=staged.manifest.name,
            projects=len(exhibit.projects),
            pictures=sum(path.startswith("assets/") for path in staged.manifest.files),
            problems=problems,
            left_out=broken,
            kept_last_good=kept,
            exhibit=exhibit,
        )
        lost = len(broken) / (len(broken) + len(exhibit.projects))
        if lost > self.conditions.largest_loss:
            reason = (
                f"{len(broken)} of {len(broken) + len(exhibit.projects)} projects have errors and would be missing; "
                f"this machine allows {self.conditions.largest_loss:.0%}."
            )
            raise _Refused(replace(outcome, verdict="refused", code="too-much-lost", reason=reason, edition=""))
        if broken:
            told = {**staged.manifest.told, LEFT_OUT: ", ".join(broken)}
            staged = replace(staged, manifest=replace(staged.manifest, told=told))
        self._render(staged, exhibit, outcome)
        name = self.store.put(staged.folder, staged.manifest)
        return replace(outcome, exhibit=replace(exhibit, root=self.store.path(name)))

    def _read(self, root: Path) -> tuple[Reading, tuple[Problem, ...], Exhibit | None]:
        reading = read_exhibit(root)
        problems = check_exhibit(reading, self.probe, self.today)
        return reading, problems, usable(reading.exhibit, problems) if reading.exhibit else None

    def _keep(self, broken: tuple[str, ...], folder: Path) -> tuple[str, ...]:
        """Put the projects that are shown now in place of the broken ones; returns which there were."""
        current = self.store.path(self.store.state().current) if self.store.state().current else None
        kept = []
        for name in broken:
            here = current / "content" / "projects" / name if current else None
            if current is None or here is None or not here.is_dir():
                continue
            disk.remove_tree(folder / "content" / "projects" / name)
            for file in sorted(here.iterdir()):
                _second(file, folder / "content" / "projects" / name / file.name)
            for path in _pictures_of(current, name):
                if not (folder / "assets" / path).exists() and (current / "assets" / path).is_file():
                    _second(current / "assets" / path, folder / "assets" / path)
            kept.append(name)
        return tuple(kept)

    # ------------------------------------------------------------------ rendering

    def _render(self, staged: Staged, exhibit: Exhibit, outcome: Outcome) -> None:
        name = cached.fingerprint_of_edition(staged.manifest.name)
        target = cached.editions(self.cache) / name
        compile_edition(
            exhibit, target, self.probe, builtin_words(exhibit), known_pictures(self.cache), self.store.path(staged.manifest.name).resolve()
        )
        try:
            troubles = self.prove(load_edition(target, root=staged.folder), self.tell)
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
        if troubles:
            shutil.rmtree(target, ignore_errors=True)
            reason = "It was read without complaint, but the screen cannot show it: " + "; ".join(troubles[:5])
            raise _Refused(replace(outcome, verdict="refused", code="not-rendered", reason=reason, edition=""))


def _broken(reading: Reading, exhibit: Exhibit | None) -> tuple[str, ...]:
    """Projects that are in the folder and cannot be shown."""
    there = {Path(name).parts[2] for name in reading.files if name.startswith("content/projects/")}
    return tuple(sorted(there - (exhibit.projects.keys() if exhibit else set())))


def _pictures_of(root: Path, project: str) -> set[str]:
    reading = read_exhibit(root)
    found = reading.exhibit.projects.get(project) if reading.exhibit else None
    return {path for each in found.file.pictures.values() for path in (each.file, each.tall) if path} if found else set()


def _second(file: Path, target: Path) -> None:
    if not disk.share(file, target):
        disk.write_bytes(target, file.read_bytes())


def _manifest_of(staged: Staged, store: Store) -> Manifest:
    """The manifest anew, after projects were exchanged."""
    from kiosk.editions.parts import parts
    from kiosk.editions.store import digest_of

    known = staged.manifest.files
    files = {}
    for part in parts(staged.folder):
        same = known.get(part.path)
        if same is not None and same[0] == part.size and not part.path.startswith("content/projects/"):
            files[part.path] = same
        else:
            files[part.path] = digest_of(staged.folder / part.path)
    return Manifest(files, staged.manifest.told)


def refusal(error: KioskError) -> Outcome:
    """An error of the program as an outcome."""
    return Outcome("refused", str(getattr(error, "code", "refused")), str(error))


def outcome_line(outcome: Outcome) -> str:
    """One JSON line for the exhibit on screen."""
    return json.dumps({"outcome": outcome.as_json()})
