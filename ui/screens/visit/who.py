"""Who came in and who went out: naming the last one, by a name that is known from this visit or a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from msp_desktop.record import company
from msp_desktop.record.connection import Connection
from msp_desktop.record.record import Record
from msp_desktop.record.segment import Presence
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from ui.screens.visit.rooms import presence_told
from ui.screens.visit.who_view import WhoCard
from ui.writing import Step, Writing


class Who:
    """The people in the room of one open visit. `around` is only looked up, never shown: those who are here see it."""

    def __init__(
        self, card: WhoCard, writing: Writing[Visit], *, visits: Visits, around: Sequence[Record[Connection]],
        change: Callable[[Step[Visit]], None],
    ) -> None:  # fmt: skip
        self._card, self._writing, self._visits, self._around = card, writing, visits, around
        self._change = change
        self._known: list[Presence] = []
        card.named.connect(self.name)
        card.known_chosen.connect(lambda place: self._name_last(self._known[place]))
        card.went_out.connect(self.went_out)

    def show(self) -> None:
        """Ask for a name while the last one who came in has none."""
        visit = self._writing.body
        running = company.running(visit)
        present = running.present if running else ()
        here = {each.who for each in present}
        named = {each.who: each for segment in visit.segments for each in segment.present if each.who and each.name}
        self._known = [each for who, each in named.items() if who not in here]
        self._card.show_who(
            asks=any(_is_unnamed(each) for each in present), known=[presence_told(each) for each in self._known],
            present=[presence_told(each) for each in present],
        )  # fmt: skip

    def name(self) -> None:
        """Put the name that was typed to the last one who came in."""
        values = self._card.form.values()
        if values["name"] or values["role"]:
            self._name_last(Presence(who=self._id_of(values["name"]), name=values["name"], role=values["role"]))

    def went_out(self, place: int) -> None:
        """One of those in the room went out."""
        running = company.running(self._writing.body)
        if running is not None:
            who = running.present[place]
            self._change(lambda record: self._visits.somebody_left(record, who))

    def _name_last(self, named: Presence) -> None:
        running = company.running(self._writing.body)
        if running is None:
            return
        segment = replace(running, present=(*(each for each in running.present if not _is_unnamed(each)), named))
        self._card.form.load({})
        self._writing.step(lambda record: self._visits.correct_segment(record, segment))

    def _id_of(self, name: str) -> str:
        # The id of the connection of that name, so that the same somebody is known from visit to visit.
        same = [each.id for each in self._around if name and each.body.name.casefold() == name.casefold()]
        return same[0] if same else self._visits.new_id()


def _is_unnamed(each: Presence) -> bool:
    return not each.name and not each.role
