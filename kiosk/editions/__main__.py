"""Compile an exhibit folder into the cache: `python -m kiosk.editions ROOT CACHE [EDITION]`. One JSON line tells the result.

{"edition": "<folder>" | "", "code": "" | "K-..", "errors": 0, "warnings": 0, "message": "..."}
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kiosk.editions.in_place import compile_folder
from kiosk.media.probing import look

if __name__ == "__main__":
    answer = compile_folder(Path(sys.argv[1]), Path(sys.argv[2]), look, *sys.argv[3:])
    print(json.dumps(answer))  # ASCII: whatever the encoding of this pipe is
