"""People around somebody: marks are marks and no findings, a role nobody saw a document for says so, whom to offer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from msp_desktop.record.connection import Connection, LegalRole, PossibleRisk
from tests.ui.about.conftest import Page, answer, form_of, press, type_into
from ui.screens.about.long_form import LongForm
from ui.widgets.part_field import PartField
from ui.widgets.rows_field import RowsField


@pytest.fixture
def alone(page: Page) -> Page:
    """Margaret's page with nobody around her."""
    for each in page.workspace.connections.of(page.person):
        page.workspace.connections.delete(each, "made by the demo's tools")
    page.come_back()
    return page


def with_somebody(page: Page, name: str, **more: object) -> None:
    connections = page.workspace.connections
    first = connections.new(page.person, name)
    connections.save(first, replace(first.body, **more))  # type: ignore[arg-type]
    page.open()


def lines(page: Page) -> list[str]:
    return [each.text() for each in page.around.rows.findChildren(QLabel) if each.isVisibleTo(page.around)]


def around(page: Page) -> list[Connection]:
    return [each.body for each in page.stored(lambda: page.workspace.connections.of(page.person))]


def test_somebody_new_needs_a_name_and_is_saved_when_the_form_is_done(alone: Page) -> None:
    assert alone.around.empty.isVisible()
    alone.around.add.click()
    answer(form_of(alone.around), "role", "neighbour")
    press(alone.around, "Done").click()
    assert "the man from upstairs" in form_of(alone.around).fields["name"].error.text()
    type_into(form_of(alone.around), "name", "Ivy")
    press(alone.around, "Done").click()
    alone.settle()
    assert around(alone) == [Connection(person=alone.person, name="Ivy", role="neighbour")]
    assert lines(alone)[:2] == ["Ivy", "Neighbour"]
    assert alone.workspace.connections.drafts() == ()


def test_somebody_without_a_name_is_not_lost_when_the_page_is_left(alone: Page) -> None:
    alone.around.add.click()
    type_into(form_of(alone.around), "helps_with", "Shopping")
    alone.leave()
    assert "Enter a name" in alone.told[-1]
    alone.come_back()
    form = form_of(alone.around)
    assert form.values()["helps_with"] == "Shopping" and alone.around.offer.isVisible()
    type_into(form, "name", "Ivy")
    alone.leave()
    assert [(each.name, each.helps_with) for each in around(alone)] == [("Ivy", "Shopping")]


def test_a_possible_source_of_risk_is_a_mark_with_who_says_so_and_never_offered(alone: Page) -> None:
    with_somebody(alone, "Dan", role="son", person_trusts="yes")
    with_somebody(alone, "Joan", role="neighbour")
    assert list(alone.around.offers.shown) == ["Dan", "Joan"]
    press(alone.around, "Change: Dan").click()
    risk = form_of(alone.around).fields["possible_risk"]
    assert isinstance(risk, PartField)
    type_into(risk.form, "who_says", "District nurse")
    type_into(risk.form, "since", "1 Sep 2026")
    press(alone.around, "Done").click()
    alone.settle()
    assert around(alone)[0].possible_risk == PossibleRisk(who_says="District nurse", since="2026-09-01")
    assert "Possible source of risk: District nurse says so, since 1 Sep 2026." in lines(alone)
    assert any(each.startswith("This is a mark, not a finding.") for each in lines(alone))
    assert list(alone.around.offers.shown) == ["Joan"]
    assert [each.body.name for each in alone.workspace.connections.to_offer(alone.person)] == ["Joan"]


def test_the_list_of_whom_to_offer_says_why_each_is_there_and_how_many_are_not(alone: Page) -> None:
    with_somebody(alone, "Sam", person_trusts="yes", helps_with="Lifts")
    with_somebody(alone, "Mr Bell", role="advocate")
    with_somebody(alone, "Rob", do_not_share_with=True)
    alone.around.finder.open()
    words = [each.text() for each in alone.around.offers.findChildren(QLabel) if each.isVisibleTo(alone.around)]
    assert words[1:4] == ["Sam", "Margaret trusts them.", "Helps with: Lifts"]
    assert "Independent: Advocate." in words
    assert words[-1].startswith("Not in this list: 1.")


def test_a_legal_role_counts_only_with_the_day_on_which_the_document_was_seen(alone: Page) -> None:
    with_somebody(alone, "Dan", legal_roles=(LegalRole(role="lpa_property"),))
    said = "Attorney for property and money: so somebody said. Nobody here has seen the document."
    assert said in lines(alone)
    press(alone.around, "Change: Dan").click()
    form = form_of(alone.around)
    assert isinstance(form, LongForm)
    roles = form.fields["legal_roles"]
    assert isinstance(roles, RowsField)
    type_into(roles.forms[0], "document_seen_on", "1 Sep 2026")
    press(alone.around, "Done").click()
    alone.settle()
    assert "Attorney for property and money: document seen on 1 Sep 2026." in lines(alone)


def test_marks_are_kept_and_read_in_words(alone: Page) -> None:
    with_somebody(alone, "Dan", note="Works nights", lives_with_person="yes")
    press(alone.around, "Change: Dan").click()
    answer(form_of(alone.around), "marks", ("must_not_interpret", "do_not_share_with"))
    alone.leave()
    (dan,) = around(alone)
    assert (dan.must_not_interpret, dan.do_not_share_with, dan.note) == (True, True, "Works nights")
    alone.come_back()
    assert {"Must not interpret.", "Share nothing about Margaret with them.", "Lives with Margaret."} < set(
        lines(alone)
    )


def test_taking_somebody_off_the_list_asks_why_and_keeps_the_history(alone: Page) -> None:
    with_somebody(alone, "Dan")
    dan = alone.workspace.connections.of(alone.person)[0]
    press(alone.around, "Change: Dan").click()
    alone.around.take_off.opener.click()
    press(alone.around, "Take off").click()
    assert "Say why" in alone.around.why.error.text()
    alone.around.why.edit.setText("Entered twice")
    press(alone.around, "Take off").click()
    alone.settle()
    assert around(alone) == [] and alone.around.empty.isVisible()
    assert len(alone.workspace.connections.history(dan.id)) == 3


def test_a_day_that_is_none_keeps_the_form_open_with_the_reason(alone: Page) -> None:
    with_somebody(alone, "Dan", possible_risk=PossibleRisk(who_says="Nurse"))
    press(alone.around, "Change: Dan").click()
    risk = form_of(alone.around).fields["possible_risk"]
    assert isinstance(risk, PartField)
    type_into(risk.form, "since", "31 Feb 2026")
    press(alone.around, "Done").click()
    assert alone.around.form is not None
    assert "no such day" in risk.form.fields["since"].error.text()
    alone.leave()
    (dan,) = around(alone)
    assert dan.possible_risk == PossibleRisk(who_says="Nurse")
