"""`kiosk diff` as a curator types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kiosk.commands import main
from kiosk.editions.packing import write_pack
from kiosk.editions.staging import stage
from kiosk.editions.store import Store

FACTS, ENGLISH = "content/projects/mir/project.yaml", "content/projects/mir/en.yaml"


@pytest.fixture
def before(exhibit, tmp_path) -> Path:
    """The exhibit as it was before the test changed it."""
    return Path(shutil.copytree(exhibit.root, tmp_path / "before"))


def test_two_folders_are_compared_in_words(exhibit, before, capsys) -> None:
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    shutil.rmtree(exhibit / "content/projects/launch")
    assert main(["diff", str(before), str(exhibit.root)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Gone: «A launch» (launch).",
        "«To the station» (mir): reworded in en, 1 passage (title).",
    ]


def test_two_folders_that_are_the_same_are_said_to_be(exhibit, before, capsys) -> None:
    assert main(["diff", str(before), str(exhibit.root)]) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"


def test_programs_get_json(exhibit, before, capsys) -> None:
    exhibit.picture("pictures/pad.png", colour="navy")
    assert main(["diff", str(before), str(exhibit.root), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(each["project"], each["pictures"]) for each in told["changed"]] == [("launch", ["pad"])]


def test_a_project_with_errors_is_said_to_be_left_out_of_the_comparison(exhibit, before, capsys) -> None:
    exhibit.replace(FACTS, "standing: flown", "standing: flwn")
    assert main(["diff", str(before), str(exhibit.root)]) == 0
    assert capsys.readouterr().out == "Not compared, because of errors that `kiosk check` tells: mir.\n"


def test_a_pack_is_compared_with_the_folder_it_was_made_of(exhibit, tmp_path, capsys) -> None:
    write_pack(exhibit.root, tmp_path / "spring.kiosk")
    assert main(["diff", str(tmp_path / "spring.kiosk"), str(exhibit.root)]) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"


@pytest.fixture
def settings(tmp_path) -> str:
    """Settings of a machine with a store of its own."""
    file = tmp_path / "settings.yaml"
    file.write_text(f"editions: {{folder: {tmp_path / 'store'}}}\n")
    return str(file)


def test_an_edition_of_the_machine_is_meant_by_its_name_or_the_beginning_of_it(exhibit, tmp_path, settings, capsys) -> None:
    store = Store(tmp_path / "store")
    staged = stage(exhibit.root, store, {})
    name = store.put(staged.folder, staged.manifest)
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    for named in (name, name[:6]):
        assert main(["diff", named, str(exhibit.root), "--settings", settings]) == 0
        assert "reworded in en" in capsys.readouterr().out


def test_what_is_neither_folder_nor_pack_nor_edition_is_called_wrongly(exhibit, settings, capsys) -> None:
    assert main(["diff", str(exhibit.root), "winter", "--settings", settings]) == 2
    assert "there is no folder, pack or edition «winter»" in capsys.readouterr().err


def test_an_exhibit_that_cannot_be_read_is_called_wrongly(exhibit, before, capsys) -> None:
    exhibit.write("content/exhibit.yaml", "languages: [")
    assert main(["diff", str(before), str(exhibit.root)]) == 2
    said = capsys.readouterr().err
    assert str(exhibit.root) in said
    assert "`kiosk check` tells why" in said
