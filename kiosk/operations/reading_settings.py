"""The settings file of one machine: YAML, validated as content is. `python -m kiosk.operations.reading_settings FILE`
prints them as JSON, so that the running exhibit needs neither YAML nor validation."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, TypeAdapter

from kiosk.content.messages import validated_piecewise
from kiosk.content.model import LanguageCode, Model, Seconds
from kiosk.content.problems import Problem
from kiosk.content.yaml_files import read_yaml
from kiosk.operations.machine_settings import MachineSettings, of_values


class Display(Model):
    """The glass."""

    diagonal_inches: Annotated[float, Field(ge=5, le=200)] = 32.0
    """Measured corner to corner: every size in millimetres follows from it."""
    screen: Annotated[int, Field(ge=0, le=16)] = 0
    """Which display shows the exhibit, counted from 0."""


class Waiting(Model):
    """How long the screen waits for a visitor; what is not set here is set by the exhibit."""

    base: Seconds | None = None
    """Silence allowed on a screen without text: 60s, 2min."""
    longest: Seconds | None = None
    """The longest silence allowed, however much text is on screen."""
    countdown: Annotated[Seconds, Field(ge=20, le=120)] | None = None
    """How long «still there?» asks; at least 20s."""


class Sight(Model):
    """Help for seeing and reaching that this machine gives everybody."""

    large_text: bool = False
    """Text at 1.7 times its size."""
    high_contrast: bool = False
    """Black, white and a strong gold."""
    reduced_motion: bool = False
    """Nothing moves but short cross-fades, in attract too."""
    reach: bool = False
    """All controls in the lower third."""


def _digits(pin: str) -> str:
    if not re.fullmatch("[0-9]{4,8}", pin):
        raise ValueError("is not a PIN: write 4 to 8 digits")
    return pin


class Staff(Model):
    """What only staff may do."""

    pin: Annotated[str, AfterValidator(_digits)] | None = None
    """4 to 8 digits that lead out of the exhibit after the hidden gesture; none: no way out by touch."""


class Editions(Model):
    """What this machine asks of content that comes to it, and where it keeps it."""

    folder: str | None = None
    """Where the editions live."""
    kept: Annotated[int, Field(ge=2, le=50)] = 5
    """Good editions that stay on the disk, to go back to."""
    largest_loss_percent: Annotated[float, Field(ge=0, le=100)] = 20
    """An edition in which errors keep more of its projects off the screen is not shown."""
    broken_projects: Literal["leave-out", "keep-last-good"] = "leave-out"
    """What becomes of a project with an error: it is left out, or stays as it was."""
    require_signature: bool = False
    """Only packs signed with a trusted key are taken."""
    trusted_keys: tuple[str, ...] = ()
    """Files of public keys, as `kiosk keys new` writes them."""


class Deliveries(Model):
    """Ways by which content comes to this machine by itself."""

    drop_folder: str | None = None
    """A folder, also of a network share or a synchronising tool: what is put there comes onto the screen."""
    stick_folders: tuple[str, ...] = ("/media", "/run/media")
    """Where the system mounts sticks; []: sticks are left alone."""


class SettingsFile(Model):
    """settings.yaml of one machine."""

    exhibit: Annotated[str, StringConstraints(min_length=1)] | None = None
    """The exhibit folder (the one with content/ and assets/); the shipped one where not set."""
    first_language: LanguageCode | None = None
    """The language in which attract begins."""
    display: Display = Display()
    """The glass."""
    waiting: Waiting = Waiting()
    """Idle times."""
    sight: Sight = Sight()
    """Help for everybody."""
    renderer: Literal["auto", "gpu", "software"] = "auto"
    """How the screen is drawn; auto looks at the machine."""
    staff: Staff = Staff()
    """The way out."""
    editions: Editions = Editions()
    """What is asked of new content."""
    deliveries: Deliveries = Deliveries()
    """How new content comes."""
    cache: str | None = None
    """Folder for compiled editions and pictures at the sizes shown."""
    logs: str | None = None
    """Folder of the log."""


def read_settings(path: Path) -> tuple[MachineSettings, tuple[Problem, ...]]:
    """Settings and every problem at once. What is wrong falls back to its default, and the exhibit goes on."""
    file = read_yaml(path, path.parent)
    settings = validated_piecewise(TypeAdapter(SettingsFile), SettingsFile, file) if file.values is not None else None
    return _flat(settings or SettingsFile()), tuple(sorted(file.problems))


def _flat(file: SettingsFile) -> MachineSettings:
    return of_values(
        {
            "exhibit": file.exhibit or "",
            "first_language": file.first_language or "",
            "diagonal_inches": file.display.diagonal_inches,
            "screen": file.display.screen,
            "idle_seconds": file.waiting.base or 0.0,
            "idle_longest_seconds": file.waiting.longest or 0.0,
            "countdown_seconds": file.waiting.countdown or 0.0,
            "renderer": file.renderer,
            "pin": file.staff.pin or "",
            "editions": file.editions.folder or "",
            "kept_editions": file.editions.kept,
            "largest_loss": file.editions.largest_loss_percent / 100,
            "keep_last_good": file.editions.broken_projects == "keep-last-good",
            "require_signature": file.editions.require_signature,
            "trusted_keys": file.editions.trusted_keys,
            "drop_folder": file.deliveries.drop_folder or "",
            "stick_folders": file.deliveries.stick_folders,
            "cache": file.cache or "",
            "logs": file.logs or "",
            **file.sight.model_dump(),
        }
    )


if __name__ == "__main__":
    found, problems = read_settings(Path(sys.argv[1]))
    print(json.dumps({"settings": asdict(found), "problems": [str(problem) for problem in problems]}))
