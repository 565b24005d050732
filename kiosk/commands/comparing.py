"""`kiosk diff`: what changed between two editions or folders, in words."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.errors import ALL_WELL, BadCall

if TYPE_CHECKING:
    from kiosk.content.reading import Reading


def add_parser(commands: Any) -> None:
    """Add `diff` to the commands."""
    diff = commands.add_parser("diff", help="say what changed between two exhibit folders, packs or editions")
    diff.add_argument("before", metavar="A", help="a folder, a .kiosk file, or an edition as `kiosk editions` names it")
    diff.add_argument("after", metavar="B")
    diff.add_argument("--settings", metavar="FILE", type=Path, help="the settings of the machine that holds the editions")
    diff.add_argument("--format", choices=("text", "json"), default="text")
    diff.set_defaults(command=_diff)


def _diff(wanted: argparse.Namespace) -> int:
    from kiosk.content.differences import as_json, differences, in_words, same_bytes
    from kiosk.content.reading import read_exhibit

    with _folder(wanted.before, wanted) as one, _folder(wanted.after, wanted) as other:
        before, after = read_exhibit(one), read_exhibit(other)
        for named, reading in ((wanted.before, before), (wanted.after, after)):
            if reading.exhibit is None:
                raise BadCall(f"the exhibit in {named} cannot be read. `kiosk check` tells why.")
        assert after.exhibit is not None
        found = differences(before.exhibit, after.exhibit, same_bytes, not_compared=_with_errors(before) | _with_errors(after))
    print(json.dumps(as_json(found), ensure_ascii=False, indent=1) if wanted.format == "json" else "\n".join(in_words(found)))
    return ALL_WELL


def _with_errors(reading: Reading) -> set[str]:
    """Projects that are in the folder and could not be read."""
    there = {Path(name).parts[2] for name in reading.files if name.startswith("content/projects/")}
    return there - (reading.exhibit.projects.keys() if reading.exhibit else set())


@contextmanager
def _folder(named: str, wanted: argparse.Namespace) -> Iterator[Path]:
    """The exhibit folder that is meant; that of a pack for as long as it is looked at."""
    path = Path(named)
    if path.is_dir():
        yield path.resolve()
    elif path.is_file():
        from kiosk.commands.arguments import pack_file
        from kiosk.editions.packs import open_pack

        pack_file(path)
        with tempfile.TemporaryDirectory() as folder:
            open_pack(path).extract(Path(folder))
            yield Path(folder)
    else:
        from kiosk.commands.running import named_settings
        from kiosk.editions.store import Store
        from kiosk.operations.machine_settings import editions_folder

        store = Store(editions_folder(named_settings(wanted.settings)[0]))
        near = [name for name in store.names() if name.startswith(named)]
        if len(near) != 1:
            raise BadCall(f"there is no folder, pack or edition «{named}». `kiosk editions` lists the editions.")
        yield store.path(near[0])
