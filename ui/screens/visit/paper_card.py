"""Paper counted back: where each sheet that was taken in is now, mostly with one press. Decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal

from msp_desktop.translation import tr
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.number_field import NumberField
from ui.widgets.rows_field import RowsField

BACK, LEFT, SOME = "back", "left", "some"


class PaperCard(Card):
    """Sheets that were printed for the visit stand there already; others are added."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Paper"))
        rows = RowsField(self.tr("Which sheets did you take in, and where are they now?"), PaperRow,
                         more=self.tr("Add a sheet"))  # fmt: skip
        self.form = Form({"paper": rows})
        self.put(self.form)
        self.form.changed.connect(self.changed)


class PaperRow(Form):
    """One sheet: how many were taken, left there and brought out again, as the record counts them."""

    def __init__(self) -> None:
        super().__init__({
            "sheet": LineField(tr("Sheet")),
            "taken": NumberField(tr("How many did you take in?")),
            "where": ChoiceField(tr("Where is it now?"), {
                BACK: tr("It came out with me"), LEFT: tr("It was left there"), SOME: tr("Some of each"),
            }),
            "left": NumberField(tr("How many were left?")),
            "back": NumberField(tr("How many came out with you?")),
        })  # fmt: skip
        self.fields["where"].changed.connect(self._ask)
        self._ask()

    def values(self) -> dict[str, Any]:
        """The counts; with one press all of them, or none, came back."""
        given = super().values()
        where, taken = given.pop("where"), given["taken"]
        if where != SOME:
            given["left"], given["back"] = {BACK: (0, taken), LEFT: (taken, 0)}.get(where, (None, None))
        return given

    def load(self, values: Mapping[str, Any]) -> None:
        """Show the counts as the press that gives them."""
        super().load({**values, "where": _where(values)})
        self._ask()

    def _ask(self) -> None:
        is_some = self.fields["where"].value() == SOME
        self.ask({"sheet", "taken", "where", *(["left", "back"] if is_some else [])})


def _where(values: Mapping[str, Any]) -> str | None:
    taken, left, back = values.get("taken"), values.get("left"), values.get("back")
    if left is None and back is None:
        return None
    if taken and (left, back) in ((0, taken), (taken, 0)):
        return BACK if left == 0 else LEFT
    return SOME
