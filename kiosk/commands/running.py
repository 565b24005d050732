"""`kiosk run`: open the exhibit. Imports no YAML, validation or locale library."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import kiosk
from kiosk.commands.arguments import display, inches, size
from kiosk.errors import CALLED_WRONGLY, BadCall
from kiosk.operations import machine_settings
from kiosk.operations.machine_settings import MachineSettings
from kiosk.operations.shipped import shipped_exhibit


def add_parser(commands: Any) -> None:
    """Add `run` to the commands."""
    run = commands.add_parser("run", help="open the exhibit full screen (the default)")
    run.add_argument("--exhibit", metavar="DIR", help="the folder that holds content/ and assets/")
    run.add_argument("--follow", action="store_true", help="show what is saved in the folder at once, and what is wrong with it")
    run.add_argument("--settings", metavar="FILE", type=Path, help="the settings of this machine")
    run.add_argument("--language", metavar="CODE", help="the language in which attract begins")
    run.add_argument("--diagonal", metavar="INCHES", type=inches, help="the glass, corner to corner")
    run.add_argument("--screen", metavar="N", type=display, help="which display, counted from 0")
    run.add_argument("--renderer", choices=("auto", "gpu", "software"), help="how the screen is drawn")
    run.add_argument("--reduced-motion", action="store_true", default=None, help="nothing moves but short cross-fades")
    run.add_argument("--windowed", metavar="WxH", type=size, nargs="?", const=(1280, 720), help="a window for work at a desk")
    run.add_argument("--wait", action="store_true", help="wait for a display instead of giving up (a service manager means it too)")
    run.set_defaults(command=_run)


def _run(wanted: argparse.Namespace) -> int:
    from kiosk.operations.display import has_display, wait_for_display
    from kiosk.operations.logs import keep_log

    settings, problems = settings_of(wanted.settings)
    overrides = {
        "exhibit": wanted.exhibit and str(Path(wanted.exhibit).resolve()),
        "in_place": bool(wanted.exhibit) or wanted.follow,
        "follow": wanted.follow,
        "first_language": wanted.language,
        "diagonal_inches": wanted.diagonal,
        "screen": wanted.screen,
        "renderer": wanted.renderer,
        "reduced_motion": wanted.reduced_motion,
        "windowed": wanted.windowed and "{}x{}".format(*wanted.windowed),
    }
    if wanted.follow and not wanted.exhibit:
        overrides["exhibit"] = settings.exhibit or str(shipped_exhibit())
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


def named_settings(path: Path | None) -> tuple[MachineSettings, list[str]]:
    """As `settings_of`, for a command that looks at the editions: those of another machine would be the wrong ones, so a file
    that was named must be there. Raises BadCall."""
    if path is not None and not path.is_file():
        raise BadCall(f"there is no settings file {path}. Name one that is there, or leave --settings out.")
    return settings_of(path)


def settings_of(path: Path | None) -> tuple[MachineSettings, list[str]]:
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
