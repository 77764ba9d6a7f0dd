"""Why a visit was not made, asked at the door: one press names the reason, one records it. Decides nothing."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal

from msp_desktop.practice import codes
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.words_field import WordsField

AT_THE_DOOR = ("NOREPLY", "REFUSEDP", "REFUSED3P", "NOTSAFE")
"""What is found out at the door stands first; the others are known beforehand, with more time."""
_ANOTHER = "another"


class NotMadeCard(Card):
    """`recorded` tells that the worker wants it recorded, `put_away` that it was made after all."""

    recorded = Signal()
    put_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.record = button(self.tr("Record that it was not made"), press=self.recorded.emit)
        self.leave = button(self.tr("Leave it as it was"), press=self.put_away.emit)

    @cached_property
    def form(self) -> Form:
        """The questions, made when they are first asked: most visits are made."""
        labels = codes.visit.VISIT_NOT_MADE.labels
        first = {code: labels[code] for code in AT_THE_DOOR} | {_ANOTHER: self.tr("Something else")}
        others = {code: words for code, words in labels.items() if code not in AT_THE_DOOR}
        form = Form({
            "reason": ChoiceField(self.tr("Why was the visit not made?"), first),
            "other": ChoiceField(self.tr("What was it?"), others),
            "what_happened": WordsField(self.tr("What happened? You can leave this empty."), lines=2),
            "who_said_so": LineField(self.tr("Who said so?")),
        })  # fmt: skip
        self.put(form)
        self.put(Row(self.record, self.leave))
        form.changed.connect(lambda: self._ask(form))
        self._ask(form)
        return form

    @property
    def reason(self) -> str | None:
        """The code of the reason, None where none is chosen."""
        return _reason(self.form)

    def _ask(self, form: Form) -> None:
        is_another = form.values()["reason"] == _ANOTHER
        heard = _reason(form) not in (None, "NOREPLY")  # where nobody answered, nobody said so
        asked = {"other": is_another, "who_said_so": heard}
        form.ask({"reason", "what_happened", *(name for name, is_asked in asked.items() if is_asked)})


def _reason(form: Form) -> str | None:
    values = form.values()
    reason: str | None = values["other"] if values["reason"] == _ANOTHER else values["reason"]
    return reason
