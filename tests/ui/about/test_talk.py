"""How to talk together: every need of the record is asked, read in words, and carried where it is not asked yet."""

from __future__ import annotations

from dataclasses import fields, replace

from msp_desktop.record.person import Communication
from tests.ui.about.conftest import Page, answer, form_of, press, type_into
from ui.screens.about.long_form import LongForm
from ui.screens.about.talk import FIRST, READ, REST


def test_everything_that_a_record_holds_about_talking_is_asked_and_read() -> None:
    known = {field.name for field in fields(Communication)}
    assert {each.name for each in (*FIRST, *REST)} == known == set(READ)


def test_a_few_questions_come_first_and_the_rest_when_it_is_wanted(page: Page) -> None:
    page.talk.change.click()
    form = form_of(page.talk)
    assert isinstance(form, LongForm)
    assert "aids" not in form.fields
    type_into(form, "stop_signal", "Her hand flat on the table")
    form.more.opener.click()
    answer(form, "aids", ("hearing_aid",))
    type_into(form, "reviewed_on", "1 Sep 2026")
    page.leave()
    talk = page.saved().communication
    assert talk == Communication(
        stop_signal="Her hand flat on the table", aids=("hearing_aid",), reviewed_on="2026-09-01"
    )


def test_what_is_not_asked_yet_is_kept(page: Page) -> None:
    people = page.workspace.people
    record = people.get(page.person)
    before = Communication(language="Welsh", interpreter_needed="yes")
    people.save(record, replace(record.body, communication=before))
    page.come_back()
    page.talk.change.click()
    type_into(form_of(page.talk), "how", "Slowly")
    page.leave()
    assert page.saved().communication == replace(before, how="Slowly")


def test_the_card_reads_in_words_and_says_what_it_is_for_while_it_is_empty(page: Page) -> None:
    assert page.talk.empty.isVisible()
    page.talk.change.click()
    answer(form_of(page.talk), "interpreter_needed", "yes")
    press(page.talk, "Done").click()
    assert page.talk.shown == (("Is an interpreter needed?", "Yes"),)
    page.talk.change.click()
    answer(form_of(page.talk), "interpreter_needed", None)
    page.leave()
    assert page.saved().communication is None
