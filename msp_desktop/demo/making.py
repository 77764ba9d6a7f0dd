"""A vault of made-up people, made by living through their visits the way a worker does. No real person is in it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path

from db.argon2_cost import FLOOR
from db.recovery_code import new_code
from msp_desktop.demo import export, paper
from msp_desktop.demo.council import Council
from msp_desktop.demo.days import Clock, Days
from msp_desktop.demo.living import everything, live_through
from msp_desktop.demo.lot import Lot
from msp_desktop.demo.playing import live
from msp_desktop.demo.reading import situations
from msp_desktop.errors import BadInput
from msp_desktop.opening import REAL, Origin, make_vault, open_vault
from msp_desktop.record.ids import RecordId
from msp_desktop.record.practitioner import PRACTITIONER
from msp_desktop.record.record import Shelf
from msp_desktop.record.times import shown_day
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace

PASSPHRASE = "kettle garden lantern seaside"  # noqa: S105  it opens made-up records and is printed on purpose
WORKER = "Ade Bello"
STATE, BEGUN = "demo", "begun"
"""The fact that tells how far the demo has come: `begun`, or, once everything was lived through, its today."""

EVENING = "17:30"
"""When the last working day ends: nothing in the demo is later, but what is planned."""


def make(folder: Path, *, today: date | None = None, seed: str | None = None) -> Iterator[str]:
    """Make or reuse the demo in `folder` and say, line by line, what is there and where.

    All its days are counted from `today`. The same day and seed make the same records again.
    """
    days = Days(today or date.today())
    clock = Clock(days.moment(min(each.met for each in situations()) - 1, EVENING))
    lot = Lot(seed or secrets.token_hex(32), now=clock)
    with closing(_opened(folder / "vault", Origin(now=clock, new_id=lot.id, draw=lot.draw))) as workspace:
        if workspace.visits.count():
            yield _left(workspace)
        else:
            _live(workspace, folder, clock, days)
        yield from _told(workspace, folder)


def make_short(folder: Path) -> Iterator[str]:
    """As `make`, but of one person and two of her visits: what a test needs, in little time."""
    with closing(_opened(folder / "vault", REAL)) as workspace:
        if workspace.visits.count():
            yield _left(workspace)
        else:
            live_through(workspace, with_tools=True)
        export.enrol(workspace, folder / "council", now=datetime.now(UTC))
        export.seal(workspace, outbox=folder / "outbox")
        yield from _told(workspace, folder)


def _left(workspace: Workspace) -> str:
    with workspace.store.reading() as look:
        state = look.fact(STATE)
    if state == BEGUN:
        raise BadInput(tr("This demo was cut short while it was made. Delete its folder, then make it again."))
    told = tr("The demo vault is there already and was left as it is.")
    if state is None:
        return told
    return told + " " + tr("Its today is {day}. For a newer one, delete its folder.").format(day=shown_day(state))


def _opened(vault: Path, origin: Origin) -> Workspace:
    if (vault / "vault.json").exists():
        return open_vault(vault, PASSPHRASE)
    return make_vault(
        vault, worker=WORKER, passphrase=PASSPHRASE, code=new_code(), cost=FLOOR, is_demo=True, origin=origin
    )


def _live(workspace: Workspace, folder: Path, clock: Clock, days: Days) -> None:
    _keep_state(workspace, BEGUN)
    shelf = Shelf(workspace.store, PRACTITIONER)
    worker = shelf.list()[0]
    body = replace(
        worker.body, role="Social worker", team="Adult Safeguarding Team", phone="01632 960100", jurisdiction="england"
    )
    shelf.save(worker, body)
    export.enrol(workspace, folder / "council", now=clock())
    council = Council(workspace, folder / "council")
    notes: dict[RecordId, str] = {}
    live(clock, chain(everything(workspace, days, notes), [council.story(days, outbox=folder / "outbox")]))
    paper.lay_notes(notes, folder / "notes")
    clock.at = days.moment(-1, EVENING)
    _keep_state(workspace, days.today.isoformat())


def _keep_state(workspace: Workspace, state: str) -> None:
    with workspace.store.work() as work:
        work.set_fact(STATE, state)
        work.commit()


def _told(workspace: Workspace, folder: Path) -> Iterator[str]:
    yield tr("Vault: {folder}").format(folder=folder / "vault")
    yield tr("Passphrase: {passphrase}").format(passphrase=PASSPHRASE)
    people, visits = workspace.people.count(), workspace.visits.count()
    yield tr("In it: people {people}, visits {visits}, all of them made up").format(people=people, visits=visits)
    yield from paper.write_notes(workspace, folder / "notes")
    yield from paper.print_sheets(workspace, folder / "sheets")
    yield from export.told(workspace, council=folder / "council", outbox=folder / "outbox")
