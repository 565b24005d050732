"""Blocks of a story as pages that fit: large text turns one block into several pages, cut between sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from kiosk.editions.edition import Block, Entry

_SENTENCE_END = re.compile(r"(?<=[.!?…؟۔»”])\s+")
LISTS = ("terms", "events")
"""Kinds of blocks that list entries instead of telling a text."""
_KEPT_TOGETHER = 2
"""A page does not end or begin with fewer lines than this of a sentence that was cut."""


@dataclass(frozen=True, slots=True)
class Type:
    """A face and the height of its lines in pixels."""

    font: QFont
    line_height: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the story as the screen shows it."""

    block: str
    kind: str
    heading: str
    text: str
    attribution: str
    picture: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryRoom:
    """What a listed entry takes beside its words, in pixels."""

    indent: float
    """The width of the year in front of an event."""
    arrow: float
    """The width of the sign behind an entry that leads on."""
    padding: float
    """Between two entries."""
    least: float
    """The height of an entry that can be touched."""


def line_count(text: str, font: QFont, width: float) -> int:
    """How many lines `text` takes in `font` over `width` pixels."""
    return len(_line_starts(text, font, width)) if text else 0


def paginate(blocks: tuple[Block, ...], room: QSizeF, body: Type, heading: Type, quote: Type, entry: EntryRoom) -> tuple[Page, ...]:
    """The pages of `blocks` in a room of pixels. A block that fits is one page; another is cut between its sentences, a
    sentence longer than a page between its lines, a list between its entries."""
    return tuple(
        page
        for block in blocks
        for page in (
            _lists(block, room, body, heading, entry)
            if block.kind in LISTS
            else _pages(block, room, quote if block.kind == "quote" else body, heading)
        )
    )


def leaves(heights: Sequence[float], room: float) -> tuple[tuple[int, int], ...]:
    """Which pieces of these heights share a page of `room`, as (first, behind the last)."""
    found, start, used = [], 0, 0.0
    for index, height in enumerate(heights):
        if index > start and used + height > room:
            found.append((start, index))
            start, used = index, 0.0
        used += height
    return (*found, (start, len(heights))) if heights else ()


def balanced(heights: Sequence[float], room: float) -> tuple[tuple[int, int], ...]:
    """As `leaves`, on as many pages, but filled alike, so that no entry stands alone on the last."""
    found = leaves(heights, room)
    low, high = max(heights, default=0.0), room
    for _ in range(12):
        middle = (low + high) / 2
        if len(leaves(heights, middle)) == len(found):
            high = middle
        else:
            low = middle
    return leaves(heights, high)


def _lists(block: Block, room: QSizeF, text: Type, heading: Type, entry: EntryRoom) -> Iterator[Page]:
    def height(each: Entry) -> float:
        width = room.width() - (entry.arrow if each.project else 0)
        if block.kind == "terms":
            lines = line_count(each.name, text.font, width) + line_count(each.text, text.font, width)
        else:
            lines = line_count(each.text, text.font, width - entry.indent)
        return max(entry.least if each.project else 0.0, entry.padding + lines * text.line_height)

    top = line_count(block.heading, heading.font, room.width()) * heading.line_height
    for start, end in balanced([height(each) for each in block.entries], room.height() - top):
        yield Page(block.id, block.kind, block.heading, "", "", block.picture, block.entries[start:end])


def _pages(block: Block, room: QSizeF, text: Type, heading: Type) -> Iterator[Page]:
    top = line_count(block.heading, heading.font, room.width()) * heading.line_height
    foot = text.line_height * 1.5 if block.attribution else 0.0
    lines = max(_KEPT_TOGETHER, int((room.height() - top - foot) / max(1.0, text.line_height)))
    for part in _parts(block.text, text.font, room.width(), lines):
        yield Page(block.id, block.kind, block.heading, part, block.attribution, block.picture)


def _parts(text: str, font: QFont, width: float, lines: int) -> Iterator[str]:
    page = ""
    for sentence in _SENTENCE_END.split(text.strip()):
        longer = f"{page} {sentence}".strip()
        if line_count(longer, font, width) <= lines:
            page = longer
            continue
        if page:
            yield page
        page = sentence
        while line_count(page, font, width) > lines:
            cut = _line_starts(page, font, width)[lines]
            yield page[:cut].rstrip()
            page = page[cut:].lstrip()
    if page:
        yield page


def _line_starts(text: str, font: QFont, width: float) -> list[int]:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    starts = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    return starts
