"""Contrast of the theme's colours, computed as WCAG 2.2 does (1.4.3 and 1.4.11)."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.opening import PACKAGE

TEXT, LARGE = 4.5, 3.0
PAIRS = (
    ("ivory", "night", TEXT),
    ("ivory", "lapis", TEXT),
    ("ivory", "lapisHigh", TEXT),
    ("ivory", "lapisLift", TEXT),
    ("ivoryDim", "night", TEXT),
    ("ivoryDim", "lapis", TEXT),
    ("ivoryDim", "lapisDeep", TEXT),
    ("ivoryDim", "lapisHigh", TEXT),
    ("gold", "night", TEXT),
    ("gold", "lapis", TEXT),
    ("gold", "lapisHigh", TEXT),
    ("goldLight", "night", TEXT),
    ("goldLight", "lapis", TEXT),
    ("ink", "gold", TEXT),
    ("pomegranateLight", "night", TEXT),
    ("line", "night", LARGE),
    ("line", "lapis", LARGE),
    ("line", "lapisHigh", LARGE),
    ("focus", "night", LARGE),
    ("focus", "lapis", LARGE),
)
"""What stands on what, and the least it needs: text, or large text, controls and focus marks."""


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 for black and 1 for white."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def ratio(one: QColor, other: QColor) -> float:
    """From 1 (the same) to 21 (black and white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def theme(engine: QQmlEngine) -> QObject:
    """The theme of an engine."""
    engine.addImportPath(str(PACKAGE.parent))
    component = QQmlComponent(engine)
    component.setData(b"import QtQml\nimport kiosk.ui.theme\nQtObject { property QtObject theme: Theme }", QUrl())
    holder = component.create()
    found = holder.property("theme")
    holder.setParent(engine)
    assert isinstance(found, QObject)
    return found


def low_contrast() -> list[str]:
    """Pairs of the theme that fall short, in words, in both contrasts."""
    engine = QQmlEngine()
    colours = theme(engine)
    found = []
    for high in (False, True):
        colours.setProperty("highContrast", high)
        for front, back, least in PAIRS:
            value = ratio(QColor(colours.property(front)), QColor(colours.property(back)))
            if value < least:
                found.append(f"{front} on {back}{' in strong contrast' if high else ''}: {value:.1f}, needs {least}")
    colours.setProperty("highContrast", False)
    return found
