"""The records read from another thread, over a read-only connection of its own; a look can be cut short."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from db.engine import transaction
from db.faults import told
from db.store import Reading, Store
from db.vault import OpenVault

_BETWEEN_ASKING = 20_000
"""Steps of the database between two looks whether the vault is being closed, some milliseconds."""


class Beside(Store):
    """A store that only reads, for one thread. It sees what is committed when each look begins."""

    def __init__(self, vault: OpenVault, store: Store) -> None:
        super().__init__(vault.reading_engine(), device=store.device, author=store.author, prose=store.prose,
                         now=store.now, new_id=store.new_id)  # fmt: skip
        self._aside, self._guard = vault.aside, threading.Lock()
        self._looking: Any = None  # the driver's connection, which has no types

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """As in every store. Raises Stopped where it was interrupted, or the vault is being closed."""
        with told(), self._aside.work() as stop, transaction(self._engine) as look:
            look.driver.set_progress_handler(stop, _BETWEEN_ASKING)
            self._look_with(look.driver)
            try:
                yield Reading(look)
            finally:
                self._look_with(None)

    def work(self) -> Any:  # noqa: ANN401 - it gives nothing
        """Nothing is written from here."""
        raise TypeError("this store only reads")

    def interrupt(self) -> None:
        """Cut short, from any thread, what is being asked at this moment; later looks are not touched."""
        with self._guard:
            if self._looking is not None:
                self._looking.interrupt()

    def _look_with(self, driver: Any) -> None:  # noqa: ANN401 - as above
        with self._guard:
            self._looking = driver
