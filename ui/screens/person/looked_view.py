"""Who looked at the person's record, on their page. Shows and tells; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.screens.person.section import Lines, Section, line


class LookedView(Section):
    """`earlier_requested` asks for the page that follows."""

    earlier_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Who looked"), self.tr("Each time this record is opened, it is written down here."))
        self.lines = Lines(self.tr("Show earlier ones"))
        self.put(self.lines)
        self.lines.more.clicked.connect(lambda: self.earlier_requested.emit())

    def clear(self) -> None:
        """Nothing of anybody."""
        self.lines.clear()

    def show_looks(self, sentences: Sequence[str], *, has_more: bool) -> None:
        """Lines behind those that are there."""
        with self.changing():
            self.lines.add([line([(words, "")]) for words in sentences], has_more=has_more)
