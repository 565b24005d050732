"""The letter that is written back to a stick: what became of what was brought, in the curator's language, for any browser."""

from __future__ import annotations

import html
import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

import kiosk
from kiosk.content.coverage import coverage, summed
from kiosk.content.differences import Differences, differences, same_bytes
from kiosk.content.model import Exhibit, Idle, InterfaceWords, PluralForms
from kiosk.content.problems import Problem, Severity
from kiosk.content.reading import read_exhibit
from kiosk.editions import disk
from kiosk.editions.delivery import Outcome
from kiosk.editions.in_place import builtin_words
from kiosk.language.direction import is_right_to_left, isolated
from kiosk.language.formatting import counted, joined, language_name, own_digits
from kiosk.operations.machine_settings import MachineSettings

_MOST_LINES = 60
"""Lines of one list; a folder without translations has hundreds."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_MOST_OF_A_KIND = 12
"""Warnings of one kind; nobody reads the three hundredth picture that is not used."""
_COUNTED = ("missing-words", "missing-alt", "older-translation")
"""Problems of translation: told as a number for each language."""
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that steer directions (UAX #9): one left open in a title would turn around what follows it."""
_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 17px/1.55 "IBM Plex Sans", "IBM Plex Sans Arabic", system-ui, sans-serif; color: #0b1230; background: #fff;
  max-width: 42em; margin: 2.5em auto; padding: 0 1.2em; overflow-wrap: anywhere }}
h1 {{ font-weight: 500; font-size: 1.5em; border-bottom: 2px solid #e9b44c; padding-bottom: .4em }}
h2 {{ font-weight: 500; font-size: 1.1em; margin-top: 1.8em }}
.verdict {{ font-size: 1.25em; padding: .8em 1em; border-inline-start: 6px solid {tone}; background: #f6f3ec }}
.left {{ padding: .6em 1em; border-inline-start: 6px solid #c8553d; background: #f6f3ec }}
li {{ margin: .45em 0 }}
.problem {{ margin: .9em 0 }}
.error::marker {{ color: #c8553d }}
.place, small {{ display: block; color: #555a70; font-size: .85em }}
footer {{ margin-top: 2.5em; color: #555a70; font-size: .9em }}
@media print {{ body {{ font-size: 11pt; margin: 0; max-width: none }} h2 {{ break-after: avoid }} li {{ break-inside: avoid }} }}
</style>
<h1>{title}</h1>
<p class="verdict">{verdict}</p>
{body}
<footer>{footer}</footer>
</html>
"""


def write_letter(file: Path, outcome: Outcome, before: Path, source: str, settings: MachineSettings | None = None) -> bool:
    """Write the letter about `outcome` to a stick; `before` is the exhibit folder that was shown, `source` the name of what
    was brought, `settings` those of the machine that writes. Returns False where the stick cannot be written, or is gone."""
    shown = read_exhibit(before).exhibit
    exhibit, changes = outcome.exhibit or shown, None
    if outcome.exhibit is not None:
        same = same_bytes if outcome.exhibit.root.is_dir() else _unknown
        changes = differences(shown, outcome.exhibit, same, languages_of(exhibit)[0], outcome.left_out)
    on_screen = shown or exhibit
    wait = longest_wait(on_screen.file.idle, settings or MachineSettings()) if on_screen is not None else 0.0
    try:
        disk.write_whole(file, letter(outcome, exhibit, changes, source, wait).encode(errors="replace"))
    except OSError:
        return False
    return True


def _unknown(one: Path, other: Path) -> bool:
    """What was refused is gone: nothing is said of its pictures."""
    return True


def longest_wait(idle: Idle, settings: MachineSettings) -> float:
    """Seconds after which a touch no longer holds the screen, at the most: as the exhibit that is shown lays down, and as this
    machine overrides it (`rules_of` and `allowed_silence` of the exhibit on screen)."""
    silence = max(settings.idle_seconds or idle.base, settings.idle_longest_seconds or idle.longest)
    return silence + (settings.countdown_seconds or idle.countdown)


def letter(outcome: Outcome, exhibit: Exhibit | None, changes: Differences | None, source: str, wait: float = 0.0) -> str:
    """The letter as one page of HTML without scripts or addresses, in the language that the exhibit wants its letters in.
    A visitor holds the screen for at most `wait` seconds, 0: unknown. Everything that came with the content is escaped."""
    spoken = _spoken(exhibit)
    language = spoken[0][0] if spoken else "en"
    say = _speaker(spoken)
    parts = [_paragraph(say("letter.source", name=source))]
    if outcome.projects:
        projects, pictures = say("letter.projects", outcome.projects), say("letter.pictureFiles", outcome.pictures)
        parts.append(_paragraph(say("letter.holds", projects=projects, pictures=pictures)))
    if outcome.verdict == "waiting" and wait:
        parts.append(_paragraph(say("letter.wait", math.ceil(wait / 60))))
    if outcome.verdict == "refused":
        parts += [_heading(say("letter.why")), _paragraph(say(f"refused.{outcome.code}") or outcome.reason, outcome.reason)]
    for key, names in (("letter.leftOut", outcome.left_out), ("letter.kept", outcome.kept_last_good)):
        if names:
            parts.append(f'<p class="left">{html.escape(say(key, names=", ".join(names)))}</p>')
    if changes is not None:
        told = [html.escape(line) for line in _changes(changes, say)]
        parts += [_heading(say("letter.changed")), _list(told) if told else _paragraph(say("letter.nothingChanged"))]
    listed, more = _listed(outcome.problems)
    if listed:
        parts += [_heading(say("letter.problems")), _listing([_problem(each, say, language) for each in listed], more)]
    if exhibit is not None and outcome.exhibit is not None:
        parts += [_heading(say("letter.untranslated")), _translation(exhibit, say, language)]
    signed = [say("letter.edition", name=outcome.edition)] if outcome.edition else []
    return _PAGE.format(
        language=html.escape(language),
        direction="rtl" if is_right_to_left(language) else "ltr",
        title=html.escape(say("letter.title")),
        verdict=html.escape(say(f"letter.{outcome.verdict}")),
        tone="#c8553d" if outcome.verdict == "refused" else "#2bb7b3",
        body="\n".join(parts),
        footer=html.escape(" · ".join([*signed, say("letter.program", name=kiosk.__version__)])),
    )


def languages_of(exhibit: Exhibit | None) -> list[str]:
    """The languages to write a letter in, the best first: as the exhibit asks for, its first, and English."""
    wished = [exhibit.file.letter_language, exhibit.file.languages[0]] if exhibit is not None else []
    return list(dict.fromkeys([*(each for each in wished if each), "en"]))


Say = Callable[..., str]
Spoken = list[tuple[str, Mapping[str, str | PluralForms]]]
"""Words with their language, the best first."""


def _spoken(exhibit: Exhibit | None) -> Spoken:
    """The words of the letter: the exhibit's own, else the built-in ones. A language without any is not spoken, so that the
    page runs in the direction of what stands on it."""
    builtin: Mapping[str, InterfaceWords] = builtin_words(exhibit)
    own = exhibit.interface if exhibit is not None else {}
    found: Spoken = [(each, words[each].words) for each in languages_of(exhibit) for words in (own, builtin) if each in words]
    while found and not any(each == found[0][0] and "letter.title" in words for each, words in found):
        del found[0]
    return found


def _speaker(spoken: Spoken) -> Say:
    """Says the words of a key, with its number in the form that the number asks for, and names apart from what is around."""

    def say(key: str, count: int = 0, **values: str | int) -> str:
        language, text = next(((each, words[key]) for each, words in spoken if _fits(words.get(key), values)), ("en", ""))
        told = counted(text if isinstance(text, str) else {str(form): each for form, each in text.items()}, count, language)

        def filled(found: re.Match[str]) -> str:
            value = values[found[1]]
            return own_digits(str(value), language) if isinstance(value, int) else isolated(_DIRECTIONS.sub("", value))

        return _PLACEHOLDER.sub(filled, told)

    return say


def _fits(text: str | PluralForms | None, values: Collection[str]) -> bool:
    """Whether a word is there and asks for nothing that is not filled in."""
    if text is None:
        return False
    asked = _PLACEHOLDER.findall(" ".join(text.values()) if isinstance(text, dict) else text)
    return {*asked} <= {"n", *values}


def _changes(changes: Differences, say: Say) -> Iterator[str]:
    yield from (say("letter.added", title=title) for _, title in changes.added)
    yield from (say("letter.gone", title=title) for _, title in changes.gone)
    for change in changes.changed:
        languages = {"letter.reworded": change.reworded, "letter.translated": change.translated, "letter.noLonger": change.no_longer}
        for key, each in languages.items():
            yield from (say(key, title=change.title, language=language_name(language)) for language in each)
        if change.facts:
            yield say("letter.facts", title=change.title)
        if change.pictures:
            yield say("letter.pictures", title=change.title)
        if change.pictures_added or change.pictures_gone:
            yield say("letter.pictureSet", title=change.title)
    yield from (say("letter.languageAdded", language=language_name(each)) for each in changes.languages_added)
    yield from (say("letter.languageGone", language=language_name(each)) for each in changes.languages_gone)
    yield from (say("letter.shared", name=name) for name in changes.shared)


def _listed(problems: Iterable[Problem]) -> tuple[list[Problem], int]:
    """The problems that the letter lists, errors first; and how many more of the same kinds there are."""
    errors = sorted(each for each in problems if each.severity is Severity.ERROR)
    warnings = sorted(each for each in problems if each.severity is not Severity.ERROR and each.code not in _COUNTED)
    kinds, told = Counter[str](), []
    for each in warnings:
        kinds[each.code] += 1
        if kinds[each.code] <= _MOST_OF_A_KIND:
            told.append(each)
    return errors + told, len(warnings) - len(told)


def _problem(problem: Problem, say: Say, language: str) -> str:
    """One problem: what is wrong, where, and in another language than English the exact English words for whoever helps."""
    exact = _DIRECTIONS.sub("", f"{problem.what} {problem.remedy}")
    said = say(f"problem.{problem.code}") if language != "en" else ""
    picture = problem.file.startswith("assets/")  # which has no lines
    place = isolated(problem.file) if picture else say("letter.line", file=problem.file, line=problem.line)
    small = f'<small dir="ltr" lang="en">{html.escape(exact)}</small>' if said else ""
    words = f'{html.escape(said or exact)}<span class="place">{html.escape(place)}</span>{small}'
    return f'<li class="problem{" error" if problem.severity is Severity.ERROR else ""}">{words}</li>'


def _translation(exhibit: Exhibit, say: Say, language: str) -> str:
    """How many passages of each language are missing, or older than the original."""
    cells, lines = coverage(exhibit), []
    for other in exhibit.file.languages[1:]:
        found = summed(cells, other)
        counts = (("letter.missing", len(found.missing)), ("letter.older", len(found.older)))
        if any(count for _, count in counts):
            what = joined([say(key, count) for key, count in counts if count], language)
            lines.append(html.escape(f"{isolated(language_name(other))}: {what}"))
    return _list(lines) if lines else _paragraph(say("letter.allTranslated"))


def _heading(text: str) -> str:
    return f"<h2>{html.escape(text)}</h2>"


def _paragraph(text: str, exact: str = "") -> str:
    small = f'<small dir="ltr" lang="en">{html.escape(exact)}</small>' if exact and exact != text else ""
    return f"<p>{html.escape(text)}{small}</p>"


def _list(lines: list[str], more: int = 0) -> str:
    return _listing([f"<li>{line}</li>" for line in lines], more)


def _listing(items: list[str], more: int) -> str:
    more += max(0, len(items) - _MOST_LINES)
    return "<ul>" + "".join(items[:_MOST_LINES]) + (f"<li>… +{more}</li>" if more else "") + "</ul>"
