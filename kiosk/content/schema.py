"""JSON Schemas of the files of content, for editors that complete fields and underline mistakes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from kiosk.content.model import (
    Event,
    ExhibitFile,
    ExhibitWords,
    Identifier,
    InterfaceWords,
    Person,
    Place,
    ProjectFile,
    ProjectWords,
    Term,
    Vehicle,
)

FILES: dict[str, Any] = {
    "exhibit": ExhibitFile,
    "words": ExhibitWords,
    "interface": InterfaceWords,
    "project": ProjectFile,
    "project-words": ProjectWords,
    "people": dict[Identifier, Person],
    "vehicles": dict[Identifier, Vehicle],
    "places": dict[Identifier, Place],
    "glossary": dict[Identifier, Term],
    "timeline": dict[Identifier, Event],
}


def schema_of(shape: Any) -> dict[str, Any]:
    """The schema of one kind of file. Dates and times are texts for an editor, as they are for a curator."""
    schema = TypeAdapter(shape).json_schema(mode="validation")
    _soften(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _soften(node: Any) -> None:
    """Dates, quantities and times are written as text or number; the model parses them."""
    if isinstance(node, dict):
        if node.get("type") == "array" and "prefixItems" in node and node.get("maxItems") in (3, 4) and "description" not in node:
            node.clear()
            node["type"] = ["string", "number"]
        if node.get("exclusiveMinimum") == 0 and node.get("type") == "number":
            node["type"] = ["number", "string"]
        for value in node.values():
            _soften(value)
    elif isinstance(node, list):
        for value in node:
            _soften(value)


def write_schemas(root: Path) -> list[Path]:
    """Write all schemas to content/schema/ of an exhibit; returns the files."""
    folder = root / "content" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, shape in FILES.items():
        file = folder / f"{name}.schema.json"
        file.write_text(json.dumps(schema_of(shape), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        written.append(file)
    return written
