"""A question answered by one row of another question, such as one of the people that were named before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msp_desktop.tools.values import ID, ROW
from ui.widgets.choice_field import ChoiceField


class RowOfField(ChoiceField):
    """The value is `{id, name}`: the name as the row has it now, or as it had it when it was still there."""

    def __init__(self, question: str, *, of: str, hint: str = "") -> None:
        super().__init__(question, {}, hint=hint)
        self._of, self._names = of, dict[str, str]()
        self._gone: dict[str, str] | None = None

    def offer_from(self, values: Mapping[str, Any]) -> None:
        """Offer the rows that are there now. One that was chosen and has gone is still offered, and says so."""
        kept = self.value()
        self._names = dict(_named(values.get(self._of) or ()))
        offered = dict(self._names)
        if kept is not None and kept[ID] not in offered:
            self._gone = kept
            offered[kept[ID]] = self.tr("{name} (not in the list any more)").format(name=kept["name"])
        self.offer(offered)

    def value(self) -> dict[str, str] | None:  # type: ignore[override]  # a row is more than its code
        """The row."""
        chosen = super().value()
        if chosen is None:
            return None
        gone = self._gone["name"] if self._gone and self._gone[ID] == chosen else ""
        return {ID: chosen, "name": self._names.get(chosen, gone)}

    def load(self, value: Mapping[str, str] | str | None) -> None:
        """Show a row; its name is known even where the list is not, yet."""
        if isinstance(value, Mapping):
            if value[ID] not in self._names:
                self._gone = dict(value)
            if value[ID] not in self.buttons:
                self.offer({**self._names, value[ID]: value["name"]})
            super().load(value[ID])
        else:
            super().load(value)


def _named(rows: Sequence[Mapping[str, Any]]) -> Sequence[tuple[str, str]]:
    """The id and the name of each row that has both; the name is what stands in its first column."""
    found = [(str(row.get(ID, "")), _name(row)) for row in rows]
    return [(id, name) for id, name in found if id and name]


def _name(row: Mapping[str, Any]) -> str:
    first = next((value for key, value in row.items() if key not in (ID, ROW)), "")
    return str(first.get("name", "")) if isinstance(first, Mapping) else str(first)
