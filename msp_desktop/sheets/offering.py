"""Which sheets there are to print and what can stand on them, under the guidance's headings. Prints nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from msp_desktop.practice.leave_behind import Leave, LeaveClasses, leave_class
from msp_desktop.record.filled import Answers
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record
from msp_desktop.record.times import shown_day
from msp_desktop.sheets import visit_summary
from msp_desktop.tools.browsing import by_heading
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.library import Library
from msp_desktop.translation import tr

LEAVE: Mapping[Leave, str] = {
    Leave.A: tr("May be left"),
    Leave.B: tr("Leave only after the check"),
    Leave.C: tr("Never leave in the home"),
}
"""The classes in words, for the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """One thing that can stand on a sheet: answers, or with `of_visit` the visit itself; neither leaves it blank."""

    words: str
    answers: RecordId | None = None
    of_visit: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing of anybody stands on it."""
        return self.answers is None and not self.of_visit


BLANK = Filling(words=tr("Blank"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOffer:
    """One sheet: its plain title, whether it may be left blank and filled, in words, and what can stand on it."""

    sheet_id: str
    tool: str
    title: str
    purpose: str
    may_stay: str
    fillings: tuple[Filling, ...]


def offered(
    tools: Library, filled: Iterable[Record[Answers]] = (), *, has_visit: bool = False
) -> dict[str, tuple[SheetOffer, ...]]:
    """The sheets under their headings; filled ones from these answers and, with `has_visit`, from the open visit."""
    by_tool: dict[str, list[Record[Answers]]] = {}
    for each in filled:
        by_tool.setdefault(each.body.tool, []).append(each)
    headings = {
        title: tuple(_offer(tool, sheet, by_tool.get(tool.key, []), has_visit=has_visit)
                     for tool in under for sheet in tool.sheets)
        for title, under in by_heading(tools.all()).items()
    }  # fmt: skip
    return headings | ({tr("This visit"): (_note(),)} if has_visit else {})


def _offer(tool: Definition, sheet: Sheet, filled: list[Record[Answers]], *, has_visit: bool) -> SheetOffer:
    fillings = [BLANK]
    if not sheet.only_blank and tool.kept_as == "private_contact":
        fillings += [Filling(words=tr("As recorded in this visit"), of_visit=True)] if has_visit else []
    elif not sheet.only_blank:
        fillings += reversed([*_told_apart(filled)])  # what was filled in last is wanted most
    return SheetOffer(
        sheet_id=tool.sheet_id(sheet), tool=tool.key, title=sheet.title or tool.title,
        purpose=sheet.purpose or tool.purpose, may_stay=_may_stay(tool, sheet), fillings=tuple(fillings),
    )  # fmt: skip


def _may_stay(tool: Definition, sheet: Sheet) -> str:
    classes = LeaveClasses(sheet.leave.blank, sheet.leave.filled, is_ours=tool.is_ours)
    blank, filled = (LEAVE[leave_class(classes, is_filled=each)] for each in (False, True))
    if sheet.only_blank or blank == filled:
        return tr("{rule}.").format(rule=blank)
    return tr("Blank: {blank}. Filled in: {filled}.").format(blank=blank, filled=filled)


def _note() -> SheetOffer:
    return SheetOffer(
        sheet_id=visit_summary.SHEET, tool="", title=visit_summary.TITLE, may_stay=LEAVE[visit_summary.LEAVE] + ".",
        purpose=tr("What you would copy for the council system, on paper."),
        fillings=(Filling(words=tr("As it stands now"), of_visit=True),),
    )  # fmt: skip


def _told_apart(filled: list[Record[Answers]]) -> Iterator[Filling]:
    """Several of one day carry a number."""
    before = Counter[str]()
    for each in filled:
        words = _begun(each)
        before[words] += 1
        nth = tr("{words} ({number})").format(words=words, number=before[words])
        yield Filling(words=nth if before[words] > 1 else words, answers=each.id)


def _begun(record: Record[Answers]) -> str:
    day = shown_day((record.body.finished_at or record.body.started_at or record.at)[:10])
    words = tr("Filled in, {day}") if record.body.state == "finished" else tr("Begun, {day}")
    return words.format(day=day)
