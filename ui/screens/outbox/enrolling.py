"""What the card about the council does: read its file, and seal for it once the words and the passphrase are right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop.errors import Failure, WrongSecret
from msp_desktop.translation import tr
from ui.background import Background

if TYPE_CHECKING:
    from msp_desktop.sync.council import Council
    from msp_desktop.sync.enrolment import Enrolment
    from ui.screens.outbox.enrol_card import EnrolCard

Enrol = Callable[[Path, str, str], str]
"""Seals for the council in a file from now on: (file, its six words, passphrase) to what there is to say."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says of itself; `is_known` where these records know its root key already."""

    file: Path
    council: Council
    is_known: bool


class EnrolPresenter:
    """`enrolled` is called when these records are joined to a council."""

    def __init__(
        self, card: EnrolCard, background: Background, *, enrolment: Enrolment, enrol: Enrol,
        enrolled: Callable[[], None],
    ) -> None:  # fmt: skip
        self._card, self._background, self._enrolment, self._enrol = card, background, enrolment, enrol
        self._enrolled = enrolled
        self._found: Found | None = None

    def read(self, file: Path) -> None:
        """Look at a file, and ask whether it is the council's."""
        self._card.show_busy(busy=True)
        self._background.run(lambda: self._look(file), done=self._ask, failed=self._refuse)

    def agree(self, passphrase: str) -> None:
        """The words were the same: seal for this council, if the passphrase is right."""
        found = self._found
        if found is not None:
            self._card.show_busy(busy=True)
            self._background.run(
                lambda: self._enrol(found.file, found.council.spoken, passphrase), done=self._done, failed=self._failed
            )

    def differ(self) -> None:
        """The words were not the same."""
        self._found = None
        self._card.ask_nothing()
        self._card.show_told(
            tr("Nothing was changed. Do not use this file. Tell your IT team that the six words differ."), "error"
        )

    def _look(self, file: Path) -> Found:
        from msp_desktop.sync.council import files, read

        council, known = read(*files(file)), self._enrolment.current()
        return Found(file, council, is_known=known is not None and known.root == council.root)

    def _ask(self, found: Found) -> None:
        self._found = found
        self._card.show_busy(busy=False)
        name = tr("This file says that it is from {council}.").format(council=found.council.council)
        self._card.ask(name, "" if found.is_known else found.council.spoken)

    def _done(self, sentence: str) -> None:
        self._found = None
        self._card.show_busy(busy=False)
        self._card.ask_nothing()
        self._card.show_told(sentence)
        self._enrolled()

    def _failed(self, failure: Failure) -> None:
        if isinstance(failure, WrongSecret):
            self._card.show_busy(busy=False)
            self._card.show_wrong_passphrase(str(failure))
        else:
            self._refuse(failure)

    def _refuse(self, failure: Failure) -> None:
        self._found = None
        self._card.show_busy(busy=False)
        self._card.ask_nothing()
        self._card.show_told(str(failure), "error")
