"""The only way a visit changes: `step(visit, event, now) -> Visit`. Pure; a whole afternoon runs in microseconds."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kiosk.visit.states import (
    AskedForHelp,
    Attract,
    Began,
    Calm,
    ChoseLanguage,
    ChoseSight,
    ContentCame,
    ContentLost,
    Deed,
    Enlarged,
    Event,
    Face,
    Filtered,
    Gallery,
    MediaEnded,
    MediaStarted,
    Opened,
    Panel,
    Rules,
    Scrolled,
    ShowsWords,
    Slept,
    StillThere,
    TimePassed,
    Touched,
    Turned,
    TurnedPage,
    Visit,
    WentHome,
    WentToGallery,
    Woke,
)
from kiosk.visit.timing import WAKING, asks_at, ends_at


def beginning(rules: Rules, now: float, *, asleep: bool = False) -> Visit:
    """The visit that every visitor finds: attract, the first language, the machine's own sight."""
    return Visit(
        rules,
        Attract(),
        rules.first_language,
        rules.sight,
        now=now,
        touched_at=now,
        acted_at=now,
        asleep=asleep,
    )


def step(visit: Visit, event: Event, now: float) -> Visit:
    """What the visit is after `event` at `now` (seconds of one clock; an earlier time counts as the latest known)."""
    now = max(now, visit.now)
    visit = replace(visit, now=now)
    match event:
        case TimePassed():
            return _time_passed(visit)
        case ShowsWords(count):
            return replace(visit, words_on_screen=max(0, count))
        case Slept():
            return beginning(visit.rules, now, asleep=True) if not isinstance(visit.screen, Calm) else visit
        case Woke():
            return replace(visit, asleep=False, woke_at=now) if visit.asleep else visit
        case ContentLost(code):
            return replace(beginning(visit.rules, now, asleep=visit.asleep), screen=Calm(code))
        case ContentCame():
            return _with_content(visit, event)
        case _:
            return _deed(visit, event)


def _with_content(visit: Visit, came: ContentCame) -> Visit:
    """Who is visiting stays where they are as far as it is still there."""
    screen = visit.screen
    if isinstance(screen, Attract | Calm):
        return beginning(came.rules, visit.now, asleep=visit.asleep)
    category = visit.gallery.category if visit.gallery.category in came.categories else ""
    gallery = replace(visit.gallery, category=category)
    language = visit.language if visit.language in came.rules.languages else came.rules.first_language
    visit = replace(visit, rules=came.rules, gallery=gallery, language=language)
    under = screen.under if isinstance(screen, StillThere) else screen
    if isinstance(under, Gallery) or under.project not in came.projects:
        under = gallery
    return replace(visit, screen=replace(screen, under=under) if isinstance(screen, StillThere) else under)


def _time_passed(visit: Visit) -> Visit:
    ask, end = asks_at(visit), ends_at(visit)
    if ask is not None and visit.now >= ask:
        assert isinstance(visit.screen, Gallery | Panel)
        return replace(visit, screen=StillThere(visit.screen, visit.now), help_open=False)
    if end is not None and visit.now >= end:
        return beginning(visit.rules, visit.now, asleep=visit.asleep)
    return visit


def _deed(visit: Visit, deed: Deed) -> Visit:
    if visit.asleep or visit.now < visit.woke_at + WAKING or isinstance(visit.screen, Calm):
        return visit
    if isinstance(visit.screen, StillThere):
        # The touch that answers does nothing else; what played on meanwhile does not answer.
        if isinstance(deed, MediaStarted | MediaEnded | Scrolled):
            return visit
        return replace(visit, screen=visit.screen.under, touched_at=visit.now, acted_at=visit.now)
    after = _act(visit, deed)
    acted_at = visit.acted_at if after == visit else visit.now
    return replace(after, touched_at=visit.now, acted_at=acted_at)


def _act(visit: Visit, deed: Deed) -> Visit:
    screen = visit.screen
    match deed:
        case Touched():
            return visit
        case Began(language) if isinstance(screen, Attract):
            return _show(replace(visit, language=_known(visit, language)), Gallery())
        case WentHome():
            return beginning(visit.rules, visit.now)
        case _ if isinstance(screen, Attract):
            return visit  # a late touch on a screen that has just gone: only an invitation leads out of attract
        case ChoseLanguage(language):
            return replace(visit, language=_known(visit, language))
        case ChoseSight(sight):
            return replace(visit, sight=sight)
        case AskedForHelp(wanted):
            return replace(visit, help_open=wanted)
        case MediaStarted(seconds):
            return replace(visit, media_until=visit.now + max(0.0, seconds))
        case MediaEnded():
            return replace(visit, media_until=0.0)
        case Filtered(category) if isinstance(screen, Gallery):
            return _show(visit, Gallery(category))
        case Scrolled(place) if isinstance(screen, Gallery):
            return _show(visit, replace(screen, place=max(0.0, place)))
        case Opened(project) if isinstance(screen, Gallery | Panel):
            return _show(visit, Panel(project))
        case WentToGallery() if isinstance(screen, Panel | Gallery):
            return _show(visit, visit.gallery)
        case TurnedPage(page) if isinstance(screen, Panel):
            page = max(0, page)
            return replace(visit, screen=replace(screen, page=page) if screen.face is Face.STORY else replace(screen, leaf=page))
        case Turned(face) if isinstance(screen, Panel):
            return replace(visit, screen=replace(screen, face=face, leaf=0, picture=""))
        case Enlarged(picture) if isinstance(screen, Panel):
            return replace(visit, screen=replace(screen, picture=picture))
        case Began() | Filtered() | Scrolled() | Opened() | WentToGallery() | TurnedPage() | Turned() | Enlarged():
            return visit  # a late touch on a screen that has just gone
        case _:
            assert_never(deed)


def _show(visit: Visit, screen: Gallery | Panel) -> Visit:
    gallery = screen if isinstance(screen, Gallery) else visit.gallery
    return replace(visit, screen=screen, gallery=gallery, help_open=False, media_until=0.0)


def _known(visit: Visit, language: str) -> str:
    return language if language in visit.rules.languages else visit.language
