"""Numbers, dates, names and plurals as each language writes them, from CLDR through Babel. For the compiler only: the
running exhibit shows what is formatted already.

Hijri and Solar Hijri dates stand beside the Gregorian ones where the language expects them. The Hijri calendar here is
the tabular civil one (convertdate); an observed date may differ by a day, which is why the screen shows months and years.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from kiosk.content.model import PartialDate, Quantity
from kiosk.language.direction import anchored, script

_REGIONS = {"en": "en_GB"}
"""Where a language alone would follow a habit the exhibit does not: day before month in English."""
_DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹", "beng": "০১২৩৪৫৬৭৮৯", "deva": "०१२३४५६७८९"}
"""CLDR numberingSystems.xml."""
_UNITS = {
    "day": "duration-day",
    "hour": "duration-hour",
    "minute": "duration-minute",
    "year": "duration-year",
    "kilometre": "length-kilometer",
    "metre": "length-meter",
    "centimetre": "length-centimeter",
    "kilogram": "mass-kilogram",
}
_LONG_UNITS = {"day", "hour", "minute", "year"}
_FEW = 3
"""A count that every language writes with its number."""
_HIJRI_MONTHS = (
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
)
"""CLDR, ar, calendar islamic."""
_PERSIAN_MONTHS = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند")
"""CLDR, fa, calendar persian."""


@cache
def locale(language: str) -> Locale:
    """The CLDR locale of a language code; English where CLDR has none."""
    try:
        return Locale.parse(_REGIONS.get(language, language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


@cache
def digits(language: str) -> str:
    """The ten digits of a language, zero first."""
    if script(language) == "Arab":
        return _DIGITS["arab" if language.split("-")[0] in ("ar", "arz", "ckb") else "arabext"]
    return _DIGITS.get(locale(language).default_numbering_system, "0123456789")


@cache
def _digit_table(language: str) -> dict[int, str]:
    return {ord("0") + index: digit for index, digit in enumerate(digits(language))}


def own_digits(text: str, language: str) -> str:
    """`text` with its digits in those of the language."""
    return text.translate(_digit_table(language))


def language_name(language: str) -> str:
    """What a language calls itself: «العربية»."""
    name = locale(language).get_language_name() or language
    return name[:1].upper() + name[1:]


def country_name(code: str, language: str, own: dict[str, str]) -> str:
    """A country by its ISO code: as the exhibit's words have it, else as CLDR does, else the code."""
    return own.get(code) or str(locale(language).territories.get(code) or code)


def plural_form(language: str, count: int) -> str:
    """zero, one, two, few, many or other (CLDR plural rules)."""
    return locale(language).plural_form(count)


def counted(forms: str | dict[str, str], count: int, language: str) -> str:
    """A word with its number, in the right form: «١٦ قصة»."""
    pattern = forms if isinstance(forms, str) else forms.get(plural_form(language, count)) or forms.get("other", "{n}")
    return pattern.replace("{n}", own_digits(str(count), language))


def joined(parts: Sequence[str], language: str) -> str:
    """«A, B and C»."""
    return format_list(list(parts), locale=locale(language)) if parts else ""


def number(value: float, decimals: int, language: str) -> str:
    """A number with its decimals, grouped as the language does from five digits on."""
    pattern = ("#,##0" if abs(value) >= 10_000 else "0") + ("." + "0" * decimals if decimals else "")
    return own_digits(format_decimal(value, format=pattern, locale=locale(language), numbering_system=_system(language)), language)


def _system(language: str) -> str:
    return {"٠": "arab", "۰": "arabext"}.get(digits(language)[0], "latn")


def quantity(value: Quantity, unit: str, language: str) -> str:
    """A number or range with its unit: «7.9 days», «311–359 km», «51.6°»."""
    low = number(value.low, value.decimals, language)
    high = number(value.high, value.decimals, language) if value.high is not None else ""
    shown = f"{low}–{high}" if high else low
    last = value.low if value.high is None else value.high
    if unit == "plain":
        return anchored(shown, language)
    if unit == "degree":
        return anchored(f"{shown}°", language)
    if unit == "percent":
        one = format_percent(last / 100, locale=locale(language), numbering_system=_system(language))
        return anchored(own_digits(one, language).replace(own_digits(str(round(last)), language), shown), language)
    count: float = int(last) if value.decimals == 0 else last
    pattern = _unit_pattern(count, unit, language)
    if high and "{n}" not in pattern:  # «يومان» is two days and cannot be one to two: a few can
        pattern = _unit_pattern(_FEW, unit, language)
    return anchored(pattern.replace("{n}", shown), language)


def _unit_pattern(count: float, unit: str, language: str) -> str:
    """«{n} km»; a form that swallows its number («يومان») stays as it is. CLDR lacks some lengths in some languages."""
    plain = own_digits(format_decimal(count, locale=locale(language), numbering_system=_system(language)), language)
    lengths: tuple[Literal["long", "short", "narrow"], ...] = ("long", "short") if unit in _LONG_UNITS else ("short", "long")
    for length in lengths:
        one = format_unit(count, _UNITS[unit], length=length, locale=locale(language), numbering_system=_system(language))
        if _UNITS[unit] not in one:
            return own_digits(one, language).replace(plain, "{n}")
    return "{n}"


# ------------------------------------------------------------------ dates


def year(day: PartialDate, language: str) -> str:
    """The year alone, in the digits of the language."""
    return own_digits(str(day.year), language)


def day(value: PartialDate, language: str) -> str:
    """A day, month or year in the Gregorian calendar, as exactly as it is known."""
    if value.month is None:
        return year(value, language)
    where = locale(language)
    if script(language) == "Arab" and language.split("-")[0] == "ar":
        month = _arabic_month(value.month)
        parts = [str(value.day), month, str(value.year)] if value.day else [month, str(value.year)]
        return own_digits(" ".join(parts), language)
    if value.day is None:
        return own_digits(format_date(value.first_day, "LLLL y", locale=where), language)
    return own_digits(format_date(value.first_day, "d MMMM y", locale=where), language)


def _arabic_month(month: int) -> str:
    """Both names of a month, the eastern and the western one: «تموز/يوليو» (CLDR ar_SY and ar_EG)."""
    names = [Locale.parse(each).months["stand-alone"]["wide"][month] for each in ("ar_SY", "ar_EG")]
    return "/".join(dict.fromkeys(names))


def span(begins: PartialDate, ends: PartialDate | None, language: str) -> str:
    """A date or, for what lasted weeks, its first and last day; with the calendars the language expects beside it."""
    if ends is None or ends == begins or not (begins.day and ends.day) or (ends.first_day - begins.first_day).days > 400:
        gregorian = day(begins, language)
    else:
        gregorian = _interval(begins.first_day, ends.first_day, language)
    base = language.split("-")[0]
    if base == "ar":
        other = _hijri(begins, language)
        return f"{gregorian} م" + (f" · {other}" if other else "")
    if base == "fa":
        other = _solar_hijri(begins, language)
        return gregorian + (f" · {other}" if other else "")
    return gregorian


def _interval(first: date, last: date, language: str) -> str:
    if language.split("-")[0] == "ar":
        begins, ends = PartialDate(first.year, first.month, first.day), PartialDate(last.year, last.month, last.day)
        if first.month == last.month and first.year == last.year:
            return own_digits(f"{first.day}–{last.day} ", language) + day(PartialDate(last.year, last.month), language)
        return f"{day(begins, language)} – {day(ends, language)}"
    if first.month == last.month and first.year == last.year:
        return own_digits(f"{first.day}–", language) + day(PartialDate(last.year, last.month, last.day), language)
    opening = format_date(first, "d MMMM" if first.year == last.year else "d MMMM y", locale=locale(language))
    return own_digits(f"{opening} – ", language) + day(PartialDate(last.year, last.month, last.day), language)


def _hijri(value: PartialDate, language: str) -> str:
    from convertdate import islamic

    if value.month is None:
        return ""
    first = islamic.from_gregorian(value.year, value.month, value.day or 1)
    if value.day is None:
        last = islamic.from_gregorian(value.last_day.year, value.last_day.month, value.last_day.day)
        years = str(first[0]) if first[0] == last[0] else f"{first[0]}–{last[0]}"
        return own_digits(f"{years} هـ", language)
    return own_digits(f"{first[2]} {_HIJRI_MONTHS[first[1] - 1]} {first[0]} هـ", language)


def _solar_hijri(value: PartialDate, language: str) -> str:
    from convertdate import persian

    if value.month is None:
        return ""
    found = persian.from_gregorian(value.year, value.month, value.day or 15)
    month = _PERSIAN_MONTHS[found[1] - 1]
    return own_digits(f"{found[2]} {month} {found[0]}" if value.day else f"{month} {found[0]}", language)
