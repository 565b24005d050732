"""Memory that a process of months gives back."""

from __future__ import annotations

import ctypes
import sys

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
"""Parameters of mallopt(3)."""
_PICTURE = 256 * 1024
"""Bytes from which a piece of memory returns to the system as soon as it is freed."""


def give_pictures_back() -> None:
    """Let the memory of pictures return to the system when they go.

    glibc raises its threshold for this with the first large piece that is freed, up to 32 MB (mallopt(3), "dynamic mmap
    threshold"); from then on decoded pictures leave holes in the heap, some 40 MB of them in attract. Does nothing where
    the C library is another.
    """
    if sys.platform != "linux":
        return
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return
    mallopt(_MMAP_THRESHOLD, _PICTURE)
    mallopt(_ARENA_MAX, 2)
