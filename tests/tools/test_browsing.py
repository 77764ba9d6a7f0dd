"""Finding a tool: every shipped one stands under a heading, and by what is happening."""

from __future__ import annotations

from msp_desktop.tools.browsing import HAPPENING, by_heading, happening_now
from msp_desktop.tools.library import shipped


def test_every_shipped_tool_stands_under_one_heading() -> None:
    under = [tool.key for tools in by_heading(shipped()).values() for tool in tools]
    assert sorted(under) == sorted(tool.key for tool in shipped())


def test_what_is_happening_narrows_the_tools_down() -> None:
    for code in happening_now(shipped()):
        found = [tool for tools in by_heading(shipped(), happening=code).values() for tool in tools]
        assert found and all(code in tool.happening for tool in found)


def test_a_shipped_tool_names_nothing_that_has_no_words() -> None:
    assert {code for tool in shipped() for code in tool.happening} <= HAPPENING.keys()
