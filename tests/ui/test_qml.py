"""The house rules of QML: linted without a warning, colours and sizes only in the theme, words only in content."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from kiosk.content.reading import read_exhibit
from kiosk.opening import PACKAGE

UI = PACKAGE / "ui"
FILES = sorted(UI.rglob("*.qml"))
TOOLS = Path(PySide6.__file__).parent
BRIDGE = ("visit", "exhibit", "panel", "attract", "machine", "delivery")


def _tool(name: str) -> Path:
    places = [TOOLS / name, TOOLS / "Qt" / "libexec" / name, TOOLS / f"{name}.exe"]
    return next(place for place in places if place.is_file())


def test_qmllint_has_nothing_to_say(tmp_path: Path) -> None:
    """Against the types that the bridge really has: metaobjectdump reads them from Python."""
    shutil.copytree(UI, tmp_path / "kiosk" / "ui")
    bridge = tmp_path / "kiosk" / "bridge"
    bridge.mkdir()
    dump = subprocess.run(
        [sys.executable, TOOLS / "scripts" / "metaobjectdump.py", *(PACKAGE / "bridge" / f"{name}.py" for name in BRIDGE)],
        capture_output=True,
        text=True,
        check=True,
    )
    types = json.loads(dump.stdout)
    for file in types:
        for kind in file["classes"]:
            for each in kind.get("properties", []):
                if "notify" not in each:
                    each["constant"] = True  # what `constant=True` says, which the dump leaves out
    (tmp_path / "types.json").write_text(json.dumps(types))
    subprocess.run(
        [
            _tool("qmltyperegistrar"),
            "--generate-qmltypes",
            bridge / "bridge.qmltypes",
            "--import-name",
            "kiosk.bridge",
            "--major-version",
            "1",
            "--minor-version",
            "0",
            "-o",
            tmp_path / "registration.cpp",
            tmp_path / "types.json",
        ],
        check=True,
        capture_output=True,
    )
    (bridge / "qmldir").write_text("module kiosk.bridge\ntypeinfo bridge.qmltypes\n")
    copied = sorted((tmp_path / "kiosk" / "ui").rglob("*.qml"))
    done = subprocess.run([_tool("qmllint"), "-W", "0", "-I", tmp_path, *copied], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).replace(str(tmp_path), "")


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_ids_are_bound_and_every_file_is_in_its_qmldir(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith("pragma")
    assert file.name in (file.parent / "qmldir").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", [file for file in FILES if "theme" not in file.parts], ids=lambda file: file.name)
def test_colours_and_times_come_from_the_theme(file: Path) -> None:
    text = re.sub(r"//.*|/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(r'"#[0-9A-Fa-f]{3,8}"|Qt\.rgba|color: "', text), "a colour of its own"
    assert not re.search(r"font\.(pixelSize|family): *[\d\"]", text), "a face or size of its own"
    assert not re.search(r"duration: *\d{2,}", text), "a duration of its own"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_words_come_from_content(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r'\b(text|label|title): "[^"]*[A-Za-z]{3}', text)
    assert "qsTr(" not in text


def test_every_word_that_the_screens_ask_for_exists_and_none_is_left_over(repository: Path) -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in [*FILES, *PACKAGE.rglob("*.py")])
    exhibit = read_exhibit(repository).exhibit
    assert exhibit is not None
    for code in ("en", "ar", "ru"):
        words = exhibit.interface[code].words
        asked = set(re.findall(r'qsTrId\("([\w.-]+)"\)', source))
        assert asked - set(words) == set()
        composed = ("standing.", "cooperation.", "staff.", "evidence.", "letter.", "problem.", "refused.")
        left_over = [key for key in words if key not in source and not key.startswith(composed)]
        assert left_over == []
