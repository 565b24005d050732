"""`kiosk pack` and `kiosk keys` as a curator types them."""

from __future__ import annotations

import json
import os
import stat

import pytest

from kiosk.commands import main
from kiosk.editions.packs import open_pack
from kiosk.editions.signing import fingerprint, public_key


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    """The folder in which the curator sits."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


# ------------------------------------------------------------------ pack


def test_a_pack_is_named_after_its_folder_and_lies_where_one_is(exhibit, desk, capsys) -> None:
    assert main(["pack", str(exhibit.root)]) == 0
    assert [file.name for file in desk.iterdir()] == ["exhibit.kiosk"]
    pack = open_pack(desk / "exhibit.kiosk")
    assert {"content/exhibit.yaml", "content/projects/mir/ar.yaml", "assets/pictures/pad.png"} <= pack.files.keys()
    said = capsys.readouterr().out
    assert f"exhibit.kiosk: {len(pack.files)} files" in said
    assert "All is well" in said


def test_the_same_call_gives_the_same_file_and_tells_only_what_was_typed(exhibit, desk) -> None:
    told = ["--by", "ليلى", "--when", "2026-11-23"]
    for name, more in (("a", told), ("b", told), ("plain", [])):
        assert main(["pack", str(exhibit.root), "--out", f"{name}.kiosk", *more]) == 0
    assert (desk / "a.kiosk").read_bytes() == (desk / "b.kiosk").read_bytes() != (desk / "plain.kiosk").read_bytes()
    assert open_pack(desk / "a.kiosk").told == {"by": "ليلى", "when": "2026-11-23"}
    assert open_pack(desk / "plain.kiosk").told == {}


def test_errors_are_told_and_the_rest_is_packed(exhibit, desk, capsys) -> None:
    exhibit.replace("content/projects/mir/project.yaml", "standing: flown", "standing: flwn")
    assert main(["pack", str(exhibit.root)]) == 1
    assert "content/projects/mir/project.yaml:2:11  «flwn» is not known here." in capsys.readouterr().out
    assert "content/projects/launch/project.yaml" in open_pack(desk / "exhibit.kiosk").files


def test_an_exhibit_that_shows_nothing_is_not_packed(exhibit, desk, capsys) -> None:
    exhibit.replace("content/exhibit.yaml", "languages: [en, ar]", "languages: [en, ar")
    assert main(["pack", str(exhibit.root)]) == 2
    assert "can be shown, so it is not packed" in capsys.readouterr().err
    assert main(["pack", str(desk / "nowhere")]) == 2
    assert list(desk.iterdir()) == []


def test_json_tells_a_program_what_was_packed(exhibit, desk, capsys) -> None:
    main(["keys", "new", "our-museum"])
    capsys.readouterr()
    assert main(["pack", str(exhibit.root), "--format", "json", "--key", "our-museum.private.pem"]) == 0
    told = json.loads(capsys.readouterr().out)
    pack = open_pack(desk / "exhibit.kiosk")
    assert told == {"pack": "exhibit.kiosk", "files": len(pack.files), "bytes": pack.size, "signed": True, "problems": 0}


@pytest.mark.parametrize(
    ("key", "told"), [("our-museum.public.pem", "with which nobody can sign"), ("nothing.pem", "cannot be read"), (".", "cannot be read")]
)
def test_a_pack_is_not_written_unsigned_where_its_key_is_wrong(exhibit, desk, capsys, key, told) -> None:
    main(["keys", "new", "our-museum"])
    assert main(["pack", str(exhibit.root), "--key", key]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert "Traceback" not in said
    assert not list(desk.glob("*.kiosk*"))


def test_a_link_and_a_place_that_cannot_be_written_are_told(exhibit, desk, capsys) -> None:
    assert main(["pack", str(exhibit.root), "--out", "no/such/folder/a.kiosk"]) == 2
    assert f"there is no folder {desk / 'no/such/folder'}. Make it first" in capsys.readouterr().err
    (exhibit / "assets/pictures/more.png").symlink_to(exhibit / "assets/pictures/pad.png")
    assert main(["pack", str(exhibit.root)]) == 2
    assert "more.png is a link" in capsys.readouterr().err
    assert list(desk.iterdir()) == []


def test_a_folder_in_which_nothing_can_be_written_is_named_and_not_a_file_on_its_way(exhibit, desk, capsys, monkeypatch) -> None:
    def denied(neighbour, target) -> None:
        raise PermissionError(13, "Permission denied", str(neighbour))

    monkeypatch.setattr("kiosk.editions.packing.disk.replace", denied)
    assert main(["pack", str(exhibit.root)]) == 2
    said = capsys.readouterr().err
    assert f"no pack can be written to {desk} (Permission denied). Make room there, or name another with --out." in said
    assert ".part" not in said
    assert list(desk.iterdir()) == []


@pytest.mark.parametrize("out", ["x.txt", "kiosk", "stick", "stick.kiosk"])
def test_what_no_stick_would_bring_is_not_written(exhibit, desk, capsys, out) -> None:
    for name in ("stick", "stick.kiosk"):
        (desk / name).mkdir()
    assert main(["pack", str(exhibit.root), "--out", out]) == 2
    said = capsys.readouterr().err
    assert f"{out} is no file that ends in .kiosk" in said
    assert "--out exhibit.kiosk" in said
    assert sorted(file.name for file in desk.rglob("*")) == ["stick", "stick.kiosk"]


# ------------------------------------------------------------------ keys


def test_new_keys_say_which_one_is_secret_and_where_the_other_goes(desk, capsys) -> None:
    assert main(["keys", "new", "our-museum", "--out", "keys"]) == 0
    secret, public, said = capsys.readouterr().out.splitlines()
    assert secret.startswith("keys/our-museum.private.pem")
    assert "secret" in secret
    assert public.startswith("keys/our-museum.public.pem")
    assert "trusted_keys" in public
    assert fingerprint(public_key(desk / "keys/our-museum.public.pem")) in said
    if os.name == "posix":
        assert stat.S_IMODE((desk / "keys/our-museum.private.pem").stat().st_mode) == 0o600


def test_keys_that_are_there_stay(desk, capsys) -> None:
    main(["keys", "new", "our-museum"])
    before = (desk / "our-museum.private.pem").read_bytes()
    assert main(["keys", "new", "our-museum"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert (desk / "our-museum.private.pem").read_bytes() == before


def test_a_fingerprint_is_shown_for_the_telephone(desk, capsys) -> None:
    main(["keys", "new", "our-museum"])
    capsys.readouterr()
    assert main(["keys", "show", "our-museum.public.pem"]) == 0
    assert capsys.readouterr().out.strip() == fingerprint(public_key(desk / "our-museum.public.pem"))
    assert main(["keys", "show", "our-museum.private.pem"]) == 2
    assert "Keep it secret" in capsys.readouterr().err


def test_a_pack_goes_from_the_curator_to_a_machine_that_trusts_only_her(exhibit, desk) -> None:
    main(["keys", "new", "our-museum"])
    assert main(["pack", str(exhibit.root), "--key", "our-museum.private.pem"]) == 0
    pack = open_pack(desk / "exhibit.kiosk", trusted=[desk / "our-museum.public.pem"], required=True)
    assert pack.signed_by == fingerprint(public_key(desk / "our-museum.public.pem"))
    pack.extract(desk / "machine")
    assert (desk / "machine/content/exhibit.yaml").read_bytes() == (exhibit / "content/exhibit.yaml").read_bytes()
