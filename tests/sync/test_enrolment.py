"""Which council a vault seals for: given once by voice, then only by newer lists of the same council."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import msgspec
import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.store import Store
from msp_desktop.errors import BadInput, NewerFormat
from msp_desktop.sync import sshsig
from msp_desktop.sync.council import Council, Keys
from msp_desktop.sync.enrolment import Enrolment
from msp_desktop.workspace import Workspace

NOW = datetime(2026, 10, 14, 9, tzinfo=UTC)
ROOT = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


def agreed(_council: Council) -> bool:
    return True


def a_key() -> str:
    return sshsig.public_line(Ed25519PrivateKey.generate().public_key())


def a_recipient() -> str:
    return str(pyrage.x25519.Identity.generate().to_public())


KEYS = Keys(operational=a_recipient(), breakglass=a_recipient(), receipts=a_key(), packs=a_key(), tools=a_key())
REAL = Council(
    council="Northshire", number=3, expires="2027-10-14T09:00:00.000Z", keys=KEYS, trial=False,
    root=sshsig.public_line(ROOT.public_key()),
)  # fmt: skip


def signed(council: Council, *, key: Ed25519PrivateKey = ROOT, namespace: str = sshsig.ENROLMENT) -> tuple[bytes, str]:
    document = council.document()
    return document, sshsig.sign(key, document, namespace=namespace)


@pytest.fixture
def store(empty: Workspace) -> Store:
    empty.store.now = lambda: NOW
    return empty.store


@pytest.fixture
def enrolment(store: Store) -> Enrolment:
    return Enrolment(store, is_demo=False)


def test_a_list_that_was_agreed_is_kept(enrolment: Enrolment) -> None:
    assert enrolment.current() is None
    enrolment.enrol(*signed(REAL), agreed=agreed)
    assert enrolment.current() == REAL


def test_a_newer_list_of_the_same_council_needs_no_second_comparing(enrolment: Enrolment) -> None:
    enrolment.enrol(*signed(REAL), agreed=agreed)
    newer = msgspec.structs.replace(REAL, number=4)
    assert enrolment.enrol(*signed(newer), agreed=lambda _: False) == newer


def test_the_same_list_again_does_no_harm(enrolment: Enrolment) -> None:
    enrolment.enrol(*signed(REAL), agreed=agreed)
    assert enrolment.enrol(*signed(REAL), agreed=agreed) == REAL


def changed(**said: object) -> Callable[[], tuple[bytes, str]]:
    return lambda: signed(msgspec.structs.replace(REAL, **said))


def without(role: str) -> tuple[bytes, str]:
    return signed(msgspec.structs.replace(REAL, keys=msgspec.structs.replace(KEYS, **{role: ""})))


REFUSED: dict[str, tuple[Callable[[], tuple[bytes, str]], str]] = {
    "signed by another key": (lambda: signed(REAL, key=Ed25519PrivateKey.generate()), "signature"),
    "signed for another purpose": (lambda: signed(REAL, namespace=sshsig.RECEIPT), "signature"),
    "changed after signing": (lambda: (signed(REAL)[0].replace(b"North", b"South"), signed(REAL)[1]), "signature"),
    "run out": (changed(expires="2026-10-14T09:00:00.000Z"), "ran out on 14 Oct 2026"),
    "without the emergency key": (lambda: without("breakglass"), "emergencies"),
    "with one key twice": (
        changed(keys=msgspec.structs.replace(KEYS, breakglass=KEYS.operational)), "emergencies"
    ),
    "with a key that is none": (changed(keys=msgspec.structs.replace(KEYS, operational="age1x")), "not a list"),
    "with a signing key that is none": (changed(keys=msgspec.structs.replace(KEYS, tools="x")), "not a list"),
    "not spelled as it must be": (lambda: (signed(REAL)[0] + b"\n", signed(REAL)[1]), "not a list"),
    "no JSON": (lambda: (b"\xff{", ""), "not a list"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_a_list_is_refused_that_is(enrolment: Enrolment, what: str) -> None:
    make, told = REFUSED[what]
    with pytest.raises(BadInput, match=told):
        enrolment.enrol(*make(), agreed=agreed)
    assert enrolment.current() is None


LATER_REFUSED: dict[str, tuple[Callable[[], tuple[bytes, str]], str]] = {
    "an older one": (changed(number=2), "not newer"),
    "another of the same number": (changed(council="Southshire"), "not newer"),
}


@pytest.mark.parametrize("what", LATER_REFUSED)
def test_once_a_council_is_known_this_list_is_refused(enrolment: Enrolment, what: str) -> None:
    enrolment.enrol(*signed(REAL), agreed=agreed)
    make, told = LATER_REFUSED[what]
    with pytest.raises(BadInput, match=told):
        enrolment.enrol(*make(), agreed=agreed)
    assert enrolment.current() == REAL


def test_a_list_of_another_council_is_refused(enrolment: Enrolment) -> None:
    enrolment.enrol(*signed(REAL), agreed=agreed)
    other = Ed25519PrivateKey.generate()
    theirs = msgspec.structs.replace(REAL, number=9, root=sshsig.public_line(other.public_key()))
    with pytest.raises(BadInput, match="another council"):
        enrolment.enrol(*signed(theirs, key=other), agreed=agreed)
    assert enrolment.current() == REAL


def test_six_words_that_were_not_confirmed_enrol_nobody(enrolment: Enrolment) -> None:
    with pytest.raises(BadInput, match="six words"):
        enrolment.enrol(*signed(REAL), agreed=lambda _: False)
    assert enrolment.current() is None


def test_a_demo_vault_takes_trial_keys_alone(store: Store) -> None:
    demo = Enrolment(store, is_demo=True)
    with pytest.raises(BadInput, match="trial"):
        demo.enrol(*signed(REAL), agreed=agreed)
    trial = msgspec.structs.replace(REAL, trial=True)
    assert demo.enrol(*signed(trial), agreed=agreed) == trial


def test_a_list_of_a_later_format_asks_for_a_newer_version(enrolment: Enrolment) -> None:
    with pytest.raises(NewerFormat):
        enrolment.enrol(*signed(msgspec.structs.replace(REAL, version=2)), agreed=agreed)


def test_keys_run_out_at_their_moment() -> None:
    end = NOW + timedelta(days=365)
    assert not REAL.has_expired(end - timedelta(milliseconds=1))
    assert REAL.has_expired(end)


def test_the_six_words_of_a_key_never_change() -> None:
    # A council may have them on paper: whoever changes the list of words breaks every comparison.
    assert REAL.spoken == "garlic ruler drawer skirt throne modest"
