"""Pictures looked at without trust, and made at the sizes a panel shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.media import renditions
from kiosk.media.probing import decode, look


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture of 1600 x 1066 pixels."""
    image = QImage(1600, 1066, QImage.Format.Format_RGB32)
    for step in range(40):
        for x in range(step * 40, step * 40 + 40):
            image.setPixelColor(x, step * 20, QColor.fromHsv(step * 9, 255, 255))
    image.save(str(tmp_path / "picture.png"))
    return tmp_path / "picture.png"


def test_size_is_read_from_the_head(picture) -> None:
    facts = look(picture)
    assert (facts.width, facts.height, facts.trouble) == (1600, 1066, "")


@pytest.mark.parametrize(
    ("content", "trouble"),
    [(b"", "not a picture"), (b"words", "not a picture"), (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, ""), (b"RIFF\0\0\0\0WEBPVP8 ", "")],
)
def test_what_is_no_picture_is_told_in_words(tmp_path, content, trouble) -> None:
    (tmp_path / "x.png").write_bytes(content)
    facts = look(tmp_path / "x.png")
    assert facts.trouble
    assert trouble in facts.trouble


def test_a_picture_that_breaks_off_is_found_by_decoding(picture) -> None:
    data = picture.read_bytes()
    picture.write_bytes(data[: len(data) // 2])
    assert look(picture).trouble == ""
    assert "damaged" in decode(picture).trouble


def test_a_name_may_lie_about_the_kind(picture) -> None:
    named_wrongly = picture.rename(picture.with_suffix(".jpg"))
    assert look(named_wrongly).trouble == ""
    assert decode(named_wrongly).trouble == ""


def test_a_picture_that_is_missing_is_told(tmp_path) -> None:
    assert look(tmp_path / "nothing.png").trouble == "it cannot be opened"


def test_renditions_are_made_once_opaque_and_complete(picture, tmp_path) -> None:
    folder = tmp_path / "renditions"
    folder.mkdir()
    assert renditions.make(picture, "abc", folder, (320, 640)) == 2
    assert renditions.make(picture, "abc", folder, (320, 640)) == 0
    assert sorted(file.name for file in folder.iterdir()) == ["abc-320.jpg", "abc-640.jpg"]
    made = QImage(str(folder / "abc-640.jpg"))
    assert (made.width(), made.height(), made.hasAlphaChannel()) == (640, 426, False)


def test_a_picture_is_not_blown_up(picture, tmp_path) -> None:
    assert renditions.make(picture, "abc", tmp_path, (3840,)) == 0


def test_a_broken_picture_makes_nothing_and_breaks_nothing(tmp_path) -> None:
    (tmp_path / "x.png").write_bytes(b"words")
    assert renditions.make(tmp_path / "x.png", "abc", tmp_path, (320,)) == 0
    assert list(tmp_path.glob("*.jpg")) == []


def test_a_panel_asks_for_few_widths_and_each_is_wide_enough() -> None:
    for size in ((1280, 720), (1920, 1080), (1080, 1920), (3840, 2160)):
        widths = renditions.widths_for(*size)
        assert len(widths) <= 5
        assert any(width >= max(size) for width in widths)
        assert set(widths) <= set(renditions.LADDER)


def test_the_folder_is_kept_to_a_size_and_the_least_used_go_first(tmp_path) -> None:
    import os

    for number in range(4):
        file = tmp_path / f"{number}-320.jpg"
        file.write_bytes(b"x" * 100)
        os.utime(file, ns=(number, number))
    renditions.tidy(tmp_path, 250)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["2-320.jpg", "3-320.jpg"]


def test_all_pictures_of_an_edition_are_made_by_its_own_process(edition, tmp_path) -> None:
    assert renditions.main([str(edition.folder), str(tmp_path / "made"), "1280", "720"]) == 0
    edition.look_for_renditions(tmp_path / "made")
    for path in edition.pictures:
        assert edition.picture(path, 300).parent == tmp_path / "made"
    edition.look_for_renditions(tmp_path / "nothing")


def test_a_folder_that_cannot_be_written_is_told(edition, tmp_path, capsys) -> None:
    (tmp_path / "made").write_text("a file where the folder should be")
    assert renditions.main([str(edition.folder), str(tmp_path / "made"), "1280", "720"]) == 1
    assert "cannot be kept" in capsys.readouterr().err
