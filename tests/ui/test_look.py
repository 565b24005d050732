"""How every screen looks: nothing is cut off, contrast is computed, and pictures once approved stay as they were.

`sh kiosk.sh test tests/ui/test_look.py --approve` renders the approved pictures anew; look at each before landing it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.proof.contrast import PAIRS, low_contrast, ratio
from kiosk.proof.rendering import misfits

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
APPROVED = Path(__file__).parent / "approved"
ACROSS = 480
FARIS, FOUNDING = "syria-faris-soyuz-tm3", "ultraviolet-sky-survey"
_CORNER = 160
"""Pixels of the screen around the ring that staff see."""
_PLACES = 96
"""Screens are compared as so many places across and down, so that neither compression nor the edge of a letter counts."""
_MEAN, _WORST = 1.5, 36.0
"""Differences of a colour channel, of 255, up to which two renderings count as the same: over all places, and the 99.9th
of 100 places, where a label that moved would show."""


def _far(one: QImage, other: QImage) -> tuple[float, float]:
    smooth = Qt.TransformationMode.SmoothTransformation
    a, b = (
        image.scaled(_PLACES, _PLACES, Qt.AspectRatioMode.IgnoreAspectRatio, smooth).convertToFormat(QImage.Format.Format_RGBX8888)
        for image in (one, other)
    )
    apart = sorted(abs(p - q) for p, q in zip(bytes(a.constBits()), bytes(b.constBits()), strict=True))
    return sum(apart) / len(apart), apart[int(len(apart) * 0.999)]


def _hold(request: pytest.FixtureRequest, shown: QImage, name: str) -> None:
    """Compare with what was approved, or approve it."""
    file = APPROVED / name
    if request.config.getoption("--approve"):
        file.parent.mkdir(exist_ok=True)
        assert shown.save(str(file), quality=92)
    approved = QImage(str(file))
    assert not approved.isNull(), f"{file.name} was never approved"
    mean, worst = _far(shown, approved)
    if mean > _MEAN or worst > _WORST:
        shown.save(str(Path(request.config.rootpath) / ".cache" / file.name))
    assert mean <= _MEAN, f"{file.name}: {mean:.1f} apart"
    assert worst <= _WORST, f"{file.name}: a place is {worst:.1f} apart"


_PROBLEMS = [
    {
        "severity": "error",
        "file": f"content/projects/{FARIS}/project.yaml",
        "line": 3,
        "what": "«flwn» is not known here.",
        "remedy": "Did you mean «flown»?",
    },
    {
        "severity": "warning",
        "file": f"content/projects/{FARIS}/ru.yaml",
        "line": 31,
        "what": "The page has 61 words; it holds 57.",
        "remedy": "Shorten it, or make two pages of it.",
    },
]
SCREENS = {
    "attract": lambda stage, language: stage.attract.play(language),
    "gallery": lambda stage, language: stage.visit.begin(language),
    "panel": lambda stage, language: (stage.visit.begin(language), stage.visit.open(FARIS)),
    "founding": lambda stage, language: (stage.visit.begin(language), stage.visit.open(FOUNDING)),
    "evidence": lambda stage, language: (stage.visit.begin(language), stage.visit.open(FARIS), stage.visit.turn("evidence")),
    "help-contrast": lambda stage, language: (
        stage.visit.begin(language),
        stage.visit.open(FARIS),
        stage.visit.chooseHighContrast(True),
        stage.visit.askForHelp(True),
    ),
    "large-reach": lambda stage, language: (
        stage.visit.begin(language),
        stage.visit.open(FARIS),
        stage.visit.chooseLargeText(True),
        stage.visit.chooseReach(True),
    ),
    "delivery-ring": lambda stage, language: (stage.attract.play(language), stage.scene.delivery.show("rendering", 0.4)),
    "delivery-refused": lambda stage, language: (stage.visit.begin(language), stage.scene.delivery.show("refused")),
    "delivery-strip": lambda stage, language: (
        stage.visit.begin(language),
        stage.visit.open(FARIS),
        stage.scene.delivery.follow(),
        stage.scene.delivery.tell("1 error, 1 warning.", _PROBLEMS),
    ),
    "still-there": lambda stage, language: (stage.visit.begin(language), stage.visit.open(FARIS), stage.pass_silently(200)),
}


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_as_it_was_approved(open_stage, request, screen, language, size) -> None:
    stage = open_stage(size)
    stage.attract.pause()
    SCREENS[screen](stage, language)
    stage.attract.pause()
    shown = stage.picture().scaledToWidth(ACROSS, Qt.TransformationMode.SmoothTransformation)
    _hold(request, shown, f"{screen}-{language}-{'landscape' if size == LANDSCAPE else 'portrait'}.webp")


def test_the_ring_of_each_stage_looks_as_it_was_approved(open_stage, request) -> None:
    stage = open_stage()
    stage.attract.play("en")
    stage.attract.pause()
    stages = (("checking", 0.6), ("waiting", -1.0), ("refused", -1.0))
    shown = QImage(3 * _CORNER, _CORNER, QImage.Format.Format_RGB32)
    painter = QPainter(shown)
    for place, (name, share) in enumerate(stages):
        stage.scene.delivery.show(name, share)
        picture = stage.picture()
        (ring,) = stage.items("StagingRing")
        middle = ring.mapToScene(ring.boundingRect().center()).toPoint()
        left = min(middle.x() - _CORNER // 2, picture.width() - _CORNER)
        painter.drawImage(place * _CORNER, 0, picture.copy(left, max(0, middle.y() - _CORNER // 2), _CORNER, _CORNER))
    painter.end()
    _hold(request, shown, "delivery-stages.webp")


def test_two_different_screens_do_not_pass_for_each_other() -> None:
    one, other = (QImage(str(APPROVED / f"{name}-en-landscape.webp")) for name in ("panel", "evidence"))
    mean, worst = _far(one, other)
    assert mean > _MEAN or worst > _WORST


@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920)], ids=["1280x720", "1080x1920"])
@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_every_word_of_every_panel_has_room(open_stage, language, size) -> None:
    stage = open_stage(size, language)
    flaws = [f"gallery: {flaw}" for flaw in misfits(stage.window.contentItem())]
    for plate in stage.exhibit.edition.plates(language):
        stage.visit.open(plate.project)
        stage.until(lambda: stage.panel.pageCount > 0, "the story never came")
        stage.breathe()
        blocks = stage.exhibit.edition.panel(plate.project, language).blocks
        pages = sum(len(block.entries) == 0 for block in blocks) + (stage.panel.related.rowCount() > 0)
        if not any(block.entries for block in blocks) and stage.panel.pageCount != pages:
            flaws.append(f"{plate.project}: a text needs more than its page")
        for page in range(stage.panel.pageCount):
            stage.visit.turnTo(page)
            stage.breathe()
            flaws += [f"{plate.project} {page + 1}: {flaw}" for flaw in misfits(stage.window.contentItem())]
        stage.visit.turn("evidence")
        for page in range(stage.panel.pageCount):
            stage.visit.turnTo(page)
            stage.breathe()
            flaws += [f"{plate.project} evidence {page + 1}: {flaw}" for flaw in misfits(stage.window.contentItem())]
    assert flaws == []


def test_a_word_that_does_not_fit_is_found(open_stage) -> None:
    stage = open_stage((1280, 720), "en", FARIS)
    words = next(item for item in stage.items("Words") if item.property("text") == stage.panel.title)
    words.setProperty("maximumLineCount", 1)
    words.setProperty("elide", Qt.TextElideMode.ElideRight.value)
    words.setProperty("text", "A title that nobody could ever set in one line of this column of words")
    stage.breathe()
    assert any(flaw.startswith("cut off") for flaw in misfits(stage.window.contentItem()))


def test_contrast_of_the_theme_is_enough_in_both_contrasts(qapp) -> None:
    assert low_contrast() == []
    assert len(PAIRS) >= 20


def test_contrast_is_computed_as_wcag_does() -> None:
    assert ratio(QColor("white"), QColor("black")) == pytest.approx(21)
    assert ratio(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
    assert ratio(QColor("red"), QColor("red")) == 1
