"""The processes beside the exhibit: what they do keeps no frame waiting, and what they break is not the screen."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer

from kiosk.opening import PACKAGE

_REST = 30_000
"""Milliseconds after which a process that should always run, and ended, is started again."""


class Processes(QObject):
    """Starts modules of this program as processes; all of them end with it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running: list[QProcess] = []

    def keep(self, module: str, arguments: list[str], heard: Callable[[dict[str, Any]], None]) -> None:
        """Have a process run as long as the exhibit does. Each line it writes is JSON, and is `heard` as values; a line
        that is not, or that nobody understands, is left."""
        process = self._process()

        def read() -> None:
            while process.canReadLine():
                try:
                    heard(json.loads(bytes(process.readLine().data())))
                except (ValueError, KeyError, TypeError):
                    continue

        process.readyReadStandardOutput.connect(read)
        process.finished.connect(lambda: QTimer.singleShot(_REST, self, process.start))
        process.start(sys.executable, ["-m", module, *arguments])

    def once(self, module: str, arguments: list[str], ended: Callable[[], None]) -> QProcess:
        """Have a process do one thing; `ended` is called when it has, or was killed. Its outcome is on the disk."""
        process = self._process()

        def finished() -> None:
            self._running.remove(process)
            process.deleteLater()
            ended()

        process.finished.connect(finished)
        process.start(sys.executable, ["-m", module, *arguments])
        return process

    def close(self) -> None:
        """End them all."""
        for process in self._running:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
        self._running.clear()

    def _process(self) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", str(PACKAGE.parent))
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._running.append(process)
        return process
