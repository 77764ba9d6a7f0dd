"""Printing one sheet from the record: gathered, judged by the guard, set, written down, and only then given out.

The one way for command line and window. It makes a PDF in memory; a printer or a file is somebody else's work.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from db.disk import write_whole
from db.store import Store, Work
from msp_desktop.errors import BadInput, Damaged, Failure
from msp_desktop.export_targets import refuse_target
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.event import EVENT, Event
from msp_desktop.record.filled import Answers
from msp_desktop.record.ids import RecordId
from msp_desktop.record.notes import Notes
from msp_desktop.record.people import People
from msp_desktop.record.printed import Printed, Reply
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.safe_contacts import GuardAnswers, SafeContacts
from msp_desktop.record.segment import Segment
from msp_desktop.record.times import LOCAL, day_of, instant, shown_day
from msp_desktop.record.visit import VISIT
from msp_desktop.sheets import content, visit_summary
from msp_desktop.sheets.compared import can_compare
from msp_desktop.sheets.finding import mark_of, marked
from msp_desktop.sheets.guard import Going, Printing, decide, heard_in_private
from msp_desktop.sheets.preparing import Choices, Filled, Prepared, prepared, refuse_unless_allowed
from msp_desktop.sheets.private_contact_values import values_of
from msp_desktop.sheets.rendering import pages, rendered
from msp_desktop.sheets.wording import day_in
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.filling import by_field, finished_before, left_out
from msp_desktop.tools.library import Library, as_answered
from msp_desktop.tools.over_time import Time
from msp_desktop.tools.strings import ENGLISH
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which sheet, how, and of what: `answers` fill it; a blank one may name the person and visit it is taken to.

    With `of_visit` the visit itself fills it: its private contact. The note of a visit is always of the visit.
    """

    sheet_id: str
    choices: Choices
    answers: RecordId | None = None
    person: RecordId | None = None
    visit: RecordId | None = None
    of_visit: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished print: the PDF, characters that no bundled face has, what to tell the worker, which copy it is.

    `pages` are the same as pictures, where a printer wants them; `name` is neutral, for a printer's list of jobs.
    """

    pdf: bytes
    replaced: tuple[str, ...]
    warnings: tuple[str, ...]
    copy: int
    name: str
    pages: tuple[bytes, ...] = ()


class Printer:
    """Prints sheets of tools from one vault."""

    def __init__(self, store: Store, tools: Library) -> None:
        self._store, self._tools = store, tools
        self._answers, self._people, self._visits = AnswersShelf(store), People(store), Shelf(store, VISIT)
        self._safe_contacts, self._events, self._notes = SafeContacts(store), Shelf(store, EVENT), Notes(store)

    def prepare(self, order: Order) -> Prepared:
        """What would be printed, and what the guard asks first; nothing leaves the vault and nothing is written down.

        Raises BadInput where the order cannot be met whatever is answered.
        """
        if order.sheet_id == visit_summary.SHEET:
            return self._note(order)
        if order.answers is None:
            definition, sheet = self._tools.sheet(order.sheet_id)
            if order.of_visit:
                return self._of_visit(order, definition, sheet)
            return prepared(definition, sheet, order.choices, contact=self._contact(order.person))
        body = self._answers.get(order.answers).body
        definition, sheet = self._as_answered(order.sheet_id, body)
        filled = self._filled(order, body)
        ready = prepared(definition, sheet, order.choices, filled=filled, contact=self._contact(body.person))
        has_last_time = can_compare(sheet) and bool(self._before(order, body))
        return replace(ready, has_last_time=has_last_time)

    def shown(self, order: Order, now: Segment | None) -> content.Sheet | None:
        """The sheet for a screen that those in `now` can see: without what they did not hear (practice.said_alone).

        None where nothing of it may be shown. Raises as `prepare`.
        """
        ready = self.prepare(order)
        if order.answers is None:
            is_blank = not order.of_visit and order.sheet_id != visit_summary.SHEET
            return ready.content if is_blank or (now is not None and now.company == "only_us") else None
        body = self._answers.get(order.answers).body
        all_times = (*self._wanted(order, body), body)
        covered = frozenset[str]().union(*(self._covered(each, now) for each in all_times))
        definition, sheet = self._as_answered(order.sheet_id, body)
        filled = self._filled(order, body)
        values = {key: value for key, value in filled.values.items() if key not in covered}
        choices = replace(order.choices, ticked=order.choices.ticked - covered, raised_to=ready.decision.leave)
        earlier = tuple(each.without(covered) for each in filled.earlier)
        filled = replace(filled, values=values, earlier=earlier, private=filled.private - covered)
        return prepared(definition, sheet, choices, filled=filled, contact=self._contact(body.person)).content

    def print(self, order: Order, *, ppi: float | None = None, copies: int = 1) -> Paper:
        """The sheet as a PDF, after the print was written down; if that fails, nothing is given out.

        With `ppi` also as pictures of its pages. Raises BadInput where the guard refuses or still asks something.
        """
        ready = self.prepare(order)
        refuse_unless_allowed(ready)
        mark = mark_of(self._store.new_id())
        sheet = marked(ready.content, mark)
        made = rendered(sheet, at=self._store.now())
        pictures = pages(sheet, ppi=ppi) if ppi else ()
        copy = self._write_down(order, ready, copies=copies, mark=mark)
        return Paper(made.pdf, made.replaced, ready.decision.warnings, copy, sheet.chrome.id, pictures)

    def save(self, order: Order, file: Path) -> Paper:
        """As `print`, into a file, which is replaced. Where it cannot be written, that is written down too.

        Raises BadInput where the council does not let files go there.
        """
        refuse_target(file.parent)
        return self._written(order, lambda _: file)

    def save_into(self, order: Order, folder: Path) -> Paper:
        """As `save`, into a folder, under the sheet's number and mark."""
        refuse_target(folder)
        return self._written(order, lambda paper: folder / f"{paper.name}.pdf")

    def _written(self, order: Order, file_of: Callable[[Paper], Path]) -> Paper:
        paper = self.print(order)
        try:
            write_whole(file_of(paper), paper.pdf)
        except Failure:
            self.did_not_come(order)
            raise
        return paper

    def did_not_come(self, order: Order) -> None:
        """Write down that what was printed just now did not come out, so that nobody looks for the paper."""
        person, visit = self._about(order)
        event = Event(
            what="not_printed", at=instant(self._store.now()), subject=order.answers,
            subject_kind="answers" if order.answers else "", person=person, visit=visit, sheet=order.sheet_id,
            copies=0, where_to=str(order.choices.going),
        )  # fmt: skip
        self._events.add(event)

    def _of_visit(self, order: Order, definition: Definition, sheet: Sheet) -> Prepared:
        if definition.kept_as != "private_contact" or order.visit is None:
            raise BadInput(tr("A visit does not fill this sheet; answers do. Say which ones. Nothing was printed."))
        visit = self._visits.get(order.visit).body
        values = values_of(visit.private_contact, definition)
        # Whatever was recorded of it, the question itself was whether they were alone.
        filled = Filled(
            values=values, private=frozenset(values), initials=self._person(visit.person, order.choices),
            date=day_in(order.choices.language, visit.day),
        )  # fmt: skip
        return prepared(definition, sheet, order.choices, filled=filled, contact=self._contact(visit.person))

    def _note(self, order: Order) -> Prepared:
        """The note of a visit, which is class C whatever stands in it."""
        if order.visit is None:
            raise BadInput(tr("A note belongs to a visit. Say which one. Nothing was printed."))
        visit = self._visits.get(order.visit).body
        person = self._person(visit.person, order.choices)
        made = visit_summary.compose_note(
            self._notes.of(order.visit).text, format=order.choices.format,
            initials=person, date=shown_day(visit.day),
        )  # fmt: skip
        wish = Printing(leave=visit_summary.LEAVE, going=order.choices.going)
        return Prepared(order.sheet_id, visit_summary.TITLE, made, decide(wish, self._contact(visit.person)))

    def _contact(self, person: RecordId | None) -> GuardAnswers:
        return GuardAnswers(is_set=False) if person is None else self._safe_contacts.for_guard(person)

    def _as_answered(self, sheet_id: str, body: Answers) -> tuple[Definition, Sheet]:
        """The sheet in the version of the tool that was answered."""
        kept = self._answers.definition(body.tool, body.version)
        if kept is None:
            raise Damaged(tr("The tool of these answers is missing from the vault. Nothing was printed. Run a check."))
        definition = as_answered(kept.text, file=f"{body.tool}.v{body.version}.yaml")
        for sheet in definition.sheets:
            if definition.sheet_id(sheet) == sheet_id:
                return definition, sheet
        raise BadInput(tr("These answers belong to another tool, which has no such sheet. Nothing was printed."))

    def _filled(self, order: Order, body: Answers) -> Filled:
        initials = self._person(body.person, order.choices)
        before, (_, day) = self._wanted(order, body), self._visit_of(body)
        return Filled(
            values=by_field(body.values),
            private=frozenset[str]().union(*map(self._private, (*before, body))),
            initials=initials,
            date=day_in(order.choices.language, day) if day else "",
            earlier=tuple(self._time(each, order.choices.language) for each in before),
        )

    def _time(self, body: Answers, language: str) -> Time:
        day = self._visit_of(body)[1]
        return Time(day_in(language, day) if day else "", by_field(body.values))

    def _private(self, body: Answers) -> frozenset[str]:
        segments = {each.id: each for each in self._visit_of(body)[0]}
        return heard_in_private(body.values, segments, key=lambda answer: answer.field)

    def _wanted(self, order: Order, body: Answers) -> tuple[Answers, ...]:
        """What was finished before, where it is wanted beside now."""
        return self._before(order, body) if order.choices.with_last_time else ()

    def _before(self, order: Order, body: Answers) -> tuple[Answers, ...]:
        return finished_before(self._answers, body.person, body.tool, id=order.answers)

    def _covered(self, body: Answers, now: Segment | None) -> frozenset[str]:
        """The fields that somebody here did not hear."""
        segments = {each.id: each for each in self._visit_of(body)[0]}
        return left_out(body.values, segments=segments, now=now)

    def _person(self, id: RecordId, choices: Choices) -> str:
        """The initials of a person, for paper. Raises BadInput for a restricted record without a reason."""
        person = self._people.get(id).body
        if person.is_restricted and not choices.reason.strip():
            raise BadInput(tr("This record is restricted. Say why you need to print from it. Nothing was printed."))
        return "".join(part[0] for part in person.call_me.split()).upper()

    def _visit_of(self, body: Answers) -> tuple[tuple[Segment, ...], str]:
        if body.visit is not None:
            visit = self._visits.get(body.visit).body
            return visit.segments, visit.day
        return (), day_of(body.started_at, LOCAL) if body.started_at else ""

    def _write_down(self, order: Order, ready: Prepared, *, copies: int, mark: str) -> int:
        person, visit = self._about(order)
        with self._store.work() as work:
            copy = 1 + self._printed_before(work, ready.sheet_id, person)
            event = self._event(order, ready, copy=copy, person=person, visit=visit, mark=mark)
            self._events.write(work, replace(event, copies=copies))
            work.commit()
        return copy

    def _about(self, order: Order) -> tuple[RecordId | None, RecordId | None]:
        if order.answers is not None:
            body = self._answers.get(order.answers).body
            return body.person, body.visit
        return order.person or (self._visits.get(order.visit).body.person if order.visit else None), order.visit

    def _event(
        self,
        order: Order,
        ready: Prepared,
        *,
        copy: int,
        person: RecordId | None,
        visit: RecordId | None,
        mark: str,
    ) -> Event:
        choices, decision = order.choices, ready.decision
        printed = Printed(
            copy=copy, mark=mark, format=str(choices.format), title=ready.title,
            language="" if choices.language == ENGLISH else choices.language,
            ticked=tuple(sorted(choices.ticked)),
            left_out=tuple(sorted(decision.left_out)), has_neutral_title=decision.has_neutral_title,
            replies=tuple(Reply(question=str(asked), reply=said) for asked, said in choices.replies.items()
                          if asked in decision.asked),
        )  # fmt: skip
        return Event(
            what="export" if choices.going is Going.FILE else "print", at=instant(self._store.now()),
            subject=order.answers, subject_kind="answers" if order.answers else "", person=person, visit=visit,
            sheet=ready.sheet_id, leave=str(decision.leave), where_to=str(choices.going),
            reason=choices.reason, printed=printed,
        )  # fmt: skip

    def _printed_before(self, work: Work, sheet_id: str, person: RecordId | None) -> int:
        events: tuple[Record[Event], ...] = self._events.find(work, {"sheet": sheet_id, "person": person})
        return max((each.body.printed.copy for each in events if each.body.printed), default=0)
