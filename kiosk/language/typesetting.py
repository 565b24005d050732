"""Which words stay on one line: a dash never begins one, a number is not torn from what it counts, and a short Russian word
goes with the one it belongs to (Мильчин, Чельцова: Справочник издателя и автора, 3.1).

Curators type plain blanks; blanks that do not break are set here, as the edition is compiled. Standard library only.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
_OVERRIDES = re.compile("[\u202a-\u202e]")
"""Embeddings and overrides of direction (UAX #9): one that came along from elsewhere would turn letters around. Isolates stay."""
_BEFORE_DASH = re.compile(r"(?<=\S) (?=[—–] )")
_AFTER_NUMBER = re.compile(r"(?<![\w.,٫-])(\d{1,3}(?:[.,٫]\d+)?) (?=[^\W\d_])")
"""Neither a year nor the number of a satellite: what follows them is not counted by them."""
_AFTER_SHORT_WORD = re.compile(r"(?<![\w-])([аАвВиИкКоОсСуУяЯ]|[дД]о|[вВсСкК]о|[зЗнН]а|[иИ]з|[нН][еио]|[оО][бт]|[пП]о) (?=[\w«])")


def bound(text: str) -> str:
    """`text` with blanks that do not break where no line should end, and without signs that turn letters around."""
    text = _BEFORE_DASH.sub(NO_BREAK, _OVERRIDES.sub("", text))
    text = _AFTER_NUMBER.sub(rf"\1{NO_BREAK}", text)
    return _AFTER_SHORT_WORD.sub(rf"\1{NO_BREAK}", text)
