"""What the tests of editions share: a store, and deliveries whose screens are proved at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.editions.delivery import Conditions, Delivery, Outcome
from kiosk.editions.store import Store
from kiosk.media.probing import decode


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "store")


@pytest.fixture
def deliver(store: Store, tmp_path: Path) -> Callable[..., Outcome]:
    """Brings a folder or pack into the store, under conditions; rendering is taken as done."""

    def bring(source: Path, *, again: bool = True, prove: Any = lambda edition, tell: [], **conditions: Any) -> Outcome:
        return Delivery(store, tmp_path / "cache", Conditions(**conditions), decode, prove, date(2026, 11, 23)).deliver(source, again=again)

    return bring
