"""One tool being filled in for one person: begun, gone on with, kept, finished, amended. No widgets, no threads.

It is opened in the records with its first answer, so that looking at a tool leaves nothing behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from msp_desktop.errors import BadInput
from msp_desktop.practice.said_alone import shown
from msp_desktop.record.answers import AnswersShelf, filled
from msp_desktop.record.event import Event
from msp_desktop.record.events import Events
from msp_desktop.record.filled import Answer, Answers
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.record import Record, Unsaved
from msp_desktop.record.safe_contacts import SafeContacts
from msp_desktop.record.segment import Segment
from msp_desktop.record.times import instant
from msp_desktop.tools import form
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import as_answered
from msp_desktop.tools.values import checked, is_blank
from msp_desktop.translation import tr

Values = Mapping[str, Any]


@dataclass(slots=True)
class Filling:
    """`given` is what was there when it was opened, each with the segment it was given in.

    `is_recovered` tells that some of it was never saved, only kept while it was written. `record` is None until the
    first answer is kept. `before` are the times that it was finished before this one, oldest first.
    """

    answers: AnswersShelf
    definition: Definition
    person: RecordId
    visit: RecordId | None = None
    record: Record[Answers] | None = None
    given: tuple[Answer, ...] = ()
    is_recovered: bool = False
    before: tuple[Answers, ...] = ()
    _revision: Answers | None = None
    _apart: dict[str, Any] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, Any]:
        """What was there when it was opened."""
        return by_field(self.given)

    @property
    def last_time(self) -> tuple[Answer, ...]:
        """What was given the last time that it was finished."""
        return self.before[-1].values if self.before else ()

    @property
    def is_finished(self) -> bool:
        """Whether only an amendment changes it now."""
        return self.record is not None and self.record.body.state == "finished"

    @property
    def kept_apart(self) -> frozenset[str]:
        """Fields whose value is with the safe contact and was not read."""
        return frozenset(self.record.body.masked if self.record else ()) - self.values.keys()

    def keep(self, values: Values, *, segment: SegmentId | None) -> None:
        """Keep what is being written, without a revision; what does not fit its question is kept as it is."""
        now = self._unsaved(_fitting(self.definition, values))
        if now or self.record:
            record = self._opened()
            self.answers.keep_filled(record, self.definition, now, segment=segment)
            # What is kept stays with the segment that it was given in, whenever it is saved.
            kept = filled(record.body, self.definition, now, segment=segment)
            self.record = replace(record, body=replace(kept, held=()))

    def save(self, values: Values, *, segment: SegmentId | None) -> None:
        """Make one revision of it; nothing is done where nothing changed. Raises BadInput for what does not fit."""
        now = self._unsaved(form.kept(self.definition, values))
        if not now and self.record is None:
            return
        record = self._opened()
        if filled(record.body, self.definition, now, segment=segment) == self._revision:
            self.answers.drop_draft(record.id)
        else:
            self.record = self.answers.fill(record, self.definition, now, segment=segment)
            self._saved(now)

    def finish(self, values: Values, *, segment: SegmentId | None) -> Counter[str]:
        """Save and finish it; how many records of each kind were made of it, each of them once.

        Raises BadInput for what does not fit, and where nothing was filled in.
        """
        self.save(values, segment=segment)
        if self.record is None:
            raise BadInput(tr("Nothing is filled in yet. Answer a question first."))
        before = len(self.record.body.made)
        self.record = self.answers.finish(self.record, self.definition)
        self._revision = self.record.body
        return Counter(made.kind for made in self.record.body.made[before:])

    def amend(self, values: Values, *, reason: str, segment: SegmentId | None) -> None:
        """Change what is finished. Raises BadInput without a reason."""
        now = self._unsaved(form.kept(self.definition, values))
        self.record = self.answers.amend(self._opened(), self.definition, now, reason=reason, segment=segment)
        self._saved(now)

    def reveal(self, field: str, *, safe_contacts: SafeContacts) -> object:
        """A value that is not shown by itself, and the event that somebody looked at it."""
        record = self._opened()
        if field in self.kept_apart:
            safe = safe_contacts.reveal(self.person, visit=self.visit)
            kept = safe.from_tools if safe else ()
            return next((each.value for each in kept if (each.answers, each.field) == (record.id, field)), None)
        Events(self.answers.store).add(
            Event(
                what="reveal", at=instant(self.answers.store.now()), subject=record.id, subject_kind="answers",
                person=self.person, visit=self.visit,
            )
        )  # fmt: skip
        return self.values.get(field)

    def _saved(self, now: Values) -> None:
        self._revision = self.record.body if self.record else None
        self._apart |= {key: now[key] for key in now.keys() & self._masked()}

    def _masked(self) -> frozenset[str]:
        return frozenset(each.key for each in self.definition.asked_fields if each.is_masked)

    def _unsaved(self, now: dict[str, Any]) -> dict[str, Any]:
        # What went to the safe contact at an earlier save is there already.
        return {key: value for key, value in now.items() if key not in self._apart or self._apart[key] != value}

    def _opened(self) -> Record[Answers]:
        if self.record is None:
            self.record = self.answers.open(self.definition, person=self.person, visit=self.visit)
            self._revision = self.record.body
        return self.record


def begun(
    answers: AnswersShelf, definition: Definition, *, person: RecordId, visit: RecordId | None = None
) -> Filling:  # fmt: skip
    """An empty one; nothing is written yet."""
    return Filling(answers, definition, person, visit, before=finished_before(answers, person, definition.key, id=None))


def gone_on(answers: AnswersShelf, id: RecordId) -> Filling:
    """One that was opened before, in the version that asked, with what was kept since its last revision."""
    record, unsaved = answers.get(id), answers.recover(id)
    body = record.body if unsaved is None else recovered(record, unsaved)
    kept = answers.definition(body.tool, body.version)
    if kept is None:
        raise BadInput(tr("The questions to these answers are not on this laptop. The answers are unchanged."))
    definition = as_answered(kept.text, file=f"{body.tool}.v{body.version}.yaml")
    held = tuple(Answer(field=each.field, value=each.value) for each in body.held)
    return Filling(
        answers, definition, body.person, body.visit, replace(record, body=replace(body, held=())),
        (*body.values, *held), is_recovered=unsaved is not None,
        before=finished_before(answers, body.person, body.tool, id=id), _revision=record.body,
    )  # fmt: skip


def recovered(record: Record[Answers], draft: Unsaved[Answers]) -> Answers:
    """The answers with the draft: as it was written on the same version, else only what is not answered by now."""
    if draft.base == record.rev:
        return draft.body
    answered = {each.field for each in record.body.values}
    missing = tuple(each for each in draft.body.values if each.field not in answered)
    held = tuple(each for each in draft.body.held if each.field not in answered)
    return replace(record.body, values=(*record.body.values, *missing), held=held)


def finished_before(answers: AnswersShelf, person: RecordId, tool: str, *, id: RecordId | None) -> tuple[Answers, ...]:
    """What a person finished of a tool before the filling of that id was opened, oldest first; all of it for None."""
    before = takewhile(lambda each: each.id != id, answers.of(person, tool=tool))
    return tuple(each.body for each in before if each.body.state == "finished")


def left_out(given: Iterable[Answer], *, segments: Mapping[SegmentId, Segment], now: Segment | None) -> frozenset[str]:
    """The fields whose answers somebody who may see the screen did not hear (practice.said_alone)."""
    all_given = tuple(given)
    return frozenset(each.field for each in all_given) - {
        each.field for each in shown(all_given, segments=segments, now=now)
    }


def by_field(given: Iterable[Answer]) -> dict[str, Any]:
    """Values by their fields."""
    return {each.field: each.value for each in given}


def _fitting(definition: Definition, values: Values) -> dict[str, Any]:
    """Each value as it is kept, or as it was given where it does not fit; blank ones left out."""
    now: dict[str, Any] = {}
    for each in definition.asked_fields:
        value = values.get(each.key)
        with suppress(BadInput):
            value = checked(each, value)
        if not is_blank(value):
            now[each.key] = value
    return now
