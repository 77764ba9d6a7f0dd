"""After a visit: leaving, the questions, signing, copying, sealing; and the plain page over everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.pictures.hands import visit
from tests.pictures.stage import Stage
from ui.screens.visit.after_view import AfterView
from ui.screens.visit.top import AFTER
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form


def leaving(on: Stage) -> None:
    """After: leaving comes first."""
    on.go("visit")
    on.press("After")


def alone(on: Stage) -> None:
    """The questions about time alone, answered; what they mean is asked, not decided."""
    on.pass_time(minutes=6)
    on.press("Finish: I am leaving now")
    choose(on, of(on).alone.four, "seen", "yes")
    were_alone(on)
    on.scroll_to(of(on).alone.four.fields["long_enough"])


def otherwise(on: Stage) -> None:
    """Something else fits better."""
    on.press("Something else fits better")
    on.scroll_to(of(on).alone.other)


def next_time(on: Stage) -> None:
    """There was no time alone: the next attempt."""
    choose(on, of(on).alone.four, "alone", "no")
    choose(on, of(on).alone.four, "why_not_alone", "others_present")
    on.scroll_to(of(on).alone.next)


def wants(on: Stage) -> None:
    """What the person wants, in their words."""
    were_alone(on)
    on.press("Yes, that is right")
    on.scroll_to(of(on).wants)


def danger(on: Stage) -> None:
    """Somebody may be in danger before tomorrow: whom to ring."""
    choose(on, of(on).danger.form, "answer", "yes")
    on.scroll_to(of(on).danger)


def paper(on: Stage) -> None:
    """Paper counted back."""
    choose(on, of(on).danger.form, "answer", "no")
    on.press("Add a sheet")
    on.scroll_to(of(on).paper)


def signed(on: Stage) -> None:
    """Signed: the note for the council system."""
    on.press("Sign this visit")
    on.scroll_to(of(on).council)


def amend(on: Stage) -> None:
    """A signed visit is changed only with a reason."""
    on.press("Change this signed visit")
    on.scroll_to(of(on).closing)


def waiting(on: Stage) -> None:
    """What was signed waits to be sealed."""
    on.go("outbox")


def hidden(on: Stage) -> None:
    """A list like anybody's, and nothing of the records."""
    on.window.disappear()
    on.settle()


CLOSING: Mapping[str, Callable[[Stage], None]] = {
    "visit-after": leaving,
    "after-alone": alone,
    "after-otherwise": otherwise,
    "after-next": next_time,
    "after-wants": wants,
    "after-danger": danger,
    "after-paper": paper,
    "after-signed": signed,
    "after-amend": amend,
    "outbox-waiting": waiting,
    "hidden": hidden,
}
"""Names of pictures and how to get there."""


def of(on: Stage) -> AfterView:
    """The last step of the visit that is open."""
    visit(on).go(AFTER)
    after = visit(on).after
    assert after is not None
    return after


def were_alone(on: Stage) -> None:
    """Alone together in the first stretch, unheard, long enough."""
    choose(on, of(on).alone.four, "alone", "yes")
    stretches = of(on).alone.four.fields["segment"]
    assert isinstance(stretches, ChoiceField)
    next(iter(stretches.buttons.values())).click()
    for name, answer in (("could_hear", "nobody"), ("long_enough", "yes")):
        choose(on, of(on).alone.four, name, answer)


def choose(on: Stage, form: Form, name: str, answer: str) -> None:
    """Press one answer of a question."""
    field = form.fields[name]
    assert isinstance(field, ChoiceField)
    field.buttons[answer].click()
    on.settle()
