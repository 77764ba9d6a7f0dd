"""Leaving: danger before tomorrow, paper counted back, what was not found out, what was read back."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from msp_desktop.record.times import day_of, moment, shown_time
from msp_desktop.record.visit import Danger, PaperCount, Rang, Visit
from msp_desktop.record.visits import Visits
from msp_desktop.sheets.register import counted
from ui.screens.visit.danger_card import DangerCard
from ui.screens.visit.paper_card import PaperCard
from ui.screens.visit.rest_card import RestCard
from ui.writing import Writing

URGENT = frozenset({"yes", "not_sure"})


class Leaving:
    """Keeps what the three cards hold."""

    def __init__(
        self, danger: DangerCard, paper: PaperCard, rest: RestCard, *, writing: Writing[Visit], visits: Visits
    ) -> None:
        self._danger, self._paper, self._rest, self._writing, self._visits = danger, paper, rest, writing, visits
        danger.changed.connect(self.danger_changed)
        danger.rang.connect(self.rang)
        paper.changed.connect(self.paper_changed)
        rest.changed.connect(self.rest_changed)

    def load(self) -> None:
        """Fill the cards with what is recorded."""
        visit = self._writing.body
        self._danger.form.load(_danger_told(visit))
        self._danger.ask(is_urgent=visit.danger is not None and visit.danger.answer in URGENT)
        self._paper.form.load({"paper": [asdict(each) for each in visit.paper]})
        self._rest.form.load({"not_found_out": visit.not_found_out, "read_back": visit.read_back})

    def show_printed(self, printed: tuple[PaperCount, ...]) -> None:
        """Ask for what the register says was taken in, until the visit is signed."""
        visit = self._writing.body
        if visit.signature is None and counted(visit.paper, printed) != visit.paper:
            self._writing.change("paper", lambda visit: replace(visit, paper=counted(visit.paper, printed)))
            self.load()

    def rang(self, who: str) -> None:
        """Somebody was rung just now."""
        at = self._visits.now()
        self._danger.add_call(who, at=at, time=shown_time(at, self._writing.body.zone))

    def danger_changed(self) -> None:
        """Keep the answer and the calls."""
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
        rang = tuple(self._call(row, times[n] if n < len(times) else at) for n, row in enumerate(rows))
        return Danger(answer=values["answer"], what=values["what"], rang=rang)

    def _call(self, row: dict[str, Any], written_at: str) -> Rang:
        """A call's time is the one that was entered, or when it was first written down."""
        at, zone = row.get("at") or written_at, self._writing.body.zone
        if row["time"] and row["time"] != shown_time(at, zone):
            at = moment(day_of(at, zone), row["time"], zone)
        return Rang(who=row["who"], said=row["said"], at=at)


def _danger_told(visit: Visit) -> dict[str, Any]:
    if visit.danger is None:
        return {}
    rang = [{**asdict(each), "time": shown_time(each.at, visit.zone)} for each in visit.danger.rang]
    return {**asdict(visit.danger), "rang": rang}


def _count(row: dict[str, Any]) -> PaperCount:
    return PaperCount(sheet=row["sheet"], taken=row["taken"] or 0, left=row["left"], back=row["back"])
