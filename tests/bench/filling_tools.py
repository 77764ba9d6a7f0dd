"""A child process of the bench: opens the largest tool, and types into one of 250 questions. Prints JSON."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from msp_desktop.record.ids import RecordId
from msp_desktop.tools import form
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.loading import loaded
from msp_desktop.workspace import Workspace
from tests.bench.figure import p95
from tests.bench.opening_screens import answered, home
from tests.bench.typing_person import LINE, raise_failure, settle, unlocked, wait
from tests.sheets.samples import filled
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.tools.page import ToolsPage

T = TypeVar("T")

LARGEST, MANY, TIMES = "capacity", 250, 9


def main(vault: Path, passphrase: str) -> dict[str, float]:
    """The middle time from the press to the painted tool, and what 19 of 20 keystrokes stay below in the long one."""
    app, window, inside = unlocked(vault, passphrase)
    parts, long = inside.shell.workspace, loaded("\n".join(many_fields()), file="many.v1.yaml", is_ours=False)
    largest, many = (done(app, inside, partial(begun, parts, tool)) for tool in (parts.tools.tool(LARGEST), long))
    opening = [opened(app, window, inside, LARGEST, largest) for _ in range(TIMES)]
    opened(app, window, inside, long.key, many)
    strokes = typed(app, inside)
    settle(app)
    window.close()
    return {"largest_ms": statistics.median(opening), "keystroke_ms": p95(strokes)}


def begun(parts: Workspace, tool: Definition) -> RecordId:
    """Somebody new with an answer to every question of a tool."""
    record = parts.answers.open(tool, person=parts.people.new("Ivy").id)
    return parts.answers.fill(record, tool, form.kept(tool, filled(tool)), segment=None).id


def done(app: QApplication, inside: Inside, deed: Callable[[], T]) -> T:
    """What the storage thread made."""
    made: list[T] = []
    inside.shell.background.run(deed, done=made.append, failed=raise_failure)
    wait(app, lambda: bool(made))
    return made[0]


def opened(app: QApplication, window: MainWindow, inside: Inside, tool: str, answers: RecordId) -> float:
    """From the press to the paint of the first questions, in milliseconds; the rest is built behind it."""
    page = inside.go("tools").view
    assert isinstance(page, ToolsPage)
    page.close_tool()
    answered(app, inside)
    home(app, inside)
    began = time.perf_counter()
    inside.open_tool(tool, answers)
    wait(app, lambda: page.fill is not None and page.fill.isVisible())
    window.repaint()
    taken = (time.perf_counter() - began) * 1000
    answered(app, inside)
    return taken


def typed(app: QApplication, inside: Inside) -> list[float]:
    """Milliseconds of each key on the window's thread, in the first question of a tool that is wholly built."""
    page = inside.screens["tools"].view
    assert isinstance(page, ToolsPage) and page.fill is not None
    page.filling._seeing.only_us()  # type: ignore[union-attr]
    page.fill.form.build_all()
    settle(app)
    field = next(each for each in page.fill.form.findChildren(QLineEdit) if each.isVisible())
    taken = []
    for letter in LINE * 3:
        began = time.perf_counter()
        QTest.keyClicks(field, letter)
        app.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def many_fields() -> Iterator[str]:
    """A tool of 250 questions, a tenth of which open by an answer to another."""
    yield from ("key: many", "version: 1", "number: T97", "title: Many", "group: safety", "part: worker_only")
    yield from ("purpose: Measure a long form.", "when: [a bench runs]", "sections:")
    for section in range(25):
        yield from (f"  - key: s{section}", f"    title: Part {section}", "    fields:")
        yield from (f"      f{section}_{at}: {{type: text, ask: What is it?}}" for at in range(8))
        yield f"      yes{section}: {{type: yes_no, ask: Is it so?}}"
        yield f"      more{section}: {{type: long, ask: Tell me more, shown_when: \"yes{section} == 'yes'\"}}"
    yield from ("sheets:", "  - {name: sheet, leave: {blank: C, filled: C}}")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2])))
