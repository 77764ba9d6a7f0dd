"""An open vault: the one door for the window and the command line. Holds the parts, has no logic. Read this first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db.store import Store
from db.vault import OpenVault
from msp_desktop.notices import mark_end
from msp_desktop.record.actions import Actions
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.attachments import Attachments
from msp_desktop.record.connections import Connections
from msp_desktop.record.enquiries import Enquiries
from msp_desktop.record.notes import Notes
from msp_desktop.record.outcomes import Outcomes
from msp_desktop.record.people import People
from msp_desktop.record.safe_contacts import SafeContacts
from msp_desktop.record.search import Search
from msp_desktop.record.signing import Signer
from msp_desktop.record.visits import Visits
from msp_desktop.safety import Safety
from msp_desktop.sheets.printing import Printer
from msp_desktop.sheets.register import Register
from msp_desktop.sync.enrolment import Enrolment
from msp_desktop.sync.exporting import Outbox
from msp_desktop.sync.receipts import Receipts
from msp_desktop.today import Today
from msp_desktop.tools.library import Library


@dataclass(frozen=True, slots=True)
class Workspace:
    """The parts of one open vault.

    `sign` signs a visit with this laptop's device key; `allowed_signer` is the line by which a council checks it.
    `notices` are sentences that the person who opened it must be told; nothing is refused because of them.
    """

    vault: OpenVault
    store: Store
    people: People
    connections: Connections
    safe_contacts: SafeContacts
    enquiries: Enquiries
    visits: Visits
    answers: AnswersShelf
    outcomes: Outcomes
    actions: Actions
    attachments: Attachments
    notes: Notes
    today: Today
    search: Search
    safety: Safety
    enrolment: Enrolment
    outbox: Outbox
    receipts: Receipts
    tools: Library
    printer: Printer
    register: Register
    sign: Signer
    allowed_signer: str
    notices: tuple[str, ...] = ()

    @property
    def is_demo(self) -> bool:
        """Whether everything in this vault is made up."""
        return self.vault.is_demo

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self.vault.folder

    def close(self) -> None:
        """Lock: how far the records go is marked, the database closed and the key wiped. Twice does no harm."""
        try:
            mark_end(self.vault, self.store)
        finally:
            self.vault.close()
