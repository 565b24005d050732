"""Whatever stands in a file, reading never raises: it tells, and the rest goes on."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content import reading as reading_module
from kiosk.content import side_by_side
from kiosk.content.checking import check_exhibit, usable
from kiosk.content.model import PartialDate, Quantity, Standing
from kiosk.content.problems import Severity
from kiosk.content.reading import Reading, read_exhibit, read_interface
from kiosk.content.schema import FILES, schema_of
from kiosk.content.skeleton import new_project
from kiosk.content.yaml_files import read_yaml
from kiosk.errors import BadCall
from kiosk.media.probing import look

TODAY = date(2026, 11, 23)
NAMES = ["exhibit.yaml", "people.yaml", "words/en.yaml", "projects/mir/project.yaml", "projects/mir/ar.yaml"]
calmly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def holds(folder, name: str) -> None:
    """Reading and checking come to an end, and every problem names a place that exists."""
    problems = check_exhibit(read_exhibit(folder.root), look, TODAY)
    for problem in problems:
        assert problem.what
        assert problem.line >= 1
        assert problem.column >= 1
        file = folder / problem.file
        if problem.file == f"content/{name}" and file.is_file():
            assert problem.line <= file.read_bytes().replace(b"\r", b"\n").count(b"\n") + 2


@calmly
@given(name=st.sampled_from(NAMES), content=st.binary(max_size=400))
def test_any_bytes_are_answered_in_words(exhibit, name, content) -> None:
    exhibit.write(f"content/{name}", content)
    holds(exhibit, name)


@calmly
@given(name=st.sampled_from(NAMES), content=st.text(alphabet=st.sampled_from(list("ab: -[]{}\"'\n\t#&*!|>%@,?“ق")), max_size=200))
def test_any_scrap_of_yaml_is_answered_in_words(exhibit, name, content) -> None:
    exhibit.write(f"content/{name}", content)
    holds(exhibit, name)


@calmly
@given(name=st.sampled_from(NAMES), data=st.data())
def test_one_byte_changed_lost_or_cut_off_is_survived(exhibit, repository, name, data) -> None:
    file = exhibit / "content" / name
    good = file.read_bytes()
    try:
        place = data.draw(st.integers(0, len(good) - 1))
        byte = data.draw(st.binary(min_size=0, max_size=1))
        file.write_bytes(good[:place] + byte + good[place + 1 :] if data.draw(st.booleans()) else good[:place])
        holds(exhibit, name)
    finally:
        file.write_bytes(good)


def test_nothing_in_a_file_is_ever_executed(exhibit) -> None:
    mark = exhibit / "executed"
    exhibit.write("content/people.yaml", f"faris: !!python/object/apply:os.mknod ['{mark}']\n")
    read_exhibit(exhibit.root)
    assert not mark.exists()


def test_values_keep_the_letters_that_were_written(exhibit) -> None:
    exhibit.write("content/odd.yaml", "time: 12:30\nanswer: no\nnumber: 010\nday: 2019-09-25\nnothing:\n")
    values = read_yaml(exhibit / "content/odd.yaml", exhibit.root).values
    assert values == {"time": "12:30", "answer": "no", "number": "010", "day": "2019-09-25", "nothing": ""}


def test_a_byte_order_mark_and_windows_line_ends_are_read(exhibit) -> None:
    name = "content/projects/mir/en.yaml"
    text = (exhibit / name).read_text(encoding="utf-8").replace("\n", "\r\n")
    exhibit.write(name, b"\xef\xbb\xbf" + text.encode())
    assert check_exhibit(read_exhibit(exhibit.root), look, TODAY) == ()


def test_projects_stand_in_the_order_of_the_gallery(exhibit) -> None:
    exhibit.replace("content/exhibit.yaml", "order: [mir]", "order: [launch]")
    reading = read_exhibit(exhibit.root)
    assert reading.exhibit is not None
    assert list(reading.exhibit.projects) == ["launch", "mir"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2019-09-25", PartialDate(2019, 9, 25)),
        ("2019-09", PartialDate(2019, 9)),
        ("2019", PartialDate(2019)),
        ("2019~", PartialDate(2019, None, None, True)),
        ("2019-09~", PartialDate(2019, 9, None, True)),
        ("2020-02-29", PartialDate(2020, 2, 29)),
    ],
)
def test_dates_are_as_exact_as_they_are_known(text, read) -> None:
    assert PartialDate.parse(text) == read


@pytest.mark.parametrize("text", ["2019-02-29", "2019-13", "19-09-25", "25.9.2019", "", "2019-9-5", "soon", "2019-09-25T10:00"])
def test_what_is_no_date_is_refused_in_words(text) -> None:
    with pytest.raises(ValueError, match="date"):
        PartialDate.parse(text)


def test_the_last_day_that_a_date_can_mean() -> None:
    assert PartialDate(2019).last_day == date(2019, 12, 31)
    assert PartialDate(2020, 2).last_day == date(2020, 2, 29)
    assert PartialDate(2020, 2, 3).last_day == date(2020, 2, 3)


@pytest.mark.parametrize(
    ("text", "read"),
    [("7.9", Quantity(7.9, None, 1)), ("311..359", Quantity(311, 359, 0)), ("-3", Quantity(-3)), ("1.25..2", Quantity(1.25, 2, 2))],
)
def test_quantities_are_numbers_or_ranges(text, read) -> None:
    assert Quantity.parse(text) == read


@pytest.mark.parametrize("text", ["about 7", "7,9", "1..2..3", "", "7 km"])
def test_what_is_no_quantity_is_refused_in_words(text) -> None:
    with pytest.raises(ValueError, match="number"):
        Quantity.parse(text)


# ------------------------------------------------------------------ deep, long, many


@pytest.mark.parametrize(
    "text",
    [
        '["]",' * 150_000,
        '{a: "}", b: ' * 60_000,
        "[" * 900_000,
        "- " * 400_000,
        "? " * 400_000,
        "-\t" * 400_000,
        "\n".join(" " * step + "a:" for step in range(1_200)),
        "&a [*a, *a]",
    ],
    ids=["brackets in quotes", "braces in quotes", "brackets", "dashes", "question marks", "tabs", "steps", "a list in itself"],
)
def test_nesting_without_end_is_told_and_ends_nothing(exhibit, text) -> None:
    exhibit.write("content/projects/mir/project.yaml", text)
    file = read_yaml(exhibit / "content/projects/mir/project.yaml", exhibit.root)
    assert file.values is None
    assert {problem.code for problem in file.problems} <= {"too-deep", "syntax", "alias-bomb"}
    assert len(file.problems) == 1


def test_a_file_of_nothing_but_mistakes_is_told_in_part_and_soon(exhibit) -> None:
    exhibit.write("content/people.yaml", "".join(f"a{number}: {{contry: x, born: y{'z' * 20}}}\n" for number in range(15_000)))
    reading = read_exhibit(exhibit.root)
    told = [problem for problem in reading.problems if problem.file == "content/people.yaml"]
    assert len(told) < 300
    assert any("more values are wrong" in problem.what for problem in told)
    assert reading.exhibit is not None
    assert reading.exhibit.people == {}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
@pytest.mark.parametrize("name", ["exhibit.yaml", "people.yaml", "words/ar.yaml", "projects/mir/project.yaml", "projects/mir/en.yaml"])
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_not_waited_for(exhibit, name, kind) -> None:
    file = exhibit / "content" / name
    file.unlink()
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    else:
        file.symlink_to("/dev/zero")
    assert any(
        problem.file == f"content/{name}" and problem.code in ("missing-file", "outside") for problem in read_exhibit(exhibit.root).problems
    )


# ------------------------------------------------------------------ read again, and side by side


def told(reading: Reading) -> tuple[object, ...]:
    """Everything that a reading says."""
    files = {name: (file.values, file.problems, file.places) for name, file in reading.files.items()}
    return reading.exhibit, reading.problems, files


EDITS = (
    lambda file, data: file.write_bytes(data.draw(st.binary(max_size=60))),
    lambda file, data: file.write_bytes(file.read_bytes()[: data.draw(st.integers(0, 300))] if file.is_file() else b"x"),
    lambda file, data: file.write_bytes((file.read_bytes() if file.is_file() else b"") + b"\nextra: 1\n"),
    lambda file, data: file.unlink(missing_ok=True),
    lambda file, data: file.with_name("new.yaml").write_bytes(b"a: 1\n"),
    lambda file, data: (file.unlink(missing_ok=True), file.symlink_to("/etc/hostname")),
    lambda file, data: os.utime(file) if file.is_file() and not file.is_symlink() else None,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_read_again_is_as_read_anew_whatever_was_edited(exhibit, data) -> None:
    names = [
        "exhibit.yaml",
        "people.yaml",
        "words/en.yaml",
        "interface/en.yaml",
        *(f"projects/{each}/{file}" for each in ("mir", "launch") for file in ("project.yaml", "ar.yaml", "en.yaml")),
    ]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(exhibit.root / "content", Path(folder) / "content")).parent
        (root / "content/interface").mkdir()
        reading = read_exhibit(root)
        for _ in range(data.draw(st.integers(1, 4))):
            data.draw(st.sampled_from(EDITS))(root / "content" / data.draw(st.sampled_from(names)), data)
            reading = read_exhibit(root, reading)
            assert told(reading) == told(read_exhibit(root))


def test_only_what_changed_is_read_again(exhibit, monkeypatch) -> None:
    before = read_exhibit(exhibit.root)
    exhibit.replace("content/projects/mir/en.yaml", "To Mir", "To a station")
    read: list[str] = []
    monkeypatch.setattr(reading_module, "read_yaml", lambda path, *more: (read.append(path.name), read_yaml(path, *more))[1])
    monkeypatch.setattr(side_by_side, "read_yaml", reading_module.read_yaml)
    after = read_exhibit(exhibit.root, before)
    assert read == ["en.yaml"]
    assert after.exhibit.projects["mir"].words["en"].title == "To a station"
    assert after.exhibit.projects["launch"].file is before.exhibit.projects["launch"].file


def test_a_folder_that_was_moved_out_and_linked_to_is_outside(exhibit, tmp_path) -> None:
    before = read_exhibit(exhibit.root)
    (exhibit / "content/projects/mir").rename(tmp_path / "mir")
    (exhibit / "content/projects/mir").symlink_to(tmp_path / "mir")
    assert "outside" in {problem.code for problem in read_exhibit(exhibit.root, before).problems}


def test_many_files_are_parsed_by_processes_with_the_same_result(exhibit, monkeypatch) -> None:
    monkeypatch.setattr(side_by_side, "_WORTH_IT", 1)
    monkeypatch.setattr(side_by_side, "_AT_ONCE", 2)
    exhibit.replace("content/projects/mir/ar.yaml", "title", "titel")
    exhibit.write("content/projects/launch/ar.yaml", "a: [")
    assert told(read_exhibit(exhibit.root, processes=2)) == told(read_exhibit(exhibit.root))


def test_a_machine_that_gives_no_second_process_reads_on_alone(exhibit, monkeypatch) -> None:
    def refuses(*_: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(side_by_side, "_WORTH_IT", 1)
    monkeypatch.setattr(side_by_side, "ProcessPoolExecutor", refuses)
    assert told(read_exhibit(exhibit.root, processes=2)) == told(read_exhibit(exhibit.root))


@pytest.mark.parametrize("name", ["Mir", "mir 2", "a_b", "\u202emir", "x" * 90, "mir\n"])
def test_a_project_folder_whose_name_is_no_name_is_told_and_left_out(exhibit, name) -> None:
    shutil.copytree(exhibit / "content/projects/mir", exhibit / "content/projects" / name)
    reading = read_exhibit(exhibit.root)
    (problem,) = reading.problems
    assert problem.code == "bad-name"
    assert str(problem).isprintable()
    assert set(reading.exhibit.projects) == {"mir", "launch"}


# ------------------------------------------------------------------ schema and skeleton


def test_the_schemas_that_ship_are_those_of_the_model(repository: Path) -> None:
    import json

    for name, shape in FILES.items():
        shipped = json.loads((repository / f"content/schema/{name}.schema.json").read_text(encoding="utf-8"))
        assert shipped == schema_of(shape), f"`kiosk schema` writes {name} anew"


def test_every_shipped_file_points_an_editor_to_its_schema(repository: Path) -> None:
    files = list((repository / "content").rglob("*.yaml"))
    assert len(files) > 60
    for file in files:
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), file
        assert (file.parent / first.partition("=")[2]).resolve().is_file(), file


def test_a_new_project_begins_with_a_skeleton_that_passes(exhibit, repository) -> None:
    placeholder = repository / "assets/illustrations/placeholder.webp"
    files = new_project(exhibit.root, "country-satellite", TODAY, placeholder)
    assert [file.name for file in files] == ["project.yaml", "en.yaml", "ar.yaml"]
    assert "#" in files[0].read_text(encoding="utf-8")
    reading = read_exhibit(exhibit.root)
    problems = check_exhibit(reading, look, TODAY)
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
    assert reading.exhibit is not None
    assert "country-satellite" in usable(reading.exhibit, problems).projects


@pytest.mark.parametrize("name", ["Country", "a b", "../a", "", "-a", "a_b", "é"])
def test_a_project_cannot_have_a_name_that_is_no_name(exhibit, repository, name) -> None:
    with pytest.raises(BadCall, match="small letters"):
        new_project(exhibit.root, name, TODAY, repository / "assets/illustrations/placeholder.webp")


def test_an_existing_project_is_not_written_over(exhibit, repository) -> None:
    before = (exhibit / "content/projects/mir/project.yaml").read_bytes()
    with pytest.raises(BadCall, match="already"):
        new_project(exhibit.root, "mir", TODAY, repository / "assets/illustrations/placeholder.webp")
    assert (exhibit / "content/projects/mir/project.yaml").read_bytes() == before


# ------------------------------------------------------------------ the shipped exhibit


def test_the_words_of_the_interface_are_read_alone_and_a_broken_file_is_left_out(exhibit) -> None:
    exhibit.write("content/interface/en.yaml", 'words: {sill.home: "Home"}\n')
    exhibit.write("content/interface/ar.yaml", "words: [")
    assert {language: dict(each.words) for language, each in read_interface(exhibit.root).items()} == {"en": {"sill.home": "Home"}}


def test_the_shipped_content_has_no_problem(repository: Path) -> None:
    assert [str(problem) for problem in check_exhibit(read_exhibit(repository), look, TODAY)] == []


def test_the_shipped_exhibit_tells_what_it_promises(repository: Path) -> None:
    exhibit = read_exhibit(repository).exhibit
    assert exhibit is not None
    about = {category.id for category in exhibit.file.categories if category.sign == "about"}
    joint = {name: project for name, project in exhibit.projects.items() if project.file.category not in about}
    assert len(joint) >= 12
    assert {project.file.category for project in exhibit.projects.values()} == {category.id for category in exhibit.file.categories}
    assert all(set(project.words) == {"en", "ar", "ru"} for project in exhibit.projects.values())
    assert [words.title for words in exhibit.words.values()] == ["Reaching for the stars together", "معًا نحو النجوم", "Вместе к звёздам"]
    standings = {project.file.standing for project in joint.values()}
    assert {Standing.FLOWN, Standing.LOST, Standing.UNCONFIRMED} <= standings
    for project in joint.values():
        assert 2 <= len(project.file.story) <= 8, project.id
        assert project.file.cooperation or project.file.standing is Standing.UNCONFIRMED, project.id


def test_the_founding_story_is_a_quotation_that_no_source_confirms(repository: Path) -> None:
    exhibit = read_exhibit(repository).exhibit
    assert exhibit is not None
    telescope = exhibit.projects["ultraviolet-sky-survey"]
    assert telescope.file.standing is Standing.UNCONFIRMED
    assert {block.kind for block in telescope.file.story} >= {"quote"}
    assert len(telescope.file.related) >= 2
    for words in telescope.words.values():
        assert any(block.attribution for block in words.story.values())


@pytest.mark.skipif(os.name == "nt", reason="names of files are another matter there")
def test_names_of_files_that_no_one_expects_do_no_harm(exhibit) -> None:
    exhibit.write("content/projects/ø ق/project.yaml", "category: flights\n")
    exhibit.write("content/projects/MIR/project.yaml", "category: flights\n")
    problems = check_exhibit(read_exhibit(exhibit.root), look, TODAY)
    assert problems
    assert all(problem.file.startswith("content/projects/") for problem in problems)
