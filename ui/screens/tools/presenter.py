"""What the Tools page does: for whom, which tools, what was begun, and opening one. Makes no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from msp_desktop.errors import Failure
from msp_desktop.images.picture import picture_in
from msp_desktop.record.ids import RecordId
from msp_desktop.record.times import shown_day
from msp_desktop.tools.browsing import by_heading, happening_now
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.faults import Fault
from msp_desktop.tools.filling import Filling, begun, gone_on
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.tools.browse_view import Begun, Offer
from ui.screens.tools.opened import OpenedTool, opened
from ui.screens.tools.seeing import Seeing

if TYPE_CHECKING:
    from msp_desktop.workspace import Workspace
    from ui.screens.tools.page import ToolsPage


@dataclass(frozen=True, slots=True)
class Somebody:
    """Whom a tool is for, and in which visit."""

    person: RecordId
    name: str
    visit: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the page shows: the tools, what was begun of each, and what is wrong with the team's own."""

    tools: tuple[Definition, ...]
    begun: dict[str, tuple[Begun, ...]]
    faults: tuple[Fault, ...]


class ToolsPresenter(QObject):
    """Leads from the list to one tool and back. `tell` takes a sentence for the window."""

    def __init__(
        self, page: ToolsPage, parts: Workspace, *, background: Background, seeing: Seeing,
        tell: Callable[[str], None], show_visit: Callable[[], None], together: Callable[[bool], None],
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._page, self._parts, self._background, self._seeing = page, parts, background, seeing
        self._tell, self._show_visit, self._together = tell, show_visit, together
        self._chosen: Somebody | None = None
        self._wanted, self._happening, self._leads_back = "", "", False
        self._people: list[Somebody] = []
        self._shelf = Shelf((), {}, ())

    @property
    def somebody(self) -> Somebody | None:
        """The person of the visit that is going on, who was chosen, or the person of the visit that is open."""
        here = self._seeing.here
        in_visit = Somebody(here.person, here.name, here.visit) if here else None
        return in_visit if self._seeing.is_in_visit else self._chosen or in_visit

    def enter(self) -> None:
        """The page is shown."""
        self.refresh()
        self.clear_screen()

    def forget(self) -> None:
        """A visit is opened: tools are for its person now."""
        self._chosen = None

    def clear_screen(self) -> None:
        """While a visit goes on, a tool stands alone on the screen."""
        is_alone = self._page.fill is not None and self._seeing.is_in_visit
        self._together(is_alone)
        if self._page.fill is not None:
            self._page.fill.show_together(is_alone=is_alone)

    def closed(self) -> None:
        """A tool was put away."""
        self.clear_screen()
        self.refresh()
        leads_back, self._leads_back = self._leads_back, False
        if leads_back:
            self._show_visit()

    def refresh(self) -> None:
        """Read the tools and what was begun of them."""
        who = self.somebody
        self._background.run(lambda: self._read(who), done=self._show, failed=self._failed)

    def narrow(self, happening: str) -> None:
        """Only the tools for what is happening; all of them for nothing."""
        self._happening = happening
        self._show(self._shelf)

    def choose(self) -> None:
        """Ask whom it is for."""
        self._background.run(self._everybody, done=self._ask_who, failed=self._failed)

    def chosen(self, place: int) -> None:
        """Somebody was chosen; the tool that was wanted opens."""
        self._chosen, wanted, self._wanted = self._people[place], self._wanted, ""
        self.back()
        if wanted:
            self.fill(wanted)

    def back(self) -> None:
        """Show the list again."""
        self._page.show_browse()
        self.refresh()

    def fill(self, key: str) -> None:
        """Open a tool to fill in; first ask for whom, where nobody is chosen."""
        who = self.somebody
        if who is None:
            self._wanted = key
            self.choose()
            return
        tool = self._parts.tools.tool(key)
        if tool.kept_as == "private_contact":
            self._open_private_contact(who)
            return
        self._open(lambda: begun(self._parts.answers, tool, person=who.person, visit=who.visit))

    def open(self, tool: str, answers: str) -> None:
        """The visit asks for a tool: with answers that were begun, or new. It leads back there."""
        self._page.close_tool()
        self._leads_back = True
        if answers:
            self.go_on(answers)
        else:
            self.fill(tool)

    def transcribe(self, tool: str, answers: str, sheet: str) -> None:
        """Type in what stands on the paper of one sheet: into its answers, into what was begun for it, or anew."""
        self._page.close_tool()
        who = self.somebody
        if who is not None:
            self._open(lambda: self._on_paper(who, tool, answers), sheet=sheet)

    def show_whole(self, tool: str, id: str) -> None:
        """Every question of a tool that was open as it stands on paper."""
        self._page.close_tool()
        if id:
            self.go_on(id)
        else:
            self.fill(tool)

    def keep_photo(self, file: Path) -> None:
        """Keep a photo or scan of the paper with the visit, sealed like everything; what is wrong with it is said."""
        fill, here = self._page.fill, self._seeing.here
        if fill is None or here is None:
            return
        caption = tr("Paper: {title}").format(title=fill.definition.title)
        self._background.run(
            lambda: self._parts.attachments.add_to_visit(here.visit, picture_in(file), caption=caption),
            done=lambda _: fill.show_saved(tr("The picture of the paper is kept with this visit.")),
            failed=lambda failure: fill.show_problem(str(failure)),
        )

    def _on_paper(self, who: Somebody, tool: str, answers: str) -> Filling:
        if answers:
            return gone_on(self._parts.answers, RecordId(answers))
        begun_here = (
            each.id for each in reversed(self._parts.answers.of(who.person, tool=tool))
            if each.body.visit == who.visit and each.body.state == "draft"
        )  # fmt: skip
        found = next(begun_here, None)
        if found is not None:
            return gone_on(self._parts.answers, found)
        return begun(self._parts.answers, self._parts.tools.tool(tool), person=who.person, visit=who.visit)

    def go_on(self, id: str) -> None:
        """Open what was begun."""
        self._open(lambda: gone_on(self._parts.answers, RecordId(id)))

    def _open_private_contact(self, who: Somebody) -> None:
        if who.visit is None:
            self._tell(tr("Time alone is recorded in a visit. Open the visit, and choose After."))
        else:
            self._show_visit()

    def _open(self, start: Callable[[], Filling], *, sheet: str = "") -> None:
        parts = self._parts

        def read() -> OpenedTool:
            return opened(start(), people=parts.people, connections=parts.connections, visits=parts.visits)

        self._background.run(read, done=lambda found: self._page.show_tool(found, sheet=sheet), failed=self._failed)

    def _read(self, who: Somebody | None) -> Shelf:
        tools = self._parts.tools
        found: dict[str, tuple[Begun, ...]] = {}
        for record in self._parts.answers.of(who.person) if who else ():
            at = shown_day((record.body.started_at or record.at)[:10])
            words = tr("Go on: begun on {day}") if record.body.state == "draft" else tr("Look at it: finished, {day}")
            line = Begun(record.id, words.format(day=at))
            found[record.body.tool] = (*found.get(record.body.tool, ()), line)
        return Shelf(tools.all(), found, tools.faults)

    def _show(self, shelf: Shelf) -> None:
        self._shelf, view = shelf, self._page.browse
        who = self.somebody
        words = tr("For {name}").format(name=who.name) if who else ""
        view.show_who(words, may_choose=not self._seeing.is_in_visit)
        view.show_faults(
            tr("Some files of your team's tools need a look. They stand under “Tools of your team”.")
            if shelf.faults else ""
        )  # fmt: skip
        under = by_heading(shelf.tools, happening=self._happening)
        headings = {title: [self._offer(tool) for tool in tools] for title, tools in under.items()}
        view.show_tools(headings, happening_now(shelf.tools))

    def _offer(self, tool: Definition) -> Offer:
        alone = tr("For you alone. Not to fill in together.") if tool.part == "worker_only" else ""
        of_team = "" if tool.is_ours else tr("A tool of your team. On paper it is class C: it stays with you.")
        mark = " ".join(filter(None, (alone, of_team)))
        return Offer(tool.key, tool.title, tool.purpose, mark, self._shelf.begun.get(tool.key, ()))

    def _everybody(self) -> list[Somebody]:
        return [Somebody(each.id, each.body.call_me) for each in self._parts.people.list()]

    def _ask_who(self, people: list[Somebody]) -> None:
        self._people = people
        self._page.choose.show_people([each.name for each in people])
        self._page.show_choose()

    def _failed(self, failure: Failure) -> None:
        self._tell(str(failure))
