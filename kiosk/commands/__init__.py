"""The commands of curators and staff. Lean at the top: opening the exhibit must import no YAML, validation or locale library.

Exit codes: 0 all is well, 1 the content has problems, 2 called wrongly.
"""

from __future__ import annotations

import argparse
import difflib
import io
import os
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import ClassVar, NoReturn

import kiosk
from kiosk.commands import comparing, content, editions, running, translating
from kiosk.errors import CALLED_WRONGLY, KioskError

_NOBODY_READS = 141
"""What a shell says of a command whose reader went away, as `head` does."""
_BY_OPTION = ("new", "run", "schema", "translations")
"""Commands that take the exhibit folder with --exhibit."""


class _Parser(argparse.ArgumentParser):
    given: ClassVar[list[str]] = []
    """What was typed."""
    known: ClassVar[tuple[str, ...]] = ()
    """The commands there are."""

    def error(self, message: str) -> NoReturn:
        self.exit(CALLED_WRONGLY, f"kiosk: {message}.{_hint(self.given, self.known)} `kiosk --help` lists what there is.\n")


def _hint(given: Sequence[str], known: Sequence[str]) -> str:
    """What was probably meant: a command is typed first, and a folder may need its option."""
    if not given or given[0] not in known:
        near = difflib.get_close_matches(given[0], known, 1, 0.6) if given else []
        return f" Did you mean «{near[0]}»?" if near else ""
    folders = [word for before, word in pairwise(given) if not before.startswith("-") and Path(word).is_dir()]
    return f" The exhibit folder is named with --exhibit {folders[0]}." if folders and given[0] in _BY_OPTION else ""


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="kiosk", description="A museum touchscreen about joint space projects. Without a command, the exhibit opens.")
    parser.add_argument("--version", action="version", version=f"kiosk {kiosk.__version__}")
    commands = parser.add_subparsers(dest="name", metavar="COMMAND", parser_class=_Parser)
    running.add_parser(commands)
    content.add_parsers(commands)
    editions.add_parsers(commands)
    comparing.add_parser(commands)
    translating.add_parsers(commands)
    _Parser.known = tuple(commands.choices)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a script shows a question mark, not an error
    parser = _parser()
    first = next((word for word in given if not word.startswith("-")), None)
    if (
        (first is None or first not in _Parser.known)
        and not {"-h", "--help", "--version"} & set(given)
        and (first is None or given[0].startswith("-"))
    ):
        given.insert(0, "run")
    _Parser.given = given
    try:
        wanted = parser.parse_args(given)
    except SystemExit as end:
        return int(end.code or 0)
    command: Callable[[argparse.Namespace], int] = wanted.command
    try:
        code = command(wanted)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except KioskError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return CALLED_WRONGLY
    except OSError as error:
        if wanted.name == "run":
            raise  # for the log
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left unsaid is not tried again at the end
            return _NOBODY_READS
        print(f"kiosk: {error.filename or 'the files'} cannot be used ({error.strerror}).", file=sys.stderr)
        return CALLED_WRONGLY
