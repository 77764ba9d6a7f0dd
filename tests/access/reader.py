"""A screen reader's ears and hands: finds things by role and name, acts on them, and hears what is announced.

Runs under the system's own Python, which has AT-SPI; knows nothing of this program. One order a line comes in as JSON,
one answer a line goes out.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi  # type: ignore[import-not-found]  # the system's, not the environment's

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402 - the version is named first

PATIENCE = 15.0
"""Seconds that something may take to come."""
HEARD = ("object:announcement", "object:state-changed:focused", "window:activate")
Node = Any


class NotFoundError(Exception):
    """What was looked for is not there."""


class Reader:
    """Looks at one program, again for each order: nodes go stale as soon as a page changes."""

    def __init__(self, program: str) -> None:
        self._program, self.heard = program, list[dict[str, str]]()
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in HEARD:
            self._listener.register(kind)

    def press(self, order: dict[str, str]) -> str:
        """Act on something as its own first action says; tells which that is."""
        node = self.find(order)
        action = node.get_action_name(0)
        node.do_action(0)
        return str(action)

    def put(self, order: dict[str, str]) -> str:
        """Set the text of a field, as dictation does; tells what stands there."""
        node = self.find(order)
        node.set_text_contents(order["words"])
        return self.text(order)

    def text(self, order: dict[str, str]) -> str:
        """What stands in a field."""
        node = self.find(order)
        return str(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))

    def focus(self, order: dict[str, str]) -> str:
        """Put the keyboard on something."""
        node = self.find(order)
        Atspi.Component.grab_focus(node)
        self._wait(lambda: _has(node, Atspi.StateType.FOCUSED), order)
        return ""

    def type(self, order: dict[str, str]) -> str:
        """Type where the keyboard is: real keys, letter by letter."""
        Atspi.generate_keyboard_event(0, order["words"], Atspi.KeySynthType.STRING)
        return ""

    def key(self, order: dict[str, str]) -> str:
        """Press one key by the number of its symbol in X."""
        Atspi.generate_keyboard_event(int(order["symbol"]), None, Atspi.KeySynthType.SYM)
        return ""

    def select(self, order: dict[str, str]) -> str:
        """Choose one item of a list."""
        node = self.find(order)
        parent = node.get_parent()
        Atspi.Selection.select_child(parent, node.get_index_in_parent())
        return ""

    def wait_for(self, order: dict[str, str]) -> str:
        """Wait until something is there; tells its whole name."""
        return str(self.find(order).get_name())

    def wait_gone(self, order: dict[str, str]) -> str:
        """Wait until something is not there any more."""
        self._wait(lambda: not self._matches(order), order)
        return ""

    def state(self, order: dict[str, str]) -> str:
        """Whether something is checked."""
        return "checked" if _has(self.find(order), Atspi.StateType.CHECKED) else ""

    def hears(self, order: dict[str, str]) -> str:
        """Wait until an announcement with these words has come; tells the whole of it."""
        found: list[str] = []

        def came() -> bool:
            found[:] = [each["words"] for each in self.heard if order["words"] in each["words"]]
            return bool(found)

        self._wait(came, order)
        return found[0]

    def list_heard(self, _order: dict[str, str]) -> list[dict[str, str]]:
        """Everything that came since the last time this was asked."""
        listen(0.2)
        heard, self.heard = self.heard, []
        return heard

    def tree(self, _order: dict[str, str]) -> list[dict[str, Any]]:
        """Everything that can be found now."""
        return [_described(node, depth) for depth, node, _ in self._walk()]

    def find(self, order: dict[str, str]) -> Node:
        """The one thing of this name and role that shows; waits for it."""
        found: list[Node] = []

        def came() -> bool:
            found[:] = self._matches(order)
            return len(found) == 1

        self._wait(came, order, found)
        return found[0]

    def _matches(self, order: dict[str, str]) -> list[Node]:
        name, role, within = order.get("name", ""), order.get("role", ""), order.get("within", "")
        part = order.get("part", "")
        return [
            node for _, node, inside in self._walk()
            if (not role or node.get_role_name() == role)
            and (node.get_name() == name if name else part in (node.get_name() or ""))
            and (not within or within in inside)
        ]  # fmt: skip

    def _walk(self) -> Iterator[tuple[int, Node, tuple[str, ...]]]:
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(at)
            if program is not None and program.get_name() == self._program:
                yield from _inside(program, 0, ())

    def _wait(self, until: Callable[[], bool], order: dict[str, str], found: list[Node] | None = None) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                if until():
                    return
            except GLib.Error:
                pass  # a node went while it was looked at
            if time.monotonic() > end:
                raise NotFoundError(f"{order}: {len(found) if found else 0} found")
            listen(0.05)

    def _hear(self, event: Any) -> None:  # noqa: ANN401 - of a library without types
        try:
            source = {"role": event.source.get_role_name(), "name": event.source.get_name() or ""}
            is_told = event.type.startswith("object:announcement")
            if is_told or event.type.startswith("window") or event.detail1:
                words = str(event.any_data) if is_told else ""
                self.heard.append({"kind": event.type, "words": words, **source})
        except GLib.Error:
            pass  # it went at once


def _inside(node: Node, depth: int, names: tuple[str, ...]) -> Iterator[tuple[int, Node, tuple[str, ...]]]:
    """A node and all that shows inside it, each with the names of the groups around it."""
    yield depth, node, names
    if node.get_role_name() == "panel" and node.get_name():
        names = (*names, node.get_name())
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None and _has(child, Atspi.StateType.SHOWING):
            yield from _inside(child, depth + 1, names)


def _described(node: Node, depth: int) -> dict[str, Any]:
    states = {
        "focused": Atspi.StateType.FOCUSED, "focusable": Atspi.StateType.FOCUSABLE, "checked": Atspi.StateType.CHECKED,
        "selected": Atspi.StateType.SELECTED,
    }  # fmt: skip
    return {
        "depth": depth, "role": node.get_role_name(), "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": [word for word, state in states.items() if _has(node, state)],
    }  # fmt: skip


def _has(node: Node, state: Any) -> bool:  # noqa: ANN401 - of a library without types
    return bool(node.get_state_set().contains(state))


def listen(seconds: float) -> None:
    """Let events come in for a while."""
    end, context = time.monotonic() + seconds, GLib.MainContext.default()
    while time.monotonic() < end:
        while context.iteration(False):  # noqa: FBT003 - GLib's own way: do not wait
            pass
        time.sleep(0.01)


def main(program: str) -> None:
    """Answer orders until there are no more."""
    Atspi.init()
    reader = Reader(program)
    for line in sys.stdin:
        order = json.loads(line)
        try:
            answer = {"value": getattr(reader, order["do"])(order)}
        except (NotFoundError, GLib.Error) as problem:
            answer = {"problem": str(problem)}
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
