"""The value sets: whole, unique, short enough for the field they go to, and refused when unknown."""

from __future__ import annotations

import pytest

from msp_desktop.errors import BadInput
from msp_desktop.practice import codes
from msp_desktop.practice.codes import CODE_SETS, CodeSet


@pytest.mark.parametrize("code_set", CODE_SETS.values(), ids=list(CODE_SETS))
def test_every_code_has_its_own_words(code_set: CodeSet) -> None:
    labels = list(code_set.labels.values())
    assert all(label.strip() for label in labels)
    assert len(set(labels)) == len(labels)


def test_no_two_sets_share_a_name() -> None:
    modules = (codes.visit, codes.private_contact, codes.person, codes.outcome, codes.national, codes.event)
    sets = [each for module in modules for each in vars(module).values() if isinstance(each, CodeSet)]
    assert len(sets) == len(CODE_SETS)


def test_there_are_thirteen_results_and_two_of_them_are_true() -> None:
    assert len(list(codes.private_contact.RESULT)) == 13
    assert set(codes.private_contact.TRUE_RESULTS) == {"full", "full_with_supporter"}


def test_reasons_for_a_visit_not_made_fit_the_councils_sixteen_characters() -> None:
    assert max(len(code) for code in codes.visit.VISIT_NOT_MADE) <= 16


def test_the_national_return_has_eight_counters_for_making_it_personal() -> None:
    assert len(list(codes.national.SAC_ASKED)) + len(list(codes.national.SAC_ACHIEVED)) == 8
    assert codes.national.SAC_ASKED.label("dont_know") == "Don't Know"


def test_an_unknown_code_is_refused_without_repeating_it() -> None:
    with pytest.raises(BadInput, match="not known here") as refused:
        codes.visit.PLACE.label("moon")
    assert "moon" not in str(refused.value)
