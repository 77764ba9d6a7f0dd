"""What the vault costs: opening, lists, search beside plain FTS5, and one durable save beside one bare row."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from db import keys
from db.engine import connect
from db.store import Prose
from msp_desktop.record.people import People
from msp_desktop.record.person import PERSON
from msp_desktop.record.visit import VISIT
from msp_desktop.workspace import Workspace
from tests.bench.figure import Figure, median, milliseconds, p95
from tests.bench.large_vault import COMMON, FIRST, PEOPLE, PLANNED, RARE, TODAY, VISITS, a_visit

PAGE = 50

ROUNDS, SAVES = 12, 25
"""Saves beside bare rows, turn by turn: what the disk does meanwhile meets both."""


def figures(workspace: Workspace, room: Path) -> Iterator[Figure]:
    """Each figure of the storage floor, on the large vault."""
    yield _opening(workspace)
    yield from _lists(workspace)
    yield from _searches(workspace, room / "plain.db")
    yield from _saves(workspace, room / "bare.db")


def _opening(workspace: Workspace) -> Figure:
    def open_once() -> None:
        engine = workspace.vault.reading_engine()
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT hash FROM revision ORDER BY n DESC LIMIT 1").one()
        engine.dispose()

    return Figure("open the vault with a known key", median(open_once), "ms", "limit", 50)


def _lists(workspace: Workspace) -> Iterator[Figure]:
    def today() -> None:
        usual, workspace.store.now = workspace.store.now, lambda: TODAY
        assert len(workspace.today.read().calls) == PLANNED
        workspace.store.now = usual

    person = workspace.people.list(limit=1)[0].id

    def person_page() -> None:
        People(workspace.store).get(person)
        workspace.visits.list({"person": person}, order=("-day", "-n"), limit=PAGE)
        workspace.outcomes.list({"person": person})
        workspace.actions.list({"person": person})
        workspace.answers.of(person)

    yield Figure("Today: eight visits, and what is not finished", median(today), "ms", "limit", 50)
    yield Figure("a person's page", median(person_page), "ms", "limit", 50)


def _searches(workspace: Workspace, path: Path) -> Iterator[Figure]:
    """Ours beside plain FTS5 behind the same library: what sealing and names cost."""
    plain, ours = _plain_index(workspace, path), workspace.store
    for name, word in (("rare", RARE), ("common", COMMON)):

        def search(word: str = word) -> None:
            with ours.reading() as look:
                assert look.search(word, limit=PAGE)

        def bare(word: str = word) -> None:
            with plain.connect() as connection:
                hits = connection.exec_driver_sql(_PLAIN_SEARCH, (f'"{word}"*', PAGE)).fetchall()
                if len(hits) < PAGE:  # the same two questions as ours: words, then names
                    connection.exec_driver_sql(_PLAIN_NAMES, (f'"{word}"', PAGE)).fetchall()

        taken, peer = median(search, times=40), median(bare, times=40)
        yield Figure(f"search for a {name} word", taken, "ms", "plain FTS5", peer, 1.3)
    plain.dispose()


_PLAIN_SEARCH = (
    "SELECT t.n FROM found JOIN t ON t.n = found.rowid WHERE found MATCH ? ORDER BY found.rowid DESC LIMIT ?"
)


_PLAIN_NAMES = "SELECT t.n, t.names FROM named JOIN t ON t.n = named.rowid WHERE named MATCH ? LIMIT ?"


def _plain_index(workspace: Workspace, path: Path) -> Engine:
    """The same texts in an unencrypted FTS5 index of the same options over a table of them: the peer."""
    path.unlink(missing_ok=True)
    plain = create_engine("sqlite://", module=dbapi2, creator=lambda: dbapi2.connect(str(path)), poolclass=StaticPool)
    with plain.begin() as connection:
        rows = [(n, prose.names, prose.words) for n, prose in enumerate(_texts(workspace), start=1)]
        connection.exec_driver_sql("CREATE TABLE t (n INTEGER PRIMARY KEY, names TEXT, words TEXT)")
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE found USING fts5(names, words, content='t', content_rowid='n',"
            " detail=column, tokenize='unicode61 remove_diacritics 2', prefix='2')"
        )
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE named USING fts5(names, content='t', content_rowid='n',"
            " tokenize='trigram remove_diacritics 1')"
        )
        connection.exec_driver_sql("INSERT INTO t VALUES (?, ?, ?)", rows)
        connection.exec_driver_sql("INSERT INTO found (rowid, names, words) SELECT n, names, words FROM t")
        connection.exec_driver_sql("INSERT INTO named (rowid, names) SELECT n, names FROM t")
    return plain


def _texts(workspace: Workspace) -> Iterator[Prose]:
    """What search knows of each person and visit, in the order they were added."""
    with workspace.store.reading() as look:
        for kind in (PERSON.name, VISIT.name):
            last = 0
            while page := look.find(kind, after=(last,), limit=1_000):
                yield from (workspace.store.prose(kind, each.body) for each in page)
                last = page[-1].n


def _saves(workspace: Workspace, path: Path) -> Iterator[Figure]:
    dice = random.Random(11)
    person = workspace.people.list(limit=1)[0].id
    bodies = iter([a_visit(person, FIRST + timedelta(days=at % 900), dice) for at in range(ROUNDS * (SAVES + 1))])
    path.unlink(missing_ok=True)
    bare = connect(path, lambda: bytearray(range(keys.KEY_SIZE)))
    text = "x" * 3_000
    with closing(bare):
        bare.execute("CREATE TABLE note (n INTEGER PRIMARY KEY, body TEXT)")
        one_row, ours = list[float](), list[float]()
        for _ in range(ROUNDS):
            one_row += milliseconds(lambda: bare.execute("INSERT INTO note (body) VALUES (?)", (text,)), times=SAVES)
            ours += milliseconds(lambda: workspace.visits.add(next(bodies)), times=SAVES)
    peer, middle = statistics.median(one_row), statistics.median(ours)
    told = f"{PEOPLE:,} people, {VISITS:,} visits"
    yield Figure("a durable save, with revision and index", middle, "ms", "one bare encrypted row", peer, 5)
    yield Figure(f"the slowest of 20 saves ({told})", p95(ours), "ms", "limit", 5)
