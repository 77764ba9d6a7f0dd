"""The vault that the figures are taken on: 5,000 made-up people and 50,000 visits of about 3 KB, made once."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.argon2_cost import DEFAULT
from db.recovery_code import new_code
from msp_desktop.opening import make_vault, open_vault
from msp_desktop.record.ids import RecordId, SegmentId, StatementId
from msp_desktop.record.person import PERSON, Person
from msp_desktop.record.private_contact import NextAttempt, PrivateContact
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.record.statement import Statement
from msp_desktop.record.times import instant
from msp_desktop.record.visit import VISIT, Visit
from msp_desktop.workspace import Workspace

PASSPHRASE = "copper window morning ferry"
PEOPLE, VISITS, SIGNED, PROMISES, PLANNED = 5_000, 50_000, 1_000, 10, 8
"""Every tenth visit promises another attempt to see the person alone."""
RARE, COMMON = "zeppelin", "kitchen"
FIRST = datetime(2022, 1, 3, 9, tzinfo=UTC)

TODAY = datetime(2026, 4, 15, 8, tzinfo=UTC)
"""The morning after the last of them: eight visits are planned, and several things are due."""

_NAMES = ("Margaret", "Ade", "Raj", "Mo", "Ann", "Bola", "Jo", "Wei", "Olu", "Ivy", "Stan", "Rita")
_PLAIN = (
    "card bank garden kettle tablets bus chair stairs window letter shop neighbour sister doctor morning evening phone"
    " money rent dog radio church bench soup coat keys door lamp nurse clinic meal sleep walk frame rail bath tap"
)
_WORDS = tuple(_PLAIN.split())


def large_vault(folder: Path) -> Path:
    """The folder of the vault, made now if it is not there whole."""
    done = folder / "made"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        workspace = make_vault(
            folder / "vault", worker="Ade Bello", passphrase=PASSPHRASE, code=new_code(), cost=DEFAULT, is_demo=True
        )
        _hurry(workspace)
        _fill(workspace)
        workspace.close()
        done.touch()
    return folder / "vault"


def opened(folder: Path) -> Workspace:
    """The large vault, open."""
    return open_vault(large_vault(folder), PASSPHRASE)


def a_visit(person: RecordId, at: datetime, dice: random.Random, *, words: int = 430) -> Visit:
    """A made-up visit that is over, about 3 KB of JSON."""
    segment = SegmentId(f"s{dice.getrandbits(60):x}")
    son = Presence(name="Daniel", role="son")
    here = Segment(id=segment, start=instant(at), company="company", present=(son,))
    lines = [" ".join(dice.choices(_WORDS, k=words // 12)) + "." for _ in range(12)]
    if dice.random() < 0.3:
        lines[3] += f" We sat in the {COMMON}."
    statements = tuple(
        Statement(id=StatementId(f"l{n}"), kind="said", words=line, written_at=instant(at), segment=segment)
        for n, line in enumerate(lines)
    )
    return Visit(
        person=person, state="draft", day=at.date().isoformat(), zone="Europe/London", type="planned",
        started_at=instant(at), ended_at=instant(at + timedelta(hours=1)), segments=(here,), statements=statements,
    )  # fmt: skip


def _hurry(workspace: Workspace) -> None:
    """What can be made again need not survive a power cut while it is made; opened again, it is like any other."""
    driver = workspace.vault.engine.raw_connection()
    for pragma in ("synchronous=OFF", "wal_autocheckpoint=20000", "cache_size=-400000"):
        driver.cursor().execute(f"PRAGMA {pragma}")
    driver.close()


def _fill(workspace: Workspace) -> None:
    dice = random.Random(7)
    people = _people(workspace, dice)
    for start in range(0, VISITS, 1_000):
        with workspace.store.work() as work:
            for at in range(start, start + 1_000):
                body = a_visit(people[at % PEOPLE], FIRST + timedelta(minutes=45 * at), dice)
                if at in (777, 40_001):
                    body = _with_rare(body)
                if at % PROMISES == 0:
                    body = _with_promise(body)
                work.save(VISIT.name, workspace.store.new_id(), VISIT.encode(body), schema=VISIT.schema, base=None)
            work.commit()
    for visit in workspace.visits.list(order=("-n",), limit=SIGNED):
        workspace.visits.sign(visit, workspace.sign)
    for hour, person in enumerate(people[: PLANNED * 5 : 5]):
        workspace.visits.plan(person, at=TODAY + timedelta(hours=hour), type="review", purpose="Bank card")
        workspace.actions.promise(person, "Ring the bank", who="Ade", due=TODAY.date().isoformat())


def _people(workspace: Workspace, dice: random.Random) -> list[RecordId]:
    ids = []
    with workspace.store.work() as work:
        for at in range(PEOPLE):
            body = Person(call_me=f"{dice.choice(_NAMES)} {_WORDS[at % len(_WORDS)].title()}{at}")
            ids.append(RecordId(workspace.store.new_id()))
            work.save(PERSON.name, ids[-1], PERSON.encode(body), schema=PERSON.schema, base=None)
        work.commit()
    return ids


def _with_promise(body: Visit) -> Visit:
    return replace(body, private_contact=PrivateContact(next=NextAttempt(by=body.day, by_whom="Ade")))


def _with_rare(body: Visit) -> Visit:
    first, *rest = body.statements
    return replace(body, statements=(replace(first, words=first.words + f" A {RARE} went by."), *rest))
