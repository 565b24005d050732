"""Python's search for rubbish, held back while very much is built that stays: it would look through all of it again and again,
which costs a third of the time of reading thousands of projects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Inside, objects that refer to each other in a circle stay in memory; afterwards all is as it was."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
