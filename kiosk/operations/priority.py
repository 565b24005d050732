"""How a process beside the exhibit lets the screen go first."""

from __future__ import annotations

import os
import sys


def step_back() -> None:
    """Take processor and disk only where nobody else wants them, for this process and those it starts.

    On Linux this is SCHED_IDLE (sched(7)): beside it a frame of the screen never waits for its turn, where «nice» leaves a
    share of each core; the disk follows, for its priority is taken from the scheduler's (ioprio_set(2)). Elsewhere «nice».
    """
    try:
        if sys.platform == "linux":
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
        elif hasattr(os, "nice"):
            os.nice(10)
    except OSError:
        return  # not allowed here; it runs as any other
