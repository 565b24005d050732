"""The pinned PySide6 is sound on this Python: signals, slots and properties keep the reference counts of None and True.

6.12.0 on Python 3.11 loses one of them at every call and aborts after some hundreds (architecture decision).
"""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

_COUNT = """
import sys
from PySide6.QtCore import Property, QCoreApplication, QMetaObject, QObject, Qt, Signal, Slot

class Model(QObject):
    changed = Signal(bool)
    def __init__(self):
        super().__init__()
        self.seen = 0
    @Property(bool, notify=changed)
    def true(self): return True
    @Slot()
    def nothing(self): return None
    @Slot(bool, result=bool)
    def same(self, value): self.seen += 1; return value

application = QCoreApplication([])
model = Model()
model.changed.connect(model.same)
model.changed.connect(lambda value: None)
before = [sys.getrefcount(each) for each in (None, True, False)]
for number in range(2000):
    model.changed.emit(True)
    model.changed.emit(False)
    model.property("true")
    QMetaObject.invokeMethod(model, "nothing", Qt.ConnectionType.DirectConnection)
after = [sys.getrefcount(each) for each in (None, True, False)]
assert model.seen == 4000
print(max(abs(b - a) for a, b in zip(before, after)))
"""


def test_signals_slots_and_properties_keep_reference_counts() -> None:
    done = subprocess.run([sys.executable, "-c", _COUNT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 200  # of twelve thousand calls; from 3.12 on these objects are immortal and it is 0


def test_what_is_installed_is_what_is_pinned(repository: Path) -> None:
    pinned = re.findall(r'"(PySide6-\w+)==([\d.]+)"', (repository / "pyproject.toml").read_text(encoding="utf-8"))
    assert len(pinned) == 2
    lock = (repository / "requirements.lock").read_text(encoding="utf-8").lower()
    for name, version in pinned:
        assert importlib.metadata.version(name) == version
        assert re.search(rf"^{name.lower()}=={re.escape(version)}\s", lock, re.MULTILINE), name
