"""One printable page of every screen, with what to look at: what a curator signs."""

from __future__ import annotations

import html
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from rich.console import Console
from rich.progress import Progress

from kiosk.content.checking import check_exhibit, usable
from kiosk.content.model import InterfaceWords
from kiosk.content.problems import Problem, shown
from kiosk.content.reading import read_exhibit
from kiosk.editions.compiling import compile_edition
from kiosk.editions.edition import load_edition
from kiosk.errors import BadCall
from kiosk.media.probing import look
from kiosk.operations.shipped import shipped_exhibit
from kiosk.proof.contrast import low_contrast
from kiosk.proof.rendering import Shot, application, shots

_ACROSS = 900
"""Pixels of a picture on the page, along its longer side."""

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Proof</title>
<style>
body {{ font: 15px/1.5 sans-serif; margin: 2em; color: #111 }}
h1, h2 {{ font-weight: 500 }}
figure {{ display: inline-block; margin: 0 1em 1.4em 0; vertical-align: top; break-inside: avoid; width: 30em }}
figure.tall {{ width: 17em }}
img {{ width: 100%; border: 1px solid #888 }}
.flag {{ color: #a01010; font-weight: 600 }}
.sign {{ margin: 2em 0; border-top: 1px solid #000; width: 24em; padding-top: .3em }}
pre {{ white-space: pre-wrap }}
</style>
<h1>Proof of «{title}»</h1>
<p>{date} · {count} pictures · {flags} places to look at</p>
<p class="sign">Looked at and approved</p>
{flagged}
{problems}
{contrast}
{body}
</html>
"""


def make_proof(root: Path, out: Path, sizes: Sequence[tuple[int, int]], languages: Sequence[str], diagonal_inches: float) -> int:
    """Render the exhibit in `root` at each size (pixels across and down) into pictures and `out`/index.html.

    Returns how many places there are to look at. Raises BadCall where there is nothing to render.
    """
    reading = read_exhibit(root)
    problems = check_exhibit(reading, look, date.today())
    exhibit = usable(reading.exhibit, problems) if reading.exhibit else None
    if exhibit is None or not exhibit.projects:
        raise BadCall(f"Nothing in {root} can be shown.\n{shown(problems)}")
    unknown = [code for code in languages if code not in exhibit.words]
    if unknown:
        raise BadCall(f"The exhibit does not speak «{unknown[0]}». It speaks {', '.join(exhibit.words)}.")
    own = read_exhibit(shipped_exhibit()).exhibit
    builtin: dict[str, InterfaceWords] = dict(own.interface) if own else {}
    running = application()
    out.mkdir(parents=True, exist_ok=True)
    wanted = list(languages) or list(exhibit.words)
    taken: list[tuple[tuple[int, int], Shot, str]] = []
    with tempfile.TemporaryDirectory() as folder, Progress(console=Console(stderr=True)) as progress:
        compile_edition(exhibit, Path(folder) / "edition", look, builtin)
        edition = load_edition(Path(folder) / "edition")
        for size in sizes:
            task = progress.add_task(f"{size[0]}x{size[1]}", total=len(wanted) * (9 + 9 * len(exhibit.projects)))
            for number, shot in enumerate(shots(edition, size, wanted, diagonal_inches)):
                file = f"{size[0]}x{size[1]}-{shot.language}-{number:03d}.jpg"
                longer = max(shot.image.width(), shot.image.height())
                across = round(shot.image.width() * min(1, _ACROSS / longer))
                small = shot.image.scaledToWidth(across, Qt.TransformationMode.SmoothTransformation)
                small.save(str(out / file), quality=82)
                taken.append((size, shot, file))
                progress.advance(task)
            progress.update(task, total=1, completed=1)
    del running
    return _write(out, exhibit.words[next(iter(exhibit.words))].title, taken, problems)


def _write(out: Path, title: str, taken: list[tuple[tuple[int, int], Shot, str]], problems: tuple[Problem, ...]) -> int:
    pale = low_contrast()
    missing = [problem for problem in problems if problem.code in ("missing-words", "missing-alt")]
    flags = sum(bool(shot.misfits) for _, shot, _ in taken) + len(missing) + len(pale)
    body, flagged = [], []
    group = ""
    for size, shot, file in taken:
        heading = f"{size[0]} x {size[1]}, {shot.language}"
        if heading != group:
            group = heading
            body.append(f"<h2>{html.escape(heading)}</h2>")
        body.append(_figure(size, shot, file))
        if shot.misfits:
            flagged.append(_figure(size, shot, file))
    page = _PAGE.format(
        title=html.escape(title),
        date=date.today().isoformat(),
        count=len(taken),
        flags=flags,
        flagged=f"<h2 class='flag'>Words that do not fit</h2>{''.join(flagged)}" if flagged else "",
        problems=f"<h2>What the check says</h2><pre>{html.escape(shown(problems))}</pre>" if problems else "",
        contrast=f"<h2 class='flag'>Contrast too low</h2><pre>{html.escape(chr(10).join(pale))}</pre>" if pale else "",
        body="".join(body),
    )
    (out / "index.html").write_text(page, encoding="utf-8")
    return flags


def _figure(size: tuple[int, int], shot: Shot, file: str) -> str:
    marks = "".join(f"<br><span class='flag'>{html.escape(each)}</span>" for each in shot.misfits)
    tall = ' class="tall"' if size[1] > size[0] else ""
    return f'<figure{tall}><img src="{file}" alt=""><figcaption>{html.escape(shot.name)}{marks}</figcaption></figure>'
