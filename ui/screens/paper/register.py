"""What the register on the Print page does: reads it when it is opened, and leaves it out while others may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from msp_desktop.errors import Failure
from msp_desktop.record.times import LOCAL, local, shown_day
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.offering import LEAVE
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.tools.seeing import Seeing

if TYPE_CHECKING:
    from collections.abc import Callable

    from msp_desktop.record.people import People
    from msp_desktop.sheets.register import Print, Register
    from ui.screens.paper.register_view import RegisterView

LATEST = 50
WENT = {
    Going.WITH_ME: tr("to take in"), Going.STAYS: tr("to stay there"), Going.POST: tr("by post"),
    Going.FILE: tr("into a file"),
}  # fmt: skip
Line = tuple[str, str]


class RegisterPresenter(QObject):
    """With a visit open it is of that person alone; without one, the latest of everybody."""

    def __init__(
        self, view: RegisterView, register: Register, people: People, *, background: Background, seeing: Seeing,
        tell: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._view, self._register, self._people = view, register, people
        self._background, self._seeing, self._tell = background, seeing, tell
        view.opened.connect(self.read)
        seeing.changed.connect(self.read)

    def read(self) -> None:
        """Show what stands there now, as far as it may be seen."""
        here, now = self._seeing.here, self._seeing.now()
        if not self._view.is_open:
            return
        if here is not None and (now is None or now.company != "only_us"):
            self._view.show_lines((), told=tr("This is left out while somebody else may see the screen."))
            return
        self._background.run(lambda: self._lines(of=here.person if here else None), done=self._show, failed=self._fail)

    def _lines(self, *, of: str | None) -> list[Line]:
        from msp_desktop.record.ids import RecordId

        found = self._register.latest(limit=LATEST) if of is None else self._register.of(RecordId(of))[:LATEST]
        ids = sorted({each.person for each in found if each.person})
        people = self._people.list({"id": ids})
        names = {
            each.id: tr("A restricted record") if each.body.is_restricted else each.body.call_me for each in people
        }
        return [in_words(each, names.get(each.person) if each.person and of is None else None) for each in found]

    def _show(self, lines: list[Line]) -> None:
        self._view.show_lines(lines, told="" if lines else tr("Nothing was printed yet. Every print stands here."))

    def _fail(self, failure: Failure) -> None:
        self._tell(str(failure))


def in_words(each: Print, name: str | None) -> Line:
    """One print in two lines: what and how many, then when, where it went and how it may be left."""
    what = tr("{title}, {copies} copies") if each.copies != 1 else tr("{title}, one copy")
    if not each.copies:
        what = tr("{title}: no paper came")
    at = local(each.at, LOCAL)
    parts = [
        tr("{day} at {time}, {went}").format(
            day=shown_day(at.date().isoformat()), time=at.strftime("%H:%M"), went=WENT[each.going]
        ),
        tr("for {name}").format(name=name) if name else "",
        LEAVE[each.leave] if each.leave else "",
    ]
    return what.format(title=each.title, copies=each.copies), "; ".join(filter(None, parts)) + "."
