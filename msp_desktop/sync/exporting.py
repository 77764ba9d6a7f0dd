"""What travels to the council and how it is packed: waiting revisions become one sealed bundle in the outbox.

What happens to a bundle afterwards, receipts tell (`receipts`).
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db import outbox
from db.attachments import AttachmentFiles
from db.disk import copy_file, make_folder, sweep
from db.outbox import Bundle, Packed, Travels
from db.store import Reading, Store, Work
from db.vault import OpenVault
from msp_desktop.errors import BadInput, Damaged
from msp_desktop.export_targets import refuse_target
from msp_desktop.record.event import EVENT, Event
from msp_desktop.record.ids import RecordId
from msp_desktop.record.kinds import KINDS, json_schema
from msp_desktop.record.record import Shelf
from msp_desktop.record.times import instant, shown_day
from msp_desktop.record.visit import VISIT
from msp_desktop.sync.bag import Files, bag
from msp_desktop.sync.bundle import Plan, Sealed, seal, standing
from msp_desktop.sync.council import Council
from msp_desktop.sync.enrolment import enrolled
from msp_desktop.sync.parcel import Parcel, Waiting, parcel_of
from msp_desktop.sync.receipts import last_of_all
from msp_desktop.translation import tr

FOLDER = "outbox"
EPOCH = "epoch"
"""The fact that names today's count of bundles."""

TRAVELS = Travels(
    with_visit=("answers", "outcome", "action", "attachment"),
    with_person=("safe_contact", "connection", "enquiry", "plan", "outcome", "action", "attachment"),
    along=("event", "definition", "practitioner"),
)
"""Never drafts, never what is about a person whom no signed visit names. Answers that name no visit stay: they can be
somebody's own reflection."""


class Outbox:
    """Sealed visits of one open vault. `key` is this laptop's; who can open them is the enrolled council's to say."""

    def __init__(self, store: Store, vault: OpenVault, files: AttachmentFiles, key: Ed25519PrivateKey) -> None:
        self._store, self._vault, self._files, self._key = store, vault, files, key
        self.folder = vault.folder / FOLDER

    def pack(self) -> Iterator[Sealed]:
        """Seal what waits into the next bundle; nothing where nothing waits.

        One that was cut short is finished first: its number and revisions are already its own. Raises BadInput where
        no council can open it, StorageTrouble or Damaged; what waited then waits still.
        """
        make_folder(self.folder)
        sweep(self.folder)
        for next_one in (self._cut_short, self._claimed):
            if bundle := next_one():
                yield self._sealed(bundle)

    def parcels(self) -> tuple[Parcel, ...]:
        """Every bundle that was sealed, latest first, with what became of it in words."""
        with self._store.reading() as look:
            found = [bundle for bundle in outbox.bundles(look) if bundle.state != outbox.SEALING]
        return tuple(parcel_of(each, self._path(each)) for each in found)

    def waiting(self) -> Waiting:
        """What waits to be sealed."""
        with self._store.reading() as look:
            epoch = look.fact(EPOCH) or ""
            found = outbox.leaving(look, TRAVELS, epoch=epoch)
            is_cut_short = outbox.interrupted(look, epoch) is not None
        visits = tuple(RecordId(id) for kind, id in found if kind == VISIT.name)
        return Waiting(visits, len(found) - len(visits), is_cut_short)

    def copy_waiting(self, target: Path) -> Iterator[Sealed]:
        """Copy the sealed bytes of every bundle that no receipt names yet into a folder, and write that down first.

        Raises BadInput where the council does not let files go there, Damaged for one that is no longer in the outbox
        as it was sealed.
        """
        with self._store.reading() as look:
            waiting = [bundle for bundle in outbox.bundles(look) if bundle.state == outbox.WAITING]
        if not waiting:
            return
        if not self._vault.is_demo:  # nothing in it is anybody's
            refuse_target(target)
        with self._store.work() as work:
            self._note(work, where_to=tr("a folder"))
            work.commit()
        make_folder(target)
        for bundle in reversed(waiting):
            sealed = self._unchanged(bundle)
            copy_file(sealed.path, target / sealed.path.name)
            yield Sealed(target / sealed.path.name, sealed.digest, sealed.size)

    def _cut_short(self) -> Bundle | None:
        with self._store.reading() as look:
            return outbox.interrupted(look, look.fact(EPOCH) or "")

    def _claimed(self) -> Bundle | None:
        """The next bundle's number and revisions, committed together with the event that tells of it."""
        with self._store.work() as work:
            council, epoch = self._council(work), work.fact(EPOCH) or ""
            id = self._store.new_id()
            self._note(work, where_to=council.council, bundle=RecordId(id))
            bundle = outbox.claim(work, self._store, TRAVELS, epoch=epoch, council=council.council, id=id)
            if bundle:
                work.commit()
            return bundle

    def _sealed(self, bundle: Bundle) -> Sealed:
        with self._store.reading() as look:
            plan = self._plan(bundle, self._council(look).recipients)
            end = look.end_of_chain()
            # Before the file has its name: an older database put back later must not go unnoticed.
            self._vault.write_mark(n=end.n, head=end.hash)
            sealed = standing(plan, key=self._key.public_key(), folder=self.folder)
            sealed = sealed or seal(plan, self._bag(look, bundle, plan), key=self._key, folder=self.folder)
        with self._store.work() as work:
            outbox.mark_sealed(work, bundle, digest=sealed.digest, size=sealed.size)
            work.commit()
        return sealed

    def _bag(self, look: Reading, bundle: Bundle, plan: Plan) -> Generator[bytes]:
        return bag(
            name=bundle.id,
            info=replace(plan, receipt=last_of_all(look)).inside(),
            lines=map(line, outbox.contents(look, bundle)),
            schemas={kind: msgspec.json.format(msgspec.json.encode(json_schema(kind))) for kind in KINDS},
            files=self._attached(look, bundle),
        )

    def _attached(self, look: Reading, bundle: Bundle) -> Files:
        return ((file, self._pieces(look, file)) for file in outbox.files(look, bundle))

    def _pieces(self, look: Reading, file: str) -> Iterator[bytes]:
        try:
            yield from self._files.pieces(look, file)
        except Damaged:
            raise Damaged(
                tr(
                    "A photo that belongs to these visits is damaged or missing, so nothing was packed. Your records"
                    " are safe. Run a check to see which one, then restore from a backup, or take it out with a reason."
                )
            ) from None

    def _plan(self, bundle: Bundle, recipients: tuple[str, ...]) -> Plan:
        return Plan(
            bundle=bundle.id,
            device=self._store.device,
            epoch=bundle.epoch,
            seq=bundle.seq,
            prev=bundle.prev,
            chain_n=bundle.chain_n,
            chain_head=bundle.chain_head,
            created=bundle.created,
            recipients=recipients,
            reissues=bundle.reissues,
        )

    def _path(self, bundle: Bundle) -> Path:
        return self.folder / self._plan(bundle, ()).file_name

    def _unchanged(self, bundle: Bundle) -> Sealed:
        found = standing(self._plan(bundle, ()), key=self._key.public_key(), folder=self.folder)
        if found is None or found.digest != bundle.digest:
            raise Damaged(
                tr("A sealed file is missing from the outbox or was changed. Your records are safe. Ask your IT team.")
            )
        return found

    def _council(self, look: Reading) -> Council:
        council = enrolled(look)
        if council is None:
            raise BadInput(
                tr("This vault does not know its council yet, so nothing was packed. Enrol the council first.")
            )
        if council.has_expired(self._store.now()):
            raise BadInput(
                tr("The council's keys ran out on {day}, so nothing was packed. Ask the council for newer ones."),
                day=shown_day(council.expires[:10]),
            )
        return council

    def _note(self, work: Work, *, where_to: str, bundle: RecordId | None = None) -> None:
        event = Event(
            what="export", at=instant(self._store.now()), subject=bundle, subject_kind="bundle", where_to=where_to
        )
        Shelf(self._store, EVENT).write(work, event)


def line(item: Packed) -> bytes:
    """One revision as a bundle spells it, RFC 8785: names in order, and ids and moments that need no escaping.

    The body is spelled so already and is most of it; spelling it again would take longer than all the rest.
    """
    before = msgspec.json.encode({"at": item.at, "author": item.author})
    after = msgspec.json.encode(
        {
            "device": item.device,
            "entity": item.entity,
            "hlc": item.hlc,
            "kind": item.kind,
            "parents": list(item.parents),
            "rev": item.rev,
            "salt": (item.salt or b"").hex(),
            "schema": item.schema,
        }
    )
    return b"".join((before[:-1], b',"body":', (item.body or "null").encode(), b",", after[1:]))
