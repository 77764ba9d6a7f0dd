"""One visit, from the door to the bundle: a new worker makes a vault, and the council reads what was written."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pyrage
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from db.argon2_cost import FLOOR
from msp_desktop.doorway import Doorway
from msp_desktop.sync.trial_keys import make_trial_keys
from tests.ui.paper.hands import RULER, open_sheet, save, ways
from tests.ui.test_create import STRONG, confirm, make, started
from tests.ui.tools.hands import close, fill_scaling, open_tool
from tests.ui.visit.conftest import Desk, opened_desk
from tests.ui.visit.test_after import answer, choose
from ui import theme
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.outbox.view import OutboxView
from ui.screens.paper.page import PaperPage
from ui.screens.today.view import TodayView
from ui.screens.tools.page import ToolsPage
from ui.tokens import LIGHT

SAID = "I want my card back."


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    theme.apply(qapp, LIGHT)
    window = started(qtbot, Doorway(tmp_path / "vaults", cost=FLOOR))
    yield window
    window.close()


def test_what_a_person_said_alone_reaches_the_council_and_nobody_else(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    make_trial_keys(tmp_path / "council", now=datetime.now(UTC))
    confirm(qtbot, window, make(qtbot, window))
    assert window.inside is not None
    desk = arrive(qtbot, window.inside)
    desk.only_us()
    desk.write(SAID)
    fill_in_a_ruler(qtbot, window.inside)
    finish_and_sign(desk)
    print_a_ruler(qtbot, window.inside, tmp_path / "T15 A.pdf")
    sealed = seal(qtbot, window.inside, tmp_path / "council", into=tmp_path / "stick")
    bodies = opened_by_the_council(sealed, tmp_path / "council" / "council.key")
    assert any(SAID in body for body in bodies)
    assert any("My money" in body for body in bodies)
    assert SAID.encode() not in b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())


def arrive(qtbot: QtBot, inside: Inside) -> Desk:
    qtbot.waitUntil(lambda: "today" in inside.screens)
    today = inside.screens["today"].view
    assert isinstance(today, TodayView)
    today.call_me.load("Margaret")
    today.start.click()
    return opened_desk(qtbot, inside)


def fill_in_a_ruler(qtbot: QtBot, inside: Inside) -> None:
    page = inside.go("tools").view
    assert isinstance(page, ToolsPage)
    view = open_tool(qtbot, page, "Scaling ruler")
    fill_scaling(view, 3)
    view.finish.click()
    qtbot.waitUntil(view.done.isVisible)
    close(qtbot, page)
    inside.go("visit")


def finish_and_sign(desk: Desk) -> None:
    after = desk.after()
    answer(after, seen="yes", alone="yes")
    answer(after, segment=desk.saved().body.segments[-1].id, could_hear="nobody", long_enough="yes")
    after.alone.confirm.click()
    choose(after.danger.form.fields["answer"], "no")
    after.going.finish.click()
    desk.qtbot.waitUntil(after.closing.sign.isVisible)
    after.closing.sign.click()
    desk.qtbot.waitUntil(after.closing.amend_fold.isVisible)


def print_a_ruler(qtbot: QtBot, inside: Inside, file: Path) -> None:
    page = inside.go("paper").view
    assert isinstance(page, PaperPage)
    qtbot.waitUntil(lambda: f"{RULER}: Blank" in ways(page))
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    view.going.buttons["file"].click()
    save(qtbot, view, file)
    qtbot.waitUntil(file.exists)
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 1


def seal(qtbot: QtBot, inside: Inside, council: Path, *, into: Path) -> Path:
    """Compare the six words, seal, and copy to a stick."""
    view = inside.go("outbox").view
    assert isinstance(view, OutboxView)
    view.enrol.file_chosen.emit(council / "council.json")
    qtbot.waitUntil(view.enrol.words.isVisible)
    view.enrol.secret.load(STRONG)
    view.enrol.same.click()
    qtbot.waitUntil(view.seal.isVisible)
    view.seal.click()
    qtbot.waitUntil(view.copy.isVisible)
    into.mkdir()
    view.copy.click()
    dialog = view.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(into))
    dialog.close()
    qtbot.waitUntil(lambda: "Copied: 1" in view.said.text())
    (sealed,) = into.glob("*.visit")
    return sealed


def opened_by_the_council(sealed: Path, key: Path) -> list[str]:
    """The text of every revision in a sealed visit."""
    identity = pyrage.x25519.Identity.from_str(key.read_text("utf-8").splitlines()[-1])
    with zipfile.ZipFile(sealed) as outer:
        inner = zipfile.ZipFile(io.BytesIO(pyrage.decrypt(outer.read("payload.age"), [identity])))
    name = next(each for each in inner.namelist() if each.endswith("data/revisions.ndjson"))
    return [json.dumps(json.loads(line)["body"]) for line in inner.read(name).splitlines()]
