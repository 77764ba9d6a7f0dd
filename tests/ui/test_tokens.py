"""Every pair of colours that meets on a screen can be read, in every theme."""

from __future__ import annotations

import pytest

from ui.tokens import SHAPE_PAIRS, TEXT_PAIRS, THEMES, contrast, ring_contrast


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_of_colours_can_be_read(theme: str) -> None:
    colours = THEMES[theme]
    weak = [pair for pair in TEXT_PAIRS if contrast(*(getattr(colours, name) for name in pair)) < 4.5]
    weak += [pair for pair in SHAPE_PAIRS if contrast(*(getattr(colours, name) for name in pair)) < 3]
    assert not weak


@pytest.mark.parametrize("theme", THEMES)
def test_the_ring_around_the_focus_stands_out_everywhere(theme: str) -> None:
    assert all(ring_contrast(THEMES[theme], ground) >= 3 for ground in ("page", "card", "rail", "primary", "chosen"))
