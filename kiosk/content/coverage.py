"""The translation table: languages by projects, as text, as JSON and as one page of HTML."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from kiosk.content.model import Exhibit
from kiosk.content.pieces import Cell, cell, units

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Translations</title>
<style>
body {{ font: 15px/1.5 "IBM Plex Sans", system-ui, sans-serif; color: #0b1230; margin: 2em auto; max-width: 70em; padding: 0 1em }}
h1 {{ font-weight: 500 }}
table {{ border-collapse: collapse; width: 100% }}
th, td {{ text-align: start; padding: .35em .7em; border-bottom: 1px solid #ddd; vertical-align: top }}
td.whole {{ color: #1c7f7c }} td.older {{ background: #fbf1dc }} td.missing {{ background: #f7dfd9 }}
details {{ font-size: .9em }} summary {{ cursor: pointer }}
</style>
<h1>Translations of «{title}»</h1>
<p>{sum}</p>
<table><thead><tr><th>What</th><th>Title</th>{heads}</tr></thead><tbody>{rows}</tbody></table>
</html>
"""


def coverage(exhibit: Exhibit) -> list[Cell]:
    """How far every file of words is translated into every language but the first."""
    original, *others = exhibit.file.languages
    return [cell(unit, language, original) for unit in units(exhibit) for language in others]


def summed(cells: Sequence[Cell], language: str) -> Cell:
    """All cells of a language as one."""
    mine = [each for each in cells if each.language == language]
    missing = tuple(f"{each.unit}: {key}" for each in mine for key in each.missing)
    older = tuple(f"{each.unit}: {key}" for each in mine for key in each.older)
    return Cell("all", language, sum(each.wanted for each in mine), missing, older, sum(each.unmarked for each in mine))


def told(found: Cell) -> str:
    """One cell in words: «100 %», «93 %, 2 missing, 1 older»."""
    share = 100 * found.present // found.wanted if found.wanted else 100
    parts = [f"{share} %"]
    parts += [f"{len(found.missing)} missing"] if found.missing else []
    parts += [f"{len(found.older)} older"] if found.older else []
    parts += [f"{found.unmarked} unmarked"] if found.unmarked else []
    return ", ".join(parts)


def as_json(cells: Sequence[Cell]) -> list[dict[str, Any]]:
    """Plain values for another program."""
    names = ("unit", "language", "wanted", "present", "missing", "older", "unmarked")
    return [{name: getattr(each, name) for name in names} for each in cells]


def as_page(exhibit: Exhibit, cells: Sequence[Cell]) -> str:
    """The table as one page that opens in any browser and can be printed."""
    original, *others = exhibit.file.languages
    rows = []
    for name in dict.fromkeys(each.unit for each in cells):
        project = exhibit.projects.get(name)
        title = project.words[original].title if project and original in project.words else ""
        mine = {each.language: each for each in cells if each.unit == name}
        rows.append(
            f"<tr><th>{html.escape(name)}</th><td>{html.escape(title)}</td>" + "".join(_cell(mine[each]) for each in others) + "</tr>"
        )
    return _PAGE.format(
        title=html.escape(exhibit.words[original].title if original in exhibit.words else ""),
        sum=html.escape(" · ".join(f"{each}: {told(summed(cells, each))}" for each in others)),
        heads="".join(f"<th>{html.escape(each)}</th>" for each in others),
        rows="".join(rows),
    )


def _cell(found: Cell) -> str:
    tone = "missing" if found.missing else "older" if found.older else "whole"
    keys = [f"missing: {key}" for key in found.missing] + [f"older: {key}" for key in found.older]
    listed = "".join(f"<br>{html.escape(key)}" for key in keys)
    more = f"<details><summary>{html.escape(told(found))}</summary>{listed.removeprefix('<br>')}</details>" if keys else told(found)
    return f'<td class="{tone}">{more}</td>'
