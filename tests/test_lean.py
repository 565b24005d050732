"""The running exhibit imports no YAML, validation or locale library, and does no file work in a handler."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.opening import PACKAGE

HEAVY = {
    "yaml",
    "pydantic",
    "pydantic_core",
    "babel",
    "convertdate",
    "rich",
    "PIL",
    "numpy",
    "hypothesis",
    "pytest",
    "cryptography",
    "watchfiles",
    "anyio",
}
_OPEN = """
import sys
import PySide6.QtQuick
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from kiosk import app, commands, opening
from kiosk.operations.machine_settings import MachineSettings
settings = MachineSettings(windowed="1280x720", cache=sys.argv[1])
edition = opening.find_edition(settings)
application = QGuiApplication([])
scene = app.build(edition, settings)
scene.window.show()
scene.attract.play()
visit = scene.visit
for act in (lambda: visit.begin("ar"), lambda: visit.open(edition.plates("ar")[3].project), lambda: visit.turn("evidence")):
    act()
    QTimer.singleShot(400, application.quit)
    application.exec()
print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
scene.close()
"""


BRIDGE = [f"kiosk.bridge.{file.stem}" for file in sorted((PACKAGE / "bridge").glob("[a-z]*.py"))]


@pytest.mark.parametrize("module", ["kiosk.app", "kiosk.commands", "kiosk.editions.edition", *BRIDGE])
def test_what_the_exhibit_is_made_of_is_imported_alone(repository: Path, module: str) -> None:
    script = f"import {module}, sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", script], cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "kiosk" in loaded
    assert loaded & HEAVY == set()


def test_the_exhibit_on_screen_imports_no_yaml_validation_or_locale_library(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _OPEN, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "PySide6" in loaded
    assert loaded & HEAVY == set()


# ------------------------------------------------------------------ architecture

ALLOWED = {
    "visit": {"visit"},
    "language": {"language", "content", "errors"},
    "content": {"content", "errors"},
    "media": {"media", "content", "editions", "operations"},
    "editions": {"editions", "content", "language", "media", "operations", "errors"},
    "operations": {"operations", "content", "errors"},
    "bridge": {"bridge", "visit", "editions", "language", "operations"},
    "proof": {"proof", "app", "scene", "opening", "bridge", "content", "editions", "errors", "media", "operations", "ui"},
    "drawing": {"drawing", "content"},
}
WITHOUT_QT = {"visit", "content", "editions"}


def imports(file: Path) -> set[str]:
    """Every module that a file names in an import, at the top or inside."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("package", ALLOWED)
def test_packages_know_only_what_the_house_lets_them(package: str) -> None:
    for file in (PACKAGE / package).glob("*.py"):
        named = imports(file)
        own = {name.split(".")[1] for name in named if name.startswith("kiosk.") and name.count(".") >= 1}
        assert own <= ALLOWED[package], f"{file.name} imports {own - ALLOWED[package]}"
        if package in WITHOUT_QT:
            assert not any(name.startswith("PySide6") for name in named), f"{file.name} knows Qt"


def test_only_one_module_parses_yaml_and_one_words_what_the_parser_says() -> None:
    assert {file.name for file in PACKAGE.rglob("*.py") if "yaml" in imports(file)} == {"yaml_files.py", "yaml_mistakes.py"}


def test_the_heart_takes_time_as_an_argument() -> None:
    for file in (PACKAGE / "visit").glob("*.py"):
        assert (
            imports(file) & {"time", "datetime", "random"} <= {"random"}
            if file.name == "moments.py"
            else not imports(file) & {"time", "datetime"}
        )


def test_a_touch_reads_no_file_in_the_thread_of_the_screen(edition, qapp, monkeypatch) -> None:
    import builtins
    import threading

    from PySide6.QtTest import QTest

    from kiosk import app
    from kiosk.operations.machine_settings import MachineSettings

    scene = app.build(edition, MachineSettings(windowed="1280x720", reduced_motion=True))
    scene.window.show()
    scene.shelf.warm()
    scene.attract.play()
    QTest.qWait(500)
    read: list[str] = []
    opens = builtins.open

    def watched(file, *arguments, **more):
        if threading.current_thread() is threading.main_thread():
            read.append(str(file))
        return opens(file, *arguments, **more)

    monkeypatch.setattr(builtins, "open", watched)
    monkeypatch.setattr("io.open", watched)
    for language in ("ar", "ru", "en"):
        scene.visit.begin(language)
        for plate in edition.plates(language)[:5]:
            scene.visit.open(plate.project)
            QTest.qWait(30)
            scene.visit.turn("evidence")
            scene.visit.turn("sources")
            scene.visit.turn("story")
            scene.visit.enlarge(scene.panel.picture_ids()[0] if scene.panel.picture_ids() else "")
            scene.visit.enlarge("")
            scene.panel.openNext()
            scene.visit.goToGallery()
        scene.visit.filter("telescopes")
        scene.visit.goHome()
    assert read == []
    monkeypatch.undo()
    scene.window.hide()
    scene.close()


# ------------------------------------------------------------------ types and style


@pytest.mark.parametrize("command", [["mypy"], ["ruff", "check", "."], ["ruff", "format", "--check", "."]], ids=" ".join)
def test_types_are_strict_and_style_is_clean(repository: Path, command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
