"""When a warning about a person is to be looked at again, and how that is said. Pure (practice.md 4.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from msp_desktop.practice import codes
from msp_desktop.record.person import Warning
from msp_desktop.record.times import shown_day
from msp_desktop.translation import tr


def is_due(warning: Warning, *, today: date) -> bool:
    """Whether its day has passed. Nothing is hidden because of that: somebody has to look."""
    return warning.review_on is not None and warning.review_on < today.isoformat()


def renewed(warning: Warning, *, today: date) -> Warning:
    """The warning as somebody looked at it today: to be looked at again in a year."""
    return replace(warning, review_on=_a_year_after(today).isoformat())


def told(warning: Warning) -> str:
    """What kind of warning it is, and its words."""
    return tr("{type}: {what}.").format(type=codes.person.WARNING.label(warning.type), what=warning.what.rstrip("."))


def review_told(warning: Warning, *, today: date) -> str:
    """When it is to be looked at again, or since when it should have been; empty where nobody said."""
    if warning.review_on is None:
        return ""
    day = shown_day(warning.review_on)
    due = is_due(warning, today=today)
    return (tr("To be looked at again since {day}.") if due else tr("To be looked at again by {day}.")).format(day=day)


def _a_year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + 1, day=28)
