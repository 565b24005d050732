"""One YAML file as plain values with the place of each: the only module that parses YAML. Nothing in a file is executed.

Values are strings, lists and dicts; their types come from the model (YAML would read 12:30 as 750 and no as false).
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from kiosk.content.problems import Problem
from kiosk.content.yaml_mistakes import parse_problem

LARGEST_FILE = 1_000_000
"""Bytes; the largest words file of sixty pages is about 10 kB."""
_MOST_VALUES = 60_000
_DEEPEST = 40
_ODD = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = "tag:yaml.org,2002:str"
_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "null", "bool", "int", "float", "timestamp", "merge", "value")}

Value = str | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]


@dataclass(slots=True)
class YamlFile:
    """What stands in one file. `values` is None where nothing could be read; `problems` then says why."""

    name: str
    values: Value | None = None
    problems: list[Problem] = field(default_factory=list)
    raw: bytes = b""
    """The file as it was read; the places of its values are looked up in it when they are asked for."""
    _places: dict[Place, tuple[int, int]] | None = field(default=None, compare=False, repr=False)

    @property
    def places(self) -> dict[Place, tuple[int, int]]:
        """Line and column, from 1, of each value, by its path of keys and indexes."""
        if self._places is None:
            self._places = {}
            if self.raw and self.values is not None:
                _with_places(_node(self.raw.decode("utf-8-sig")), (), YamlFile(self.name, _places=self._places), iter(range(_MOST_VALUES)))
        return self._places

    def place(self, path: Place) -> tuple[int, int]:
        """Where a value stands, or the nearest one above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def problem(self, path: Place, what: str, remedy: str, **more: str) -> Problem:
        """A problem at the place of a value."""
        line, column = self.place(path)
        return Problem(self.name, line, column, what, remedy, **more)  # type: ignore[arg-type]


class _TooDeepError(yaml.YAMLError):
    """Values stand inside values beyond all reason."""

    def __init__(self, line: int) -> None:
        self.line = line


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Counts how deep it is: the parser recurses without a limit of its own, and the process would end with it. Types are
    not guessed, they come from the model."""

    _depth = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: object) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _TooDeepError(current_node.start_mark.line + 1 if current_node is not None else 1)

    def ascend_resolver(self) -> None:
        self._depth -= 1

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        return _PLAIN


def _node(text: str) -> yaml.Node | None:
    """The file as nodes; raises yaml.YAMLError."""
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def read_yaml(path: Path, root: Path, folders: dict[str, bool] | None = None) -> YamlFile:
    """Read one file of the exhibit in `root`. Never raises for what the file holds. `folders` remembers, for as long as its
    owner keeps it, which folders lie inside the exhibit."""
    file = YamlFile(path.relative_to(root).as_posix())
    text = _text(path, root, file, {} if folders is None else folders)
    if text is None:
        return file
    try:
        node = _node(text)
    except _TooDeepError as error:
        return _refused(file, "Brackets or lists are nested too deeply.", "Write it flat.", "too-deep", error.line)
    except yaml.YAMLError as error:
        file.problems.append(parse_problem(file.name, text, error))
        return file
    if node is None:
        return _refused(file, "The file is empty.", "Fill it in, or delete it.", "empty-file")
    try:
        file.values = _values(node, 0, iter(range(_MOST_VALUES)))
        if file.values is None:
            file._places = {}
            file.values = _with_places(node, (), file, iter(range(_MOST_VALUES)))
    except StopIteration:
        file.values, file.problems = None, []
        return _refused(file, "Anchors (&, *) unfold to far too many values.", "Write the values out instead.", "alias-bomb")
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
        try:
            real = os.path.realpath(path, strict=True)
        except OSError as error:
            if error.errno == errno.ELOOP:
                return False
            real = os.path.realpath(path)  # something is missing: where it would lie
        top = os.path.realpath(root)
    except (OSError, ValueError):
        return False
    return real == top or real.startswith(os.path.join(top, ""))


def _refused(file: YamlFile, what: str, remedy: str, code: str, line: int = 1, column: int = 1) -> YamlFile:
    file.problems.append(Problem(file.name, line, column, what, remedy, code=code))
    return file


def _text(path: Path, root: Path, file: YamlFile, folders: dict[str, bool]) -> str | None:
    def refuse(what: str, remedy: str, code: str, line: int = 1, column: int = 1) -> None:
        _refused(file, what, remedy, code, line, column)

    folder = os.path.dirname(path)
    if folder not in folders:
        folders[folder] = lies_inside(path.parent, root)
    try:
        inside = folders[folder] and (not path.is_symlink() or lies_inside(path, root))
        if not inside:
            refuse("The file lies outside the exhibit folder.", "Copy it into the folder instead of linking to it.", "outside")
            return None
        raw = read_plain(path, LARGEST_FILE + 1)
    except FileNotFoundError:
        refuse("The file is missing.", "Write it, or put it back.", "missing-file")
        return None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        refuse(f"The file cannot be read ({reason}).", "Check the name and the rights of the file.", "unreadable")
        return None
    if raw is None:
        refuse("The file is missing.", "Write it, or put it back.", "missing-file")
        return None
    if len(raw) > LARGEST_FILE:
        refuse(f"The file is larger than {LARGEST_FILE // 1000} kB.", "Content files are text; pictures belong into assets/.", "too-large")
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
    odd = _ODD.search(text)
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
    file.raw = raw
    return text


def read_plain(path: Path, most: int) -> bytes | None:
    """At most so many bytes of a file; None where it is a folder, a pipe or a device, which is never waited for. Raises
    OSError where it is not there or may not be read."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
    if not stat.S_ISREG(os.stat(path).st_mode):
        return None
    opened = os.open(path, flags)
    with open(opened, "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            return None
        pieces = []
        while most > 0 and (piece := file.read(min(most, LARGEST_FILE))):
            pieces.append(piece)
            most -= len(piece)
        return b"".join(pieces)


def _values(node: yaml.Node, depth: int, budget: Iterator[int]) -> Value | None:
    """The values of a file in which nothing is odd; None where something is, and must be told with its place. Raises
    StopIteration where there are too many."""
    if depth > _DEEPEST:
        raise StopIteration
    next(budget)
    if node.tag not in _PLAIN_TAGS:
        return None
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        entries = [_values(each, depth + 1, budget) for each in node.value]
        return None if None in entries else entries  # type: ignore[return-value]
    values: dict[str, Value] = {}
    for key, value_node in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value in values:
            return None
        value = _values(value_node, depth + 1, budget)
        if value is None:
            return None
        values[key.value] = value
    return values


def _with_places(node: yaml.Node | None, path: Place, file: YamlFile, budget: Iterator[int]) -> Value:
    """As `_values`, but notes the place of each value in the file, and what is odd among its problems."""
    if node is None or file._places is None or len(path) > _DEEPEST:
        raise StopIteration
    next(budget)
    mark = node.start_mark
    file._places[path] = (mark.line + 1, mark.column + 1)
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
                line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
                if not isinstance(key_node, yaml.ScalarNode):
                    _refused(file, "A name must be one word.", "Write «name: value».", "syntax", line, column)
                    continue
                if key in values:
                    first = file.place(where)[0]
                    _refused(file, f"«{key}» is given twice, first in line {first}.", "Keep one of them.", "given-twice", line, column)
                    continue
                values[key] = _with_places(value_node, where, file, budget)
            return values
        case yaml.SequenceNode():
            return [_with_places(each, (*path, index), file, budget) for index, each in enumerate(node.value)]
        case _:
            return str(node.value)
