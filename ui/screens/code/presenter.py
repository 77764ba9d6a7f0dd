"""What the screen with the recovery code does: let the vault be used when one group was typed from the paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msp_desktop.doorway import Entered, code_is_on_paper
from msp_desktop.errors import Failure
from msp_desktop.translation import tr
from ui.background import Background

if TYPE_CHECKING:
    from ui.screens.code.view import CodeView


class CodePresenter:
    """`asked` is the place of the group that is asked for; `confirmed` is called when it was typed rightly."""

    def __init__(
        self, view: CodeView, background: Background, *, entered: Entered, asked: int, confirmed: Callable[[], None]
    ) -> None:
        self._view, self._background, self._entered = view, background, entered
        self._asked, self._confirmed = asked, confirmed

    def check(self, retyped: str) -> None:
        """Go on, or say what to do."""
        if not self._entered.is_copied(retyped, group=self._asked):
            sentence = tr("This is not group {n} of your code. Look at your paper again, or show the code again.")
            self._view.show_problem(sentence.format(n=self._asked + 1))
            return
        self._view.show_busy(busy=True)
        workspace = self._entered.workspace
        self._background.run(lambda: code_is_on_paper(workspace), done=lambda _: self._confirmed(), failed=self._failed)

    def _failed(self, failure: Failure) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(str(failure))
