"""One YAML file as plain values with the place of each: the only module that parses YAML. Nothing in a file is executed.

Values are strings, lists and dicts; their types come from the model (YAML would read 12:30 as 750 and no as false).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from kiosk.content.problems import Problem

LARGEST_FILE = 1_000_000
"""Bytes; the largest words file of sixty pages is about 10 kB."""
_MOST_VALUES = 60_000
_DEEPEST = 40
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SMART_QUOTES = "“”„‟«»‘’‚"
_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "null", "bool", "int", "float", "timestamp", "merge", "value")}

Value = str | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]


@dataclass(slots=True)
class YamlFile:
    """What stands in one file. `values` is None where nothing could be read; `problems` then says why."""

    name: str
    values: Value | None = None
    places: dict[Place, tuple[int, int]] = field(default_factory=dict)
    """Line and column, from 1, of each value, by its path of keys and indexes."""
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Place) -> tuple[int, int]:
        """Where a value stands, or the nearest one above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def problem(self, path: Place, what: str, remedy: str, **more: str) -> Problem:
        """A problem at the place of a value."""
        line, column = self.place(path)
        return Problem(self.name, line, column, what, remedy, **more)  # type: ignore[arg-type]


def read_yaml(path: Path, root: Path) -> YamlFile:
    """Read one file of the exhibit in `root`. Never raises for what the file holds."""
    name = path.relative_to(root).as_posix()
    file = YamlFile(name)
    text = _text(path, root, file)
    if text is None:
        return file
    deep = _too_deep(text)
    if deep:
        file.problems.append(Problem(name, deep, 1, "Brackets or lists are nested too deeply.", "Write it flat.", code="too-deep"))
        return file
    loader = _LOADER(text)
    try:
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        file.problems.append(_parse_problem(name, text, error))
        return file
    except RecursionError:
        file.problems.append(Problem(name, 1, 1, "The file is nested too deeply.", "Write it flat.", code="too-deep"))
        return file
    finally:
        loader.dispose()
    if node is None:
        file.problems.append(Problem(name, 1, 1, "The file is empty.", "Fill it in, or delete it.", code="empty-file"))
        return file
    budget = iter(range(_MOST_VALUES))
    try:
        file.values = _plain(node, (), file, budget)
    except StopIteration:
        file.values = None
        file.problems = [
            Problem(name, 1, 1, "Anchors (&, *) unfold to far too many values.", "Write the values out instead.", code="alias-bomb")
        ]
    return file


def node_of(text: str) -> yaml.Node | None:
    """The root of a text that was read before without a problem, with the place of every value; None where it is empty.
    Raises ValueError where it cannot be read."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)  # whose marks count characters
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def lies_inside(path: Path, root: Path) -> bool:
    """Whether a path, its links followed, stays below `root`; a link that goes in circles does not."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def _text(path: Path, root: Path, file: YamlFile) -> str | None:
    def refuse(what: str, remedy: str, code: str, line: int = 1, column: int = 1) -> None:
        file.problems.append(Problem(file.name, line, column, what, remedy, code=code))

    try:
        if not lies_inside(path, root):
            refuse("The file lies outside the exhibit folder.", "Copy it into the folder instead of linking to it.", "outside")
            return None
        if not path.is_file():
            refuse("The file is missing.", "Write it, or put it back.", "missing-file")
            return None
        if path.stat().st_size > LARGEST_FILE:
            refuse(
                f"The file is larger than {LARGEST_FILE // 1000} kB.", "Content files are text; pictures belong into assets/.", "too-large"
            )
            return None
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        refuse(f"The file cannot be read ({reason}).", "Check the name and the rights of the file.", "unreadable")
        return None
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        refuse("The file is saved as UTF-16.", "Save it as UTF-8.", "not-utf-8")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        refuse("The file is not UTF-8 from here on.", "Save it as UTF-8 in your editor.", "not-utf-8", line, column)
        return None
    odd = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    if odd:
        line = text.count("\n", 0, odd.start()) + 1
        refuse(
            "An invisible control character stands here.",
            "Delete it and type the line again.",
            "control-character",
            line,
            odd.start() - (text.rfind("\n", 0, odd.start()) + 1) + 1,
        )
        return None
    return text


def _too_deep(text: str) -> int:
    """The line at which nesting passes all reason, or 0; what the parser would have to recurse into."""
    depth = 0
    for found in re.finditer(r"[\[{\]}]|(?:[-?:] ){" + str(_DEEPEST) + "}", text):
        token = found.group()
        depth += 1 if token in "[{" else -1 if token in "]}" else _DEEPEST + 1
        depth = max(0, depth)
        if depth > _DEEPEST:
            return text.count("\n", 0, found.start()) + 1
    return 0


def _parse_problem(name: str, text: str, error: yaml.YAMLError) -> Problem:
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


def _plain(node: yaml.Node, path: Place, file: YamlFile, budget: Iterator[int]) -> Value:
    if len(path) > _DEEPEST:
        raise StopIteration
    next(budget)
    mark = node.start_mark
    file.places[path] = (mark.line + 1, mark.column + 1)
    if node.tag not in _PLAIN_TAGS:
        file.problems.append(
            file.problem(
                path,
                f"«{node.tag}» is a command of YAML that content does not use.",
                "Delete the word with the exclamation mark.",
                code="tag",
            )
        )
    match node:
        case yaml.MappingNode():
            values: dict[str, Value] = {}
            for key_node, value_node in node.value:
                key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
                where = (*path, key)
                if not isinstance(key_node, yaml.ScalarNode):
                    line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
                    file.problems.append(
                        Problem(file.name, line, column, "A name must be one word.", "Write «name: value».", code="syntax")
                    )
                    continue
                if key in values:
                    line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
                    first = file.place(where)[0]
                    file.problems.append(
                        Problem(
                            file.name,
                            line,
                            column,
                            f"«{key}» is given twice, first in line {first}.",
                            "Keep one of them.",
                            code="given-twice",
                        )
                    )
                    continue
                values[key] = _plain(value_node, where, file, budget)
            return values
        case yaml.SequenceNode():
            return [_plain(each, (*path, index), file, budget) for index, each in enumerate(node.value)]
        case _:
            return str(node.value)
