"""The way out, for staff only. No Qt; times are seconds of one clock."""

from __future__ import annotations

from dataclasses import dataclass, replace

GESTURE = ("top-left", "top-right", "bottom-right", "bottom-left")
"""The four corners in turn: nobody does that by chance."""
GESTURE_SECONDS = 6.0
_FREE_TRIES = 3
_LONGEST_WAIT = 300.0


@dataclass(frozen=True, slots=True)
class Door:
    """What stands between a hand and the desktop."""

    pin: str
    """Empty: there is no way out by touch."""
    corners: tuple[tuple[str, float], ...] = ()
    asks: bool = False
    typed: str = ""
    wrong: int = 0
    closed_until: float = 0.0
    answer: str = ""
    """wrong or wait, or empty."""
    open: bool = False


def touch_corner(door: Door, corner: str, now: float) -> Door:
    """A finger came down in a corner, or (empty) anywhere else, which breaks the gesture."""
    if not door.pin or door.asks:
        return door
    if not corner:
        return replace(door, corners=())
    recent = tuple(each for each in door.corners if now - each[1] <= GESTURE_SECONDS)
    corners = (*recent, (corner, now))[-len(GESTURE) :]
    if tuple(name for name, _ in corners) == GESTURE:
        return replace(door, corners=(), asks=True, typed="", answer="")
    return replace(door, corners=corners)


def type_digit(door: Door, digit: str, now: float) -> Door:
    """One digit of the PIN. After three wrong PINs each further one costs a wait that doubles."""
    if not door.asks:
        return door
    if now < door.closed_until:
        return replace(door, typed="", answer="wait")
    typed = door.typed + digit
    if len(typed) < len(door.pin):
        return replace(door, typed=typed, answer="")
    if typed == door.pin:
        return replace(door, typed="", asks=False, open=True, wrong=0)
    wrong = door.wrong + 1
    wait = 0.0 if wrong < _FREE_TRIES else min(_LONGEST_WAIT, 10.0 * 2 ** (wrong - _FREE_TRIES))
    return replace(door, typed="", wrong=wrong, closed_until=now + wait, answer="wait" if wait else "wrong")


def erase(door: Door) -> Door:
    """Take the last digit back."""
    return replace(door, typed=door.typed[:-1])


def cancel(door: Door) -> Door:
    """Put the question away; wrong tries are remembered."""
    return replace(door, asks=False, typed="", answer="", corners=())
