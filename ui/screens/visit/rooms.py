"""Who was in the room: the list of stretches, putting one right, and naming somebody who came in."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from msp_desktop.practice import codes
from msp_desktop.record import company
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.record.times import shown_time
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from msp_desktop.translation import tr
from ui.screens.visit.rooms_view import RoomsView
from ui.writing import Writing


class Rooms:
    """The segments of one open visit."""

    def __init__(self, view: RoomsView, writing: Writing[Visit], *, visits: Visits) -> None:
        self._view, self._writing, self._visits = view, writing, visits
        self._open: Segment | None = None
        view.put_right.connect(self.put_right)
        view.changed.connect(self.changed)
        view.done.connect(self.done)

    def show(self) -> None:
        """Every stretch in words."""
        visit = self._writing.body
        self._view.show_rows([stretch(each, visit.zone) for each in visit.segments])

    def put_right(self, place: int) -> None:
        """Open one stretch."""
        self._open = self._writing.body.segments[place]
        self._view.form.load(asdict(self._open))
        self._view.show_form(is_open=True)

    def changed(self) -> None:
        """Keep what is typed as a draft."""
        if self._open is not None:
            segment = segment_from(self._view.form.values(), self._open)
            self._writing.change(f"segment {segment.id}", lambda visit: company.with_segment(visit, segment))

    def done(self) -> None:
        """Save the stretch as it is now."""
        self._view.show_form(is_open=False)
        if self._open is not None:
            segment, self._open = segment_from(self._view.form.values(), self._open), None
            self._writing.take_back(f"segment {segment.id}")
            named = self._named(segment)
            self._writing.step(lambda record: self._visits.correct_segment(record, named))

    def _named(self, segment: Segment) -> Segment:
        present = tuple(
            replace(each, who=self._visits.new_id()) if each.name and not each.who else each for each in segment.present
        )
        return replace(segment, present=present)


def segment_from(values: dict[str, Any], before: Segment) -> Segment:
    """A stretch as the form gives it; nobody stands in a room where only we were."""
    present = tuple(Presence(**row) for row in values["present"])
    said = values["company"] or "unknown"
    given = {name: values[name] for name in ("place", "in_earshot", "interrupted", "enough_time")}
    return replace(before, company=said, present=() if said == "only_us" else present, **given)


def stretch(segment: Segment, zone: str) -> str:
    """One stretch in words: from when to when, and who."""
    start, end = shown_time(segment.start, zone), shown_time(segment.end, zone) if segment.end else tr("now")
    who = ", ".join(presence_told(each) for each in segment.present) or codes.visit.COMPANY.label(segment.company)
    return tr("{start} to {end}: {who}").format(start=start, end=end, who=who)


def presence_told(each: Presence) -> str:
    """Somebody in words: the name and who they are, as far as it is known."""
    role = codes.person.ROLE.label(each.role) if each.role else ""
    if each.name and role:
        return tr("{name} ({role})").format(name=each.name, role=role.lower())
    return each.name or role or tr("Somebody")
