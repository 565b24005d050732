"""A harness that stops a process at each of its steps that writes: before it, or half-way through it.

Everything editions write goes through the functions of `os` below (kiosk/editions/disk.py); each call is one system call. The
process is forked, so that a stop costs milliseconds, and ends by SIGKILL, as at a power cut: nothing is cleaned up.
"""

from __future__ import annotations

import builtins
import errno
import os
import signal
import traceback
import warnings
from collections.abc import Callable
from typing import Any

WRITES = ("open", "write", "fsync", "replace", "rename", "mkdir", "link", "symlink", "unlink", "remove", "rmdir", "truncate", "utime")


class Steps:
    """Counts the steps of a process that write, and does something at one of them."""

    def __init__(self, at: int, act: Callable[[str, Any, tuple[Any, ...], dict[str, Any]], Any]) -> None:
        self.count, self._at, self._act = 0, at, act
        self.names: list[str] = []
        self._own: dict[str, Any] = {}

    def __enter__(self) -> Steps:
        for name in WRITES:
            self._own[name] = getattr(os, name)
            setattr(os, name, self._step(name, self._own[name]))
        self._own_open = builtins.open
        builtins.open = self._guarded  # type: ignore[assignment]
        return self

    def __exit__(self, *_: object) -> None:
        for name, function in self._own.items():
            setattr(os, name, function)
        builtins.open = self._own_open

    def _guarded(self, file: Any, mode: str = "r", *arguments: Any, **more: Any) -> Any:
        assert not set(mode) & set("wax+"), f"{file} is written past kiosk.editions.disk"
        return self._own_open(file, mode, *arguments, **more)

    def _step(self, name: str, function: Any) -> Any:
        def step(*arguments: Any, **more: Any) -> Any:
            if name == "open" and not (len(arguments) > 1 and arguments[1] & os.O_CREAT):
                return function(*arguments, **more)
            self.count += 1
            self.names.append(name)
            if self.count == self._at:
                return self._act(name, function, arguments, more)
            return function(*arguments, **more)

        return step


def killed_before(name: str, function: Any, arguments: tuple[Any, ...], more: dict[str, Any]) -> Any:
    """The step does not happen any more."""
    os.kill(os.getpid(), signal.SIGKILL)


def killed_half_way(name: str, function: Any, arguments: tuple[Any, ...], more: dict[str, Any]) -> Any:
    """Half of what was to be written is written; any other step happens, and is the last."""
    if name == "write":
        arguments = (arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
    function(*arguments, **more)
    os.kill(os.getpid(), signal.SIGKILL)


def full(name: str, function: Any, arguments: tuple[Any, ...], more: dict[str, Any]) -> Any:
    """The disk is full. Taking away still works on such a disk."""
    if name in ("unlink", "remove", "rmdir"):
        return function(*arguments, **more)
    raise OSError(errno.ENOSPC, "No space left on device", str(arguments[0]))


def forked(work: Callable[[], object]) -> int:
    """A forked process that does `work`, and exits with 0, or with 1 where it raises. Returns its number."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    return child


def in_a_child(work: Callable[[], None], at: int, act: Any) -> tuple[int, int]:
    """Do `work` in a forked process that `act`s at its step number `at`. Returns the signal that ended it, and how many steps
    it took (0 where it was killed)."""
    reading, writing = os.pipe()

    def counted() -> None:
        with Steps(at, act) as steps:
            work()
        os.write(writing, str(steps.count).encode())

    child = forked(counted)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        count = int(answer.read() or b"0")
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the work failed by itself"
    return (os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0), count
