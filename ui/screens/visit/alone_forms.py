"""The questions about time alone as forms: the four with what each "no" opens, and everything around them.

Which are asked now is the rule's (practice.private_contact), not this module's.
"""

from __future__ import annotations

from msp_desktop.practice import codes
from msp_desktop.practice.codes import private_contact as pc
from msp_desktop.translation import tr
from ui.widgets.checks_field import ChecksField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.day_field import DayField
from ui.widgets.fields.scale import ScaleField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.part_field import PartField
from ui.widgets.pick_field import PickField
from ui.widgets.rows_field import RowsField
from ui.widgets.words_field import WordsField

YES_OR_NO = codes.visit.YES_OR_NO.labels
YES_NO = codes.visit.YES_NO.labels


def four_questions(name: str) -> Form:
    """Did you see them, were you alone, could anybody hear, was it long enough; a "no" opens one more."""
    return Form({
        "seen": ChoiceField(tr("Did you see {name}?").format(name=name), YES_OR_NO),
        "why_not_seen": ChoiceField(tr("What happened?"), pc.WHY_NOT_SEEN.labels),
        "alone": ChoiceField(tr("Were the two of you alone together?"), YES_OR_NO),
        "why_not_alone": ChoiceField(tr("What happened?"), pc.WHY_NOT_ALONE.labels),
        "happened": WordsField(tr("What happened, in your words?"), lines=2),
        "who_said_so": LineField(tr("Who said so?")),
        "supporter": PartField(tr("Who was there with the two of you?"), _supporter()),
        "segment": ChoiceField(tr("When were you alone together?"), {}),
        "could_hear": ChoiceField(
            tr("Could anybody hear?"), codes.visit.EARSHOT.labels,
            hint=tr("Think of an open door, a phone on speaker, a camera, a baby monitor, a child who may pass it on."),
        ),
        "listening_risk": ChecksField(tr("Did you notice any of these?"), codes.visit.LISTENING_RISK.labels),
        "because": WordsField(
            tr("What made you judge that nobody could hear?"),
            hint=tr("For example: Daniel took the dog out and I watched him go to the end of the road."),
            lines=2,
        ),
        "long_enough": ChoiceField(tr("Was it long enough?"), YES_OR_NO),
        "why_not_long_enough": ChoiceField(tr("What made it too short?"), pc.WHY_NOT_LONG_ENOUGH.labels),
    })  # fmt: skip


def other_result() -> Form:
    """Another result than the rule's, with its reason. Time alone is not among them: it follows from the answers."""
    return Form({
        "otherwise": ChoiceField(tr("What was different?"), pc.OTHERWISE.labels),
        "result": ChoiceField(tr("Which of these was it?"), {}),
        "because": WordsField(tr("Why do you choose this? Both are kept."), lines=2),
    })  # fmt: skip


def pretext() -> Form:
    """The honesty rule: what another stated reason must answer for (practice.md 2.3)."""
    return Form({
        "why_openness_raises_risk": WordsField(tr("Why would openness have raised the risk?"), lines=2),
        "agreed_by": LineField(tr("Who agreed to it?")),
        "person_told_on": DayField(tr("When was the person told the real purpose?")),
        "person_told_how": WordsField(tr("How were they told, or when will they be?"), lines=2),
    })  # fmt: skip


def next_attempt() -> Form:
    """By when, by whom, and what will be different."""
    return Form(
        {
            "by": DayField(tr("By when will somebody try again?")),
            "by_whom": LineField(tr("Who will try?")),
            "different": ChecksField(tr("What will be different?"), pc.DIFFERENT_THIS_TIME.labels),
            "different_words": WordsField(tr("Anything else that will be different?"), lines=2),
            "escalated_to": ChecksField(tr("Who else knows?"), pc.ESCALATED_TO.labels),
            "escalate_if": LineField(tr("Tell somebody more senior if")),
        },
        carries_rest=True,
    )


def around(name: str) -> Form:
    """What surrounds the four questions; all of it may stay empty."""
    asked_out = RowsField(
        tr("Who was asked to step out?"), _asked_out, more=tr("Add somebody who was asked"),
        hint=tr("What they did and said, never why."),
    )  # fmt: skip
    sees_them = RowsField(
        tr("Who else sees {name}, and are they alone then?").format(name=name), _sees_them, more=tr("Add somebody")
    )
    return Form({
        "asked_by_person": ChoiceField(
            tr("Whose idea was time alone?"), {"no": tr("Mine"), "yes": tr("{name}'s own").format(name=name)}
        ),
        "offered": ChoiceField(tr("Did you offer time alone?"), pc.OFFER.labels),
        "offer_words": WordsField(tr("What did you say?"), lines=2),
        "person_response": WordsField(tr("What did {name} answer?").format(name=name), lines=2),
        "asked_alone": ChoiceField(tr("Was {name} asked with nobody else listening?").format(name=name), YES_NO),
        "asked_out": asked_out,
        "company_wish": ChoiceField(tr("Whose wish was it that others were there?"), pc.COMPANY_WISH.labels),
        "company_tested_private": ChoiceField(tr("Did you check that wish in private?"), YES_NO),
        "barriers": ChecksField(tr("What stood in the way?"), pc.BARRIER.labels),
        "interpreter": PartField(tr("Interpreter"), _interpreter()),
        "aids": ChecksField(tr("Which aids were used?"), codes.person.AID.labels),
        "aids_worked": ChoiceField(tr("Did they work?"), YES_NO),
        "signs": RowsField(tr("Did you notice signs of pressure?"), _sign, more=tr("Add a sign")),
        "different_in_private": ChoiceField(
            tr("Was what {name} said alone different?").format(name=name), pc.DIFFERENT_IN_PRIVATE.labels
        ),
        "different_how": WordsField(tr("How was it different?"), lines=2),
        "who_else_sees_them": sees_them,
        "confidence": ScaleField(
            tr("How sure are you that you heard what {name} really thinks?").format(name=name),
            low=tr("not at all"), high=tr("completely"),
        ),
        "confidence_why": WordsField(tr("Why that number?"), lines=2),
    })  # fmt: skip


def _supporter() -> Form:
    return Form(
        {
            "kind": ChoiceField(tr("Who was it?"), pc.SUPPORTER.labels),
            "name": LineField(tr("Their name")),
            "chosen_in_private": ChoiceField(tr("Did the person choose them when nobody else could hear?"), YES_NO),
        },
        carries_rest=True,
    )


def _asked_out() -> Form:
    return Form(
        {
            "name": LineField(tr("Who?")),
            "how": ChoiceField(tr("How did you ask?"), pc.ASKED_HOW.labels),
            "reaction": PickField(tr("What did they do?"), pc.REACTION.labels),
            "words": LineField(tr("What did they say?")),
        },
        carries_rest=True,
    )


def _sees_them() -> Form:
    return Form(
        {
            "who": LineField(tr("Who?")),
            "agency": LineField(tr("From where?")),
            "alone": ChoiceField(tr("Do they see the person alone?"), YES_NO),
        },
        carries_rest=True,
    )


def _sign() -> Form:
    return Form({
        "sign": PickField(tr("What was it?"), pc.SIGN.labels),
        "noticed": ChoiceField(tr("How did you notice it?"), pc.SIGN_SEEN.labels),
        "note": LineField(tr("What exactly?")),
        "who": LineField(tr("Who was it about?")),
    })  # fmt: skip


def _interpreter() -> Form:
    return Form(
        {
            "used": ChoiceField(tr("Who interpreted?"), pc.INTERPRETER.labels),
            "why": LineField(tr("Why this one, or why none?")),
            "name": LineField(tr("Their name")),
            "language": LineField(tr("Language")),
            "known_to_family_or_community": ChoiceField(tr("Do they know the family or community?"), YES_NO),
            "briefed_confidentiality": ChoiceField(tr("Were they told that this stays private?"), YES_NO),
            "left_alone_with_person": ChoiceField(tr("Were they alone with the person?"), YES_NO),
            "quality_doubt": WordsField(tr("Any doubt about how well it worked?"), lines=2),
        },
        carries_rest=True,
    )
