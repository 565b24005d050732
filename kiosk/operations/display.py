"""Whether there is a display to open the exhibit on, and waiting for one that comes late."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, MutableMapping
from pathlib import Path

_PAUSE = 2.0
"""Seconds between two looks while waiting."""
_EVERY = 30
"""Looks between two lines in the log."""

log = logging.getLogger(__name__)


def has_display(environment: MutableMapping[str, str], platform: str = sys.platform) -> bool:
    """True where Qt will find a display: always but on Linux, there if X, Wayland, or a platform of its own is named."""
    return not platform.startswith("linux") or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def wait_for_display(environment: MutableMapping[str, str], root: Path = Path("/"), pause: Callable[[float], None] = time.sleep) -> None:
    """Wait until a display server has opened its socket, and name it in the environment: a screen that wakes late must
    not leave a dark kiosk."""
    looks = 0
    while not _find(environment, root):
        if looks % _EVERY == 0:
            log.warning("There is no display yet; the exhibit waits for one.")
        looks += 1
        pause(_PAUSE)
    log.info("There is a display: %s.", environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY"))


def _find(environment: MutableMapping[str, str], root: Path) -> bool:
    runtime = environment.get("XDG_RUNTIME_DIR")
    for socket in sorted((root / runtime.lstrip("/")).glob("wayland-?")) if runtime else ():
        environment["WAYLAND_DISPLAY"] = socket.name
        return True
    for socket in sorted((root / "tmp/.X11-unix").glob("X*")):
        environment["DISPLAY"] = f":{socket.name[1:]}"
        return True
    return False
