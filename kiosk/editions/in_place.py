"""An exhibit folder compiled where it lies: what plays at a desk, and where no edition has arrived."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.content.checking import PictureProbe, check_exhibit, usable
from kiosk.content.model import Exhibit, InterfaceWords
from kiosk.content.problems import Severity, shown, summed_up
from kiosk.content.reading import NO_FOLDER, NO_PROJECT, UNREADABLE, read_exhibit, read_interface
from kiosk.editions.cache import editions, fingerprint, fingerprint_of_edition, last_good, mark_used, tidy
from kiosk.editions.compiling import compile_edition
from kiosk.errors import UnusableEdition
from kiosk.operations.shipped import shipped_exhibit


def compile_folder(root: Path, cache: Path, probe: PictureProbe, edition: str = "") -> dict[str, object]:
    """Read, check and compile `root`, or the `edition` of the store that lies there. The answer is what the exhibit on
    screen needs to know: «edition» (its folder or empty), «code» (empty or K-..), «errors», «warnings», «message»,
    «problems»."""
    name = fingerprint_of_edition(edition) if edition else fingerprint(root)
    reading = read_exhibit(root)
    problems = check_exhibit(reading, probe, date.today())
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    result: dict[str, object] = {
        "edition": "",
        "code": "",
        "errors": errors,
        "warnings": len(problems) - errors,
        "message": summed_up(problems),
    }
    exhibit = usable(reading.exhibit, problems) if reading.exhibit else None
    if exhibit is None or not exhibit.projects:
        result["code"] = NO_FOLDER if not reading.files else UNREADABLE if reading.exhibit is None else NO_PROJECT
        result["problems"] = shown(problems)
        if not errors:
            result["message"] = "There is no project in content/projects."
        return result
    try:
        compile_edition(exhibit, editions(cache) / name, probe, builtin_words(exhibit), known_pictures(cache))
    except UnusableEdition as error:
        return result | {"code": error.code, "message": str(error)}
    mark_used(editions(cache) / name)
    tidy(cache)
    return result | {"edition": str(editions(cache) / name), "problems": shown(problems)}


def known_pictures(cache: Path) -> dict[str, list[Any]]:
    """What the edition used last knew of its pictures; nothing where it is damaged."""
    earlier = last_good(cache)
    if earlier is None:
        return {}
    try:
        rows = json.loads((earlier / "index.json").read_bytes())["pictures"]
        return {path: row for path, row in rows.items() if isinstance(row, list)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def builtin_words(exhibit: Exhibit | None = None) -> Mapping[str, InterfaceWords]:
    """The words of the interface as they ship with the program."""
    shipped = shipped_exhibit()
    if exhibit is not None and exhibit.root.resolve() == shipped.resolve():
        return exhibit.interface
    return read_interface(shipped)
