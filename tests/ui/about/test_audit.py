"""Every part can be used by everybody: read, changed and added to, in every look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.record.connection import LegalRole, PossibleRisk
from msp_desktop.record.person import Address, Communication, Warning
from msp_desktop.record.safe_contact import SafeContact
from tests.ui import audit
from tests.ui.about.conftest import Page, form_of
from tests.ui.looks import Look
from tests.ui.looks import look as look
from tests.ui.test_audit import laid_out
from ui.screens.about.screen import make
from ui.shell import Shell
from ui.widgets.column import Column
from ui.widgets.rows_field import RowsField


@pytest.fixture
def looked_at(look: Look, qtbot: QtBot, shell: Shell) -> Page:
    view, parts = Column(), make(shell)
    page = Page(qtbot, shell, parts, view, shell.workspace.people.list()[0].id)
    fill(page)
    for part in parts:
        view.put(part.view)
    qtbot.addWidget(view, before_close_func=lambda _: page.leave())
    view.resize(1024, 600)
    with qtbot.waitExposed(view):
        view.show()
    page.open()
    return page


def fill(page: Page) -> None:
    people, connections = page.workspace.people, page.workspace.connections
    record = people.get(page.person)
    people.save(
        record,
        replace(
            record.body, names="Margaret Ann Hollis", birth_date="1941-05-03", nhs_number="9990000050",
            addresses=(Address(lines="4 Elm Road, Wexcombe", how_to_get_in="Knock first"),),
            communication=Communication(how="Sit on her left", aids=("hearing_aid",)),
            warnings=(Warning(type="risk_to_staff", what="Dog", review_on="2026-05-03"),
                      Warning(type="risk_to_staff", what="Dog", review_on="2999-05-03")),
        ),
    )  # fmt: skip
    dan = connections.new(page.person, "Dan", role="son")
    risk, roles = PossibleRisk(who_says="District nurse"), (LegalRole(role="lpa_property"),)
    connections.save(dan, replace(dan.body, possible_risk=risk, legal_roles=roles, must_not_interpret=True))
    page.workspace.safe_contacts.set(SafeContact(person=page.person, number="07700 900123", hours="Mornings"))


def reading(page: Page) -> QWidget:
    page.around.finder.open()
    page.warnings.pressed.emit("end", 1)
    return page.who


def changing_the_person(page: Page) -> QWidget:
    page.who.change.click()
    rows = form_of(page.who).fields["addresses"]
    assert isinstance(rows, RowsField)
    rows.more.click()
    return page.who


def talking(page: Page) -> QWidget:
    page.talk.change.click()
    return page.talk


def warning(page: Page) -> QWidget:
    page.warnings.add.click()
    page.warnings.done_requested.emit()
    return page.warnings


def changing_somebody(page: Page) -> QWidget:
    page.around.pressed.emit("change", len(page.around.presses) - 1)
    page.around.take_off.opener.click()
    return page.around


def writing_the_safe_contact(page: Page) -> QWidget:
    page.safe.write_requested.emit()
    page.qtbot.waitUntil(lambda: page.safe.form is not None)
    return page.safe


STATES = (reading, changing_the_person, talking, warning, changing_somebody, writing_the_safe_contact)


def test_every_part_can_be_used_by_everybody(looked_at: Page) -> None:
    found: list[str] = []
    for state in STATES:
        found += [f"{state.__name__}: {fault}" for fault in faults(looked_at, state)]
        looked_at.leave()
        looked_at.come_back()
    assert not found, "\n".join(found)


def faults(page: Page, state: Callable[[Page], QWidget]) -> list[str]:
    """What is wrong in one state, looked at where it stands."""
    page.view.show_part(state(page))
    page.settle()
    laid_out()
    return [*audit.faults(page.view), *audit.tab_faults(page.view)]
