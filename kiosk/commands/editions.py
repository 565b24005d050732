"""The commands around editions: editions, install, rollback, pack, keys."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.commands.arguments import pack_file, size
from kiosk.commands.running import named_settings
from kiosk.errors import ALL_WELL, HAS_PROBLEMS, BadCall
from kiosk.operations.machine_settings import MachineSettings, editions_folder

_PANEL = (1920, 1080)


def add_parsers(commands: Any) -> None:
    """Add them to the commands."""
    listing = commands.add_parser("editions", help="list the editions on this machine")
    install = commands.add_parser("install", help="bring an exhibit folder or a pack onto this machine; it is shown between two visits")
    install.add_argument("source", metavar="FILE|DIR", type=Path)
    install.add_argument("--size", metavar="WxH", type=size, default=_PANEL, help="of the panel on which it will be shown")
    rollback = commands.add_parser("rollback", help="go back to the edition before, or to a named one")
    rollback.add_argument("edition", metavar="EDITION", nargs="?", help="as `kiosk editions` names it; «base» for what was there first")
    pack = commands.add_parser("pack", help="write an exhibit folder as one .kiosk file")
    pack.add_argument("exhibit", metavar="DIR", type=Path)
    pack.add_argument("--out", metavar="FILE", type=Path, help="(default DIR.kiosk in the folder you are in)")
    pack.add_argument("--by", metavar="WHO", default="", help="who packed it; nothing is told that is not given here")
    pack.add_argument("--when", metavar="DATE", default="", help="when")
    pack.add_argument("--key", metavar="FILE", type=Path, help="sign it with a private key of `kiosk keys new`")
    keys = commands.add_parser("keys", help="make a pair of keys for signed packs, or show the fingerprint of one")
    keys.add_argument("act", choices=("new", "show"))
    keys.add_argument("name", metavar="NAME|FILE", help="a name for the new pair, or the file of a public key")
    keys.add_argument("--out", metavar="DIR", type=Path, default=Path(), help="where the new keys are written")
    for parser in (listing, install, rollback):
        parser.add_argument("--settings", metavar="FILE", type=Path, help="the settings of the machine")
    for parser in (listing, install, rollback, pack):
        parser.add_argument("--format", choices=("text", "json"), default="text")
    for parser, command in ((listing, _editions), (install, _install), (rollback, _rollback), (pack, _pack), (keys, _keys)):
        parser.set_defaults(command=command)


def _settings(wanted: argparse.Namespace) -> MachineSettings:
    settings, problems = named_settings(wanted.settings)
    for problem in problems:
        print(f"kiosk: settings: {problem}", file=sys.stderr)
    return settings


def _print(wanted: argparse.Namespace, values: dict[str, Any], lines: list[str]) -> None:
    print(json.dumps(values, ensure_ascii=False, indent=1) if wanted.format == "json" else "\n".join(lines))


# ------------------------------------------------------------------ what is there


def _editions(wanted: argparse.Namespace) -> int:
    from kiosk.editions.staging import LEFT_OUT
    from kiosk.editions.store import Store

    store = Store(editions_folder(_settings(wanted)))
    state, wish = store.state(), store.waiting()
    rows, lines = [], []
    for name in sorted(store.names(), key=lambda each: (state.good.index(each) if each in state.good else -1, each)):
        manifest = store.manifest(name)
        marks = [
            word
            for word, holds in (
                ("shown", name == state.current),
                ("on trial", name == state.current and not state.proven),
                ("waits", wish is not None and wish.edition == name),
                ("good", name in state.good and name != state.current),
                ("declined", name in state.declined),
            )
            if holds
        ]
        files = manifest.files if manifest else {}
        told = dict(manifest.told) if manifest else {}
        there = {path.split("/")[2] for path in files if path.startswith("content/projects/") and path.count("/") > 2}
        projects = len(there.difference(told.get(LEFT_OUT, "").split(", ")))
        amount = manifest.size if manifest else 0
        row = {"edition": name, "marks": marks, "projects": projects, "bytes": amount, "told": told}
        rows.append(row)
        said = ", ".join(f"{key} {word}" for key, word in told.items() if word)
        lines.append(f"{name}  {', '.join(marks) or '-':<18} {projects:4d} projects  {amount / 1e6:8.1f} MB  {said}")
    base = "The exhibit that was there first is shown." if not state.current else ""
    if wish is not None and not wish.edition:
        base += " It is gone back to between two visits, or at the next start."
    lines += [base.strip()] if base else []
    _print(wanted, {"shown": state.current, "waits": wish.edition if wish else None, "editions": rows}, lines)
    return ALL_WELL


# ------------------------------------------------------------------ what changes it


def _install(wanted: argparse.Namespace) -> int:
    from rich.console import Console
    from rich.progress import Progress

    from kiosk.receiving import deliver

    source: Path = wanted.source
    if not source.exists():
        raise BadCall(f"there is no {source}. Name an exhibit folder or a .kiosk file.")
    if not source.is_dir():
        pack_file(source)
    elif not (source / "content").is_dir():
        raise BadCall(f"the folder {source.resolve()} holds no exhibit. Name the folder that holds content/ and assets/.")
    settings = _settings(wanted)
    os.environ["QT_QPA_PLATFORM"], os.environ["QT_QUICK_BACKEND"] = "offscreen", "software"
    outcome: dict[str, Any] = {}
    with Progress(console=Console(stderr=True), disable=wanted.format == "json") as progress:
        tasks: dict[str, Any] = {}

        def tell(line: Any) -> None:
            outcome.update(line.get("outcome", {"reason": line.get("reason", "")}))
            if stage := line.get("stage"):
                if stage not in tasks:
                    tasks[stage] = progress.add_task(stage, total=1.0)
                progress.update(tasks[stage], completed=line["share"])

        verdict = deliver(settings, wanted.size, source.resolve(), again=True, tell=tell, by=source.name)
    said = {
        "waiting": f"The edition {outcome.get('edition')} is complete. It is shown between two visits, or at the next start.",
        "unchanged": "This is what is shown already.",
        "changed": f"{source} changed while it was read. Install it again when nobody is writing there.",
        "refused": f"Refused: {outcome.get('reason')}",
    }[verdict]
    lines = [f"{each['file']}:{each['line']}:{each['column']}  {each['what']} {each['remedy']}" for each in outcome.get("problems", ())]
    for name, words in (("left_out", "Left out because of errors"), ("kept_last_good", "Kept as they were")):
        if outcome.get(name):
            lines.append(f"{words}: {', '.join(outcome[name])}.")
    _print(wanted, {"verdict": verdict, **outcome}, [*lines, said])
    return HAS_PROBLEMS if verdict in ("refused", "changed") or outcome.get("left_out") else ALL_WELL


def _rollback(wanted: argparse.Namespace) -> int:
    from kiosk.editions.state import BASE, before
    from kiosk.editions.store import Store

    store = Store(editions_folder(_settings(wanted)))
    state = store.state()
    name = before(state) if wanted.edition is None else BASE if wanted.edition == "base" else wanted.edition
    if wanted.edition is None and not state.current:
        raise BadCall("no edition has arrived on this machine; what is shown was there first. There is nothing to go back from.")
    if name and not store.has(name):
        near = [each for each in store.names() if each.startswith(name)]
        if len(near) != 1:
            raise BadCall(f"there is no edition «{name}» on this machine. `kiosk editions` lists them.")
        name = near[0]
    store.ask(name, back=True)
    words = f"the edition {name}" if name else "the exhibit that was there first"
    _print(wanted, {"waits": name}, [f"Back to {words}: between two visits, or at the next start."])
    return ALL_WELL


# ------------------------------------------------------------------ packs


def _pack(wanted: argparse.Namespace) -> int:
    from datetime import date

    from rich.console import Console
    from rich.progress import Progress

    from kiosk.content.checking import check_exhibit, usable
    from kiosk.content.problems import Severity, shown, summed_up
    from kiosk.content.reading import read_exhibit
    from kiosk.editions.packing import write_pack
    from kiosk.media.probing import look

    root = wanted.exhibit.resolve()
    target = _target(wanted.out, root)
    reading = read_exhibit(root)
    problems = check_exhibit(reading, look, date.today())
    if reading.exhibit is None or not usable(reading.exhibit, problems).projects:
        raise BadCall(f"nothing in {root} can be shown, so it is not packed.\n{shown(problems)}")
    told = {key: word for key, word in (("by", wanted.by), ("when", wanted.when)) if word}
    with Progress(console=Console(stderr=True), disable=wanted.format == "json") as progress:
        task = progress.add_task("packing", total=1.0)
        hears: Callable[[int, int], None] = lambda done, total: progress.update(task, completed=done / max(1, total))  # noqa: E731
        try:
            files, amount = write_pack(root, target, told=told, key=wanted.key, progress=hears)
        except OSError as error:
            if error.filename != str(target):
                raise
            folder = target.absolute().parent
            raise BadCall(f"no pack can be written to {folder} ({error.strerror}). Make room there, or name another with --out.") from error
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    values = {"pack": str(target), "files": files, "bytes": amount, "signed": wanted.key is not None, "problems": len(problems)}
    lines = [shown(problems), f"{target}: {files} files, {amount / 1e6:.1f} MB. {summed_up(problems)}"]
    _print(wanted, values, [line for line in lines if line])
    return HAS_PROBLEMS if errors else ALL_WELL


def _target(out: Path | None, root: Path) -> Path:
    """The file that the pack of `root` is to be. Raises BadCall where none can be."""
    from kiosk.editions.pack_format import SUFFIX

    target = out or Path(f"{root.name}{SUFFIX}")
    if not target.name.lower().endswith(SUFFIX) or target.is_dir():
        raise BadCall(
            f"{target} is no file that ends in {SUFFIX}, and sticks and drop folders bring no other. "
            f"Name the file, as in --out {root.name}{SUFFIX}."
        )
    folder = target.absolute().parent
    if not folder.is_dir():
        raise BadCall(f"there is no folder {folder}. Make it first, or name another with --out.")
    return target


def _keys(wanted: argparse.Namespace) -> int:
    from kiosk.editions.signing import fingerprint, new_key_pair, public_key

    if wanted.act == "show":
        print(fingerprint(public_key(Path(wanted.name))))
        return ALL_WELL
    private, public = new_key_pair(wanted.out, wanted.name)
    print(f"{private}  Keep this one secret: who has it signs in your name. `kiosk pack --key {private}` signs with it.")
    print(f"{public}  Put this one on the kiosk and name it in its settings: editions: {{trusted_keys: [...]}}.")
    print(f"Fingerprint, to compare over the telephone: {fingerprint(public_key(public))}")
    return ALL_WELL
