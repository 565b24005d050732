"""The curator's handbook says what the program does: every field, value, problem, code, number, path and command, and
every example in it is accepted."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from enum import EnumMeta
from fnmatch import fnmatch
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any, Literal, get_args, get_origin
from unittest.mock import Mock

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from kiosk import commands
from kiosk.bridge import machine
from kiosk.content import checking, model, yaml_files
from kiosk.content.problems import summed_up
from kiosk.content.reading import read_exhibit
from kiosk.content.skeleton import PLACEHOLDER, new_project
from kiosk.editions import compiling
from kiosk.editions.compiling import compile_edition
from kiosk.editions.edition import load_edition
from kiosk.errors import CALLED_WRONGLY, UnusableEdition
from kiosk.media import probing
from kiosk.media.probing import look
from kiosk.operations import lockdown, logs, machine_settings
from kiosk.operations.machine_settings import MachineSettings
from kiosk.operations.reading_settings import SettingsFile

ROOT = Path(__file__).parents[2]
HANDBOOK = (ROOT / "content" / "README.md").read_text(encoding="utf-8")
RUNNING = " ".join(HANDBOOK.split())
"""The same without its line breaks."""

FILES: dict[str, Any] = {
    "content/exhibit.yaml": model.ExhibitFile,
    "content/words/LANGUAGE.yaml": model.ExhibitWords,
    "content/interface/LANGUAGE.yaml": model.InterfaceWords,
    "content/people.yaml": model.Person,
    "content/vehicles.yaml": model.Vehicle,
    "content/places.yaml": model.Place,
    "content/glossary.yaml": model.Term,
    "content/timeline.yaml": model.Event,
    "content/projects/ID/project.yaml": model.ProjectFile,
    "content/projects/ID/LANGUAGE.yaml": model.ProjectWords,
    "settings.yaml": SettingsFile,
}
SHARED = (model.Person, model.Vehicle, model.Place, model.Term, model.Event)
"""Of these a file holds many, by name."""


def parts(shape: Any) -> Iterator[Any]:
    """Everything an annotation is made of."""
    yield shape
    for each in get_args(shape):
        yield from parts(each)


def inside(field: FieldInfo) -> type[BaseModel] | None:
    """The model that a field holds, if any."""
    return next((each for each in parts(field.annotation) if isinstance(each, type) and issubclass(each, BaseModel)), None)


def accepts(field: FieldInfo, text: str) -> Any:
    """What stands behind the name of a field, as the program reads it; ValidationError where it does not."""
    return TypeAdapter(Annotated[field.annotation, field]).validate_python(yaml.load(text, yaml.BaseLoader))


def below(heading: str, text: str = HANDBOOK) -> str:
    """What stands below a heading, up to the next of its rank."""
    rank = heading.partition(" ")[0]
    return re.split(rf"^#{{1,{len(rank)}}} ", text.split(f"\n{heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def table(text: str) -> list[list[str]]:
    """The cells of the first table in a text, without its heading."""
    lines = re.split(r"\n\n(?!\|)", text[text.index("\n| ") :].lstrip(), maxsplit=1)[0].splitlines()
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines[2:]]


def plain(cell: str) -> str:
    """A cell without the marks of code around it."""
    assert re.fullmatch("`.+`", cell), cell
    return cell[1:-1]


# ------------------------------------------------------------------ fields


def tables() -> Iterator[Any]:
    """Every table of fields: where it stands, and the model it tells of."""
    for file, shape in FILES.items():
        chapter = below(f"### `{file}`")
        yield pytest.param(chapter, shape, id=file)
        for name, field in shape.model_fields.items():
            if (held := inside(field)) is not None:
                heading = re.search(rf"^#### .*`{name}`.*$", chapter, re.MULTILINE)
                assert heading, f"{file} tells nothing of what is inside {name}"
                yield pytest.param(below(heading.group(), "\n" + chapter), held, id=f"{file}: {name}")


every_table = pytest.mark.parametrize(("text", "shape"), list(tables()))


@every_table
def test_every_field_is_told_as_needed_or_with_its_default_and_its_example_is_accepted(text, shape) -> None:
    assert [plain(row[0]) for row in table(text)] == list(shape.model_fields)
    for name, needed, _, example in table(text):
        field = shape.model_fields[plain(name)]
        assert re.split(r"[ ,]", needed)[0] == ("yes" if field.is_required() else "no"), name
        told = re.search(r"\(`(.+)`\)", needed)
        silent = field.is_required() or field.default in (None, (), {}) or inside(field)
        assert (told is None) == bool(silent), name
        assert told is None or accepts(field, told.group(1)) == field.default, name
        accepts(field, plain(example))


@every_table
def test_every_value_and_every_limit_is_told(text, shape) -> None:
    for name, _, what, _ in table(text):
        field = shape.model_fields[plain(name)]
        rules = list(field.metadata) if field.annotation is not str else []
        for part in parts(field.annotation):
            values = get_args(part) if get_origin(part) is Literal else list(part) if isinstance(part, EnumMeta) else ()
            assert [each for each in values if f"`{each}`" not in what] == [], name
            rules += [rule for each in getattr(part, "__metadata__", ()) if isinstance(each, FieldInfo) for rule in each.metadata]
        for bound in (getattr(rule, limit, None) for rule in rules for limit in ("ge", "le", "min_length", "max_length")):
            assert bound is None or re.search(rf"(?<![\w.-]){bound:g}\b", what), f"{name}: {bound}"


@pytest.mark.parametrize(("heading", "key"), [("### Standing", "standing"), ("### Kinds of cooperation", "cooperation")])
def test_labels_are_quoted_as_visitors_read_them(heading, key) -> None:
    words = read_exhibit(ROOT).exhibit.interface["en"].words
    shown = {f"{key}.{plain(value)}": read for value, read, _ in table(below(heading))}
    assert shown == {name: word for name, word in words.items() if name.startswith(f"{key}.")}


def test_kinds_of_pages_and_signs_are_those_of_the_program() -> None:
    assert [plain(row[0]) for row in table(below("### Pages"))] == list(model.BlockKind)
    drawn = (ROOT / "kiosk/ui/theme/Signs.qml").read_text(encoding="utf-8").split("// Categories.")[1].split("//")[0]
    sign = table(below("#### One of `categories`"))[1]
    assert set(re.findall(r"`([a-z]+)`", sign[2])) == set(re.findall(r"^ +(\w+):", drawn, re.MULTILINE))


WRITTEN = {"### Dates": model.Day, "### Numbers": model.Number, "### Times": model.Seconds}


def reads(shape: Any, text: str) -> bool:
    """Whether a date, number or time is understood."""
    try:
        return bool(TypeAdapter(shape).validate_python(text))
    except ValidationError:
        return False


def test_dates_numbers_and_times_can_be_written_as_the_handbook_says_and_not_otherwise() -> None:
    for heading, shape in WRITTEN.items():
        assert [written for written, *_ in table(below(heading)) if not reads(shape, plain(written))] == []
    for wrong, right in table(below("### Not like this")):
        assert not any(reads(shape, plain(wrong)) for shape in WRITTEN.values()), wrong
        assert any(reads(shape, plain(right)) for shape in WRITTEN.values()), right


# ------------------------------------------------------------------ examples

EXAMPLES = [
    (*re.match(r"# (from )?(\S+)\n", textwrap.dedent(text)).groups(), textwrap.dedent(text))
    for text in re.findall(r"^ *```yaml\n(.*?)^ *```$", HANDBOOK, re.MULTILINE | re.DOTALL)
]


def stands_in(part: Any, whole: Any) -> bool:
    """Whether an excerpt is part of a file: names may be left out, and entries of lists, but nothing differs."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(name in whole and stands_in(value, whole[name]) for name, value in part.items())
    if isinstance(part, list) and isinstance(whole, list) and all(isinstance(each, dict) for each in part):
        return all(each in whole for each in part)
    return bool(part == whole)


@pytest.mark.parametrize(("quoted", "name", "text"), EXAMPLES)
def test_every_example_is_accepted_and_every_quotation_true(quoted, name, text) -> None:
    shape = next(shape for file, shape in FILES.items() if fnmatch(name, re.sub("ID|LANGUAGE", "*", file)))
    values = yaml.load(text, yaml.BaseLoader)
    if shape in SHARED:
        TypeAdapter(dict[model.Identifier, shape]).validate_python(values)
    elif quoted:
        assert [accepts(shape.model_fields[key], yaml.dump(value)) for key, value in values.items()]
    else:
        shape.model_validate(values)
    if quoted:
        assert stands_in(values, yaml.load((ROOT / name).read_text(encoding="utf-8"), yaml.BaseLoader))


def test_no_example_is_overlooked() -> None:
    assert len(EXAMPLES) == HANDBOOK.count("```yaml") >= 15


@pytest.fixture
def shipped(tmp_path) -> Path:
    """A copy of the shipped content, to be changed."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "shipped" / "content")).parent


def test_a_new_project_is_printed_as_the_program_writes_it(shipped) -> None:
    files = new_project(shipped, "country-satellite", date(2026, 11, 23), ROOT / "assets" / PLACEHOLDER)
    written = {file.relative_to(shipped).as_posix(): file.read_text(encoding="utf-8") for file in files}
    printed = {name: text.partition("\n")[2] for _, name, text in EXAMPLES if "country-satellite" in name}
    assert printed == {name: written[name] for name in written if name.endswith(("project.yaml", "en.yaml"))}


def test_what_the_check_says_is_quoted_as_it_says_it(shipped) -> None:
    file = shipped / "content/projects/syria-faris-soyuz-tm3/project.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("standing: flown", "standing: flwn"), encoding="utf-8")
    (problem,) = read_exhibit(shipped).problems
    assert f"\n{problem}\n" in HANDBOOK
    assert f"\n{summed_up([])}\n" in HANDBOOK


def test_every_command_can_be_typed() -> None:
    typed = set(re.findall(r"sh kiosk\.sh ([^`\n]+)", HANDBOOK))
    commands._parser()
    assert {command.split()[0] for command in typed} == set(commands._Parser.known)
    for command in typed:
        commands._parser().parse_args(shlex.split(command))


# ------------------------------------------------------------------ problems, codes, numbers, paths


def kinds(codes: set[str]) -> dict[str, set[str]]:
    """What each problem may be, from the source: where a call does not say it, an error, or among the words of a project a
    warning; what lacks words or alt text may be both."""
    found = defaultdict(set)
    for source in (file.read_text(encoding="utf-8") for file in (ROOT / "kiosk/content").glob("*.py")):
        for code in re.findall(r'\("(missing-[a-z]+)", f"', source):
            found[code] |= {"error", "warning"}
        for function in (each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.FunctionDef)):
            usual = "warning" if function.name == "_words_in" else "error"
            if function.name == "picture_trouble":
                for code in codes & {
                    each.value for each in ast.walk(function) if isinstance(each, ast.Constant) and isinstance(each.value, str)
                }:
                    found[code].add("error")
            for call in (each for each in ast.walk(function) if isinstance(each, ast.Call)):
                given = [ast.unparse(each) for each in (*call.args, *(keyword.value for keyword in call.keywords))]
                said = [each.removeprefix("Severity.").lower() for each in given if each.startswith("Severity.")]
                for code in codes & {each.strip("'") for each in given}:
                    found[code].add((said or [usual])[0])
    return found


def test_every_problem_is_explained_as_the_error_or_warning_it_is(codes) -> None:
    chapters = {"### Errors": {"error"}, "### Warnings": {"warning"}, "### Errors or warnings": {"error", "warning"}}
    told = [(plain(row[0]), kind) for heading, kind in chapters.items() for row in table(below(heading))]
    assert len(told) == len(dict(told))
    assert dict(told) == {code: kinds(codes)[code] for code in codes}


def test_every_code_of_the_calm_page_is_explained() -> None:
    used = set(re.findall(r"K-\d\d", "".join(file.read_text(encoding="utf-8") for file in (ROOT / "kiosk").rglob("*.py"))))
    assert {plain(row[0]) for row in table(below("## 12. For staff on the telephone"))} == used


@pytest.mark.parametrize(
    "words",
    [
        f"at most {model.WORDS_PER_PAGE} words in English",
        f"no sentence has more than {checking.LONGEST_SENTENCE} words",
        f"a page holds {round(model.WORDS_PER_PAGE * checking._LENGTH['ar'])}. In Russian it holds "
        f"{round(model.WORDS_PER_PAGE * checking._LENGTH['ru'])}, in Persian {round(model.WORDS_PER_PAGE * checking._LENGTH['fa'])}",
        f"(`hero`): {checking.NARROWEST_HERO} pixels or more. Any other: {checking.NARROWEST_PICTURE} pixels or more",
        f"{checking.NARROWEST_HERO // 2} pixels wide for the main picture, {checking.NARROWEST_PICTURE // 2} pixels for any other",
        f"more than {checking.MOST_PIXELS // 1_000_000} million pixels",
        f"more than {yaml_files.LARGEST_FILE // 1000} kB",
        f"a file of more than {probing.LARGEST_PICTURE // 1_000_000} MB",
        f"at most {compiling._LONGEST_STRIP} numbers",
        f"You have {lockdown.GESTURE_SECONDS:g} seconds",
        ", ".join(lockdown.GESTURE).replace("-", " "),
        f"goes away after {machine._KEYPAD_SECONDS} seconds",
        f"wait {lockdown.type_digit(lockdown.Door('1', asks=True, wrong=lockdown._FREE_TRIES - 1), '2', 0.0).closed_until:g} seconds",
        f"at most {lockdown._LONGEST_WAIT / 60:g} minutes",
        f"grown to {logs._BYTES // 1_000_000} MB a new one begins, and the last {logs._FILES} are kept",
        f"ends with exit code {CALLED_WRONGLY}",
    ],
)
def test_numbers_are_those_of_the_program(words) -> None:
    assert words in RUNNING


@pytest.mark.parametrize(("system", "name"), [("linux", "Linux"), ("win32", "Windows"), ("darwin", "macOS")])
def test_settings_log_and_cache_lie_where_the_handbook_says(monkeypatch, system, name) -> None:
    monkeypatch.setattr(machine_settings, "sys", SimpleNamespace(platform=system))
    monkeypatch.setenv("HOME", "/home/hall")
    monkeypatch.setenv("LOCALAPPDATA", "%LOCALAPPDATA%")
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(variable, raising=False)
    nothing = MachineSettings()
    paths = (
        machine_settings.default_path(),
        machine_settings.log_folder(nothing) / "kiosk.log",
        machine_settings.cache_folder(nothing),
        machine_settings.editions_folder(nothing),
    )
    shown = [path.as_posix().replace("/home/hall", "~") for path in paths]
    (row,) = [row for row in table(below("## 13. The settings of one machine")) if row[0] == name]
    assert [plain(cell).replace("\\", "/") for cell in row[1:]] == shown


def test_every_reason_to_refuse_new_content_is_explained() -> None:
    sources = [
        (ROOT / "kiosk" / name).read_text(encoding="utf-8")
        for name in ("editions/delivery.py", "editions/packs.py", "editions/pack_format.py", "receiving.py")
    ]
    codes = set(re.findall(r'"(pack-[a-z-]+|no-room|unreadable|too-much-lost|not-[a-z]+)"', "".join(sources)))
    assert {plain(row[0]) for row in table(below("### What is refused"))} == codes


def test_every_problem_and_refusal_has_its_sentence_in_the_letter_in_every_language(codes) -> None:
    refusals = {plain(row[0]) for row in table(below("### What is refused"))} | {"K-10", "K-20", "K-30", "K-40"}
    for language in ("en", "ar", "ru"):
        words = (ROOT / f"content/interface/{language}.yaml").read_text(encoding="utf-8")
        assert {code for code in codes if f"\n  problem.{code}: " not in words} == set()
        assert {code for code in refusals if f"\n  refused.{code}: " not in words} == set()


# ------------------------------------------------------------------ what the handbook promises


def test_a_screen_that_cannot_be_drawn_ends_the_program(monkeypatch) -> None:
    monkeypatch.setattr(commands.running, "_run", Mock(side_effect=UnusableEdition("K-50", "No screen.")))
    assert commands.main([]) == CALLED_WRONGLY


def test_a_date_with_a_tilde_is_shown_as_about(exhibit, repository, tmp_path) -> None:
    exhibit.replace("content/projects/mir/project.yaml", "begins: 1987-07-22", "begins: 1987-07~")
    compile_edition(read_exhibit(exhibit.root).exhibit, tmp_path / "edition", look, read_exhibit(repository).exhibit.interface)
    shown = load_edition(tmp_path / "edition")
    assert shown.panel("mir", "en").dateline == "about July 1987"
    assert shown.panel("launch", "en").dateline == "2027"


def test_a_project_without_words_in_any_language_is_told(exhibit) -> None:
    for language in ("en", "ar"):
        (exhibit / f"content/projects/launch/{language}.yaml").unlink()
    assert [(each.code, each.file) for each in read_exhibit(exhibit.root).problems] == [
        ("missing-words", "content/projects/launch/project.yaml")
    ]


_FAILING = """
import logging
from kiosk import app
from kiosk.errors import UnusableContent, UnusableEdition
from kiosk.operations.machine_settings import MachineSettings

def failing(error):
    def fails(*arguments):
        raise error
    return fails

logging.basicConfig(format="%(message)s")
app.find_edition = failing(UnusableContent("K-40", "No content."))
app.build = failing(UnusableEdition("K-50", "No screen."))
app.run(MachineSettings())
"""


def test_the_log_tells_the_code_of_what_cannot_be_shown(repository) -> None:
    done = subprocess.run([sys.executable, "-c", _FAILING], cwd=repository, capture_output=True, text=True, check=False)
    assert "K-40: No content." in done.stderr
    assert "K-50: No screen." in done.stderr
