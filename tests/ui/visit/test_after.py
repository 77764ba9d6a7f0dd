"""After the visit: the rule names the result, gaps lead to their place, and finish, sign and amend work on screen."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order
from tests.ui.visit.conftest import Desk
from ui.screens.visit.after_view import AfterView
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field import Field


def choose(field: Field, code: str) -> None:
    assert isinstance(field, ChoiceField)
    field.buttons[code].click()


def answer(after: AfterView, **answers: str) -> None:
    for name, code in answers.items():
        choose(after.alone.four.fields[name], code)


def time_alone(desk: Desk) -> AfterView:
    desk.start()
    desk.only_us()
    desk.write("I want my card back.")
    after = desk.after()
    answer(after, seen="yes", alone="yes")
    answer(after, segment=desk.saved().body.segments[-1].id, could_hear="nobody", long_enough="yes")
    return after


def test_nothing_is_chosen_beforehand_and_a_no_opens_one_more_question(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    after = desk.after()
    four = after.alone.four.fields
    assert [name for name, field in four.items() if field.value() not in (None, "", ())] == []
    answer(after, seen="no")
    assert [name for name, field in four.items() if field.isVisible()] == [
        "seen", "why_not_seen", "happened", "who_said_so",
    ]  # fmt: skip


def test_the_rule_names_the_result_in_words_and_the_worker_confirms_it(desk: Desk) -> None:
    after = time_alone(desk)
    assert "From your answers: Time alone together" in after.alone.result.text()
    after.alone.confirm.click()
    desk.qtbot.waitUntil(lambda: "Recorded: Time alone together" in after.alone.result.text())
    contact = desk.saved().body.private_contact
    assert contact is not None
    assert (contact.result, contact.named_by_rule) == ("full", "full")
    assert not after.alone.next.isVisible()


def test_probably_nobody_needs_its_because_before_it_counts(desk: Desk) -> None:
    after = time_alone(desk)
    assert not after.alone.four.fields["because"].isVisible()
    answer(after, could_hear="probably_nobody")
    assert after.alone.four.fields["because"].isVisible()
    assert "others may have heard" in after.alone.result.text()
    because = after.alone.four.fields["because"]
    because.load("I watched him go")
    because.changed.emit()
    assert "Time alone together" in after.alone.result.text()


def test_another_result_needs_a_reason_and_wants_a_next_attempt(desk: Desk) -> None:
    after = time_alone(desk)
    after.alone.change.click()
    choose(after.alone.other.fields["otherwise"], "not_private")
    choose(after.alone.other.fields["result"], "part_short")
    after.alone.choose.click()
    desk.qtbot.waitUntil(lambda: "Say why" in desk.inside.notice.words.text())
    after.alone.other.fields["because"].load("She was tiring")
    after.alone.choose.click()
    desk.qtbot.waitUntil(lambda: "You chose: Alone together, but cut short" in after.alone.result.text())
    assert after.alone.next.isVisible()
    contact = desk.saved().body.private_contact
    assert contact is not None
    assert (contact.named_by_rule, contact.result, contact.changed_because) == ("full", "part_short", "She was tiring")


def test_what_was_different_is_asked_first_and_few_results_can_follow(desk: Desk) -> None:
    card = time_alone(desk).alone
    card.change.click()
    result = card.other.fields["result"]
    assert isinstance(result, ChoiceField)
    assert not result.isVisible()
    choose(card.other.fields["otherwise"], "prevented")
    assert result.isVisible()
    assert list(result.buttons) == ["declined_by_person", "blocked_by_other"]
    choose(card.other.fields["otherwise"], "remote")
    assert (result.value(), result.isVisible()) == ("remote_private_unverified", False)


def test_choosing_nothing_is_told_at_the_question(desk: Desk) -> None:
    card = time_alone(desk).alone
    card.change.click()
    card.choose.click()
    assert "Choose what fits better" in card.other.fields["otherwise"].error.text()


def test_another_reason_than_the_real_one_must_be_answered_for(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    after = desk.after()
    answer(after, seen="yes", alone="no", why_not_alone="blocked")
    after.alone.more.open()
    assert after.alone.around is not None
    assert not after.alone.pretext.isVisible()
    asked_out = after.alone.around.fields["asked_out"]
    asked_out.load([{"name": "Daniel", "how": "pretext", "reaction": "refused", "words": ""}])
    asked_out.changed.emit()
    assert after.alone.pretext.isVisible()
    sentences = [gap.accessibleName() for gap in after.still.go]
    assert any("Say why openness would raise the risk" in each for each in sentences)


def test_everything_after_the_visit_is_left_out_while_others_may_see_the_screen(desk: Desk) -> None:
    desk.start()
    after = desk.after()
    assert after.left_out.isVisible()
    assert not after.alone.isVisible()
    desk.only_us()
    assert after.alone.isVisible()
    desk.they_came_in()
    assert not after.alone.isVisible()
    assert not after.still.isVisible()


def test_a_gap_leads_to_the_place_where_it_is_filled(desk: Desk) -> None:
    after = time_alone(desk)
    danger = next(each for each in after.still.go if "danger before tomorrow" in each.accessibleName())
    danger.click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert after.danger.isAncestorOf(focused)


def test_danger_asks_who_was_rung_and_keeps_when(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    after = desk.after()
    choose(after.danger.form.fields["answer"], "yes")
    assert after.danger.told.isVisible()
    rang = after.danger.form.fields["rang"]
    rang.load([{"who": "Out-of-hours team", "said": "They are on their way"}])
    rang.changed.emit()
    desk.presenter.leave()
    danger = desk.saved().body.danger
    assert danger is not None
    assert danger.rang[0].who == "Out-of-hours team"
    assert danger.rang[0].at <= desk.inside.shell.workspace.visits.now()


def test_what_is_wanted_and_agreed_is_listed_in_words(desk: Desk) -> None:
    after = time_alone(desk)
    after.wants.form.load({"words": "My card back", "whose_idea": "unprompted", "score_at_start": 3})
    after.wants.add.click()
    desk.qtbot.waitUntil(lambda: "My card back" in " ".join(after.wants.shown))
    assert after.wants.shown[0].endswith("They said it unprompted; 3 out of 10")
    after.agreed.form.load({"what": "Ring the bank", "who": "Ade", "due": "2026-12-01"})
    after.agreed.add.click()
    desk.qtbot.waitUntil(lambda: after.agreed.shown == ("Ring the bank, Ade, by 1 Dec 2026",))
    after.wants.change_requested.emit(0)
    after.wants.form.fields["words"].load("My bank card back")
    after.wants.add.click()
    desk.qtbot.waitUntil(lambda: "My bank card back" in after.wants.shown[0])


def test_an_ordinary_visit_is_finished_signed_copied_and_amended(desk: Desk) -> None:
    after = time_alone(desk)
    after.alone.confirm.click()
    choose(after.danger.form.fields["answer"], "no")
    after.going.finish.click()
    desk.qtbot.waitUntil(lambda: after.closing.sign.isVisible())
    assert not after.still.isVisible()
    after.closing.sign.click()
    desk.qtbot.waitUntil(lambda: after.closing.amend_fold.isVisible())
    assert desk.saved().body.signature is not None
    after.council.open.click()
    desk.qtbot.waitUntil(lambda: after.council.inside.isVisible())
    assert after.council.note.toPlainText().startswith("PRIVATE CONTACT: Time alone together")
    after.council.copy_note.click()
    desk.qtbot.waitUntil(lambda: "Copied" in after.council.said.text())
    assert QGuiApplication.clipboard().text() == after.council.note.toPlainText()
    after.closing.amend_fold.open()
    after.closing.amend.click()
    assert "Both versions will be shown" in after.closing.reason.error.text()
    after.closing.reason.load("I remembered one thing")
    after.closing.amend.click()
    desk.qtbot.waitUntil(lambda: after.closing.sign.isVisible())
    desk.write("I saw the bank letter.", "observed")
    after.council.open.click()
    desk.qtbot.waitUntil(lambda: "bank letter" in after.council.note.toPlainText())
    assert after.council.before.isVisible()
    assert "bank letter" not in after.council.before.toPlainText()


def test_a_visit_with_no_reply_is_recorded_in_one_step_and_signed(desk: Desk) -> None:
    before = desk.view.before
    before.not_made.form.load({"reason": "NOREPLY", "what_happened": "I knocked three times"})
    before.not_made.record.click()
    desk.qtbot.waitUntil(lambda: desk.view.after is not None and desk.view.after.closing.sign.isVisible())
    contact = desk.saved().body.private_contact
    assert contact is not None
    assert contact.result == "not_seen_no_reply"


def test_who_was_in_the_room_is_put_right_afterwards(desk: Desk) -> None:
    after = time_alone(desk)
    after.rooms.put_right.emit(1)
    choose(after.rooms.form.fields["company"], "company")
    present = after.rooms.form.fields["present"]
    present.load([{"name": "Nell", "role": "neighbour"}])
    present.changed.emit()
    after.rooms.done.emit()
    desk.qtbot.waitUntil(lambda: any("Nell (neighbour)" in each for each in after.rooms.shown))
    segment = desk.saved().body.segments[1]
    assert (segment.company, segment.present[0].name) == ("company", "Nell")
    assert segment.present[0].who != ""


def test_where_nobody_noted_time_alone_the_way_to_put_that_right_is_there(desk: Desk) -> None:
    desk.start()
    desk.they_came_in()
    after = desk.after()
    after.going.finish.click()
    desk.qtbot.waitUntil(after.closing.sign.isVisible)
    assert not after.alone.isVisible()
    desk.view.top.us.click()
    answer(after, seen="yes", alone="yes")
    after.alone.rooms.click()
    desk.qtbot.waitUntil(after.rooms.isVisible)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert after.rooms.isAncestorOf(focused)


def test_being_alone_once_needs_no_question_when(desk: Desk) -> None:
    desk.start()
    desk.they_came_in()
    desk.only_us()
    after = desk.after()
    when = after.alone.four.fields["segment"]
    assert when.value() is None
    answer(after, seen="yes", alone="yes")
    assert when.value() == desk.saved().body.segments[-1].id
    answer(after, could_hear="nobody")
    assert not after.alone.four.fields["listening_risk"].isVisible()
    answer(after, could_hear="probably_nobody")
    assert after.alone.four.fields["listening_risk"].isVisible()


def test_being_alone_twice_asks_when(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    desk.they_came_in()
    desk.only_us()
    after = desk.after()
    answer(after, seen="yes", alone="yes")
    assert after.alone.four.fields["segment"].value() is None


def test_what_was_printed_to_take_in_is_counted_back(desk: Desk) -> None:
    workspace, visit = desk.inside.shell.workspace, desk.saved()
    order = Order(
        sheet_id="scaling.ruler", choices=Choices(going=Going.WITH_ME), person=visit.body.person, visit=visit.id
    )
    workspace.printer.print(order, copies=2)
    desk.start()
    desk.only_us()
    paper = desk.after().paper.form.fields["paper"]
    desk.qtbot.waitUntil(lambda: [row["taken"] for row in paper.value()] == [2])
    assert any("Count the paper back" in gap.accessibleName() for gap in desk.after().still.go)
    desk.after().going.finish.click()
    desk.qtbot.waitUntil(lambda: desk.saved().body.ended_at is not None)
    assert [(each.sheet, each.taken) for each in desk.saved().body.paper] == [("Where it stands today", 2)]
