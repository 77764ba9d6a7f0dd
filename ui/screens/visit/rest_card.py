"""What else a note needs: what was not found out, and what was read back. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.widgets.card import Card
from ui.widgets.form import Form
from ui.widgets.words_field import WordsField


class RestCard(Card):
    """Both may stay empty."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(self.tr("Before you close"))
        self.form = Form({
            "not_found_out": WordsField(self.tr("What did you not find out?"), lines=2),
            "read_back": WordsField(
                self.tr("What did you read back to {name}, and what did they say to it?").format(name=name), lines=2
            ),
        })  # fmt: skip
        self.put(self.form)
        self.form.changed.connect(self.changed)
