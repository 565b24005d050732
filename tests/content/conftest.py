"""What tests of content share: every problem code that the program can report."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

_PLACE = {"say": 3, "_say": 4, "refuse": 2, "_refused": 3, "Problem": 6}
"""At which argument of a call the code stands."""


def picture_codes(function: ast.FunctionDef) -> set[str]:
    """The codes that `picture_trouble` returns as the last of three."""
    returned = (node.value for node in ast.walk(function) if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple))
    return {each.elts[2].value for each in returned if isinstance(each.elts[2], ast.Constant)}


@pytest.fixture(scope="session")
def codes(repository: Path) -> set[str]:
    """Read from the source of kiosk/content."""
    found: set[str] = set()
    for file in (repository / "kiosk/content").glob("*.py"):
        source = file.read_text(encoding="utf-8")
        found |= set(re.findall(r'\("(missing-[a-z]+)", f"', source))
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef) and node.name == "picture_trouble":
                found |= picture_codes(node)
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            place = _PLACE.get(name)
            given += node.args[place : place + 1] if place is not None else []
            found |= {each.value for each in given if isinstance(each, ast.Constant)}
    return found
