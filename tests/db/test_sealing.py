"""A sealed file opens whole or not at all: nothing changed, moved, left out or added goes unseen."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Damaged
from db.sealing import CHUNK, seal, unseal

KEY, OTHER_KEY = bytes(range(32)), bytes(32)
HEAD, SEALED = 8, CHUNK + 16
AROUND_BORDERS = st.builds(
    lambda chunks, off: max(0, chunks * CHUNK + off), st.integers(0, 3), st.integers(-17, 17) | st.integers(0, CHUNK)
)


def sealed(data: bytes, name: str = "one") -> bytes:
    return b"".join(seal(data, KEY, name))


def opened(data: bytes, name: str = "one", key: bytes = KEY) -> bytes:
    return b"".join(unseal(io.BytesIO(data), key, name))


def content(size: int) -> bytes:
    return (bytes(range(251)) * (size // 251 + 1))[:size]


@given(AROUND_BORDERS)
def test_what_was_sealed_comes_back_at_every_size(size: int) -> None:
    data = content(size)
    kept = sealed(data)
    assert opened(kept) == data
    assert len(kept) == HEAD + size + 16 * max(1, -(-size // CHUNK))


@given(AROUND_BORDERS, st.data())
def test_a_flipped_bit_is_seen_wherever_it_is(size: int, draw: st.DataObject) -> None:
    kept = bytearray(sealed(content(size)))
    kept[draw.draw(st.integers(0, len(kept) - 1))] ^= 1 << draw.draw(st.integers(0, 7))
    with pytest.raises(Damaged):
        opened(bytes(kept))


@given(AROUND_BORDERS, st.data())
def test_a_file_cut_short_is_seen_wherever_it_is_cut(size: int, draw: st.DataObject) -> None:
    kept = sealed(content(size))
    with pytest.raises(Damaged):
        opened(kept[: draw.draw(st.integers(0, len(kept) - 1))])


def chunks(kept: bytes) -> list[bytes]:
    return [kept[HEAD:][start : start + SEALED] for start in range(0, len(kept) - HEAD, SEALED)]


REARRANGED: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "cut at a chunk's border": lambda of: of[:-1],
    "the first chunk left out": lambda of: of[1:],
    "a middle chunk left out": lambda of: [of[0], *of[2:]],
    "two chunks in each other's place": lambda of: [of[1], of[0], *of[2:]],
    "a chunk twice": lambda of: [of[0], *of],
    "the last chunk twice": lambda of: [*of, of[-1]],
    "something after the end": lambda of: [*of, b"more"],
    "no chunk at all": lambda of: [],
}


@pytest.mark.parametrize("how", REARRANGED)
@pytest.mark.parametrize("size", [3 * CHUNK, 3 * CHUNK + 5])
def test_chunks_that_are_not_all_there_in_order_are_seen(how: str, size: int) -> None:
    kept = sealed(content(size))
    with pytest.raises(Damaged, match="nothing was changed"):
        opened(kept[:HEAD] + b"".join(REARRANGED[how](chunks(kept))))


def test_a_file_opens_under_its_own_name_and_key_alone() -> None:
    kept = sealed(b"words", "one")
    with pytest.raises(Damaged):
        opened(kept, "two")
    with pytest.raises(Damaged):
        opened(kept, "one", OTHER_KEY)
