"""The lines of the list as a model that grows page by page. It reads nothing itself: `more_wanted` asks for more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
FACTS = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line as it stands on the screen; no screen shows the id."""

    id: str
    name: str
    facts: str


class PeopleModel(QAbstractListModel):
    """`more_wanted` is told once for each page, when somebody comes near the end of what is there."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[ShownLine] = []
        self._is_whole, self._is_asked = True, False

    def show(self, lines: Sequence[ShownLine], *, is_whole: bool) -> None:
        """Other lines from the first on."""
        self.beginResetModel()
        self._lines, self._is_whole, self._is_asked = list(lines), is_whole, False
        self.endResetModel()

    def add(self, lines: Sequence[ShownLine], *, is_whole: bool) -> None:
        """The page that follows."""
        self._is_whole, self._is_asked = is_whole, False
        if lines:
            self.beginInsertRows(_NOWHERE, len(self._lines), len(self._lines) + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def line(self, row: int) -> ShownLine | None:
        """The line at a place."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row(self, id: str) -> int:
        """Where a line stands, the first place where it is gone."""
        return next((row for row, line in enumerate(self._lines) if line.id == id), 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lines there are so far."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The name, the sentences under it, and both for a screen reader."""
        line = self.line(index.row())
        if line is None:
            return None
        told = {Qt.ItemDataRole.DisplayRole: line.name, Qt.ItemDataRole.ToolTipRole: line.name, FACTS: line.facts}
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{name}. {facts}").format(name=line.name, facts=line.facts)
        return told.get(Qt.ItemDataRole(role)) if role in told else None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there is more that nobody has asked for yet."""
        return not parent.isValid() and not self._is_whole and not self._is_asked

    def fetchMore(self, _parent: Index) -> None:
        """Ask for the page that follows."""
        self._is_asked = True
        self.more_wanted.emit()
