"""Values of a YAML file exchanged or added; no other byte changes, so that comments, order and blank lines stay as they are.

A library that writes YAML back would wrap and quote anew what its owner wrote by hand. The places come from the parser.
"""

from __future__ import annotations

import json
import os
import re
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.content.yaml_files import node_of

Keys = tuple[str, ...]
Text = str | Mapping[str, str]
_MARKS = re.compile(r"\n*# Which words of the original[^\n]*\ntranslated_from:.*\Z", re.DOTALL)
_HEAD = "# Which words of the original these were translated from; `kiosk translations seen` writes this."
_ACROSS = 120


def edited(text: str, changes: Mapping[Keys, Text]) -> str:
    """`text` with these values, by the keys that lead to them. Raises ValueError where the text is no mapping."""
    for keys, value in changes.items():
        text = _with(text, keys, value)
    return text


def _with(text: str, keys: Keys, value: Text) -> str:
    root: Any = node_of(text)
    if root is None:
        return text.rstrip("\n") + ("\n" if text.strip() else "") + _lines(keys, value, 0) + "\n"
    node, depth = root, 0
    while depth < len(keys) and (found := _child(node, keys[depth])) is not None:
        node, depth = found, depth + 1
        if node.id != "mapping":
            break
    if depth == len(keys):
        return _replaced(text, node, value)
    if node.id != "mapping":
        raise ValueError(f"«{'.'.join(keys[:depth])}» holds a text where names with values belong")
    return _inserted(text, node, keys[depth:], value)


def _child(node: Any, key: str) -> Any:
    return next((value for name, value in node.value if getattr(name, "value", None) == key), None) if node.id == "mapping" else None


def _replaced(text: str, node: Any, value: Text) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    passage = text[start:end]
    end -= len(passage) - len(passage.rstrip())
    return text[:start] + _quoted(value) + text[end:]


def _inserted(text: str, mapping: Any, keys: Keys, value: Text) -> str:
    if mapping.flow_style:
        close = mapping.end_mark.index - 1
        comma = ", " if mapping.value else ""
        end = len(text[:close].rstrip())
        return text[:end] + comma + _in_line(keys, value) + text[close:]
    column = mapping.start_mark.column
    end = len(text[: _last_end(mapping)].rstrip())
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    return text[:line_end] + "\n" + _lines(keys, value, column) + text[line_end:]


def _last_end(node: Any) -> int:
    while node.id != "scalar" and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return int(node.end_mark.index)


def _lines(keys: Keys, value: Text, column: int) -> str:
    lines = [" " * (column + 2 * depth) + f"{_name(key)}:" for depth, key in enumerate(keys)]
    return "\n".join(lines) + " " + _quoted(value)


def _in_line(keys: Keys, value: Text) -> str:
    return f"{_name(keys[0])}: " + (_quoted(value) if len(keys) == 1 else "{" + _in_line(keys[1:], value) + "}")


def _name(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z][\w.-]*", key) else _quoted(key)


def _quoted(value: Text) -> str:
    """A value in double quotes, in which every text can be written; a few signs would be read as the end of a line."""
    if not isinstance(value, str):
        return "{" + ", ".join(f"{_name(key)}: {_quoted(text)}" for key, text in value.items()) + "}"
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def marked(text: str, marks: Mapping[str, str]) -> str:
    """`text` with these marks at its end: by key, the fingerprint of the original."""
    rest = _MARKS.sub("", text).rstrip("\n")
    if not marks:
        return rest + "\n"
    inside = ", ".join(f"{_name(key)}: {mark}" for key, mark in marks.items())
    wrapped = textwrap.wrap(
        f"translated_from: {{{inside}}}", _ACROSS, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
    return "\n".join((rest, "", _HEAD, *wrapped)) + "\n"


def write_text(file: Path, text: str) -> None:
    """Exchange a file of the exhibit; whoever looks sees the old one or the new one. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    with open(part, "w", encoding="utf-8", newline="") as written:
        written.write(text)
        written.flush()
        os.fsync(written.fileno())
    os.replace(part, file)
