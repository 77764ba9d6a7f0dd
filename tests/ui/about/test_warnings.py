"""Warnings: past their day they say so in words, end or are renewed by a press, and none is half a warning."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from msp_desktop.practice.warning_notes import renewed
from msp_desktop.record.person import Warning
from tests.ui.about.conftest import Page, answer, form_of, press, type_into

DOG = Warning(type="risk_to_staff", what="The dog is loose", since="2025-05-03", review_on="2026-05-03")
POST = Warning(type="disclosure_risk", what="Letters are opened", review_on="2999-01-01", person_told="yes")


@pytest.fixture
def warned(page: Page) -> Page:
    people = page.workspace.people
    record = people.get(page.person)
    people.save(record, replace(record.body, warnings=(DOG, POST)))
    page.come_back()
    return page


def lines(page: Page) -> list[str]:
    return [each.text() for each in page.warnings.rows.findChildren(QLabel) if each.isVisibleTo(page.warnings)]


def test_a_warning_past_its_day_says_since_when_in_words(warned: Page) -> None:
    assert "To be looked at again since 3 May 2026." in lines(warned)
    assert "To be looked at again by 1 Jan 2999." in lines(warned)
    assert lines(warned).count("Nobody said whether they were told about it.") == 1


def test_a_press_renews_a_warning_for_a_year(warned: Page) -> None:
    press(warned.warnings, "Renew for a year: Risk to Staff: The dog is loose").click()
    today = warned.workspace.people.store.now().astimezone().date()
    assert not any("again since" in each for each in lines(warned))
    warned.leave()
    assert warned.saved().warnings == (renewed(DOG, today=today), POST)
    assert warned.saved().warnings[0].review_on > (today + timedelta(days=360)).isoformat()  # type: ignore[operator]


def test_a_press_ends_a_warning_and_the_next_one_brings_it_back(warned: Page) -> None:
    press(warned.warnings, "End it: Risk to Staff: The dog is loose").click()
    assert "Ended: Risk to Staff" in warned.warnings.said.text()
    press(warned.warnings, "Bring it back").click()
    warned.leave()
    assert warned.saved().warnings == (DOG, POST)
    press(warned.warnings, "End it: Risk to Staff: The dog is loose").click()
    warned.leave()
    assert warned.saved().warnings == (POST,)
    history = warned.workspace.people.history(warned.person)
    assert any(DOG in each.body.warnings for each in history if each.body)


def test_a_warning_needs_its_kind_and_its_words_before_it_is_done(page: Page) -> None:
    assert page.warnings.empty.isVisible()
    page.warnings.add.click()
    type_into(form_of(page.warnings), "told_how", "At the gate")
    press(page.warnings, "Done: Warnings").click()
    assert "Choose what kind" in form_of(page.warnings).fields["type"].error.text()
    assert "next person" in form_of(page.warnings).fields["what"].error.text()
    answer(form_of(page.warnings), "type", "risk_to_self")
    type_into(form_of(page.warnings), "what", "Alone at night")
    press(page.warnings, "Done: Warnings").click()
    assert page.warnings.form is None
    page.leave()
    assert page.saved().warnings == (Warning(type="risk_to_self", what="Alone at night", told_how="At the gate"),)


def test_half_a_warning_is_no_warning_and_is_not_lost(warned: Page) -> None:
    warned.warnings.add.click()
    type_into(form_of(warned.warnings), "what", "Somebody watches the door")
    warned.leave()
    assert warned.saved().warnings == (DOG, POST)
    assert "Warnings" in warned.told[-1]
    warned.come_back()
    assert any("Somebody watches the door" in each for each in lines(warned))
    press(warned.warnings, "Change: Not said yet what kind: Somebody watches the door").click()
    answer(form_of(warned.warnings), "type", "disclosure_risk")
    warned.leave()
    assert warned.saved().warnings[-1] == Warning(type="disclosure_risk", what="Somebody watches the door")


def test_a_form_that_was_opened_and_left_empty_makes_no_warning(page: Page) -> None:
    page.warnings.add.click()
    press(page.warnings, "Done: Warnings").click()
    page.leave()
    assert page.saved().warnings == () and page.told == []
