"""Answers to the tool with maps, rooms and a board: a made-up life, and crowds to fill it."""

from __future__ import annotations

from typing import Any

TIES: list[dict[str, Any]] = [
    {"name": "My daughter Ann", "strength": "strong", "flow": "both", "stress": "none"},
    {"name": "The GP", "strength": "weak", "flow": "to_me"},
    {"name": "Raj next door", "strength": "new", "flow": "to_me", "stress": "some"},
    {"name": "The bank", "strength": "broken", "stress": "a_lot"},
    {"name": "My son Kit", "strength": "strong", "flow": "from_me", "stress": "a_lot"},
    {"name": "Thursday club"},
]
PEOPLE: list[dict[str, Any]] = [
    {"id": "p1", "name": "Margaret", "sex": "woman", "generation": "same", "here": "yes"},
    {"id": "p2", "name": "Tom", "sex": "man", "generation": "same", "died": "yes"},
    {"id": "p3", "name": "Ann", "sex": "woman", "generation": "below"},
    {"id": "p4", "name": "Kit", "sex": "man", "generation": "below", "here": "yes"},
    {"id": "p5", "name": "Mo", "sex": "other", "generation": "below_two", "here": "yes"},
    {"id": "p6", "name": "Lee, the lodger", "generation": "same", "here": "yes"},
    {"id": "p7", "name": "Nobody knows when"},
]


def link(one: str, other: str, type: str = "", quality: str = "") -> dict[str, Any]:
    """A line from one person to another."""
    names = {row["id"]: row["name"] for row in PEOPLE}
    ends = {"one": {"id": one, "name": names.get(one, one)}, "other": {"id": other, "name": names.get(other, other)}}
    return {**ends, **({"type": type} if type else {}), **({"quality": quality} if quality else {})}


LINKS = [
    link("p3", "p4", "sibling", "cut_off"),
    link("p1", "p2", "married", "close"), link("p1", "p3", "parent"), link("p2", "p3", "parent"),
    link("p1", "p4", "parent", "controlling"), link("p4", "p5", "parent", "distant"),
    link("p6", "p1", "landlord", "conflict"),
    link("p4", "p1", "carer", "harm_alleged"),
]  # fmt: skip
SKETCH = {"strokes": [[100, 100, 500, 120, 480, 400, 120, 380, 100, 100], [300, 200, 310, 210]], "caption": "My house"}
ROOMS: list[dict[str, Any]] = [
    {"room": "worries", "words": {"words": "The stairs", "said_by": "Margaret"}},
    {"room": "worries", "words": {"words": "That I will be sent away and nobody asks me what I want " * 2}},
    {"room": "good", "words": {"words": "My garden"}, "sketch": SKETCH},
    {"room": "wishes", "words": {"words": "To sit outside with Ann"}},
]
SIDES: dict[str, Any] = {
    "working": [{"what": "Raj brings the paper every day"}, {"what": "The new chair"}],
    "not_working": [{"what": "Nobody answers the bell at night"}],
    "agree": "That the bell must be mended",
}
LIFE: dict[str, Any] = {"ties": TIES, "people": PEOPLE, "links": LINKS, "rooms": ROOMS, **SIDES}
"""All of it."""


def crowd(count: int) -> list[dict[str, Any]]:
    """Many names with every sort of line."""
    codes = ("strong", "weak", "broken", "new")
    return [
        {
            "name": f"Somebody called {at}",
            "strength": codes[at % 4],
            "flow": "both",
            "stress": ("none", "some", "a_lot")[at % 3],
        }
        for at in range(count)
    ]
