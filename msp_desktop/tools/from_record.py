"""Rows that a tool can begin with, from what is recorded of the person already. Reads, and keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from msp_desktop.practice import codes
from msp_desktop.practice.said_alone import may_show
from msp_desktop.record.connections import Connections
from msp_desktop.record.ids import RecordId
from msp_desktop.record.outcome import Outcome
from msp_desktop.record.outcomes import Outcomes
from msp_desktop.record.segment import Segment
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from msp_desktop.tools.fields import Column, Quote, Rows, When
from msp_desktop.translation import tr

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FromRecord:
    """Reads what rows begin with: `outcomes`, `connections` or `visits` of one person."""

    outcomes: Outcomes
    connections: Connections
    visits: Visits

    def rows(self, rows: Rows, person: RecordId, now: Segment | None) -> tuple[list[Row], int]:
        """The rows, and how many are left out because somebody who may see the screen did not hear them."""
        match rows.begins_with:
            case "outcomes":
                found = [(each.body.segment, _of_outcome(each.body)) for each in self.outcomes.of(person)]
            case "connections":
                around = self.connections.of(person)
                found = [(None, {"name": {"id": each.id, "name": each.body.name}}) for each in around]
            case _ if now is not None and now.company == "only_us":
                found = [(None, _of_visit(each.body)) for each in self.visits.of(person)]
            case _:  # how often somebody was seen alone is told to nobody else
                return [], len(self.visits.of(person))
        segments = {each.id: each for visit in self.visits.of(person) for each in visit.body.segments}
        seen = [row for segment, row in found if may_show(segments.get(segment) if segment else None, now)]
        return [_fitting(rows, row) for row in seen], len(found) - len(seen)


def _of_outcome(outcome: Outcome) -> Row:
    score = next((each.score for each in reversed(outcome.history) if each.score is not None), None)
    return {
        "words": outcome.words, "scale_start": outcome.score_at_start, "scale_now": score,
        "whose_idea": outcome.whose_idea, "looks_like": outcome.looks_like,
    }  # fmt: skip


def _of_visit(visit: Visit) -> Row:
    return {"when": {"precision": "exact", "on": visit.day}, "event": ": ".join(_told(visit)), "source": tr("My visit")}


def _told(visit: Visit) -> Iterator[str]:
    yield codes.visit.VISIT_TYPE.label(visit.type) if visit.type else tr("Visit")
    if visit.not_made:
        yield codes.visit.VISIT_NOT_MADE.label(visit.not_made.reason)
    elif visit.private_contact and visit.private_contact.result:
        yield codes.private_contact.RESULT.label(visit.private_contact.result)


def _fitting(rows: Rows, row: Mapping[str, Any]) -> Row:
    """What of a row the field has columns for, as each column takes it."""
    columns = {column.key: column for column in rows.columns}
    return {key: _as(columns[key], value) for key, value in row.items() if key in columns and value not in (None, "")}


def _as(column: Column, value: Any) -> Any:  # noqa: ANN401 - whatever the record holds
    if isinstance(column, Quote):
        return {"words": value}
    return value["on"] if isinstance(value, Mapping) and "on" in value and not isinstance(column, When) else value
