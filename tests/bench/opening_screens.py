"""A child process of the bench: opens every screen on the large vault, again and again. Prints JSON."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from msp_desktop.record.record import Record
from msp_desktop.record.visit import Visit
from msp_desktop.tools.loading import loaded
from tests.bench.typing_person import PATIENCE, raise_failure, resident_mb, unlocked, wait
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.outbox.view import OutboxView
from ui.screens.tools.form_view import FormView
from ui.shell import VISIT

TIMES = 9
"""How often a figure is taken."""

OPENINGS, WARM = 500, 200
"""How often each screen is opened for the figure of memory, and how many of these fill caches first.

There are fifty visits to open: memory takes one more step in the third round through them, and then none.
"""

COUNTED = "To the council"
"""It shows what is sealed first, and then what waits, so it is measured by itself."""

Open = Callable[[], object]


def main(vault: Path, passphrase: str, wanted: str) -> dict[str, float]:
    """Milliseconds to the first paint of each screen, or how memory grew over many openings of each."""
    app, window, inside = unlocked(vault, passphrase)
    told = growth(app, window, inside) if wanted == "memory" else paints(app, window, inside)
    window.close()
    return told


def paints(app: QApplication, window: MainWindow, inside: Inside) -> dict[str, float]:
    """Each screen from the press to the paint that holds its records, the middle one of several."""
    found = outbox(app, window, inside)  # before a visit runs
    for name, ways in ways_to(app, inside).items():
        if name == COUNTED:
            continue
        taken = []
        for open_one in ways[:TIMES]:
            home(app, inside)
            began = time.perf_counter()
            open_one()
            answered(app, inside)
            window.repaint()
            app.processEvents()
            taken.append((time.perf_counter() - began) * 1000)
        found[name] = statistics.median(taken)
    return found | {"a form of 60 fields": form_of_sixty(app)}


def outbox(app: QApplication, window: MainWindow, inside: Inside) -> dict[str, float]:
    """To the council: until it shows what is sealed, and until it shows what waits, counted in everything."""
    view = inside.go("outbox").view
    assert isinstance(view, OutboxView)
    taken: dict[str, list[float]] = {COUNTED: [], "what waits, counted in all there is": []}
    for _ in range(TIMES):
        home(app, inside)
        began = time.perf_counter()
        for times, show in zip(taken.values(), ("show_all", "show_waiting"), strict=True):
            _tell_when(view, show, partial(_painted, window, began, times))
        inside.go("outbox")
        answered(app, inside)
    return {name: statistics.median(each) for name, each in taken.items()}


def _painted(window: MainWindow, began: float, times: list[float]) -> None:
    window.repaint()
    times.append((time.perf_counter() - began) * 1000)


def _tell_when(view: OutboxView, name: str, then: Callable[[], None]) -> None:
    show = getattr(type(view), name)

    def shown(what: object) -> None:
        show(view, what)
        then()

    setattr(view, name, shown)


def growth(app: QApplication, window: MainWindow, inside: Inside) -> dict[str, float]:
    """Resident memory after many openings of each screen, beside what it was after the first of them."""
    found = {}
    for name, ways in ways_to(app, inside).items():
        before = 0.0
        for at in range(OPENINGS):
            window.outside.idle.start()  # somebody is there: it neither hides nor locks meanwhile
            ways[at % len(ways)]()
            answered(app, inside)
            home(app, inside)
            if at == WARM:
                before = resident_mb()
        found[name] = resident_mb() / before
    return found


def ways_to(app: QApplication, inside: Inside) -> dict[str, list[Open]]:
    """Every page of the rail, one visit and one person, each with several records to open."""
    parts = inside.shell.workspace
    read: list[list[Record[Visit]]] = []

    def latest() -> list[Record[Visit]]:
        return list(parts.visits.list(order=("-day", "-n"), limit=50))

    inside.shell.background.run(latest, done=read.append, failed=raise_failure)
    wait(app, lambda: bool(read))
    measured = [page for page in inside.pages[:-1] if page.name != VISIT]
    pages = {page.title: [opening(inside, page.name)] * TIMES for page in measured}
    people = [looking_at(inside, each.body.person) for each in read[0]]
    visits = [visiting(inside, each.id) for each in read[0]]  # last: these visits go on, and nobody else is shown then
    return pages | {"one person": people, "one visit": visits}


def opening(inside: Inside, page: str) -> Open:
    """Go to a page."""
    return lambda: inside.go(page)


def visiting(inside: Inside, id: str) -> Open:
    """Open one visit."""
    return lambda: inside.open_visit(id)


def looking_at(inside: Inside, person: str) -> Open:
    """Open one person's page."""
    return lambda: inside.open_person(person)


def home(app: QApplication, inside: Inside) -> None:
    """Away from the screen that is measured, to the last page, which reads nothing."""
    inside.go(inside.pages[-1].name)
    answered(app, inside)


def answered(app: QApplication, inside: Inside) -> None:
    """Everything that was asked of the storage thread is on the screen."""
    for _ in range(3):
        done: list[None] = []
        inside.shell.background.run(lambda: None, done=done.append, failed=raise_failure)
        end = time.monotonic() + PATIENCE
        while not done:
            app.processEvents()
            if time.monotonic() > end:
                raise TimeoutError
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def form_of_sixty(app: QApplication) -> float:
    """From a definition of sixty fields of the usual types to the paint of its first section."""
    tool = loaded("\n".join(sixty_fields()), file="sixty.v1.yaml", is_ours=False)
    taken = []
    for _ in range(TIMES):
        place = QWidget()
        stack = QVBoxLayout(place)
        place.resize(1024, 600)
        began = time.perf_counter()
        form = FormView(tool, offered=())
        stack.addWidget(form)
        form.load({})
        place.show()
        app.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
        place.close()
        place.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return statistics.median(taken)


def sixty_fields() -> Iterator[str]:
    """The definition, line by line."""
    yield from ("key: sixty", "version: 1", "number: T98", "title: Sixty", "group: safety", "part: worker_only")
    yield from ("purpose: Measure a long form.", "when: [a bench runs]", "sections:")
    kinds = (
        "{type: text, ask: What is it?}", "{type: long, ask: Tell me more}", "{type: quote, ask: In your words?}",
        "{type: pick, ask: Which?, options: {one: One, two: Two, three: Three}}", "{type: date, ask: When?}",
        "{type: scale, ask: Where is it?, low: bad, high: good}",
    )  # fmt: skip
    for section in range(10):
        yield from (f"  - key: s{section}", f"    title: Part {section}", "    fields:")
        yield from (f"      f{section}_{at}: {kind}" for at, kind in enumerate(kinds))
    yield from ("sheets:", "  - {name: sheet, leave: {blank: C, filled: C}}")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])))
