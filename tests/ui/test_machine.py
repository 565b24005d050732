"""The machine on the floor: the calm page, the keys that leave, the way out for staff, the display that sleeps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.editions.calm import calm_edition

CORNERS = [(20, 20), (1900, 20), (1900, 1060), (20, 1060)]


def test_the_calm_page_speaks_every_language_and_names_its_code(open_stage) -> None:
    stage = open_stage(shown=calm_edition(), code="K-30")
    names = stage.names()
    assert stage.visit.screen == "calm"
    assert "K-30" in names
    for language in ("en", "ar", "ru"):
        assert calm_edition().words(language)["calm.title"] in names


def test_a_touch_on_the_calm_page_does_nothing(open_stage) -> None:
    stage = open_stage(shown=calm_edition(), code="K-10")
    for place in ((960, 540), (100, 1000), (1800, 60)):
        stage.touch(*place)
    assert stage.visit.screen == "calm"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_F11, Qt.Key.Key_Back])
@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier])
def test_keys_that_leave_are_swallowed_in_kiosk_mode(open_stage, key, modifier) -> None:
    stage = open_stage(windowed="")
    assert stage.scene.machine.swallows(key.value, modifier.value)
    stage.press(key, modifier)
    assert stage.window.isVisible()


def test_closing_the_window_is_refused_in_kiosk_mode_and_allowed_at_a_desk(open_stage) -> None:
    locked = open_stage(windowed="")
    assert not locked.window.close()
    assert locked.window.isVisible()
    desk = open_stage(windowed="1280x720")
    assert desk.window.close()


def corners(stage) -> None:
    for x, y in CORNERS:
        point = QPoint(x, y)
        QTest.touchEvent(stage.window, stage._finger).press(0, point, stage.window).commit()
        QTest.touchEvent(stage.window, stage._finger).release(0, point, stage.window).commit()
    stage.settle()


def type_pin(stage, digits: str) -> None:
    for digit in digits:
        stage.tap(digit)


def test_staff_leave_by_the_four_corners_and_their_pin(open_stage) -> None:
    stage = open_stage(windowed="", pin="2468")
    left = []
    stage.scene.machine.left.connect(lambda: left.append(True))
    corners(stage)
    assert stage.scene.machine.asksForPin
    type_pin(stage, "1111")
    assert stage.scene.machine.pinAnswer == "wrong"
    assert stage.word("staff.wrong") in stage.names()
    type_pin(stage, "2468")
    assert left == [True]
    assert stage.scene.machine.mayLeave


def test_without_a_pin_there_is_no_way_out_by_touch(open_stage) -> None:
    stage = open_stage(windowed="")
    corners(stage)
    assert not stage.scene.machine.asksForPin


def test_a_keypad_that_staff_walked_away_from_goes_by_itself(open_stage) -> None:
    stage = open_stage((1920, 1080), pin="2468")
    stage.scene.machine.patience.setInterval(50)
    for corner in ("top-left", "top-right", "bottom-right", "bottom-left"):
        stage.scene.machine.cornerTouched(corner)
    assert stage.scene.machine.asksForPin
    stage.until(lambda: not stage.scene.machine.asksForPin, "the keypad stayed")


def test_no_frame_is_drawn_while_the_display_sleeps(open_stage) -> None:
    stage = open_stage(reduced_motion=False)
    QTest.qWait(600)
    frames = []
    stage.window.frameSwapped.connect(lambda: frames.append(True))
    QTest.qWait(500)
    assert frames, "attract moves while somebody may see it"
    stage.visit.sleep()
    QTest.qWait(300)
    frames.clear()
    QTest.qWait(800)
    assert frames == []
    stage.visit.wake()
    QTest.qWait(500)
    assert frames, "attract moves again"


def test_reduced_motion_of_the_machine_stands_still_between_beats(open_stage) -> None:
    stage = open_stage(reduced_motion=True)
    QTest.qWait(1500)
    frames = []
    stage.window.frameSwapped.connect(lambda: frames.append(True))
    QTest.qWait(800)
    assert len(frames) <= 2
    assert stage.visit.reducedMotion


def test_nothing_on_attract_stays_in_one_place_long_enough_to_burn_in(open_stage) -> None:
    stage = open_stage(reduced_motion=False)
    attract = stage.items("Attract")[0]
    places = set()
    for step in range(16):
        attract.setProperty("driftStep", step)
        places.add(round(stage.items("Invitations")[0].x()))
    assert max(places) - min(places) > 10
