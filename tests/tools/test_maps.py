"""From rows to maps: who is drawn, what is said of it, what its key tells, and what a sheet leaves out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from msp_desktop.tools.board import board
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.drawing import Ecomap, Genogram
from msp_desktop.tools.fields import Rows
from msp_desktop.tools.loading import loaded
from msp_desktop.tools.map import LONGEST_TOLD, Map
from msp_desktop.tools.maps import Links, ecomap_of, genogram_of
from tests.tools.a_life import LIFE, LINKS, PEOPLE, TIES, crowd, link


@pytest.fixture(scope="module")
def maps() -> Definition:
    return loaded(Path(__file__).with_name("maps.yaml").read_text("utf-8"), file="maps.yaml")


def rows(maps: Definition, key: str) -> Rows:
    field = maps.field(key)
    assert isinstance(field, Rows)
    return field


def ties(maps: Definition, given: list[dict[str, Any]], *, without: str = "", is_numbered: bool = False) -> Map:
    field = rows(maps, "ties")
    assert isinstance(field.drawn, Ecomap)
    shown = msgspec.structs.replace(field, columns=tuple(each for each in field.columns if each.key != without))
    return ecomap_of(shown, field.drawn, given, is_numbered=is_numbered)


def family(maps: Definition, links: Links | None, people: list[dict[str, Any]] = PEOPLE, **how: bool) -> Map:
    field = rows(maps, "people")
    assert isinstance(field.drawn, Genogram)
    return genogram_of(field, field.drawn, people, links, **how)


def test_everybody_with_a_name_is_on_the_ecomap_and_says_their_line(maps: Definition) -> None:
    made = ties(maps, [{"strength": "weak"}, *TIES])
    assert [node.row for node in made.nodes] == [1, 2, 3, 4, 5, 6]
    assert made.nodes[0].told == "My daughter Ann, Strong, Both ways, No stress"
    assert made.nodes[-1].told == "Thursday club, no line yet"


def test_an_ecomap_is_told_in_words_and_never_at_length(maps: Definition) -> None:
    told = ties(maps, TIES).told
    assert told.startswith("Me in the middle, 6 around. Strong: My daughter Ann, My son Kit.")
    assert "A lot of stress: The bank, My son Kit." in told
    assert len(ties(maps, crowd(80)).told) <= LONGEST_TOLD


def test_the_key_of_an_ecomap_tells_every_line_in_words(maps: Definition) -> None:
    assert [each.words for each in ties(maps, TIES).key] == [
        "Strong", "Weak", "Broken off", "New", "To me", "From me", "Both ways",
        "How much stress is there? Some stress", "How much stress is there? A lot of stress",
    ]  # fmt: skip


def test_a_column_that_a_sheet_leaves_out_is_neither_drawn_nor_told(maps: Definition) -> None:
    whole, less = ties(maps, TIES), ties(maps, TIES, without="stress")
    assert "stress" in whole.told and "stress" not in repr(less)
    assert len(less.strokes) < len(whole.strokes)


def test_numbers_are_those_of_the_list(maps: Definition) -> None:
    made = ties(maps, [{}, *TIES], is_numbered=True)
    assert [node.mark for node in made.nodes] == ["2", "3", "4", "5", "6", "7"]


def test_links_point_at_people_by_id_and_are_told_with_them(maps: Definition) -> None:
    made = family(maps, Links(rows(maps, "links"), LINKS))
    margaret = made.nodes[0].told
    assert margaret.startswith("Margaret, Mine, A woman, lives here, line to Tom: Married, Close")
    assert "line to Kit: Cares for, Somebody says harm is done" in margaret
    assert "Tom, Mine, A man, has died" in made.nodes[1].told


def test_whoever_has_no_generation_is_not_on_the_map(maps: Definition) -> None:
    assert [node.row for node in family(maps, None).nodes] == [0, 1, 2, 3, 4, 5]


def test_without_the_links_nothing_of_them_is_there(maps: Definition) -> None:
    told = repr(family(maps, None))
    assert "Cares for" not in told and "harm" not in told


def test_a_link_to_a_row_that_is_gone_or_has_no_id_is_left_out(maps: Definition) -> None:
    odd = [link("p1", "nobody"), {"one": {"name": "Margaret"}, "other": {"name": "Tom"}}, {}, {"one": "p1"}]
    people = [{**row, "id": ""} if row["name"] == "Tom" else row for row in PEOPLE]
    assert family(maps, Links(rows(maps, "links"), odd), people) == family(maps, Links(rows(maps, "links")), people)


def test_the_key_of_a_family_has_what_is_drawn_and_letters_where_words_have_no_room(maps: Definition) -> None:
    links = Links(rows(maps, "links"), LINKS)
    words = [each.words for each in family(maps, links).key]
    assert "Has died" in words and "Cut off" in words and "Ordinary" not in words and "Cares for" not in words
    numbered = family(maps, links, is_numbered=True)
    letters = {each.letter: each.words for each in numbered.key if each.letter}
    assert {each.words for each in numbered.labels if each.is_tag} == letters.keys()
    assert set(letters.values()) == {"Cares for", "Landlord of"}


def test_a_board_has_a_card_for_each_answer_and_says_which_row_it_is(maps: Definition) -> None:
    working, not_working, after = board(maps, LIFE, {field.key for field in maps.asked_fields})
    assert [(card.words, card.row) for card in working.cards] == [
        ("Raj brings the paper every day", 0),
        ("The new chair", 1),
    ]
    assert [card.words for card in not_working.cards] == ["Nobody answers the bell at night"]
    assert [(card.ask, card.row) for card in after.cards] == [("What do all agree on?", None)]


def test_a_question_that_is_not_asked_or_hidden_is_on_no_board(maps: Definition) -> None:
    assert board(maps, LIFE, {"agree"})[0].fields == ()
    hidden = msgspec.structs.replace(maps.field("agree"), hidden=True)
    section = msgspec.structs.replace(
        maps.sections[-1], fields=(*maps.sections[-1].fields[:2], hidden, maps.field("next"))
    )
    covered = msgspec.structs.replace(maps, sections=(*maps.sections[:-1], section))
    (_, _, after) = board(covered, LIFE, {field.key for field in maps.asked_fields})
    assert (after.cards, after.fields) == ((), ("next",))
