"""The curator's handbook says what the program does: every field, value, message, code and command."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import types
import typing
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from kiosk.commands import _parser
from kiosk.content import checking, model, yaml_files
from kiosk.content.reading import read_exhibit
from kiosk.editions.compiling import compile_edition
from kiosk.editions.edition import load_edition
from kiosk.media.probing import look
from kiosk.operations.reading_settings import SettingsFile

SHAPES: dict[str, Any] = {
    "content/exhibit.yaml": model.ExhibitFile,
    "content/words/LANGUAGE.yaml": model.ExhibitWords,
    "content/interface/LANGUAGE.yaml": model.InterfaceWords,
    "content/people.yaml": model.Person,
    "content/vehicles.yaml": model.Vehicle,
    "content/places.yaml": model.Place,
    "content/projects/PROJECT/project.yaml": model.ProjectFile,
    "content/projects/PROJECT/LANGUAGE.yaml": model.ProjectWords,
    "settings.yaml": SettingsFile,
}


@pytest.fixture(scope="module")
def handbook() -> str:
    """The text."""
    return (Path(__file__).parents[2] / "content" / "README.md").read_text(encoding="utf-8")


def section(handbook: str, name: str) -> str:
    """What stands below a heading."""
    return re.split(r"^#+ ", handbook.split(f"### {name}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def leaves(shape: Any) -> list[Any]:
    """The types an annotation is made of."""
    origin = get_origin(shape)
    if origin is Annotated:
        return leaves(get_args(shape)[0])
    if origin in (typing.Union, types.UnionType):
        return [leaf for each in get_args(shape) for leaf in leaves(each)]
    if origin in (tuple, list):
        return leaves(get_args(shape)[0])
    if origin is dict:
        return leaves(get_args(shape)[1])
    return [shape]


def fields(shape: type[BaseModel], above: str = "") -> dict[str, bool]:
    """Every field by its dotted name, and whether it is needed."""
    found = {}
    for name, field in shape.model_fields.items():
        found[above + name] = field.is_required()
        for leaf in leaves(field.annotation):
            if isinstance(leaf, type) and issubclass(leaf, BaseModel):
                found |= fields(leaf, f"{above}{name}.")
    return found


@pytest.mark.parametrize("file", SHAPES)
def test_every_field_is_documented_as_the_model_has_it(handbook, file) -> None:
    rows = dict(re.findall(r"^\| `([\w.]+)` \| (yes|no) \|", section(handbook, file), re.MULTILINE))
    assert {name: needed == "yes" for name, needed in rows.items()} == fields(SHAPES[file])


def values(shape: type[BaseModel]) -> set[str]:
    """Every word that a field may be limited to."""
    found = set()
    for field in shape.model_fields.values():
        for leaf in leaves(field.annotation):
            if isinstance(leaf, type) and issubclass(leaf, StrEnum):
                found |= {each.value for each in leaf}
            elif get_origin(leaf) is Literal:
                found |= set(get_args(leaf))
            elif isinstance(leaf, type) and issubclass(leaf, BaseModel):
                found |= values(leaf)
    return found


@pytest.mark.parametrize("file", SHAPES)
def test_every_word_that_a_field_may_hold_is_named(handbook, file) -> None:
    text = section(handbook, file)
    assert [word for word in values(SHAPES[file]) if f"`{word}`" not in text] == []


def test_every_problem_is_explained_and_none_is_invented(handbook, codes) -> None:
    assert set(re.findall(r"^\| `([a-z0-9-]+)` \| (?:error|warning) \|", handbook, re.MULTILINE)) == codes


def test_every_code_of_the_calm_page_is_explained(handbook, repository) -> None:
    used = set(re.findall(r"K-\d\d", "".join(file.read_text(encoding="utf-8") for file in (repository / "kiosk").rglob("*.py"))))
    assert set(re.findall(r"^\| (K-\d\d) \|", handbook, re.MULTILINE)) == used


def test_every_command_can_be_typed(handbook) -> None:
    commands = set(re.findall(r"`sh kiosk\.sh ([^`]+)`", handbook))
    assert len(commands) >= 6
    for command in commands:
        _parser().parse_args(shlex.split(command))


def test_every_example_is_accepted(handbook) -> None:
    examples = re.findall(r"```yaml\n# (\S+)\n(.*?)```", handbook, re.DOTALL)
    assert len(examples) == handbook.count("```yaml") >= 3
    for name, text in examples:
        TypeAdapter(SHAPES[name]).validate_python(yaml.load(text, yaml.BaseLoader))


@pytest.mark.parametrize(
    "number",
    [
        f"at most {model.WORDS_PER_PAGE} words",
        f"at most {checking.LONGEST_SENTENCE} words",
        f"{checking.NARROWEST_HERO} pixels wide",
        f"at least {checking.NARROWEST_PICTURE}",
        f"{checking.MOST_PIXELS // 1_000_000} million pixels",
        f"over {yaml_files.LARGEST_FILE // 1000} kB",
    ],
)
def test_numbers_are_those_of_the_program(handbook, number) -> None:
    assert number in handbook


# ------------------------------------------------------------------ what the handbook promises


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
