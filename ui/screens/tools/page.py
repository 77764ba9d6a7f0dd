"""The Tools page: the list, choosing a person, one tool, a comparison; one of them at a time. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from msp_desktop.sheets.transcribing import as_on_paper
from ui.background import Background
from ui.screens.tools.browse_view import BrowseView
from ui.screens.tools.choose_view import ChooseView
from ui.screens.tools.compare_view import CompareView
from ui.screens.tools.fill_presenter import FillPresenter
from ui.screens.tools.fill_view import FillView
from ui.screens.tools.opened import OpenedTool


class ToolsPage(QStackedWidget):
    """`print_requested` tells a tool's key, and the id of its answers or nothing for an empty sheet.

    `whole_requested` asks for every question of it, in place of those of one sheet; `photo_chosen` tells a photo of the
    paper. `opened` tells that a tool stands on the page, `closed` that it was put away.
    """

    print_requested = Signal(str, str)
    hide_requested = Signal()
    whole_requested = Signal(str, str)
    photo_chosen = Signal(object)
    opened = Signal()
    closed = Signal()

    def __init__(self, background: Background, furnish: Callable[[FillView, OpenedTool], FillPresenter]) -> None:
        super().__init__()
        self.browse, self.choose = BrowseView(), ChooseView()
        self._background, self._furnish = background, furnish
        self.fill: FillView | None = None
        self.filling: FillPresenter | None = None
        self.comparing: CompareView | None = None
        for part in (self.browse, self.choose):
            self.addWidget(part)

    def show_browse(self) -> None:
        """The list of tools; the names of everybody are gone with their list."""
        self.choose.show_people(())
        self.setCurrentWidget(self.browse)

    def show_choose(self) -> None:
        """The list of people."""
        self.setCurrentWidget(self.choose)
        self.choose.list.setFocus()

    def show_tool(self, opened: OpenedTool, *, sheet: str = "") -> None:
        """One tool, with the cursor in its first question; with a sheet, as it stands on that paper."""
        filling = opened.filling
        who = self.tr("For {name}").format(name=opened.name)
        view = FillView(
            as_on_paper(filling.definition, sheet), who=who, offered=opened.offered,
            can_compare=bool(filling.last_time) and not sheet, follows_paper=bool(sheet),
        )  # fmt: skip
        self.fill, self.filling = view, self._furnish(view, opened)
        self.addWidget(view)
        self.filling.begin()
        view.close_requested.connect(self.close_tool)
        view.compare_requested.connect(self._compare)
        view.print_requested.connect(self._print)
        view.hide_requested.connect(self.hide_requested)
        view.whole_requested.connect(self._show_whole)
        view.photo_chosen.connect(self.photo_chosen)
        self.setCurrentWidget(view)
        self.choose.show_people(())
        self.opened.emit()
        if not filling.is_finished:
            view.form.focus_first()

    def close_tool(self) -> None:
        """Save, and show the list again."""
        if self.fill is None or self.filling is None:
            return
        self.filling.save()
        self._put_away(self.fill)
        self.fill = self.filling = None
        self.show_browse()
        self.closed.emit()

    def leave(self) -> None:
        """Save what is open."""
        if self.filling is not None:
            self.filling.save()

    def back(self) -> bool:
        """From a comparison to the tool, from a tool to the list, from the people to the list."""
        if self.comparing is not None:
            self._stop_comparing()
        elif self.fill is not None:
            self.close_tool()
        elif self.currentWidget() is self.choose:
            self.choose.back_requested.emit()
        else:
            return False
        return True

    @property
    def spot(self) -> str:
        """The id of the answers that are open, "" where there are none."""
        return self.filling.id if self.filling is not None else ""

    def _show_whole(self) -> None:
        if self.filling is not None:
            self.filling.save()
            self.filling.when_saved(self.whole_requested.emit)

    def _compare(self) -> None:
        if self.filling is None:
            return
        self.comparing = CompareView(
            self.filling.title, self.filling.differences(), self.filling.circles(), self.filling.over_time()
        )
        self.comparing.back_requested.connect(self._stop_comparing)
        self.addWidget(self.comparing)
        self.setCurrentWidget(self.comparing)
        self.comparing.back.setFocus()

    def _stop_comparing(self) -> None:
        if self.comparing is not None:
            self._put_away(self.comparing)
        self.comparing = None
        if self.fill is not None:
            self.setCurrentWidget(self.fill)

    def _print(self) -> None:
        if self.filling is not None:
            self.filling.save()
            self.filling.when_saved(self.print_requested.emit)

    def _put_away(self, view: QWidget) -> None:
        self.removeWidget(view)
        view.hide()
        # What its last save brings back still goes to it, so it goes after that.
        self._background.run(lambda: None, done=lambda _: view.deleteLater(), failed=lambda _: None)
