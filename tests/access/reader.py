"""A screen reader's ears and hands: finds things by name and role, acts on them, and hears what is announced.

Runs under the system's own Python, which has AT-SPI, and knows nothing of the program. One order a line comes in as
JSON, one answer a line goes out.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import gi  # type: ignore[import-not-found]  # the system's, not the environment's

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402 - the version is named first

PATIENCE = 30.0
"""Seconds that something may take to come on a busy machine; nothing is waited for longer than it takes."""
Node = Any
Order = dict[str, str]
STATES = {
    "focused": Atspi.StateType.FOCUSED, "focusable": Atspi.StateType.FOCUSABLE, "checked": Atspi.StateType.CHECKED,
}  # fmt: skip


class NotThereError(Exception):
    """What was looked for did not come."""


@dataclass(frozen=True, slots=True)
class Found:
    """A node as it was seen: its depth, and the names of the groups around it."""

    node: Node
    depth: int
    role: str
    name: str
    groups: tuple[str, ...]


class Reader:
    """Looks at one program, anew for each order: nodes go stale as soon as a page changes."""

    def __init__(self, program: str) -> None:
        self._program, self._heard = program, list[str]()
        self._listener = Atspi.EventListener.new(lambda event: self._heard.append(str(event.any_data)))
        self._listener.register("object:announcement")

    def press(self, order: Order) -> str:
        """Do what something offers first: press it, check it, open it."""
        Atspi.Action.do_action(self._find(order), 0)
        return ""

    def fill(self, order: Order) -> str:
        """Set the words of a field, as dictation does."""
        Atspi.EditableText.set_text_contents(self._find(order), order["words"])
        return ""

    def focus(self, order: Order) -> str:
        """Put the keyboard on something."""
        node = self._find(order)
        Atspi.Component.grab_focus(node)
        self._wait(lambda: _has(node, "focused"), order)
        return ""

    def type(self, order: Order) -> str:
        """Type where the keyboard is, letter by letter."""
        Atspi.generate_keyboard_event(0, order["words"], Atspi.KeySynthType.STRING)
        return ""

    def enter(self, _order: Order) -> str:
        """Press the enter key."""
        Atspi.generate_keyboard_event(0xFF0D, None, Atspi.KeySynthType.SYM)
        return ""

    def sees(self, order: Order) -> str:
        """Wait until something is there; tells its whole name."""
        return str(self._find(order).get_name())

    def hears(self, order: Order) -> list[str]:
        """Wait until something with these words is announced; tells what was announced until then, and forgets it."""
        found: list[int] = []

        def came() -> bool:
            found[:] = [at for at, words in enumerate(self._heard) if order["words"] in words]
            return bool(found)

        self._wait(came, order)
        heard, self._heard = self._heard[: found[0] + 1], self._heard[found[0] + 1 :]
        return heard

    def tree(self, _order: Order) -> list[dict[str, Any]]:
        """Everything that can be found now."""
        seen: list[dict[str, Any]] = []

        def looked() -> bool:
            seen[:] = [_described(each) for each in self._walk()]
            return bool(seen)

        self._wait(looked, {"do": "tree"})
        return seen

    def _find(self, order: Order) -> Node:
        found: list[Found] = []

        def came() -> bool:
            found[:] = [each for each in self._walk() if _fits(each, order)]
            return len(found) == 1 or (bool(found) and "first" in order)

        self._wait(came, order, found)
        return found[0].node

    def _walk(self) -> Iterator[Found]:
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(at)
            if program is not None and program.get_name() == self._program:
                yield from _inside(program, 0, ())

    def _wait(self, until: Callable[[], bool], order: Order, found: list[Found] | None = None) -> None:
        end = time.monotonic() + PATIENCE
        while not _holds(until):
            if time.monotonic() > end:
                raise NotThereError(f"{order}: {len(found or ())} found")
            listen(0.05)


def _inside(node: Node, depth: int, groups: tuple[str, ...]) -> Iterator[Found]:
    """A node and all that shows inside it."""
    role, name = node.get_role_name(), node.get_name() or ""
    yield Found(node, depth, role, name, groups)
    groups = (*groups, name) if role == "panel" and name else groups
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from _inside(child, depth + 1, groups)


def _fits(found: Found, order: Order) -> bool:
    is_role = order.get("role", found.role) == found.role
    is_inside = "within" not in order or order["within"] in found.groups
    is_named = found.name == order["name"] if "name" in order else order["part"] in found.name
    return is_role and is_inside and is_named


def _described(found: Found) -> dict[str, Any]:
    labels = [
        each.get_target(at).get_name() for each in found.node.get_relation_set()
        if each.get_relation_type() == Atspi.RelationType.LABELLED_BY for at in range(each.get_n_targets())
    ]  # fmt: skip
    return {
        "depth": found.depth, "role": found.role, "name": found.name, "labels": labels,
        "description": found.node.get_description() or "",
        "states": [word for word in STATES if _has(found.node, word)],
    }  # fmt: skip


def _has(node: Node, state: str) -> bool:
    return bool(node.get_state_set().contains(STATES[state]))


def _holds(until: Callable[[], bool]) -> bool:
    try:
        return until()
    except GLib.Error:
        return False  # a node went while it was looked at


def listen(seconds: float) -> None:
    """Let events come in for a while."""
    end, context = time.monotonic() + seconds, GLib.MainContext.default()
    while time.monotonic() < end:
        while context.pending():
            context.iteration(may_block=False)
        time.sleep(0.01)


def main(program: str) -> None:
    """Answer orders until there are no more."""
    Atspi.init()
    Atspi.set_timeout(int(PATIENCE * 1000), int(PATIENCE * 1000))  # its own is less than a busy machine may need
    reader = Reader(program)
    for line in sys.stdin:
        order = json.loads(line)
        try:
            answer = {"value": getattr(reader, order["do"])(order)}
        except (NotThereError, GLib.Error) as problem:
            answer = {"problem": str(problem)}
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
