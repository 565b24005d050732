"""Pictures looked at without trust, and made at the sizes a panel shows."""

from __future__ import annotations

import json
import os
import shutil
import struct
import zlib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QImageWriter

from kiosk.content.checking import PictureFacts, check_exhibit
from kiosk.content.reading import read_exhibit
from kiosk.editions.edition import load_edition
from kiosk.editions.in_place import compile_folder
from kiosk.media import remembering, renditions
from kiosk.media.probing import decode, look
from kiosk.media.remembering import RememberingProbe


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


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
@pytest.mark.parametrize("left", [0.5, 0.9])
def test_a_picture_that_breaks_off_is_found_by_decoding(picture, kind, left) -> None:
    whole = picture.with_suffix(f".{kind}")
    QImage(str(picture)).save(str(whole))
    assert decode(whole) == PictureFacts(1600, 1066)
    data = whole.read_bytes()
    whole.write_bytes(data[: int(len(data) * left)])
    assert look(whole).trouble == ""
    assert "damaged" in decode(whole).trouble


def test_what_a_camera_writes_behind_the_end_of_a_jpeg_is_no_damage(picture) -> None:
    photograph = picture.with_suffix(".jpg")
    QImage(str(picture)).save(str(photograph))
    photograph.write_bytes(photograph.read_bytes() + b"a film of two seconds \xff\xda" * 40)
    assert decode(photograph).trouble == ""


def painted_png(width: int, height: int) -> bytes:
    """A PNG whose head claims a size and which holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_a_picture_of_absurd_size_is_never_decoded(tmp_path) -> None:
    (tmp_path / "x.png").write_bytes(painted_png(100_000, 100_000))
    assert decode(tmp_path / "x.png") == look(tmp_path / "x.png") == PictureFacts(100_000, 100_000)
    assert renditions.make(tmp_path / "x.png", "abc", tmp_path, (320,)) == 0


def test_a_name_may_lie_about_the_kind(picture) -> None:
    named_wrongly = picture.rename(picture.with_suffix(".jpg"))
    assert look(named_wrongly).trouble == ""
    assert decode(named_wrongly).trouble == ""


def test_a_picture_that_is_missing_is_told(tmp_path) -> None:
    assert look(tmp_path / "nothing.png").trouble == "it cannot be opened"


def test_renditions_are_made_once_opaque_and_complete(picture, tmp_path) -> None:
    folder = tmp_path / "renditions"
    folder.mkdir()
    written = renditions.make(picture, "abc", folder, (320, 640))
    assert written == sum(file.stat().st_size for file in folder.iterdir())
    assert renditions.make(picture, "abc", folder, (320, 640)) == 0
    assert sorted(file.name for file in folder.iterdir()) == ["abc-320.jpg", "abc-640.jpg"]
    made = QImage(str(folder / "abc-640.jpg"))
    assert (made.width(), made.height(), made.hasAlphaChannel()) == (640, 426, False)


def test_a_picture_is_not_blown_up_but_made_once_at_its_own_width(picture, tmp_path) -> None:
    folder = tmp_path / "renditions"
    folder.mkdir()
    assert renditions.make(picture, "abc", folder, (320, 1920, 3840)) > 0
    assert sorted(file.name for file in folder.iterdir()) == ["abc-1600.jpg", "abc-320.jpg"]
    assert look(folder / "abc-1600.jpg") == PictureFacts(1600, 1066)
    assert renditions.make(picture, "abc", folder, (320, 1920, 3840)) == 0


@pytest.mark.parametrize("left", [0.0, 0.5])
def test_a_broken_picture_makes_nothing_and_breaks_nothing(picture, tmp_path, left) -> None:
    data = picture.read_bytes()
    picture.write_bytes(data[: int(len(data) * left)] or b"words")
    assert renditions.make(picture, "abc", tmp_path, (320,)) == 0
    assert list(tmp_path.glob("*.jpg")) == []


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_disk_that_fails_at_any_step_leaves_no_half_picture(picture, tmp_path, monkeypatch, step) -> None:
    def fails(*_: object) -> None:
        raise OSError(5, "Input/output error")

    folder = tmp_path / "renditions"
    folder.mkdir()
    monkeypatch.setattr(f"kiosk.editions.disk.os.{step}", fails)
    with pytest.raises(OSError, match="Input/output"):
        renditions.make(picture, "abc", folder, (320,))
    assert list(folder.iterdir()) == []


def test_what_a_process_left_half_made_is_swept_away_and_what_another_is_making_is_not(tmp_path) -> None:
    (tmp_path / "abc-320.jpg.part-999999999").write_bytes(b"half")
    (tmp_path / f"abc-640.jpg.part-{os.getppid()}").write_bytes(b"half, so far")
    (tmp_path / "abc-320.jpg").write_bytes(b"whole")
    renditions.tidy(tmp_path, [])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["abc-320.jpg", f"abc-640.jpg.part-{os.getppid()}"]


def test_the_renditions_of_the_edition_shown_last_stay_longest_whatever_a_clock_says(tmp_path) -> None:
    for place, digest in enumerate(("gone", "before", "now", "both")):
        file = tmp_path / f"{digest}-320.jpg"
        file.write_bytes(b"x" * 100)
        os.utime(file, (4_000_000_000 - place, 4_000_000_000 - place))
    shown = [{"now", "both"}, {"before", "both"}]
    for most, left in ((400, 4), (300, 3), (299, 2)):
        renditions.tidy(tmp_path, shown, most)
        assert len(list(tmp_path.iterdir())) == left
    assert sorted(file.name for file in tmp_path.iterdir()) == ["both-320.jpg", "now-320.jpg"]


def test_one_broken_picture_keeps_no_other_from_being_made(exhibit, tmp_path) -> None:
    edition = load_edition(Path(str(compile_folder(exhibit.root, tmp_path / "cache", look)["edition"])))
    exhibit.write("assets/pictures/station.png", b"words")
    assert renditions.main([str(edition.folder), str(tmp_path / "made"), "1280", "720"]) == 0
    edition.look_for_renditions(tmp_path / "made")
    assert edition.picture("pictures/pad.png", 300).parent == tmp_path / "made"
    assert edition.picture("pictures/station.png", 300) == exhibit / "assets/pictures/station.png"


def test_a_panel_asks_for_few_widths_and_each_is_wide_enough() -> None:
    for size in ((1280, 720), (1920, 1080), (1080, 1920), (3840, 2160)):
        widths = renditions.widths_for(*size)
        assert len(widths) <= 5
        assert any(width >= max(size) for width in widths)
        assert set(widths) <= set(renditions.LADDER)


def test_all_pictures_of_an_edition_are_made_by_its_own_process(edition, tmp_path) -> None:
    assert renditions.main([str(edition.folder), str(tmp_path / "made"), "1280", "720"]) == 0
    edition.look_for_renditions(tmp_path / "made")
    for path in edition.pictures:
        assert edition.picture(path, 300).parent == tmp_path / "made"
    edition.look_for_renditions(tmp_path / "nothing")


@pytest.mark.parametrize(
    ("limit", "free", "made"), [(10**9, 10**12, "all"), (1, 10**12, "one"), (10**9, 10**6, "none")], ids=["room", "share full", "disk full"]
)
def test_an_edition_of_very_many_pictures_fills_neither_its_share_nor_the_disk(edition, tmp_path, monkeypatch, limit, free, made) -> None:
    monkeypatch.setattr(renditions, "MOST_BYTES", limit)
    monkeypatch.setattr("kiosk.editions.disk.free_bytes", lambda folder: free)
    monkeypatch.setattr(renditions, "tidy", lambda *_: None)
    assert renditions.main([str(edition.folder), str(tmp_path / "made"), "1280", "720"]) == 0
    pictures = {file.name.partition("-")[0] for file in (tmp_path / "made").iterdir()}
    assert len(pictures) == {"all": len({digest for digest, _, _ in edition.pictures.values()}), "one": 1, "none": 0}[made]


def test_a_folder_that_cannot_be_written_is_told(edition, tmp_path, capsys) -> None:
    (tmp_path / "made").write_text("a file where the folder should be")
    assert renditions.main([str(edition.folder), str(tmp_path / "made"), "1280", "720"]) == 1
    assert "cannot be kept" in capsys.readouterr().err


# ------------------------------------------------------------------ bombs


def chunk(kind: bytes, data: bytes) -> bytes:
    """One part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(*between: bytes, rows: bytes = zlib.compress(bytes((1600 * 3 + 1) * 1000))) -> bytes:
    """A black PNG of 1600 x 1000 pixels with other parts before its rows."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1600, 1000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(between) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def zeros(count: int) -> bytes:
    """So many bytes, compressed a thousandfold."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(count // 1_000_000)) + packer.flush()


def test_a_png_that_unfolds_behind_its_last_row_is_refused(tmp_path) -> None:
    (tmp_path / "x.png").write_bytes(png_of(rows=zeros(60_000_000)))
    assert "damaged" in decode(tmp_path / "x.png").trouble


@pytest.mark.parametrize(
    "between",
    [chunk(b"zTXt", b"a\0\0" + b"x" * 100_000) * 30, chunk(b"iTXt", b"x" * 3_000_000), chunk(b"abCd", b"") * 150_000],
    ids=["texts", "one text", "very many parts"],
)
def test_a_png_with_texts_without_end_is_refused_from_its_head(tmp_path, between) -> None:
    (tmp_path / "x.png").write_bytes(png_of(between))
    assert "damaged" in look(tmp_path / "x.png").trouble


def test_a_png_with_a_profile_and_a_note_is_shown(tmp_path) -> None:
    (tmp_path / "x.png").write_bytes(png_of(chunk(b"tEXt", b"Author\0A painter")))
    assert decode(tmp_path / "x.png") == PictureFacts(1600, 1000)


def test_an_interlaced_png_is_shown(picture) -> None:
    data = bytearray(picture.read_bytes())
    width, height, passes = 8, 8, b"".join(bytes(1 + 3 * w) * h for w, h in ((1, 1), (1, 1), (2, 1), (2, 2), (4, 2), (4, 4), (8, 4)))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 1)
    data = data[:8] + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(passes)) + chunk(b"IEND", b"")
    picture.write_bytes(bytes(data))
    assert decode(picture) == PictureFacts(8, 8)


def test_a_jpeg_that_is_painted_over_a_hundred_times_is_refused(picture) -> None:
    photograph = picture.with_suffix(".jpg")
    writer = QImageWriter(str(photograph))
    writer.setProgressiveScanWrite(True)
    assert writer.write(QImage(str(picture)))
    assert decode(photograph).trouble == ""
    data = photograph.read_bytes()
    last = data[data.rindex(b"\xff\xda") : -2]
    photograph.write_bytes(data[:-2] + last * 100 + b"\xff\xd9")
    assert "damaged" in decode(photograph).trouble


def test_a_file_larger_than_any_picture_is_not_read(tmp_path) -> None:
    with open(tmp_path / "x.png", "wb") as file:
        file.write(png_of())
        file.truncate(4_000_000_000)
    assert "larger than 30 MB" in look(tmp_path / "x.png").trouble
    assert "larger than 30 MB" in decode(tmp_path / "x.png").trouble


@pytest.mark.parametrize("name", ["x.png", "x.jpg", "x.svg", "x.webp"])
def test_a_drawing_that_names_other_files_is_refused_unread(tmp_path, name) -> None:
    (tmp_path / "secret.png").write_bytes(png_of())
    secret = (tmp_path / "secret.png").as_uri()
    (tmp_path / name).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="2000" height="1400">'
        f'<image xlink:href="{secret}" width="9" height="9"/></svg>'
    )
    os.utime(tmp_path / "secret.png", ns=(0, 0))
    for probe in (look, decode):
        assert "not a picture" in probe(tmp_path / name).trouble
    assert (tmp_path / "secret.png").stat().st_atime_ns == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
@pytest.mark.parametrize("probe", [look, decode])
def test_a_pipe_a_device_and_a_folder_are_not_waited_for(tmp_path, probe) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "device.png").symlink_to("/dev/zero")
    (tmp_path / "folder.png").mkdir()
    for name in ("pipe.png", "device.png", "folder.png"):
        assert probe(tmp_path / name).trouble == "it cannot be opened"


# ------------------------------------------------------------------ remembered


def test_a_picture_is_looked_into_once_whatever_it_is_called(exhibit, tmp_path) -> None:
    picture, looked = exhibit / "assets/pictures/station.png", []
    shutil.copy(picture, tmp_path / "same.png")

    def probe(path):
        looked.append(path.name)
        return decode(path)

    first = RememberingProbe(probe, tmp_path / "memory" / "pictures.json")
    assert first(picture) == first(picture) == first(tmp_path / "same.png") == decode(picture)
    first.save()
    second = RememberingProbe(probe, tmp_path / "memory" / "pictures.json")
    assert second(picture) == decode(picture)
    assert looked == ["station.png"]
    exhibit.picture("pictures/station.png", 800, 600, "navy")
    assert second(picture).width == 800
    assert looked == ["station.png", "station.png"]


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'{"a": 3}', b'{"a": [1, 2]}', b"\xff"])
def test_a_damaged_memory_of_pictures_is_begun_anew(exhibit, tmp_path, text) -> None:
    (tmp_path / "pictures.json").write_bytes(text)
    probe = RememberingProbe(decode, tmp_path / "pictures.json")
    assert probe(exhibit / "assets/pictures/station.png").width == 1600


def test_what_is_no_picture_is_left_to_the_probe(exhibit, tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    probe = RememberingProbe(decode, tmp_path / "pictures.json")
    for path in (tmp_path / "pipe.png", tmp_path / "nothing.png", exhibit / "assets"):
        assert probe(path).trouble


def test_a_second_check_decodes_no_picture_and_says_the_same(exhibit, tmp_path) -> None:
    exhibit.picture("pictures/station.png", 800, 600)
    exhibit.write("assets/pictures/pad.png", (exhibit / "assets/pictures/pad.png").read_bytes()[:-40])
    decoded, said = [], []
    for _ in range(2):
        steps: list[Path] = []
        probe = RememberingProbe(lambda path: (decoded.append(path.name), decode(path))[1], tmp_path / "pictures.json", steps.append)
        said.append(check_exhibit(read_exhibit(exhibit.root), probe, date(2026, 11, 23)))
        probe.save()
        assert sorted(step.name for step in steps) == ["pad.png", "station.png"]
    assert sorted(decoded) == ["pad.png", "station.png"]
    assert said[0] == said[1]
    assert {problem.code for problem in said[0]} == {"bad-picture", "picture-too-small"}


def test_the_memory_of_pictures_is_bounded_and_a_full_disk_costs_nothing_else(picture, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(remembering, "MOST_REMEMBERED", 2)
    probe = RememberingProbe(decode, tmp_path / "pictures.json")
    for number in range(4):
        (tmp_path / f"{number}.png").write_bytes(picture.read_bytes())
        probe(tmp_path / f"{number}.png")
    probe.save()
    kept = json.loads((tmp_path / "pictures.json").read_bytes())
    assert [Path(name).name for name in kept["files"]] == ["2.png", "3.png"]

    def is_full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(remembering.os, "replace", is_full)
    probe.save()
    assert json.loads((tmp_path / "pictures.json").read_bytes()) == kept
    assert list(tmp_path.glob("*.part-*")) == []
