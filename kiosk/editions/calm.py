"""What there is to show where nothing can be shown: the words of the calm page, built in. Standard library only."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kiosk.editions.edition import FORMAT, Edition

_WORDS = Path(__file__).with_name("calm.json")


def calm_edition() -> Edition:
    """An edition without projects that speaks the languages of `calm.json`."""
    spoken: dict[str, dict[str, Any]] = json.loads(_WORDS.read_text(encoding="utf-8"))
    index = {
        "format": FORMAT,
        "root": "",
        "languages": [[code, each["name"], each["right_to_left"], each["script"], each["digits"], code] for code, each in spoken.items()],
        "titles": {code: each["title"] for code, each in spoken.items()},
        "subtitles": dict.fromkeys(spoken, ""),
        "invitations": dict.fromkeys(spoken, ""),
        "words": {code: {"calm.title": each["title"], "calm.text": each["text"]} for code, each in spoken.items()},
        "categories": {code: [["", "star", "", 0, ""]] for code in spoken},
        "idle": [60, 120, 180, 20],
        "moment_seconds": 9,
        "moments": [],
        "moments_in_turn": False,
        "pictures": {},
        "panels": {},
    }
    return Edition(_WORDS.parent, index, plates=dict.fromkeys(spoken, ()))
