"""A time as well as it is known: exact, about, a range, or not known (practice.md 1.5, T32). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msp_desktop.errors import BadInput
from msp_desktop.record import entry
from msp_desktop.record.times import shown_day
from msp_desktop.translation import tr

PRECISIONS: Mapping[str, str] = {
    "exact": tr("On this day"),
    "about": tr("About this time"),
    "range": tr("Between two days"),
    "unknown": tr("Not known"),
}
PARTS = ("precision", "on", "until", "at", "words")


def checked_when(value: Mapping[str, str]) -> dict[str, str]:
    """The time as it is kept, from texts. Raises BadInput where a day is none, or the two stand the wrong way round."""
    kept = {key: text for key, text in value.items() if text}
    if kept.keys() == {"precision"} and kept["precision"] != "unknown":
        return {}
    if kept.get("precision", "exact") not in PRECISIONS:
        raise BadInput(tr("Choose how well the time is known. Nothing was saved."))
    for name in ("on", "until"):
        if name in kept:
            kept[name] = entry.day(kept[name])
    if "at" in kept:
        kept["at"] = entry.time_of_day(kept["at"])
    if kept.get("precision") == "range" and kept.get("until", "9999") < kept.get("on", ""):
        raise BadInput(tr("The second day is before the first. Put the earlier day first. Nothing was saved."))
    return kept


def when_in_words(value: Mapping[str, str]) -> str:
    """The time as people read it."""
    words, on, until = value.get("words", ""), _day(value.get("on")), _day(value.get("until"))
    match value.get("precision", "exact"):
        case "about" if on:
            said = tr("about {day}").format(day=on)
        case "range" if on and until:
            said = tr("between {day} and {other_day}").format(day=on, other_day=until)
        case "unknown":
            said = tr("not known when")
        case _:
            said = on or until
    if at := value.get("at", ""):
        said = tr("{day}, {time}").format(day=said, time=at) if said else at
    return tr("{day} (“{words}”)").format(day=said, words=words) if said and words else said or words


def earliest(value: Mapping[str, str]) -> date | None:
    """The first day that it may have been, to sort by; None where nobody knows."""
    return date.fromisoformat(value["on"]) if value.get("on") else None


def _day(day: str | None) -> str:
    return shown_day(day) if day else ""
