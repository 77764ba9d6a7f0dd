"""The safe contact: dots until a button is held, every look an event, and nowhere a word of it in between."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from msp_desktop.record.event import EVENT
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Shelf
from msp_desktop.record.safe_contact import MaskedAnswer, SafeContact
from tests.ui.about.conftest import Page, answer, form_of, press, type_into
from tests.ui.about.seen_and_heard import drawn, everything
from ui.screens.about.long_form import LongForm
from ui.screens.about.safe import Safe
from ui.shell import Here

LEFT = Qt.MouseButton.LeftButton
WORDS = ("07700 900456", "Tuesdays only", "chiropodist", "marigold", "Elm Hall", "zyzzyva", "Through a friend")


@pytest.fixture
def secret(page: Page) -> Page:
    page.workspace.safe_contacts.set(
        SafeContact(
            person=page.person, methods=("friend",), number=WORDS[0], hours=WORDS[1], cover_story="The chiropodist",
            code_word_danger=WORDS[3], safe_place=WORDS[4], who_may_answer=WORDS[5], letter_ok="no",
        )
    )  # fmt: skip
    page.come_back()
    return page


def reveals(page: Page) -> int:
    events = page.stored(lambda: Shelf(page.workspace.store, EVENT).list())
    return sum(each.body.what == "reveal" and each.body.subject_kind == "safe_contact" for each in events)


def kept(page: Page) -> SafeContact:
    found = page.stored(lambda: page.workspace.safe_contacts.reveal(page.person))
    assert found is not None
    return found


def hold_to_change(page: Page) -> LongForm:
    page.safe.long_enough.setInterval(1)
    QTest.keyPress(page.safe.change, Qt.Key.Key_Space)
    page.qtbot.waitUntil(lambda: page.safe.form is not None)
    QTest.keyRelease(page.view.windowHandle(), Qt.Key.Key_Space)  # it reaches the form, and answers nothing there
    form = form_of(page.safe)
    assert form.values()["methods"] == ("friend",)
    assert isinstance(form, LongForm)
    return form


def presenter(page: Page) -> Safe:
    found = getattr(page.parts[4].open, "__self__", None)
    assert isinstance(found, Safe)
    return found


def said_of(page: Page) -> list[str]:
    all_of_it = everything(page.view)
    return [word for word in WORDS if word in all_of_it]


def test_not_a_word_of_it_is_anywhere_until_the_button_is_held(secret: Page) -> None:
    assert said_of(secret) == [] and reveals(secret) == 0
    QTest.mousePress(secret.safe.hold, LEFT)
    secret.qtbot.waitUntil(lambda: "marigold" in secret.safe.cover.text())
    secret.qtbot.waitUntil(lambda: "marigold" in drawn(secret.view))
    assert said_of(secret) == list(WORDS)
    QTest.mouseRelease(secret.safe.hold, LEFT)
    assert said_of(secret) == []
    assert reveals(secret) == 1


def test_every_look_is_an_event_that_names_the_open_visit(secret: Page) -> None:
    visit = secret.workspace.visits.of(secret.person)[0].id
    secret.shell.tell_here(Here(visit, secret.person, "Margaret"))
    for _ in range(2):
        QTest.keyPress(secret.safe.hold, Qt.Key.Key_Space)
        secret.qtbot.waitUntil(lambda: "marigold" in secret.safe.cover.text())
        QTest.keyRelease(secret.safe.hold, Qt.Key.Key_Space)
    events = [each.body for each in secret.workspace.visits._events.around(visit)]
    assert [(each.what, each.person) for each in events][-2:] == [("reveal", secret.person)] * 2


def test_words_that_come_when_nobody_holds_the_button_any_more_stay_covered(secret: Page) -> None:
    QTest.mousePress(secret.safe.hold, LEFT)
    QTest.mouseRelease(secret.safe.hold, LEFT)
    secret.settle()
    assert said_of(secret) == [] and reveals(secret) == 1


@pytest.mark.parametrize("how", ["focus", "leave", "hide"])
def test_whatever_takes_the_hand_or_the_eye_away_covers_it(secret: Page, how: str) -> None:
    secret.safe.hold.setFocus()
    QTest.keyPress(secret.safe.hold, Qt.Key.Key_Space)
    secret.qtbot.waitUntil(lambda: "marigold" in secret.safe.cover.text())
    if how == "focus":
        secret.who.change.setFocus()
    elif how == "leave":
        secret.parts[4].leave()
    else:
        secret.safe.hide()
    assert said_of(secret) == []


def test_a_short_press_opens_no_form_and_is_no_look(secret: Page) -> None:
    QTest.mouseClick(secret.safe.change, LEFT)
    secret.settle()
    assert secret.safe.form is None and reveals(secret) == 0
    assert not secret.safe.long_enough.isActive()


def test_a_held_press_opens_the_form_as_a_look_and_done_covers_what_was_saved(secret: Page) -> None:
    form = hold_to_change(secret)
    assert reveals(secret) == 1
    assert form.values()["code_word_danger"] == "marigold"
    type_into(form, "hours", "Fridays")
    press(secret.safe, "Done").click()
    secret.settle()
    assert said_of(secret) == [] and "Fridays" not in everything(secret.view)
    assert (kept(secret).hours, kept(secret).code_word_danger) == ("Fridays", "marigold")


def test_leaving_the_page_saves_and_covers(secret: Page) -> None:
    type_into(hold_to_change(secret), "hours", "Fridays")
    secret.leave()
    assert said_of(secret) == [] and "Fridays" not in everything(secret.view)
    assert kept(secret).hours == "Fridays"


def test_a_minute_without_a_key_saves_and_covers_and_says_so(secret: Page) -> None:
    form = hold_to_change(secret)
    quiet = presenter(secret).quiet
    assert quiet.fuse.interval() == 60_000 and quiet.fuse.isActive()
    type_into(form, "hours", "Fridays")
    quiet.fuse.setInterval(1)
    secret.qtbot.waitUntil(lambda: secret.safe.form is None)
    secret.settle()
    assert "because nobody typed for a minute" in secret.safe.said.text()
    assert said_of(secret) == [] and "Fridays" not in everything(secret.view)
    assert kept(secret).hours == "Fridays"


def test_a_key_puts_the_minute_off(secret: Page) -> None:
    form = hold_to_change(secret)
    quiet = presenter(secret).quiet
    quiet.fuse.setInterval(5000)
    left = quiet.fuse.remainingTime()
    quiet.fuse.setInterval(60_000)
    QTest.keyClick(secret.view.windowHandle(), Qt.Key.Key_Tab)
    assert quiet.fuse.remainingTime() > left
    assert secret.safe.form is form


def test_what_is_typed_is_a_draft_within_a_second_and_comes_back_only_with_a_look(secret: Page) -> None:
    type_into(hold_to_change(secret), "hours", "Fridays")
    secret.qtbot.waitUntil(lambda: "Saved on this laptop at" in secret.safe.saved.text(), timeout=5000)
    writing = presenter(secret)._writing
    assert writing is not None
    writing._unsaved.clear()  # as a crash leaves it: the draft is there, the revision is not
    secret.come_back()
    assert "was not saved" in secret.safe.empty.text() and "Fridays" not in everything(secret.view)
    form = hold_to_change(secret)
    assert form.values()["hours"] == "Fridays" and secret.safe.offer.isVisible()
    secret.safe.offer.go_on.click()
    secret.settle()
    assert kept(secret).hours == "Fridays"
    assert not secret.safe.empty.isVisible()


def test_the_first_words_need_no_held_press_and_guide_printing(page: Page) -> None:
    assert not page.workspace.safe_contacts.for_guard(page.person).is_set
    assert not page.safe.hold.isVisible() and page.safe.write.isVisible()
    page.safe.write.click()
    page.qtbot.waitUntil(lambda: page.safe.form is not None)
    answer(form_of(page.safe), "never", ("letter",))
    answer(form_of(page.safe), "letter_ok", "no")
    press(page.safe, "Done").click()
    page.settle()
    assert reveals(page) == 0
    guard = page.workspace.safe_contacts.for_guard(page.person)
    assert (guard.is_set, guard.never, guard.letter_ok) == (True, ("letter",), "no")
    assert page.safe.hold.isVisible() and not page.safe.write.isVisible()


def test_a_way_that_is_both_all_right_and_never_says_so(page: Page) -> None:
    page.safe.write.click()
    page.qtbot.waitUntil(lambda: page.safe.form is not None)
    answer(form_of(page.safe), "methods", ("letter", "mobile"))
    answer(form_of(page.safe), "never", ("letter",))
    assert "Letter" in form_of(page.safe).fields["never"].error.text()


def test_answers_that_tools_keep_there_stay_and_are_counted(secret: Page) -> None:
    mark = MaskedAnswer(answers=RecordId("a-1"), field="code_word", value="zinnia")
    with secret.workspace.store.work() as work:
        secret.workspace.safe_contacts.keep_masked(work, secret.person, (mark,))
        work.commit()
    type_into(hold_to_change(secret), "hours", "Fridays")
    secret.leave()
    assert kept(secret).from_tools == (mark,)
    secret.come_back()
    QTest.mousePress(secret.safe.hold, LEFT)
    secret.qtbot.waitUntil(lambda: "kept here too: 1" in secret.safe.cover.text())
    assert "zinnia" not in everything(secret.view)


def test_no_word_of_it_reaches_the_search(secret: Page) -> None:
    form = hold_to_change(secret)
    type_into(form, "safe_place", "Quillbrook")
    secret.qtbot.waitUntil(lambda: "Saved on this laptop at" in secret.safe.saved.text(), timeout=5000)
    with secret.workspace.store.reading() as look:
        assert look.search("Quillbrook") == [] and look.search("marigold") == []
