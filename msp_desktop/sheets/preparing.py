"""One wish to print a sheet, made ready: its class, what the guard says, and the content without what is left out.

Pure: `printing` gathers what it needs from the record and writes down what was printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msp_desktop.errors import BadInput
from msp_desktop.practice.leave_behind import Leave, LeaveClasses, leave_class
from msp_desktop.record.safe_contacts import GuardAnswers
from msp_desktop.sheets import content
from msp_desktop.sheets.composing import Marks, composed, on_sheet
from msp_desktop.sheets.content import Format
from msp_desktop.sheets.facing import can_be_easy, languages_of, refuse_unwritten
from msp_desktop.sheets.guard import QUESTIONS, Decision, Going, Printing, Question, decide
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.fields import AnyField, Day, Rows
from msp_desktop.tools.over_time import Time
from msp_desktop.tools.strings import ENGLISH
from msp_desktop.tools.values import has_free_words, in_words, is_blank
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was filled in: values by field, the fields heard in private, whose they are by initials, and the day.

    `earlier` are the times before it that stand beside it, oldest first; `private` then also names what of any of them
    was heard in private.
    """

    values: Mapping[str, Any]
    private: frozenset[str] = frozenset()
    initials: str = ""
    date: str = ""
    earlier: tuple[Time, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the worker chooses for one print. `ticked` are fields heard in private that are printed all the same;
    `raised_to` is a stricter class; `variant` how scales are drawn; `reason` is for a restricted record;
    `with_last_time` shows what was said the times before as well; Easy Read is in English alone.
    """

    going: Going
    format: Format = Format.STANDARD
    language: str = ENGLISH
    raised_to: Leave | None = None
    ticked: frozenset[str] = frozenset()
    replies: Mapping[Question, str] = field(default_factory=dict)
    variant: str = ""
    reason: str = ""
    with_last_time: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sheet ready to be printed, if `decision.may_print`. `private` are the fields that could be ticked.

    `title` is the sheet's own, which a neutral one on the paper may hide.
    `offered` are those that are left out without a tick, each with its question and what was said. `has_last_time`
    says that what was said last time could stand beside it. `has_easy_read` and `languages`, with whether each was
    checked, say how else it can be had.
    """

    sheet_id: str
    title: str
    content: content.Sheet
    decision: Decision
    private: frozenset[str] = frozenset()
    offered: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    has_last_time: bool = False
    languages: Mapping[str, bool] = field(default_factory=lambda: {ENGLISH: True})
    has_easy_read: bool = False


def prepared(
    definition: Definition, sheet: Sheet, choices: Choices, *, filled: Filled | None = None,
    contact: GuardAnswers = GuardAnswers(is_set=False),  # noqa: B008 - frozen
) -> Prepared:  # fmt: skip
    """The sheet as it would be printed now.

    Raises BadInput for a class less strict than the rule's, a tick that fits nothing said alone, a sheet that is only
    printed blank, or a language that it has no words in.
    """
    refuse_unwritten(definition, sheet, format=choices.format, language=choices.language)
    if filled is not None and sheet.only_blank:
        raise BadInput(tr("This sheet is only printed blank. Nothing was printed."))
    times = () if filled is None else (*filled.earlier, Time("", filled.values))
    values = frozenset[str]().union(*(_standing(definition, sheet, each.values) for each in times))
    private = frozenset() if filled is None else filled.private & values
    if choices.ticked - private:
        raise BadInput(tr("A field was ticked that holds nothing said alone on this sheet. Nothing was printed."))
    has_words = any(has_free_words(definition.field(key)) for key in values)
    decision = decide(
        Printing(
            leave=_class(definition, sheet, choices, is_filled=filled is not None, has_words=has_words),
            going=choices.going,
            private=private,
            ticked=choices.ticked,
            is_dangerous_title=sheet.is_dangerous,
            has_free_words=has_words,
            replies=choices.replies,
        ),
        contact,
    )
    made = _composed(definition, sheet, choices, filled, decision)
    offered = {
        each.key: (each.ask, _all_times(each, times))
        for each in definition.asked_fields
        if each.key in private and decision.leave is not Leave.C
    }
    return Prepared(
        definition.sheet_id(sheet), sheet.title or definition.title, made, decision, private, offered,
        languages=languages_of(definition, sheet), has_easy_read=can_be_easy(definition, sheet),
    )  # fmt: skip


def refuse_unless_allowed(ready: Prepared) -> None:
    """Raises BadInput with the guard's sentence, or with the first question that is still open."""
    if ready.decision.refusal:
        raise BadInput(ready.decision.refusal)
    for question in ready.decision.questions:
        raise BadInput(QUESTIONS[question] + " " + tr("Nothing was printed."))


def _class(definition: Definition, sheet: Sheet, choices: Choices, *, is_filled: bool, has_words: bool) -> Leave:
    classes = LeaveClasses(sheet.leave.blank, sheet.leave.filled, is_ours=definition.is_ours)
    return leave_class(classes, is_filled=is_filled, has_free_words=has_words, raised_to=choices.raised_to)


def _standing(definition: Definition, sheet: Sheet, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that this sheet would show."""
    can_stand = on_sheet(definition, sheet)
    return {key: value for key, value in values.items() if key in can_stand and not is_blank(value)}


def _composed(
    definition: Definition, sheet: Sheet, choices: Choices, filled: Filled | None, decision: Decision
) -> content.Sheet:
    marks = Marks(
        leave=decision.leave,
        initials=filled.initials if filled else "",
        date=filled.date if filled else "",
        has_date=decision.has_date,
        has_neutral_title=decision.has_neutral_title,
    )
    # Left out before anything else is decided, so that no other question appears because of what was said alone.
    left = None if filled is None else _left(definition, Time("", filled.values), decision).values
    earlier = tuple(_left(definition, each, decision) for each in filled.earlier) if filled else ()
    return composed(
        definition, sheet, marks=marks, values=left, format=choices.format, language=choices.language,
        variant=choices.variant, earlier=earlier,
    )  # fmt: skip


def _left(definition: Definition, time: Time, decision: Decision) -> Time:
    """One filling without what is left out, and without its days where the paper tells none."""
    left = time.without(decision.left_out)
    if decision.has_date:
        return left
    fields = {key: definition.field(key) for key in left.values}
    undated = {key: value for key, value in left.values.items() if not isinstance(fields[key], Day)}
    return Time("", {key: _without_days(fields[key], value) for key, value in undated.items()})


def _all_times(asked: AnyField, times: Sequence[Time]) -> str:
    """What a tick would print: with what stands beside it, where something does."""
    *before, (_, now) = [(each.day, in_words(asked, each.values.get(asked.key))) for each in times]
    then = "; ".join(f"{day}: {words}" if day else words for day, words in before if words)
    return ". ".join(filter(None, (now, tr("Before: {then}").format(then=then) if then else "")))


def _without_days(field: AnyField, value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """Rows without their days: when somebody comes again is told by no paper that may be found."""
    if not isinstance(field, Rows) or not isinstance(value, (list, tuple)):
        return value
    days = {column.key for column in field.columns if isinstance(column, Day)}
    return [{key: cell for key, cell in row.items() if key not in days} for row in value]
