"""What curators and staff type, and what they are told; exit codes 0 all is well, 1 there are problems, 2 called wrongly."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kiosk
from kiosk.commands import main
from kiosk.content.reading import read_exhibit
from kiosk.editions.staging import LEFT_OUT, stage
from kiosk.editions.store import Store
from kiosk.errors import KioskError, UnusableContent, UnusableEdition
from kiosk.operations.machine_settings import MachineSettings
from kiosk.operations.shipped import shipped_exhibit


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
        [sys.executable, "-m", "kiosk", *arguments],
        cwd=Path(kiosk.__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
        env=kept | environment,
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
        (["run", "--screen", "-1"], "«-1» is not a display: write 0"),
        (["run", "--screen", "left"], "«left» is not a display"),
        (["run", "--diagonal", "1"], "«1» is not a diagonal: write inches"),
        (["run", "--windowed", "10x10"], "«10x10» is not a size"),
        (["proof", "--out"], "--out"),
        (["new"], "kind, ID"),
        (["new", "project"], "ID"),
        (["check", "a", "b"], "b"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_a_wrong_call_is_answered_in_one_message(arguments, told, capsys) -> None:
    assert main(arguments) == 2
    out = capsys.readouterr()
    assert told in out.err
    assert out.err.startswith("kiosk: ")
    assert "Traceback" not in out.err


def test_nothing_is_suggested_where_nothing_is_near(capsys) -> None:
    assert main(["xylophone"]) == 2
    told = capsys.readouterr().err
    assert "Did you mean" not in told
    assert "kiosk --help" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["translations", "export", "ru", "{exhibit}"],
        ["translations", "export", "ru", "{exhibit}", "--out", "ru.po"],
        ["new", "project", "a-b", "{exhibit}"],
        ["run", "{exhibit}"],
    ],
)
def test_a_folder_without_its_option_is_told_its_option_and_no_other_command(exhibit, arguments, capsys) -> None:
    assert main([word.format(exhibit=exhibit.root) for word in arguments]) == 2
    told = capsys.readouterr().err
    assert "Did you mean" not in told
    assert f"The exhibit folder is named with --exhibit {exhibit.root}." in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["install", "{file}"], "{file} is no pack. Name an exhibit folder or a .kiosk file."),
        (["install", os.devnull], "is no pack"),
        (["install", "{empty}"], "the folder {empty} holds no exhibit. Name the folder that holds content/ and assets/."),
        (["install", "{nowhere}"], "there is no {nowhere}"),
        (["diff", "{file}", "{exhibit}"], "{file} is no pack"),
        (["install", "{exhibit}", "--settings", "{nowhere}"], "there is no settings file {nowhere}"),
        (["rollback", "--settings", "{nowhere}"], "there is no settings file {nowhere}"),
        (["editions", "--settings", "{nowhere}"], "there is no settings file {nowhere}"),
        (["diff", "winter", "spring", "--settings", "{nowhere}"], "there is no settings file {nowhere}"),
    ],
)
def test_what_is_no_exhibit_and_settings_that_are_not_there_are_called_wrongly(exhibit, tmp_path, arguments, told, capsys) -> None:
    places = {name: str(tmp_path / name) for name in ("file", "nowhere", "empty")} | {"exhibit": str(exhibit.root)}
    (tmp_path / "file").write_text("# Read me\n")
    (tmp_path / "empty").mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert main([word.format(**places) for word in arguments]) == 2
    out = capsys.readouterr()
    assert (out.out, out.err.startswith("kiosk: "), out.err.count("\n")) == ("", True, 1)
    assert told.format(**places) in out.err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["spring.kiosk", "SPRING.KIOSK", "spring.zip"])
def test_a_pack_that_is_damaged_is_still_said_to_be(tmp_path, name, capsys, monkeypatch) -> None:
    for variable, value in (("QT_QPA_PLATFORM", "offscreen"), ("QT_QUICK_BACKEND", "software")):
        monkeypatch.setenv(variable, value)  # as the command does, and undone after it
    (tmp_path / name).write_bytes(b"PK\3\4 cut short")
    assert main(["install", str(tmp_path / name)]) == 1
    assert "is damaged: the copy is not complete" in capsys.readouterr().out


def test_projects_that_errors_keep_off_the_screen_are_not_counted(exhibit, tmp_path, capsys) -> None:
    (tmp_path / "settings.yaml").write_text(f"editions: {{folder: {tmp_path / 'store'}}}\n")
    store = Store(tmp_path / "store")
    for told, count, said in (({}, 2, "2 projects"), ({"from": "drop", LEFT_OUT: "mir"}, 1, "from drop, left out mir")):
        staged = stage(exhibit.root, store, told)
        name = store.put(staged.folder, staged.manifest)
        for form in ("text", "json"):
            assert main(["editions", "--settings", str(tmp_path / "settings.yaml"), "--format", form]) == 0
        text, values = capsys.readouterr().out.split("\n{", 1)
        assert said in text
        assert [each["projects"] for each in json.loads("{" + values)["editions"]] == [count]
        shutil.rmtree(store.path(name))


def test_a_reader_that_goes_away_is_no_trouble() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([sys.executable, "-m", "kiosk", "editions"], stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "{file}"], "there is no folder"),
        (["check", "{nowhere}"], "there is no folder"),
        (["schema", "--exhibit", "{file}"], "there is no folder «content»"),
        (["schema", "--exhibit", "{nowhere}"], "there is no folder «content»"),
        (["new", "project", "a-b", "--exhibit", "{nowhere}"], "cannot be read"),
        (["proof", "{nowhere}", "--out", "{out}"], "can be shown"),
        (["proof", "{exhibit}", "--out", "{file}"], "{file} cannot be used"),
        (["proof", "{exhibit}", "--out", "{out}", "--language", "de"], "does not speak «de»"),
    ],
)
def test_a_place_that_cannot_be_used_is_told_and_left_as_it_was(exhibit, tmp_path, arguments, told, capsys) -> None:
    places = {name: str(tmp_path / name) for name in ("file", "nowhere", "out")} | {"exhibit": str(exhibit.root)}
    (tmp_path / "file").write_text("a file where a folder should be")
    before = sorted(tmp_path.iterdir())
    assert main([word.format(**places) for word in arguments]) == 2
    out = capsys.readouterr()
    assert told.format(**places) in out.err
    assert "Traceback" not in out.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_new_project_and_its_check(exhibit, capsys) -> None:
    assert main(["new", "project", "country-satellite", "--exhibit", str(exhibit.root)]) == 0
    *written, advice = capsys.readouterr().out.splitlines()
    assert [Path(each).name for each in written] == ["project.yaml", "en.yaml", "ar.yaml"]
    assert all(Path(each).is_file() for each in written)
    assert "kiosk check" in advice
    assert main(["check", str(exhibit.root)]) == 0


def test_a_new_project_never_takes_the_place_of_another(exhibit, capsys) -> None:
    before = (exhibit / "content/projects/mir/project.yaml").read_bytes()
    assert main(["new", "project", "mir", "--exhibit", str(exhibit.root)]) == 2
    assert "There is a project «mir» already." in capsys.readouterr().err
    assert (exhibit / "content/projects/mir/project.yaml").read_bytes() == before


def test_schemas_are_written_for_editors(exhibit, capsys) -> None:
    assert main(["schema", "--exhibit", str(exhibit.root)]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert {"project.schema.json", "project-words.schema.json", "exhibit.schema.json"} <= {file.name for file in written}
    for file in written:
        assert json.loads(file.read_text(encoding="utf-8"))["$schema"]


def test_a_terminal_that_lacks_a_script_still_shows_the_problems(exhibit) -> None:
    exhibit.replace("content/projects/mir/project.yaml", "standing: flown", "standing: طار")
    done = as_a_process("check", str(exhibit.root), PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "content/projects/mir/project.yaml:2:11" in done.stdout
    assert done.stderr == ""


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


@pytest.fixture
def opened(monkeypatch) -> list[object]:
    """What happens in turn on a machine without a display: «waited», then the settings that the exhibit opens with."""
    told: list[object] = []
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "INVOCATION_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("kiosk.operations.logs.keep_log", lambda folder: None)
    monkeypatch.setattr("kiosk.operations.display.wait_for_display", lambda environment: told.append("waited"))
    monkeypatch.setattr("kiosk.app.run", lambda settings: told.append(settings) or 0)
    return told


@pytest.mark.parametrize(("arguments", "service"), [(["run"], "1"), ([], "1"), (["run", "--wait"], ""), (["--wait"], "")])
def test_started_by_a_service_manager_or_asked_to_it_waits(opened, monkeypatch, arguments, service) -> None:
    if service:
        monkeypatch.setenv("INVOCATION_ID", service)
    assert main(arguments) == 0
    assert opened == ["waited", MachineSettings()]


def test_what_is_typed_counts_more_than_the_settings_of_the_machine(opened, tmp_path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("first_language: ru\ndisplay: {diagonal_inches: 43, screen: 1}\n")
    options = ["--diagonal", "55", "--language", "ar", "--windowed", "1280x720", "--reduced-motion", "--renderer", "gpu"]
    assert main(["run", "--wait", "--settings", str(file), *options]) == 0
    expected = MachineSettings(first_language="ar", diagonal_inches=55, screen=1, windowed="1280x720", reduced_motion=True, renderer="gpu")
    assert opened == ["waited", expected]


def test_a_settings_file_that_was_named_and_is_not_there_is_told(opened, tmp_path, caplog) -> None:
    assert main(["run", "--wait", "--settings", str(tmp_path / "nothing.yaml")]) == 0
    assert "nothing.yaml is missing; the defaults are used." in caplog.text
    assert opened == ["waited", MachineSettings()]


@pytest.mark.parametrize(
    "error", [UnusableEdition("K-50", "The screen cannot be drawn."), UnusableContent("K-30", "Nothing can be shown.")]
)
def test_a_refusal_ends_in_one_line_and_never_in_a_traceback(opened, monkeypatch, capsys, error) -> None:
    def refuses(_: MachineSettings) -> int:
        raise error

    monkeypatch.setattr("kiosk.app.run", refuses)
    assert main(["run", "--wait"]) == 2
    assert capsys.readouterr().err == f"kiosk: {error}\n"
    assert isinstance(error, KioskError)


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
    assert any(f"{len(read_exhibit(shipped_exhibit()).exhibit.projects)} projects" in line for line in said)


def test_the_overview_lists_every_project_by_its_country(exhibit, capsys) -> None:
    assert main(["overview", str(exhibit.root)]) == 0
    head, _, *rows = capsys.readouterr().out.splitlines()
    assert head == "| Country | Project | With | Category | Standing | Languages | Pictures |"
    assert rows == [
        "| Syria | To Mir (`mir`) | SU | Flights | flown | en ar | `station.png` |",
        "|  | A launch (`launch`) |  | Flights | planned | en ar | `pad.png` |",
    ]


def test_the_overview_is_written_into_the_handbook_between_its_marks(exhibit, capsys) -> None:
    assert main(["overview", str(exhibit.root), "--write"]) == 2
    assert "README.md" in capsys.readouterr().err
    exhibit.write("content/README.md", "Before.\n\nAfter.\n")
    assert main(["overview", str(exhibit.root), "--write"]) == 2
    assert "has no place for the table" in capsys.readouterr().err
    exhibit.write(
        "content/README.md", "Before.\n<!-- overview: written by `kiosk overview --write` -->\nold\n<!-- end of overview -->\nAfter.\n"
    )
    assert main(["overview", str(exhibit.root), "--write"]) == 0
    text = (exhibit / "content/README.md").read_text(encoding="utf-8")
    assert text.startswith("Before.\n<!--")
    assert text.endswith("<!-- end of overview -->\nAfter.\n")
    assert "| Syria | To Mir" in text
    assert "\nold\n" not in text


def test_the_table_of_the_shipped_handbook_is_up_to_date(repository, capsys) -> None:
    main(["overview", str(repository)])
    assert capsys.readouterr().out in (repository / "content/README.md").read_text(encoding="utf-8"), "`kiosk overview --write`"


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


def test_an_exhibit_that_shows_nothing_is_no_success(exhibit, capsys) -> None:
    (exhibit / "content/projects").rename(exhibit / "content/later")
    exhibit.replace("content/exhibit.yaml", "order: [mir]\n", "")
    assert main(["check", str(exhibit.root)]) == 1
    assert "Nothing of this can be shown" in capsys.readouterr().out
