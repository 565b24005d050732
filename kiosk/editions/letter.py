"""The letter that is written back to a stick: what became of what was brought, in the curator's language, for any browser."""

from __future__ import annotations

import html
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from kiosk.content.differences import Differences, differences, same_bytes
from kiosk.content.model import Exhibit, InterfaceWords
from kiosk.content.problems import Problem, Severity
from kiosk.content.reading import read_exhibit
from kiosk.editions import disk
from kiosk.editions.delivery import Outcome
from kiosk.editions.in_place import builtin_words
from kiosk.language.direction import is_right_to_left
from kiosk.language.formatting import language_name, own_digits

_MOST_LINES = 60
"""Lines of one list; a folder without translations has hundreds."""
_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 17px/1.55 "IBM Plex Sans", "IBM Plex Sans Arabic", system-ui, sans-serif; color: #0b1230; background: #fff;
  max-width: 42em; margin: 2.5em auto; padding: 0 1.2em }}
h1 {{ font-weight: 500; font-size: 1.5em; border-bottom: 2px solid #e9b44c; padding-bottom: .4em }}
h2 {{ font-weight: 500; font-size: 1.1em; margin-top: 1.8em }}
.verdict {{ font-size: 1.25em; padding: .8em 1em; border-inline-start: 6px solid {tone}; background: #f6f3ec }}
li {{ margin: .45em 0 }}
small {{ display: block; color: #555a70 }}
footer {{ margin-top: 2.5em; color: #555a70; font-size: .9em }}
</style>
<h1>{title}</h1>
<p class="verdict">{verdict}</p>
{body}
<footer>{footer}</footer>
</html>
"""


def write_letter(file: Path, outcome: Outcome, before: Path, source: str) -> bool:
    """Write the letter about `outcome` to a stick; `before` is the exhibit folder that was shown, `source` the name of what
    was brought. Returns False where the stick cannot be written, or is gone."""
    shown = read_exhibit(before).exhibit
    exhibit = outcome.exhibit or shown
    changes = differences(shown, outcome.exhibit, same_bytes, _language(exhibit)) if outcome.exhibit is not None else None
    try:
        disk.write_whole(file, letter(outcome, exhibit, changes, source).encode())
    except OSError:
        return False
    return True


def letter(outcome: Outcome, exhibit: Exhibit | None, changes: Differences | None, source: str) -> str:
    """The letter as one page of HTML without scripts or addresses, in the language that the exhibit wants its letters in.
    Everything that came with the content is escaped."""
    language = _language(exhibit)
    say = _speaker(exhibit, language)
    parts = [_paragraph(say("letter.source", name=source))]
    if outcome.projects:
        parts.append(_paragraph(say("letter.holds", projects=outcome.projects, pictures=outcome.pictures)))
    if outcome.verdict == "waiting" and exhibit is not None:
        wait = math.ceil((exhibit.file.idle.longest + exhibit.file.idle.countdown) / 60)
        parts.append(_paragraph(say("letter.wait", minutes=wait)))
    if outcome.verdict == "refused":
        parts += [_heading(say("letter.why")), _paragraph(say(f"refused.{outcome.code}") or outcome.reason, outcome.reason)]
    if changes is not None:
        told = [html.escape(line) for line in _changes(changes, say)]
        parts += [_heading(say("letter.changed")), _list(told) if told else _paragraph(say("letter.nothingChanged"))]
    for key, names in (("letter.leftOut", outcome.left_out), ("letter.kept", outcome.kept_last_good)):
        if names:
            parts.append(_paragraph(say(key, names=", ".join(names))))
    worth = [each for each in outcome.problems if each.code not in ("missing-words", "missing-alt", "older-translation")]
    worth += [each for each in outcome.problems if each not in worth and each.severity is Severity.ERROR]
    if worth:
        parts += [_heading(say("letter.problems")), _list([_problem(each, say) for each in sorted(worth)])]
    if exhibit is not None and outcome.exhibit is not None:
        parts += [_heading(say("letter.untranslated")), _translation(outcome.problems, say)]
    return _PAGE.format(
        language=html.escape(language),
        direction="rtl" if is_right_to_left(language) else "ltr",
        title=html.escape(say("letter.title")),
        verdict=html.escape(say(f"letter.{outcome.verdict}")),
        tone="#c8553d" if outcome.verdict == "refused" else "#2bb7b3",
        body="\n".join(parts),
        footer=html.escape(say("letter.edition", name=outcome.edition)) if outcome.edition else "",
    )


Say = Callable[..., str]


def _language(exhibit: Exhibit | None) -> str:
    if exhibit is None:
        return "en"
    return exhibit.file.letter_language or exhibit.file.languages[0]


def _speaker(exhibit: Exhibit | None, language: str) -> Say:
    """The words of the letter: the exhibit's own, else the built-in ones, in the language or in English."""
    builtin: Mapping[str, InterfaceWords] = builtin_words(exhibit)
    spoken = [
        words for words in ((exhibit.interface.get(language) if exhibit else None), builtin.get(language), builtin.get("en")) if words
    ]

    def say(key: str, **values: object) -> str:
        text = next((words.words[key] for words in spoken if key in words.words), "")
        text = text if isinstance(text, str) else text.get("other", "")
        for name, value in values.items():
            shown = own_digits(str(value), language) if isinstance(value, int) else f"\u2068{value}\u2069"
            text = text.replace(f"{{{name}}}", shown)
        return text

    return say


def _changes(changes: Differences, say: Say) -> Iterator[str]:
    yield from (say("letter.added", title=title) for _, title in changes.added)
    yield from (say("letter.gone", title=title) for _, title in changes.gone)
    for change in changes.changed:
        for language in change.reworded:
            yield say("letter.reworded", title=change.title, language=language_name(language))
        if change.facts:
            yield say("letter.facts", title=change.title)
        if change.pictures:
            yield say("letter.pictures", title=change.title)
    yield from (say("letter.shared", name=name) for name in changes.shared)


def _problem(problem: Problem, say: Say) -> str:
    """One problem: the sentence of its code, where it is, and the exact English words for whoever helps."""
    place = say("letter.line", file=problem.file, line=problem.line)
    said = say(f"problem.{problem.code}") or problem.what
    exact = f"{problem.what} {problem.remedy}"
    return f'{html.escape(said)} {html.escape(place)}<small dir="ltr" lang="en">{html.escape(exact)}</small>'


def _translation(problems: Iterable[Problem], say: Say) -> str:
    missing, older = Counter[str](), Counter[str]()
    for problem in problems:
        if problem.code in ("missing-words", "missing-alt"):
            language = problem.language or problem.remedy.removeprefix("Write ").partition(".yaml")[0]
            missing[language] += 1
        elif problem.code == "older-translation":
            older[problem.language] += 1
    lines = [
        say("letter.missing", language=language_name(each), missing=missing[each], older=older[each]) for each in sorted({*missing, *older})
    ]
    return _list([html.escape(line) for line in lines]) if lines else _paragraph(say("letter.allTranslated"))


def _heading(text: str) -> str:
    return f"<h2>{html.escape(text)}</h2>"


def _paragraph(text: str, exact: str = "") -> str:
    small = f'<small dir="ltr" lang="en">{html.escape(exact)}</small>' if exact and exact != text else ""
    return f"<p>{html.escape(text)}{small}</p>"


def _list(lines: list[str]) -> str:
    more = f"<li>… +{len(lines) - _MOST_LINES}</li>" if len(lines) > _MOST_LINES else ""
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines[:_MOST_LINES]) + more + "</ul>"
