"""Whatever was answered in any tool that is shipped is sealed and comes out again without loss."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from msp_desktop.tools import form
from msp_desktop.workspace import Workspace
from tests.sheets.samples import HOSTILE, LONG, endless, filled

Revisions = Callable[[Path], list[dict[str, object]]]


@pytest.mark.parametrize("words", [HOSTILE, LONG, "قالت: أريد بطاقتي ١٢٣"], ids=["hostile", "100 kB", "arabic"])
def test_whatever_was_answered_in_any_tool_travels_without_loss(
    workspace: Workspace, revisions: Revisions, words: str
) -> None:
    visit = workspace.visits.list({"state": "complete"})[0]
    given: dict[str, dict[str, object]] = {}
    for tool in (each for each in workspace.tools.all() if each.kept_as == "answers"):
        values = form.kept(tool, endless(tool) if words == LONG else filled(tool, words))
        opened = workspace.answers.open(tool, person=visit.body.person, visit=visit.id)
        kept = workspace.answers.fill(opened, tool, values, segment=None)
        given[kept.id] = {each.field: each.value for each in kept.body.values}
    assert {key for values in given.values() for key in values}
    (sealed,) = workspace.outbox.pack()
    sent: dict[str, dict[str, object]] = {}
    for item in revisions(sealed.path):
        if item["kind"] == "answers":
            body = json.loads(json.dumps(item["body"]))
            sent[str(item["entity"])] = {each["field"]: each["value"] for each in body.get("values", [])}
    assert sent == json.loads(json.dumps(given))
