"""Moments and days: kept as UTC, shown as the local time of a named zone. Reads no clock."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from db.clock import instant, read_instant

__all__ = [
    "LOCAL",
    "day_of",
    "instant",
    "local",
    "minutes",
    "moment",
    "read_instant",
    "shown_day",
    "shown_time",
    "years",
]

LOCAL = "Europe/London"
"""The time that visits in England and Wales are told in."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def local(moment: str, zone: str) -> datetime:
    """The local time of a kept moment."""
    return read_instant(moment).astimezone(ZoneInfo(zone))


def moment(day: str, time: str, zone: str) -> str:
    """The moment to keep for a local ISO day and a local time such as 09:30."""
    return instant(datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(zone)))


def day_of(moment: str, zone: str) -> str:
    """The local calendar day of a kept moment, ISO."""
    return local(moment, zone).date().isoformat()


def minutes(start: str, end: str) -> int:
    """Whole minutes from one moment to another, never below none."""
    return max(0, int((read_instant(end) - read_instant(start)).total_seconds() // 60))


def years(day: str, until: date) -> int:
    """Whole years from an ISO day to another day, as ages are counted; never below none."""
    start = date.fromisoformat(day)
    return max(0, until.year - start.year - ((until.month, until.day) < (start.month, start.day)))


def shown_time(moment: str, zone: str) -> str:
    """A moment as people read it: 10:22."""
    return local(moment, zone).strftime("%H:%M")


def shown_day(day: str) -> str:
    """A day as people read it: 14 Oct 2026. The words do not follow the laptop's language."""
    found = date.fromisoformat(day)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"
