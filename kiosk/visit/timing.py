"""When silence means that a visitor has left. Seconds of one clock; the wall clock plays no part.

Sources: shared norms for kiosks ask for 90-120 s of silence before a question, at least 20 s to answer it with one
simple touch (WCAG 2.2, 2.2.1), and time that grows with the text on screen.
"""

from __future__ import annotations

from kiosk.visit.states import Attract, Calm, Gallery, Panel, StillThere, Visit

WAKING = 0.6
"""After the display wakes, touches are ignored this long: the finger that woke it is still on the glass."""
IDLE_TOUCHES = 5.0
"""Touches that change nothing hold a visit for at most this many times the longest silence (a panel in the field
reported one by itself every 12.9 s and its kiosk never went idle)."""


def allowed_silence(visit: Visit) -> float:
    """How long this screen may stay untouched before the question: a base, and the time its words take to read."""
    rules = visit.rules
    reading = visit.words_on_screen / rules.words_per_minute * 60
    return min(max(rules.idle_longest, rules.idle_base), rules.idle_base + reading)


def asks_at(visit: Visit) -> float | None:
    """When «still there?» is due, or None where nobody is waited for. Held while media plays."""
    match visit.screen:
        case Gallery() | Panel():
            longest = max(visit.rules.idle_longest, visit.rules.idle_base) * IDLE_TOUCHES
            silent = min(visit.touched_at, visit.acted_at + longest)
            return max(silent + allowed_silence(visit), visit.media_until)
        case Attract() | StillThere() | Calm():
            return None


def ends_at(visit: Visit) -> float | None:
    """When an unanswered question ends the visit, or None where none is asked."""
    match visit.screen:
        case StillThere(asked_at=asked_at):
            return asked_at + visit.rules.countdown
        case Attract() | Gallery() | Panel() | Calm():
            return None


def next_due(visit: Visit) -> float | None:
    """The next time at which something happens by itself, or None: until then nothing needs to run."""
    return asks_at(visit) or ends_at(visit)


def seconds_left(visit: Visit, now: float) -> int:
    """Whole seconds left of the question, for the countdown; 0 where none is asked."""
    end = ends_at(visit)
    return 0 if end is None else max(0, -int(-(end - now) // 1))
