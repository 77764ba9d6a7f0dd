"""The tools that the demo's visit fills in: a ruler, the people around Margaret, and what she wants to happen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msp_desktop.record.record import Record
from msp_desktop.record.visit import Visit
from msp_desktop.tools import form
from msp_desktop.workspace import Workspace

ANSWERS: Mapping[str, Mapping[str, Any]] = {
    "scaling": {
        "question": "How much say do I have over my money?",
        "zero_means": {"words": "I have to ask for every pound."},
        "ten_means": {"words": "My card is in my purse and nobody asks what for."},
        "score": 2,
        "why_not_lower": {"words": "Ivy from church always asks me what I would like."},
        "one_up": {"words": "Going to the bank with Ivy and getting a card of my own."},
        "who_notices": {"name": "Ivy"},
    },
    "circles": {
        "people": [
            {"name": {"name": "Daniel"}, "ring": "closest", "quarter": "family", "contact": "daily"},
            {"name": {"name": "Ivy"}, "ring": "friend", "quarter": "community", "contact": "weekly", "involve": "yes"},
            {"name": {"name": "Mrs Okoro next door"}, "ring": "friend", "quarter": "friends", "contact": "weekly"},
            {"name": {"name": "Carer, mornings"}, "ring": "paid", "quarter": "paid", "contact": "daily"},
            {"name": {"name": "Rose, my sister"}, "ring": "could_be", "quarter": "family", "contact": "lost"},
        ],
        "missing": {"words": "Rose. We used to talk every Sunday."},
    },
    "desired_outcomes": {
        "outcomes": [
            {
                "words": {"words": "I want my card back."},
                "looks_like": "The card is in my purse.",
                "score_at_start": 2,
                "whose_idea": "unprompted",
                "speaker": "person",
                "areas": ["money_back", "control"],
            }
        ],
        "not_wanted": [{"words": {"words": "I don't want Daniel in trouble."}}],
        "involvement": "share",
        "asked_who": ["person"],
    },
}


def fill_in(workspace: Workspace, visit: Record[Visit]) -> None:
    """Fill in and finish each tool, in the stretch of the visit when they were alone."""
    segment = visit.body.segments[-2].id
    for key, given in ANSWERS.items():
        tool, answers = workspace.tools.tool(key), workspace.answers
        opened = answers.open(tool, person=visit.body.person, visit=visit.id)
        filled = answers.fill(opened, tool, form.kept(tool, given), segment=segment)
        answers.finish(filled, tool)
