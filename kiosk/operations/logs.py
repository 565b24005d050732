"""What happened, in words, in files that rotate: staff read them out over the telephone, or send them."""

from __future__ import annotations

import logging
import logging.handlers
import sys
import time
from pathlib import Path
from types import TracebackType

_BYTES, _FILES = 1_000_000, 5
_BEGAN = time.monotonic()


class _Line(logging.Formatter):
    """Wall clock for people, seconds since the start for when that clock is wrong."""

    def format(self, record: logging.LogRecord) -> str:
        record.since = f"{time.monotonic() - _BEGAN:9.1f}"
        return super().format(record)


def keep_log(folder: Path) -> None:
    """Log to `folder` and to the terminal. A folder that cannot be written costs the file, not the exhibit."""
    line = _Line("%(asctime)s +%(since)s  %(levelname)s  %(message)s", "%Y-%m-%d %H:%M:%S")
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    trouble = ""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handlers.append(logging.handlers.RotatingFileHandler(folder / "kiosk.log", maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8"))
    except OSError as error:
        trouble = f"No log can be kept in {folder} ({error.strerror}). Check the setting «logs»."
    for handler in handlers:
        handler.setFormatter(line)
    root = logging.getLogger()
    root.handlers[:] = handlers
    root.setLevel(logging.INFO)
    if trouble:
        root.warning(trouble)
    sys.excepthook = _unforeseen


def _unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    logging.getLogger("kiosk").error("Something unforeseen happened; the exhibit goes on.", exc_info=(kind, error, trace))


def route_qt_messages() -> None:
    """Have what Qt says in the same log."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    levels = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING}
    log = logging.getLogger("qt")

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        log.log(levels.get(kind, logging.ERROR), "%s", message)

    qInstallMessageHandler(handle)
