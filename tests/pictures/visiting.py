"""A visit from the morning until somebody came in, in the order in which it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.pictures.hands import visit
from tests.pictures.stage import Stage

LINES = (
    ("said", "Ivy took me to the bank. I have a card of my own now."),
    ("observed", "Walking frame beside her chair, within reach."),
    ("said", "Daniel was cross, and then he came with us."),
)


def before(on: Stage) -> None:
    """Before the visit."""
    planned = on.inside.shell.workspace.visits.list({"state": "planned"})
    on.inside.open_visit(min(planned, key=lambda each: each.body.planned_at or "").id)
    on.settle()


def not_made(on: Stage) -> None:
    """Nobody answered the door; put away again, for somebody did."""
    visit(on).top.not_made.click()
    on.settle()


def here(on: Stage) -> None:
    """The first ten seconds: nobody has said who is here."""
    on.press("Leave it as it was")
    on.pass_time(minutes=135)
    visit(on).top.start.click()
    on.settle()


def alone(on: Stage) -> None:
    """Alone together, and what was said."""
    visit(on).top.us.click()
    on.settle()
    lines = visit(on).here.lines
    for kind, words in LINES:
        lines.choose_kind(kind)
        lines.words.setPlainText(words)
        lines.keep.click()
        on.settle()
        on.pass_time(minutes=2)


def lines(on: Stage) -> None:
    """The lines that were kept, under the place to type."""
    on.scroll_to(visit(on).here.lines.lines)


def company(on: Stage) -> None:
    """Somebody came in: what was said alone has left the screen."""
    on.pass_time(minutes=3)
    visit(on).top.they.click()
    on.settle()
    visit(on).here.verticalScrollBar().setValue(0)


def who(on: Stage) -> None:
    """Who it was, and what is left out."""
    on.scroll_to(on.card("Who came in?"))


VISITING: Mapping[str, Callable[[Stage], None]] = {
    "visit-before": before,
    "visit-not-made": not_made,
    "visit-here": here,
    "visit-alone": alone,
    "visit-lines": lines,
    "visit-company": company,
    "visit-who": who,
}
"""Names of pictures and how to get there."""
