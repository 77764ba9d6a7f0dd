"""What screens may ask of the window and of each other, and the parts they are put together from. Decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from msp_desktop.pin import Pin
    from msp_desktop.record.ids import RecordId, SegmentId
    from msp_desktop.record.segment import Segment
    from msp_desktop.workspace import Workspace
    from ui.background import Background
    from ui.look import Look
    from ui.safekeeping import Safekeeping

VISIT, PAPER, PEOPLE, TODAY, TOOLS = "visit", "paper", "people", "today", "tools"
SEARCH, HELP = "search", "keys"
"""Names of pages that others lead to; `ui/pages.py` has them all."""


class Here(NamedTuple):
    """The visit that is open: of whom, the segment that is running, and who may see the screen (None: nobody said)."""

    visit: RecordId
    person: RecordId
    name: str
    running: SegmentId | None = None
    seen_by: Segment | None = None


class Shell(QObject):
    """Only `ui/pages.py` takes parts out of the workspace; presenters get the part they need.

    `visit_requested` asks to open a visit by its id; `visit_opened` tells which one is open. `page_requested` asks for
    a page by name. `told` is a sentence for the notice. `visit_runs` tells whether a visit is going on, when other
    people must not come into sight. `paper_requested` asks to print a sheet of a tool by its key, with answers by
    their id or blank; `paper_opened` tells it to the page for it. `person_requested` asks for the page of a person by
    their id; `person` is whose page is open, or wanted. `here_changed` tells the visit that is open, as it
    stands now; `only_us_said` tells it that nobody else is here. `together` asks for a screen with one tool and
    nothing else. `tool_requested` asks to fill in a tool by its key, or to go on with answers by their id;
    `tool_opened` tells it to the page for it. `transcription_requested` asks the same for what stands on paper, with
    the id of the sheet. `hide_requested` asks to hide everything; `came_back` tells that it was
    hidden, so that nobody knows who is here. `new_requested` asks for the place where a new visit begins.
    `looking` is a thread beside the storage thread for what only reads; `safekeeping` outlives the pages.
    """

    visit_requested = Signal(str)
    visit_opened = Signal(str)
    person_requested = Signal(str)
    page_requested = Signal(str)
    paper_requested = Signal(str, str)
    paper_opened = Signal(str, str)
    told = Signal(str)
    visit_runs = Signal(bool)
    tool_requested = Signal(str, str)
    tool_opened = Signal(str, str)
    transcription_requested = Signal(str, str, str)
    transcription_opened = Signal(str, str, str)
    here_changed = Signal(object)
    only_us_said = Signal()
    together = Signal(bool)
    hide_requested = Signal()
    came_back = Signal()
    new_requested = Signal()

    looking: Background
    safekeeping: Safekeeping

    def __init__(self, workspace: Workspace, background: Background, look: Look, pin: Pin) -> None:
        super().__init__()
        self.workspace, self.background, self.look, self.pin = workspace, background, look, pin
        self.page_names: tuple[str, ...] = ()
        self.here: Here | None = None
        self.person = ""

    def tell_here(self, here: Here) -> None:
        """The open visit says who is there."""
        self.here = here
        self.visit_runs.emit(here.running is not None)
        self.here_changed.emit(here)
