"""Panels fetched from the edition by a worker, so that no touch waits for a disk."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.editions.edition import Edition, Panel

_KEPT = 12
"""Panels kept in memory; some 10 kB each."""

log = logging.getLogger(__name__)


class PanelShelf(QObject):
    """Asks for panels come in, `arrived` goes out, always in the thread of the screen."""

    arrived = Signal(str, str)
    answered = Signal(str, str, bool)
    """What was asked for came, or (false) could not be read."""
    _fetched = Signal(object, str, str, object)

    def __init__(self, edition: Edition, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edition = edition
        self._panels: OrderedDict[tuple[str, str], Panel] = OrderedDict()
        self._asked: set[tuple[str, str]] = set()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="shelf")
        self._fetched.connect(self._put, Qt.ConnectionType.QueuedConnection)

    def get(self, project: str, language: str) -> Panel | None:
        """The panel, if it is here."""
        panel = self._panels.get((project, language))
        if panel is not None:
            self._panels.move_to_end((project, language))
        return panel

    def ask(self, project: str, language: str) -> None:
        """Have a panel fetched; `arrived` tells when it is here. Asking twice fetches once."""
        key = (project, language)
        if project and key not in self._panels and key not in self._asked:
            self._asked.add(key)
            self._worker.submit(self._fetch, self._edition, project, language)

    def become(self, edition: Edition, panels: Iterable[Panel] = ()) -> None:
        """Serve another edition, of which some panels are here already. What the old one was asked for is forgotten."""
        self._edition = edition
        self._asked.clear()
        self._panels = OrderedDict(((panel.project, panel.language), panel) for panel in panels)

    def warm(self) -> None:
        """Have the plates of every language read before somebody asks for them."""
        for language in self._edition.languages:
            self._worker.submit(self._edition.plates, language.code)

    def close(self) -> None:
        """Let the worker go."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _fetch(self, edition: Edition, project: str, language: str) -> None:
        try:
            panel: Panel | None = edition.panel(project, language)
        except Exception:
            log.exception("The panel %s could not be read in %s.", project, language)
            panel = None
        self._fetched.emit(edition, project, language, panel)

    @Slot(object, str, str, object)
    def _put(self, edition: Edition, project: str, language: str, panel: Panel | None) -> None:
        if edition is not self._edition:
            return
        self._asked.discard((project, language))
        self.answered.emit(project, language, panel is not None)
        if panel is None:
            return
        self._panels[project, language] = panel
        while len(self._panels) > _KEPT:
            self._panels.popitem(last=False)
        self.arrived.emit(project, language)
