"""The commands of curators: check, proof, new, schema, overview."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk.commands.arguments import exhibit_root, inches, size
from kiosk.errors import ALL_WELL, CALLED_WRONGLY, HAS_PROBLEMS, BadCall
from kiosk.operations.shipped import shipped_exhibit


def add_parsers(commands: Any) -> None:
    """Add them to the commands."""
    check = commands.add_parser("check", help="read an exhibit and print every problem")
    check.add_argument("exhibit", metavar="DIR", nargs="?", type=Path)
    check.add_argument("--format", choices=("text", "json"), default="text")

    proof = commands.add_parser("proof", help="render every screen and panel into pictures and one page to print and sign")
    proof.add_argument("exhibit", metavar="DIR", nargs="?", type=Path)
    proof.add_argument("--out", metavar="OUT", type=Path, required=True)
    proof.add_argument(
        "--size", metavar="WxH", type=size, action="append", help="may be given several times (default 1920x1080 and 1080x1920)"
    )
    proof.add_argument("--language", metavar="CODE", action="append", help="may be given several times (default all)")
    proof.add_argument("--diagonal", metavar="INCHES", type=inches, default=32.0)

    new = commands.add_parser("new", help="begin a new project")
    new.add_argument("kind", choices=("project",))
    new.add_argument("id", metavar="ID", help="small letters, digits and hyphens: country-satellite")
    new.add_argument("--exhibit", metavar="DIR", type=Path)

    schema = commands.add_parser("schema", help="write the JSON Schemas that editors use to complete fields")
    schema.add_argument("--exhibit", metavar="DIR", type=Path)

    overview = commands.add_parser("overview", help="list all projects by country, category, standing, language and picture")
    overview.add_argument("exhibit", metavar="DIR", nargs="?", type=Path)
    overview.add_argument("--write", action="store_true", help="write the list into content/README.md instead")
    check.set_defaults(command=_check)
    proof.set_defaults(command=_proof)
    new.set_defaults(command=_new)
    schema.set_defaults(command=_schema)
    overview.set_defaults(command=_overview)


def _check(wanted: argparse.Namespace) -> int:
    from datetime import date

    from kiosk.content.checking import check_exhibit, pictures_of, usable
    from kiosk.content.problems import Severity, shown, summed_up
    from kiosk.content.reading import read_exhibit
    from kiosk.content.side_by_side import processors
    from kiosk.media.probing import decode
    from kiosk.media.remembering import RememberingProbe
    from kiosk.operations.machine_settings import MachineSettings, cache_folder

    root = exhibit_root(wanted.exhibit)
    if not root.is_dir():
        print(f"kiosk: there is no folder {root}.", file=sys.stderr)
        return CALLED_WRONGLY
    reading = read_exhibit(root, processes=processors())
    with _progress(len(pictures_of(reading.exhibit)) if reading.exhibit else 0) as step:
        probe = RememberingProbe(decode, cache_folder(MachineSettings()) / "pictures.json", step)
        problems = check_exhibit(reading, probe, date.today())
    probe.save()
    empty = reading.exhibit is None or not usable(reading.exhibit, problems).projects
    if wanted.format == "json":
        print(json.dumps([problem.as_json() for problem in problems], ensure_ascii=False, indent=1))
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        if problems:
            print(shown(problems, colour=colour))
        print("Nothing of this can be shown; visitors would see the last good edition, or the calm page." if empty else summed_up(problems))
    return HAS_PROBLEMS if empty or any(problem.severity is Severity.ERROR for problem in problems) else ALL_WELL


_LONG = 1.0
"""Seconds of work after which a person wants to see that it goes on."""


@contextmanager
def _progress(count: int) -> Iterator[Callable[[Path], None]]:
    """What to call with each of so many pictures: on a terminal a bar shows how far it is, where it takes long."""
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task("pictures", total=count)
    began = time.monotonic()

    def step(path: Path) -> None:
        bar.advance(task)
        if not bar.live.is_started and bar.console.is_terminal and time.monotonic() - began > _LONG:
            bar.start()

    try:
        yield step
    finally:
        if bar.live.is_started:
            bar.stop()


def _proof(wanted: argparse.Namespace) -> int:
    from kiosk.proof.sheet import make_proof

    sizes = wanted.size or [(1920, 1080), (1080, 1920)]
    problems = make_proof(exhibit_root(wanted.exhibit), wanted.out, sizes, wanted.language or [], wanted.diagonal)
    print(f"{wanted.out / 'index.html'}: " + ("nothing to mend." if not problems else f"{problems} places to look at."))
    return HAS_PROBLEMS if problems else ALL_WELL


def _new(wanted: argparse.Namespace) -> int:
    from datetime import date

    from kiosk.content.skeleton import PLACEHOLDER, new_project

    placeholder = shipped_exhibit() / "assets" / PLACEHOLDER
    for file in new_project(exhibit_root(wanted.exhibit), wanted.id, date.today(), placeholder):
        print(file)
    print("Fill these in; `kiosk check` tells what is missing.")
    return ALL_WELL


def _schema(wanted: argparse.Namespace) -> int:
    from kiosk.content.schema import write_schemas

    root = exhibit_root(wanted.exhibit)
    if not (root / "content").is_dir():
        raise BadCall(f"there is no folder «content» in {root}. Name the folder that holds content/ and assets/.")
    for file in write_schemas(root):
        print(file)
    return ALL_WELL


def _overview(wanted: argparse.Namespace) -> int:
    from kiosk.content.overview import HANDBOOK, overview, written_into
    from kiosk.content.reading import read_exhibit
    from kiosk.language.formatting import country_name

    root = exhibit_root(wanted.exhibit)
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
