"""Warnings about a person: read with what is to be looked at again, ended or renewed by a press, added and changed."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from msp_desktop.practice import codes, warning_notes
from msp_desktop.record.ids import RecordId
from msp_desktop.record.person import Warning
from msp_desktop.translation import tr
from ui.screens.about.item import choice, day, fields_of, told_day, words
from ui.screens.about.person_record import PersonRecord
from ui.screens.about.records_card import RecordsCard, Shown
from ui.widgets.form import Form
from ui.widgets.text import short

CHANGE, RENEW, END = "change", "renew", "end"
ITEMS = (
    choice("type", tr("What kind of warning is it?"), codes.person.WARNING),
    words("what", tr("What should the next person know?"), lines=2, hint=tr("What happened, and who says so.")),
    day("since", tr("Since when?"), is_past=True),
    day("review_on", tr("When is it to be looked at again?"), hint=tr("Within a year, for example 3 May 2027")),
    choice("person_told", tr("Were they told about this warning?"), codes.visit.YES_NO),
    words("told_how", tr("How were they told, or why not?")),
)
LABELS = {"warnings": tr("Warnings")}
Rows = tuple[Warning, ...]


class Warnings:
    """The card of warnings. A warning that was ended can be brought back until something else is done here."""

    def __init__(self, card: RecordsCard, record: PersonRecord) -> None:
        self._card, self._record = card, record
        self._place = 0
        self._ended: Rows = ()
        record.shown.connect(self.show_anew)
        record.kept.connect(card.show_saved)
        card.pressed.connect(self.pressed)
        card.add_requested.connect(lambda: self._open(len(self._rows)))
        card.changed.connect(self.changed)
        card.done_requested.connect(self.done)
        card.undo_requested.connect(self.bring_back)

    def open(self, id: RecordId) -> None:
        """Show one person's."""
        self._record.open(id)

    def leave(self) -> None:
        """Save what was typed."""
        self._record.leave()

    def show_anew(self) -> None:
        """Another person, or another body."""
        self._card.show_said("")
        self.show()

    def show(self) -> None:
        """The list, with the form closed."""
        self._card.close_form()
        self._card.show_rows([_shown(each, today=self._record.today) for each in self._rows])

    def pressed(self, press: str, place: int) -> None:
        """One of the presses beside a warning."""
        self._card.show_said("")
        if press == CHANGE:
            self._open(place)
        elif press == RENEW:
            self._renew(place)
        else:
            self._end(place)

    def changed(self) -> None:
        """Keep what was typed, also while something is still missing."""
        if self._card.form is None:
            return
        values = self._card.form.values()
        for name in ("type", "what"):
            self._card.form.fields[name].show_error("")
        typed = (_from(values),) if any(values.values()) else ()
        rows = self._rows
        self._keep((*rows[: self._place], *typed, *rows[self._place + 1 :]))

    def done(self) -> None:
        """Close the form, unless what a warning cannot do without is missing."""
        form = self._card.form
        if form is None or not (self._says_missing(form) or self._card.leads_to_problem()):
            self.show()
            self._card.focus_on(CHANGE, self._place)

    def bring_back(self) -> None:
        """The warning that was ended is there again."""
        self._keep(self._ended)
        self._card.show_said("")
        self.show()
        self._card.focus_on(END, self._place)

    @property
    def _rows(self) -> Rows:
        return self._record.body.warnings if self._record.body else ()

    def _open(self, place: int) -> None:
        self._card.show_said("")
        self._place = place
        form = Form(fields_of(ITEMS))
        form.load(asdict(self._rows[place]) if place < len(self._rows) else {})
        self._card.open_form(form)

    def _renew(self, place: int) -> None:
        rows = self._rows
        warning = warning_notes.renewed(rows[place], today=self._record.today)
        self._keep((*rows[:place], warning, *rows[place + 1 :]))
        self.show()
        self._card.show_said(tr("Looked at today."))
        self._card.focus_on(RENEW, place)

    def _end(self, place: int) -> None:
        self._ended, self._place = self._rows, place
        kind = _kind(self._ended[place])
        self._keep((*self._ended[:place], *self._ended[place + 1 :]))
        self.show()
        told = tr("Ended: {type}. It stays in the history of this record.")
        self._card.show_said(told.format(type=kind), undo=tr("Bring it back"))
        self._card.undo.setFocus()

    def _keep(self, rows: Rows) -> None:
        self._record.change("warnings", lambda person: replace(person, warnings=rows))

    def _says_missing(self, form: Form) -> bool:
        values = form.values()
        if not any(values.values()):
            return False
        kind = "" if values["type"] else tr("Choose what kind of warning it is.")
        what = "" if values["what"].strip() else tr("Write down what the next person should know.")
        for name, sentence in (("what", what), ("type", kind)):
            form.fields[name].show_error(sentence)
            if sentence:
                form.fields[name].focus()
        return bool(kind or what)


def warnings_card() -> RecordsCard:
    """The card, empty."""
    return RecordsCard(
        tr("Warnings"), add=tr("Add a warning"),
        empty=tr("No warning is written down. Add one where the next person must know something before they go in."),
    )  # fmt: skip


def _from(values: dict[str, Any]) -> Warning:
    return Warning(**{**values, "type": values["type"] or ""})


def _shown(warning: Warning, *, today: date) -> Shown:
    kind = _kind(warning)
    since = told_day(warning.since or "")
    review = warning_notes.review_told(warning, today=today) if told_day(warning.review_on or "") else ""
    is_due = bool(review) and warning_notes.is_due(warning, today=today)
    lines = (
        (kind, "label"),
        (warning.what, ""),
        (tr("Since {day}.").format(day=since) if since else "", "hint"),
        (review, "label" if is_due else "hint"),
        (_told(warning), "hint"),
    )
    presses = ((CHANGE, tr("Change")), (RENEW, tr("Renew for a year")), (END, tr("End it")))
    name = tr("{type}: {what}").format(type=kind, what=short(warning.what))
    return Shown(name, tuple(each for each in lines if each[0]), presses)


def _kind(warning: Warning) -> str:
    return codes.person.WARNING.labels.get(warning.type, tr("Not said yet what kind"))


def _told(warning: Warning) -> str:
    if warning.person_told is None:
        return tr("Nobody said whether they were told about it.")
    reply = codes.visit.YES_NO.label(warning.person_told)
    sentence = tr("Told about it: {reply}. {how}") if warning.told_how else tr("Told about it: {reply}.")
    return sentence.format(reply=reply, how=warning.told_how)
