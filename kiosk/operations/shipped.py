"""Where the exhibit is that ships with the program: beside it in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path


def shipped_exhibit() -> Path:
    """The folder that holds content/ and assets/."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "exhibit"
    return inside if (inside / "content").is_dir() else package.parent
