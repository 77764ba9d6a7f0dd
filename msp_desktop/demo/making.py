"""A vault of made-up people, made by living through a visit the way a worker does. No real person is in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.argon2_cost import FLOOR
from db.recovery_code import new_code
from msp_desktop.demo import export, paper, tools
from msp_desktop.opening import make_vault, open_vault
from msp_desktop.record.ids import RecordId
from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.record import Record
from msp_desktop.record.segment import Presence
from msp_desktop.record.visit import Danger, Visit
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace

PASSPHRASE = "kettle garden lantern seaside"  # noqa: S105  it opens made-up records and is printed on purpose
START = datetime(2026, 10, 14, 9, 5, tzinfo=UTC)
SON = Presence(name="Daniel", role="son")


def make(folder: Path) -> Iterator[str]:
    """Make or reuse the demo in `folder` and say, line by line, what is there and where."""
    with closing(_opened(folder / "vault")) as workspace:
        if workspace.visits.count():
            yield tr("The demo vault is there already and was left as it is.")
        else:
            live_through(workspace, with_tools=True)
        yield tr("Vault: {folder}").format(folder=folder / "vault")
        yield tr("Passphrase: {passphrase}").format(passphrase=PASSPHRASE)
        yield from _written_notes(workspace, folder / "notes")
        yield from paper.print_sheets(workspace, folder / "sheets")
        yield from export.seal(workspace, council=folder / "council", outbox=folder / "outbox")


def _opened(vault: Path) -> Workspace:
    if (vault / "vault.json").exists():
        return open_vault(vault, PASSPHRASE)
    return make_vault(vault, worker="Ade Bello", passphrase=PASSPHRASE, code=new_code(), cost=FLOOR, is_demo=True)


def live_through(workspace: Workspace, *, with_tools: bool = False) -> None:
    """One person, one visit from plan to signature, and one still to come."""
    clock = [START]
    usual, workspace.store.now = workspace.store.now, lambda: clock[0]
    person = workspace.people.new("Margaret").id
    visit = workspace.visits.plan(person, at=START - timedelta(minutes=5), type="planned", purpose="Bank card")
    visit = _company_and_time_alone(workspace, visit, clock)
    visit = _private_contact(workspace, visit)
    if with_tools:
        tools.fill_in(workspace, visit)
    visit = workspace.visits.save(visit, replace(visit.body, danger=Danger(answer="no")))
    clock[0] += timedelta(minutes=9)
    workspace.visits.sign(workspace.visits.finish(visit), workspace.sign)
    workspace.visits.plan(person, at=START + timedelta(days=10), type="review", purpose="Day centre")
    workspace.store.now = usual


def _company_and_time_alone(workspace: Workspace, visit: Record[Visit], clock: list[datetime]) -> Record[Visit]:
    visits = workspace.visits
    visit = visits.they_came_in(visits.start(visit), SON)
    clock[0] += timedelta(minutes=7)
    visit = visits.write_statement(visit, "said", "I'm fine, he does it all.", question="How are you managing?")
    visit = visits.write_statement(visit, "told", "She forgets, so I keep the card.", speaker="Daniel")
    clock[0] += timedelta(minutes=10)
    visit = visits.only_us(visit)
    clock[0] += timedelta(minutes=4)
    visit = visits.write_statement(visit, "said", "I want my card back. I don't want him in trouble.")
    visit = visits.write_statement(visit, "observed", "Walking frame in the hall, out of reach of her chair.")
    clock[0] += timedelta(minutes=15)
    return visits.they_came_in(visit, SON)


def _private_contact(workspace: Workspace, visit: Record[Visit]) -> Record[Visit]:
    answers = PrivateContact(
        segment=visit.body.segments[-2].id,
        seen="yes",
        alone="yes",
        could_hear="nobody",
        because="Daniel took the dog out and I watched him go to the end of the road.",
        long_enough="yes",
    )
    return workspace.visits.confirm_private_contact(workspace.visits.set_private_contact(visit, answers))


def _written_notes(workspace: Workspace, folder: Path) -> Iterator[str]:
    """The note of each signed visit as a file: the demo shows what a worker would paste."""
    folder.mkdir(parents=True, exist_ok=True)
    for visit in workspace.visits.list({"state": "complete"}):
        file = folder / f"{visit.id}.txt"
        if not file.exists():
            file.write_text(_note(workspace, visit.id), "utf-8")
        yield tr("Note for the council system: {file}").format(file=file)


def _note(workspace: Workspace, visit: RecordId) -> str:
    return workspace.notes.copy(visit, where_to="demo folder").text
