"""What travels to the council and how it is packed: waiting revisions become one sealed bundle in the outbox."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db import outbox
from db.attachments import AttachmentFiles
from db.outbox import Bundle
from db.store import Reading, Revision, Store
from msp_desktop.errors import BadInput, Damaged
from msp_desktop.record.kinds import KINDS, json_schema
from msp_desktop.sync.bundle import Plan, Sealed, seal
from msp_desktop.translation import tr

HANGING = ("answers", "outcome", "action", "attachment")
NAMED = ("safe_contact", "connection", "enquiry", "plan")


@dataclass(frozen=True, slots=True)
class Outbox:
    """Sealed visits of one vault. `recipients` are the council's two age recipients, operational and break-glass."""

    store: Store
    folder: Path
    epoch: str
    key: Ed25519PrivateKey
    council: str
    recipients: tuple[str, str]

    def pack(self) -> Sealed | None:
        """Seal what waits into the next bundle; None where nothing waits.

        A bundle that was cut short is built again first: its number and revisions are already its own.
        """
        with self.store.work() as work:
            bundle = outbox.interrupted(work, self.epoch)
            if bundle is None:
                waiting = travelling(work, self.epoch)
                if not waiting:
                    return None
                bundle = outbox.claim(work, self.store, epoch=self.epoch, council=self.council, revisions=waiting)
                work.commit()
        sealed = self._sealed(bundle)
        with self.store.work() as work:
            outbox.mark_sealed(work, bundle, digest=sealed.digest, size=sealed.size)
            work.commit()
        return sealed

    def _sealed(self, bundle: Bundle) -> Sealed:
        if len(set(self.recipients)) != 2:
            raise BadInput(tr("The council's keys must be two different ones. Nothing was packed. Enrol again."))
        plan = Plan(
            bundle=bundle.id,
            device=self.store.device,
            epoch=bundle.epoch,
            seq=bundle.seq,
            prev=bundle.prev,
            chain_n=bundle.chain_n,
            chain_head=bundle.chain_head,
            created=bundle.created,
            recipients=self.recipients,
        )
        schemas = {kind: msgspec.json.format(msgspec.json.encode(json_schema(kind))) for kind in KINDS}
        self.folder.mkdir(parents=True, exist_ok=True)
        with _attachments_told():
            with self.store.reading() as look:
                revisions = list(outbox.contents(look, bundle))
                files = [(file, self._files.pieces(look, file)) for file in files_of(look, revisions)]
            lines = map(line, revisions)
            return seal(plan, lines=lines, schemas=schemas, key=self.key, folder=self.folder, files=files)

    @property
    def _files(self) -> AttachmentFiles:
        return AttachmentFiles(self.store, self.folder.parent)  # outbox and attachments lie in the vault side by side


def travelling(look: Reading, epoch: str) -> list[int]:
    """The numbers of the waiting revisions that may leave: signed visits, what hangs on them, who they name, events.

    A visit that is not signed stays; so does everything about a person who is in no signed visit.
    """
    visits = {item.id: item.body for item in look.find("visit") if item.body.get("signature")}
    people = {body["person"] for body in visits.values()}
    return [n for n, kind, id in outbox.unpacked(look, epoch) if _travels(look, kind, id, visits, people)]


def files_of(look: Reading, revisions: Iterable[Revision]) -> Iterator[str]:
    """The files that travel with these revisions: each with the first revision that names it, and none taken out."""
    for item in revisions:
        stored = look.get(item.kind, item.entity) if item.kind == "attachment" and not item.parents else None
        if stored and not stored.body.get("deleted"):
            yield stored.body["file"]


def line(item: Revision) -> dict[str, Any]:
    """One revision as a bundle spells it."""
    return {
        "rev": item.rev,
        "entity": item.entity,
        "kind": item.kind,
        "schema": item.schema,
        "parents": list(item.parents),
        "hlc": item.hlc,
        "device": item.device,
        "author": item.author,
        "at": item.at,
        "salt": (item.salt or b"").hex(),
        "body": item.body,
    }


@contextmanager
def _attachments_told() -> Iterator[None]:
    try:
        yield
    except Damaged:
        raise Damaged(
            tr(
                "A photo that belongs to these visits is damaged or missing, so nothing was packed. Your records are"
                " safe. Run a check to see which one, then restore from a backup, or take the photo out with a reason."
            )
        ) from None


def _travels(look: Reading, kind: str, id: str, visits: Mapping[str, Any], people: set[str]) -> bool:
    if kind in ("event", "definition", "practitioner"):
        return True
    if kind in ("visit", "person"):
        return id in visits or id in people
    stored = look.get(kind, id)
    body = stored.body if stored else {}
    if kind in HANGING:
        return body.get("visit") in visits
    return kind in NAMED and body.get("person") in people


def waiting(store: Store) -> Iterator[Bundle]:
    """Bundles that wait to be sent."""
    with store.reading() as look:
        yield from (bundle for bundle in outbox.bundles(look) if bundle.state == outbox.WAITING)
