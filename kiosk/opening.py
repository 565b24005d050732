"""Which edition is opened at a start, and what stands in for it: never a dark screen. What must be compiled is compiled by a
process of its own, so that the running exhibit imports no YAML, validation or locale library.

An edition of the store; where none is there or can be opened, the exhibit folder of the settings; its last good compiled
form; the exhibit that ships with the program.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

from kiosk.editions import cache as cached
from kiosk.editions.edition import Edition, load_edition
from kiosk.editions.state import failed
from kiosk.editions.store import Store
from kiosk.errors import UnusableContent, UnusableEdition
from kiosk.operations.machine_settings import MachineSettings, cache_folder, editions_folder
from kiosk.operations.shipped import shipped_exhibit

log = logging.getLogger(__name__)
PACKAGE = Path(__file__).resolve().parent


def find_edition(settings: MachineSettings) -> Edition:
    """The edition this machine shows. Raises UnusableContent where all fail."""
    if not settings.in_place and (edition := _of_store(settings)) is not None:
        return edition
    return open_base(settings)


def open_base(settings: MachineSettings) -> Edition:
    """What plays where no edition has arrived. Raises UnusableContent where all fail."""
    cache = cache_folder(settings)
    wanted = Path(settings.exhibit) if settings.exhibit else shipped_exhibit()
    trouble: UnusableContent | None = None
    for root in dict.fromkeys((wanted, shipped_exhibit())):
        try:
            return open_folder(root, cache)
        except UnusableContent as error:
            log.error("%s: %s", error.code, error)
            trouble = trouble or error
            last = cached.last_good(cache)
            if root == wanted and last is not None and (edition := opened(last, cache)) is not None:
                log.warning("The last good edition plays instead.")
                return edition
    assert trouble is not None
    raise trouble


def _of_store(settings: MachineSettings) -> Edition | None:
    store, cache = Store(editions_folder(settings)), cache_folder(settings)
    state = store.begin()
    while state.current:
        try:
            return open_edition(store, state.current, cache)
        except UnusableContent as error:
            log.error("%s: the edition %s cannot be opened (%s); the one before it plays.", error.code, state.current, error)
        state = failed(state)
        try:
            store.keep(state)
        except OSError as error:
            log.error("K-41: The state of the editions cannot be written to %s (%s).", store.folder, error.strerror)
    return None


def open_edition(store: Store, name: str, cache: Path) -> Edition:
    """An edition of the store, compiled first where its compiled form is gone. Raises UnusableContent."""
    return _compiled(store.path(name), cache, cached.compiled(cached.fingerprint_of_edition(name), cache), name)


def open_folder(root: Path, cache: Path) -> Edition:
    """The exhibit folder `root` as it is now; compiled first where it is new. Raises UnusableContent."""
    return _compiled(root, cache, cached.current(root, cache))


def opened(folder: Path, cache: Path) -> Edition | None:
    """A compiled edition, or None where it is damaged."""
    try:
        edition = load_edition(folder, cached.renditions(cache))
    except UnusableEdition as error:
        log.error("%s: %s", error.code, error)
        return None
    cached.mark_used(folder)
    return edition


def _compiled(root: Path, cache: Path, folder: Path | None, name: str = "") -> Edition:
    if folder is not None and (edition := opened(folder, cache)) is not None:
        return edition
    log.info("The content in %s is new; it is read and compiled.", root)
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk.editions", str(root), str(cache), *([name] if name else [])],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(PACKAGE.parent)},
        encoding="utf-8",
    ) as child:
        import PySide6.QtQuick  # noqa: F401 - the screen wants it next; meanwhile the child reads

        output, said = child.communicate()
    try:
        answer = json.loads(output.splitlines()[-1])
    except (ValueError, IndexError):
        log.error("The compiler ended without an answer: %s", said.strip()[-2000:])
        raise UnusableContent("K-40", "The content could not be compiled.") from None
    for line in str(answer.get("problems", "")).splitlines():
        log.warning("%s", line)
    log.info("Content: %s", answer["message"])
    if answer["code"]:
        raise UnusableContent(answer["code"], f"Nothing in {root} can be shown. {answer['message']}")
    edition = opened(Path(answer["edition"]), cache)
    if edition is None:
        raise UnusableContent("K-40", "The compiled edition cannot be read.")
    return edition
