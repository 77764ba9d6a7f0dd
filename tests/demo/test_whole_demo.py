"""The whole demo: every screen and every sheet has something true to show, and it is made twice alike."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from db import checking
from msp_desktop import demo
from msp_desktop.opening import open_vault
from msp_desktop.practice.codes import CODE_SETS, CodeSet
from msp_desktop.practice.codes.private_contact import RESULT
from msp_desktop.record import finishing
from msp_desktop.record.enquiries import Plans
from msp_desktop.record.event import EVENT
from msp_desktop.record.kinds import KINDS
from msp_desktop.record.record import Shelf
from msp_desktop.record.shape import leaves
from msp_desktop.record.visit import Visit
from msp_desktop.tools import form
from msp_desktop.workspace import Workspace
from tests.demo.conftest import SEED, TODAY
from tests.demo.not_used import DERIVED, IN_ANSWERS, NO_RECORD_HOLDS_IT_YET, NOT_USED


def bodies(workspace: Workspace) -> dict[str, list[Any]]:
    """Every record of every kind, as it is stored."""
    shelves = [Shelf(workspace.store, kind) for kind in set(KINDS.values())]
    return {shelf.kind.name: [shelf.kind.encode(each.body) for each in shelf.list()] for shelf in shelves}


def results(workspace: Workspace) -> Counter[str | None]:
    found = [each.body.private_contact for each in workspace.visits.list()]
    return Counter(each.result for each in found if each is not None)


def test_ten_people_and_four_months_of_visits(workspace: Workspace) -> None:
    assert workspace.people.count() == 10
    assert 36 <= workspace.visits.count() <= 48
    days = [date.fromisoformat(each.body.day) for each in workspace.visits.list()]
    assert 110 < (TODAY - min(days)).days < 130
    assert workspace.is_demo


def test_today_has_visits_today_and_to_come_and_begins_with_margaret(workspace: Workspace) -> None:
    planned = sorted(workspace.visits.list({"state": "planned"}), key=lambda each: each.body.planned_at or "")
    days = [each.body.day for each in planned]
    assert days.count(TODAY.isoformat()) == 3
    assert max(days) > TODAY.isoformat()
    assert workspace.people.get(planned[0].body.person).body.call_me == "Margaret"


def test_nothing_else_is_later_than_the_last_working_evening(workspace: Workspace) -> None:
    with workspace.store.reading() as look:
        assert max(each.at for each in look.chain(limit=10_000)) <= "2026-11-24T17:30:00.000Z"
    assert workspace.visits.going_on() is None


def test_each_of_the_thirteen_results_about_time_alone_occurs(workspace: Workspace) -> None:
    assert set(results(workspace)) - {None} == set(RESULT)


def test_every_code_is_used_or_listed_with_why_not(workspace: Workspace) -> None:
    used: dict[str, set[str]] = defaultdict(set)
    for kind, found in bodies(workspace).items():
        for body in found:
            for codes, value in leaves(KINDS[kind].body, body, CodeSet):
                used[codes.name].update(value if isinstance(value, (list, tuple)) else (value,))
    told = set(CODE_SETS) - NO_RECORD_HOLDS_IT_YET - DERIVED - IN_ANSWERS
    missing = {name: set(CODE_SETS[name]) - used[name] for name in told}
    assert {name: codes for name, codes in missing.items() if codes} == NOT_USED


def test_every_tool_is_filled_in_and_finished_with_nothing_missing(workspace: Workspace) -> None:
    finished = [each.body for each in workspace.answers.list() if each.body.state == "finished"]
    for body in finished:
        given = {each.field: each.value for each in body.values}
        missing = form.missing(workspace.tools.tool(body.tool), given)
        assert [each for each in missing if each.field not in body.masked] == []
    kept_as_answers = {tool.key for tool in workspace.tools.all() if tool.kept_as == "answers"}
    assert {body.tool for body in finished} == kept_as_answers
    assert sum(results(workspace).values()) > 30  # the one tool that is kept with the visit


def test_a_signed_visit_wants_nothing_more_and_one_stays_a_draft(workspace: Workspace) -> None:
    visits = [each.body for each in workspace.visits.list()]
    signed = [body for body in visits if body.signature is not None]
    assert [finishing.missing(body) for body in signed] == [()] * len(signed)
    (draft,) = [body for body in visits if body.state == "draft"]
    assert finishing.missing(draft)
    (unsaved,) = workspace.visits.drafts()
    assert len(unsaved.body.statements) == len(draft.statements) + 1
    assert [body.amends is not None for body in visits if body.state == "addendum"] == [True]


def test_the_person_page_of_somebody_has_each_of_its_parts(workspace: Workspace) -> None:
    people = {each.body.call_me: each for each in workspace.people.list()}
    margaret = people["Margaret"]
    assert margaret.body.communication and margaret.body.warnings and margaret.body.addresses
    assert any(each.body.possible_risk for each in workspace.connections.of(margaret.id))
    assert any(each.body.legal_roles for each in workspace.connections.of(margaret.id))
    assert workspace.outcomes.of(margaret.id) and workspace.enquiries.of(margaret.id)
    assert Plans(workspace.store).of(workspace.enquiries.of(margaret.id)[0].id)
    assert workspace.attachments.of_person(people["Reg"].id)
    assert [each.body.call_me for each in people.values() if each.body.is_restricted] == ["Carol"]
    assert len({each.body.call_me for each in people.values() if any(_is_over(w) for w in each.body.warnings)}) == 2


def _is_over(warning: Any) -> bool:  # noqa: ANN401 - a warning of a person
    return bool(warning.review_on and warning.review_on < TODAY.isoformat())


def test_actions_are_to_do_overdue_done_and_dropped(workspace: Workspace) -> None:
    actions = [each.body for each in workspace.actions.list()]
    assert Counter(each.state for each in actions).keys() == {"open", "done", "dropped"}
    overdue = [each for each in actions if each.state == "open" and (each.due or "9") < TODAY.isoformat()]
    assert len(overdue) >= 3
    assert any(each.is_restricted for each in actions)


def test_outcomes_have_a_start_a_middle_and_an_end(workspace: Workspace) -> None:
    wanted = [each.body for each in workspace.outcomes.list()]
    assert any(len(each.history) == 2 and each.score_at_start is not None for each in wanted)
    assert {each.status for each in wanted} >= {"new", "kept", "changed", "dropped", "achieved", "part", "not"}
    judges = {step.judged_by for each in wanted for step in each.history}
    assert judges == {"person", "advocate", "representative"}


def test_the_register_of_prints_has_each_way_paper_goes(workspace: Workspace) -> None:
    events = [each.body for each in Shelf(workspace.store, EVENT).list()]
    printed = [each for each in events if each.printed is not None]
    assert {each.where_to for each in printed} >= {"with_me", "stays", "file"}
    assert {each.leave for each in printed} == {"A", "B", "C"}
    assert any(each.what == "not_printed" for each in events)


def test_the_outbox_has_received_unreadable_and_waiting_and_something_to_seal(workspace: Workspace) -> None:
    states = [each.state for each in workspace.outbox.parcels()]
    assert states[0] == "Waiting to send"
    assert sum("received it" in each for each in states) == 3
    assert sum("could not read" in each for each in states) == 1
    assert workspace.outbox.waiting().visits


def test_words_to_keep_apart_are_nowhere_but_with_the_safe_contact(workspace: Workspace) -> None:
    found = bodies(workspace)
    apart = [text for each in found.pop("safe_contact") for text in _kept_apart(each)]
    assert len(apart) >= 6
    everything = json.dumps(found, ensure_ascii=False).casefold()
    assert [words for words in apart if words.casefold() in everything] == []


def _kept_apart(body: Any) -> list[str]:  # noqa: ANN401 - a stored body
    words = [body.get("code_word_ok"), body.get("code_word_danger")]
    words += [each["value"] for each in body.get("from_tools", ()) if isinstance(each["value"], str)]
    return [each for each in words if each]


def test_the_records_are_sound(workspace: Workspace) -> None:
    assert not checking.faults(workspace.store)
    assert not workspace.attachments.faults()


def test_the_same_day_and_seed_make_the_same_records(workspace: Workspace, tmp_path: Path) -> None:
    assert list(demo.make(tmp_path, today=TODAY, seed=SEED))
    with closing(open_vault(tmp_path / "vault", demo.PASSPHRASE)) as again:
        assert bodies(again) == bodies(workspace)
        assert (again.store.device, again.allowed_signer) == (workspace.store.device, workspace.allowed_signer)


def test_on_a_saturday_after_the_clocks_changed_it_tells_the_same_of_other_days(
    workspace: Workspace, tmp_path: Path
) -> None:
    assert list(demo.make(tmp_path, today=date(2027, 4, 3), seed=SEED))
    with closing(open_vault(tmp_path / "vault", demo.PASSPHRASE)) as other:
        assert results(other) == results(workspace)
        assert [_words(each.body) for each in other.visits.list()] == [
            _words(each.body) for each in workspace.visits.list()
        ]


def _words(visit: Visit) -> list[str]:
    return [each.words for each in visit.statements]
