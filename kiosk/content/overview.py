"""The whole exhibit at a glance: one line a project, for the table in the curator's handbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.content.model import Exhibit, Project
from kiosk.errors import BadCall

HANDBOOK = "content/README.md"
_FIRST, _LAST = "<!-- overview: written by `kiosk overview --write` -->", "<!-- end of overview -->"


def overview(exhibit: Exhibit, country_name: Callable[[str], str]) -> str:
    """A Markdown table of all projects by the name of their first country; pages about the exhibit come last."""
    rows = sorted(
        (_row(project, exhibit, country_name) for project in exhibit.projects.values()), key=lambda row: (not row[0], row[0], row[1])
    )
    head = ("Country", "Project", "With", "Category", "Standing", "Languages", "Pictures")
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _row(project: Project, exhibit: Exhibit, country_name: Callable[[str], str]) -> tuple[str, ...]:
    file, first = project.file, exhibit.file.languages[0]
    words = project.words.get(first) or next(iter(project.words.values()))
    countries = [country_name(code) for code in file.countries]
    category = exhibit.words[first].categories.get(file.category, file.category) if first in exhibit.words else file.category
    pictures = [file.pictures[file.hero].file, *(each.file for name, each in file.pictures.items() if name != file.hero)]
    return (
        countries[0] if countries else "",
        f"{words.title} (`{project.id}`)".replace("|", "/"),
        ", ".join(countries[1:]),
        category,
        file.standing.value if file.standing else "",
        " ".join(language for language in exhibit.file.languages if language in project.words),
        ", ".join(f"`{Path(path).name}`" for path in pictures),
    )


def written_into(handbook: str, table: str) -> str:
    """The text of a handbook with the table between its two marks. Raises BadCall where the marks are not there."""
    before, first, rest = handbook.partition(_FIRST)
    _, last, after = rest.partition(_LAST)
    if not first or not last:
        raise BadCall(f"{HANDBOOK} has no place for the table. Write a line «{_FIRST}» and below it a line «{_LAST}».")
    return f"{before}{first}\n\n{table}\n{last}{after}"
