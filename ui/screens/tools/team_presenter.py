"""What the card with the team's tools does: reading how they stand, and taking a file in. Makes no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from msp_desktop.errors import Failure
from msp_desktop.tools.faults import Faulty
from msp_desktop.tools.library import Library, shipped
from msp_desktop.tools.taking_in import TakenIn, take_in
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.tools.team_card import Standing, TeamCard


class TeamPresenter(QObject):
    """`read` tells that the folder was read anew."""

    read = Signal()

    def __init__(self, card: TeamCard, tools: Library, *, background: Background) -> None:
        super().__init__(card)
        self._card, self._tools, self._background = card, tools, background
        card.file_chosen.connect(self.take)

    def refresh(self) -> None:
        """Read the folder: somebody may have put a file into it, or mended one."""
        self._background.run(self._standing, done=self._show, failed=self._failed)

    def take(self, file: Path) -> None:
        """Put a file into the team's folder; what is wrong with it is said."""
        self._card.show_busy(busy=True)
        self._background.run(lambda: self._take(file), done=self._done, failed=partial(self._refused, file))

    def _take(self, file: Path) -> TakenIn:
        return take_in(file, self._tools.team_folder, taken={tool.key for tool in shipped()})

    def _standing(self) -> Standing:
        self._tools.read_again()
        folder = self._tools.team_folder
        words = tr("{title}, version {version}")
        tools = tuple(words.format(title=tool.title, version=tool.version) for tool in self._tools.of_team)
        return Standing(tools, tuple(map(str, self._tools.faults)), _where(folder), is_allowed=folder is not None)

    def _show(self, standing: Standing) -> None:
        self._card.show_standing(standing)
        self.read.emit()

    def _done(self, taken: TakenIn) -> None:
        self._card.show_busy(busy=False)
        there = tr("“{title}”, version {version}, was there already, word for word. Nothing was changed.")
        now = tr("“{title}”, version {version}, is among your tools now.")
        words = (there if taken.was_there else now).format(title=taken.tool.title, version=taken.tool.version)
        heading, lines = _to_know(taken)
        self._card.show_taken(words, heading, lines)
        self.refresh()

    def _refused(self, file: Path, failure: Failure) -> None:
        self._card.show_busy(busy=False)
        if isinstance(failure, Faulty):
            words = tr("{file} was not taken in. Nothing was changed.").format(file=file.name)
            self._card.show_taken(words, tr("What is wrong with it"), tuple(map(str, failure.faults)), is_problem=True)
        else:
            self._failed(failure)

    def _failed(self, failure: Failure) -> None:
        self._card.show_taken(str(failure), "", (), is_problem=True)


def _to_know(taken: TakenIn) -> tuple[str, Sequence[str]]:
    notes = tuple(map(str, taken.not_understood))
    advice = tuple(map(str, taken.advice))
    if notes:
        where = tr("You can go on in this file: {file}").format(file=taken.file)
        return tr("What of the form was not understood"), (*notes, *advice, where)
    return tr("What could be better"), advice


def _where(folder: Path | None) -> str:
    if folder is None:
        return tr("Your council lets no tools of a team be used on this laptop.")
    if folder.is_dir():
        return tr("They lie in this folder: {folder}").format(folder=folder)
    return tr("They will lie in this folder, which is not there yet: {folder}").format(folder=folder)
