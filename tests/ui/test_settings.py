"""The settings page: what is chosen counts at once, the council's word stands, and the records are looked after."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.backup import backups
from msp_desktop import demo
from msp_desktop.errors import StorageTrouble
from msp_desktop.policy import Policy, read_policy
from msp_desktop.setting_kinds import DutyNumber
from msp_desktop.settings import TABLE, Settings, read_settings
from tests.ui.conftest import unlocked
from tests.ui.standing import window_on
from ui import theme
from ui.inside import Inside
from ui.look import Look
from ui.main_window import MainWindow
from ui.safekeeping import Safekeeping
from ui.screens.settings.read_only import ReadOnly
from ui.screens.settings.view import SettingsView
from ui.tokens import LIGHT
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField
from ui.widgets.number_field import NumberField
from ui.widgets.rows_field import RowsField


class Desk:
    """A window with settings of its own, and what a worker does on the page."""

    def __init__(self, qtbot: QtBot, window: MainWindow, folder: Path) -> None:
        self.qtbot, self.window, self._folder = qtbot, window, folder
        self.inside = unlocked(qtbot, window)

    @property
    def view(self) -> SettingsView:
        if self.inside.now != "settings":
            self.inside.go("settings")
        view = self.inside.screens["settings"].view
        assert isinstance(view, SettingsView)
        return view

    @property
    def kept(self) -> Settings:
        return read_settings(self._folder)

    @property
    def safekeeping(self) -> Safekeeping:
        return self.inside.shell.safekeeping

    def number(self, name: str, text: str) -> NumberField:
        """Type a number into a setting."""
        field = self.view.fields[name]
        assert isinstance(field, NumberField)
        field.edit.selectAll()
        QTest.keyClicks(field.edit, text)
        return field

    def words(self) -> str:
        return " ".join(each.text() for each in self.view.findChildren(QLabel) if each.isVisibleTo(self.view))

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.words(), timeout=20_000)


@pytest.fixture
def policy() -> Policy:
    return Policy()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, vault: Path, tmp_path: Path, policy: Policy) -> Iterator[Desk]:
    theme.apply(qapp, LIGHT)
    window = window_on(vault, look=Look(tmp_path / "settings", qapp, policy=policy))
    qtbot.addWidget(window)
    window.show()
    yield Desk(qtbot, window, tmp_path / "settings")
    window.close()
    theme.apply(qapp, LIGHT)


def test_every_setting_is_on_the_page_once(desk: Desk) -> None:
    words = [each.text() for each in desk.view.findChildren(QLabel)]
    for entry in TABLE.values():
        is_shown = entry.name != "export_folders"  # there are none while files may go anywhere
        assert words.count(entry.words) == int(is_shown), entry.name


def test_a_number_counts_at_once_and_is_kept(desk: Desk) -> None:
    desk.number("idle_minutes", "3")
    assert desk.window.outside.idle.limits == (3 * 60, 30 * 60)
    assert desk.kept.idle_minutes == 3


@pytest.mark.parametrize("text", ["9", "0", "600"])
def test_a_number_that_does_not_fit_changes_nothing_and_says_what_does(desk: Desk, text: str) -> None:
    field = desk.number("idle_minutes", text)
    assert "from 1 to 5" in field.error.text()
    assert desk.window.look.settings.idle_minutes == 5
    desk.number("idle_minutes", "4")
    assert field.error.text() == ""


def test_who_to_ring_is_kept_once_name_and_number_are_there(desk: Desk) -> None:
    field = desk.view.fields["duty_numbers"]
    assert isinstance(field, RowsField)
    name, number = (each.edit for each in field.add().fields.values() if isinstance(each, LineField))
    QTest.keyClicks(name, "Duty team")
    assert not desk.kept.duty_numbers
    QTest.keyClicks(number, "01632 960001")
    assert desk.kept.duty_numbers == (DutyNumber("Duty team", "01632 960001"),)
    assert field.error.text() == ""


def test_warnings_can_be_put_away(desk: Desk) -> None:
    field = desk.view.fields["warnings"]
    field.load(("disk",))
    field.changed.emit()
    assert desk.kept.warnings == ("disk",)


def test_a_disk_that_refuses_is_told_and_the_choice_counts_all_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StorageTrouble("There is no room left on this disk.")

    monkeypatch.setattr("ui.look.write_settings", refuse)
    desk.number("idle_minutes", "2")
    assert desk.window.outside.idle.limits[0] == 120
    assert "no room left" in desk.inside.notice.words.text()


class TestCouncil:
    """A council that has set something, and slipped once."""

    @pytest.fixture
    def policy(self) -> Policy:
        return read_policy({
            "idle_minutes": 2, "duty_numbers": ["Duty team: 01632 960001"], "visit_lock_minutes": "long",
            "export_to": "folders", "export_folders": ["/srv/council"],
        })  # fmt: skip

    def test_what_it_fixed_is_shown_and_cannot_be_changed(self, desk: Desk) -> None:
        field = desk.view.fields["idle_minutes"]
        assert not field.isEnabled() and field.value() == 2
        assert field.hint.startswith("Set by your council.")
        desk.window.look.choose("idle_minutes", 5)
        assert desk.window.outside.idle.limits[0] == 120
        assert desk.view.fields["quick_hide_minutes"].isEnabled()

    def test_numbers_and_folders_that_it_fixed_are_words(self, desk: Desk) -> None:
        read = " ".join(each.value.text() for each in desk.view.findChildren(ReadOnly))
        assert "Duty team: 01632 960001" in read and "/srv/council" in read

    def test_what_it_wrote_badly_is_told_and_counts_as_the_most_careful(self, desk: Desk) -> None:
        assert "visit_lock_minutes" in desk.view.told.words.text()
        assert "visit_lock_minutes" in desk.inside.notice.words.text()
        assert desk.window.outside.idle.limits[1] == 5 * 60

    def test_a_choice_elsewhere_keeps_the_workers_own_and_not_the_councils(self, desk: Desk) -> None:
        desk.number("quick_hide_minutes", "4")
        assert (desk.kept.quick_hide_minutes, desk.kept.idle_minutes) == (4, 5)


def test_a_backup_that_is_due_is_made_by_itself_and_shown(desk: Desk) -> None:
    desk.safekeeping.look()
    desk.wait_for("A backup was made at")
    assert len(backups(desk.inside.shell.workspace.folder / "backups")) == 1
    desk.wait_for("Last backup:")
    desk.safekeeping.look()
    desk.qtbot.waitUntil(lambda: not desk.safekeeping.doing)
    assert len(backups(desk.inside.shell.workspace.folder / "backups")) == 1


def test_typing_and_saving_do_not_wait_for_a_backup(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[None] = []

    def read_back(*_: object, stop: object) -> None:
        while not held:
            time.sleep(0.001)

    monkeypatch.setattr("db.copying.verify", read_back)
    desk.view.records.back_up.click()
    desk.wait_for("A backup is being made")
    people, saved = desk.inside.shell.workspace.people, list[object]()
    desk.inside.shell.background.run(lambda: people.new("Rita"), done=saved.append, failed=lambda _: None)
    desk.qtbot.waitUntil(lambda: bool(saved))
    assert desk.safekeeping.doing
    assert not desk.view.records.check.isEnabled(), "one thing at a time"
    held.append(None)
    desk.wait_for("A backup was made at")


def test_a_second_backup_of_a_day_says_that_it_took_the_place_of_the_first(desk: Desk) -> None:
    desk.view.records.back_up.click()
    desk.wait_for("A backup was made at")
    desk.view.records.back_up.click()
    desk.wait_for("took the place of an earlier one of today")


def test_a_backup_that_cannot_be_made_is_told_in_one_sentence(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise StorageTrouble("There is no room left on this disk.")

    monkeypatch.setattr("db.backup.make_backup", full)
    desk.safekeeping.begin(desk.inside.shell.workspace.safety, wanted=("backup",))
    desk.safekeeping.look()
    desk.qtbot.waitUntil(lambda: "backup could not be made" in desk.inside.notice.words.text())
    assert "What you record is saved all the same" in desk.inside.notice.words.text()
    desk.wait_for("There is no room left")


def test_checking_everything_says_what_was_found_and_when(desk: Desk) -> None:
    desk.view.records.check.click()
    desk.wait_for("Everything read back as it was saved")
    desk.wait_for("Last check:")


def test_another_place_asks_for_a_folder_and_the_passphrase(desk: Desk, tmp_path: Path) -> None:
    card = desk.view.records
    card.elsewhere.open()
    card.make.click()
    assert card.folder.error.text() and card.secret.error.text()
    card.folder.load(str(tmp_path))
    card.secret.load("not this one")
    card.make.click()
    desk.wait_for("This does not open the records")
    assert card.secret.value() == "", "no passphrase stays on the page"
    card.secret.load(demo.PASSPHRASE)
    card.make.click()
    desk.wait_for("A backup was made there at")
    assert len(backups(tmp_path)) == 1


def test_locking_does_not_wait_for_a_backup_and_leaves_nothing_half_made(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db.aside import Stop, go_on_unless

    def read_back(*_: object, stop: Stop) -> None:
        while True:
            go_on_unless(stop)
            time.sleep(0.001)

    monkeypatch.setattr("db.copying.verify", read_back)
    folder = desk.inside.shell.workspace.folder
    desk.view.records.back_up.click()
    with desk.qtbot.waitSignal(desk.window.locked):
        desk.window.lock()
    assert list((folder / "backups").iterdir()) == []


def test_the_page_is_made_anew_while_a_backup_goes_on_and_shows_its_end(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[None] = []

    def read_back(*_: object, stop: object) -> None:
        while not held:
            time.sleep(0.001)

    monkeypatch.setattr("db.copying.verify", read_back)
    desk.view.records.back_up.click()
    before, size = desk.inside, desk.view.fields["text_size"]
    assert isinstance(size, ChoiceField)
    with desk.qtbot.waitSignal(before.destroyed):
        size.buttons["150"].click()
    inside: Inside | None = desk.window.inside
    assert inside is not None
    desk.inside = inside
    desk.wait_for("A backup is being made")
    held.append(None)
    desk.wait_for("A backup was made at")


@pytest.mark.skipif(sys.platform != "linux", reason="asked of the system as Linux answers")
def test_the_thread_of_a_backup_stands_back_behind_all_others(desk: Desk) -> None:
    told: list[tuple[int, int]] = []

    def priorities() -> tuple[int, int]:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id()), os.getpriority(os.PRIO_PROCESS, os.getpid())

    desk.safekeeping._thread.run(priorities, done=told.append, failed=lambda _: None)
    desk.qtbot.waitUntil(lambda: bool(told))
    ((of_thread, of_window),) = told
    assert of_thread == min(of_window + 10, 19)
