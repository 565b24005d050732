"""What a screen reader hears, a keyboard reaches and a finger hits, on every screen."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
FARIS = "syria-faris-soyuz-tm3"
LEAST_TARGET_MM = 20.0


def attract(stage) -> None:
    pass


def gallery(stage) -> None:
    stage.visit.begin(stage.language)


def panel(stage) -> None:
    gallery(stage)
    stage.visit.open(FARIS)


def evidence(stage) -> None:
    panel(stage)
    stage.visit.turn("evidence")


def sources(stage) -> None:
    panel(stage)
    stage.visit.turn("sources")


def related(stage) -> None:
    panel(stage)
    stage.settle()
    stage.visit.turnTo(stage.panel.pageCount - 1)


def help_open(stage) -> None:
    panel(stage)
    stage.visit.askForHelp(True)


def picture(stage) -> None:
    panel(stage)
    stage.settle()
    stage.visit.enlarge(stage.panel.picture_ids()[0])


def reach(stage) -> None:
    panel(stage)
    stage.visit.chooseReach(True)


SCREENS = [attract, gallery, panel, evidence, sources, related, help_open, picture, reach]
screens = pytest.mark.parametrize("screen", SCREENS, ids=[each.__name__ for each in SCREENS])
frames = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
both = pytest.mark.parametrize("language", ["en", "ar"])


@pytest.fixture
def at(open_stage):
    """Opens the exhibit and goes to a screen."""

    def go(screen, size=LANDSCAPE, language="en", **settings):
        stage = open_stage(size, **settings)
        stage.language = language
        screen(stage)
        stage.settle()
        return stage

    return go


@screens
@frames
@both
def test_everything_that_acts_has_a_name_a_place_of_its_own_and_20_mm(at, screen, size, language) -> None:
    """On the smallest glass with the full layout, where millimetres take the most pixels."""
    stage = at(screen, size, language, diagonal_inches=21.5)
    acting = in_front(stage)
    assert len(acting) >= 2
    for control in acting:
        assert control.name.strip(), f"a {control.role} without a name at {control.place}"
        least = stage.millimetres(min(control.place.width(), control.place.height()))
        assert least >= LEAST_TARGET_MM - 0.3, f"{control.name}: {least:.1f} mm"
    lying_on_plates = {stage.word("gallery.later"), stage.word("gallery.earlier")}
    side_by_side = [control for control in acting if control.name not in lying_on_plates]
    for one, other in combinations(side_by_side, 2):
        assert not one.place.adjusted(1, 1, -1, -1).intersects(other.place), f"«{one.name}» overlaps «{other.name}»"


@pytest.mark.parametrize("diagonal", [32.0, 55.0, 86.0])
def test_targets_keep_their_millimetres_on_larger_glass(at, diagonal) -> None:
    for size in (LANDSCAPE, PORTRAIT, (3840, 2160), (1280, 720)):
        stage = at(panel, size, diagonal_inches=diagonal)
        for control in in_front(stage):
            assert stage.millimetres(min(control.place.width(), control.place.height())) >= LEAST_TARGET_MM - 0.3, (size, control.name)


def in_front(stage) -> list:
    """What a finger can reach now: not what lies beneath a plate or is cut off at the edge of the gallery."""
    shown = stage.acting()
    if stage.visit.helpOpen:
        words = {stage.word(f"help.{each}") for each in ("largeText", "highContrast", "reducedMotion", "reach", "done")}
        return [control for control in shown if control.name in words]
    if stage.visit.picture:
        return [control for control in shown if control.name in _zooming(stage)]
    if stage.visit.screen == "gallery":
        legend = next(item for item in stage.items("Legend"))
        floor, width = legend.mapToScene(legend.boundingRect().topLeft()).y(), stage.size[0]
        above = [c for c in shown if c.place.bottom() <= floor + 1 or (c.place.top() >= floor - 1 and c.place.height() < 300)]
        return [c for c in above if c.place.left() >= -1 and c.place.right() <= width]
    return shown


def _zooming(stage) -> set[str]:
    return {stage.word(f"picture.{each}") for each in ("closer", "away", "whole", "close")}


@screens
@both
def test_the_keyboard_reaches_every_control_and_shows_where_it_is(at, screen, language) -> None:
    stage = at(screen, LANDSCAPE, language)
    reached = []
    for _ in range(60 + stage.exhibit.plates.rowCount()):
        stage.window.requestActivate()
        _key(stage, Qt.Key.Key_Tab)
        focused = [control for control in stage.controls() if control.focused and control.name]
        if not focused:
            continue
        name = focused[-1].name
        assert stage.items("FocusMark"), f"«{name}» has the focus and shows no mark"
        if name in reached and name == reached[0]:
            break
        reached.append(name)
    wanted = {control.name for control in stage.acting() if 0 <= control.centre.x() < stage.size[0]}
    if stage.visit.picture:
        wanted = {control.name for control in stage.acting() if control.name in _zooming(stage)}
    if stage.visit.helpOpen:
        wanted = {stage.word(f"help.{each}") for each in ("largeText", "highContrast", "reducedMotion", "reach", "done")}
    assert wanted - set(reached) == set()


def _key(stage, key) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClick(stage.window, key)
    QTest.qWait(1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_what_has_the_focus(at, key) -> None:
    stage = at(gallery)
    for _ in range(60):
        _key(stage, Qt.Key.Key_Tab)
        focused = [control for control in stage.controls() if control.focused and control.name]
        if focused and focused[-1].name.startswith("Muhammed Faris"):
            break
    stage.press(key)
    assert stage.visit.project == FARIS


def test_a_screen_reader_can_press_a_button(at) -> None:
    stage = at(panel)
    interface = _named(QAccessible.queryAccessibleInterface(stage.window), stage.word("panel.how"))
    interface.actionInterface().doAction(interface.actionInterface().actionNames()[0])
    stage.settle()
    assert stage.visit.face == "evidence"


def _named(interface, name):
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child.state().invisible:
            continue
        if child.text(QAccessible.Text.Name) == name:
            return child
        found = _named(child, name)
        if found is not None:
            return found
    return None


@both
def test_pictures_are_described_and_headings_are_headings(at, language) -> None:
    stage = at(panel, LANDSCAPE, language)
    heard = {(control.role, control.name) for control in stage.controls()}
    assert (QAccessible.Role.Graphic, stage.panel.pictureAlt) in heard
    assert (QAccessible.Role.Heading, stage.panel.title) in heard
    assert (QAccessible.Role.Paragraph, stage.panel.text) in heard


def test_the_chosen_language_says_that_it_is_chosen(at) -> None:
    stage = at(gallery, LANDSCAPE, "ar")
    chosen = {control.name for control in stage.controls() if control.role == QAccessible.Role.RadioButton and control.checked}
    assert "العربية" in chosen
    assert "English" not in chosen


def test_the_question_is_an_alert(at) -> None:
    stage = at(panel)
    stage.pass_silently(200)
    alerts = [control.name for control in stage.controls() if control.role == QAccessible.Role.AlertMessage]
    assert alerts == [f"{stage.word('stillthere.question')} {stage.word('stillthere.continue')}"]


def test_any_key_answers_the_question(at) -> None:
    stage = at(panel)
    stage.pass_silently(200)
    stage.press(Qt.Key.Key_A)
    assert (stage.visit.stillThere, stage.visit.screen) == (False, "panel")


def test_no_text_is_smaller_than_the_least_that_can_be_read(at) -> None:
    """A capital of the smallest text is at least 2.5 mm high at 32 inches, and in large text 4.8 mm (Section 508, 402.4)."""
    from PySide6.QtGui import QFontMetricsF

    for large, least in ((False, 2.5), (True, 4.8)):
        stage = at(panel)
        stage.visit.chooseLargeText(large)
        stage.settle()
        for item in stage.items("Words"):
            if str(item.property("text")).strip():
                height = stage.millimetres(QFontMetricsF(item.property("font")).capHeight())
                assert height >= least - 0.05, (item.property("text"), round(height, 2))
