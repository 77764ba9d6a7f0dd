"""A record being written: what is typed while a save runs is not lost, and a refused save gives way to a newer one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from msp_desktop import demo
from msp_desktop.errors import BadInput
from msp_desktop.opening import open_vault
from msp_desktop.record.record import Record
from msp_desktop.record.visit import Visit
from msp_desktop.workspace import Workspace
from ui.background import Background
from ui.writing import Writing


@pytest.fixture
def workspace(qtbot: QtBot, vault: Path) -> Iterator[Workspace]:
    opened = open_vault(vault, demo.PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture
def writing(workspace: Workspace) -> Iterator[Writing[Visit]]:
    background = Background()
    planned = workspace.visits.list({"state": "planned"})[0]
    yield Writing(workspace.visits, planned, background)
    background.stop()


def purpose(writing: Writing[Visit], words: str) -> None:
    writing.change("purpose", lambda visit: replace(visit, purpose=words))


def refused(_: Record[Visit]) -> Record[Visit]:
    raise BadInput("No.")


def test_what_is_typed_while_a_save_runs_is_shown_and_saved_next(
    qtbot: QtBot, workspace: Workspace, writing: Writing[Visit]
) -> None:
    purpose(writing, "Bank card")
    writing.save()
    writing.change("where", lambda visit: replace(visit, where="Kitchen"))
    assert (writing.body.purpose, writing.body.where) == ("Bank card", "Kitchen")
    with qtbot.waitSignal(writing.saved):
        pass
    assert (writing.record.body.where, writing.body.where) == ("", "Kitchen")
    with qtbot.waitSignal(writing.saved):
        writing.save()
    saved = workspace.visits.get(writing.record.id).body
    assert (saved.purpose, saved.where) == ("Bank card", "Kitchen")


def test_a_refused_step_keeps_the_words_as_a_draft_and_for_the_next_save(
    qtbot: QtBot, workspace: Workspace, writing: Writing[Visit]
) -> None:
    purpose(writing, "Bank card")
    with qtbot.waitSignal(writing.failed):
        writing.step(refused)
    assert writing.body.purpose == "Bank card"
    assert [each.body.purpose for each in workspace.visits.drafts()] == ["Bank card"]
    with qtbot.waitSignal(writing.saved):
        writing.save()
    assert workspace.visits.get(writing.record.id).body.purpose == "Bank card"
    assert workspace.visits.drafts() == ()


def test_words_that_came_later_are_not_undone_by_a_step_that_was_refused_before(
    qtbot: QtBot, workspace: Workspace, writing: Writing[Visit]
) -> None:
    purpose(writing, "First")
    writing.step(refused)
    purpose(writing, "Second")
    with qtbot.waitSignal(writing.saved):
        writing.save()
    assert writing.body.purpose == "Second"
    assert workspace.visits.get(writing.record.id).body.purpose == "Second"


def test_what_was_taken_back_leaves_no_draft(qtbot: QtBot, workspace: Workspace, writing: Writing[Visit]) -> None:
    purpose(writing, "Bank card")
    with qtbot.waitSignal(writing.kept):
        writing.autosave.now()
    assert len(workspace.visits.drafts()) == 1
    writing.take_back("purpose")
    with qtbot.waitSignal(writing.kept):
        writing.autosave.now()
    assert workspace.visits.drafts() == ()


def test_a_page_that_went_while_its_words_are_being_kept_is_told_nothing(
    qtbot: QtBot, workspace: Workspace, writing: Writing[Visit]
) -> None:
    purpose(writing, "Bank card")
    writing.autosave.now()
    storage = writing.background
    delete(writing)
    answered: list[None] = []
    storage.run(lambda: None, done=answered.append, failed=lambda _: None)
    qtbot.waitUntil(lambda: bool(answered))
    assert [each.body.purpose for each in workspace.visits.drafts()] == ["Bank card"]


def adds(words: str) -> Callable[[Visit], Visit]:
    return lambda visit: replace(visit, purpose=f"{visit.purpose} {words}".strip())


def test_what_two_refused_steps_held_stays_in_the_order_in_which_it_was_typed(
    qtbot: QtBot, writing: Writing[Visit]
) -> None:
    failures: list[str] = []
    writing.failed.connect(failures.append)
    for words in ("first", "second"):
        writing.change(words, adds(words))
        writing.step(refused)
    qtbot.waitUntil(lambda: len(failures) == 2)
    assert writing.body.purpose.endswith("first second")


def test_what_was_tried_again_before_the_rest_was_refused_stays_before_it(
    qtbot: QtBot, writing: Writing[Visit]
) -> None:
    failures: list[str] = []

    def failed(sentence: str) -> None:
        failures.append(sentence)
        if len(failures) == 1:
            writing.step(refused)

    writing.failed.connect(failed)
    for words in ("first", "second"):
        writing.change(words, adds(words))
        writing.step(refused)
    qtbot.waitUntil(lambda: len(failures) == 3)
    assert writing.body.purpose.endswith("first second")
