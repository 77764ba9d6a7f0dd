"""Answers to tools: opened, filled, finished once, amended. Masked values are kept with the safe contact."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from db.store import Store, Work
from msp_desktop.errors import BadInput, Damaged
from msp_desktop.record.asked import Asked
from msp_desktop.record.body import Amendment
from msp_desktop.record.connection import CONNECTION, Connection
from msp_desktop.record.definition import DEFINITION, Definition
from msp_desktop.record.filled import ANSWERS, Answer, Answers, Held, Made
from msp_desktop.record.ids import RecordId, RevisionId, SegmentId
from msp_desktop.record.making import to_make
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.safe_contact import MaskedAnswer
from msp_desktop.record.safe_contacts import SafeContacts
from msp_desktop.record.times import instant
from msp_desktop.translation import tr


class AnswersShelf(Shelf[Answers]):
    """Filled tools, and the definitions they were filled in."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, ANSWERS)
        self._definitions, self._connections = Shelf(store, DEFINITION), Shelf(store, CONNECTION)
        self._safe_contacts = SafeContacts(store)

    def open(
        self, definition: Asked, *, person: RecordId, visit: RecordId | None = None, enquiry: RecordId | None = None
    ) -> Record[Answers]:
        """A tool to fill in, its definition kept with it."""
        body = Answers(
            person=person, tool=definition.key, version=definition.version, state="draft", visit=visit,
            enquiry=enquiry, started_at=instant(self.store.now()),
        )  # fmt: skip
        with self.store.work() as work:
            self._keep_definition(work, definition)
            opened = self.write(work, body)
            work.commit()
        return opened

    def fill(
        self, record: Record[Answers], definition: Asked, values: Mapping[str, Any], *, segment: SegmentId | None
    ) -> Record[Answers]:
        """Keep what is filled in. A value that did not change keeps the segment it was given in.

        Raises BadInput for finished answers, which are amended instead.
        """
        if record.body.state == "finished":
            raise BadInput(tr("These answers are finished. Amend them, with a reason."))
        return self.save(record, filled(record.body, definition, values, segment=segment))

    def keep_filled(
        self, record: Record[Answers], definition: Asked, values: Mapping[str, Any], *, segment: SegmentId | None
    ) -> None:
        """Keep what is being filled in as a draft, without a revision."""
        body = filled(record.body, definition, values, segment=segment)
        self.keep_draft(record.id, body, base=record.rev, definition=f"{body.tool}.v{body.version}")

    def finish(self, record: Record[Answers], definition: Asked) -> Record[Answers]:
        """Mark as finished and create the outcomes, actions and connections that the definition makes, once each.

        A connection of that name who is there already is not made again, so that no mark on them is lost sight of.
        """
        with self.store.work() as work:
            around = self._connections.find(work, {"person": record.body.person})
            known = {each.body.name.casefold() for each in around}
            made = tuple(
                Made(kind=each.kind.name, id=self._create(work, each.kind, each.body), field=each.field, row=each.row)
                for each in to_make(record.id, record.body, definition)
                if not (isinstance(each.body, Connection) and each.body.name.casefold() in known)
            )
            body = replace(
                record.body, state="finished", made=(*record.body.made, *made),
                finished_at=record.body.finished_at or instant(self.store.now()),
            )  # fmt: skip
            finished = self.write(work, body, id=record.id, base=record.rev)
            work.commit()
        return finished

    def amend(
        self, record: Record[Answers], definition: Asked, values: Mapping[str, Any], *, reason: str,
        segment: SegmentId | None = None,
    ) -> Record[Answers]:  # fmt: skip
        """Change finished answers, with a reason; both versions stay. What was made of them is not made again."""
        if not reason.strip():
            raise BadInput(tr("Say why these finished answers are to be changed. Both versions will be shown."))
        at = instant(self.store.now())
        why = Amendment(of=record.rev, at=at, by=self.store.author, reason=reason)
        return self.save(record, replace(filled(record.body, definition, values, segment=segment), amends=why))

    def write(
        self, work: Work, body: Answers, *, id: RecordId | None = None, base: RevisionId | None = None
    ) -> Record[Answers]:
        """A save inside a larger unit; masked values go to the safe contact in the same unit."""
        id = id or self.new_id()
        held = tuple(MaskedAnswer(answers=id, field=each.field, value=each.value) for each in body.held)
        self._safe_contacts.keep_masked(work, body.person, held)
        return super().write(work, replace(body, held=()), id=id, base=base)

    def of(self, person: RecordId, *, tool: str | None = None) -> tuple[Record[Answers], ...]:
        """A person's filled tools, or those of one tool, in the order they were opened."""
        return self.list({"person": person} if tool is None else {"person": person, "tool": tool})

    def definition(self, tool: str, version: int) -> Definition | None:
        """The definition that answers were given to, as it was; None where this vault never used it."""
        found = self._definitions.list({"key": tool, "version": version}, limit=1)
        return found[0].body if found else None

    def kept_text(self, tool: str, version: int) -> str | None:
        """The words of that definition."""
        kept = self.definition(tool, version)
        return kept.text if kept else None

    def _create(self, work: Work, kind: Any, body: Any) -> RecordId:  # noqa: ANN401 - a kind and a body of it
        created: Record[Any] = Shelf(self.store, kind).write(work, body)
        return created.id

    def _keep_definition(self, work: Work, definition: Asked) -> None:
        digest = hashlib.sha256(definition.source.encode()).hexdigest()
        found = self._definitions.find(work, {"key": definition.key, "version": definition.version}, limit=1)
        if found and found[0].body.sha256 != digest:
            raise Damaged(
                tr("This tool was changed without a new version, so older answers would no longer fit."
                   " Nothing was changed. Ask whoever looks after your team's tools.")
            )  # fmt: skip
        if not found:
            body = Definition(
                key=definition.key, version=definition.version, text=definition.source, sha256=digest,
                title=definition.title,
            )  # fmt: skip
            self._definitions.write(work, body)


def filled(body: Answers, definition: Asked, values: Mapping[str, Any], *, segment: SegmentId | None) -> Answers:
    """The answers with new values, in the order of the definition; masked ones are held apart. Pure."""
    before = {each.field: each for each in body.values}
    masked = {field.key for field in definition.asked_fields if field.is_masked}
    answers, held = [], []
    for field in definition.asked_fields:
        value = values.get(field.key)
        if value in (None, "", [], (), {}):
            continue
        if field.key in masked:
            held.append(Held(field=field.key, value=value))
        elif field.key in before and before[field.key].value == value:
            answers.append(before[field.key])
        else:
            answers.append(Answer(field=field.key, value=value, segment=segment))
    names = tuple(dict.fromkeys((*body.masked, *(each.field for each in held))))
    return replace(body, values=tuple(answers), held=tuple(held), masked=names)
