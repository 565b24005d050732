"""The commands of curators and staff. Lean at the top: opening the exhibit must import no YAML, validation or locale library.

Exit codes: 0 all is well, 1 the content has problems, 2 called wrongly.
"""

from __future__ import annotations

import argparse
import difflib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, NoReturn

import kiosk
from kiosk.errors import ALL_WELL, CALLED_WRONGLY, HAS_PROBLEMS, BadCall, KioskError
from kiosk.operations import machine_settings
from kiosk.operations.machine_settings import MachineSettings
from kiosk.operations.shipped import shipped_exhibit

_COMMANDS = ("run", "check", "proof", "new", "schema", "overview")


class _Parser(argparse.ArgumentParser):
    given: ClassVar[list[str]] = []
    """What was typed."""

    def error(self, message: str) -> NoReturn:
        near = [close for word in self.given for close in difflib.get_close_matches(word, _COMMANDS, 1, 0.6) if word not in _COMMANDS]
        hint = f" Did you mean «{near[0]}»?" if near else ""
        self.exit(CALLED_WRONGLY, f"kiosk: {message}.{hint} `kiosk --help` lists what there is.\n")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 320 <= int(width) <= 16000 and 320 <= int(height) <= 16000):
        raise argparse.ArgumentTypeError(f"«{text}» is not a size: write 1920x1080")
    return int(width), int(height)


def _inches(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 5 <= value <= 200:
        raise argparse.ArgumentTypeError(f"«{text}» is not a diagonal: write inches, like 32")
    return value


def _display(text: str) -> int:
    if not (text.isdecimal() and int(text) <= 16):
        raise argparse.ArgumentTypeError(f"«{text}» is not a display: write 0 for the first, 1 for the second")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="kiosk", description="A museum touchscreen about joint space projects. Without a command, the exhibit opens.")
    parser.add_argument("--version", action="version", version=f"kiosk {kiosk.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    run = commands.add_parser("run", help="open the exhibit full screen (the default)")
    run.add_argument("--exhibit", metavar="DIR", help="the folder that holds content/ and assets/")
    run.add_argument("--settings", metavar="FILE", type=Path, help="the settings of this machine")
    run.add_argument("--language", metavar="CODE", help="the language in which attract begins")
    run.add_argument("--diagonal", metavar="INCHES", type=_inches, help="the glass, corner to corner")
    run.add_argument("--screen", metavar="N", type=_display, help="which display, counted from 0")
    run.add_argument("--renderer", choices=("auto", "gpu", "software"), help="how the screen is drawn")
    run.add_argument("--reduced-motion", action="store_true", default=None, help="nothing moves but short cross-fades")
    run.add_argument("--windowed", metavar="WxH", type=_size, nargs="?", const=(1280, 720), help="a window for work at a desk")
    run.add_argument("--wait", action="store_true", help="wait for a display instead of giving up (a service manager means it too)")

    check = commands.add_parser("check", help="read an exhibit and print every problem")
    check.add_argument("exhibit", metavar="DIR", nargs="?", type=Path)
    check.add_argument("--format", choices=("text", "json"), default="text")

    proof = commands.add_parser("proof", help="render every screen and panel into pictures and one page to print and sign")
    proof.add_argument("exhibit", metavar="DIR", nargs="?", type=Path)
    proof.add_argument("--out", metavar="OUT", type=Path, required=True)
    proof.add_argument(
        "--size", metavar="WxH", type=_size, action="append", help="may be given several times (default 1920x1080 and 1080x1920)"
    )
    proof.add_argument("--language", metavar="CODE", action="append", help="may be given several times (default all)")
    proof.add_argument("--diagonal", metavar="INCHES", type=_inches, default=32.0)

    new = commands.add_parser("new", help="begin a new project")
    new.add_argument("kind", choices=("project",))
    new.add_argument("id", metavar="ID", help="small letters, digits and hyphens: country-satellite")
    new.add_argument("--exhibit", metavar="DIR", type=Path)

    schema = commands.add_parser("schema", help="write the JSON Schemas that editors use to complete fields")
    schema.add_argument("--exhibit", metavar="DIR", type=Path)

    overview = commands.add_parser("overview", help="list all projects by country, category, standing, language and picture")
    overview.add_argument("exhibit", metavar="DIR", nargs="?", type=Path)
    overview.add_argument("--write", action="store_true", help="write the list into content/README.md instead")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a script shows a question mark, not an error
    first = next((word for word in given if not word.startswith("-")), None)
    if (
        (first is None or first not in _COMMANDS)
        and not {"-h", "--help", "--version"} & set(given)
        and (first is None or given[0].startswith("-"))
    ):
        given.insert(0, "run")
    _Parser.given = given
    try:
        wanted = _parser().parse_args(given)
    except SystemExit as end:
        return int(end.code or 0)
    command: dict[str, Callable[[argparse.Namespace], int]] = {
        "run": _run,
        "check": _check,
        "proof": _proof,
        "new": _new,
        "schema": _schema,
        "overview": _overview,
    }
    try:
        return command[wanted.command](wanted)
    except KioskError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return CALLED_WRONGLY
    except OSError as error:
        if wanted.command == "run":
            raise  # for the log
        print(f"kiosk: {error.filename or 'the files'} cannot be used ({error.strerror}).", file=sys.stderr)
        return CALLED_WRONGLY


# ------------------------------------------------------------------ run


def _run(wanted: argparse.Namespace) -> int:
    from kiosk.operations.display import has_display, wait_for_display
    from kiosk.operations.logs import keep_log

    settings, problems = _settings(wanted.settings)
    overrides = {
        "exhibit": wanted.exhibit and str(Path(wanted.exhibit).resolve()),
        "first_language": wanted.language,
        "diagonal_inches": wanted.diagonal,
        "screen": wanted.screen,
        "renderer": wanted.renderer,
        "reduced_motion": wanted.reduced_motion,
        "windowed": wanted.windowed and "{}x{}".format(*wanted.windowed),
    }
    settings = replace(settings, **{name: value for name, value in overrides.items() if value is not None})
    keep_log(machine_settings.log_folder(settings))
    import logging

    log = logging.getLogger("kiosk")
    for problem in problems:
        log.warning("Settings: %s", problem)
    if not has_display(os.environ):
        if not wanted.wait and "INVOCATION_ID" not in os.environ:
            print("kiosk: there is no display here. `kiosk proof --out proof` renders every screen into pictures instead.", file=sys.stderr)
            return CALLED_WRONGLY
        wait_for_display(os.environ)
    from kiosk.app import run

    return run(settings)


def _settings(path: Path | None) -> tuple[MachineSettings, list[str]]:
    """The settings of this machine: remembered, or read by a process of its own where the file is new."""
    file = path or machine_settings.default_path()
    cache = machine_settings.cache_folder(MachineSettings())
    if not file.is_file():
        return MachineSettings(), [f"{file} is missing; the defaults are used."] if path else []
    if (known := machine_settings.remembered(file, cache)) is not None:
        return known, []
    done = subprocess.run(
        [sys.executable, "-m", "kiosk.operations.reading_settings", str(file.resolve())],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(kiosk.__file__).parents[1])},
    )
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        return MachineSettings(), [f"{file} cannot be read; the defaults are used. {done.stderr.strip()[-400:]}"]
    settings = machine_settings.of_values(answer["settings"])
    if not answer["problems"]:
        machine_settings.remember(file, cache, settings)
    return settings, list(answer["problems"])


# ------------------------------------------------------------------ for curators


def _root(given: Path | None) -> Path:
    return given.resolve() if given else shipped_exhibit()


def _check(wanted: argparse.Namespace) -> int:
    from datetime import date

    from kiosk.content.checking import check_exhibit, usable
    from kiosk.content.problems import Severity, shown, summed_up
    from kiosk.content.reading import read_exhibit
    from kiosk.media.probing import decode

    root = _root(wanted.exhibit)
    if not root.is_dir():
        print(f"kiosk: there is no folder {root}.", file=sys.stderr)
        return CALLED_WRONGLY
    reading = read_exhibit(root)
    problems = check_exhibit(reading, decode, date.today())
    empty = reading.exhibit is None or not usable(reading.exhibit, problems).projects
    if wanted.format == "json":
        print(json.dumps([problem.as_json() for problem in problems], ensure_ascii=False, indent=1))
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        if problems:
            print(shown(problems, colour=colour))
        print("Nothing of this can be shown; visitors would see the last good edition, or the calm page." if empty else summed_up(problems))
    return HAS_PROBLEMS if empty or any(problem.severity is Severity.ERROR for problem in problems) else ALL_WELL


def _proof(wanted: argparse.Namespace) -> int:
    from kiosk.proof.sheet import make_proof

    sizes = wanted.size or [(1920, 1080), (1080, 1920)]
    problems = make_proof(_root(wanted.exhibit), wanted.out, sizes, wanted.language or [], wanted.diagonal)
    print(f"{wanted.out / 'index.html'}: " + ("nothing to mend." if not problems else f"{problems} places to look at."))
    return HAS_PROBLEMS if problems else ALL_WELL


def _new(wanted: argparse.Namespace) -> int:
    from datetime import date

    from kiosk.content.skeleton import PLACEHOLDER, new_project

    placeholder = shipped_exhibit() / "assets" / PLACEHOLDER
    for file in new_project(_root(wanted.exhibit), wanted.id, date.today(), placeholder):
        print(file)
    print("Fill these in; `kiosk check` tells what is missing.")
    return ALL_WELL


def _schema(wanted: argparse.Namespace) -> int:
    from kiosk.content.schema import write_schemas

    root = _root(wanted.exhibit)
    if not (root / "content").is_dir():
        raise BadCall(f"there is no folder «content» in {root}. Name the folder that holds content/ and assets/.")
    for file in write_schemas(root):
        print(file)
    return ALL_WELL


def _overview(wanted: argparse.Namespace) -> int:
    from kiosk.content.overview import HANDBOOK, overview, written_into
    from kiosk.content.reading import read_exhibit
    from kiosk.language.formatting import country_name

    root = _root(wanted.exhibit)
    exhibit = read_exhibit(root).exhibit
    if exhibit is None:
        raise BadCall(f"the exhibit in {root} cannot be read. `kiosk check` tells why.")
    first = exhibit.file.languages[0]
    own = exhibit.words[first].countries if first in exhibit.words else {}
    table = overview(exhibit, lambda code: country_name(code, first, own))
    if not wanted.write:
        print(table, end="")
        return ALL_WELL
    handbook = root / HANDBOOK
    handbook.write_text(written_into(handbook.read_text(encoding="utf-8"), table), encoding="utf-8")
    print(handbook)
    return ALL_WELL
