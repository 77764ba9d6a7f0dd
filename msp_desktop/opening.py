"""Making a vault and opening one: the keys below, the parts above, put together. No rule of practice is here."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db import vault as vaults
from db.argon2_cost import Argon2Cost, calibrate
from db.attachments import AttachmentFiles
from db.beside import Beside
from db.migrations.format import bring_up_to_date
from db.restore import EPOCH_NEEDED
from db.store import Reading, Store, fresh_id, time_now
from db.vault import OpenVault
from msp_desktop.errors import Damaged, StorageTrouble
from msp_desktop.notices import notices
from msp_desktop.record.actions import Actions
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.attachments import Attachments
from msp_desktop.record.connections import Connections
from msp_desktop.record.enquiries import Enquiries
from msp_desktop.record.ids import RecordId
from msp_desktop.record.kinds import searched_text
from msp_desktop.record.notes import Notes
from msp_desktop.record.outcomes import Outcomes
from msp_desktop.record.people import People
from msp_desktop.record.practitioner import PRACTITIONER, Practitioner
from msp_desktop.record.record import Shelf
from msp_desktop.record.safe_contacts import SafeContacts
from msp_desktop.record.search import Search
from msp_desktop.record.visits import Visits
from msp_desktop.safety import Safety
from msp_desktop.sheets.printing import Printer
from msp_desktop.sheets.register import Register
from msp_desktop.sync.enrolment import Enrolment
from msp_desktop.sync.exporting import EPOCH, Outbox
from msp_desktop.sync.receipts import Receipts
from msp_desktop.sync.sshsig import RECORD, allowed_signer, sign
from msp_desktop.today import Today
from msp_desktop.tools.library import Library
from msp_desktop.tools.team import team_folder
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace

DEVICE, DEVICE_KEY, WORKER = "device", "device_key", "worker"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a vault takes the time, its ids and what is drawn by lot from; what seals it is never drawn here.

    Only a demo has another origin than this one, so that it can be made twice alike.
    """

    now: Callable[[], datetime] = time_now
    new_id: Callable[[], str] = fresh_id
    draw: Callable[[int], bytes] = secrets.token_bytes


REAL = Origin()


def make_vault(
    folder: Path, *, worker: str, passphrase: str, code: str, cost: Argon2Cost | None = None, is_demo: bool = False,
    origin: Origin = REAL,
) -> Workspace:  # fmt: skip
    """A new vault in use, whole or not there at all; without a `cost`, a guess takes this laptop about a second."""

    def fill(vault: OpenVault) -> None:
        first_steps(vault, worker=worker, origin=origin)

    cost = cost or calibrate()
    made = vaults.create(folder, passphrase, code=code, cost=cost, is_demo=is_demo, fill=fill)
    return workspace_of(made, origin=origin)


def first_steps(vault: OpenVault, *, worker: str, origin: Origin = REAL) -> Workspace:
    """Fill a new, empty vault: its tables, this laptop's identity and key, and whose vault it is."""
    bring_up_to_date(vault.engine, back_up=lambda: None)
    store = _store(vault, origin)
    store.device, store.author = "laptop-" + origin.draw(4).hex(), store.new_id()
    with store.work() as work:
        work.set_fact(DEVICE, store.device)
        work.set_fact(DEVICE_KEY, base64.b64encode(origin.draw(32)).decode())
        work.set_fact(EPOCH, origin.draw(4).hex())
        work.set_fact(WORKER, store.author)
        body = Practitioner(name=worker, initials="".join(part[0] for part in worker.split()).upper())
        Shelf(store, PRACTITIONER).write(work, body, id=RecordId(store.author))
        work.commit()
    return workspace_of(vault, origin=origin)


def workspace_of(vault: OpenVault, *, origin: Origin = REAL) -> Workspace:
    """The parts of a vault that is open. Raises Damaged when the vault does not say which laptop it is on."""
    bring_up_to_date(vault.engine, back_up=lambda: vault.back_up(datetime.now(UTC)))
    store = _store(vault, origin)
    with store.reading() as look:
        store.device, store.author = _fact(look, DEVICE), _fact(look, WORKER)
        key = Ed25519PrivateKey.from_private_bytes(base64.b64decode(_fact(look, DEVICE_KEY)))
        is_restored = bool(look.fact(EPOCH_NEEDED))
    if is_restored:
        _start_epoch(store)
    files = AttachmentFiles(store, vault.folder)
    with suppress(StorageTrouble):  # on a full disk the records still open; another day sweeps
        files.sweep()
    answers, looking = AnswersShelf(store), Beside(vault, store)
    tools = Library(team_folder(), kept=answers.kept_text)
    return Workspace(
        vault=vault,
        store=store,
        people=People(store),
        connections=Connections(store),
        safe_contacts=SafeContacts(store),
        enquiries=Enquiries(store),
        visits=Visits(store),
        answers=answers,
        outcomes=Outcomes(store),
        actions=Actions(store),
        attachments=Attachments(store, files),
        notes=Notes(store),
        today=Today(store),
        search=Search(looking, interrupt=looking.interrupt),
        safety=Safety(vault, store),
        enrolment=Enrolment(store, is_demo=vault.is_demo),
        outbox=Outbox(store, vault, files, key),
        receipts=Receipts(store, vault.folder),
        tools=tools,
        printer=Printer(store, tools),
        register=Register(store),
        sign=lambda data: sign(key, data, namespace=RECORD),
        allowed_signer=allowed_signer(store.device, key.public_key()),
        notices=notices(vault, store),
    )


def _store(vault: OpenVault, origin: Origin) -> Store:
    return Store(
        vault.engine, device="", author="", prose=searched_text, now=origin.now, new_id=origin.new_id, draw=origin.draw
    )


def _start_epoch(store: Store) -> None:
    # A restored database may have forgotten bundles whose numbers the council has seen: they are never used again.
    with store.work() as work:
        work.set_fact(EPOCH, secrets.token_hex(4))
        work.set_fact(EPOCH_NEEDED, "")
        work.commit()


def open_vault(folder: Path, passphrase: str) -> Workspace:
    """Open a vault with its passphrase; whatever fails on the way, the vault is closed and locked again."""
    vault = vaults.open_with_passphrase(folder, passphrase)
    try:
        return workspace_of(vault)
    except BaseException:  # whatever it was, the vault ends locked; raised again
        vault.close()
        raise


def _fact(look: Reading, key: str) -> str:
    value = look.fact(key)
    if value is None:
        raise Damaged(tr("These records do not say which laptop they belong to. Restore them from a backup."))
    return value
