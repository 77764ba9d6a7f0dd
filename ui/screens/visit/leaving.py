"""Leaving: danger before tomorrow, paper counted back, what was not found out, what was read back."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from msp_desktop.practice import codes
from msp_desktop.record.visit import Danger, PaperCount, Rang, Visit
from msp_desktop.record.visits import Visits
from msp_desktop.sheets.register import counted
from msp_desktop.translation import tr
from ui.theme import px
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.number_field import NumberField
from ui.widgets.rows_field import RowsField
from ui.widgets.text import label
from ui.widgets.words_field import WordsField
from ui.writing import Writing

URGENT = frozenset({"yes", "not_sure"})


class DangerCard(Card):
    """One question, and what follows from a yes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form({
            "answer": ChoiceField(self.tr("Is anyone in danger before tomorrow?"), codes.visit.YES_NO.labels),
            "what": WordsField(self.tr("What is the danger, and for whom?"), lines=2),
            "rang": RowsField(self.tr("Who did you ring?"), _rang_form, more=self.tr("Add a call")),
        })  # fmt: skip
        self.told = QFrame()
        self.told.setObjectName("told")
        inside = QVBoxLayout(self.told)
        inside.setContentsMargins(px(16), px(8), px(16), px(8))
        inside.addWidget(label(self.tr("Nobody at the council has seen this. Ring now.")))
        self.put(self.form)
        self.put(self.told)
        self.form.changed.connect(self.changed)

    def ask(self, *, is_urgent: bool) -> None:
        """Ask for the calls where somebody may be in danger."""
        self.form.ask({"answer", "what", "rang"} if is_urgent else {"answer"})
        self.told.setVisible(is_urgent)


class PaperCard(Card):
    """Sheets counted back."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Paper"))
        self.form = Form({"paper": RowsField(self.tr("Which sheets did you take in?"), _paper_form,
                                             more=self.tr("Add a sheet"))})  # fmt: skip
        self.put(self.form)
        self.form.changed.connect(self.changed)


class RestCard(Card):
    """What else a note needs."""

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


class Leaving:
    """Keeps what the three cards hold."""

    def __init__(
        self, danger: DangerCard, paper: PaperCard, rest: RestCard, *, writing: Writing[Visit], visits: Visits
    ) -> None:
        self._danger, self._paper, self._rest, self._writing, self._visits = danger, paper, rest, writing, visits
        danger.changed.connect(self.danger_changed)
        paper.changed.connect(self.paper_changed)
        rest.changed.connect(self.rest_changed)

    def load(self) -> None:
        """Fill the cards with what is recorded."""
        visit = self._writing.body
        self._danger.form.load(asdict(visit.danger) if visit.danger else {})
        self._danger.ask(is_urgent=visit.danger is not None and visit.danger.answer in URGENT)
        self._paper.form.load({"paper": [asdict(each) for each in visit.paper]})
        self._rest.form.load({"not_found_out": visit.not_found_out, "read_back": visit.read_back})

    def show_printed(self, printed: tuple[PaperCount, ...]) -> None:
        """Ask for what the register says was taken in, until the visit is signed."""
        visit = self._writing.body
        if visit.signature is None and counted(visit.paper, printed) != visit.paper:
            self._writing.change("paper", lambda visit: replace(visit, paper=counted(visit.paper, printed)))
            self.load()

    def danger_changed(self) -> None:
        """Keep the answer and the calls; a call's time is when it was first written down."""
        values = self._danger.form.values()
        self._danger.ask(is_urgent=values["answer"] in URGENT)
        danger = self._danger_of(values)
        self._writing.change("danger", lambda visit: replace(visit, danger=danger))

    def paper_changed(self) -> None:
        """Keep the count."""
        paper = tuple(_count(row) for row in self._paper.form.values()["paper"] if row["sheet"])
        self._writing.change("paper", lambda visit: replace(visit, paper=paper))

    def rest_changed(self) -> None:
        """Keep the words."""
        values = self._rest.form.values()
        self._writing.change("rest", lambda visit: replace(visit, **values))

    def _danger_of(self, values: dict[str, Any]) -> Danger | None:
        if values["answer"] is None:
            return None
        at, before = self._visits.now(), self._writing.body.danger
        times = [each.at for each in before.rang] if before else []
        rows = [row for row in values["rang"] if row["who"]]
        rang = tuple(Rang(who=row["who"], said=row["said"], at=row.get("at") or _at(times, n, at))
                     for n, row in enumerate(rows))  # fmt: skip
        return Danger(answer=values["answer"], what=values["what"], rang=rang)


def _at(times: list[str], place: int, now: str) -> str:
    return times[place] if place < len(times) else now


def _count(row: dict[str, Any]) -> PaperCount:
    return PaperCount(sheet=row["sheet"], taken=row["taken"] or 0, left=row["left"], back=row["back"])


def _rang_form() -> Form:
    return Form(
        {"who": LineField(tr("Who?")), "said": WordsField(tr("What did they say?"), lines=2)}, carries_rest=True
    )


def _paper_form() -> Form:
    return Form({
        "sheet": LineField(tr("Sheet")),
        "taken": NumberField(tr("How many did you take in?")),
        "left": NumberField(tr("How many were left?")),
        "back": NumberField(tr("How many came out with you?")),
    })  # fmt: skip
