"""Everything that is lived through in the demo: all situations side by side, or Margaret's last two visits alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import msgspec

from msp_desktop.demo.days import Clock, Days
from msp_desktop.demo.drawing import Darkroom
from msp_desktop.demo.playing import Life, Story, live
from msp_desktop.demo.reading import situation, situations
from msp_desktop.demo.situation import Photo, Situation
from msp_desktop.demo.visiting import visit_story
from msp_desktop.record.ids import RecordId
from msp_desktop.workspace import Workspace

FIRST = "01_margaret.yaml"
SHORT_DAY = date(2026, 10, 24)
"""Today in the short demo, so that what a test expects is never a matter of its day."""


def everything(workspace: Workspace, days: Days, notes: dict[RecordId, str]) -> Iterator[Story]:
    """The stories of every situation; the notes of signed visits go into `notes`, as they are copied out."""
    darkroom = Darkroom(photo for told in situations() for photo in _photos(told))
    for told in situations():
        yield from _stories(Life(workspace, told, days, darkroom, notes=notes))


def live_through(workspace: Workspace, *, with_tools: bool = False) -> None:
    """One person, one visit from plan to signature, and one still to come."""
    clock = Clock(datetime.now(UTC))
    usual, workspace.store.now = workspace.store.now, clock
    told = in_short(situation(FIRST), with_tools=with_tools)
    live(clock, _stories(Life(workspace, told, Days(SHORT_DAY), Darkroom(_photos(told)), is_short=True)))
    workspace.store.now = usual


def in_short(told: Situation, *, with_tools: bool) -> Situation:
    """The last two visits of a situation, and of the person nothing but what to call them."""
    visits = told.visits[-2:]
    if not with_tools:
        visits = tuple(
            msgspec.structs.replace(each, steps=tuple(step for step in each.steps if not step.tool)) for each in visits
        )
    return msgspec.structs.replace(told, person={"call_me": told.person["call_me"]}, visits=visits, desk=())


def _stories(life: Life) -> Iterator[Story]:
    yield life.meeting()
    yield from (visit_story(life, each) for each in life.told.visits)
    yield from (life.at_desk(each) for each in life.told.desk)


def _photos(told: Situation) -> Iterator[Photo]:
    return (step.photo for visit in told.visits for step in visit.steps if step.photo is not None)
