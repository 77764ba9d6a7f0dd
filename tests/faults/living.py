"""`python -m tests.faults.living VAULT WORDS`: makes a vault and does all that can be done in it, in its own process.

Every text it writes holds WORDS. It ends by being killed, so that journals stay as they were.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db import checking
from db.argon2_cost import FLOOR
from msp_desktop import demo
from msp_desktop.images.picture import Picture
from msp_desktop.opening import make_vault
from msp_desktop.record.attachment import ATTACHMENT
from msp_desktop.record.kind import Kind
from msp_desktop.record.kinds import KINDS
from msp_desktop.record.record import Shelf
from msp_desktop.workspace import Workspace
from tests.bodies import filled
from tests.db.vaults import CODE, PASSPHRASE

SORTED = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
    " SELECT ? || i FROM n ORDER BY 1 DESC"
)


def live(workspace: Workspace, words: str) -> None:
    """A visit from plan to signature, every kind with every field, pictures, drafts, searches, backup, rebuild."""
    demo.live_through(workspace)
    for kind in set(KINDS.values()) - {ATTACHMENT}:  # an attachment without its file would be a fault
        write_every_way(Shelf(workspace.store, kind), words)
    person = workspace.people.new(words)
    picture = Picture(
        data=words.encode() * 9000, media_type="image/jpeg", thumbnail=words.encode() * 90, original_sha256="",
        claimed_taken_at="",
    )  # fmt: skip
    workspace.attachments.add_to_person(person.id, picture, caption=words)
    look_for(workspace, words)
    workspace.vault.back_up(datetime.now(UTC))
    checking.rebuild(workspace.store)
    assert not checking.faults(workspace.store)


def write_every_way(shelf: Shelf[Any], words: str) -> None:
    """Saved, saved again, kept as a draft, undone and deleted."""
    body = body_of(shelf.kind, words)
    saved = shelf.save(shelf.add(body), body)
    shelf.keep_draft(saved.id, body, base=saved.rev)
    shelf.keep_draft(shelf.new_id(), body, base=None)
    with shelf.store.work() as work:
        shelf.write(work, body)  # left without a commit
    shelf.delete(shelf.add(body), words)


def body_of(kind: Kind[Any], words: str) -> Any:  # noqa: ANN401  the body of any kind
    return kind.decode(filled(kind, lambda limit: f"{words} {'and on ' * 200}"[:limit]), schema=kind.schema)


def look_for(workspace: Workspace, words: str) -> None:
    """Searches, and a sort too large for a small memory."""
    with workspace.store.reading() as look:
        assert look.search(words)
        assert len(look.run(SORTED, (words,)).fetchall()) == 20000


if __name__ == "__main__":
    folder, worker = Path(sys.argv[1]), sys.argv[2]
    live(make_vault(folder, worker=worker, passphrase=PASSPHRASE, code=CODE, cost=FLOOR), worker)
    os.kill(os.getpid(), signal.SIGKILL)
