"""Dates, numbers, names and directions as each language writes them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.content.model import PartialDate, Quantity
from kiosk.language import direction, formatting
from kiosk.language.translator import WordsTranslator
from kiosk.language.typesetting import bound

ISOLATES = str.maketrans("", "", "\u2068\u2069\u200f")


@pytest.mark.parametrize(
    ("language", "script", "rtl", "face"),
    [
        ("en", "Latn", False, "latin"),
        ("ru", "Cyrl", False, "cyrillic"),
        ("ar", "Arab", True, "arabic"),
        ("fa", "Arab", True, "arabic"),
        ("ur", "Arab", True, "arabic"),
        ("he", "Hebr", True, "latin"),
        ("kk", "Cyrl", False, "cyrillic"),
        ("uz-Arab", "Arab", True, "arabic"),
        ("az-Cyrl", "Cyrl", False, "cyrillic"),
        ("xx", "Latn", False, "latin"),
    ],
)
def test_the_script_decides_direction_and_face(language, script, rtl, face) -> None:
    assert (direction.script(language), direction.is_right_to_left(language), direction.face(language)) == (script, rtl, face)


def test_a_name_of_another_direction_is_isolated() -> None:
    assert direction.isolated("Soyuz TM-3") == "\u2068Soyuz TM-3\u2069"
    assert direction.isolated("") == ""


def test_a_lone_number_is_anchored_where_words_run_from_the_right() -> None:
    assert direction.anchored("51.6°", "ar").startswith("\u200f")
    assert direction.anchored("51.6°", "en") == "51.6°"
    assert direction.anchored("٧ أيام", "ar") == "٧ أيام"


@pytest.mark.parametrize(
    ("date", "language", "shown"),
    [
        (PartialDate(2019, 9, 25), "en", "25 September 2019"),
        (PartialDate(2019, 9), "en", "September 2019"),
        (PartialDate(2019), "en", "2019"),
        (PartialDate(2019, 9, 25), "ru", "25 сентября 2019"),
        (PartialDate(2019, 9), "ru", "сентябрь 2019"),
        (PartialDate(2019, 9, 25), "ar", "٢٥ أيلول/سبتمبر ٢٠١٩"),
        (PartialDate(2019), "ru", "2019"),
        (PartialDate(2019, 9), "ar", "أيلول/سبتمبر ٢٠١٩"),
        (PartialDate(2019), "ar", "٢٠١٩"),
        (PartialDate(2019, 9, 25), "fa", "۲۵ سپتامبر ۲۰۱۹"),
        (PartialDate(2019, 9), "fa", "سپتامبر ۲۰۱۹"),
        (PartialDate(2019), "fa", "۲۰۱۹"),
        (PartialDate(2019, 9, 25), "tr", "25 Eylül 2019"),
        (PartialDate(2019, 9, 25), "ur", "۲۵ ستمبر ۲۰۱۹"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(date, language, shown) -> None:
    assert formatting.day(date, language) == shown


@pytest.mark.parametrize(
    ("begins", "ends", "language", "shown"),
    [
        (PartialDate(1987, 7, 22), PartialDate(1987, 7, 30), "en", "22–30 July 1987"),
        (PartialDate(1987, 7, 22), PartialDate(1987, 7, 30), "ru", "22–30 июля 1987"),
        (PartialDate(2019, 9, 25), PartialDate(2019, 10, 3), "en", "25 September – 3 October 2019"),
        (PartialDate(2019, 12, 25), PartialDate(2020, 1, 3), "en", "25 December 2019 – 3 January 2020"),
        (PartialDate(1994), None, "en", "1994"),
        (PartialDate(1987, 7, 22), PartialDate(1987, 7, 30), "ar", "٢٢–٣٠ تموز/يوليو ١٩٨٧ م · ٢٥ ذو القعدة ١٤٠٧ هـ"),
        (PartialDate(2022, 8), None, "ar", "آب/أغسطس ٢٠٢٢ م · ١٤٤٤ هـ"),
        (PartialDate(2022, 7), None, "ar", "تموز/يوليو ٢٠٢٢ م · ١٤٤٣–١٤٤٤ هـ"),
        (PartialDate(1994), None, "ar", "١٩٩٤ م"),
        (PartialDate(2022, 8, 9), None, "fa", "۹ اوت ۲۰۲۲ · ۱۸ مرداد ۱۴۰۱"),
        (PartialDate(2022, 8), None, "fa", "اوت ۲۰۲۲ · مرداد ۱۴۰۱"),
        (PartialDate(1987), None, "fa", "۱۹۸۷"),
        (PartialDate(2019, 9, 25), PartialDate(2019, 10, 3), "ru", "25 сентября – 3 октября 2019"),
        (PartialDate(2019, 12, 25), PartialDate(2020, 1, 3), "ru", "25 декабря 2019 – 3 января 2020"),
        (PartialDate(2019, 9, 25), PartialDate(2019, 10, 3), "ar", "٢٥ أيلول/سبتمبر ٢٠١٩ – ٣ تشرين الأول/أكتوبر ٢٠١٩ م · ٢٥ محرم ١٤٤١ هـ"),
        (PartialDate(2019, 9, 25), PartialDate(2019, 10, 3), "fa", "۲۵ سپتامبر – ۳ اکتبر ۲۰۱۹ · ۳ مهر ۱۳۹۸"),
        (PartialDate(1987, 7, 22), PartialDate(1987, 7, 22), "en", "22 July 1987"),
        (PartialDate(2001, 3, 2), PartialDate(2012, 5, 7), "en", "2 March 2001"),
        (PartialDate(2001, 3, 2), PartialDate(2001, 9), "en", "2 March 2001"),
    ],
)
def test_a_span_stands_in_the_calendars_that_readers_expect(begins, ends, language, shown) -> None:
    assert formatting.span(begins, ends, language) == shown


@pytest.mark.parametrize("date", [PartialDate(1987), PartialDate(1987, 7), PartialDate(1987, 7, 22)], ids=["year", "month", "day"])
@pytest.mark.parametrize("language", ["en", "ru", "tr"])
def test_one_calendar_is_enough_where_readers_expect_no_other(date, language) -> None:
    assert formatting.span(date, None, language) == formatting.day(date, language)


@pytest.mark.parametrize(
    ("language", "digits"),
    [("en", "0123456789"), ("ru", "0123456789"), ("ar", "٠١٢٣٤٥٦٧٨٩"), ("fa", "۰۱۲۳۴۵۶۷۸۹"), ("ur", "۰۱۲۳۴۵۶۷۸۹"), ("bn", "০১২৩৪৫৬৭৮৯")],
)
def test_a_language_has_its_own_digits_and_leaves_letters_alone(language, digits) -> None:
    assert formatting.digits(language) == digits
    assert formatting.own_digits("TM-3, 0123456789", language) == f"TM-{digits[3]}, {digits}"


@pytest.mark.parametrize(
    ("value", "unit", "language", "shown"),
    [
        (Quantity(7.9, None, 1), "day", "en", "7.9 days"),
        (Quantity(1), "day", "en", "1 day"),
        (Quantity(311, 359), "kilometre", "en", "311–359 km"),
        (Quantity(311, 359), "kilometre", "ar", "٣١١–٣٥٩ كم"),
        (Quantity(51.6, None, 1), "degree", "en", "51.6°"),
        (Quantity(12), "year", "ru", "12 лет"),
        (Quantity(2), "year", "ru", "2 года"),
        (Quantity(1), "year", "ru", "1 год"),
        (Quantity(7.9, None, 1), "day", "ru", "7,9 дня"),
        (Quantity(600), "kilogram", "ru", "600 кг"),
        (Quantity(12), "plain", "en", "12"),
        (Quantity(35786), "kilometre", "en", "35,786 km"),
        (Quantity(12), "plain", "fa", "۱۲"),
        (Quantity(50), "percent", "en", "50%"),
        (Quantity(99.5, None, 1), "percent", "en", "99.5%"),
        (Quantity(50, 60), "percent", "fa", "۵۰–۶۰%"),
        (Quantity(5), "year", "ru", "5 лет"),
        (Quantity(1, 2), "year", "ru", "1–2 года"),
        (Quantity(1), "day", "ar", "يوم"),
        (Quantity(2), "day", "ar", "يومان"),
        (Quantity(5), "day", "ar", "٥ أيام"),
        (Quantity(11), "day", "ar", "١١ يومًا"),
        (Quantity(100), "day", "ar", "١٠٠ يوم"),
        (Quantity(1, 2), "day", "ar", "١–٢ أيام"),
        (Quantity(1, 2), "year", "ar", "١–٢ سنوات"),
        (Quantity(600), "kilogram", "ur", "۶۰۰ kg"),
    ],
)
def test_a_quantity_takes_the_form_its_language_needs(value, unit, language, shown) -> None:
    assert formatting.quantity(value, unit, language).translate(ISOLATES).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("count", "language", "form"),
    [
        *((0, "ar", "zero"), (1, "ar", "one"), (2, "ar", "two"), (5, "ar", "few"), (16, "ar", "many"), (100, "ar", "other")),
        *((103, "ar", "few"), (111, "ar", "many"), (102, "ar", "other")),
        *((1, "ru", "one"), (3, "ru", "few"), (5, "ru", "many"), (11, "ru", "many"), (21, "ru", "one"), (0, "ru", "many")),
        *((1, "en", "one"), (2, "en", "other"), (0, "en", "other")),
    ],
)
def test_plurals_follow_the_rules_of_the_language(count, language, form) -> None:
    assert formatting.plural_form(language, count) == form


def test_a_count_is_written_in_its_form_and_digits() -> None:
    forms = {"one": "قصة واحدة", "two": "قصتان", "few": "{n} قصص", "many": "{n} قصة", "other": "{n} قصة"}
    assert [formatting.counted(forms, n, "ar") for n in (1, 2, 5, 16)] == ["قصة واحدة", "قصتان", "٥ قصص", "١٦ قصة"]


def test_a_missing_form_falls_back_and_never_fails() -> None:
    assert formatting.counted({"one": "{n} story"}, 5, "en") == "5"
    assert formatting.counted("{n} stories", 5, "en") == "5 stories"


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("SY", "en", "Syria"),
        ("KZ", "ru", "Казахстан"),
        ("AE", "ar", "الإمارات العربية المتحدة"),
        ("IR", "fa", "ایران"),
        ("SU", "en", "SU"),
        ("XX", "en", "XX"),
    ],
)
def test_countries_are_named_by_cldr(code, language, name) -> None:
    assert formatting.country_name(code, language, {}) == name


def test_the_exhibit_may_name_a_country_itself() -> None:
    assert formatting.country_name("SU", "en", {"SU": "Soviet Union"}) == "Soviet Union"


def test_languages_call_themselves_by_their_own_name() -> None:
    assert [formatting.language_name(code) for code in ("en", "ar", "ru", "fa")] == ["English", "العربية", "Русский", "فارسی"]


def test_names_are_joined_as_the_language_joins_them() -> None:
    assert formatting.joined(["a", "b", "c"], "en") == "a, b and c"
    assert formatting.joined(["a", "b"], "ru") == "a и b"
    assert formatting.joined([], "en") == ""


@pytest.fixture
def translator(qapp):
    """The interface words of a visit, installed as the exhibit installs them."""
    found = WordsTranslator()
    QCoreApplication.installTranslator(found)
    yield found
    QCoreApplication.removeTranslator(found)


def test_qt_asks_for_an_identifier_and_gets_the_word_of_the_language_spoken(translator) -> None:
    translator.speak({"gallery.all": "All"})
    assert QCoreApplication.translate("", "gallery.all") == "All"
    translator.speak({"gallery.all": "الكل"})
    assert QCoreApplication.translate("", "gallery.all") == "الكل"


def test_a_word_that_nobody_wrote_shows_as_its_identifier(translator) -> None:
    assert not translator.isEmpty()
    assert QCoreApplication.translate("", "gallery.all") == "gallery.all"
    translator.speak({"gallery.all": "All"})
    assert QCoreApplication.translate("", "help.title") == "help.title"


# ------------------------------------------------------------------ lines


@pytest.mark.parametrize(
    ("typed", "bound_"),
    [
        ("Это тип — не портрет", "Это тип_— не_портрет"),
        ("И в «Мире», и с Земли за 12 лет", "И_в_«Мире», и_с_Земли за_12_лет"),
        ("по-русски, что-то, из-за тебя", "по-русски, что-то, из-за тебя"),
        ("about 7.9 days from 22 July 1987 on", "about 7.9_days from 22_July 1987 on"),
        ("in 1987 it flew 1,200 km", "in 1987 it flew 1,200_km"),
        ("Telkom-3 was lost after 7 seconds", "Telkom-3 was lost after 7_seconds"),
        ("مدة ٧٫٩ يوم", "مدة ٧٫٩_يوم"),
        ("", ""),
    ],
)
def test_a_line_neither_begins_with_a_dash_nor_ends_with_a_number_or_a_short_russian_word(typed: str, bound_: str) -> None:
    assert bound(typed).replace("\N{NO-BREAK SPACE}", "_") == bound_
    assert bound(bound(typed)) == bound(typed)
    assert bound(typed).replace("\N{NO-BREAK SPACE}", " ") == typed


def test_a_sign_that_came_along_turns_no_letters_around() -> None:
    assert bound("a \u202edesrever\u202c title, \u2068isolated\u2069") == "a desrever title, \u2068isolated\u2069"
