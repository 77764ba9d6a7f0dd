"""Where answers are given and who could hear them, as the visit that runs knows it, in words. Shows nothing."""

from __future__ import annotations

from msp_desktop.practice import codes
from msp_desktop.record.ids import RecordId
from msp_desktop.record.segment import Segment
from msp_desktop.tools.fields import Computed
from msp_desktop.tools.filling import Filling
from msp_desktop.translation import tr
from ui.shell import Here
from ui.widgets.fields.quote import Scene


def scene_now(here: Here | None, visit: RecordId | None) -> Scene:
    """The scene of the visit that is answered for; an empty one where it is not running."""
    if here is None or here.running is None or here.visit != visit:
        return Scene()
    if here.seen_by is None or here.seen_by.company == "unknown":
        return Scene(heard_by=tr("It is not known who could hear."))
    names = tuple(each.name for each in here.seen_by.present if each.name)
    return Scene(place=_place(here.seen_by), names=names, heard_by=_heard_by(here.seen_by, names))


def heard_before(filling: Filling) -> list[str]:
    """Who could hear what was answered before, as it was kept."""
    values = filling.values
    kept = (values.get(each.key) for each in filling.definition.asked_fields
            if isinstance(each, Computed) and each.source == "earshot")  # fmt: skip
    return [part for words in kept if words for part in str(words).split("; ")]


def _place(segment: Segment) -> str:
    return segment.place_words or (codes.visit.PLACE.label(segment.place) if segment.place else "")


def _heard_by(segment: Segment, names: tuple[str, ...]) -> str:
    return tr("Nobody else.") if segment.company == "only_us" else ", ".join(names) or tr("Somebody else.")
