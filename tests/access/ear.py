"""A worker who does not see the screen: finds things by name and role, and hears what the program says."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.access.stage import PYTHON, Stage

READER = Path(__file__).parent / "reader.py"
PROGRAM = "MSP Desktop"
BUTTON, RADIO, CHECK, FIELD, LINE = "push button", "radio button", "check box", "text", "list item"


class Ear:
    """Each order waits until it can be carried out, and fails with what could be found instead.

    `within` is the question that an answer belongs to. `part` is a part of a name that tells more, such as a time.
    """

    def __init__(self, stage: Stage) -> None:
        command = (str(PYTHON), "-W", "ignore", str(READER), PROGRAM)
        self._reader = stage.run(command, said=subprocess.PIPE, more={"stdin": subprocess.PIPE, "stderr": 2})
        self.told: list[str] = []

    def press(self, name: str, role: str = BUTTON, *, within: str = "") -> None:
        """Press a button, or choose what is called so."""
        self._ask("press", role, name=name, within=within)

    def press_part(self, part: str, role: str = BUTTON, *, within: str = "") -> None:
        """Press what has these words in its name."""
        self._ask("press", role, part=part, within=within)

    def press_first(self, part: str, role: str = BUTTON) -> None:
        """Press the first of several that have these words in their names."""
        self._ask("press", role, part=part, first="yes")

    def answer(self, question: str, answer: str) -> None:
        """Choose one answer of a question."""
        self._ask("press", RADIO, name=answer, within=question)

    def fill(self, name: str, words: str, role: str = FIELD) -> None:
        """Dictate into a field."""
        self._ask("fill", role, part=name, words=words)

    def type(self, name: str, words: str, role: str = FIELD) -> None:
        """Go to a field and type, ending with the enter key."""
        self._ask("focus", role, part=name)
        self._ask("type", words=words)
        self._ask("enter")

    def sees(self, part: str, role: str = "") -> str:
        """Wait for something with these words; tells its whole name."""
        return str(self._ask("sees", role, part=part))

    def hears(self, words: str) -> str:
        """Wait until this is said, after what was waited for before; tells the whole sentence."""
        self.told += self._ask("hears", words=words)
        return self.told[-1]

    def names(self) -> list[str]:
        """Everything that can be read now."""
        return [each["name"] for each in self.tree()]

    def nameless(self) -> list[str]:
        """What can be worked with and has no name."""
        worked = [each for each in self.tree() if "focusable" in each["states"]]
        return [each["role"] for each in worked if not each["name"] and not each["labels"]]

    def tree(self) -> list[dict[str, Any]]:
        """Everything there is now, as the screen reader has it."""
        return list(self._ask("tree"))

    def _ask(self, do: str, role: str = "", **order: str) -> Any:  # noqa: ANN401 - each order has its own answer
        answer = self._answer({"do": do, "role": role, **order})
        assert "problem" not in answer, f"{answer['problem']}\nTold before: {self.told[-8:]}\n{self._shown()}"
        return answer["value"]

    def _answer(self, order: dict[str, str]) -> dict[str, Any]:
        assert self._reader.stdin is not None and self._reader.stdout is not None
        asked = {name: value for name, value in order.items() if value}
        self._reader.stdin.write(f"{json.dumps(asked)}\n")
        self._reader.stdin.flush()
        answer: dict[str, Any] = json.loads(self._reader.stdout.readline())
        return answer

    def _shown(self) -> str:
        tree = self._answer({"do": "tree"}).get("value", [])
        return "\n".join(f"{'  ' * each['depth']}{each['role']} {each['name']!r}" for each in tree)
