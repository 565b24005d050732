"""Whether an edition that is new on the screen proves itself: frames keep coming, and panels open. No clock, no Qt.

It is on trial for half a minute. Whoever watches tells what happens, about once a second; a sleeping display draws no frames
and is not held against it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

SECONDS = 30.0
"""Of frames without a gap that prove it."""
LONGEST_GAP = 10.0
"""Seconds without a frame, on a display that is awake, after which it has failed."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An edition on trial. Times are seconds of a clock that never goes back."""

    edition: str
    panels: frozenset[tuple[str, str]]
    """Project and language of panels that have yet to open."""
    began: float
    framed: float
    """The last frame, or the last moment at which none was expected."""
    asleep: bool = False
    failure: str = ""
    """Why it failed, in words for staff."""

    @property
    def proved(self) -> bool:
        """Whether it has shown all that is asked."""
        return not self.failure and not self.panels and self.framed - self.began >= SECONDS


def frame_came(trial: Trial, now: float) -> Trial:
    """A frame was drawn."""
    return replace(trial, framed=max(now, trial.framed))


def panel_came(trial: Trial, project: str, language: str, *, whole: bool) -> Trial:
    """A panel opened, or (not whole) could not be read."""
    if not whole:
        return replace(trial, failure=trial.failure or f"the panel {project} cannot be opened in {language}")
    return replace(trial, panels=trial.panels - {(project, language)})


def time_passed(trial: Trial, now: float, *, asleep: bool) -> Trial:
    """Nothing but time."""
    if asleep or trial.asleep:
        waited = now - trial.framed
        return replace(trial, began=trial.began + waited, framed=now, asleep=asleep)
    if now - trial.framed > LONGEST_GAP and not trial.failure:
        return replace(trial, failure=f"no frame was drawn for {LONGEST_GAP:.0f} seconds")
    return trial
