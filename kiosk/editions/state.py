"""Which edition a machine shows, which came before, and which one waits: a value, and what can happen to it. No file work.

    (base) --activated--> current, on trial --proved--> current, good
                              | failed, or two starts without proof
                              v
                          the good one before it

An empty name stands for the base: the exhibit folder of the settings, or the exhibit that ships with the program.
Nothing here knows the time of day; order is the order in which things happened.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

BASE = ""
MOST_STARTS = 2
"""Starts that an edition on trial may take to prove itself; a power cut in the first minute is no fault of the content."""


@dataclass(frozen=True, slots=True)
class State:
    """What a store knows of its editions, beside the editions themselves."""

    current: str = BASE
    proven: bool = True
    starts: int = 0
    """Starts of an edition that is still on trial."""
    good: tuple[str, ...] = ()
    """Editions that proved themselves, the latest first; `current` too once it has."""
    declined: tuple[str, ...] = ()
    """Editions that failed, or that staff went back from: no folder brings them back by itself."""
    taken: int = 0
    """Number of the wish that was last fulfilled (`Waiting.number`)."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The edition that is to be shown next; numbered, so that a wish is fulfilled once."""

    edition: str
    number: int
    back: bool = False
    """Staff go back to it: the one it takes the place of is declined."""


def activated(state: State, wish: Waiting) -> State:
    """Another edition is shown from now on; it is on trial unless it has proved itself before."""
    known = wish.edition == BASE or wish.edition in state.good
    declined = tuple(each for each in state.declined if each != wish.edition)
    if wish.back and state.current != wish.edition:
        declined = _first(state.current, declined)
    good = _first(wish.edition, state.good) if known and wish.edition else state.good
    return replace(state, current=wish.edition, proven=known, starts=0, good=good, declined=declined, taken=wish.number)


def started(state: State) -> State:
    """The exhibit begins. An edition on trial that has had its starts is gone back from."""
    if state.proven:
        return state
    return failed(state) if state.starts >= MOST_STARTS else replace(state, starts=state.starts + 1)


def proved(state: State) -> State:
    """The edition on trial showed that it runs."""
    return replace(state, proven=True, starts=0, good=_first(state.current, state.good)) if state.current else replace(state, proven=True)


def failed(state: State) -> State:
    """The current edition cannot be shown: back to the last good one, or the base."""
    declined = _first(state.current, state.declined) if state.current else state.declined
    good = tuple(each for each in state.good if each != state.current)
    return replace(state, current=good[0] if good else BASE, proven=True, starts=0, good=good, declined=declined)


def before(state: State) -> str:
    """Where staff go back to: the good edition before the current one, or the base."""
    return next((each for each in state.good if each != state.current), BASE)


def _first(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return (name, *(each for each in names if each != name)) if name else names
