"""What a new passphrase must be: long enough, hard to guess, and told in one piece of advice."""

from __future__ import annotations

import hashlib
import math

import pytest

from msp_desktop import passphrase
from msp_desktop.errors import BadInput, ExitCode


@pytest.mark.parametrize("text", ["", "short", "k7#Qp2!xW9z", "Zoë Zoë Zoë"])
def test_a_passphrase_under_twelve_characters_is_told_to_be_longer(text: str) -> None:
    with pytest.raises(BadInput, match="at least 12 characters") as refused:
        passphrase.refuse_weak(text)
    assert refused.value.code == ExitCode.BAD_INPUT


@pytest.mark.parametrize("text", ["password1234", "aaaaaaaaaaaaaaaa", "qwertyuiop12", "Manchester2026", "a" * 5000])
def test_a_passphrase_that_is_easy_to_guess_is_told_what_to_use(text: str) -> None:
    with pytest.raises(BadInput, match="nothing to do with you") as refused:
        passphrase.refuse_weak(text)
    assert text not in str(refused.value)


@pytest.mark.parametrize("text", ["kettle garden lantern seaside", "мой кот любит рыбу", "k7#Qp2!xW9zL"])
def test_a_strong_passphrase_is_taken(text: str) -> None:
    passphrase.refuse_weak(text)
    assert passphrase.strength(text) is passphrase.Strength.STRONG


def test_the_owners_own_name_counts_as_guessed() -> None:
    passphrase.refuse_weak("Thistlewood Quarmby")
    for text in ("Thistlewood Quarmby", "thistlewoodquarmby1", "Thistlewood Quarmby 2026"):
        with pytest.raises(BadInput):
            passphrase.refuse_weak(text, known="Thistlewood Quarmby")


def test_a_proposed_passphrase_is_strong_and_never_the_same() -> None:
    made = {passphrase.proposed() for _ in range(20)}
    assert len(made) == 20
    for each in made:
        passphrase.refuse_weak(each)


def test_the_word_list_is_plain_sorted_and_worth_fifty_bits_in_five_words() -> None:
    words = passphrase.words()
    assert list(words) == sorted(set(words))
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 8 for word in words)
    assert passphrase.WORDS * math.log2(len(words)) > 50


def test_the_word_list_never_changes_since_keys_are_read_out_by_it() -> None:
    told = hashlib.sha256("\n".join(passphrase.words()).encode()).hexdigest()
    assert told == "134fe4aa7d288d29709fde3ab1f2cc9a96751a9868ab00984686abce01e5b1e5"
