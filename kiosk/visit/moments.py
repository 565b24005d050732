"""The order in which attract shows its moments: endless, varied, and the same for the same seed. No clock, no Qt."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """What attract needs to know of a project to place it among others."""

    project: str
    category: str
    nations: tuple[str, ...]


def likeness(one: Moment, other: Moment) -> int:
    """How much two moments look alike: 0 where nothing is shared, more for the same nation, most for the same kind."""
    shared = len(set(one.nations) & set(other.nations))
    return 2 * (one.category == other.category) + min(shared, 2)


def in_turn(moments: Sequence[Moment]) -> Iterator[Moment]:
    """All moments as somebody put them, in rounds without end. Yields nothing where there are no moments."""
    return itertools.cycle(moments)


def endless(moments: Sequence[Moment], seed: int = 0) -> Iterator[Moment]:
    """All moments in rounds, without end; neighbours differ as much as they can, also from one round to the next.

    Yields nothing where there are no moments.
    """
    chance = random.Random(seed)
    last: Moment | None = None
    while moments:
        left = list(moments)
        chance.shuffle(left)
        while left:
            before, waiting = last, Counter(each.category for each in left)
            nearest = min(
                left, key=lambda each: (each == before, likeness(each, before) if before else 0, -waiting[each.category])
            )  # a kind with many left comes sooner, lest they stand together at the end
            left.remove(nearest)
            last = nearest
            yield nearest
