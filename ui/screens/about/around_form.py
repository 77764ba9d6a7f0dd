"""The form about somebody around the person, and how it goes with their record. Knows no screen."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from msp_desktop.practice import codes
from msp_desktop.record.connection import Connection, LegalRole, PossibleRisk
from msp_desktop.translation import tr
from ui.screens.about.item import choice, day, fields_of, line, pick, words
from ui.screens.about.long_form import LongForm
from ui.widgets.checks_field import ChecksField
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.part_field import PartField
from ui.widgets.rows_field import RowsField

MARKS = {
    "must_not_interpret": tr("They must not interpret"),
    "do_not_share_with": tr("Nothing is to be shared with them"),
}
RISK = (
    line("who_says", tr("Who says so?")),
    day("since", tr("Since when do they say so?"), is_past=True),
    words("what", tr("What did they say or see?"), lines=2),
)
LEGAL = (
    pick("role", tr("Which role?"), codes.person.LEGAL_ROLE),
    day("document_seen_on", tr("On which day did you see the document?"), is_past=True,
        hint=tr("Leave this empty if somebody only told you. Only a day when you saw it yourself counts.")),
    words("scope", tr("What does it cover?")),
)  # fmt: skip
NAME = line("name", tr("Name"), hint=tr("If you do not know it, what you do know, such as: the man from upstairs"))
LABELS = {
    "name": NAME.label, "legal_roles": tr("Legal roles"), "possible_risk": tr("Possible source of risk"),
    "role_words": tr("In the person's own words"), "phone": tr("Phone"), "helps_with": tr("Helps with"),
    "note": tr("Anything else"),
}  # fmt: skip


def around_form(name: str) -> LongForm:
    """The questions about one of them; `name` is what the person likes to be called."""
    lives = choice("lives_with_person", tr("Do they live with {name}?").format(name=name), codes.visit.YES_NO)
    trusts = choice("person_trusts", tr("Does {name} trust them?").format(name=name), codes.visit.YES_NO,
                    hint=tr("As {name} says it, best asked when nobody else can hear.").format(name=name))  # fmt: skip
    risk = tr("A mark, not a finding: somebody says so. They are then never offered to help, interpret or be trusted.")
    first: dict[str, Field] = {
        **fields_of((NAME, pick("role", tr("Who are they to {name}?").format(name=name), codes.person.ROLE), lives)),
        **fields_of((words("helps_with", LABELS["helps_with"]), trusts)),
        "marks": ChecksField(tr("What they may not do"), MARKS),
        "possible_risk": PartField(LABELS["possible_risk"], Form(fields_of(RISK)), hint=risk),
    }
    return LongForm(first, _rest)


def answers(connection: Connection) -> dict[str, Any]:
    """Somebody as the form shows them."""
    asked = ("name", "role", "lives_with_person", "helps_with", "person_trusts", "role_words", "phone", "note")
    return {
        **{each: getattr(connection, each) for each in asked},
        "marks": tuple(mark for mark in MARKS if getattr(connection, mark)),
        "possible_risk": asdict(connection.possible_risk) if connection.possible_risk else None,
        "legal_roles": tuple(asdict(each) for each in connection.legal_roles),
    }


def answered(connection: Connection, values: dict[str, Any]) -> Connection:
    """Somebody with what the form says; where they came from, and whose they are, stays."""
    given = {name: value for name, value in values.items() if name not in ("marks", "possible_risk", "legal_roles")}
    risk, roles = values["possible_risk"], values["legal_roles"]
    marks: dict[str, Any] = {mark: mark in values["marks"] for mark in MARKS}
    return replace(
        connection, **given, **marks, possible_risk=PossibleRisk(**risk) if risk else None,
        legal_roles=tuple(LegalRole(**{**row, "role": row["role"] or ""}) for row in roles),
    )  # fmt: skip


def _rest() -> dict[str, Field]:
    return {
        **fields_of((line("phone", LABELS["phone"], width=320), line("role_words", LABELS["role_words"]))),
        "legal_roles": RowsField(
            LABELS["legal_roles"], lambda: Form(fields_of(LEGAL)), more=tr("Add a legal role"),
            hint=tr("Attorney, deputy and the like. Ask to see the document."),
        ),
        **fields_of((words("note", LABELS["note"], lines=2),)),
    }  # fmt: skip
