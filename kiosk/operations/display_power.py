"""Whether the display sleeps, as the kernel tells it (/sys/class/drm): the touch that wakes it must do nothing else, and
nothing is drawn for a dark glass."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

SECONDS = 1.0
"""Between two looks; a look reads a few bytes."""


def sleeps(root: Path = Path("/")) -> bool:
    """True where displays are connected and all of them are dark; False where nothing is known."""
    states = []
    for connector in (root / "sys/class/drm").glob("card*-*"):
        try:
            if (connector / "status").read_text().strip() == "connected":
                states.append((connector / "dpms").read_text().strip())
        except OSError:
            continue
    return bool(states) and all(state != "On" for state in states)


class DisplayWatch(threading.Thread):
    """Looks once a second, beside the screen's own thread, and tells when the display falls asleep or wakes."""

    def __init__(self, tell: Callable[[bool], None], root: Path = Path("/")) -> None:
        super().__init__(name="display", daemon=True)
        self._tell, self._root = tell, root
        self._stopped = threading.Event()

    def run(self) -> None:
        """Until stopped."""
        asleep = False
        while not self._stopped.wait(SECONDS):
            now = sleeps(self._root)
            if now != asleep:
                asleep = now
                self._tell(asleep)

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
