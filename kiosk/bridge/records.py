"""Frozen records as a list model: what a list in QML shows, one role a field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_ROOT = QModelIndex()


class RecordsModel(QAbstractListModel):
    """Records of one dataclass, in order. Python replaces them whole; QML only reads them."""

    def __init__(self, record_type: type[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = [field.name for field in fields(record_type)]
        self._records: tuple[Any, ...] = ()

    @property
    def records(self) -> tuple[Any, ...]:
        """What the model shows now."""
        return self._records

    def replace(self, records: Sequence[Any]) -> None:
        """Show other records. Nothing is announced where they are the same, and only the rows that changed where there are
        as many as before: a view keeps its place then."""
        new = tuple(records)
        if new == self._records:
            return
        if len(new) == len(self._records):
            changed = [row for row, pair in enumerate(zip(new, self._records, strict=True)) if pair[0] != pair[1]]
            self._records = new
            for row in changed:
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._records = new
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of records; a list has no children."""
        return 0 if parent.isValid() else len(self._records)

    def roleNames(self) -> dict[int, QByteArray]:
        """The names of the fields, in camel case as QML writes them."""
        return {_FIRST_ROLE + i: QByteArray(_camel(name).encode()) for i, name in enumerate(self._names)}

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """One field of one record, or None outside of both."""
        if not index.isValid() or not 0 <= index.row() < len(self._records):
            return None
        field = role - _FIRST_ROLE
        return getattr(self._records[index.row()], self._names[field]) if 0 <= field < len(self._names) else None


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
