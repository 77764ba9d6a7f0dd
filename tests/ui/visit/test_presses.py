"""What a worker has to press and answer, counted: at the door, when nobody answers, and in the car afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.settings import Settings
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order
from tests.ui.visit.conftest import Desk, opened_desk
from ui.inside import Inside
from ui.screens.today.view import TodayView
from ui.screens.visit.danger_card import DangerCard
from ui.screens.visit.paper_card import BACK, PaperCard, PaperRow
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field import Field
from ui.widgets.line_field import LineField
from ui.widgets.rows_field import RowsField
from ui.widgets.words_field import WordsField


@dataclass
class Hands:
    """Waits for what is to be seen, presses it, types where the cursor is, and counts both."""

    qtbot: QtBot
    presses: int = 0
    questions: list[str] = field(default_factory=list)

    def press(self, button: QAbstractButton | None) -> None:
        assert button is not None
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
        button.click()
        self.presses += 1

    def answer(self, asked: Field, code: str) -> None:
        assert isinstance(asked, ChoiceField)
        self.questions.append(asked.question)
        self.press(asked.buttons[code])

    def write(self, asked: Field, words: str) -> None:
        assert isinstance(asked, WordsField | LineField)
        self.qtbot.waitUntil(asked.isVisible)
        self.questions.append(asked.question)
        asked.focus()
        type_in(words)


def type_in(words: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    QTest.keyClicks(focused, words)


def from_today(qtbot: QtBot, inside: Inside, today: TodayView, hands: Hands) -> Desk:
    (planned,) = inside.shell.workspace.visits.list({"state": "planned"})
    hands.press(today.way(f"visit {planned.id}"))
    return opened_desk(qtbot, inside)


def test_from_the_door_to_the_first_line_it_takes_start_who_and_typing(
    qtbot: QtBot, inside: Inside, today: TodayView
) -> None:
    desk, hands = from_today(qtbot, inside, today, Hands(qtbot)), Hands(qtbot)
    hands.press(desk.view.top.start)
    qtbot.waitUntil(desk.view.here.lines.isVisible)
    hands.press(desk.view.top.us)
    qtbot.waitUntil(lambda: "Only you" in desk.view.top.who.text())
    type_in("I want my card back.")
    QTest.keyClick(desk.view.here.lines.words, Qt.Key.Key_Return)
    assert [each.words for each in desk.saved().body.statements] == ["I want my card back."]
    assert hands.presses == 2


def test_that_somebody_came_in_is_one_press_and_typing_goes_on(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    hands = Hands(desk.qtbot)
    hands.press(desk.view.top.they)
    type_in("They talk about the dog.")
    assert desk.saved().body.segments[-1].company == "company"
    assert desk.view.here.lines.words.toPlainText() == "They talk about the dog."
    assert hands.presses == 1


def test_no_reply_is_recorded_with_four_presses_from_today_and_signed_with_five(
    qtbot: QtBot, inside: Inside, today: TodayView
) -> None:
    hands = Hands(qtbot)
    desk = from_today(qtbot, inside, today, hands)
    hands.press(desk.view.top.not_made)
    card = desk.view.before.not_made
    hands.answer(card.form.fields["reason"], "NOREPLY")
    hands.press(card.record)
    contact = desk.saved().body.private_contact
    assert contact is not None and contact.result == "not_seen_no_reply"
    assert (hands.presses, len(hands.questions)) == (4, 1)
    qtbot.waitUntil(lambda: desk.view.after is not None and desk.view.after.closing.sign.isVisible())
    assert desk.view.after is not None
    assert "still to be said" in desk.view.after.left_out.text()
    hands.press(desk.view.after.closing.sign)
    assert desk.saved().body.signature is not None
    assert hands.presses == 5


def test_a_reason_that_is_known_beforehand_needs_one_press_more(desk: Desk) -> None:
    hands, card = Hands(desk.qtbot), desk.view.before.not_made
    hands.press(desk.view.top.not_made)
    hands.press(card.record)
    assert "Say why the visit was not made." in card.form.fields["reason"].error.text()
    hands.answer(card.form.fields["reason"], "another")
    hands.answer(card.form.fields["other"], "HOSPITAL")
    hands.press(card.record)
    not_made = desk.saved().body.not_made
    assert not_made is not None and not_made.reason == "HOSPITAL"


def an_ordinary_visit(desk: Desk) -> None:
    """Somebody was there, then only the two; one sheet was printed to take in."""
    workspace, visit = desk.inside.shell.workspace, desk.saved()
    choices = Choices(going=Going.WITH_ME)
    workspace.printer.print(
        Order(sheet_id="scaling.ruler", choices=choices, person=visit.body.person, visit=visit.id)
    )  # fmt: skip
    desk.start()
    desk.they_came_in()
    desk.only_us()
    desk.write("I want my card back.")


def the_sheet(desk: Desk, paper: PaperCard) -> PaperRow:
    """The one that was printed, once the window has been told of it."""
    rows = paper.form.fields["paper"]
    assert isinstance(rows, RowsField)
    desk.qtbot.waitUntil(lambda: bool(rows.forms))
    (sheet,) = rows.forms
    assert isinstance(sheet, PaperRow)
    return sheet


def test_an_ordinary_visit_is_finished_with_eight_questions_and_ends_on_its_note(desk: Desk) -> None:
    an_ordinary_visit(desk)
    hands = Hands(desk.qtbot)
    hands.press(next(each for each in desk.view.top.findChildren(QAbstractButton) if each.text() == "After"))
    after = desk.view.build_after()
    hands.press(after.going.finish)
    desk.qtbot.waitUntil(after.closing.sign.isVisible)
    for name, code in (("seen", "yes"), ("alone", "yes"), ("could_hear", "nobody"), ("long_enough", "yes")):
        hands.answer(after.alone.four.fields[name], code)
    hands.press(after.alone.confirm)
    hands.write(after.wants.form.fields["words"], "My card in my own purse")
    hands.press(after.wants.add)
    hands.write(after.agreed.form.fields["what"], "Ring the bank")
    hands.press(after.agreed.add)
    hands.answer(after.danger.form.fields["answer"], "no")
    hands.answer(the_sheet(desk, after.paper).fields["where"], BACK)
    desk.qtbot.waitUntil(lambda: after.still.shown == [])
    hands.press(after.closing.sign)
    desk.qtbot.waitUntil(lambda: QApplication.focusWidget() is after.council.copy_note)
    hands.press(after.council.copy_note)
    desk.qtbot.waitUntil(lambda: "Copied" in after.council.said.text())
    note = after.council.note.toPlainText()
    for there in ("Time alone together", "My card in my own purse", "Ring the bank", "0 left, 1 came back"):
        assert there in note
    assert len(hands.questions) <= 8, hands.questions
    assert hands.presses <= 13
    visit = desk.saved().body
    assert visit.signature is not None and visit.private_contact is not None
    assert visit.private_contact.segment == visit.segments[-1].id


def test_the_fields_for_the_council_system_stand_under_the_note_without_asking(desk: Desk) -> None:
    an_ordinary_visit(desk)
    after = desk.after()
    after.going.finish.click()
    desk.qtbot.waitUntil(after.closing.sign.isVisible)
    after.closing.sign.click()

    def names() -> list[str]:
        return [each.accessibleName() for each in after.council.findChildren(QAbstractButton) if each.isVisible()]

    desk.qtbot.waitUntil(lambda: "Copy: Seen alone, Y or N" in names())
    assert [each for each in after.findChildren(QAbstractButton) if each.property("kind") == "primary"
            and each.isVisible()] == [after.council.copy_note]  # fmt: skip


def test_what_was_typed_as_wanted_and_never_added_is_signed_too(desk: Desk) -> None:
    an_ordinary_visit(desk)
    after = desk.after()
    after.going.finish.click()
    desk.qtbot.waitUntil(after.closing.sign.isVisible)
    after.wants.form.load({"words": "My card in my own purse"})
    after.closing.sign.click()
    desk.qtbot.waitUntil(lambda: "My card in my own purse" in after.council.note.toPlainText())


def test_somebody_in_danger_is_rung_with_one_press_and_when_stands_in_the_record(desk: Desk) -> None:
    an_ordinary_visit(desk)
    after, hands = desk.after(), Hands(desk.qtbot)
    hands.answer(after.danger.form.fields["answer"], "yes")
    assert after.danger.told.isVisible()
    emergency = next(each for each in after.danger.ring if "999" in each.accessibleName())
    hands.press(emergency)
    type_in("They are on their way")
    desk.presenter.leave()
    danger = desk.saved().body.danger
    assert danger is not None
    (call,) = danger.rang
    assert call.who.startswith("999")
    assert (call.said, call.at <= desk.inside.shell.workspace.visits.now()) == ("They are on their way", True)
    assert hands.presses == 2


def test_the_numbers_that_were_set_stand_before_999(desk: Desk) -> None:
    settings = Settings().with_choice("duty_numbers", ["Duty team: 01632 960001"])
    card = DangerCard([(each.name, each.number) for each in settings.to_ring])
    desk.qtbot.addWidget(card)
    assert [each.accessibleName() for each in card.ring] == [
        "I rang them: 01632 960001: Duty team", "I rang them: 999: Police, ambulance, fire",
    ]  # fmt: skip


def test_a_call_can_be_put_at_the_time_it_was_made(desk: Desk) -> None:
    an_ordinary_visit(desk)
    after = desk.after()
    after.danger.form.fields["answer"].load("yes")
    after.danger.ring[0].click()
    rows = after.danger.form.fields["rang"]
    assert isinstance(rows, RowsField)
    time = rows.forms[0].fields["time"]
    time.load("00:01")
    time.changed.emit()
    desk.presenter.leave()
    danger = desk.saved().body.danger
    assert danger is not None
    assert danger.rang[0].at[11:16] in ("00:01", "23:01")  # UTC in winter and in summer
