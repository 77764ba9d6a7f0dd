"""Options on a ring: apart from each other, inside, and one arrow from each to the next."""

from __future__ import annotations

import pytest

from msp_desktop.tools.cycle import HEIGHT, arrows, cycle_of, places
from msp_desktop.tools.fields import Pick
from msp_desktop.tools.library import shipped


@pytest.mark.parametrize("count", range(3, 8))
def test_options_lie_apart_and_inside_with_an_arrow_between_each(count: int) -> None:
    stand = places(count)
    for at, one in enumerate(stand):
        assert abs(one.x) + one.width / 2 <= 0.5 and abs(one.y) + one.height / 2 <= HEIGHT / 2
        assert not any(one.overlap(other) for other in stand[:at])
    assert sum(each.is_filled for each in arrows(count)) == count


def test_only_the_chosen_one_has_a_frame_and_it_is_told() -> None:
    field = next(each for each in shipped() if each.key == "change_cycle").field("person_places_self")
    assert isinstance(field, Pick)
    empty, chosen = cycle_of(field, None), cycle_of(field, "thinking")
    assert len(chosen.strokes) == len(empty.strokes) + 1
    assert chosen.told.endswith("Chosen: I think about it.") and "Chosen" not in empty.told
