"""Which way a language runs, in which script: decided by the script, so that a new language works the day it arrives.

Standard library only. Source of the default scripts: CLDR likelySubtags; of right-to-left scripts: Unicode UAX #9.
"""

from __future__ import annotations

_DEFAULT_SCRIPTS = {
    "ar": "Arab",
    "arz": "Arab",
    "ary": "Arab",
    "ckb": "Arab",
    "fa": "Arab",
    "ps": "Arab",
    "sd": "Arab",
    "ug": "Arab",
    "ur": "Arab",
    "az": "Latn",
    "be": "Cyrl",
    "bg": "Cyrl",
    "he": "Hebr",
    "kk": "Cyrl",
    "ky": "Cyrl",
    "mk": "Cyrl",
    "mn": "Cyrl",
    "ru": "Cyrl",
    "sr": "Cyrl",
    "tg": "Cyrl",
    "tt": "Cyrl",
    "uk": "Cyrl",
    "ba": "Cyrl",
    "dv": "Thaa",
    "yi": "Hebr",
}
_RIGHT_TO_LEFT = {"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"}
_FACES = {"Arab": "arabic", "Cyrl": "cyrillic"}
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
RIGHT_TO_LEFT_MARK = "\u200f"


def script(language: str) -> str:
    """The ISO 15924 script of a language code: its own subtag («uz-Arab»), or the usual one; Latin if unknown."""
    base, *subtags = language.replace("_", "-").split("-")
    return next((tag.title() for tag in subtags if len(tag) == 4), _DEFAULT_SCRIPTS.get(base, "Latn"))


def is_right_to_left(language: str) -> bool:
    """Whether the language is read from right to left."""
    return script(language) in _RIGHT_TO_LEFT


def face(language: str) -> str:
    """latin, cyrillic or arabic: which of the exhibit's faces is made for the language."""
    return _FACES.get(script(language), "latin")


def isolated(text: str) -> str:
    """`text` so that its direction does not disturb what stands around it (UAX #9, first strong isolate)."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if text else ""


def anchored(text: str, language: str) -> str:
    """A number or sign alone carries no direction; in a right-to-left language it is given one."""
    has_letter = any(each.isalpha() for each in text)
    return RIGHT_TO_LEFT_MARK + text if text and is_right_to_left(language) and not has_letter else text
