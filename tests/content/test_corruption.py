"""Two thousand random corruptions of the shipped content: nothing raises, hangs, opens a file outside, or is silent."""

from __future__ import annotations

import random
import sys
import zipfile
from pathlib import Path

import pytest

from kiosk.errors import UnusablePack

from .corruption import Judge, run

FIXED = 20_261_123
FRESH = random.SystemRandom().randrange(10**9)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
@pytest.mark.no_qt_log
@pytest.mark.parametrize("seed", [FIXED, FRESH], ids=["a fixed seed", "a fresh seed"])
def test_whatever_is_corrupted_is_taken_well(seed) -> None:
    print(f"seed {seed}")
    found = [trouble for trouble in run(seed, 1_000) if trouble]
    assert not found, f"seed {seed}: {len(found)} taken badly\n" + "\n".join(found[:10])


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
@pytest.mark.no_qt_log
def test_a_reader_that_follows_links_is_found_out(monkeypatch) -> None:
    monkeypatch.setattr("kiosk.content.yaml_files.lies_inside", lambda path, root: True)
    assert any(trouble.startswith("a file outside was opened") for trouble in run(FIXED, 1_000))


@pytest.mark.no_qt_log
def test_a_reader_that_believes_a_pack_is_found_out(monkeypatch, tmp_path) -> None:
    class Believed:
        def __init__(self, file: Path) -> None:
            self.file = file

        def extract(self, target: Path) -> None:
            try:
                zipfile.ZipFile(self.file).extractall(target)
            except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
                raise UnusablePack("pack-incomplete", "It is no zip.") from error

    judge = Judge(FIXED, tmp_path)
    assert judge._judge_pack() == "", "a pack that nobody touched"
    monkeypatch.setattr("tests.content.corruption.open_pack", Believed)
    assert "other files came out than were packed <- a forged pack" in {judge.once(1) for _ in range(40)}


@pytest.mark.no_qt_log
def test_a_screen_that_stays_blank_is_found_out(monkeypatch, tmp_path, qapp) -> None:
    monkeypatch.setattr("kiosk.proof.proving._is_blank", lambda image: True)
    judge = Judge(FIXED, tmp_path)
    assert any("nothing is drawn" in judge.once(0) for _ in range(5))
