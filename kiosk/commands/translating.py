"""The commands around translations: coverage, translations export, import and seen."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands.arguments import exhibit_root
from kiosk.errors import ALL_WELL, HAS_PROBLEMS, BadCall

if TYPE_CHECKING:
    from kiosk.content.model import Exhibit


def add_parsers(commands: Any) -> None:
    """Add them to the commands."""
    coverage = commands.add_parser("coverage", help="show how far the exhibit is translated")
    coverage.add_argument("exhibit", metavar="DIR", nargs="?", type=Path)
    coverage.add_argument("--html", metavar="FILE", type=Path, help="write the table as a page for a browser, too")
    coverage.add_argument("--format", choices=("text", "json"), default="text")
    coverage.set_defaults(command=_coverage)
    translations = commands.add_parser("translations", help="exchange words with translators as PO files, or mark them as looked at")
    acts = translations.add_subparsers(dest="act", metavar="ACT", required=True)
    export = acts.add_parser("export", help="write the words and their translations as a PO file")
    export.add_argument("language", metavar="LANG")
    export.add_argument("--out", metavar="FILE", type=Path, required=True)
    export.set_defaults(command=_export)
    take = acts.add_parser("import", help="take the translations of a PO file into the YAML files")
    take.add_argument("file", metavar="FILE", type=Path)
    take.set_defaults(command=_import)
    seen = acts.add_parser("seen", help="say that a language was looked at against the original as it is now")
    seen.add_argument("language", metavar="LANG")
    seen.add_argument("names", metavar="PROJECT", nargs="*", help="projects, «words» or «interface» (default all)")
    seen.set_defaults(command=_seen)
    for parser in (export, take, seen):
        parser.add_argument("--exhibit", metavar="DIR", type=Path)


def _exhibit(given: Path | None) -> Exhibit:
    from kiosk.content.reading import read_exhibit

    root = exhibit_root(given)
    exhibit = read_exhibit(root).exhibit
    if exhibit is None:
        raise BadCall(f"the exhibit in {root} cannot be read. `kiosk check` tells why.")
    return exhibit


def _coverage(wanted: argparse.Namespace) -> int:
    from kiosk.content.coverage import as_json, as_page, coverage, summed, told

    exhibit = _exhibit(wanted.exhibit)
    cells = coverage(exhibit)
    if wanted.html is not None:
        wanted.html.write_text(as_page(exhibit, cells), encoding="utf-8")
    if wanted.format == "json":
        print(json.dumps(as_json(cells), ensure_ascii=False, indent=1))
    else:
        from rich.console import Console
        from rich.table import Table

        languages = exhibit.file.languages[1:]
        table = Table("what", *languages)
        for unit in dict.fromkeys(each.unit for each in cells):
            table.add_row(unit, *(told(each) for each in cells if each.unit == unit))
        table.add_section()
        table.add_row("all", *(told(summed(cells, each)) for each in languages))
        Console(file=sys.stdout, width=None if sys.stdout.isatty() else 140).print(table)
    return HAS_PROBLEMS if any(each.missing or each.older for each in cells) else ALL_WELL


def _export(wanted: argparse.Namespace) -> int:
    from kiosk.language.exchange import export_po

    exhibit = _exhibit(wanted.exhibit)
    _known(exhibit, wanted.language)
    wanted.out.write_bytes(export_po(exhibit, wanted.language))
    print(wanted.out)
    return ALL_WELL


def _import(wanted: argparse.Namespace) -> int:
    from kiosk.language.exchange import import_po

    result = import_po(_exhibit(wanted.exhibit), wanted.file.read_bytes())
    for line in (*result.files, *(f"Left: {each}" for each in result.left)):
        print(line)
    print(f"{result.changed} pieces changed, {result.confirmed} confirmed, {len(result.left)} left.")
    return HAS_PROBLEMS if result.left else ALL_WELL


def _seen(wanted: argparse.Namespace) -> int:
    from kiosk.content.pieces import marks_for, units
    from kiosk.content.yaml_edits import marked, write_text

    exhibit = _exhibit(wanted.exhibit)
    _known(exhibit, wanted.language)
    known = {unit.name: unit for unit in units(exhibit)}
    for name in wanted.names:
        if name not in known:
            from kiosk.content.problems import did_you_mean

            raise BadCall(f"there is no project «{name}». {did_you_mean(name, known)}")
    for name in wanted.names or known:
        unit = known[name]
        if wanted.language in unit.words:
            file = exhibit.root / unit.file(wanted.language)
            text = file.read_text(encoding="utf-8")
            now = marked(text, marks_for(unit, wanted.language, exhibit.file.languages[0]))
            if now != text:
                write_text(file, now)
                print(unit.file(wanted.language))
    return ALL_WELL


def _known(exhibit: Exhibit, language: str) -> None:
    others = exhibit.file.languages[1:]
    if language not in others:
        raise BadCall(f"the exhibit is not translated into «{language}», but into {', '.join(others) or 'no other language'}.")
