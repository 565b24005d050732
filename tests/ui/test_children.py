"""A child who hits everything with both hands, and a visitor who walks away half-way: nothing breaks, nothing stays."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest


@pytest.mark.parametrize(("size", "seed"), [((1920, 1080), 1), ((1080, 1920), 2), ((1920, 1080), 3)])
def test_two_hands_of_a_child_break_nothing_and_silence_still_resets(open_stage, size, seed) -> None:
    stage = open_stage(size, pin="2468")
    dice = random.Random(seed)
    fingers: dict[int, QPoint] = {}
    screens = set()
    for _ in range(700):
        event = QTest.touchEvent(stage.window, stage._finger)
        before = dict(fingers)
        number = dice.randrange(6)
        if number in fingers and dice.random() < 0.6:
            event.release(number, fingers.pop(number), stage.window)
        elif number in fingers:
            fingers[number] += QPoint(dice.randint(-160, 160), dice.randint(-160, 160))
            event.move(number, fingers[number], stage.window)
        else:
            fingers[number] = QPoint(dice.randrange(size[0]), dice.randrange(size[1]))
            event.press(number, fingers[number], stage.window)
        for other in before:
            if other != number:
                event.stationary(other)
        event.commit()
        if dice.random() < 0.2:
            QTest.qWait(dice.randrange(30))
        if dice.random() < 0.04:
            stage.visit.begin(dice.choice(["en", "ar", "ru"]))
        screens.add(stage.visit.screen)
    if fingers:
        last = QTest.touchEvent(stage.window, stage._finger)
        for number, place in fingers.items():
            last.release(number, place, stage.window)
        last.commit()
    stage.settle()
    assert {"gallery", "panel"} <= screens
    stage.pass_silently(400)
    stage.pass_silently(30)
    assert (stage.visit.screen, stage.visit.largeText, stage.visit.highContrast, stage.visit.reach) == ("attract", False, False, False)
    stage.tap(stage.exhibit.edition.invitation("ru"))
    assert (stage.visit.screen, stage.visit.language) == ("gallery", "ru")


def test_a_finger_that_rests_on_the_glass_does_not_hold_the_exhibit_for_ever(open_stage) -> None:
    stage = open_stage((1920, 1080), "en")
    QTest.touchEvent(stage.window, stage._finger).press(0, QPoint(900, 500), stage.window).commit()
    stage.pass_silently(400)
    stage.pass_silently(30)
    assert stage.visit.screen == "attract"
    QTest.touchEvent(stage.window, stage._finger).release(0, QPoint(900, 500), stage.window).commit()


def test_a_finger_that_slides_off_a_button_presses_nothing(open_stage) -> None:
    stage = open_stage((1920, 1080), "en")
    home = stage.control(stage.word("sill.home")).centre
    QTest.touchEvent(stage.window, stage._finger).press(0, home, stage.window).commit()
    for step in range(1, 9):
        QTest.touchEvent(stage.window, stage._finger).move(0, home - QPoint(0, step * 50), stage.window).commit()
        QTest.qWait(8)
    QTest.touchEvent(stage.window, stage._finger).release(0, home - QPoint(0, 400), stage.window).commit()
    stage.settle()
    assert stage.visit.screen == "gallery"
