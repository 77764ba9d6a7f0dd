"""In the room: one press says who is here, a line is kept from its first letter, said alone stays alone."""

from __future__ import annotations

from datetime import timedelta
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.visit.conftest import Desk
from ui.screens.visit.top import HERE
from ui.widgets.line_field import LineField


def test_at_the_start_the_cursor_is_in_the_place_to_type_and_no_button_is_pressed(desk: Desk) -> None:
    desk.start()
    assert QApplication.focusWidget() is desk.view.here.lines.words
    assert not desk.view.top.us.isChecked()
    assert not desk.view.top.they.isChecked()
    assert desk.view.top.who.text() == "Who is here now?"


def test_while_the_visit_runs_no_other_people_clocks_or_warnings_are_on_the_screen(desk: Desk) -> None:
    assert desk.view.before.known.isVisible()
    desk.start()
    desk.view.go(0)
    assert not desk.view.before.known.isVisible()
    assert desk.inside.rail.pages[0].isHidden()


def test_one_key_says_that_somebody_came_in_and_one_that_only_we_are_here(desk: Desk) -> None:
    desk.start()
    QTest.keyClick(desk.view, Qt.Key.Key_F8)
    desk.qtbot.waitUntil(lambda: desk.view.top.they.isChecked())
    QTest.keyClick(desk.view, Qt.Key.Key_F7)
    desk.qtbot.waitUntil(lambda: "Only you" in desk.view.top.who.text())
    assert [each.company for each in desk.saved().body.segments] == ["unknown", "company", "only_us"]


def test_each_line_is_kept_with_its_kind_and_its_segment(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    desk.write("I want my card back.")
    desk.write("The fridge is empty.", "observed")
    visit = desk.saved().body
    assert [(each.kind, each.words) for each in visit.statements] == [
        ("said", "I want my card back."), ("observed", "The fridge is empty."),
    ]  # fmt: skip
    assert {each.segment for each in visit.statements} == {visit.segments[-1].id}


def test_enter_keeps_a_line_and_a_line_that_somebody_told_names_them(desk: Desk) -> None:
    desk.start()
    lines = desk.view.here.lines
    QTest.keyClick(lines.words, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert lines.speaker.isVisible()
    lines.speaker.edit.setText("Daniel")
    QTest.keyClicks(lines.words, "She forgets")
    QTest.keyClick(lines.words, Qt.Key.Key_Return)
    line = desk.saved().body.statements[0]
    assert (line.kind, line.words, line.speaker) == ("told", "She forgets", "Daniel")
    assert lines.words.toPlainText() == ""


def test_what_was_said_alone_leaves_the_screen_when_somebody_comes_in(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    desk.write("I am afraid of him.")
    desk.qtbot.waitUntil(lambda: desk.lines() == ["I am afraid of him."])
    desk.they_came_in()
    assert desk.lines() == []
    assert desk.view.here.lines.hidden.text() == "One line is left out while others may see the screen."
    desk.only_us()
    assert desk.lines() == ["I am afraid of him."]


def test_a_line_that_is_still_being_typed_is_saved_and_leaves_the_screen_too(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    desk.view.here.lines.words.setPlainText("He took my")
    desk.they_came_in()
    assert desk.view.here.lines.words.toPlainText() == ""
    assert desk.lines() == []
    visit = desk.saved().body
    assert (visit.statements[0].words, visit.statements[0].segment) == ("He took my", visit.segments[1].id)


def test_ten_minutes_after_the_last_word_on_it_nobody_knows_who_is_here(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    desk.write("I am afraid of him.")
    desk.qtbot.waitUntil(lambda: len(desk.lines()) == 1)
    store = desk.inside.shell.workspace.store
    usual = store.now
    store.now = lambda: usual() + timedelta(minutes=11)
    desk.presenter.show()
    assert desk.lines() == []
    assert not desk.view.top.us.isChecked()
    desk.view.top.us.click()
    assert desk.lines() == ["I am afraid of him."]
    assert len(desk.saved().body.segments) == 2


def test_press_and_hold_shows_what_is_left_out_and_the_record_says_so(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    desk.write("I am afraid of him.")
    desk.they_came_in()
    hold = desk.view.here.lines.hold
    QTest.mousePress(hold, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.lines() == ["I am afraid of him."])
    QTest.mouseRelease(hold, Qt.MouseButton.LeftButton)
    assert desk.lines() == []
    with desk.inside.shell.workspace.store.reading() as look:
        assert look.count("event", where={"what": "reveal"}) == 1


def test_somebody_who_was_named_comes_in_again_with_one_press(desk: Desk) -> None:
    desk.start()
    desk.they_came_in()
    desk.view.here.who.form.load({"name": "Daniel", "role": "son"})
    desk.view.here.who.keep.click()
    desk.qtbot.waitUntil(lambda: "Daniel (son)" in desk.view.top.who.text())
    desk.only_us()
    assert not desk.view.here.who.isVisible()
    desk.they_came_in()
    desk.view.here.who.known[0].click()
    desk.qtbot.waitUntil(lambda: "Daniel (son)" in desk.view.top.who.text())
    there = [each.present for each in desk.saved().body.segments if each.present]
    assert there[0][0].who == there[-1][0].who != ""


def test_a_line_is_changed_and_keeps_the_time_it_was_first_written(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    desk.write("He takes my card.")
    before = desk.saved().body.statements[0]
    lines = desk.view.here.lines
    lines.edit_requested.emit(before.id)
    words = lines.edit.fields["words"]
    words.load("He keeps my card.")
    words.changed.emit()
    lines.edit_done.emit()
    after = desk.saved().body.statements[0]
    assert (after.words, after.written_at, after.kind) == ("He keeps my card.", before.written_at, "said")
    desk.view.go(HERE)
    assert desk.lines() == ["He keeps my card."]


def test_a_line_that_a_step_saved_while_it_was_typed_is_there_once(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    words = desk.view.here.lines.words
    words.setPlainText("He took")
    desk.after().going.finish.click()
    words.setPlainText("He took my card")
    desk.view.here.lines.keep.click()
    assert [each.words for each in desk.saved().body.statements] == ["He took my card"]


def test_a_line_that_is_being_changed_leaves_the_screen_when_somebody_comes_in(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    desk.write("He takes my card.")
    lines = desk.view.here.lines
    lines.edit_requested.emit(desk.saved().body.statements[0].id)
    words = lines.edit.fields["words"]
    words.load("He keeps my card.")
    words.changed.emit()
    desk.they_came_in()
    assert not lines.editing.isVisible()
    assert [each.words for each in desk.saved().body.statements] == ["He keeps my card."]


def test_after_a_press_on_top_the_cursor_is_back_in_the_place_to_type(desk: Desk) -> None:
    desk.start()
    desk.view.top.us.setFocus()
    desk.only_us()
    assert QApplication.focusWidget() is desk.view.here.lines.words
    desk.they_came_in()
    name = desk.view.here.who.form.fields["name"]
    assert isinstance(name, LineField)
    QTest.keyClicks(name.edit, "Daniel")
    QTest.keyClick(name.edit, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: "Daniel" in desk.view.top.who.text())


def test_a_name_that_is_a_connections_is_known_from_visit_to_visit(desk: Desk) -> None:
    workspace = desk.inside.shell.workspace
    around = workspace.connections.of(desk.saved().body.person)
    assert around
    desk.start()
    desk.they_came_in()
    assert desk.view.here.who.known == []
    desk.view.here.who.form.load({"name": around[0].body.name.upper()})
    desk.view.here.who.keep.click()
    desk.qtbot.waitUntil(lambda: not desk.view.here.who.isVisible())
    assert desk.saved().body.segments[-1].present[0].who == around[0].id


def test_one_of_two_goes_out_and_the_other_stays(desk: Desk) -> None:
    desk.start()
    for name in ("Daniel", "Nell"):
        desk.view.top.they.click()
        desk.qtbot.waitUntil(lambda: desk.view.here.who.form.isVisible())
        desk.view.here.who.form.load({"name": name})
        desk.view.here.who.keep.click()
        desk.qtbot.waitUntil(lambda name=name: name in desk.view.top.who.text())  # type: ignore[misc]
    assert [each.text() for each in desk.view.here.who.present] == ["Daniel went out", "Nell went out"]
    desk.view.here.who.present[0].click()
    desk.qtbot.waitUntil(lambda: desk.view.top.who.text().endswith(": Nell."))
    assert not desk.view.here.who.isVisible()


def test_what_was_said_alone_is_gone_before_anything_is_saved(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    desk.write("I am afraid of him.")
    desk.qtbot.waitUntil(lambda: len(desk.lines()) == 1)
    disk = Event()
    desk.inside.shell.background.run(disk.wait, done=lambda _: None, failed=lambda _: None)
    desk.view.top.they.click()
    assert desk.lines() == []
    assert not desk.view.top.us.isChecked()
    disk.set()
    desk.qtbot.waitUntil(lambda: "Here too" in desk.view.top.who.text())
