"""Very many files parsed at once, by several processes: what a check of thousands of projects would otherwise wait for.

Parsing YAML takes most of the time of a reading and needs nothing but the file; types and rules come after it, in order.
"""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from kiosk.content.yaml_files import YamlFile, read_yaml

_WORTH_IT = 1_000
"""Files; to start two processes takes as long as to parse some hundred."""
_AT_ONCE = 100


def processors() -> int:
    """How many processes can work at the same time on this machine."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def parse_files(root: Path, names: Sequence[str], processes: int) -> Iterator[YamlFile]:
    """The files called `names` below `root`, in this order, each as `read_yaml` gives it."""
    done = 0
    if processes > 1 and len(names) >= _WORTH_IT:
        try:
            for file in _parse_by_processes(root, names, processes):
                done += 1
                yield file
        except (BrokenProcessPool, OSError):  # no room for another process: this one goes on alone
            pass
    folders: dict[str, bool] = {}
    for name in names[done:]:
        yield read_yaml(root / name, root, folders)


def _parse_by_processes(root: Path, names: Sequence[str], processes: int) -> Iterator[YamlFile]:
    pieces = [names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE)]
    pool = ProcessPoolExecutor(processes, get_context("spawn"), gc.disable)  # a copy of a process with threads would stand still
    try:
        for files in pool.map(_parse, itertools.repeat(root), pieces):
            yield from files
    finally:
        pool.shutdown(cancel_futures=True)


def _parse(root: Path, names: Sequence[str]) -> list[YamlFile]:
    folders: dict[str, bool] = {}
    return [read_yaml(root / name, root, folders) for name in names]
