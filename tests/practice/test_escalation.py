"""Steps when time alone does not come about: each with the facts it rests on, none with a score."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from msp_desktop.practice.escalation import suggestions, working_days_after
from msp_desktop.record.visit import Danger, Visit
from tests.practice.test_clocks import ALONE, BLOCKED, DECLINED, visit

TODAY = date(2026, 10, 10)


def steps(*visits: Visit, today: date = TODAY) -> list[tuple[str, str]]:
    return [(each.step, each.because) for each in suggestions(visits, today=today)]


def in_danger(made: Visit) -> Visit:
    return replace(made, danger=Danger(answer="yes"))


def test_after_time_alone_nothing_is_suggested() -> None:
    assert steps() == [] == steps(visit(1, BLOCKED), visit(2, BLOCKED), visit(3, ALONE))


def test_one_visit_without_it_suggests_one_change_within_ten_working_days() -> None:
    ((step, because),) = steps(visit(1, ALONE), visit(2, DECLINED))
    assert "Change one thing" in step and step.endswith("by 16 Oct 2026.")
    assert because == "There was one visit without time alone, on 2 Oct 2026."


def test_two_suggest_supervision_and_three_a_managers_decision() -> None:
    tries = [visit(2, BLOCKED), visit(5, DECLINED), visit(8, BLOCKED)]
    assert "supervision" in steps(*tries[:2])[0][0]
    ((step, because),) = steps(*tries)
    assert "manager's decision" in step
    assert because == "There were 3 visits in a row without time alone, the first on 2 Oct 2026."


def test_twenty_eight_days_after_one_try_a_managers_decision_is_suggested() -> None:
    ((step, because),) = steps(visit(2, BLOCKED), today=date(2026, 10, 30))
    assert "manager's decision" in step
    assert because == "28 days have passed since a visit without time alone, on 2 Oct 2026."
    assert "Change one thing" in steps(visit(2, BLOCKED), today=date(2026, 10, 29))[0][0]


def test_a_visit_whose_result_is_not_recorded_says_nothing() -> None:
    assert steps(visit(2, None)) == []


def test_danger_comes_first_and_with_somebody_in_the_way_legal_advice() -> None:
    found = [step for step, _ in steps(in_danger(visit(2, BLOCKED)))]
    assert "999" in found[0] and "legal advice" in found[1] and "Change one thing" in found[2]
    assert not any("legal" in step for step, _ in steps(in_danger(visit(2, DECLINED))))
    assert not any("999" in step for step, _ in steps(in_danger(visit(2, BLOCKED)), visit(5, BLOCKED)))


def test_working_days_leave_out_saturday_and_sunday() -> None:
    friday = date(2026, 10, 2)
    assert working_days_after(friday, 1) == date(2026, 10, 5)
    assert working_days_after(friday, 10) == date(2026, 10, 16)
