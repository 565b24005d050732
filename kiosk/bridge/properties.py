"""Qt's `Property`, with the type of what it holds for type checkers (PySide6's own stubs show the bare descriptor)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

Held = TypeVar("Held")

if TYPE_CHECKING:

    class _Held(Generic[Held]):
        def __get__(self, owner: object, kind: type[object] | None = None) -> Held: ...

    def Property(kind: object, *, notify: object = None, constant: bool = False) -> Callable[[Callable[[Any], Held]], _Held[Held]]: ...
else:
    from PySide6.QtCore import Property

__all__ = ["Property"]
