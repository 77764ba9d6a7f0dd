"""Whatever is pasted into any field of any kind is kept, found and rebuilt, but for what no text can hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db import checking
from db.store import Store
from msp_desktop.record.kind import Kind, texts
from msp_desktop.record.kinds import KINDS
from msp_desktop.record.marks import TEXT_LENGTH
from msp_desktop.record.record import Shelf
from tests.bodies import filled

ALL = pytest.mark.parametrize("kind", list(KINDS.values()), ids=lambda kind: kind.name)
NASTY = (
    "👩🏽‍🦽 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🫖", "قالت: أريد بطاقتي\u200f (١٢٣)", "a\u202eb\u2066c", "\x00\x01\x07\x08\x1b[31m\x7f\x85\u2028\ufeff",
    "\ud800 half \udfff", "\ud83d\ude00", "e\u0301" * 50 + "\u0300" * 90, "'; DROP TABLE person; --",
    "<b>&amp;</b> {x} %s \\",
    "\uffff\ufffe\U0010ffff", " \t\r\n ", '{"$": null}', "\ue000found\ue001",
)  # fmt: skip
WORD = "zyzzyva"
UNSEARCHED = {"safe_contact", "definition"}


def kept(text: str) -> str:
    """The text without NUL and half characters, said another way than the program does."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore").replace("\x00", "")


def body_with(kind: Kind[Any], text: str) -> Any:  # noqa: ANN401  the body of any kind
    return kind.decode(filled(kind, lambda limit: text[:limit]), schema=kind.schema)


def nasty(test: Any) -> Any:  # noqa: ANN401  a decorator
    for text in NASTY:
        test = example(text)(test)
    return settings(max_examples=20, deadline=None)(given(st.text(st.characters(codec=None), max_size=40))(test))


@ALL
def test_any_text_in_every_field_is_kept_in_record_and_draft(kind: Kind[Any], store: Store) -> None:
    shelf = Shelf(store, kind)

    @nasty
    def keep(text: str) -> None:
        body, expected = body_with(kind, text), body_with(kind, kept(text))
        saved = shelf.add(body)
        shelf.keep_draft(saved.id, body, base=saved.rev)
        unsaved = shelf.recover(saved.id)
        assert shelf.get(saved.id).body == saved.body == expected
        assert unsaved is not None and unsaved.body == expected
        assert (saved.removed > 0) == (kept(text) != text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))

    keep()
    before = shelf.list()
    assert len(before) >= len(NASTY)
    assert checking.rebuild(store) == len(before)
    assert shelf.list() == before
    assert checking.faults(store) == []


@ALL
def test_a_word_beside_any_text_is_found_unless_its_kind_is_never_searched(kind: Kind[Any], store: Store) -> None:
    shelf = Shelf(store, kind)
    saved = [shelf.add(body_with(kind, f"{text} {WORD}")).id for text in NASTY]
    with store.reading() as look:
        found = {hit.id for hit in look.search(WORD)}
    assert found == (set() if kind.name in UNSEARCHED else set(saved))


@pytest.mark.parametrize("text", [*NASTY, "a " * 100_000, '"' * 5000, "NEAR(" * 2000], ids=range(len(NASTY) + 3))
def test_whatever_is_pasted_into_the_search_gives_a_list(text: str, store: Store) -> None:
    shelf = Shelf(store, KINDS["person"])
    shelf.add(body_with(KINDS["person"], WORD))
    with store.reading() as look:
        assert isinstance(look.search(text), list)
        assert look.search(f"{WORD} \x00\ud800")


@pytest.mark.parametrize("name", ["person", "visit", "answers", "safe_contact"])
def test_a_paste_of_five_million_characters_is_kept(name: str, store: Store) -> None:
    paste = [("word قلت 🫖 " * TEXT_LENGTH)[:TEXT_LENGTH]]
    data = filled(KINDS[name], lambda limit: paste.pop() if paste and limit >= 1000 else "x")
    assert max(map(len, texts(data))) == TEXT_LENGTH
    shelf = Shelf(store, KINDS[name])
    saved = shelf.add(KINDS[name].decode(data, schema=KINDS[name].schema))
    assert shelf.get(saved.id).body == saved.body
    assert checking.rebuild(store) == 1 and shelf.get(saved.id) == saved
