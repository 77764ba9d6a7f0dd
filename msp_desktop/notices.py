"""What a person is told on opening a vault, and the mark at its end that tells it. Nothing is refused here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from db.clock import is_behind
from db.store import Reading, Store
from db.vault import OpenVault
from msp_desktop.errors import Failure
from msp_desktop.record.event import Event
from msp_desktop.record.events import Events
from msp_desktop.record.times import instant
from msp_desktop.translation import tr


def notices(vault: OpenVault, store: Store) -> tuple[str, ...]:
    """A sentence or two for each thing that is not as it was left: key file, records, clock.

    Older records put back are also written down as an event, since the next lock marks their end as the new one.
    """
    with store.reading() as look:
        older = vault.check_mark(look.hash_at)
        found = tuple(_of_small_things(vault, store, look))
    if older is None:
        return found
    with suppress(Failure):  # a full disk must not keep anybody from reading
        Events(store).add(Event(what="unlock", at=instant(store.now()), reason=older))
    return (older, *found)


def mark_end(vault: OpenVault, store: Store) -> None:
    """Remember how far the records go, so that an older copy put back is noticed at the next opening."""
    if vault.is_closed:
        return
    with suppress(Failure):  # a disk that is full or read-only must not keep anybody from locking
        with store.reading() as look:
            end = look.end_of_chain()
        vault.write_mark(n=end.n, head=end.hash)


def _of_small_things(vault: OpenVault, store: Store, look: Reading) -> Iterator[str]:
    if vault.was_repaired:
        yield tr(
            "One of the two copies of this vault's key file was missing or damaged. It was written again from the other"
            " one and nothing was lost. If you see this again, ask your IT team to look at the disk."
        )
    if is_behind(look.end_of_chain().hlc, store.now()) and not vault.is_demo:  # its visits have made-up times
        yield tr(
            "This laptop's clock shows an earlier time than your last save: it is wrong now, or it was wrong then."
            " Your records keep their order. Check the date and time before you go on."
        )
