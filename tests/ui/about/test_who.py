"""Who somebody is: read in words, changed in one form, saved on leaving; what cannot be kept is told and not lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from msp_desktop.errors import BadInput, StorageTrouble
from msp_desktop.record.person import Address, Communication
from tests.ui.about.conftest import Page, answer, form_of, press, type_into
from ui.widgets.rows_field import RowsField


def facts(page: Page) -> dict[str, str]:
    return dict(page.who.shown)


def test_what_is_typed_is_on_the_disk_within_a_second_and_a_revision_on_leaving(page: Page) -> None:
    people = page.workspace.people
    page.who.change.click()
    type_into(form_of(page.who), "names", "Margaret Ann Hollis")
    page.qtbot.waitUntil(lambda: "Saved on this laptop at" in page.who.saved.text(), timeout=5000)
    before = len(people.history(page.person))
    assert [each.body.names for each in people.drafts()] == ["Margaret Ann Hollis"]
    page.leave()
    assert page.saved().names == "Margaret Ann Hollis"
    assert (len(people.history(page.person)), people.drafts()) == (before + 1, ())


def test_the_three_parts_of_one_record_undo_nothing_of_each_other(page: Page) -> None:
    page.who.change.click()
    page.talk.change.click()
    page.warnings.add.click()
    type_into(form_of(page.who), "pronouns", "she")
    type_into(form_of(page.talk), "how", "Sit on her left")
    answer(form_of(page.warnings), "type", "risk_to_staff")
    type_into(form_of(page.warnings), "what", "The dog is loose")
    type_into(form_of(page.who), "about", "Ran the bakery")
    before = len(page.workspace.people.history(page.person))
    page.leave()
    person = page.saved()
    assert (person.pronouns, person.about, person.communication) == (
        "she", "Ran the bakery", Communication(how="Sit on her left"),
    )  # fmt: skip
    assert [each.what for each in person.warnings] == ["The dog is loose"]
    assert len(page.workspace.people.history(page.person)) == before + 1


def test_a_number_whose_last_digit_does_not_fit_is_told_at_the_field(page: Page) -> None:
    page.who.change.click()
    number = type_into(form_of(page.who), "nhs_number", "999 000 0051")
    assert "last digit does not fit" in number.error.text()
    press(page.who, "Done").click()
    assert page.who.form is not None
    type_into(form_of(page.who), "nhs_number", "999-000-0050")
    press(page.who, "Done").click()
    assert facts(page)["NHS number"] == "999 000 0050"
    page.leave()
    assert page.saved().nhs_number == "9990000050"


def test_what_cannot_be_kept_is_told_on_leaving_holds_nothing_up_and_is_back(page: Page) -> None:
    page.who.change.click()
    type_into(form_of(page.who), "nhs_number", "999 000 0051")
    type_into(form_of(page.who), "birth_date", "3 Mayy 1941")
    type_into(form_of(page.who), "pronouns", "she")
    page.leave()
    assert "cannot be kept as it is: Birth date, NHS number" in page.told[-1]
    assert (page.saved().pronouns, page.saved().nhs_number, page.saved().birth_date) == ("she", "", None)
    page.come_back()
    assert page.who.offer.isVisible() and "It is back on this page" in page.who.offer.words.text()
    page.who.change.click()
    form = form_of(page.who)
    assert form.values()["nhs_number"] == "999 000 0051" and "last digit" in form.fields["nhs_number"].error.text()
    assert form.values()["birth_date"] == "3 Mayy 1941"
    type_into(form, "nhs_number", "999 000 0050")
    type_into(form, "birth_date", "3 May 1941")
    assert not page.who.offer.isVisible()
    page.leave()
    assert (page.saved().nhs_number, page.saved().birth_date) == ("9990000050", "1941-05-03")
    assert page.workspace.people.drafts() == ()


def test_a_draft_that_nobody_answered_stays_one_and_can_be_forgotten(page: Page) -> None:
    people = page.workspace.people
    record = people.get(page.person)
    people.keep_draft(page.person, replace(record.body, about="Half a line"), base=record.rev)
    page.come_back()
    assert facts(page)["What to know about them"] == "Half a line"
    page.leave()
    assert page.saved().about == ""
    assert [each.body.about for each in people.drafts()] == ["Half a line"]
    page.who.offer.forget.click()
    next(each for each in page.who.offer.question.buttons() if each.text() == "Forget it").click()
    page.settle()
    assert "What to know about them" not in facts(page)
    assert people.drafts() == () and not page.who.offer.isVisible()


def test_an_age_is_noted_with_its_day_where_nobody_knows_the_birth_date(page: Page) -> None:
    page.who.change.click()
    form = form_of(page.who)
    assert form.fields["age_noted_on"].isHidden()
    answer(form, "age", 80)
    assert not form.fields["age_noted_on"].isHidden()
    press(page.who, "Done").click()
    assert facts(page)["Age"].startswith("About 80, noted on ")
    page.leave()
    today = page.workspace.people.store.now().astimezone().date().isoformat()
    assert (page.saved().age, page.saved().age_noted_on) == (80, today)


def test_a_birth_date_to_come_is_refused_at_the_field_and_by_the_record(page: Page) -> None:
    page.who.change.click()
    assert "still to come" in type_into(form_of(page.who), "birth_date", "2999-05-03").error.text()
    page.leave()
    assert page.saved().birth_date is None
    record = page.workspace.people.get(page.person)
    with pytest.raises(BadInput, match="still to come"):
        page.workspace.people.save(record, replace(record.body, birth_date="2999-05-03"))


def test_addresses_say_since_when_and_how_to_get_in_and_keep_what_is_not_asked(page: Page) -> None:
    people = page.workspace.people
    record = people.get(page.person)
    old = Address(lines="Mill House", uprn="100012345678", until="1968-06-01")
    people.save(record, replace(record.body, addresses=(old,)))
    page.come_back()
    page.who.change.click()
    rows = form_of(page.who).fields["addresses"]
    assert isinstance(rows, RowsField)
    rows.more.click()
    type_into(rows.forms[1], "lines", "4 Elm Road")
    type_into(rows.forms[1], "how_to_get_in", "Knock first")
    page.leave()
    assert page.saved().addresses == (old, Address(lines="4 Elm Road", how_to_get_in="Knock first"))
    page.come_back()
    assert [what for what, _ in page.who.shown if "ddress" in what] == ["Earlier address", "Address"]


def test_a_restricted_record_says_so_and_why(page: Page) -> None:
    page.who.change.click()
    form = form_of(page.who)
    assert form.fields["restricted_because"].isHidden()
    answer(form, "restricted", ("restricted",))
    type_into(form, "restricted_because", "A relative works for the council")
    page.leave()
    assert page.saved().is_restricted
    page.come_back()
    assert facts(page)["Restricted"].endswith("A relative works for the council")


def test_a_change_from_elsewhere_is_told_and_loses_neither(page: Page) -> None:
    people = page.workspace.people
    page.who.change.click()
    type_into(form_of(page.who), "pronouns", "she")
    record = people.get(page.person)
    people.save(record, replace(record.body, local_id="ASC-1"))
    page.leave()
    assert "changed since you opened it" in page.told[-1]
    page.come_back()
    page.who.offer.go_on.click()
    page.settle()
    assert (page.saved().pronouns, page.saved().local_id) == ("she", "ASC-1")


def test_another_persons_page_shows_nothing_of_the_first(page: Page) -> None:
    page.who.change.click()
    type_into(form_of(page.who), "about", "Ran the bakery")
    other = page.workspace.people.new("Idris")
    first = page.person
    page.open(other.id)
    assert page.who.form is None
    assert facts(page) == {"Likes to be called": "Idris"}
    assert page.workspace.people.get(first).body.about == "Ran the bakery"


def test_words_that_no_disk_took_stay_and_are_saved_when_there_is_room_again(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = page.workspace.people
    page.who.change.click()
    type_into(form_of(page.who), "about", "Ran the bakery")
    with monkeypatch.context() as full:
        for name in ("save_what_fits", "keep_draft"):
            full.setattr(people, name, no_room)
        page.leave()
        other = people.new("Idris").id
        first, page.person = page.person, other
        page.open()
    assert "The disk is full" in page.told[-1] and people.get(first).body.about == ""
    page.leave()
    assert people.get(first).body.about == "Ran the bakery"


def no_room(*_: object, **__: object) -> None:
    raise StorageTrouble("The disk is full.")
