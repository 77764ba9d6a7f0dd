"""The recovery code survives being written down, read out and typed in; a slip is noticed."""

from __future__ import annotations

import pytest

from db.errors import BadInput
from db.recovery_code import groups, is_copied, new_code, read_code


def test_a_code_is_seven_groups_of_four_and_never_twice_the_same() -> None:
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all([len(group) for group in groups(code)] == [4] * 7 for code in codes)


def test_a_code_is_read_however_it_was_typed() -> None:
    code = "02QH-R14Q-AZH4-SDX0-0Z1F-ZQ08-PY9V"
    plain = code.replace("-", "")
    assert read_code(code) == plain
    assert read_code(f"  {code.lower().replace('-', ' ')} ") == plain
    assert read_code(code.replace("0", "O").replace("1", "l")) == plain


@pytest.mark.parametrize(
    "code", ["", "02QH", "02QH-R14Q-AZH4-SDX0-0Z1F-ZQ08-PY9VX", "é" * 28, "U" * 28, "0" * 27 + "\0"]
)
def test_what_cannot_be_a_code_is_bad_input(code: str) -> None:
    with pytest.raises(BadInput, match="not quite a recovery code"):
        read_code(code)


def test_nearly_every_single_slip_is_noticed() -> None:
    """Two check characters let one slip in 1,024 through; the wrong code then simply opens nothing."""
    missed = 0
    for place in range(28):
        plain = list(read_code("02QH-R14Q-AZH4-SDX0-0Z1F-ZQ08-PY9V"))
        for letter in set("0123456789ABCDEFGHJKMNPQRSTVWXYZ") - {plain[place]}:
            try:
                read_code("".join([*plain[:place], letter, *plain[place + 1 :]]))
                missed += 1
            except BadInput:
                pass
    assert missed <= 5  # of 868; the code and so the count are fixed


def test_retyping_a_group_shows_that_the_code_is_on_paper() -> None:
    code = "02QH-R14Q-AZH4-SDX0-0Z1F-ZQ08-PY9V"
    assert is_copied(code, group=1, retyped="rl4q ")
    assert not is_copied(code, group=1, retyped="R14P")
    assert not is_copied(code, group=2, retyped="R14Q")
