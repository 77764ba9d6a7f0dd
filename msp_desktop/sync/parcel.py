"""What a person sees of the outbox: what was sealed and what became of it, and what waits to be sealed. Words only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db import outbox
from db.outbox import Bundle
from msp_desktop.record.ids import RecordId
from msp_desktop.record.times import shown_day
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class Parcel:
    """A bundle in the outbox as a person sees it."""

    path: Path
    created: str
    size: int
    state: str
    is_waiting: bool
    is_received: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the next packing would seal: signed visits, how many other records, and whether one was cut short."""

    visits: tuple[RecordId, ...]
    others: int
    is_cut_short: bool

    def __bool__(self) -> bool:
        return bool(self.visits or self.others or self.is_cut_short)


def parcel_of(bundle: Bundle, path: Path) -> Parcel:
    """A sealed bundle as a person sees it."""
    return Parcel(
        path,
        bundle.created,
        bundle.size,
        state_words(bundle),
        is_waiting=bundle.state == outbox.WAITING,
        is_received=bundle.state in (outbox.RECEIVED, outbox.DURABLE),
    )


def state_words(bundle: Bundle) -> str:
    """What became of a bundle, in words for a person."""
    day = shown_day(bundle.told_at[:10]) if bundle.told_at else ""
    words = {
        outbox.WAITING: tr("Waiting to send"),
        outbox.RECEIVED: tr("The council received it on {day}"),
        outbox.DURABLE: tr("The council received it on {day}"),
        outbox.REJECTED: tr("The council could not read this. Pack it again."),
    }
    return words[bundle.state].format(day=day)
