"""How the lines of a title are evened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem

from kiosk import app
from kiosk.opening import PACKAGE

_SOURCE = b"""
import QtQuick
import kiosk.ui.components
import kiosk.ui.theme
Words { role: "title"; font.pixelSize: 40; font.family: "IBM Plex Sans" }
"""


@pytest.fixture
def words(qapp):
    """One piece of text in the role of a title, 40 pixels high, with so much room."""
    app.load_fonts({"latin", "cyrillic", "arabic"})
    engine = QQmlEngine()
    engine.addImportPath(str(PACKAGE.parent))
    component = QQmlComponent(engine)
    component.setData(_SOURCE, QUrl())

    def made(text: str, room: float) -> QQuickItem:
        item = component.createWithInitialProperties({"text": text, "room": room})
        assert isinstance(item, QQuickItem), component.errorString()
        return item

    yield made
    engine.deleteLater()


def test_two_lines_are_of_about_the_same_length(words) -> None:
    item = words("Reaching for the stars together with others", 700)
    assert item.property("lineCount") == 2
    assert item.width() < 600


def test_lines_that_could_be_two_are_not_made_three(words) -> None:
    item = words("BILSAT-1: и\N{NO-BREAK SPACE}спутник, и\N{NO-BREAK SPACE}школа", 520)
    assert (item.property("lineCount"), item.width()) == (2, 520)


def test_no_word_is_broken_to_even_the_lines(words) -> None:
    item = words("an incomprehensibility unfolds", 520)
    assert item.property("contentWidth") <= item.width()
    item.setProperty("wrapMode", 1)  # words whole, whatever they need
    assert item.property("contentWidth") <= item.width()


def test_what_fits_one_line_stands_on_one(words) -> None:
    assert words("Mir", 700).property("lineCount") == 1
