"""The store: what is committed is kept as a revision, a state and a search entry, all or none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from db import checking, outbox
from db.engine import make_engine
from db.errors import BadInput, Conflict, Damaged, NewerFormat
from db.migrations.format import FORMAT, bring_up_to_date, migrate
from db.store import Draft, Prose, Store, Stored


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = make_engine(tmp_path / "vault.db", lambda: bytearray(range(32)))
    bring_up_to_date(engine, back_up=lambda: None)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: Engine) -> Store:
    return Store(engine, device="lap-test", author="worker", prose=prose)


def prose(kind: str, body: dict[str, Any]) -> Prose:
    return Prose() if kind == "safe_contact" else Prose(body.get("call_me", ""), body.get("purpose", ""))


def save(store: Store, kind: str, body: dict[str, Any], *, id: str = "", base: str | None = None) -> Stored:
    with store.work() as work:
        saved = work.save(kind, id or store.new_id(), body, schema=1, base=base)
        work.commit()
    return saved


def test_leaving_without_commit_undoes_it(store: Store) -> None:
    with store.work() as work:
        work.save("person", "p", {"call_me": "Zoë"}, schema=1, base=None)
    with store.reading() as look:
        assert look.get("person", "p") is None
        assert look.history("p") == []
        assert look.search("zoe") == []


def test_what_is_done_after_a_commit_wants_a_commit_of_its_own(store: Store) -> None:
    with store.work() as work:
        first = work.save("person", "p", {"call_me": "Zoë"}, schema=1, base=None)
        work.commit()
        work.save("person", "p", {"call_me": "Zoe"}, schema=1, base=first.rev)
    with store.reading() as look:
        assert look.get("person", "p") == first


def test_a_search_index_that_cannot_be_read_is_told_as_damage(store: Store, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE search_words_config")
    engine.dispose()
    with pytest.raises(Damaged, match="restore from a backup"), store.reading() as look:
        look.search("zoe")


def test_every_save_is_a_revision_on_top_of_the_last(store: Store) -> None:
    first = save(store, "person", {"call_me": "Zoë"})
    second = save(store, "person", {"call_me": "Zoe"}, id=first.id, base=first.rev)
    with store.reading() as look:
        kept = look.history(first.id)
        assert [item.body for item in kept] == [{"call_me": "Zoë"}, {"call_me": "Zoe"}]
        assert kept[1].parents == (first.rev,)
        assert look.get("person", first.id) == second


def test_a_save_on_top_of_an_old_version_is_refused_and_changes_nothing(store: Store) -> None:
    first = save(store, "person", {"call_me": "Zoë"})
    save(store, "person", {"call_me": "Zoe"}, id=first.id, base=first.rev)
    with pytest.raises(Conflict, match="Nothing was lost"):
        save(store, "person", {"call_me": "other"}, id=first.id, base=first.rev)
    with store.reading() as look:
        assert len(look.history(first.id)) == 2


def test_a_kind_that_nobody_knows_is_refused_with_a_sentence(store: Store) -> None:
    with pytest.raises(BadInput, match="does not know records of this kind"):
        save(store, "spell", {})


def test_a_page_follows_the_last_row_seen(store: Store) -> None:
    for day in (3, 1, 2, 5, 4):
        save(store, "visit", {"day": f"2026-11-0{day}"})
    with store.reading() as look:
        first = look.find("visit", order=("-day", "-n"), limit=2)
        rest = look.find("visit", order=("-day", "-n"), after=(first[-1].body["day"], first[-1].n), limit=9)
    assert [item.body["day"][-1] for item in first + rest] == list("54321")


def test_a_deleted_record_leaves_lists_but_not_history(store: Store) -> None:
    visit = save(store, "visit", {"day": "2026-11-01"})
    save(store, "visit", {"day": "2026-11-01", "deleted": {"at": "x"}}, id=visit.id, base=visit.rev)
    with store.reading() as look:
        assert look.find("visit") == [] and look.count("visit") == 0
        assert len(look.history(visit.id)) == 2


def test_words_are_found_as_they_are_typed_with_or_without_accents(store: Store) -> None:
    saved = save(store, "person", {"call_me": "Zoë Ellis", "purpose": "garden"})
    with store.reading() as look:
        for typed in ("zoe", "ZOË", "gard", "ellis gar", "lli"):
            assert [hit.id for hit in look.search(typed)] == [saved.id], typed
        for hostile in ('"', "*", "NEAR(", "a OR", "\x00", "", "-", "(((", "col:x"):
            assert isinstance(look.search(hostile), list)


def test_no_letter_of_any_script_breaks_a_search(store: Store) -> None:
    every = (chr(code) for code in range(1, sys.maxunicode) if not 0xD800 <= code < 0xE000)
    letters = [letter for letter in every if letter.isalnum()]
    assert len(letters) > 100_000
    with store.reading() as look:
        for start in range(0, len(letters), 60):
            look.search(" ".join(f"a{letter}b" for letter in letters[start : start + 60])[:200])


def test_one_kind_is_asked_for_alone_and_its_name_is_no_word_of_a_record(store: Store) -> None:
    person = save(store, "person", {"call_me": "Ivy Garden"})
    visit = save(store, "visit", {"purpose": "the garden"})
    with store.reading() as look:
        assert [hit.id for hit in look.search("garden")] == [visit.id, person.id]
        assert [hit.id for hit in look.search("garden", kinds=("person",))] == [person.id]
        assert {hit.id for hit in look.search("garden", kinds=("person", "visit"))} == {visit.id, person.id}
        assert look.search("visit") == [] and look.search("person") == []


def test_any_part_of_a_name_finds_a_person_and_nothing_else(store: Store) -> None:
    person = save(store, "person", {"call_me": "Margaret"})
    save(store, "connection", {"call_me": "Margaret"})
    with store.reading() as look:
        assert [hit.id for hit in look.search("garet")] == [person.id]
        assert look.search("garet", kinds=("connection",)) == []
    save(store, "person", {"call_me": "Rita"}, id=person.id, base=person.rev)
    with store.reading() as look:
        assert look.search("garet") == []
        assert [hit.id for hit in look.search("ita", kinds=("person",))] == [person.id]


def test_masked_kinds_are_never_found(store: Store) -> None:
    save(store, "safe_contact", {"purpose": "lighthouse"})
    with store.reading() as look:
        assert look.search("lighthouse") == []


def test_a_draft_is_found_and_gone_once_the_record_is_saved(store: Store) -> None:
    with store.work() as work:
        work.keep_draft(Draft("v", "visit", None, None, {"purpose": "kettle"}))
        work.commit()
    with store.reading() as look:
        assert look.search("kettle")[0].is_draft
        assert look.draft("v") is not None
    save(store, "visit", {"purpose": "teapot"}, id="v")
    with store.reading() as look:
        assert look.search("kettle") == [] and look.drafts() == []


def test_logical_time_goes_on_when_the_clock_is_set_back(engine: Engine) -> None:
    times = iter([datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 23, tzinfo=UTC) - timedelta(days=400)])
    current = [next(times)]
    store = Store(engine, device="d", author="a", prose=prose, now=lambda: current[0])
    first = save(store, "person", {"call_me": "A"})
    current[0] = next(times)
    save(store, "person", {"call_me": "B"}, id=first.id, base=first.rev)
    with store.reading() as look:
        one, two = look.history(first.id)
    assert one.hlc < two.hlc and one.at > two.at


def test_a_state_row_that_no_revision_holds_is_refused(store: Store, engine: Engine) -> None:
    save(store, "person", {"call_me": "Zoë"})
    with engine.connect() as connection, pytest.raises(IntegrityError, match="must hold its revision"):
        connection.exec_driver_sql("UPDATE person SET body = '{}'")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE revision SET author = 'x'",
        "DELETE FROM revision_body",
        "UPDATE revision_body SET body = '{}'",
        "DELETE FROM person",
    ],
)
def test_the_past_cannot_be_changed_by_a_statement(store: Store, engine: Engine, change: str) -> None:
    save(store, "person", {"call_me": "Zoë"})
    with engine.connect() as connection, pytest.raises(IntegrityError):
        connection.exec_driver_sql(change)


def test_the_check_finds_a_revision_whose_text_was_changed_behind_its_back(store: Store, engine: Engine) -> None:
    save(store, "person", {"call_me": "Zoë"})
    assert checking.faults(store) == []
    with engine.connect() as connection:
        connection.exec_driver_sql("DROP TRIGGER revision_body_unchanged")
        connection.exec_driver_sql("UPDATE revision_body SET body = '{}'")
        connection.commit()
    found = " ".join(checking.faults(store))
    assert "not the one that was saved" in found and "not as last saved" in found


def test_a_rebuild_makes_the_same_records_from_the_revisions_alone(store: Store) -> None:
    first = save(store, "person", {"call_me": "Zoë Ellis"})
    save(store, "person", {"call_me": "Zoe Ellis"}, id=first.id, base=first.rev)
    with store.reading() as look:
        before = look.find("person")
    assert checking.rebuild(store) == 1
    with store.reading() as look:
        after = look.find("person")
        assert [(item.id, item.rev, item.body) for item in after] == [(i.id, i.rev, i.body) for i in before]
        assert look.search("ellis")[0].id == first.id
    assert checking.faults(store) == []


TRAVELS = outbox.Travels(with_visit=("answers",), with_person=("connection",), along=("event",))


def packed(store: Store, epoch: str) -> list[int]:
    """The numbers of the revisions that the next bundle of an epoch takes."""
    with store.work() as work:
        bundle = outbox.claim(work, store, TRAVELS, epoch=epoch, council="c", id=store.new_id())
        if bundle is None:
            return []
        work.commit()
        assert outbox.interrupted(work, epoch) == bundle
        numbers = [item.n for item in outbox.contents(work, bundle, page=2)]
        outbox.mark_sealed(work, bundle, digest="d", size=1)
        work.commit()
    return numbers


def test_a_revision_is_packed_once_an_epoch_and_again_in_a_new_one(store: Store) -> None:
    person = save(store, "person", {"call_me": "Zoë"})
    save(store, "visit", {"person": person.id, "state": "complete", "signature": "s"})
    save(store, "visit", {"person": person.id, "state": "planned"})
    assert packed(store, "one") == [1, 2]
    assert packed(store, "one") == []
    assert packed(store, "two") == [1, 2]


def test_what_the_council_could_not_read_is_packed_again_and_what_it_keeps_is_not(store: Store) -> None:
    person = save(store, "person", {"call_me": "Zoë"})
    save(store, "visit", {"person": person.id, "state": "complete", "signature": "s"})
    assert packed(store, "one") == [1, 2]
    set_state(store, outbox.REJECTED)
    assert packed(store, "one") == [1, 2]
    with store.reading() as look:
        assert [(bundle.seq, bundle.reissues) for bundle in outbox.bundles(look)] == [(2, (1,)), (1, ())]
    set_state(store, outbox.DURABLE)
    assert packed(store, "one") == []
    assert packed(store, "two") == []


def set_state(store: Store, state: str) -> None:
    with store.work() as work:
        outbox.mark(work, outbox.bundles(work)[0], state, at="2026-10-14T09:00:00.000Z")
        work.commit()


def test_a_vault_of_a_newer_format_is_refused_and_left_alone(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT + 1}")
        connection.commit()
    with pytest.raises(NewerFormat, match="newer version"):
        bring_up_to_date(engine, back_up=lambda: None)


def test_the_migrations_make_the_tables_of_a_new_vault(engine: Engine, tmp_path: Path) -> None:
    other = make_engine(tmp_path / "migrated.db", lambda: bytearray(range(32)))
    with other.connect() as migrated, engine.connect() as new:
        migrate(migrated)
        assert tables(migrated) == tables(new)
    other.dispose()


def tables(connection: Connection) -> set[str]:
    found = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    return set(found.scalars())


def test_a_check_tells_a_record_that_search_no_longer_finds(store: Store) -> None:
    save(store, "person", {"call_me": "Zoë"})
    assert checking.faults(store) == []
    with store.work() as work:
        work.run("DELETE FROM search_entry")
        work.commit()
    assert checking.faults(store) == ["search index: 1 records are not found by what they say now"]
    checking.rebuild(store)
    assert checking.faults(store) == []
