"""What the person wants and what was agreed: the two forms, and how their answers become bodies and sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from msp_desktop.practice import codes
from msp_desktop.record import company
from msp_desktop.record.action import Action
from msp_desktop.record.ids import RecordId
from msp_desktop.record.outcome import Outcome
from msp_desktop.record.times import shown_day
from msp_desktop.record.visit import Visit
from msp_desktop.translation import tr
from ui.widgets.adding_card import AddingCard
from ui.widgets.choice_field import ChoiceField
from ui.widgets.day_field import DayField
from ui.widgets.fields.scale import ScaleField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.words_field import WordsField


def wants_card(name: str) -> AddingCard:
    """Outcomes: words first, then whose idea, then where things stand."""
    form = Form({
        "words": WordsField(tr("In {name}'s words").format(name=name), lines=2),
        "whose_idea": ChoiceField(tr("Whose idea was it?"), codes.outcome.WHOSE_IDEA.labels),
        "score_at_start": ScaleField(tr("Where does it stand today?"), low=tr("not at all"), high=tr("just as wanted")),
        "must_not_happen": ChoiceField(
            tr("Is it something to happen, or something that must not happen?"),
            {"no": tr("Something to happen"), "yes": tr("Something that must not happen")},
        ),
    })  # fmt: skip
    return AddingCard(
        tr("What {name} wants").format(name=name), form, add=tr("Add this"),
        empty=tr("Nothing is written down yet. Use {name}'s own words.").format(name=name),
        first=("words", "whose_idea"),
    )  # fmt: skip


def agreed_card() -> AddingCard:
    """Actions: who does what by when."""
    form = Form({
        "what": LineField(tr("What was promised?")),
        "who": LineField(tr("Who does it?")),
        "due": DayField(tr("By when?")),
    })  # fmt: skip
    return AddingCard(
        tr("What we agreed"), form, add=tr("Add this"), empty=tr("Nothing is agreed yet: who does what, and by when.")
    )


def outcome_answers(body: Outcome) -> dict[str, Any]:
    """An outcome as the form shows it."""
    return {
        "words": body.words, "whose_idea": body.whose_idea, "score_at_start": body.score_at_start,
        "must_not_happen": "yes" if body.must_not_happen else None,
    }  # fmt: skip


def outcome_from(values: dict[str, Any], before: Outcome | None, visit: Visit, id: RecordId) -> Outcome | None:
    """An outcome from the form; None while there are no words."""
    if not values["words"].strip():
        return None
    given = {**values, "must_not_happen": values["must_not_happen"] == "yes"}
    if before is not None:
        return replace(before, **given)
    segment = company.running(visit)
    return Outcome(person=visit.person, visit=id, segment=segment.id if segment else None, **given)


def outcome_told(body: Outcome) -> str:
    """One line of the list."""
    idea = codes.outcome.WHOSE_IDEA.label(body.whose_idea) if body.whose_idea else ""
    score = tr("{score} out of 10").format(score=body.score_at_start) if body.score_at_start is not None else ""
    beside = "; ".join(filter(None, [idea, score, tr("must not happen") if body.must_not_happen else ""]))
    return f"{body.words}\n{beside}" if beside else body.words


def action_answers(body: Action) -> dict[str, Any]:
    """An action as the form shows it."""
    return {"what": body.what, "who": body.who, "due": body.due}


def action_from(values: dict[str, Any], before: Action | None, visit: Visit, id: RecordId) -> Action | None:
    """An action from the form; None while nothing is promised."""
    if not values["what"]:
        return None
    if before is not None:
        return replace(before, **values)
    return Action(person=visit.person, visit=id, state="open", **values)


def action_told(body: Action) -> str:
    """One line of the list."""
    due = tr("by {day}").format(day=shown_day(body.due)) if body.due else ""
    return ", ".join(filter(None, [body.what, body.who, due]))
