"""The settings page: a card for each group of the table, and one for the records. Decides nothing."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Signal

from msp_desktop.setting_kinds import DutyNumbers, Folder
from msp_desktop.settings import TABLE, Entry, Group, SetBy, Settings
from ui.screens.settings.building import Value, field_of, to_field, words_of
from ui.screens.settings.read_only import ReadOnly
from ui.screens.settings.records_card import RecordsCard
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.field import Field
from ui.widgets.text import label
from ui.widgets.told import Told


class SettingsView(Column):
    """`chosen` tells the name of a setting and what stands in its field."""

    chosen = Signal(str, object)

    def __init__(self, settings: Settings, *, fixed: Collection[str]) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.told, self.records = Told(""), RecordsCard()
        hint = self.tr("What you choose counts at once and stays on this laptop. Nothing of it is part of a record.")
        for part in (label(self.tr("Settings"), "title"), self.told, label(hint, "hint")):
            self.put(part)
        for group in Group:
            self.put(self._card(group, settings, fixed))
            if group is Group.LOOK:
                self.put(self.records)

    def show_problem(self, name: str, sentence: str) -> None:
        """What does not fit in a field; an empty sentence takes it away."""
        self.fields[name].show_error(sentence)

    def _card(self, group: Group, settings: Settings, fixed: Collection[str]) -> Card:
        card = Card(self.tr(group))
        for entry in TABLE.values():
            if entry.group is not group or (entry.name == "export_folders" and settings.export_to != "folders"):
                continue
            is_fixed = entry.name in fixed
            is_read = entry.set_by is SetBy.COUNCIL or (is_fixed and isinstance(entry.kind, (DutyNumbers, Folder)))
            make = self._read_only if is_read else self._field
            card.put(make(entry, settings, is_fixed=is_fixed))
        return card

    def _field(self, entry: Entry, settings: Settings, *, is_fixed: bool) -> Field:
        by_council = self.tr("Set by your council. {hint}").format(hint=entry.hint).strip()
        field = self.fields[entry.name] = field_of(entry, hint=by_council if is_fixed else entry.hint)
        field.load(to_field(entry, settings))
        field.setDisabled(is_fixed)
        field.changed.connect(partial(self._changed, entry.name))
        return field

    def _changed(self, name: str) -> None:
        value: Value = self.fields[name].value()
        self.chosen.emit(name, value)

    def _read_only(self, entry: Entry, settings: Settings, *, is_fixed: bool) -> ReadOnly:
        by = self.tr("Set by your council.") if is_fixed else self.tr("Your council can set this.")
        said = self.tr("{by} {hint}").format(by=by, hint=entry.hint).strip()
        return ReadOnly(entry.words, hint=said, value=words_of(entry, settings))
