"""What the step Together does: reads which tools are at hand and what was begun, each time it is shown. No widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msp_desktop.errors import Failure
from msp_desktop.tools.browsing import at_hand, by_heading
from msp_desktop.translation import tr
from ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from msp_desktop.record.answers import AnswersShelf
    from msp_desktop.record.ids import RecordId
    from msp_desktop.tools.library import Library
    from ui.screens.visit.together_view import TogetherView

Offers = tuple[tuple[str, str], ...]


class Together:
    """The tools of one open visit."""

    def __init__(
        self, view: TogetherView, tools: Library, answers: AnswersShelf, background: Background, *, person: RecordId,
        failed: Callable[[Failure], None],
    ) -> None:  # fmt: skip
        self._view, self._tools, self._answers, self._person = view, tools, answers, person
        self._background, self._failed = background, failed

    def show(self) -> None:
        """Read and show them."""
        self._background.run(self._read, done=lambda both: self._view.show_tools(both[0], begun=both[1]),
                             failed=self._failed)  # fmt: skip

    def _read(self) -> tuple[dict[str, Offers], Offers]:
        tools = at_hand(self._tools.all())
        titles = {each.key: each.title for each in tools}
        under = {title: tuple((each.key, each.title) for each in found) for title, found in by_heading(tools).items()}
        begun = [each for each in self._answers.of(self._person) if each.body.state == "draft"]
        words = tr("Go on: {tool}")
        return (
            under,
            tuple((each.id, words.format(tool=titles[each.body.tool])) for each in begun if each.body.tool in titles),
        )
