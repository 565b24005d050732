"""What a machine does with editions, in a few lines each, for harnesses that cut its power half-way; and what must hold after."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.content.checking import PictureFacts
from kiosk.editions.delivery import Conditions, Delivery, Outcome
from kiosk.editions.state import proved
from kiosk.editions.store import Store

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


WORK: dict[str, Callable[[Path, Path], Any]] = {
    "a delivery": lambda root, folder: bring(root, folder),
    "a delivery, an activation and a proof": lambda root, folder: (bring(root, folder), show(folder)),
    "going back": lambda root, folder: go_back(folder),
    "a start after a broken one": lambda root, folder: (Store(folder / "store").repair(), show(folder)),
}


def machine_before(work: str, exhibit: Any, folder: Path) -> Path:
    """A machine in `folder` that shows an edition that is good, with another good one before it, and `exhibit` changed since."""
    for words in ("To a station", "To Mir again"):
        exhibit.replace(ENGLISH, exhibit.root.joinpath(ENGLISH).read_text().splitlines()[0], f'title: "{words}"')
        bring(exhibit.root, folder)
        show(folder)
    exhibit.replace(ENGLISH, "To Mir again", "To Mir a third time")
    exhibit.picture("pictures/pad.png", colour="navy")
    if "broken" in work:
        shown = Store(folder / "store").state().current
        bring(exhibit.root, folder)
        shutil.copytree(folder / "store" / "editions" / shown, folder / "store" / "staging" / "999999999-0")
    return folder


def trouble_after(folder: Path) -> str:
    """What does not hold at the next start of a machine whose power was cut, or nothing: a whole edition is shown, what has
    the name of an edition is one, and the store repairs itself."""
    store = Store(folder / "store")
    now = store.begin()
    if not store.has(now.current):
        return "nothing to show"
    for name in {now.current, *store.names()}:
        if store.damage(name):
            return f"the edition {name} has a name and is not whole"
    store.repair()
    left = [*store.folder.glob("**/*.part-*"), *store.staging.glob("*")]
    return f"{left[0].name} stays half-written" if left else ""


def works_again(exhibit: Any, folder: Path) -> bool:
    """Whether new content comes in, is shown and proves itself."""
    verdict = bring(exhibit.root, folder).verdict
    show(folder)
    return verdict in ("waiting", "unchanged") and Store(folder / "store").state().proven
