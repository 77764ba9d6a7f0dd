"""Old answers open for ever: every released version, with answers given to it then, in the program of today."""

from __future__ import annotations

import hashlib

import pytest

from db.store import Store
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.people import People
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order, Printer
from msp_desktop.sheets.rendering import rendered
from msp_desktop.tools.filling import gone_on
from msp_desktop.tools.library import Library, as_answered, released
from msp_desktop.tools.record_text import record_text
from tests.kept_tools import Kept, kept

KEPT = {each.name: each for each in kept()}
WITH_ME = Choices(going=Going.WITH_ME)


def test_every_released_version_is_kept_as_it_was() -> None:
    digests = {f"{name}.yaml": hashlib.sha256(each.text.encode()).hexdigest() for name, each in KEPT.items()}
    assert digests == dict(released()), "run `python -m tests.kept_tools` for a new version"


@pytest.mark.parametrize("old", KEPT.values(), ids=KEPT)
def test_answers_given_then_open_and_tell_the_same(old: Kept, store: Store) -> None:
    tool = as_answered(old.text, file=f"{old.name}.yaml")
    assert tool.is_ours
    assert list(record_text(tool, old.values)) == old.told
    if tool.kept_as != "answers":
        return
    shelf, person = AnswersShelf(store), People(store).new("Margaret").id
    record = shelf.finish(shelf.fill(shelf.open(tool, person=person), tool, old.values, segment=None), tool)
    opened = gone_on(shelf, record.id)
    masked = {field.key for field in tool.asked_fields if field.is_masked}
    assert opened.definition == tool
    assert opened.values == {key: value for key, value in old.values.items() if key not in masked}
    printer = Printer(store, Library())
    for sheet in tool.sheets:
        if not sheet.only_blank:
            order = Order(sheet_id=tool.sheet_id(sheet), choices=WITH_ME, answers=record.id)
            assert rendered(printer.prepare(order).content).pdf.startswith(b"%PDF")
