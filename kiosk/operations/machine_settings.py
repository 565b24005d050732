"""The settings of one machine, as the running exhibit needs them. Standard library only; read in `reading_settings`."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

NAME = "reaching-for-the-stars"


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """One machine. What is 0 or empty is left to the exhibit or to the program."""

    exhibit: str = ""
    """The exhibit folder; the one that ships with the program where empty."""
    first_language: str = ""
    diagonal_inches: float = 32.0
    """Of the glass; sizes in millimetres follow from it."""
    screen: int = 0
    """Which display, counted from 0."""
    idle_seconds: float = 0.0
    idle_longest_seconds: float = 0.0
    countdown_seconds: float = 0.0
    renderer: str = "auto"
    """auto, gpu or software."""
    reduced_motion: bool = False
    high_contrast: bool = False
    large_text: bool = False
    reach: bool = False
    pin: str = ""
    """Staff leave with it; where empty there is no way out by touch."""
    cache: str = ""
    logs: str = ""
    editions: str = ""
    """Folder of the editions."""
    kept_editions: int = 5
    largest_loss: float = 0.2
    """The share of projects, 0 to 1, that errors may keep off the screen in content that comes to this machine."""
    keep_last_good: bool = False
    """A project with an error stays as it was, instead of being left out."""
    require_signature: bool = False
    trusted_keys: tuple[str, ...] = ()
    """Files of public keys."""
    drop_folder: str = ""
    """Folder whose content comes onto this machine by itself."""
    stick_folders: tuple[str, ...] = ("/media", "/run/media")
    """Where the system mounts sticks; none: sticks are left alone."""
    in_place: bool = False
    """The exhibit folder was named on the command line: it plays where it lies, and the editions stay as they are."""
    follow: bool = False
    """What is saved in the exhibit folder is shown at once."""
    windowed: str = ""
    """«1280x720» for work at a desk; full screen and locked where empty."""


def default_path() -> Path:
    """Where the settings of this machine are expected."""
    return _base("config") / "settings.yaml"


def cache_folder(settings: MachineSettings) -> Path:
    """Where compiled editions and renditions live."""
    return Path(settings.cache) if settings.cache else _base("cache")


def editions_folder(settings: MachineSettings) -> Path:
    """Where the editions of this machine live. Not a cache: nobody may empty it."""
    return Path(settings.editions) if settings.editions else _base("data") / "editions"


def log_folder(settings: MachineSettings) -> Path:
    """Where the log is written."""
    return Path(settings.logs) if settings.logs else _base("log")


def _base(kind: str) -> Path:
    """The platform's folder for a kind of file (XDG base directories; Known Folders; Apple's file system guide)."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return local / NAME / {"config": "", "cache": "Cache", "log": "Logs", "data": "Data"}[kind]
    if sys.platform == "darwin":
        library = home / "Library"
        return library / {"config": "Application Support", "cache": "Caches", "log": "Logs", "data": "Application Support"}[kind] / NAME
    variable, usual = {
        "config": ("XDG_CONFIG_HOME", ".config"),
        "cache": ("XDG_CACHE_HOME", ".cache"),
        "log": ("XDG_STATE_HOME", ".local/state"),
        "data": ("XDG_DATA_HOME", ".local/share"),
    }[kind]
    return Path(os.environ.get(variable) or home / usual) / NAME


def remembered(path: Path, cache: Path) -> MachineSettings | None:
    """The settings as they were last read from `path`, if the file has not changed since; None if they must be read."""
    try:
        found = path.stat()
        kept = json.loads((cache / "settings.json").read_bytes())
        if kept["of"] == [str(path), found.st_size, found.st_mtime_ns]:
            return of_values(kept["values"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return None


def remember(path: Path, cache: Path, settings: MachineSettings) -> None:
    """Keep settings for the next start; a cache that cannot be written is no reason to stop."""
    try:
        found = path.stat()
        cache.mkdir(parents=True, exist_ok=True)
        part = cache / "settings.json.part"
        part.write_text(json.dumps({"of": [str(path), found.st_size, found.st_mtime_ns], "values": asdict(settings)}))
        os.replace(part, cache / "settings.json")
    except OSError:
        return


def of_values(values: dict[str, Any]) -> MachineSettings:
    """Settings from plain values; unknown names are ignored."""
    known = {field.name for field in fields(MachineSettings)}
    given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items() if name in known}
    return replace(MachineSettings(), **given)
