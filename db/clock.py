"""Hybrid logical time: an order of events that survives a laptop clock set back. Not a source of wall time.

A stamp is `<15-digit milliseconds>-<4-digit counter>`; string order is causal order (Kulkarni et al., 2014).
"""

from __future__ import annotations

from datetime import UTC, datetime

FIRST = "000000000000000-0000"
_CORRECTION = 5 * 60 * 1000


def next_stamp(last: str, now: datetime) -> str:
    """The stamp after `last`, never before it, at `now` or just after the last one."""
    then, count = int(last[:15]), int(last[16:])
    wall = int(now.timestamp() * 1000)
    if wall > then:
        return f"{wall:015d}-0000"
    return f"{then:015d}-{count + 1:04d}" if count < 9999 else f"{then + 1:015d}-0000"


def is_behind(last: str, now: datetime) -> bool:
    """Whether the clock shows a time well before the last stamp; minutes are what any clock is put right by."""
    return int((last or FIRST)[:15]) - now.timestamp() * 1000 > _CORRECTION


def instant(moment: datetime) -> str:
    """UTC to the millisecond as ISO text with Z, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_instant(text: str) -> datetime:
    """The moment an `instant` names."""
    return datetime.fromisoformat(text)
