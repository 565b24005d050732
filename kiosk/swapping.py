"""How the edition changes while the exhibit is open: between visits, never under a visitor's hands, and back again where it
does not prove itself. At a desk, with `--follow`, at once.

Reading and writing is done by a worker and by processes of their own; the thread of the screen only exchanges what is
shown. What is decided is decided in editions/state.py and editions/trial.py.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QProcess, Qt, QTimer, Signal, Slot

from kiosk.editions import cache as cached
from kiosk.editions.edition import Edition, Panel
from kiosk.editions.state import BASE, State, activated, failed, proved
from kiosk.editions.store import Store
from kiosk.editions.trial import Trial, frame_came, panel_came, time_passed
from kiosk.errors import KioskError, UnusableContent
from kiosk.opening import open_base, open_edition, opened
from kiosk.operations.machine_settings import cache_folder, editions_folder
from kiosk.processes import Processes

if TYPE_CHECKING:
    from kiosk.scene import Scene

log = logging.getLogger(__name__)
_BEAT = 1000
"""Milliseconds between two looks at an edition on trial."""
_ON_TRIAL = 2
"""Projects that an edition on trial must open, in each language."""
_HANGS = 30.0
"""Seconds without a beat after which the screen hangs and the program begins anew."""
_GUARD_LOOKS = 2.0
"""Seconds between two looks of the guard."""
_RESULT_STAYS = 20_000
"""Milliseconds for which staff see that something was taken or refused."""


def begin_anew() -> None:
    """Replace this process by the same program, started as it was: the way out of a screen that hangs."""
    os.execv(sys.executable, [sys.executable, "-m", "kiosk", *sys.argv[1:]])


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition that is read and ready to be shown."""

    edition: Edition
    state: State | None = None
    """What the store will say once it is shown; None at a desk."""
    written: bool = False
    """Whether the store says so already."""
    panels: tuple[Panel, ...] = ()
    """The panel in front, as it is now."""
    at_once: bool = False


class Swapper(QObject):
    """Exchanges what a scene shows."""

    swapped = Signal()
    _prepared = Signal(object)
    _written = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene.window)
        self._scene, self._settings = scene, scene.settings
        self._store, self._cache = Store(editions_folder(self._settings)), cache_folder(self._settings)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="swapper")
        self._next: Prepared | None = None
        self._trial: Trial | None = None
        self._heard = 0
        """Number of the wish that is being fulfilled; used by the worker alone."""
        self._beaten = time.monotonic()
        self._closed = threading.Event()
        self._processes = Processes(self)
        self._renditions: QProcess | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self._submit(self._look))
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self._on_beat)
        self._quiet = QTimer(self, singleShot=True, interval=_RESULT_STAYS)
        self._quiet.timeout.connect(scene.delivery.clear)
        self._prepared.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._written.connect(self._show, Qt.ConnectionType.QueuedConnection)
        scene.visit.screenChanged.connect(self._if_paused)
        scene.shelf.answered.connect(self._panel_answered)

    # ------------------------------------------------------------------ begin and end

    def begin(self, edition: Edition) -> None:
        """The first frame is drawn; from now on content may come."""
        self._make_renditions(edition)
        if self._settings.follow:
            self._scene.delivery.follow()
            self._processes.keep("kiosk.following", [self._settings.exhibit, str(self._cache)], self.hear_follower)
            return
        if self._settings.in_place:
            return
        self._submit(self._prepare_store)

    def _prepare_store(self) -> None:
        """In the worker: the folder that is watched must be there."""
        try:
            self._store.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            log.error("K-41: Editions cannot be kept in %s (%s). Check the setting «editions».", self._store.folder, error.strerror)
            return
        state = self._store.state()
        self._prepared.emit(state)

    def _watch(self, state: State) -> None:
        self._watcher.addPath(str(self._store.folder))
        if not state.proven:
            self._begin_trial(state.current)
        if self._settings.drop_folder or self._settings.stick_folders:
            size = self._scene.window.size() * self._scene.window.devicePixelRatio()
            plan = json.dumps(asdict(self._settings))
            self._processes.keep("kiosk.receiving", ["watch", plan, f"{size.width()}x{size.height()}"], self._received)
        self._submit(self._look)

    def close(self) -> None:
        """Let the processes, the guard and the worker go."""
        self._closed.set()
        self._beat.stop()
        self._processes.close()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _submit(self, work: Callable[..., None], *arguments: Any) -> None:
        def guarded() -> None:
            try:
                work(*arguments)
            except Exception:
                log.exception("An edition could not be exchanged; what is shown stays.")

        try:
            self._worker.submit(guarded)
        except RuntimeError:
            return  # the exhibit is closing

    # ------------------------------------------------------------------ an edition that waits

    @property
    def is_ready(self) -> bool:
        """Whether an edition is read and waits for the visitor to go."""
        return self._next is not None

    def _look(self) -> None:
        """In the worker: open what waits."""
        wish = self._store.waiting()
        if wish is None or wish.number == self._heard:
            return
        self._heard = wish.number
        state = self._store.state()
        try:
            edition = self._open(wish.edition)
        except KioskError as error:
            log.error("The edition %s cannot be opened: %s", wish.edition, error)
            declined = tuple({*state.declined, wish.edition} - {BASE})
            self._store.keep(replace(state, taken=wish.number, declined=declined))
            return
        self._prepared.emit(Prepared(edition, activated(state, wish)))

    def _open(self, name: str) -> Edition:
        edition = open_edition(self._store, name, self._cache) if name else open_base(self._settings)
        for language in edition.languages:
            edition.plates(language.code)
        return edition

    @Slot(object)
    def _take(self, prepared: Prepared | State) -> None:
        if isinstance(prepared, State):
            self._watch(prepared)
            return
        self._next = prepared
        self._if_paused()

    def _if_paused(self) -> None:
        """Activate what is ready, if nobody is visiting."""
        ready = self._next
        if ready is None or not (ready.at_once or self._scene.visit.screen in ("attract", "calm")):
            return
        self._next = None
        if ready.state is None or ready.written:
            self._show(ready)
        else:
            self._submit(self._write, ready)

    def _write(self, ready: Prepared) -> None:
        """In the worker: the activation itself, one rename."""
        assert ready.state is not None
        try:
            self._store.keep(ready.state)
        except OSError as error:
            log.error("K-41: The edition cannot be activated (%s); what is shown stays.", error.strerror)
            return
        self._written.emit(replace(ready, written=True))

    @Slot(object)
    def _show(self, ready: Prepared) -> None:
        if not ready.at_once and self._scene.visit.screen not in ("attract", "calm"):
            self._next = ready  # somebody came meanwhile
            return
        self._scene.become(ready.edition, ready.panels)
        log.info("Another edition is shown: %s, %d projects.", ready.edition.folder.name, ready.edition.project_count)
        if ready.state is not None:
            if not ready.state.proven:
                self._begin_trial(ready.state.current)
            self._submit(self._store.tidy, self._settings.kept_editions)
        self._make_renditions(ready.edition)
        self.swapped.emit()

    # ------------------------------------------------------------------ on trial

    def _begin_trial(self, name: str) -> None:
        edition, now = self._scene.exhibit.edition, time.monotonic()
        panels = frozenset(
            (plate.project, language.code) for language in edition.languages for plate in edition.plates(language.code)[:_ON_TRIAL]
        )
        self._trial = Trial(name, panels, now, now)
        self._beaten = now
        for project, language in panels:
            if self._scene.shelf.get(project, language) is not None:
                self._trial = panel_came(self._trial, project, language, whole=True)
            self._scene.shelf.ask(project, language)
        self._beat.start()
        threading.Thread(target=self._guard, args=(self._trial.edition,), name="guard", daemon=True).start()

    def _panel_answered(self, project: str, language: str, whole: bool) -> None:
        if self._trial is not None:
            self._trial = panel_came(self._trial, project, language, whole=whole)

    def _on_beat(self) -> None:
        if self._trial is None:
            self._beat.stop()
            return
        self._beaten = now = time.monotonic()
        self._trial = time_passed(self._trial, now, asleep=self._scene.visit.asleep)
        if self._trial.failure:
            self._go_back(self._trial.failure)
        elif self._trial.proved:
            log.info("The edition %s has proved itself.", self._trial.edition)
            self._trial = None
            self._submit(lambda: self._store.keep(proved(self._store.state())))
        else:
            once = Qt.ConnectionType(Qt.ConnectionType.QueuedConnection.value | Qt.ConnectionType.SingleShotConnection.value)
            self._scene.window.frameSwapped.connect(self._frame_came, once)
            self._scene.window.update()

    @Slot()
    def _frame_came(self) -> None:
        if self._trial is not None:
            self._trial = frame_came(self._trial, time.monotonic())

    def _go_back(self, why: str) -> None:
        log.error("The edition %s is gone back from: %s.", self._store_current(), why)
        self._trial = None
        self._submit(self._open_before)

    def _open_before(self) -> None:
        """In the worker: the last good edition, or the base, shown at once: what is on the screen now is no good."""
        state = failed(self._store.state())
        while True:
            try:
                edition = self._open(state.current)
                break
            except UnusableContent as error:
                log.error("%s: %s", error.code, error)
                if not state.current:
                    return
                state = failed(state)
        self._keep_failure(state)
        self._prepared.emit(Prepared(edition, state, written=True, at_once=True))

    def _keep_failure(self, state: State) -> None:
        """What is gone back from is gone back from, even where the disk takes nothing any more."""
        try:
            self._store.keep(state)
        except OSError as error:
            log.error("K-41: The state of the editions cannot be written to %s (%s).", self._store.folder, error.strerror)

    def _guard(self, name: str) -> None:
        """In a thread of its own: a screen that hangs on a new edition cannot go back by itself; the program begins anew."""
        while not self._closed.wait(_GUARD_LOOKS) and (trial := self._trial) is not None and trial.edition == name:
            if time.monotonic() - self._beaten > _HANGS:
                log.critical("The screen hangs on the edition %s; the program begins anew without it.", name)
                self._keep_failure(failed(self._store.state()))
                begin_anew()
                return

    # ------------------------------------------------------------------ what the processes beside it say

    def _received(self, told: dict[str, Any]) -> None:
        """The receiver says what happens."""
        delivery = self._scene.delivery
        if "damaged" in told:
            log.error("K-42: The edition %s is damaged on the disk (%s).", told["damaged"], told["file"])
            if self._store_current() == told["damaged"]:
                self._go_back(f"{told['file']} is damaged on the disk")
            return
        if "stage" in told:
            self._quiet.stop()
            delivery.show(told["stage"], float(told["share"]))
            return
        if "unwritten" in told:
            log.warning("No letter was written about %s: the stick is full, cannot be written, or is gone.", told["source"])
            return
        outcome = told["outcome"]
        log.info("From %s: %s. %s", told["source"], outcome["verdict"], outcome.get("reason", ""))
        for problem in outcome.get("problems", ()):
            log.warning("%s:%s  %s %s", problem["file"], problem["line"], problem["what"], problem["remedy"])
        delivery.show(outcome["verdict"])
        self._quiet.start()

    def _store_current(self) -> str:
        return self._scene.exhibit.edition.root.name

    def hear_follower(self, told: dict[str, Any]) -> None:
        """The follower says what a save led to."""
        if told.get("edition"):
            self._submit(self._open_followed, told["edition"], self._scene.visit.project, self._scene.visit.language)
        self._scene.delivery.tell(told["message"], told["problems"])

    def _open_followed(self, folder: str, project: str, language: str) -> None:
        """In the worker: read what the next frame needs."""
        if Path(folder) == self._scene.exhibit.edition.folder:
            return
        edition = opened(Path(folder), self._cache)
        if edition is None:
            return
        for each in edition.languages:
            edition.plates(each.code)
        panels: tuple[Panel, ...] = ()
        try:
            panels = (edition.panel(project, language),) if project else ()
        except (KeyError, OSError, ValueError):
            panels = ()
        self._prepared.emit(Prepared(edition, panels=panels, at_once=True))

    def _make_renditions(self, edition: Edition) -> None:
        """Have pictures made at the sizes this panel shows, by a process of low priority; the edition learns of them. What is
        still being made for another edition ends here."""
        if self._renditions is not None:
            self._renditions.kill()
        if not edition.moments:
            return
        size = self._scene.window.size() * self._scene.window.devicePixelRatio()
        folder = cached.renditions(self._cache)

        def ended() -> None:
            self._renditions = None if self._renditions is process else self._renditions
            edition.look_for_renditions(folder)

        arguments = [str(edition.folder), str(folder), str(size.width()), str(size.height())]
        self._renditions = process = self._processes.once("kiosk.media.renditions", arguments, ended)
