"""Names on rings: each in its ring and quarter, apart while there is room, and the same every time."""

from __future__ import annotations

import pytest

from msp_desktop.tools.circles import OnRing, Place, placed, radii, ring_and_quarter

NAMES = ["Ann", "Raj Patel", "Mo", "The day centre", "Father Michael", "Mrs Okonkwo next door", "Jo", "Dr Shah"]


def test_a_name_lies_in_its_ring_and_quarter() -> None:
    names = [OnRing(words, ring=at % 5, quarter=at % 4) for at, words in enumerate(NAMES)]
    for name, place in zip(names, placed(names, rings=5), strict=True):
        assert ring_and_quarter(place.x, place.y, rings=5) == (name.ring, name.quarter)


@pytest.mark.parametrize("count", [1, 8, 16, 20])
def test_names_stand_apart_while_there_is_room(count: int) -> None:
    names = [OnRing(NAMES[at % 8], ring=1 + at % 4, quarter=(at // 4) % 4) for at in range(count)]
    boxes = placed(names, rings=5)
    overlaps = [one.overlap(other) for at, one in enumerate(boxes) for other in boxes[:at]]
    assert not any(overlaps)


def test_the_same_names_stand_in_the_same_places() -> None:
    names = [OnRing(words, ring=2, quarter=1) for words in NAMES]
    assert placed(names, rings=5) == placed(names, rings=5)


def test_sixty_names_and_a_very_long_one_find_a_place() -> None:
    names = [OnRing("x" * 300, ring=at % 5, quarter=at % 4) for at in range(60)]
    assert len(placed(names, rings=5)) == 60


def test_the_rings_reach_from_the_middle_to_the_edge() -> None:
    assert list(radii(5)) == sorted(radii(5))
    assert radii(5)[-1] == pytest.approx(0.5)


def test_a_point_outside_belongs_to_the_last_ring() -> None:
    assert ring_and_quarter(0.9, 0.9, rings=5) == (4, 2)
    assert Place(0, 0, 1, 1).overlap(Place(5, 5, 1, 1)) == 0
