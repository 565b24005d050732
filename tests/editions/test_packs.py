"""Packs: the same content is the same file, and whatever somebody else made of one is refused in words before it is used."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import resource
import shutil
import struct
import tempfile
import tracemalloc
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.editions.packing import write_pack
from kiosk.editions.packs import open_pack
from kiosk.editions.signing import fingerprint, new_key_pair, private_key, public_key, sign
from kiosk.errors import BadCall, SourceChanged, UnusablePack

CONTENT = {
    "content/exhibit.yaml": b"languages: [en, ar]\n",
    "content/LICENCE.md": b"CC-BY-4.0\n",
    "content/words/ar.yaml": 'title: "معرض"\n'.encode(),
    "content/projects/mir/project.yaml": b"",
    "assets/pictures/محطة مير.webp": b"RIFF" + bytes(range(256)),
    "assets/pictures/station [1].png": b"\x89PNG" + bytes(40),
}
"""A small exhibit, for packs alone."""
GOLDEN = "a5725749e84d2df1894106ea1f63b9ed0b09dfec339a9946bda07cafd722c2b7"
"""SHA-256 of its pack."""


def filled(root: Path, content: Mapping[str, bytes] = CONTENT) -> Path:
    """A folder with these files."""
    for name, data in content.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def files_in(root: Path) -> dict[str, bytes]:
    """Every file below a folder, and its bytes."""
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


@pytest.fixture
def root(tmp_path) -> Path:
    """The small exhibit in a folder of its own."""
    return filled(tmp_path / "spring")


@pytest.fixture
def file(root, tmp_path) -> Path:
    """The small exhibit as a pack."""
    write_pack(root, tmp_path / "spring.kiosk")
    return tmp_path / "spring.kiosk"


@pytest.fixture
def pair(tmp_path) -> tuple[Path, Path]:
    """The files of the museum's private and public key."""
    return new_key_pair(tmp_path / "keys", "our-museum")


def entry(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    """One entry as `kiosk pack` writes it."""
    made = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    made.create_system, made.external_attr = 3, mode << 16
    return made


def listed(content: Mapping[str, bytes], **changes: object) -> bytes:
    """A manifest of this content."""
    files = {name: [len(data), hashlib.sha256(data).hexdigest()] for name, data in content.items()}
    return json.dumps({"format": 1, "program": "reaching-for-the-stars", "told": {}, "files": files} | changes).encode()


def forged(file: Path, *entries: tuple[str | zipfile.ZipInfo, bytes], manifest: bytes | None = None, packing: int = 0) -> Path:
    """A zip of these entries, behind a manifest that lists them."""
    content = {each if isinstance(each, str) else each.filename: data for each, data in entries}
    with zipfile.ZipFile(file, "w", packing) as archive:
        archive.writestr(entry("manifest.json"), listed(content) if manifest is None else manifest)
        for each, data in entries:
            archive.writestr(entry(each) if isinstance(each, str) else each, data, packing)
    return file


def refusal(file: Path, **asked: object) -> UnusablePack:
    """Why a pack is refused as it is opened."""
    with pytest.raises(UnusablePack) as caught:
        open_pack(file, **asked)
    said = str(caught.value)
    assert said.isprintable()
    assert said.endswith(".")
    return caught.value


# ------------------------------------------------------------------ writing


def test_what_is_taken_out_is_what_was_packed(file, root, tmp_path) -> None:
    pack = open_pack(file)
    pack.extract(tmp_path / "out")
    assert files_in(tmp_path / "out") == CONTENT
    assert pack.size == sum(map(len, CONTENT.values()))
    assert (pack.told, pack.signed_by) == ({}, "")


def test_the_same_content_is_the_same_file_whenever_and_wherever_it_is_packed(file, root, tmp_path, pair) -> None:
    other = Path(shutil.copytree(root, tmp_path / "a folder of another name"))
    for each in other.rglob("*"):
        os.utime(each, (1, 1))
    other.chmod(0o700)
    (other / "content/exhibit.yaml").chmod(0o600)
    write_pack(other, tmp_path / "again.kiosk")
    assert (tmp_path / "again.kiosk").read_bytes() == file.read_bytes()
    for name in ("one", "two"):
        write_pack(root, tmp_path / name, told={"by": "Layla", "when": "2026-11-23"}, key=pair[0])
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != file.read_bytes()


def test_the_same_content_is_the_same_file_on_every_machine(file) -> None:
    assert hashlib.sha256(file.read_bytes()).hexdigest() == GOLDEN


def test_a_pack_tells_nothing_that_was_not_told(file) -> None:
    with zipfile.ZipFile(file) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(each.create_system, each.external_attr, each.comment, each.extra) for each in archive.infolist()} == {
            (3, 0o100644 << 16, b"", b"")
        }
    assert manifest.keys() == {"format", "program", "told", "files"}
    assert manifest["told"] == {}


def test_who_and_when_come_along_as_they_were_told(root, tmp_path) -> None:
    write_pack(root, tmp_path / "a.kiosk", told={"by": "ليلى", "when": "in spring"})
    assert open_pack(tmp_path / "a.kiosk").told == {"by": "ليلى", "when": "in spring"}
    with pytest.raises(BadCall, match="Say it shorter"):
        write_pack(root, tmp_path / "b.kiosk", told={"by": "x" * 201})


def test_the_manifest_comes_first_then_the_signature_then_the_files_by_name(root, tmp_path, pair) -> None:
    write_pack(root, tmp_path / "a.kiosk", key=pair[0])
    with zipfile.ZipFile(tmp_path / "a.kiosk") as archive:
        assert archive.namelist() == ["manifest.json", "signature.json", *sorted(CONTENT)]
        assert {each.compress_type for each in archive.infolist()} == {zipfile.ZIP_STORED}


def test_what_systems_and_editors_leave_behind_is_not_packed(root, tmp_path) -> None:
    left = ("content/.DS_Store", "content/exhibit.yaml~", "content/words/.ar.yaml.swp", "content/words/en.yaml.part")
    pictures = ("assets/pictures/Thumbs.db", "assets/pictures/desktop.ini", "assets/pictures/a.png.tmp", "assets/fonts/a.ttf")
    filled(root, dict.fromkeys((*left, *pictures), b"x"))
    write_pack(root, tmp_path / "a.kiosk")
    assert open_pack(tmp_path / "a.kiosk").files.keys() == CONTENT.keys()


@pytest.mark.parametrize("place", ["content/words/en.yaml", "content/projects/link", "assets/pictures/a.png", "assets/more"])
def test_a_link_is_refused_and_named(root, tmp_path, place) -> None:
    (tmp_path / "secret").mkdir()
    (root / place).symlink_to(tmp_path / "secret" if "." not in place else tmp_path / "spring/content/LICENCE.md")
    with pytest.raises(BadCall, match="is a link") as caught:
        write_pack(root, tmp_path / "a.kiosk")
    assert str(root / place) in str(caught.value)
    assert not (tmp_path / "a.kiosk").exists()


def test_a_folder_of_content_that_is_itself_a_link_is_refused(root, tmp_path) -> None:
    (root / "assets").rename(tmp_path / "elsewhere")
    (root / "assets").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BadCall, match="assets is a link"):
        write_pack(root, tmp_path / "a.kiosk")


@pytest.mark.parametrize(
    "name", ["a:b.png", "aux.png", "a?.png", "a\\b.png", "a\u202eb.png", "tail .png/b.png", "x" * 230 + ".png", "b./c.png"]
)
def test_a_name_that_not_every_system_can_write_is_told_before_it_is_packed(root, tmp_path, name) -> None:
    filled(root, {f"assets/pictures/{name.replace('tail .png', 'tail ')}": b"x"})
    with pytest.raises(BadCall, match="Rename it"):
        write_pack(root, tmp_path / "a.kiosk")
    assert not (tmp_path / "a.kiosk").exists()


@pytest.mark.parametrize("name", ["assets/pictures/STATION [1].png", "assets/Pictures/a.png", "content/projects/MIR/en.yaml"])
def test_names_that_differ_only_in_capitals_are_told(root, tmp_path, name) -> None:
    filled(root, {name: b"x"})
    with pytest.raises(BadCall, match="where capitals do not count"):
        write_pack(root, tmp_path / "a.kiosk")


def test_names_are_in_one_unicode_form_and_may_be_persian(root, tmp_path) -> None:
    filled(root, {"assets/pictures/e\u0301toile.png": b"x", "assets/pictures/ایستگاه\u200cفضایی.png": b"y"})
    write_pack(root, tmp_path / "a.kiosk")
    pack = open_pack(tmp_path / "a.kiosk")
    assert {"assets/pictures/\u00e9toile.png", "assets/pictures/ایستگاه\u200cفضایی.png"} < pack.files.keys()
    pack.extract(tmp_path / "out")
    assert (tmp_path / "out/assets/pictures/\u00e9toile.png").read_bytes() == b"x"


def test_a_full_disk_leaves_the_earlier_pack_and_nothing_else(file, root, tmp_path) -> None:
    before, there = file.read_bytes(), sorted(tmp_path.iterdir())
    filled(root, {"assets/pictures/large.png": bytes(3_000_000)})
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for most in (0, 100, 1_000, 1_000_000, 3_000_000):
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
        try:
            with pytest.raises(OSError, match="File too large") as caught:
                write_pack(root, file)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert (caught.value.errno, caught.value.filename) == (errno.EFBIG, str(file))
        assert (file.read_bytes(), sorted(tmp_path.iterdir())) == (before, there)


@pytest.mark.parametrize("moment", [1, 2], ids=["before it is hashed", "after it is hashed"])
@pytest.mark.parametrize("change", ["other bytes", "longer", "gone"])
def test_content_that_changes_while_it_is_packed_makes_no_pack(root, tmp_path, change, moment) -> None:
    picture = root / "assets/pictures/محطة مير.webp"
    before = len(CONTENT["assets/pictures/station [1].png"])

    def edit(done: int, total: int) -> None:
        if done == (before if moment == 1 else total // 2):
            picture.unlink() if change == "gone" else picture.write_bytes(b"x" * (260 if change == "other bytes" else 290))

    if (change, moment) == ("other bytes", 1):
        write_pack(root, tmp_path / "a.kiosk", progress=edit)  # as if it had been so from the start
        open_pack(tmp_path / "a.kiosk").extract(tmp_path / "out")
        return
    with pytest.raises(FileNotFoundError if change == "gone" else SourceChanged):
        write_pack(root, tmp_path / "a.kiosk", progress=edit)
    assert sorted(tmp_path.iterdir()) == [root]


def test_a_wrong_key_is_told_before_the_work_begins(root, tmp_path, pair) -> None:
    with pytest.raises(BadCall, match="is a public key"):
        write_pack(root, tmp_path / "a.kiosk", key=pair[1], progress=lambda done, total: pytest.fail("it began"))


def test_progress_grows_to_its_end(root, tmp_path) -> None:
    seen: list[tuple[int, int]] = []
    write_pack(root, tmp_path / "a.kiosk", progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1] == 2 * sum(map(len, CONTENT.values()))
    seen.clear()
    open_pack(tmp_path / "a.kiosk").extract(tmp_path / "out", lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] == sum(map(len, CONTENT.values()))


# ------------------------------------------------------------------ signatures


def test_a_trusted_signature_is_known_by_its_fingerprint(root, tmp_path, pair) -> None:
    write_pack(root, tmp_path / "a.kiosk", key=pair[0])
    for required in (True, False):
        assert open_pack(tmp_path / "a.kiosk", trusted=[pair[1]], required=required).signed_by == fingerprint(public_key(pair[1]))
    assert open_pack(tmp_path / "a.kiosk").signed_by == ""


def test_an_unsigned_pack_is_refused_where_signatures_are_required(file, pair) -> None:
    error = refusal(file, trusted=[pair[1]], required=True)
    assert error.code == "pack-unsigned"
    assert "--key" in str(error)


def test_the_key_of_a_stranger_is_named_so_that_one_can_ask(root, tmp_path, pair) -> None:
    stranger, public = new_key_pair(tmp_path / "keys", "stranger")
    write_pack(root, tmp_path / "a.kiosk", key=stranger)
    error = refusal(tmp_path / "a.kiosk", trusted=[pair[1]], required=True)
    assert error.code == "pack-unknown-key"
    assert fingerprint(public_key(public)) in str(error)


def test_a_machine_whose_keys_cannot_be_read_takes_nothing_and_says_where_to_look(root, tmp_path, pair, caplog) -> None:
    write_pack(root, tmp_path / "a.kiosk", key=pair[0])
    error = refusal(tmp_path / "a.kiosk", trusted=[tmp_path / "gone.pem"], required=True)
    assert (error.code, "trusted_keys" in str(error)) == ("pack-unknown-key", True)
    assert "gone.pem" in caplog.text
    assert open_pack(tmp_path / "a.kiosk", trusted=[tmp_path / "gone.pem", pair[1]], required=True).signed_by


def signed(file: Path, manifest: bytes, signature: object, content: Mapping[str, bytes] = CONTENT) -> Path:
    """A pack with this manifest and this signature."""
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(entry("manifest.json"), manifest)
        archive.writestr(entry("signature.json"), signature if isinstance(signature, bytes) else json.dumps(signature))
        for name in sorted(content):
            archive.writestr(entry(name), content[name])
    return file


def test_a_manifest_written_anew_under_an_old_signature_is_refused(tmp_path, pair) -> None:
    old = listed(CONTENT)
    evil = CONTENT | {"content/exhibit.yaml": b"languages: [xx]\n    "}
    signature = sign(old, private_key(pair[0]))
    assert open_pack(signed(tmp_path / "a.kiosk", old, signature), trusted=[pair[1]], required=True).signed_by
    error = refusal(signed(tmp_path / "b.kiosk", listed(evil), signature, evil), trusted=[pair[1]], required=True)
    assert (error.code, "after it was signed" in str(error)) == ("pack-altered", True)
    signature["key"] = "0000 0000 0000 0000"
    assert refusal(signed(tmp_path / "b.kiosk", listed(evil), signature, evil), trusted=[pair[1]], required=True).code == "pack-unknown-key"


@pytest.mark.parametrize(
    "signature", [b"", b"{", b"null ", b"[]", b"7", b'"x"', b"{}", b'{"key": 1}', b'{"key": {"a": []}}', b"\xff", b"[" * 900]
)
def test_a_signature_that_is_none_is_no_way_in(tmp_path, pair, signature) -> None:
    file = signed(tmp_path / "a.kiosk", listed(CONTENT), signature)
    assert refusal(file, trusted=[pair[1]], required=True).code in ("pack-altered", "pack-unsigned", "pack-unknown-key")


def test_one_wrong_byte_in_a_signed_pack_is_found_and_its_file_named(root, tmp_path, pair) -> None:
    write_pack(root, tmp_path / "a.kiosk", key=pair[0])
    data = (tmp_path / "a.kiosk").read_bytes().replace(b"languages: [en, ar]", b"languages: [en, az]")
    (tmp_path / "a.kiosk").write_bytes(data)
    pack = open_pack(tmp_path / "a.kiosk", trusted=[pair[1]], required=True)
    with pytest.raises(UnusablePack, match=r"content/exhibit\.yaml") as caught:
        pack.extract(tmp_path / "out")
    assert caught.value.code == "pack-altered"
    assert not (tmp_path / "out/content/projects").exists()  # what comes after it was not taken out


def test_content_exchanged_with_care_is_found_by_its_hash(tmp_path, pair) -> None:
    manifest = listed(CONTENT)
    evil = CONTENT | {"content/words/ar.yaml": b"x" * len(CONTENT["content/words/ar.yaml"])}  # its size and check sum hold
    pack = open_pack(signed(tmp_path / "a.kiosk", manifest, sign(manifest, private_key(pair[0])), evil), trusted=[pair[1]], required=True)
    with pytest.raises(UnusablePack, match=r"content/words/ar\.yaml") as caught:
        pack.extract(tmp_path / "out")
    assert caught.value.code == "pack-altered"


# ------------------------------------------------------------------ copies that broke off


def test_a_copy_that_broke_off_anywhere_says_that_it_is_not_complete(file, tmp_path) -> None:
    data = file.read_bytes()
    for length in range(len(data)):
        (tmp_path / "half.kiosk").write_bytes(data[:length])
        error = refusal(tmp_path / "half.kiosk")
        assert error.code == "pack-incomplete", length
        assert "copy is not complete" in str(error)
        assert "Copy it again" in str(error)


@pytest.mark.parametrize("rest", [b"\0", b"x", bytes(100_000), b"PK\5\6"])
def test_what_stands_behind_the_end_is_no_part_of_a_pack(file, tmp_path, rest) -> None:
    file.write_bytes(file.read_bytes() + rest)
    assert refusal(file).code == "pack-incomplete"


def test_a_file_whose_place_was_kept_but_not_filled_is_not_complete(file) -> None:
    data = file.read_bytes()
    for share in (0.0, 0.5, 0.95):
        kept = int(len(data) * share)
        file.write_bytes(data[:kept] + bytes(len(data) - kept))
        assert refusal(file).code == "pack-incomplete"


@pytest.mark.parametrize("data", [b"", b"x", b"GIF89a" * 100, b"PK\5\6" + bytes(18), "معرض".encode() * 50])
def test_something_else_that_is_called_a_pack_is_refused(tmp_path, data) -> None:
    (tmp_path / "a.kiosk").write_bytes(data)
    assert refusal(tmp_path / "a.kiosk").code in ("pack-incomplete", "pack-altered")


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe.kiosk")
    (tmp_path / "folder.kiosk").mkdir()
    for name in ("pipe.kiosk", "folder.kiosk", "nothing.kiosk"):
        assert "There is no pack" in str(refusal(tmp_path / name))


# ------------------------------------------------------------------ packs that lie


PLACE = "content/0000000000.yaml"
NAMES = {
    "a way up": "content/../../../../x",
    "a way up at the start": "../../../../etc/kiosk.y",
    "from the root": "/etc/cron.d/kiosk-x.yml.",
    "from a drive": "C:/content/system.yaml.",
    "with backslashes": "content\\..\\..\\win.yaml",
    "a line break": "content/000000\n000.yaml",
    "an escape": "content/0\x1b[2J00000.yaml",
    "a nought": "content/00000.yaml\0.png",
    "hidden": "content/.000000000.yaml",
    "a point": "content/./00000000.yaml",
    "an empty piece": "content//000000000.yaml",
    "a folder": "content/0000000000yaml/",
    "elsewhere": "kiosk__/0000000000.yaml",
    "no folder at all": "00000000000000000.yaml",
    "a device": "content/con.0000000yaml",
    "a stream": "content/00000000:0.yaml",
    "a tail of dots": "content/0000000000.yam.",
    "a tail of blanks": "content/000000000.yaml ",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_that_leads_anywhere_else_is_refused(tmp_path, name) -> None:
    name = name[: len(PLACE)].ljust(len(PLACE), "." if name.endswith(".") else "0")
    forged(tmp_path / "a.kiosk", (PLACE, b"x"))
    data = (tmp_path / "a.kiosk").read_bytes()
    (tmp_path / "a.kiosk").write_bytes(data.replace(PLACE.encode(), name.encode()))
    assert refusal(tmp_path / "a.kiosk").code == "pack-unsafe"


@pytest.mark.parametrize("name", ["content/" + "x" * 300, "content/" + "ل" * 240, "content" + "/x" * 20, "content/" + "x" * 60_000])
def test_a_name_that_is_too_long_is_refused(tmp_path, name) -> None:
    error = refusal(forged(tmp_path / "a.kiosk", (name, b"x")))
    assert error.code == "pack-unsafe"
    assert len(str(error)) < 300


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"\xd9\xd9", b"\xed\xa0"])
@pytest.mark.parametrize("says", [True, False], ids=["says it is UTF-8", "says nothing"])
def test_a_name_that_is_not_utf_8_is_refused(tmp_path, raw, says) -> None:
    forged(tmp_path / "a.kiosk", ("content/é.yaml", b"x"))
    data = (tmp_path / "a.kiosk").read_bytes().replace("é".encode(), raw)
    if not says:
        data = data.replace(b"\x14\x00\x00\x08", b"\x14\x00\x00\x00")
    (tmp_path / "a.kiosk").write_bytes(data)
    assert refusal(tmp_path / "a.kiosk").code in ("pack-unsafe", "pack-altered")


@pytest.mark.parametrize("other", ["content/a.yaml", "content/A.yaml", "content/a.yaml/b.yaml", "Content/b.yaml", "content/e\u0301.yaml"])
def test_two_names_for_one_file_are_refused(tmp_path, other) -> None:
    forged(tmp_path / "a.kiosk", ("content/a.yaml", b"x"), ("content/" + "b" * (len(other.encode()) - 8), b"y"))
    data = (tmp_path / "a.kiosk").read_bytes().replace(b"content/" + b"b" * (len(other.encode()) - 8), other.encode())
    (tmp_path / "a.kiosk").write_bytes(data)
    assert refusal(tmp_path / "a.kiosk").code == "pack-unsafe"


@pytest.mark.parametrize("mode", [0o120777, 0o020666, 0o010666, 0o040755, 0o140777], ids=["link", "device", "pipe", "folder", "socket"])
def test_what_is_no_plain_file_is_refused(tmp_path, mode) -> None:
    assert refusal(forged(tmp_path / "a.kiosk", (entry("content/a.yaml", mode), b"/etc/passwd"))).code == "pack-unsafe"


def test_a_locked_file_is_refused(tmp_path) -> None:
    file = forged(tmp_path / "a.kiosk", ("content/a.yaml", b"x"))
    data = bytearray(file.read_bytes())
    data[places(data)[1] + 8] |= 1
    file.write_bytes(data)
    assert refusal(file).code == "pack-altered"


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_bomb_cannot_be_packed_because_nothing_may_be(tmp_path, packing) -> None:
    file = forged(tmp_path / "a.kiosk", ("content/a.yaml", bytes(20_000_000)), packing=packing)
    error = refusal(file)
    assert (error.code, "another program" in str(error)) == ("pack-altered", True)


def places(data: bytes) -> list[int]:
    """Where the lines of the directory begin."""
    return [at for at in range(len(data)) if data.startswith(b"PK\1\2", at)]


def test_files_that_share_their_bytes_are_refused(tmp_path) -> None:
    file = forged(tmp_path / "a.kiosk", ("content/a.yaml", b"x" * 100), ("content/b.yaml", b"x" * 100))
    data = bytearray(file.read_bytes())
    _, one, other = places(data)
    data[other + 42 : other + 46] = data[one + 42 : one + 46]
    file.write_bytes(data)
    assert refusal(file).code == "pack-altered"


def test_something_hidden_between_or_before_files_is_refused(file) -> None:
    data = file.read_bytes()
    file.write_bytes(b"#!/bin/sh\n" + data)
    assert refusal(file).code == "pack-incomplete"
    directory = places(data)[0]
    end = bytearray(data[-22:])
    struct.pack_into("<L", end, 16, directory + 50)
    file.write_bytes(data[:directory] + bytes(50) + data[directory:-22] + end)
    assert refusal(file).code == "pack-altered"


@pytest.mark.parametrize(
    ("at", "form", "value"), [(20, "<L", 3), (24, "<L", 3), (24, "<L", 0xFFFFFFFF), (20, "<L", 0xFFFFFFF0), (42, "<L", 1)]
)
@pytest.mark.parametrize("which", [0, 1, -1], ids=["manifest", "first", "last"])
def test_a_directory_that_lies_about_sizes_and_places_is_refused(file, tmp_path, which, at, form, value) -> None:
    data = bytearray(file.read_bytes())
    struct.pack_into(form, data, places(data)[which] + at, value)
    file.write_bytes(data)
    assert refusal(file).code in ("pack-altered", "pack-incomplete", "pack-unsafe")


@pytest.mark.parametrize("sizes", [(2**40, 2**40), (2**63, 5), (5, 2**63), (-1 % 2**64, -1 % 2**64)])
def test_a_zip64_that_lies_about_sizes_is_refused(tmp_path, sizes) -> None:
    lying = entry("content/a.yaml")
    lying.extra = struct.pack("<HHQQ", 1, 16, *sizes)
    file = forged(tmp_path / "a.kiosk", (lying, b"12345"))
    data = bytearray(file.read_bytes())
    data[places(data)[1] + 20 : places(data)[1] + 28] = b"\xff" * 8
    file.write_bytes(data)
    assert refusal(file).code in ("pack-altered", "pack-unsafe", "pack-incomplete")


@pytest.mark.parametrize(("at", "form", "value"), [(12, "<L", 0), (12, "<L", 50), (16, "<L", 0), (16, "<L", 2**31), (20, "<H", 7)])
def test_an_end_that_lies_about_the_directory_is_refused(file, at, form, value) -> None:
    data = bytearray(file.read_bytes())
    struct.pack_into(form, data, len(data) - 22 + at, value)
    file.write_bytes(data)
    assert refusal(file).code == "pack-incomplete"


@pytest.mark.parametrize(("count", "size"), [(10**9, 100), (2**63, 100), (5, 10**12)])
def test_a_directory_larger_than_any_is_refused_before_it_is_read(tmp_path, count, size) -> None:
    file = tmp_path / "a.kiosk"
    with open(file, "wb") as written:
        written.truncate(size)  # a hole, not a byte of disk
        written.seek(size)
        written.write(struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, 0))
        written.write(struct.pack("<4sLQL", b"PK\6\7", 0, size, 1))
        written.write(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0))
    assert refusal(file).code == "pack-unsafe"


def test_more_bytes_than_any_exhibit_has_are_refused(tmp_path, monkeypatch) -> None:
    for module in ("packing", "pack_format"):
        monkeypatch.setattr(f"kiosk.editions.{module}.MOST_BYTES", 10_000)
    error = refusal(forged(tmp_path / "a.kiosk", ("content/a.yaml", bytes(20_000))))
    assert (error.code, "GB" in str(error)) == ("pack-unsafe", True)
    with pytest.raises(BadCall, match="Use smaller pictures"):
        write_pack(filled(tmp_path / "large", {"content/a.yaml": bytes(20_000)}), tmp_path / "b.kiosk")


ONE = {"content/a.yaml": b"x"}
MANIFESTS = {
    "nothing": b"",
    "no JSON": b"{",
    "not UTF-8": b'{"format": 1, "program": "\xff"}',
    "a list": b"[]",
    "a number": b"1e999",
    "not a number": b"NaN",
    "no files": b'{"format": 1, "program": "reaching-for-the-stars", "told": {}}',
    "files in a list": listed({}, files=[]),
    "nothing told": listed(ONE, told=None),
    "another program": listed(ONE, program="another"),
    "a format of old": listed(ONE, format=0),
    "a format in words": listed(ONE, format="new"),
    "a size below nought": listed({}, files={"content/a.yaml": [-1, "0" * 64]}),
    "a size that is none": listed({}, files={"content/a.yaml": [1.0, "0" * 64]}),
    "an endless size": b'{"format": 1, "program": "reaching-for-the-stars", "told": {}, "files": {"content/a.yaml": [1e999, ""]}}',
    "a size of many digits": listed({}).replace(b"{}}", b'{"content/a.yaml": [' + b"9" * 9_000 + b', ""]}}'),
    "a hash that is none": listed({}, files={"content/a.yaml": [1, "0" * 63 + "G"]}),
    "three values": listed({}, files={"content/a.yaml": [1, "0" * 64, 1]}),
    "deep": b"[" * 5_000 + b"]" * 5_000,
    "rich in brackets": b"[" + b"[]," * 3_000 + b"[]]",
    "rich in words": b"[" + b'"",' * 3_000 + b"0]",
    "large": b" " * 1_000_000,
    "missing a file": listed({}),
    "with a file more": listed({"content/a.yaml": b"x", "content/b.yaml": b"y"}),
    "with another size": listed({"content/a.yaml": b"xx"}),
    "in another order": listed({"content/b.yaml": b"x"}),
}


@pytest.mark.parametrize("manifest", MANIFESTS.values(), ids=MANIFESTS)
def test_a_manifest_that_is_not_that_of_the_pack_is_refused(tmp_path, manifest) -> None:
    assert refusal(forged(tmp_path / "a.kiosk", ("content/a.yaml", b"x"), manifest=manifest)).code == "pack-altered"


@pytest.mark.parametrize("name", ["deep", "rich in brackets", "rich in words", "large"])
def test_a_manifest_that_would_fill_the_memory_is_not_even_read(tmp_path, monkeypatch, name) -> None:
    file = forged(tmp_path / "a.kiosk", ("content/a.yaml", b"x"), manifest=MANIFESTS[name])
    monkeypatch.setattr("kiosk.editions.packs.json.loads", lambda data: pytest.fail("it was read"))
    assert refusal(file).code == "pack-altered"


def test_the_manifest_that_these_differ_from_is_taken(tmp_path) -> None:
    assert open_pack(forged(tmp_path / "a.kiosk", ("content/a.yaml", b"x"), manifest=listed(ONE))).files.keys() == ONE.keys()


def test_a_zip_without_a_manifest_is_refused(tmp_path) -> None:
    with zipfile.ZipFile(tmp_path / "a.kiosk", "w") as archive:
        archive.writestr(entry("content/a.yaml"), b"x")
    assert refusal(tmp_path / "a.kiosk").code == "pack-altered"
    with zipfile.ZipFile(tmp_path / "a.kiosk", "w"):
        pass
    assert refusal(tmp_path / "a.kiosk").code == "pack-altered"


def test_files_that_are_not_sorted_are_refused(tmp_path) -> None:
    assert refusal(forged(tmp_path / "a.kiosk", ("content/b.yaml", b"x"), ("content/a.yaml", b"x"))).code == "pack-altered"


def test_a_pack_of_a_newer_program_says_so(tmp_path) -> None:
    error = refusal(forged(tmp_path / "a.kiosk", manifest=listed({}, format=2)))
    assert (error.code, "newer program" in str(error)) == ("pack-newer", True)


def test_what_a_pack_tells_cannot_trick_a_terminal(tmp_path) -> None:
    told = {"by": "\x1b[2JLayla\u202e" + "x" * 500, "when": ["today"], "more": "no"}
    pack = open_pack(forged(tmp_path / "a.kiosk", manifest=listed({}, told=told)))
    assert pack.told.keys() == {"by", "when"}
    assert pack.told["by"].startswith("?[2JLayla?xxx")
    assert len(pack.told["by"]) == 200


def test_another_stick_in_the_same_place_is_noticed(file, root, tmp_path) -> None:
    pack = open_pack(file)
    forged(file, *((name, data.upper() + b"!") for name, data in sorted(CONTENT.items())), packing=zipfile.ZIP_DEFLATED)
    with pytest.raises(UnusablePack) as caught:
        pack.extract(tmp_path / "out")
    assert caught.value.code == "pack-altered"
    forged(file, *((name, bytes(5_000_000)) for name in sorted(CONTENT)), packing=zipfile.ZIP_DEFLATED)
    with pytest.raises(UnusablePack):
        pack.extract(tmp_path / "out")
    assert sum(map(len, files_in(tmp_path / "out").values())) <= pack.size
    file.write_bytes(b"")
    with pytest.raises(UnusablePack) as caught:
        pack.extract(tmp_path / "out")
    assert caught.value.code == "pack-incomplete"


def test_memory_is_bounded_however_large_a_file_is(tmp_path) -> None:
    root = filled(tmp_path / "large", {"content/exhibit.yaml": b"x"})
    (root / "assets/pictures").mkdir(parents=True)
    with open(root / "assets/pictures/a.png", "wb") as large:
        large.truncate(60_000_000)
    tracemalloc.start()
    try:
        write_pack(root, tmp_path / "a.kiosk")
        open_pack(tmp_path / "a.kiosk").extract(tmp_path / "out")
        assert tracemalloc.get_traced_memory()[1] < 6_000_000
    finally:
        tracemalloc.stop()
    assert (tmp_path / "out/assets/pictures/a.png").stat().st_size == 60_000_000


def test_more_files_than_an_old_zip_can_count_come_through(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 3)  # else 65,535
    write_pack(filled(tmp_path / "many"), tmp_path / "a.kiosk")
    assert b"PK\6\6" in (tmp_path / "a.kiosk").read_bytes()[-98:]
    assert open_pack(tmp_path / "a.kiosk").files.keys() == CONTENT.keys()
    data = (tmp_path / "a.kiosk").read_bytes()
    for length in range(len(data) - 98, len(data)):
        (tmp_path / "a.kiosk").write_bytes(data[:length])
        assert refusal(tmp_path / "a.kiosk").code == "pack-incomplete"
    for at in (-98, -42 + 8):  # the mark of the record, and where it stands
        (tmp_path / "a.kiosk").write_bytes(data[:at] + b"x" + data[at + 1 :])
        assert refusal(tmp_path / "a.kiosk").code == "pack-incomplete"
    (tmp_path / "a.kiosk").write_bytes(data[-42:])
    assert refusal(tmp_path / "a.kiosk").code == "pack-incomplete"


# ------------------------------------------------------------------ whatever was done to a pack


def taken_out(data: bytes, trusted: Path, required: bool) -> dict[str, bytes] | None:
    """What comes out of a pack of these bytes; None where it is refused. Nothing may come to lie beside its place."""
    with tempfile.TemporaryDirectory() as jail:
        file, target = Path(jail, "a.kiosk"), Path(jail, "far", "below", "out")
        file.write_bytes(data)
        target.mkdir(parents=True)
        whole = False
        with suppress(UnusablePack), patch.object(os, "fsync"):  # thousands of packs: what counts is where bytes go
            open_pack(file, trusted=[trusted], required=required).extract(target)
            whole = True
        assert all(name == "a.kiosk" or name.startswith("far/below/out/") for name in files_in(Path(jail)))
        return files_in(target) if whole else None


@pytest.fixture(scope="module")
def museum(tmp_path_factory) -> tuple[bytes, Path]:
    """A signed pack, and the key that a machine trusts."""
    folder = tmp_path_factory.mktemp("museum")
    private, public = new_key_pair(folder, "museum")
    small = {name: CONTENT[name] for name in ("content/exhibit.yaml", "content/words/ar.yaml")}
    write_pack(filled(folder / "exhibit", small), folder / "a.kiosk", told={"by": "Layla"}, key=private)
    return (folder / "a.kiosk").read_bytes(), public


def test_each_byte_of_a_signed_pack_may_be_flipped(museum) -> None:
    data, public = museum
    whole = taken_out(data, public, True)
    assert whole is not None
    refused = 0
    for at in range(len(data)):
        for mask in (0x01, 0x80, 0xFF):
            altered = bytearray(data)
            altered[at] ^= mask
            found = taken_out(bytes(altered), public, True)
            assert found in (None, whole), (at, mask)
            refused += found is None
    assert refused > len(data) * 2  # the rest are dates, rights and versions, which nothing reads


EDIT = st.tuples(st.integers(0, 10_000), st.integers(0, 12), st.binary(max_size=12))


@settings(max_examples=300, deadline=timedelta(seconds=2))
@given(edits=st.lists(EDIT, min_size=1, max_size=6), cut=st.integers(0, 3_000), required=st.booleans())
@example(edits=[(0, 0, b"")], cut=0, required=True)
def test_whatever_is_done_to_a_signed_pack_it_is_whole_or_refused(museum, edits, cut, required) -> None:
    data, public = museum
    whole = taken_out(data, public, True)
    for at, gone, new in edits:
        at %= len(data) + 1
        data = data[:at] + new + data[at + gone :]
    if cut % 3 == 0:
        data = data[: len(data) - cut // 3]
    assert taken_out(data, public, required) in (None, whole)
