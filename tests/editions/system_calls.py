"""A harness that kills a process at each system call that writes, or has the call fail: nothing of ours stands between.

It is strace that does it (strace(1), «inject»): SIGKILL comes as the call is entered, so that the call does not happen. The
process is forked and waits until strace has attached itself; calls are counted from there, each kind for itself.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from .power import forked

CALLS = (
    *("write", "writev", "pwrite64", "pwritev", "sendfile", "copy_file_range", "fallocate", "ftruncate", "truncate"),
    *("fsync", "fdatasync", "sync", "syncfs", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"),
    *("unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "mknod", "mknodat", "chmod", "fchmod", "fchmodat", "utimensat"),
)
_OPENS = ("open", "openat", "creat")
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")


def can_kill() -> bool:
    """Whether strace is here and may attach itself to a process of ours."""
    if shutil.which("strace") is None:
        return False
    return _traced(lambda: None, [], None) == 0


def steps(work: Callable[[], object], notes: Path) -> list[tuple[str, int]]:
    """Every call of a run that writes: its name, and which of its kind it is."""
    assert _traced(work, ["-e", _of("trace", (*CALLS, *_OPENS))], notes) == 0, "the work failed by itself"
    counted: Counter[str] = Counter()
    found = []
    for line in notes.read_text(errors="replace").splitlines():
        match = _CALL.match(line)
        if match is None:
            continue
        name, rest = match.groups()
        counted[name] += 1
        if name not in _OPENS or "O_CREAT" in rest or name == "creat":
            found.append((name, counted[name]))
    return found


def killed_at(work: Callable[[], object], name: str, number: int) -> int:
    """Do `work` and kill it as it enters the call `name` for the time `number`. Returns the signal that ended it."""
    return _injected(work, name, number, "signal=KILL")


def failing_at(work: Callable[[], object], name: str, number: int, error: str) -> int:
    """Do `work`; its call `name` fails with `error` (such as ENOSPC) the time `number`. Returns 0, or -1 where `work` raised."""
    return _injected(work, name, number, f"error={error}")


def _injected(work: Callable[[], object], name: str, number: int, what: str) -> int:
    return _traced(work, ["-e", f"trace={name}", "-e", f"inject={name}:{what}:when={number}"], None)


def _of(what: str, names: tuple[str, ...]) -> str:
    return f"{what}=" + ",".join(f"?{name}" for name in names)  # «?»: not every kind of machine has each


def _traced(work: Callable[[], object], asked: list[str], notes: Path | None) -> int:
    reading, writing = os.pipe()

    def attached() -> None:
        os.close(writing)
        os.read(reading, 1)  # until strace is there
        work()

    child = forked(attached)
    os.close(reading)
    command = ["strace", "-p", str(child), "-o", str(notes or os.devnull), *(asked or ["-e", "trace=none"])]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        first = tracer.stderr.readline()
        os.write(writing, b".")
        os.close(writing)
        _, status = os.waitpid(child, 0)
        tracer.communicate()
    if "attached" not in first:
        return -1
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else -1 if os.WEXITSTATUS(status) else 0
