"""The vault read from another thread: it sees what is saved, can be cut short, and ends before the vault is closed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import vault
from db.beside import Beside
from db.errors import Stopped
from db.migrations.format import bring_up_to_date
from db.store import Prose, Store
from db.vault import OpenVault
from tests.db.vaults import NOW, PASSPHRASE

ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"


@pytest.fixture
def held(tmp_path: Path) -> Iterator[OpenVault]:
    held = vault.create(tmp_path / "vault", PASSPHRASE, code="02QH-R14Q-AZH4-SDX0-0Z1F-ZQ08-PY9V")
    bring_up_to_date(held.engine, back_up=lambda: None)
    yield held
    held.close()


@pytest.fixture
def store(held: OpenVault) -> Store:
    return Store(held.engine, device="lap-test", author="worker", prose=lambda *_: Prose(), now=lambda: NOW)


@pytest.fixture
def beside(held: OpenVault, store: Store) -> Beside:
    return Beside(held, store)


def count_for_ever(beside: Beside) -> tuple[threading.Thread, threading.Event, list[str]]:
    """A look that does not end by itself, in another thread."""
    looking, ended = threading.Event(), list[str]()

    def look() -> None:
        try:
            with beside.reading() as reading:
                looking.set()
                reading.run(ENDLESS).fetchone()
        except Stopped:
            ended.append("stopped")

    thread = threading.Thread(target=look)
    thread.start()
    assert looking.wait(10)
    return thread, looking, ended


def test_it_sees_what_was_saved_before_each_look(store: Store, beside: Beside) -> None:
    with store.work() as work:
        work.save("person", "p", {"call_me": "Zoe"}, schema=1, base=None)
        with beside.reading() as look:
            assert look.get("person", "p") is None
        work.commit()
    with beside.reading() as look:
        assert look.get("person", "p") is not None


def test_it_writes_nothing(beside: Beside) -> None:
    with pytest.raises(TypeError):
        beside.work()


def test_a_look_is_cut_short_and_the_next_one_is_not(beside: Beside) -> None:
    thread, _, ended = count_for_ever(beside)
    while thread.is_alive():
        beside.interrupt()
        thread.join(0.01)
    assert ended == ["stopped"]
    beside.interrupt()
    with beside.reading() as look:
        assert look.get("person", "p") is None


def test_saving_goes_on_while_somebody_looks(store: Store, beside: Beside, held: OpenVault) -> None:
    thread, _, _ = count_for_ever(beside)
    with store.work() as work:
        work.save("person", "p", {"call_me": "Zoe"}, schema=1, base=None)
        work.commit()
    held.close()
    thread.join(10)
    assert not thread.is_alive()


def test_closing_stops_every_look_and_lets_none_begin(held: OpenVault, beside: Beside) -> None:
    thread, _, ended = count_for_ever(beside)
    held.close()
    thread.join(10)
    assert ended == ["stopped"]
    with pytest.raises(Stopped), beside.reading():
        pass
