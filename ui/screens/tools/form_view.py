"""A tool's questions on the screen: which are asked now, what is covered, what is still needed. Keeps nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.tools import form
from msp_desktop.tools.board import Column, board
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.fields import AnyField, Computed, Long, Rows, Scale
from msp_desktop.tools.form import Missing
from msp_desktop.tools.maps import Links
from msp_desktop.tools.record_text import made_of
from msp_desktop.tools.values import in_words, is_blank
from ui.screens.tools.section import SectionCard
from ui.theme import px
from ui.widgets.field import Field
from ui.widgets.fields.alone import AloneCover
from ui.widgets.fields.building import field_for
from ui.widgets.fields.computed import ComputedField
from ui.widgets.fields.covered import HiddenField
from ui.widgets.fields.drafted import DraftedField
from ui.widgets.fields.person import Offered
from ui.widgets.fields.quote import QuoteField, Scene
from ui.widgets.fields.row_of import RowOfField
from ui.widgets.fields.rows import RowsField
from ui.widgets.fields.scale import ScaleField
from ui.widgets.tab_order import in_reading_order
from ui.widgets.text import announce


class FormView(QWidget):
    """`values` is everything answered, whether its question is on the screen or not.

    `reveal_requested` tells the field whose answer somebody wants to see, `record_wanted` the one whose rows are to
    begin with what is recorded, `refreshed` that what is shown may be another.
    """

    changed = Signal()
    refreshed = Signal()
    reveal_requested = Signal(str)
    record_wanted = Signal(str)

    def __init__(self, definition: Definition, *, offered: Sequence[Offered]) -> None:
        super().__init__()
        self.definition, self.values = definition, dict[str, Any]()
        self.fields: dict[str, Field] = {}
        self.covers: dict[str, AloneCover] = {}
        self._covered, self._elsewhere = frozenset[str](), frozenset[str]()
        self._scene = Scene()
        make = partial(field_for, offered=offered, links=self.links, scene=lambda: self._scene)
        self.sections = [SectionCard(section, make, self._made) for section in definition.sections]
        self._scales = [field for field in definition.asked_fields if isinstance(field, Scale)]
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(16))
        for card in self.sections:
            stack.addWidget(card)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._build_next)

    def load(self, values: Mapping[str, Any], *, elsewhere: Collection[str] = ()) -> None:
        """Show answers; those of the fields in `elsewhere` are kept apart. The first section is made at once."""
        self.values, self._elsewhere = dict(values), frozenset(elsewhere)
        for key in self.fields:
            self._load(key)
        shown = next(form.shown_sections(self.definition, self.values), self.definition.sections[0])
        self._card(shown.fields[0].key).build()
        self.refresh()
        self._later.start()

    def cover(self, keys: Collection[str]) -> None:
        """Leave these answers out of the screen, and show all others."""
        changed, self._covered = self._covered ^ frozenset(keys), frozenset(keys)
        for key in changed & self.fields.keys():
            self._load(key)
        self.refresh()

    def open_values(self) -> dict[str, Any]:
        """The answers that may be seen now."""
        return {key: value for key, value in self.values.items() if key not in self._covered}

    def show_scene(self, scene: Scene) -> None:
        """Offer beside somebody's words who is here now."""
        self._scene = scene
        for quote in self.findChildren(QuoteField):
            quote.show_scene()

    def links(self, key: str) -> Links | None:
        """What joins the rows of a map, as far as it may be seen now."""
        field = self.definition.field(key)
        return Links(field, self.open_values().get(key) or ()) if isinstance(field, Rows) else None

    def load_known(self, values: Mapping[str, str]) -> None:
        """Show what nobody types."""
        for asked in self.definition.asked_fields:
            if isinstance(asked, Computed) and asked.source != "cases":
                self.values[asked.key] = values.get(asked.key, "")
                if asked.key in self.fields:
                    self._load(asked.key)

    def refresh(self) -> None:
        """Ask what is asked now, given the answers; nothing is made anew."""
        self._follow()
        asked = form.visible(self.definition, self.values) - self._unknown()
        for card in self.sections:
            card.setHidden(not any(field.key in asked for field in card.section.fields))
        for key, field in self.fields.items():
            is_asked, is_covered = key in asked, key in self._covered
            if is_asked and not is_covered and field.isHidden() and self.isVisible():
                announce(field, self.tr("New question: {question}").format(question=field.question))
            field.setHidden(not is_asked or is_covered)
            if is_covered or key in self.covers:
                self._cover_of(key).setHidden(not is_asked or not is_covered)
            inner = _inside(field)
            if isinstance(inner, RowsField):
                inner.refresh(self.values)
            if isinstance(inner, RowsField | RowOfField):
                inner.offer_from(self.open_values())
        for scale in self._scales:
            self._show_ends(scale)
        self.refreshed.emit()

    def columns(self) -> tuple[Column, ...]:
        """The tool's board as it may be seen now."""
        asked = form.visible(self.definition, self.values) - self._unknown()
        return board(self.definition, self.open_values(), asked)

    def show_question(self, key: str, row: int = -1) -> None:
        """Go to a question, and into one of its rows that hold something."""
        self._card(key).open_for(key)
        field = self.fields[key]
        if key in self._covered:
            self.covers[key].hold.setFocus()
        elif row >= 0 and isinstance(field, RowsField):
            field.focus_on(row, field.rows.columns[0].key)
        else:
            field.focus()

    def put_rows(self, key: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows that came from the record to those that are there."""
        field = _inside(self.fields[key])
        if isinstance(field, RowsField):
            field.put_in(rows)

    def focus_first(self) -> None:
        """Put the cursor into the first question that is asked."""
        shown = [self.fields[each.key] for each in self.definition.asked_fields if each.key in self.fields]
        first = next((each for each in shown if not each.isHidden() and not isinstance(each, ComputedField)), None)
        if first is not None:
            first.focus()

    def go_to(self, missing: Missing, sentence: str) -> None:
        """Open what hides a question, say there what to do, and put the cursor into it."""
        self._card(missing.field).open_for(missing.field)
        field = self.fields[missing.field]
        if missing.field in self._covered:
            self.covers[missing.field].hold.setFocus()
        elif missing.row is not None and missing.column and isinstance(field, RowsField):
            field.focus_on(missing.row, missing.column).show_error(sentence)
        else:
            field.show_error(sentence)
            field.focus()

    def show_revealed(self, key: str, value: object) -> None:
        """An answer that somebody asked to see, as long as they hold the button."""
        words, field = in_words(self.definition.field(key), value), self.fields[key]
        if key in self._covered:
            self.covers[key].show_words(words)
        elif isinstance(field, HiddenField):
            field.show_revealed(words)

    def build_all(self) -> None:
        """Make every section at once."""
        while any(not card.is_built for card in self.sections):
            self._build_next()

    def _unknown(self) -> set[str]:
        # What nobody types and nothing is known of takes no room.
        computed = (field for field in self.definition.asked_fields if isinstance(field, Computed))
        return {field.key for field in computed if is_blank(self.values.get(field.key))}

    def _follow(self) -> None:
        for key, words in form.following(self.definition, self.values).items():
            if words != self.values.get(key, ""):
                self.values[key] = words
                if key in self.fields:
                    self._load(key)

    def _build_next(self) -> None:
        waiting = [card for card in self.sections if not card.is_built]
        if waiting:
            waiting[0].build()
            self._open_answered(waiting[0])
            self.refresh()
            self._later.start()

    def _open_answered(self, card: SectionCard) -> None:
        # An answer under More is not left to be overlooked.
        for field in card.section.fields:
            if field.more and not is_blank(self.values.get(field.key)):
                card.open_for(field.key)

    def _cover_of(self, key: str) -> AloneCover:
        if key not in self.covers:
            field, cover = self.fields[key], AloneCover(self.fields[key].question)
            cover.reveal_requested.connect(partial(self.reveal_requested.emit, key))
            around = field.parentWidget()
            if around is not None and isinstance(stack := around.layout(), QVBoxLayout):
                stack.insertWidget(stack.indexOf(field), cover)
                in_reading_order(stack)
            self.covers[key] = cover
        return self.covers[key]

    def _made(self, asked: AnyField, field: Field) -> None:
        key = asked.key
        self.fields[key] = field
        self._load(key)
        field.changed.connect(partial(self._changed, key))
        inner = _inside(field)
        if isinstance(inner, RowsField):
            inner.record_wanted.connect(partial(self.record_wanted.emit, key))
        elif isinstance(inner, DraftedField) and isinstance(asked, Long):
            inner.lines_wanted.connect(lambda: inner.put_in(self._drafted(asked)))
        if isinstance(field, HiddenField):
            field.reveal_requested.connect(partial(self.reveal_requested.emit, key))

    def _load(self, key: str) -> None:
        field = self.fields[key]
        field.load(None if key in self._covered else self.values.get(key))
        if isinstance(field, HiddenField) and key in self._elsewhere:
            field.keep_elsewhere()

    def _changed(self, key: str) -> None:
        field = self.fields[key]
        self.values[key] = field.value()
        if field.error.text() and not is_blank(self.values[key]):
            field.show_error("")
        self.refresh()
        self.changed.emit()

    def _drafted(self, asked: Long) -> tuple[str, ...]:
        seen = {key: value for key, value in self.values.items() if key not in self._covered}
        return made_of(self.definition, asked.drafted, seen)

    def _show_ends(self, scale: Scale) -> None:
        field = self.fields.get(scale.key)
        if field is not None and isinstance(inner := _inside(field), ScaleField):
            inner.show_ends(self._end(scale.low), self._end(scale.high))

    def _end(self, end: str) -> str:
        by_key = {field.key: field for field in self.definition.asked_fields}
        if end not in by_key:
            return end
        return "" if end in self._covered else in_words(by_key[end], self.values.get(end))

    def _card(self, key: str) -> SectionCard:
        return next(card for card in self.sections if any(field.key == key for field in card.section.fields))


def _inside(field: Field) -> Field:
    """A field without what covers it."""
    return field.inner if isinstance(field, HiddenField) else field
