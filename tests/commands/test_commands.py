"""What curators and staff type, and what they are told; exit codes 0 all is well, 1 there are problems, 2 called wrongly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import kiosk
from kiosk.commands import main


@pytest.fixture(autouse=True)
def _own_folders(tmp_path, monkeypatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


def as_a_process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`kiosk` as it is typed, with an environment of its own."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "INVOCATION_ID")
    }
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *arguments], capture_output=True, text=True, check=False, timeout=60, env=kept | environment
    )


def test_check_of_a_good_exhibit_says_that_all_is_well(exhibit, capsys) -> None:
    assert main(["check", str(exhibit.root)]) == 0
    assert "All is well" in capsys.readouterr().out


def test_check_prints_every_problem_and_sums_them_up(exhibit, capsys) -> None:
    exhibit.replace("content/projects/mir/project.yaml", "standing: flown", "standing: flwn")
    (exhibit / "content/projects/launch/ar.yaml").unlink()
    assert main(["check", str(exhibit.root)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "content/projects/mir/project.yaml:2:11  «flwn» is not known here. Did you mean «flown»?" in lines
    assert lines[-1].startswith("1 error, ")


def test_warnings_alone_are_no_failure(exhibit, capsys) -> None:
    (exhibit / "content/projects/launch/ar.yaml").unlink()
    assert main(["check", str(exhibit.root)]) == 0
    assert "1 warning." in capsys.readouterr().out


def test_check_speaks_json_to_programs(exhibit, capsys) -> None:
    exhibit.replace("content/projects/mir/project.yaml", "standing: flown", "standing: flwn")
    main(["check", str(exhibit.root), "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    first = next(each for each in found if each["code"] == "unknown-value")
    assert (first["file"], first["line"], first["column"], first["severity"]) == ("content/projects/mir/project.yaml", 2, 11, "error")
    assert {"what", "remedy", "project", "language"} <= set(first)


def test_check_finds_a_picture_that_breaks_off_half_way(exhibit, capsys) -> None:
    file = exhibit / "assets/pictures/station.png"
    file.write_bytes(file.read_bytes()[:2000])
    assert main(["check", str(exhibit.root)]) == 1
    assert "it is damaged" in capsys.readouterr().out


def test_colours_are_for_terminals_only(exhibit, capsys, monkeypatch) -> None:
    exhibit.replace("content/projects/mir/project.yaml", "standing: flown", "standing: flwn")
    monkeypatch.delenv("NO_COLOR", raising=False)
    main(["check", str(exhibit.root)])
    assert "\033[" not in capsys.readouterr().out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    main(["check", str(exhibit.root)])
    assert "\033[31m" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], "Did you mean «check»?"),
        (["check", "/no/such/folder"], "there is no folder"),
        (["check", "--format", "xml"], "xml"),
        (["proof"], "--out"),
        (["proof", "--out", "x", "--size", "big"], "write 1920x1080"),
        (["proof", "--out", "x", "--diagonal", "wide"], "write inches"),
        (["new", "project", "Not A Name"], "small letters"),
        (["new", "planet", "x"], "planet"),
        (["run", "--renderer", "magic"], "magic"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_a_wrong_call_is_answered_in_one_message(arguments, told, capsys) -> None:
    assert main(arguments) == 2
    out = capsys.readouterr()
    assert told in out.err
    assert "Traceback" not in out.err


def test_a_new_project_and_its_check(exhibit, capsys) -> None:
    assert main(["new", "project", "country-satellite", "--exhibit", str(exhibit.root)]) == 0
    assert "kiosk check" in capsys.readouterr().out
    assert main(["check", str(exhibit.root)]) == 0


def test_schemas_are_written_for_editors(exhibit, capsys) -> None:
    assert main(["schema", "--exhibit", str(exhibit.root)]) == 0
    assert (exhibit / "content/schema/project.schema.json").is_file()


def test_the_version_is_told() -> None:
    assert as_a_process("--version").stdout == f"kiosk {kiosk.__version__}\n"


def test_help_is_there_for_everything() -> None:
    for arguments in (["--help"], *([name, "--help"] for name in ("run", "check", "proof", "new", "schema"))):
        done = as_a_process(*arguments)
        assert done.returncode == 0
        assert "usage: kiosk" in done.stdout


def test_without_a_display_the_exhibit_says_so_and_what_to_do() -> None:
    done = as_a_process("run")
    assert done.returncode == 2
    assert "there is no display here" in done.stderr
    assert "kiosk proof" in done.stderr


def test_started_by_a_service_manager_it_waits(tmp_path) -> None:
    with pytest.raises(subprocess.TimeoutExpired) as caught:
        subprocess.run(
            [sys.executable, "-m", "kiosk"],
            capture_output=True,
            timeout=2.5,
            check=False,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "INVOCATION_ID": "1",
                "PYTHONPATH": str(Path(kiosk.__file__).parents[1]),
            },
        )
    assert b"the exhibit waits for one" in (caught.value.stderr or b"")


def test_a_settings_file_with_a_typo_is_told_and_the_exhibit_opens(tmp_path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("display: {diagonale_inches: 43}\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "run", "--settings", str(file), "--windowed", "1280x720"],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
    )
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        if "First frame." in line:
            break
    process.kill()
    process.wait()
    process.stderr.close()
    assert any("Did you mean «diagonal_inches»?" in line for line in said)
    assert "First frame." in said[-1]


def test_an_exhibit_folder_that_is_not_there_falls_back_to_the_shipped_one(tmp_path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "run", "--exhibit", str(tmp_path / "nowhere"), "--windowed", "1280x720"],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
    )
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        if "First frame." in line:
            break
    process.kill()
    process.wait()
    process.stderr.close()
    assert any("K-10" in line for line in said)
    assert any("16 projects" in line for line in said)


def test_the_proof_is_one_page_with_every_screen(exhibit, tmp_path, capsys) -> None:
    out = tmp_path / "proof"
    assert main(["proof", str(exhibit.root), "--out", str(out), "--size", "1280x720", "--language", "en"]) == 0
    page = (out / "index.html").read_text(encoding="utf-8")
    for name in ("attract", "gallery", "mir, page 1", "launch, page 1", "still there?", "strong contrast"):
        assert f"{name}<" in page or name in page
    assert len(list(out.glob("*.jpg"))) >= 15
    assert "nothing to mend" in capsys.readouterr().out


def test_the_proof_flags_words_that_do_not_fit_and_words_that_are_missing(exhibit, tmp_path) -> None:
    exhibit.replace("content/words/en.yaml", "A small exhibit", "Averyveryveryverylongtitlethatnobodycanset" * 4)
    (exhibit / "content/projects/mir/ar.yaml").unlink()
    out = tmp_path / "proof"
    assert main(["proof", str(exhibit.root), "--out", str(out), "--size", "1280x720", "--language", "en"]) == 1
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "Words that do not fit" in page
    assert "There are no words in «ar»" in page
