"""The first record of each group, asked once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import make_engine
from db.firsts import first_of_each
from db.migrations.format import bring_up_to_date
from db.store import Prose, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    engine = make_engine(tmp_path / "vault.db", lambda: bytearray(range(32)))
    bring_up_to_date(engine, back_up=lambda: None)
    yield Store(engine, device="lap-test", author="worker", prose=lambda *_: Prose())
    engine.dispose()


def visit(store: Store, person: str, day: str, **more: object) -> None:
    with store.work() as work:
        body = {"person": person, "day": day, "state": "draft", **more}
        work.save("visit", store.new_id(), body, schema=1, base=None)
        work.commit()


def days(store: Store, people: list[str], *, state: str = "draft", order: tuple[str, ...] = ("-day", "-n")) -> set[str]:
    with store.reading() as look:
        found = first_of_each(look, "visit", "person", people, where={"state": state}, order=order)
    return {f"{each.body['person']} {each.body['day']}" for each in found}


def test_each_value_gives_its_first_record_and_one_without_any_gives_none(store: Store) -> None:
    for person, day in (("a", "2026-10-01"), ("a", "2026-10-09"), ("b", "2026-10-03"), ("c", "2026-10-04")):
        visit(store, person, day)
    assert days(store, ["a", "b", "nobody"]) == {"a 2026-10-09", "b 2026-10-03"}
    assert days(store, ["a"], order=("day", "n")) == {"a 2026-10-01"}
    assert days(store, []) == set()


def test_what_does_not_match_or_is_deleted_is_passed_over(store: Store) -> None:
    visit(store, "a", "2026-10-01")
    visit(store, "a", "2026-10-09", state="planned")
    visit(store, "a", "2026-10-10", deleted={"at": "x"})
    assert days(store, ["a"]) == {"a 2026-10-01"}
    assert days(store, ["a"], state="planned") == {"a 2026-10-09"}


def test_it_begins_after_a_place_in_the_order(store: Store) -> None:
    for day in ("2026-10-01", "2026-10-05", "2026-10-09"):
        visit(store, "a", day)
    with store.reading() as look:
        (found,) = first_of_each(
            look, "visit", "person", ["a"], where={"state": "draft"}, order=("day", "n"), after=("2026-10-05", 0)
        )
    assert found.body["day"] == "2026-10-05"
