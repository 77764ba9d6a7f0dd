"""Commands about paper: which sheets there are, and one of them as a PDF. A file counts as an export."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from db.disk import write_whole
from msp_desktop.commands.records import whole_id
from msp_desktop.errors import BadInput, StorageTrouble
from msp_desktop.export_targets import refuse_target
from msp_desktop.practice.leave_behind import Leave
from msp_desktop.sheets import visit_summary
from msp_desktop.sheets.content import Format
from msp_desktop.sheets.guard import Going, Question
from msp_desktop.sheets.preparing import Choices, Prepared, prepared, refuse_unless_allowed
from msp_desktop.sheets.printing import Order, Paper
from msp_desktop.sheets.rendering import rendered
from msp_desktop.tools.library import Library
from msp_desktop.tools.team import team_folder
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace


def every_tool() -> Library:
    """The tools that come with the program and those of the team."""
    return Library(team_folder())


def listed(tools: Library) -> Iterator[str]:
    """id, number, class of the blank sheet, title."""
    for definition, sheet in tools.sheets():
        title = sheet.title or definition.title
        leave = sheet.leave.blank if definition.is_ours else Leave.C
        yield "\t".join((definition.sheet_id(sheet), definition.number, leave, title))


def blank(tools: Library, wanted: argparse.Namespace) -> Iterator[str]:
    """Write one blank sheet; nothing of anybody is in it, so it needs no vault. Yields what to tell the worker.

    Raises BadInput where the guard still asks something or the file is there already.
    """
    if wanted.answers or wanted.visit or wanted.sheet == visit_summary.SHEET:
        raise BadInput(tr("A filled sheet comes from a vault. Name it with --vault. Nothing was printed."))
    _refuse_to_replace(wanted)
    definition, sheet = tools.sheet(wanted.sheet)
    ready = prepared(definition, sheet, _choices(wanted))
    refuse_unless_allowed(ready)
    made = rendered(ready.content, at=datetime.now(UTC))
    write_whole(wanted.file, made.pdf)
    yield from _titled(ready)
    yield from _replaced(made.replaced)


def from_vault(workspace: Workspace, wanted: argparse.Namespace) -> Iterator[str]:
    """Write one sheet from a vault, filled or blank, after it was written down there. Yields what to tell the worker.

    Raises BadInput where the guard refuses, still asks something, or the file is there already.
    """
    _refuse_to_replace(wanted)
    order = Order(
        sheet_id=wanted.sheet,
        choices=_choices(wanted),
        answers=whole_id(workspace.answers, wanted.answers) if wanted.answers else None,
        visit=whole_id(workspace.visits, wanted.visit) if wanted.visit else None,
        of_visit=bool(wanted.visit and not wanted.answers),
    )
    ready, paper = workspace.printer.prepare(order), workspace.printer.print(order)
    write_whole(wanted.file, paper.pdf)
    yield from _told(paper, ready)


def _choices(wanted: argparse.Namespace) -> Choices:
    return Choices(
        going=Going.FILE,
        format=Format(wanted.format),
        language=wanted.language,
        raised_to=Leave(wanted.handle_as) if wanted.handle_as else None,
        ticked=frozenset(wanted.tick),
        replies={Question.NEUTRAL_TITLE: wanted.neutral_title},
        variant=wanted.scale,
        reason=wanted.reason,
        with_last_time=wanted.with_last_time,
    )


def _refuse_to_replace(wanted: argparse.Namespace) -> None:
    refuse_target(wanted.file.absolute().parent)
    if not wanted.file.absolute().parent.is_dir():
        raise StorageTrouble(
            tr("The folder for the sheet is not there. Nothing was printed. Make it, or choose another.")
        )
    if wanted.file.is_dir():
        raise BadInput(tr("That is a folder. Name the file that the sheet goes into. Nothing was printed."))
    if wanted.file.exists() and not wanted.overwrite:
        raise BadInput(tr("There is a file of that name already, and it was left as it is. Choose another name."))


def _told(paper: Paper, ready: Prepared) -> Iterator[str]:
    yield from paper.warnings
    if ready.decision.left_out:
        names = ", ".join(sorted(ready.decision.left_out))
        yield tr("Left out because it was said alone: {names}. --tick NAME prints one of them.").format(names=names)
    yield from _titled(ready)
    yield from _replaced(paper.replaced)


def _titled(ready: Prepared) -> Iterator[str]:
    if ready.decision.has_neutral_title:
        yield tr("It is printed under a neutral title. --neutral-title no prints its own.")


def _replaced(characters: tuple[str, ...]) -> Iterator[str]:
    if characters:
        sentence = tr("Characters that no letter on this laptop can print were replaced: {count}. Look at the sheet.")
        yield sentence.format(count=len(characters))
