"""Which council a vault seals for: the list of keys it was given last, kept in the vault and never in settings.

The first list is compared by voice; a later one must come from the same root key and be newer.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from db.store import Reading, Store
from msp_desktop.errors import BadInput, Damaged
from msp_desktop.record.times import shown_day
from msp_desktop.sync import council as lists
from msp_desktop.sync.council import Council
from msp_desktop.translation import tr

FACT = "council"


class Enrolment:
    """The council of one vault. `is_demo`: the vault holds made-up people and takes trial keys alone."""

    def __init__(self, store: Store, *, is_demo: bool) -> None:
        self._store, self._is_demo = store, is_demo

    def current(self) -> Council | None:
        """The council that this vault knows, None before the first enrolment."""
        with self._store.reading() as look:
            return enrolled(look)

    def enrol(self, document: bytes, signature: str, *, agreed: Callable[[Council], bool]) -> Council:
        """Seal for this council from now on. `agreed` compares the six words of a root key met for the first time.

        Raises BadInput for a list that is forged, out of date, older, another council's, or not meant for this vault;
        nothing is changed then.
        """
        given, known = lists.read(document, signature), self.current()
        self._refuse_unfit(given)
        if known is not None:
            _refuse_other(given, known)
        elif not agreed(given):
            raise BadInput(
                tr("The six words were not confirmed. Nothing was changed. Ring the council, then start again.")
            )
        with self._store.work() as work:
            work.set_fact(FACT, given.document().decode())
            work.commit()
        return given

    def _refuse_unfit(self, given: Council) -> None:
        if given.has_expired(self._store.now()):
            raise BadInput(
                tr("These council keys ran out on {day}. Nothing was changed. Ask the council for newer ones."),
                day=shown_day(given.expires[:10]),
            )
        if self._is_demo and not given.trial:
            raise BadInput(
                tr("This vault is a demo and takes trial keys alone. Nothing was changed. Use a vault of your own.")
            )


def enrolled(look: Reading) -> Council | None:
    """The council that a vault knows, inside a larger look."""
    kept = look.fact(FACT)
    if kept is None:
        return None
    try:
        return msgspec.json.decode(kept, type=Council)
    except msgspec.DecodeError:
        raise Damaged(
            tr("The council's keys in this vault do not read back. Your records are safe. Restore from a backup.")
        ) from None


def _refuse_other(given: Council, known: Council) -> None:
    if given.root != known.root:
        raise BadInput(
            tr("These keys come from another council than the one this vault knows. Nothing was changed. Ring them.")
        )
    if given.number < known.number or (given.number == known.number and given != known):
        raise BadInput(
            tr("These council keys are not newer than this vault's own. Nothing was changed. Ask for the latest.")
        )
