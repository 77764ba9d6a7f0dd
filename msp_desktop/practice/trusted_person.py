"""Whom to offer when a person wants somebody with them: who, and why they are there. Pure; no choice, no score.

Nobody marked as a possible source of risk is ever among them (practice.md, corrections), nor anybody whom the person
does not trust or wants nothing shared with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msp_desktop.practice import codes
from msp_desktop.record.connection import Connection
from msp_desktop.translation import tr

INDEPENDENT = frozenset({"advocate", "independent_supporter"})


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody to offer, with the reasons in whole sentences."""

    connection: Connection
    reasons: tuple[str, ...]


def offers(connections: Iterable[Connection], *, name: str) -> tuple[Offer, ...]:
    """Those whom the person trusts first, then independent people, then whoever is left, each as they were added.

    Two entries of one name may be one person, so what speaks against either speaks against both.
    """
    everybody = tuple(connections)
    against = {each.name.casefold() for each in everybody if not may_be_trusted(each)}
    found = [Offer(each, tuple(_reasons(each, name=name))) for each in everybody if each.name.casefold() not in against]
    return tuple(sorted(found, key=lambda offer: _place(offer.connection)))


def may_be_trusted(connection: Connection) -> bool:
    """Whether nothing that is written down speaks against offering them."""
    return connection.may_be_offered and not connection.do_not_share_with and connection.person_trusts != "no"


def _place(connection: Connection) -> int:
    if connection.person_trusts == "yes":
        return 0
    return 1 if connection.role in INDEPENDENT else 2


def _reasons(connection: Connection, *, name: str) -> Iterator[str]:
    if connection.person_trusts == "yes":
        yield tr("{name} trusts them.").format(name=name)
    if connection.role in INDEPENDENT:
        yield tr("Independent: {role}.").format(role=codes.person.ROLE.label(connection.role))
    if connection.person_trusts == "not_sure":
        yield tr("{name} is not sure whether to trust them.").format(name=name)
    elif connection.person_trusts != "yes":
        yield tr("Nobody has asked {name} yet whether they trust them.").format(name=name)
    if connection.helps_with:
        yield tr("Helps with: {what}").format(what=connection.helps_with)
