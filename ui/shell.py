"""What screens may ask of the window and of each other, and the parts they are put together from. Decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from msp_desktop.workspace import Workspace
    from ui.background import Background
    from ui.look import Look


class Shell(QObject):
    """Only `ui/pages.py` takes parts out of the workspace; presenters get the part they need.

    `visit_requested` asks to open a visit by its id; `visit_opened` tells which one is open. `page_requested` asks
    for a page by name. `told` is a sentence for the notice. `visit_runs` tells whether a visit is going on, when
    other people must not come into sight.
    """

    visit_requested = Signal(str)
    visit_opened = Signal(str)
    page_requested = Signal(str)
    told = Signal(str)
    visit_runs = Signal(bool)

    def __init__(self, workspace: Workspace, background: Background, look: Look) -> None:
        super().__init__()
        self.workspace, self.background, self.look = workspace, background, look
        self.page_names: tuple[str, ...] = ()
