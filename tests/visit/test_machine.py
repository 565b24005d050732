"""A visit, by table and by property: whatever happens, silence leads back to attract with everything reset."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.machine import beginning, step
from kiosk.visit.states import (
    AskedForHelp,
    Attract,
    Began,
    Calm,
    ChoseLanguage,
    ChoseSight,
    ContentCame,
    ContentLost,
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
    Sight,
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
from kiosk.visit.timing import allowed_silence, asks_at, ends_at, next_due, seconds_left

RULES = Rules(("en", "ar", "ru"), "en")
BEGAN = (Began("ar"),)
IN_PANEL = (Began("ar"), Opened("mir"))


CAME = ContentCame(RULES, frozenset({"mir", "rtt"}), frozenset({"people", "sites"}))


def visit_after(*events: Event, at: float = 10.0) -> Visit:
    """A visit through `events`, half a second apart."""
    visit = beginning(RULES, 0.0)
    for index, event in enumerate(events):
        visit = step(visit, event, at + index / 2)
    return visit


@pytest.mark.parametrize(
    ("before", "event", "screen"),
    [
        pytest.param((), Began("ar"), Gallery(), id="an invitation opens the gallery"),
        pytest.param((), Opened("mir"), Attract(), id="a late touch on a plate does nothing in attract"),
        pytest.param((), Touched(), Attract(), id="a bare touch is no invitation"),
        pytest.param(BEGAN, Filtered("people"), Gallery("people"), id="a filter shows one category from its start"),
        pytest.param(BEGAN, Scrolled(2.5), Gallery("", 2.5), id="the gallery remembers its place"),
        pytest.param(BEGAN, Scrolled(-1), Gallery("", 0.0), id="no place lies before the start"),
        pytest.param(BEGAN, Opened("mir"), Panel("mir"), id="a plate opens its panel"),
        pytest.param((*BEGAN, Scrolled(3), Opened("mir")), WentToGallery(), Gallery("", 3), id="back to the same place"),
        pytest.param((*BEGAN, Filtered("sites"), Opened("mir")), WentToGallery(), Gallery("sites"), id="back to the filter"),
        pytest.param(IN_PANEL, TurnedPage(2), Panel("mir", 2), id="a page is turned"),
        pytest.param(IN_PANEL, TurnedPage(-2), Panel("mir", 0), id="no page lies before the first"),
        pytest.param(IN_PANEL, Turned(Face.EVIDENCE), Panel("mir", face=Face.EVIDENCE), id="the panel shows its evidence"),
        pytest.param(
            (*IN_PANEL, TurnedPage(1), Turned(Face.EVIDENCE), TurnedPage(2)),
            Turned(Face.STORY),
            Panel("mir", 1),
            id="back from the evidence the story stands where it was",
        ),
        pytest.param(IN_PANEL, Enlarged("hero"), Panel("mir", picture="hero"), id="a picture fills the screen"),
        pytest.param((*IN_PANEL, TurnedPage(2)), Opened("rtt"), Panel("rtt"), id="a related project starts at its first page"),
        pytest.param(IN_PANEL, WentHome(), Attract(), id="home ends the visit"),
        pytest.param(IN_PANEL, ContentLost("K-20"), Calm("K-20"), id="lost content shows the calm page"),
        pytest.param((ContentLost("K-20"),), Touched(), Calm("K-20"), id="a touch does not leave the calm page"),
        pytest.param((ContentLost("K-20"),), CAME, Attract(), id="content that comes back starts attract"),
        pytest.param((), CAME, Attract(), id="other content leaves attract as it is"),
        pytest.param((*IN_PANEL, TurnedPage(2)), CAME, Panel("mir", 2), id="other content leaves a visitor where they are"),
        pytest.param((*BEGAN, Opened("gone")), CAME, Gallery(), id="who reads a project that is gone comes to the gallery"),
        pytest.param((*BEGAN, Filtered("gone")), CAME, Gallery(), id="a category that is gone shows all"),
        pytest.param((*BEGAN, Scrolled(2.5)), CAME, Gallery("", 2.5), id="the gallery keeps its place under other content"),
        pytest.param(IN_PANEL, Slept(), Attract(), id="a display that goes dark ends the visit"),
    ],
)
def test_each_event_leads_to_its_screen(before: tuple[Event, ...], event: Event, screen: object) -> None:
    assert visit_after(*before, event).screen == screen


def test_an_invitation_starts_in_its_own_language() -> None:
    assert visit_after(Began("ru")).language == "ru"


def test_a_language_the_exhibit_does_not_speak_changes_nothing() -> None:
    assert visit_after(Began("ru"), ChoseLanguage("xx")).language == "ru"


def test_a_choice_of_language_keeps_the_place() -> None:
    visit = visit_after(*IN_PANEL, TurnedPage(1), ChoseLanguage("ru"))
    assert (visit.screen, visit.language) == (Panel("mir", 1), "ru")


def test_silence_asks_first_and_then_ends_the_visit() -> None:
    visit = visit_after(*IN_PANEL, ChoseSight(Sight(large_text=True)), AskedForHelp(True))
    asked = step(visit, TimePassed(), asks_at(visit) or 0)
    assert isinstance(asked.screen, StillThere)
    assert not asked.help_open
    assert seconds_left(asked, asked.now) == RULES.countdown
    almost = step(asked, TimePassed(), (ends_at(asked) or 0) - 0.1)
    assert isinstance(almost.screen, StillThere)
    assert seconds_left(almost, almost.now) == 1
    ended = step(almost, TimePassed(), ends_at(asked) or 0)
    assert ended == beginning(RULES, ended.now)


def test_any_touch_answers_the_question_and_does_nothing_else() -> None:
    visit = visit_after(*IN_PANEL)
    asked = step(visit, TimePassed(), asks_at(visit) or 0)
    assert step(asked, Opened("rtt"), asked.now + 5).screen == Panel("mir")
    assert step(asked, WentHome(), asked.now + 5).screen == Panel("mir")


def test_a_film_that_goes_on_does_not_answer_the_question() -> None:
    visit = visit_after(*IN_PANEL)
    asked = step(visit, TimePassed(), asks_at(visit) or 0)
    assert isinstance(step(asked, MediaEnded(), asked.now + 1).screen, StillThere)


def test_the_touch_that_wakes_the_display_does_nothing_else() -> None:
    asleep = visit_after(Slept())
    assert step(asleep, Began("ar"), 20.0).screen == Attract()
    woken = step(asleep, Woke(), 20.1)
    assert step(woken, Began("ar"), 20.3).screen == Attract()
    assert step(woken, Began("ar"), 21.0).screen == Gallery()


def test_more_words_allow_more_silence_up_to_the_longest() -> None:
    visit = visit_after(*IN_PANEL)
    silences = [allowed_silence(step(visit, ShowsWords(count), 20.0)) for count in (0, 60, 10_000)]
    assert silences == [60.0, 90.0, 180.0]


def test_media_holds_the_visit_no_longer_than_it_lasts() -> None:
    visit = visit_after(*IN_PANEL, MediaStarted(600))
    assert (asks_at(visit) or 0) == visit.media_until == visit.now + 600
    stopped = step(visit, MediaEnded(), visit.now + 1)
    assert (asks_at(stopped) or 0) < visit.media_until


def test_touches_that_change_nothing_do_not_hold_a_visit_for_ever() -> None:
    visit = visit_after(*BEGAN)
    for index in range(1, 2_000):
        visit = step(visit, Touched(), 10 + index * 12.864)
        visit = step(visit, TimePassed(), 10 + index * 12.864 + 1)
        if isinstance(visit.screen, StillThere):
            break
    assert isinstance(visit.screen, StillThere)


def test_a_clock_that_seems_to_run_backwards_counts_as_standing_still() -> None:
    visit = visit_after(*BEGAN)
    assert step(visit, Touched(), -1e6).touched_at == visit.now


WORDS = st.sampled_from(["", "en", "ar", "ru", "xx", "mir", "people", "K-20"])
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Touched),
    st.builds(Began, WORDS),
    st.builds(WentHome),
    st.builds(WentToGallery),
    st.builds(Filtered, WORDS),
    st.builds(Scrolled, st.floats(-10, 1e4)),
    st.builds(Opened, WORDS),
    st.builds(TurnedPage, st.integers(-5, 50)),
    st.builds(Turned, st.sampled_from(Face)),
    st.builds(Enlarged, WORDS),
    st.builds(ChoseLanguage, WORDS),
    st.builds(ChoseSight, st.builds(Sight, st.booleans(), st.booleans(), st.booleans(), st.booleans())),
    st.builds(AskedForHelp, st.booleans()),
    st.builds(MediaStarted, st.floats(0, 3_600)),
    st.builds(MediaEnded),
    st.builds(TimePassed),
    st.builds(ShowsWords, st.integers(-5, 5_000)),
    st.builds(Slept),
    st.builds(Woke),
    st.builds(ContentLost, WORDS),
    st.just(CAME),
)


@given(st.lists(st.tuples(EVENTS, st.floats(0, 1_000)), max_size=60))
def test_any_afternoon_ends_in_attract_with_everything_reset(afternoon: list[tuple[Event, float]]) -> None:
    visit, now = beginning(RULES, 0.0), 0.0
    for event, pause in afternoon:
        now += pause
        visit = step(visit, event, now)
        if (due := next_due(visit)) is not None:
            assert due <= now + 3_600 + RULES.idle_longest + RULES.countdown
    visit = step(step(visit, Woke(), now), CAME, now)
    for _ in range(2):
        if (due := next_due(visit)) is not None:
            now = max(now, due)
            visit = step(visit, TimePassed(), now)
    assert visit == replace(
        beginning(RULES, visit.now),
        touched_at=visit.touched_at,
        acted_at=visit.acted_at,
        woke_at=visit.woke_at,
        words_on_screen=visit.words_on_screen,
    )
    assert next_due(visit) is None


def test_content_that_no_longer_speaks_a_language_goes_on_in_the_first_one_it_speaks() -> None:
    visit = visit_after(Began("ru"), Opened("mir"))
    after = step(visit, ContentCame(replace(RULES, languages=("en", "ar")), frozenset({"mir"}), frozenset()), visit.now)
    assert (after.language, after.screen) == (RULES.first_language, Panel("mir"))


def test_the_question_stays_over_the_screen_when_content_changes_beneath_it() -> None:
    visit = visit_after(*BEGAN, Opened("mir"))
    asked = step(visit, TimePassed(), visit.now + 10_000)
    assert isinstance(asked.screen, StillThere)
    after = step(asked, ContentCame(RULES, frozenset(), frozenset()), asked.now)
    assert after.screen == replace(asked.screen, under=Gallery())
