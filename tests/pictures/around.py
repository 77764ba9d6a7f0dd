"""People, and one person's page from its top to its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.pictures.stage import Stage


def people(on: Stage) -> None:
    """Everybody."""
    on.go("people")


def person(on: Stage) -> None:
    """One person, and how to talk together."""
    (margaret,) = on.inside.shell.workspace.people.called("Margaret")
    on.inside.open_person(margaret.id)
    on.settle()


def part(title: str) -> Callable[[Stage], None]:
    """One section of her page, by the link to it."""

    def lead_to(on: Stage) -> None:
        on.press(f"Go to: {title}")
        on.settle()

    return lead_to


def around(on: Stage) -> None:
    """The people around her."""
    on.scroll_to(on.card("People around Margaret"))


def safe(on: Stage) -> None:
    """How to reach her without harm: dots."""
    on.scroll_to(on.card("How to reach them without harm"))


AROUND: Mapping[str, Callable[[Stage], None]] = {
    "people": people,
    "person": person,
    "person-ledger": part("Time alone"),
    "person-wants": part("What they want"),
    "person-about": part("About them"),
    "person-around": around,
    "person-safe": safe,
    "person-timeline": part("Timeline"),
    "person-documents": part("Documents"),
    "person-looked": part("Who looked"),
}
"""Names of pictures and how to get there."""
