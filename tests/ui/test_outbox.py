"""The page about the council: what waits, sealing it, copying it, and the one green line."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from db import outbox as kept
from msp_desktop import demo
from msp_desktop.sync.trial_keys import make_trial_keys
from msp_desktop.workspace import Workspace
from ui.inside import Inside
from ui.screens.outbox.view import Lines, OutboxView


@pytest.fixture
def view(inside: Inside) -> OutboxView:
    view = inside.go("outbox").view
    assert isinstance(view, OutboxView)
    return view


def lines(part: Lines) -> list[str]:
    return [each.text() for each in part.findChildren(QLabel) if not each.isHidden() and each.isVisible()]


def sign_one_more(workspace: Workspace) -> None:
    planned = workspace.visits.list({"state": "planned"})[0]
    begun = workspace.visits.finish(workspace.visits.only_us(workspace.visits.start(planned)))
    workspace.visits.sign(begun, workspace.sign)


def test_what_is_signed_waits_is_sealed_and_waits_to_be_sent(qtbot: QtBot, inside: Inside, view: OutboxView) -> None:
    sealed = len(inside.shell.workspace.outbox.parcels())
    sign_one_more(inside.shell.workspace)
    inside.screens["outbox"].enter()
    qtbot.waitUntil(lambda: any("Margaret" in line for line in lines(view.waiting)))
    view.seal.click()
    qtbot.waitUntil(lambda: "Nothing waits to be sealed" in " ".join(lines(view.waiting)))
    assert lines(view.sealed).count("Waiting to send") == sealed + 1
    assert "Sealed at" in view.said.text()


def test_the_sealed_bytes_are_copied_to_the_folder_that_was_chosen(
    qtbot: QtBot, inside: Inside, view: OutboxView, tmp_path: Path
) -> None:
    qtbot.waitUntil(view.copy.isVisible)
    target = tmp_path / "stick"
    target.mkdir()
    view.copy.click()
    dialog = view.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(lambda: "Copied: 1 sealed files" in view.said.text())
    (parcel,) = inside.shell.workspace.outbox.parcels()
    assert (target / parcel.path.name).read_bytes() == parcel.path.read_bytes()


def test_only_what_the_council_received_is_marked_and_never_by_colour_alone(
    qtbot: QtBot, inside: Inside, view: OutboxView
) -> None:
    qtbot.waitUntil(lambda: "Waiting to send" in lines(view.sealed))
    store = inside.shell.workspace.store
    with store.work() as work:
        (bundle,) = kept.bundles(work)
        kept.mark(work, bundle, kept.RECEIVED, at="2026-10-20T09:00:00.000Z")
        work.commit()
    inside.screens["outbox"].enter()
    words = "\N{HEAVY CHECK MARK} The council received it on 20 Oct 2026"
    qtbot.waitUntil(lambda: words in lines(view.sealed))
    marked = [each.text() for each in view.findChildren(QLabel) if each.property("kind") == "received"]
    assert marked == [words]
    assert not view.copy.isVisible()


@pytest.fixture
def alone(qtbot: QtBot, inside: Inside, view: OutboxView) -> OutboxView:
    """The page with a signed visit and no council."""
    with inside.shell.workspace.store.work() as work:
        work.run("DELETE FROM meta WHERE key = 'council'")
        work.commit()
    sign_one_more(inside.shell.workspace)
    inside.screens["outbox"].enter()
    qtbot.waitUntil(lambda: "does not know your council yet" in view.told.words.text())
    return view


@pytest.fixture
def council(tmp_path: Path) -> Path:
    make_trial_keys(tmp_path / "council", now=datetime.now(UTC))
    return tmp_path / "council" / "council.json"


def test_without_a_council_nothing_can_be_sealed(alone: OutboxView) -> None:
    assert not alone.seal.isVisible()


def test_a_council_is_joined_by_its_six_words_and_the_passphrase(
    qtbot: QtBot, alone: OutboxView, council: Path
) -> None:
    alone.enrol.file_chosen.emit(council)
    qtbot.waitUntil(alone.enrol.words.isVisible)
    assert len(alone.enrol.words.text().split()) == 6
    alone.enrol.secret.load("not this one")
    alone.enrol.same.click()
    qtbot.waitUntil(lambda: "does not open" in alone.enrol.secret.error.text())
    alone.enrol.secret.load(demo.PASSPHRASE)
    alone.enrol.same.click()
    qtbot.waitUntil(alone.seal.isVisible)
    assert "can now be opened by" in alone.enrol.said.text()
    assert alone.enrol.secret.value() == ""


def test_words_that_differ_change_nothing(qtbot: QtBot, inside: Inside, alone: OutboxView, council: Path) -> None:
    alone.enrol.file_chosen.emit(council)
    qtbot.waitUntil(alone.enrol.words.isVisible)
    alone.enrol.differ.click()
    assert "Do not use this file" in alone.enrol.said.text()
    assert inside.shell.workspace.enrolment.current() is None


def test_another_file_in_the_place_of_the_one_that_was_compared_is_refused(
    qtbot: QtBot, inside: Inside, alone: OutboxView, council: Path
) -> None:
    alone.enrol.file_chosen.emit(council)
    qtbot.waitUntil(alone.enrol.words.isVisible)
    shutil.rmtree(council.parent)
    make_trial_keys(council.parent, now=datetime.now(UTC))
    alone.enrol.secret.load(demo.PASSPHRASE)
    alone.enrol.same.click()
    qtbot.waitUntil(lambda: "six words were not confirmed" in alone.enrol.said.text())
    assert inside.shell.workspace.enrolment.current() is None


def test_a_sealed_file_that_was_changed_is_told_and_not_copied(
    qtbot: QtBot, inside: Inside, view: OutboxView, tmp_path: Path
) -> None:
    (parcel,) = inside.shell.workspace.outbox.parcels()
    parcel.path.write_bytes(b"something else")
    view.copy_requested.emit(tmp_path / "stick")
    qtbot.waitUntil(lambda: "missing from the outbox or was changed" in view.said.text())
    assert not list((tmp_path / "stick").glob("*.visit"))


def test_a_receipt_that_is_none_is_told(qtbot: QtBot, inside: Inside, view: OutboxView) -> None:
    folder = inside.shell.workspace.receipts.folder
    folder.mkdir(exist_ok=True)
    for name in ("1.receipt", "1.receipt.sig"):
        (folder / name).write_text("{}")
    inside.screens["outbox"].enter()
    qtbot.waitUntil(lambda: "came with the receipts" in inside.notice.words.text())
