"""The watcher whose delivering process ends without an answer: the stick gets its letter all the same, and only that stick."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.operations.machine_settings import MachineSettings
from kiosk.receiving import LETTER, _child, main
from kiosk.receiving import deliver as receive

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")

_HEAVY = {"yaml", "pydantic", "pydantic_core", "babel", "PySide6", "PIL", "cryptography"}
_OLD = "<p>The letter of last time.</p>"
_WATCH = """
import sys
from pathlib import Path
from kiosk.operations.machine_settings import MachineSettings
from kiosk.receiving import _child
sys.executable, editions, shown, source, letter = sys.argv[1:]
_child(MachineSettings(editions=editions, exhibit=shown), "640x360")(Path(source), Path(letter))
print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


@pytest.fixture
def dying(tmp_path) -> Path:
    """A Python whose delivering processes are killed, and whose others live."""
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\n[ "$3" = deliver ] && kill -9 $$\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    return python


@pytest.fixture
def stick(tmp_path) -> Path:
    """A stick with a pack, and the letter that was written to it last time."""
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "spring.kiosk").write_bytes(b"x")
    (folder / LETTER).write_text(_OLD)
    return folder


def told_by(text: str) -> list[str]:
    """What was told in lines of JSON: the first word of each."""
    return [next(iter(json.loads(line))) for line in text.splitlines()]


@pytest.mark.parametrize(("language", "words"), [("ar", "انتهى الفحص بلا نتيجة."), ("ru", "Проверка прервалась без ответа.")])
def test_a_check_without_an_answer_writes_a_letter_in_the_language_of_the_curator_and_the_watcher_stays_lean(
    exhibit, dying, stick, tmp_path, language, words
) -> None:
    exhibit.replace("content/exhibit.yaml", "order: [mir]", f"order: [mir]\nletter_language: {language}")
    places = [dying, tmp_path / "e", exhibit.root, stick / "spring.kiosk", stick / LETTER]
    done = subprocess.run([sys.executable, "-c", _WATCH, *map(str, places)], capture_output=True, text=True, check=True)
    assert told_by(done.stdout) == ["outcome"]
    assert json.loads(done.stdout)["outcome"]["code"] == "not-checked"
    page = (stick / LETTER).read_text(encoding="utf-8")
    assert f'<html lang="{language}"' in page
    assert words in page
    assert "spring.kiosk" in page
    assert "Checking it ended without an answer. What is shown stays as it is." in page
    assert set(done.stderr.split()) & _HEAVY == set()


def test_a_stick_that_was_taken_out_gets_nothing_into_its_empty_folder(exhibit, dying, stick, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "executable", str(dying))
    monkeypatch.setattr("kiosk.receiving._volume", lambda letter: letter.parent.stat().st_dev + 1)  # the system's disk is another
    settings = MachineSettings(editions=str(tmp_path / "e"), exhibit=str(exhibit.root))
    (stick / LETTER).unlink()
    assert _child(settings, "640x360")(stick / "spring.kiosk", stick / LETTER) == "refused"
    assert not (stick / LETTER).exists()
    assert told_by(capsys.readouterr().out) == ["outcome", "unwritten"]


def test_nothing_is_told_where_no_letter_is_wanted(exhibit, dying, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "executable", str(dying))
    monkeypatch.setattr("kiosk.receiving._have_told", lambda *of: pytest.fail("a drop folder gets no letter"))
    settings = MachineSettings(editions=str(tmp_path / "e"), exhibit=str(exhibit.root))
    assert _child(settings, "640x360")(exhibit.root, None) == "refused"
    assert told_by(capsys.readouterr().out) == ["outcome"]


def test_a_letter_that_hangs_does_not_keep_the_watcher(stick, tmp_path, monkeypatch, capsys) -> None:
    hangs = tmp_path / "python"
    hangs.write_text('#!/bin/sh\n[ "$3" = deliver ] && exit 1\nexec sleep 60\n')
    hangs.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(hangs))
    monkeypatch.setattr("kiosk.receiving._LONGEST_LETTER", 0.2)
    assert _child(MachineSettings(editions=str(tmp_path / "e")), "640x360")(stick / "spring.kiosk", stick / LETTER) == "refused"
    assert told_by(capsys.readouterr().out) == ["outcome", "unwritten"]


def test_the_letter_is_about_what_is_shown_now_and_not_about_the_folder_of_the_settings(exhibit, store, deliver, stick, tmp_path) -> None:
    exhibit.replace("content/exhibit.yaml", "order: [mir]", "order: [mir]\nletter_language: ru")
    deliver(exhibit.root)
    store.begin()
    settings = {"editions": str(store.folder), "exhibit": str(tmp_path / "nowhere")}
    volume = str(os.stat(stick).st_dev)
    assert main(["tell", json.dumps(settings), "spring.kiosk", str(stick / LETTER), volume]) == 0
    assert '<html lang="ru"' in (stick / LETTER).read_text(encoding="utf-8")


def test_a_letter_about_a_delivery_knows_what_the_machine_waits(stick, tmp_path, monkeypatch) -> None:
    given: list[object] = []
    monkeypatch.setattr("kiosk.editions.letter.write_letter", lambda *of: given.append(of[-1]) or True)
    settings = MachineSettings(editions=str(tmp_path / "e"), cache=str(tmp_path / "c"), idle_longest_seconds=600)
    assert receive(settings, (640, 360), stick / "spring.kiosk", letter=stick / LETTER, tell=lambda line: None) == "refused"
    assert given == [settings]


@pytest.mark.parametrize("fails", [False, True], ids=["written", "failing"])
def test_the_letter_is_on_the_stick_before_the_bar_says_that_it_may_be_taken_out(stick, tmp_path, monkeypatch, fails) -> None:
    there: list[bool] = []

    def hear(line) -> None:
        if "outcome" in line:
            there.append((stick / LETTER).read_text(encoding="utf-8") != _OLD)

    def breaks(*of: object) -> bool:
        raise ValueError("a letter that cannot be thought")

    settings = MachineSettings(editions=str(tmp_path / "e"), cache=str(tmp_path / "c"))
    if fails:
        monkeypatch.setattr("kiosk.editions.letter.write_letter", breaks)
        with pytest.raises(ValueError, match="cannot be thought"):
            receive(settings, (640, 360), stick / "spring.kiosk", letter=stick / LETTER, tell=hear)
    else:
        receive(settings, (640, 360), stick / "spring.kiosk", letter=stick / LETTER, tell=hear)
    assert there == [not fails], "what became of the delivery is told in any case"
