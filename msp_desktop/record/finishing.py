"""What a visit still needs before it is finished, as sentences. It never blocks saving or signing. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from msp_desktop.practice.clocks import private_segment
from msp_desktop.practice.private_contact_missing import still_wanted
from msp_desktop.record.visit import Danger, PaperCount, Visit
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing still to be said, and where: danger, alone, company, note or paper."""

    place: str
    sentence: str


def missing(visit: Visit) -> tuple[str, ...]:
    """Everything still to be said, the most urgent first."""
    return tuple(gap.sentence for gap in gaps(visit))


def gaps(visit: Visit) -> tuple[Gap, ...]:
    """Everything still to be said with its place, the most urgent first."""
    if visit.not_made is not None:
        told = {"alone": still_wanted(visit.private_contact, None)}
    else:
        told = {
            "danger": _about_danger(visit.danger),
            "alone": still_wanted(visit.private_contact, private_segment(visit)),
            "company": _about_company(visit),
            "note": _about_note(visit),
            "paper": _about_paper(visit.paper),
        }
    return tuple(Gap(place, sentence) for place, sentences in told.items() for sentence in sentences)


def _about_danger(danger: Danger | None) -> tuple[str, ...]:
    if danger is None:
        return (tr("Answer: is anyone in danger before tomorrow?"),)
    if danger.answer in ("yes", "not_sure") and not danger.rang:
        return (
            tr("Nobody at the council has seen this. Ring now, and write down who you rang, when, and what they said."),
        )
    return ()


def _about_company(visit: Visit) -> tuple[str, ...]:
    is_said = any(segment.company != "unknown" for segment in visit.segments)
    return () if is_said else (tr("Say who was in the room."),)


def _about_note(visit: Visit) -> tuple[str, ...]:
    lines = []
    if not any(each.kind == "said" and each.words.strip() for each in visit.statements):
        lines.append(tr("Write down something the person said, in their words, or how they showed it."))
    if any(each.kind == "told" and not each.speaker.strip() for each in visit.statements):
        lines.append(tr("Say who told you: one line does not name who said it."))
    return tuple(lines)


def _about_paper(paper: tuple[PaperCount, ...]) -> tuple[str, ...]:
    if any(each.left is None or each.back is None for each in paper):
        return (tr("Count the paper back: how many sheets were left, and how many came out with you?"),)
    if any((each.left or 0) + (each.back or 0) != each.taken for each in paper):
        return (tr("The paper does not add up. Count again what you took, what was left and what came back."),)
    return ()
