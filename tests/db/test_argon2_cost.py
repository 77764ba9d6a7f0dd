"""What a guess costs is fitted to the laptop when a vault is made: about a second, and never under the floor."""

from __future__ import annotations

import pytest

from db.argon2_cost import DEFAULT, FLOOR, Argon2Cost, _seconds, calibrate


def laptop(seconds_for_default: float) -> Argon2Cost:
    """What a laptop gets on which one guess at the default takes so long; time grows with memory and with passes."""
    work = DEFAULT.memory * DEFAULT.passes
    return calibrate(lambda cost: seconds_for_default * cost.memory * cost.passes / work)


@pytest.mark.parametrize("seconds", [0.8, 1.0, 1.2])
def test_a_usual_laptop_gets_the_default(seconds: float) -> None:
    assert laptop(seconds).memory == DEFAULT.memory
    assert 3 <= laptop(seconds).passes <= 4


def test_a_fast_laptop_asks_more_of_a_guess() -> None:
    assert laptop(0.25) == Argon2Cost(DEFAULT.memory, 12, DEFAULT.lanes)
    assert laptop(0.0001).is_within_bounds()


def test_a_slow_laptop_asks_less_memory_but_never_under_the_floor() -> None:
    assert laptop(2.0).memory == DEFAULT.memory // 2
    assert laptop(60) == FLOOR


def test_a_laptop_without_the_memory_gets_the_floor() -> None:
    assert calibrate(lambda _: float("inf")) == FLOOR


def test_a_guess_takes_time_that_can_be_measured() -> None:
    assert 0 < _seconds(FLOOR) < float("inf")
