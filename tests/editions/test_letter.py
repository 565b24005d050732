"""The letter on the stick: true about the delivery, readable for its curator, and safe whatever was brought."""

from __future__ import annotations

import os
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

import kiosk
from kiosk.content.differences import Change, Differences
from kiosk.content.model import Exhibit
from kiosk.content.problems import Problem, Severity
from kiosk.content.reading import read_exhibit
from kiosk.editions.delivery import Outcome
from kiosk.editions.letter import languages_of, letter, longest_wait, write_letter
from kiosk.operations.machine_settings import MachineSettings

ENGLISH = "content/projects/mir/en.yaml"
_EMPTY = {"meta"}
"""Elements without an end."""


class Page(HTMLParser):
    """What a browser would make of a page: elements that close in order, its text without its style, its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.source = page
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self._open: list[str] = []
        self._said: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == [], "every element is closed"

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attributes]
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self._said.append(data)

    def of(self, tag: str) -> dict[str, str]:
        """The attributes of the elements of a kind."""
        return {name: value for each, name, value in self.attributes if each == tag}

    @property
    def text(self) -> str:
        """All words, without the marks that keep directions apart."""
        return " ".join(" ".join(self._said).replace("\u2068", "").replace("\u2069", "").split())


def read(root: Path) -> Exhibit:
    """The exhibit in a folder, which must be readable."""
    found = read_exhibit(root).exhibit
    assert found is not None
    return found


def in_language(exhibit, language: str) -> Exhibit:
    """The exhibit, with its letters in a language."""
    exhibit.replace("content/exhibit.yaml", "order: [mir]", f"order: [mir]\nletter_language: {language}")
    return read(exhibit.root)


def taken(shown: Exhibit, **more) -> Outcome:
    """A delivery that waits for a pause."""
    return Outcome("waiting", edition="0123456789abcdef", projects=2, pictures=2, exhibit=shown, **more)


def page_about(outcome: Outcome, changes: Differences | None = None, source: str = "stick", shown: Exhibit | None = None) -> Page:
    """The letter about an outcome."""
    exhibit = outcome.exhibit or shown
    wait = longest_wait(exhibit.file.idle, MachineSettings()) if exhibit else 0.0
    return Page(letter(outcome, exhibit, changes, source, wait))


def error(code: str = "unknown-value", line: int = 2, **more) -> Problem:
    """A problem as the check tells it."""
    return Problem("content/projects/mir/project.yaml", line, 1, "«flwn» is not known here.", "Did you mean «flown»?", code=code, **more)


# ------------------------------------------------------------------ when all is well


def test_all_is_well_in_one_page(exhibit) -> None:
    page = page_about(taken(read(exhibit.root)), Differences())
    assert (page.of("html")["lang"], page.of("html")["dir"]) == ("en", "ltr")
    assert page.tags.count("h1") == 1
    for words in (
        "Taken. Visitors will see it as soon as nobody is using the screen.",
        "What was brought: stick",
        "It holds 2 projects and 2 pictures.",
        "at most 4 minutes after the last touch.",
        "What changed Nothing.",
        "Everything is translated.",
        f"Edition 0123456789abcdef · Program {kiosk.__version__}",
    ):
        assert words in page.text, words
    assert "What to mend" not in page.text
    assert len(page.text.split()) < 80


def test_the_page_needs_nothing_but_itself(exhibit) -> None:
    page = page_about(taken(read(exhibit.root), problems=(error(),)), Differences(added=(("mir", "To Mir"),)))
    assert {"script", "link", "img", "iframe", "object"} & set(page.tags) == set()
    assert [each for each in page.attributes if each[1] in ("src", "href") or each[1].startswith("on")] == []
    assert "url(" not in page.source
    assert "@import" not in page.source
    assert "@media print" in page.source


def test_what_changed_is_told_in_sentences(exhibit) -> None:
    changes = Differences(
        added=(("lift-off", "A lift-off"),),
        gone=(("launch", "A launch"),),
        changed=(
            Change("mir", "To Mir", {"ar": ("title",)}, ("begins",), ("station",), ("crew",)),
            Change("base", "The base", translated=("ar",), no_longer=("ru",)),
        ),
        languages_added=("fa",),
        languages_gone=("tr",),
        shared={"words/ar.yaml": ("title",)},
    )
    page = page_about(taken(read(exhibit.root)), changes)
    for words in (
        "New: A lift-off",
        "Gone: A launch",
        "To Mir: reworded in العربية",
        "To Mir: facts changed",
        "To Mir: pictures replaced",
        "To Mir: pictures added or taken out",
        "The base: now also in العربية",
        "The base: no longer in Русский",
        "New language: فارسی",
        "Language gone: Türkçe",
        "Changed for all: words/ar.yaml",
    ):
        assert words in page.text, words


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "1 project and 1 picture", "5 projects and 21 pictures"),
        ("ar", "مشروع واحد، صورة واحدة", "٥ مشاريع، ٢١ صورة"),
        ("ru", "1 проект, 1 изображение", "5 проектов, 21 изображение"),
    ],
)
def test_words_follow_their_numbers(exhibit, language, one, many) -> None:
    shown = in_language(exhibit, language)
    assert one in page_about(Outcome("waiting", projects=1, pictures=1, exhibit=shown)).text
    assert many in page_about(Outcome("waiting", projects=5, pictures=21, exhibit=shown)).text


def test_what_is_not_translated_is_counted_by_language(exhibit) -> None:
    exhibit.replace("content/projects/mir/ar.yaml", 'heading: "على متنها", ', "")
    page = page_about(taken(read(exhibit.root)))
    assert "What is not translated العربية: 1 passage missing" in page.text
    (exhibit / "content/projects/launch/ar.yaml").unlink()
    exhibit.write("content/words/ar.yaml", (exhibit / "content/words/ar.yaml").read_bytes() + b"translated_from: {title: 00000000}\n")
    page = page_about(taken(read(exhibit.root)))
    assert "العربية: 5 passages missing and 1 older than the original" in page.text


# ------------------------------------------------------------------ when it is not


def test_a_problem_is_a_sentence_with_its_place_and_the_exact_words_below(exhibit) -> None:
    page = page_about(taken(in_language(exhibit, "ru"), problems=(error(),), left_out=("mir",)))
    assert "Это слово здесь не предусмотрено. Подходящее названо в мелкой строке ниже. content/projects/mir" in page.text
    assert "project.yaml, строка 2" in page.text
    assert "Не показано, пока не исправлено: mir" in page.text
    assert "«flwn» is not known here. Did you mean «flown»?" in page.text
    assert page.of("small") == {"dir": "ltr", "lang": "en"}


def test_an_english_letter_says_the_exact_words_once_and_pictures_have_no_lines(exhibit) -> None:
    unused = Problem("assets/a.png", 1, 1, "No project shows this picture.", "Delete it.", Severity.WARNING, "unused-picture")
    text = page_about(taken(in_language(exhibit, "en"), problems=(error(), unused))).text
    assert text.count("«flwn» is not known here. Did you mean «flown»?") == 1
    assert "There is no such field" not in text
    assert "No project shows this picture. Delete it. assets/a.png" in text
    assert "assets/a.png, line" not in text


def test_errors_come_first_and_one_kind_of_warning_does_not_fill_the_letter(exhibit) -> None:
    warnings = tuple(
        Problem(f"assets/a{n:03}.png", 1, 1, "Not shown.", "Delete it.", Severity.WARNING, "unused-picture") for n in range(300)
    )
    text = page_about(taken(read(exhibit.root), problems=(*warnings, error()))).text
    assert text.index("project.yaml, line 2") < text.index("assets/a000.png")
    assert "assets/a011.png" in text
    assert "assets/a012.png" not in text
    assert "… +288" in text


def test_hundreds_of_errors_are_folded(exhibit) -> None:
    text = page_about(taken(read(exhibit.root), problems=tuple(error(line=n) for n in range(1, 101)))).text
    assert "project.yaml, line 60" in text
    assert "line 61" not in text
    assert "… +40" in text


def test_missing_translations_are_counted_and_not_listed_unless_they_are_errors(exhibit) -> None:
    missing = error("missing-words", severity=Severity.WARNING)
    assert "What to mend" not in page_about(taken(read(exhibit.root), problems=(missing,))).text
    assert "What to mend" in page_about(taken(read(exhibit.root), problems=(error("missing-words"),))).text


def test_a_refusal_says_why_in_the_language_of_the_curator_and_below_exactly(exhibit) -> None:
    outcome = Outcome("refused", "no-room", "The disk of this machine is full.")
    page = page_about(outcome, shown=in_language(exhibit, "ar"))
    assert "لم يُقبل المحتوى." in page.text
    told = "السبب قرص الجهاز ممتلئ. استعمل صورًا أصغر، أو اطلب من المسؤول عن الجهاز إخلاء مساحة. The disk of this machine is full."
    assert told in page.text
    assert page.of("html")["dir"] == "rtl"


@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_every_refusal_says_what_is_wrong_and_what_to_do(repository, language) -> None:
    words = read(repository).interface[language].words
    refusals = {key: str(told) for key, told in words.items() if key.startswith("refused.")}
    assert len(refusals) >= 15
    assert {key: told for key, told in refusals.items() if len(re.findall(r"\.(?= |$)", told)) != 2} == {}


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_the_commonest_problems_say_what_to_do_where_no_english_is_read(repository, language) -> None:
    words = read(repository).interface[language].words
    common = "bad-value missing-field missing-file missing-picture missing-words no-source syntax unknown-field unknown-name unknown-value"
    assert [code for code in common.split() if len(re.findall(r"\.(?= |$)", str(words[f"problem.{code}"]))) != 2] == []


def test_a_reason_without_a_sentence_of_its_own_is_told_once_as_it_is() -> None:
    text = page_about(Outcome("refused", "something-new", "The moon is in the way.")).text
    assert text.count("The moon is in the way.") == 1


def test_nothing_new_is_said_in_one_sentence(exhibit) -> None:
    text = page_about(Outcome("unchanged", edition="0123456789abcdef"), shown=read(exhibit.root)).text
    assert "Nothing to do: this is what visitors see already." in text
    assert "What changed" not in text


# ------------------------------------------------------------------ languages


def test_the_language_is_the_one_asked_for_then_the_first_then_english(exhibit) -> None:
    assert languages_of(None) == ["en"]
    assert languages_of(read(exhibit.root)) == ["en"]
    assert languages_of(in_language(exhibit, "ru")) == ["ru", "en"]
    exhibit.replace("content/exhibit.yaml", "languages: [en, ar]", "languages: [ar, en]")
    assert languages_of(read(exhibit.root)) == ["ru", "ar", "en"]


def test_a_language_without_words_for_letters_gives_way_to_the_next_and_so_does_the_direction(exhibit) -> None:
    exhibit.write("content/interface/fa.yaml", "words: {sill.home: خانه}\n")
    for language in ("fa", "tr"):
        page = page_about(taken(in_language(exhibit, language)))
        assert (page.of("html")["lang"], page.of("html")["dir"]) == ("en", "ltr")
        assert "Taken." in page.text
        exhibit.replace("content/exhibit.yaml", f"letter_language: {language}\n", "")


def test_a_museum_may_word_the_letter_its_own_way_and_what_it_leaves_out_stays_built_in(exhibit) -> None:
    exhibit.write("content/interface/en.yaml", "words: {letter.waiting: Thank you!}\n")
    text = page_about(taken(read(exhibit.root))).text
    assert "Thank you!" in text
    assert "What was brought: stick" in text


def test_a_word_that_asks_for_what_is_not_filled_in_falls_back_to_the_built_in_one(exhibit) -> None:
    exhibit.write("content/interface/en.yaml", 'words: {letter.wait: "Wait {minutes} minutes.", letter.title: "Dear {name}"}\n')
    text = page_about(taken(read(exhibit.root))).text
    assert "at most 4 minutes after the last touch" in text
    assert text.startswith("Letter from the kiosk")


# ------------------------------------------------------------------ untrusted content


WICKED = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</p></title><h1>Paid</h1>",
    "<!-- <style>*{display:none}</style>",
    "{language} {0.__class__} {{}}",
    "&lt;b&gt;",
)


@pytest.mark.parametrize("wicked", WICKED)
def test_whatever_content_says_it_stays_words(exhibit, wicked) -> None:
    shown = read(exhibit.root)
    changes = Differences(
        added=((wicked, wicked),), changed=(Change(wicked, wicked, {wicked: (wicked,)}, pictures=(wicked,)),), shared={wicked: ()}
    )
    problem = Problem(wicked, 1, 1, wicked, wicked, code=wicked, project=wicked, language=wicked)
    outcome = taken(shown, problems=(problem,), left_out=(wicked,), kept_last_good=(wicked,))
    plain, page = page_about(taken(shown, problems=(error(),)), Differences()), page_about(outcome, changes, wicked)
    assert set(page.tags) <= set(plain.tags) | {"ul", "li"}
    assert page.tags.count("h1") == page.tags.count("title") == 1
    assert page.text.count(" ".join(wicked.split())) >= 8
    refused = page_about(Outcome("refused", wicked, wicked), source=wicked)
    assert set(refused.tags) <= set(plain.tags)
    assert " ".join(wicked.split()) in refused.text


def test_a_title_cannot_turn_around_what_follows_it(exhibit) -> None:
    page = letter(taken(read(exhibit.root)), read(exhibit.root), Differences(added=(("x", "a\u202eb\u2069c\u2067d"),)), "\u202estick")
    assert {"\u202e", "\u2067"} & set(page) == set()
    assert page.count("\u2068") == page.count("\u2069")
    assert "\u2068abcd\u2069" in page


# ------------------------------------------------------------------ written to the stick


def test_pictures_are_compared_where_the_edition_lies_by_now(exhibit, deliver, tmp_path) -> None:
    before = Path(shutil.copytree(exhibit.root, tmp_path / "before"))
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    assert write_letter(tmp_path / "letter.html", deliver(exhibit.root), before, "stick")
    page = Page((tmp_path / "letter.html").read_text(encoding="utf-8"))
    assert "To the station: reworded in English" in page.text
    assert "pictures replaced" not in page.text
    exhibit.picture("pictures/pad.png", colour="navy")
    assert write_letter(tmp_path / "letter.html", deliver(exhibit.root), before, "stick")
    page = Page((tmp_path / "letter.html").read_text(encoding="utf-8"))
    assert "A launch: pictures replaced" in page.text
    assert "To the station: pictures replaced" not in page.text


def test_nothing_is_said_of_pictures_that_were_refused_and_are_gone(exhibit, deliver, tmp_path) -> None:
    before = Path(shutil.copytree(exhibit.root, tmp_path / "before"))
    exhibit.replace(ENGLISH, "To Mir", "To the station")
    outcome = deliver(exhibit.root, prove=lambda edition, tell: ["no screen"])
    assert write_letter(tmp_path / "letter.html", outcome, before, "stick")
    page = Page((tmp_path / "letter.html").read_text(encoding="utf-8"))
    assert "Not taken." in page.text
    assert "To the station: reworded in English" in page.text
    assert "pictures replaced" not in page.text
    gone = taken(read(exhibit.root))
    shutil.rmtree(exhibit.root)
    assert write_letter(tmp_path / "letter.html", gone, before, "stick")
    assert "pictures replaced" not in (tmp_path / "letter.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "minutes"),
    [
        (None, 7),
        (MachineSettings(), 7),
        (MachineSettings(idle_longest_seconds=90), 3),
        (MachineSettings(countdown_seconds=120), 8),
        (MachineSettings(idle_longest_seconds=580, countdown_seconds=20), 10),
        (MachineSettings(idle_seconds=1100), 19),
    ],
)
def test_the_letter_says_how_long_this_machine_waits_with_what_it_shows_now(exhibit, deliver, tmp_path, settings, minutes) -> None:
    exhibit.replace("content/exhibit.yaml", "order: [mir]", "order: [mir]\nidle: {longest: 6min, countdown: 40s}")
    before = Path(shutil.copytree(exhibit.root, tmp_path / "before"))
    exhibit.replace("content/exhibit.yaml", "longest: 6min", "longest: 15min")  # comes only when the visitor has gone
    assert write_letter(tmp_path / "letter.html", deliver(exhibit.root), before, "stick", settings)
    page = Page((tmp_path / "letter.html").read_text(encoding="utf-8"))
    assert f"at most {minutes} minutes after the last touch" in page.text


def test_a_project_left_out_for_its_errors_is_not_told_as_gone_too(exhibit, deliver, tmp_path) -> None:
    before = Path(shutil.copytree(exhibit.root, tmp_path / "before"))
    exhibit.replace("content/projects/mir/project.yaml", "standing: flown", "standing: flwn")
    assert write_letter(tmp_path / "letter.html", deliver(exhibit.root, largest_loss=0.5), before, "stick")
    text = Page((tmp_path / "letter.html").read_text(encoding="utf-8")).text
    assert "Left out until it is mended: mir" in text
    assert "Gone:" not in text


def test_a_name_that_is_no_unicode_does_not_keep_the_letter_from_being_written(exhibit, tmp_path) -> None:
    source = os.fsdecode(b"st\xffick")
    assert write_letter(tmp_path / "letter.html", Outcome("unchanged"), exhibit.root, source)
    assert "st?ick" in (tmp_path / "letter.html").read_text(encoding="utf-8")


def test_where_nothing_was_shown_before_the_letter_is_written_all_the_same(exhibit, deliver, tmp_path) -> None:
    assert write_letter(tmp_path / "letter.html", deliver(exhibit.root), tmp_path / "nowhere", "stick")
    assert "New: To Mir" in Page((tmp_path / "letter.html").read_text(encoding="utf-8")).text
