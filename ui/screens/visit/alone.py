"""What the card about time alone does: keeps the answers, shows what the rule names, takes the worker's word on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from msp_desktop.practice import private_contact
from msp_desktop.practice.clocks import private_segment
from msp_desktop.practice.codes.private_contact import RESULT, RESULTS_OTHERWISE, TRUE_RESULTS
from msp_desktop.practice.private_contact_missing import unanswered
from msp_desktop.record.private_contact import (
    AskedOut,
    Interpreter,
    NextAttempt,
    Pretext,
    PrivateContact,
    SeesThem,
    Sign,
    Supporter,
)
from msp_desktop.record.segment import Segment
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from msp_desktop.translation import tr
from ui.screens.visit.alone_view import AloneView
from ui.screens.visit.rooms import stretch
from ui.widgets.choice_field import ChoiceField
from ui.widgets.text import say
from ui.writing import Writing

_PARTS = {
    "supporter": (Supporter, "kind"), "interpreter": (Interpreter, "used"), "pretext": (Pretext, ""),
    "next": (NextAttempt, ""),
}  # fmt: skip
_ROWS = {
    "asked_out": (AskedOut, ()), "who_else_sees_them": (SeesThem, ("who",)), "signs": (Sign, ("sign", "noticed")),
}  # fmt: skip


class Alone:
    """The private contact of one open visit."""

    def __init__(self, view: AloneView, writing: Writing[Visit], *, visits: Visits) -> None:
        self._view, self._writing, self._visits = view, writing, visits
        view.changed.connect(self.changed)
        view.confirmed.connect(lambda: writing.step(visits.confirm_private_contact))
        view.other_wanted.connect(self.ask_for_other)
        view.other_narrowed.connect(self.narrow)
        view.other_chosen.connect(self.choose_other)
        view.more_opened.connect(self.load)

    def load(self) -> None:
        """Fill the card with what is recorded."""
        values = asdict(self._contact())
        values["asked_by_person"] = "yes" if values["asked_by_person"] else None
        self._offer_segments()
        for form in (self._view.four, self._view.around):
            if form is not None:
                form.load(values)
        self._view.pretext.load(values["pretext"])
        self._view.next.load(values["next"])
        self.show()

    def refresh(self) -> None:
        """Something was saved: other stretches of time may be there, or another result."""
        self._offer_segments()
        self.show()

    def changed(self) -> None:
        """An answer changed: keep it, and show what the rule says to it."""
        view = self._view
        given = view.four.values() | (view.around.values() if view.around else {})
        given |= {"pretext": view.pretext.value(), "next": view.next.value()}
        # Only what was changed here: the result that was confirmed meanwhile must not be undone by an older one.
        contact = self._with_only_stretch(with_answers(self._contact(), given))
        self._writing.change("private_contact", lambda visit: replace(visit, private_contact=_kept(visit, contact)))
        self.show()

    def ask_for_other(self) -> None:
        """Ask what was different from what the rule made of the answers."""
        self._view.ask_for_other(is_open=True)
        self.narrow()

    def narrow(self) -> None:
        """Offer the results that follow from what was different; a single one needs no question."""
        form = self._view.other
        possible = RESULTS_OTHERWISE.get(form.values()["otherwise"] or "", ())
        choice = form.fields["result"]
        if isinstance(choice, ChoiceField):
            choice.offer({code: RESULT.label(code) for code in possible})
            choice.load(possible[0] if len(possible) == 1 else None)
        form.fields["otherwise"].show_error("")
        form.ask({"otherwise", "because", *(["result"] if len(possible) > 1 else [])})

    def choose_other(self) -> None:
        """Take another result than the rule's."""
        fields, values = self._view.other.fields, self._view.other.values()
        if values["result"] is None:
            asked = fields["result" if values["otherwise"] else "otherwise"]
            asked.show_error(tr("Choose what fits better."))
            asked.focus()
            return
        result, because = values["result"], values["because"]
        self._writing.step(
            lambda record: self._visits.change_private_contact(record, result=result, because=because),
            then=lambda _: self._view.ask_for_other(is_open=False),
        )

    def show(self) -> None:
        """Ask what is to be asked now, and say what the rule names."""
        visit, view = self._writing.body, self._view
        segment, contact = private_segment(visit), self._contact()
        contact = private_contact.settled(contact, segment)
        asked = private_contact.questions(contact, segment)
        is_alone = "could_hear" in asked
        may_hear = contact.could_hear not in (None, "nobody") or bool(contact.listening_risk)
        heard = ["listening_risk"] if is_alone and may_hear else []
        view.four.ask({*asked, *heard, *(["segment"] if is_alone else [])})
        view.rooms.setVisible(is_alone and not self._stretches_alone())
        missing = unanswered(contact, segment)
        is_begun = contact.seen is not None
        say(view.still, missing[0] if missing and is_begun else "")
        say(view.result, result_in_words(contact), "label")
        say(view.advice, " ".join(private_contact.advice(contact, segment)))
        is_open = contact.named_by_rule is not None
        view.confirm.setVisible(is_open and contact.result is None)
        view.change.setVisible(is_open)
        is_untrue = (contact.result or contact.named_by_rule or "full") not in TRUE_RESULTS
        view.next.setVisible(is_untrue or contact.next is not None)
        view.pretext.setVisible(_has_pretext(contact))

    def _with_only_stretch(self, contact: PrivateContact) -> PrivateContact:
        """Where the clock noted a single stretch of only us, being alone was then; it stands there to be changed."""
        stretches, before = self._stretches_alone(), self._contact()
        if contact.alone != "yes" or before.alone == "yes" or contact.segment is not None or len(stretches) != 1:
            return contact
        self._view.four.fields["segment"].load(stretches[0].id)
        return replace(contact, segment=stretches[0].id)

    def _stretches_alone(self) -> list[Segment]:
        return [each for each in self._writing.body.segments if each.company == "only_us"]

    def _contact(self) -> PrivateContact:
        return self._writing.body.private_contact or PrivateContact()

    def _offer_segments(self) -> None:
        visit = self._writing.body
        choice = self._view.four.fields["segment"]
        if isinstance(choice, ChoiceField):
            choice.offer({each.id: stretch(each, visit.zone) for each in visit.segments if each.company != "unknown"})


def with_answers(contact: PrivateContact, given: Mapping[str, Any]) -> PrivateContact:
    """The contact with answers as forms give them; a part whose deciding answer is missing is not there yet."""
    values = dict(given)
    for name, (body, needed) in _PARTS.items():
        if name in values:
            part = values[name]
            values[name] = body(**part) if part and (not needed or part[needed]) else None
    for name, (row_body, all_needed) in _ROWS.items():
        if name in values:
            whole = [row for row in values[name] if all(row[each] for each in all_needed)]
            values[name] = tuple(row_body(**row) for row in whole)
    if "asked_by_person" in values:
        values["asked_by_person"] = values["asked_by_person"] == "yes"
    return replace(contact, **values)


def result_in_words(contact: PrivateContact) -> str:
    """What the answers mean, or what the worker made of them; empty while the rule names nothing."""
    if contact.result is not None and contact.changed_because:
        return tr("You chose: {result}.").format(result=RESULT.label(contact.result))
    if contact.result is not None:
        return tr("Recorded: {result}.").format(result=RESULT.label(contact.result))
    if contact.named_by_rule is not None:
        return tr("From your answers: {result}. Is that right?").format(result=RESULT.label(contact.named_by_rule))
    return ""


def _kept(visit: Visit, contact: PrivateContact) -> PrivateContact:
    before = visit.private_contact or PrivateContact()
    return replace(
        contact, result=before.result, named_by_rule=before.named_by_rule, changed_because=before.changed_because
    )


def _has_pretext(contact: PrivateContact) -> bool:
    planned = contact.next is not None and "pretext" in contact.next.different
    return planned or contact.pretext is not None or any(each.how == "pretext" for each in contact.asked_out)
