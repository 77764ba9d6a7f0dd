"""What a worker chose about the program stays chosen, and a spoilt file is no trouble."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.settings import FILE, Settings, read_settings, write_settings


def test_what_was_chosen_is_read_back(tmp_path: Path) -> None:
    chosen = Settings().with_choice("colours", "dark").with_choice("text_size", 150)
    write_settings(tmp_path / "new", chosen)
    assert read_settings(tmp_path / "new") == chosen


@pytest.mark.parametrize("text", ["", "[]", "{", '{"colours": "pink", "text_size": "large"}', '{"text_size": [1]}'])
def test_a_spoilt_or_strange_file_means_that_nothing_was_chosen(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    assert read_settings(tmp_path) == Settings()
