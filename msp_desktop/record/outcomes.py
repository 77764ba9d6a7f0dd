"""Outcomes: what people want, kept in their words from start to end."""

from __future__ import annotations

from dataclasses import replace

from db.store import Store
from msp_desktop.record.ids import RecordId
from msp_desktop.record.outcome import OUTCOME, Outcome, StatusChange
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.times import instant


class Outcomes(Shelf[Outcome]):
    """Outcomes of every person."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, OUTCOME)

    def of(self, person: RecordId) -> tuple[Record[Outcome], ...]:
        """A person's outcomes, in the order they were added."""
        return self.list({"person": person})

    def change_status(
        self, record: Record[Outcome], status: str, *, words: str = "", score: int | None = None,
        judged_by: str | None = None, visit: RecordId | None = None,
    ) -> Record[Outcome]:  # fmt: skip
        """Add a step to an outcome's life; earlier steps stay."""
        step = StatusChange(
            status=status, at=instant(self.store.now()), words=words, score=score, judged_by=judged_by,
            visit=visit,
        )  # fmt: skip
        return self.save(record, replace(record.body, history=(*record.body.history, step)))
