"""The guide does not go stale: its links lead somewhere, its pictures are taken, and its words stand on the screen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from msp_desktop.sheets.content import Format
from msp_desktop.tools.library import Library
from tests.pictures.__main__ import LOOKS
from tests.pictures.door import DOOR
from tests.pictures.empty import EMPTY
from tests.pictures.scenes import SCENES

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs" / "guide").glob("*.md"))]
HOW_TO = sorted((ROOT / "docs" / "how-to").glob("*.md"))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
QUOTED = re.compile(r"(?<!\*)\*(?![\s*])([^*]+?)\*(?!\*)")
CODE = re.compile(r"^```(?s:.*?)^```$|^ {4}.*$|`[^`]*`", re.MULTILINE)
TITLE = re.compile(r"^\s*(?:- )?(?:title|label): *\"?(.+?)\"?$", re.MULTILINE)
HELD = re.compile(r"\{\w+\}")


@cache
def taken() -> frozenset[str]:
    """Every picture that `make pictures` takes, without the number of a sheet's page."""
    screens = {f"screens/{name}-{look.name}" for name in (*DOOR, *EMPTY, *SCENES) for look in LOOKS}
    kinds = [*(str(each) for each in Format), "filled"]
    sheets = {f"sheets/{tool.sheet_id(each)}-{kind}" for tool, each in Library().sheets() for kind in kinds}
    return frozenset(screens | sheets)


@cache
def spoken() -> frozenset[str]:
    """Everything that the program says, without full stops at ends: what is translated, and titles in resources."""
    modules = [path for floor in ("ui", "msp_desktop") for path in (ROOT / floor).rglob("*.py")]
    titles = [TITLE.findall(path.read_text("utf-8")) for path in (ROOT / "resources").rglob("*.yaml")]
    said = [*(words for path in modules for words in translated(path)), *(each for found in titles for each in found)]
    return frozenset(each.rstrip(".") for each in said)


def translated(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name == "tr" and isinstance(node.args[0].value, str):
                yield node.args[0].value


def is_spoken(words: str) -> bool:
    """Whether it is said: as a whole, as its beginning, with something put into its places, or as a longer part of it.

    One word or two stand in some sentence or other, so they must be a button, a heading or the beginning of one.
    """
    bare = words.rstrip(".")
    if bare in spoken():
        return True
    part = f" {bare} " if len(bare.split()) >= 3 else "\0"
    begun = tuple(bare + sign for sign in ",.:")
    return any(part in f" {each} " or each.startswith(begun) or filled(each).fullmatch(bare) for each in spoken())


@cache
def filled(sentence: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in HELD.split(sentence)]
    # A sentence of places alone would say everything.
    return re.compile("[^.]+".join(parts)) if any(len(part) > 4 for part in parts) else re.compile("(?!)")


def is_there(link: str, page: Path) -> bool:
    file = (page.parent / link.partition("#")[0]).resolve()
    name = file.relative_to(PICTURES).with_suffix("").as_posix() if file.is_relative_to(PICTURES) else ""
    return file.exists() or (file.suffix == ".png" and (name in taken() or re.sub(r"-\d+$", "", name) in taken()))


@pytest.mark.parametrize("page", [*PAGES, *HOW_TO], ids=lambda page: page.name)
def test_every_link_leads_somewhere_and_every_picture_is_taken(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert links
    assert not [link for link in links if not is_there(link, page)]


@pytest.mark.parametrize("page", [*PAGES, *HOW_TO], ids=lambda page: page.name)
def test_what_is_quoted_stands_on_the_screen(page: Path) -> None:
    text = CODE.sub("", page.read_text("utf-8"))
    quoted = {" ".join(words.split()) for words in QUOTED.findall(text)}
    assert quoted
    assert not sorted(words for words in quoted if not is_spoken(words))


def test_the_guide_has_every_page_in_its_list() -> None:
    index = (ROOT / "docs" / "guide" / "README.md").read_text("utf-8")
    assert not [page.name for page in PAGES if page.name != "README.md" and f"({page.name})" not in index]


@pytest.mark.parametrize("words", ["Finish: I am going now", "Save", "Sealed at noon. It waits on this laptop to be"])
def test_words_that_nobody_says_are_found(words: str) -> None:
    assert not is_spoken(words)


def test_a_picture_that_nobody_takes_is_found() -> None:
    assert not is_there("../pictures/screens/nowhere-light.png", PAGES[1])
