"""What the YAML parser says of a file, in a curator's words: which line, what is wrong with it, what to type instead."""

from __future__ import annotations

import re

import yaml

from kiosk.content.problems import Problem

_SMART_QUOTES = "“”„‟«»‘’‚"


def parse_problem(name: str, text: str, error: yaml.YAMLError) -> Problem:
    """The one problem of a file that does not parse, at the place where the parser gave up or where the cause stands."""
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines() or [""]
    here = lines[min(line, len(lines)) - 1]
    near = [lines[index] for index in (line - 1, line - 2) if 0 <= index < len(lines)]
    said = str(getattr(error, "problem", None) or error)
    for offset, each in enumerate(near):
        if "\t" in each[: len(each) - len(each.lstrip())]:
            return Problem(
                name,
                line - offset,
                1,
                "A tab stands at the start of this line.",
                "Use spaces; your editor can insert them for the Tab key.",
                code="tab",
            )
        start = re.search(r"(?:^|[:\-]\s)\s*([" + _SMART_QUOTES + "])", each)
        if start and (offset == 0 or "expected" in said):
            return Problem(
                name,
                line - offset,
                start.start(1) + 1,
                f"The curly quote {start.group(1)} cannot open a value here.",
                'Begin and end the whole value with straight quotes (").',
                code="smart-quote",
            )
    if "expected a single document" in str(getattr(error, "context", "")):
        return Problem(
            name, line, column, "A line of three dashes begins a second document.", "Delete it: a file holds one.", code="two-documents"
        )
    if "undefined alias" in said or "anchor" in said:
        return Problem(
            name,
            line,
            column,
            "A word that begins with * or & is read as a sign of YAML.",
            "Put the value in straight quotes.",
            code="syntax",
        )
    if "mapping values are not allowed" in said:
        return Problem(
            name,
            line,
            column,
            "A colon inside this value is read as the start of another.",
            'Put the whole value in straight quotes (").',
            code="syntax",
        )
    if "could not find expected ':'" in said:
        return Problem(
            name,
            max(1, line - 1),
            1,
            "A name here is not followed by a colon.",
            "Write «name: value», or indent the line if it goes on from the one above.",
            code="syntax",
        )
    if "unexpected end of stream" in said or "quoted scalar" in said:
        return Problem(
            name, line, column, "A quote is opened but never closed.", "Close it with the same sign it began with.", code="syntax"
        )
    if "block mapping" in said or "block collection" in said or "block end" in said:
        return Problem(
            name,
            line,
            column,
            "This line does not fit the ones above it.",
            "Indent it by exactly as many spaces as its neighbours, and put quotes around values that contain quotes.",
            code="syntax",
        )
    quoted = f" «{here.strip()[:60]}»" if here.strip() else ""
    return Problem(
        name,
        line,
        column,
        f"YAML cannot read this{quoted}.",
        "Compare it with a file that works, or put the value in straight quotes.",
        code="syntax",
    )
