"""What a fresh machine installs: pinned, with hashes, the same everywhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest


@pytest.fixture
def project(repository: Path) -> dict:
    """pyproject.toml."""
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))


def locked(repository: Path) -> dict[str, str]:
    """Name and version of every requirement of the lock."""
    text = (repository / "requirements.lock").read_text(encoding="utf-8")
    return {name.lower(): version for name, version in re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", text, re.MULTILINE)}


def test_every_requirement_of_the_lock_has_hashes_and_none_an_address(repository: Path) -> None:
    text = (repository / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"://|\bhttps?\b|--(index|extra-index|find-links)|^\s*-e\b| @ ", text, re.MULTILINE)
    entries = re.split(r"^(?=[a-z0-9])", text.replace("\\\n", ""), flags=re.MULTILINE)[1:]
    assert len(entries) >= 20
    for entry in entries:
        assert "--hash=sha256:" in entry, entry


def test_the_lock_holds_everything_that_is_asked_for(repository: Path, project: dict) -> None:
    asked = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["test"]
    have = locked(repository)
    for requirement in asked:
        name, exact = re.match(r"([A-Za-z0-9_.-]+)(?:==([\d.]+))?", requirement).groups()
        assert name.lower() in have, name
        assert exact is None or have[name.lower()] == exact


def test_the_scripts_are_shell_that_any_debian_reads(repository: Path) -> None:
    shell = shutil.which("dash") or shutil.which("sh")
    assert shell
    subprocess.run([shell, "-n", repository / "kiosk.sh"], check=True)
    assert "sh kiosk.sh test" in (repository / ".ci/run").read_text(encoding="utf-8")


def test_a_second_start_with_nothing_to_install_asks_nobody(repository: Path, tmp_path: Path) -> None:
    """The script with an environment whose stamp fits its lock, and neither apt, pip nor a network in reach."""
    shutil.copy(repository / "kiosk.sh", tmp_path)
    shutil.copy(repository / "requirements.lock", tmp_path)
    environment = tmp_path / ".venv"
    (environment / "bin").mkdir(parents=True)
    python = environment / "bin/python"
    python.write_text('#!/bin/sh\necho "$@"\n')
    python.chmod(0o755)
    shutil.copy(repository / "requirements.lock", environment / ".installed")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "cmp", "dirname", "uname", "cat"):
        (tools / name).symlink_to(str(shutil.which(name)))
    done = subprocess.run(
        [shutil.which("sh"), tmp_path / "kiosk.sh", "check"], env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "-m kiosk check"), done.stderr


def test_a_wheel_carries_the_exhibit(project: dict) -> None:
    inside = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert inside == {"content": "kiosk/exhibit/content", "assets": "kiosk/exhibit/assets"}


def test_every_asset_has_its_licence_beside_it(repository: Path) -> None:
    for folder in ("assets", "assets/fonts", "content"):
        assert any(
            "licence" in file.name.lower() or "ofl" in file.name.lower() or "license" in file.name.lower()
            for file in (repository / folder).iterdir()
        ), folder
    assert "Apache License" in (repository / "LICENSE").read_text(encoding="utf-8")


def test_one_version_of_pyside_is_pinned_in_all_its_parts(repository: Path, project: dict) -> None:
    asked = {each.partition("==")[2] for each in project["project"]["dependencies"] if each.startswith("PySide6")}
    have = locked(repository)
    assert {version for name, version in have.items() if name.startswith(("pyside6", "shiboken6"))} == asked
    assert len(asked) == 1
    assert "pyside6" not in have  # the umbrella package brings a web engine
