"""Somebody around the person in words: what is known, what they may not do, and what is only said about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msp_desktop.practice import codes
from msp_desktop.record.connection import Connection, LegalRole, PossibleRisk
from msp_desktop.translation import tr
from ui.screens.about.item import told_day
from ui.screens.about.records_card import Line

_TRUST = {
    "yes": tr("{name} trusts them."),
    "no": tr("{name} does not trust them."),
    "not_sure": tr("{name} is not sure whether to trust them."),
    "not_asked": tr("Nobody has asked {name} whether they trust them."),
}


def lines_of(connection: Connection, *, name: str) -> Iterator[Line]:
    """Everything there is to read of one of them; `name` is what the person likes to be called."""
    yield connection.name or tr("Without a name so far"), "label"
    plain = (role_of(connection), _home(connection, name), _phone(connection), _helps(connection))
    yield from ((words, "") for words in plain if words)
    if connection.person_trusts:
        yield _TRUST[connection.person_trusts].format(name=name), ""
    yield from ((_legal(each), "") for each in connection.legal_roles)
    yield from ((words, "label") for words in _marks(connection, name))
    if connection.possible_risk is not None:
        yield from _risk(connection.possible_risk)
    if connection.note:
        yield connection.note, "hint"


def role_of(connection: Connection) -> str:
    """Who they are to the person, as it is known and as the person says it."""
    known = codes.person.ROLE.labels.get(connection.role or "", "")
    return tr(", ").join(filter(None, [known, connection.role_words]))


def _home(connection: Connection, name: str) -> str:
    if connection.lives_with_person == "yes":
        return tr("Lives with {name}.").format(name=name)
    return tr("Lives somewhere else.") if connection.lives_with_person == "no" else ""


def _phone(connection: Connection) -> str:
    return tr("Phone: {number}").format(number=connection.phone) if connection.phone else ""


def _helps(connection: Connection) -> str:
    return tr("Helps with: {what}").format(what=connection.helps_with) if connection.helps_with else ""


def _legal(legal: LegalRole) -> str:
    # Saying that somebody holds a role without having seen the document is a known error (practice.md T06).
    role, seen = codes.person.LEGAL_ROLE.labels.get(legal.role, ""), told_day(legal.document_seen_on or "")
    sentence = (
        tr("{role}: document seen on {day}. {scope}")
        if seen
        else tr("{role}: so somebody said. Nobody here has seen the document. {scope}")
    )
    scope = tr("Scope: {scope}").format(scope=legal.scope) if legal.scope else ""
    return sentence.format(role=role or tr("A legal role"), day=seen, scope=scope).strip()


def _marks(connection: Connection, name: str) -> Iterable[str]:
    if connection.must_not_interpret:
        yield tr("Must not interpret.")
    if connection.do_not_share_with:
        yield tr("Share nothing about {name} with them.").format(name=name)


def _risk(risk: PossibleRisk) -> Iterator[Line]:
    since = told_day(risk.since or "")
    sentence = (
        tr("Possible source of risk: {who} says so, since {day}. {what}")
        if since
        else tr("Possible source of risk: {who} says so. {what}")
    )
    who = risk.who_says or tr("somebody")
    yield sentence.format(who=who, day=since, what=risk.what).strip(), "label"
    yield tr("This is a mark, not a finding. They are not offered as somebody to help, interpret or trust."), "hint"
