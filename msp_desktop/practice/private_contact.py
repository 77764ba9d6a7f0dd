"""Whether the person was seen alone: four questions, the result they name, and what is still missing.

Source: practice.md 2.3 and the corrections at its top. Nothing is preset, nothing defaults to yes, and only a
result that the recorded facts carry counts as "seen alone".
"""

from __future__ import annotations

from dataclasses import replace

from msp_desktop.errors import BadInput
from msp_desktop.practice.codes.private_contact import INDEPENDENT_SUPPORTERS, TRUE_RESULTS
from msp_desktop.practice.private_contact_missing import has_independent_supporter, unanswered
from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.segment import Segment
from msp_desktop.translation import tr

WHEN_NOT_SEEN = {
    "no_reply": "not_seen_no_reply",
    "refused_entry": "not_seen_refused_entry",
    "remote_said_alone": "remote_private_unverified",
    "remote_not_alone": "not_tried_other",
    "unsafe": "not_tried_unsafe",
    "other": "not_tried_other",
}
WHEN_NOT_ALONE = {
    "declined": "declined_by_person",
    "blocked": "blocked_by_other",
    "others_present": "seen_not_private",
    "no_conversation": "seen_not_spoken",
    "unsafe": "not_tried_unsafe",
    "other": "not_tried_other",
}
_OVERHEARD = frozenset({"possibly_someone", "someone", "unknown"})
_REMOTE = frozenset({"phone", "video"})
_COMPANY_INTERPRETERS = frozenset({"staff", "family_friend"})


def questions(contact: PrivateContact, segment: Segment | None) -> tuple[str, ...]:
    """The fields to ask now, in order: the four questions as far as they apply, and the one that a "no"
    opens.
    """
    asked = ["seen"]
    if contact.seen == "no":
        return (*asked, "why_not_seen", "happened", "who_said_so")
    asked += ["alone"]
    if contact.alone == "no":
        asked += ["why_not_alone", "happened", "who_said_so"]
        if contact.why_not_alone != "with_supporter":
            return tuple(asked)
        asked += ["supporter"]
        if contact.supporter is not None and contact.supporter.kind not in INDEPENDENT_SUPPORTERS:
            return tuple(asked)
    asked += ["could_hear", *(["because"] if is_doubtful(contact, segment) else []), "long_enough"]
    if contact.long_enough == "no":
        asked += ["why_not_long_enough"]
    if contact.long_enough == "no" or contact.could_hear == "someone":
        asked += ["happened", "who_said_so"]
    return tuple(dict.fromkeys(asked))


def named_result(contact: PrivateContact, segment: Segment | None) -> str | None:
    """The one of the thirteen results that the answers name; None while an answer is missing or two
    contradict.
    """
    if unanswered(contact, segment):
        return None
    if contact.seen == "no":
        return WHEN_NOT_SEEN[contact.why_not_seen or ""]
    if contact.alone == "no" and contact.why_not_alone != "with_supporter":
        return WHEN_NOT_ALONE[contact.why_not_alone or ""]
    if not _only_independent_company(contact):
        return "seen_not_private"
    return _named_in_private(contact, segment)


def seen_alone(contact: PrivateContact | None, segment: Segment | None) -> bool:
    """Whether a council system may hold "seen alone": a true result, confirmed, that the facts still carry."""
    if contact is None or contact.result not in TRUE_RESULTS:
        return False
    return contact.result == named_result(contact, segment)


def settled(contact: PrivateContact, segment: Segment | None) -> PrivateContact:
    """The contact with what the rule names today; a confirmed result that no longer follows is open again.

    A result that differs from the rule's stands only with its reason, and never as a true one.
    """
    named = named_result(contact, segment)
    has_reason = bool(contact.changed_because) and contact.result not in TRUE_RESULTS
    is_kept = contact.result == named or has_reason
    return replace(contact, named_by_rule=named, result=contact.result if is_kept else None)


def confirmed(contact: PrivateContact, segment: Segment | None) -> PrivateContact:
    """The contact with the rule's result as the worker's. Raises BadInput while the rule names none."""
    missing = unanswered(contact, segment)
    if missing:
        raise BadInput(missing[0])
    named = named_result(contact, segment)
    return replace(contact, named_by_rule=named, result=named, changed_because="")


def changed(contact: PrivateContact, segment: Segment | None, *, result: str, because: str) -> PrivateContact:
    """The contact with another result than the rule's, and why. Raises BadInput without a reason.

    Time alone is never claimed this way: it follows from the answers or not at all.
    """
    if not because.strip():
        raise BadInput(tr("Say why you choose another result. Both are kept."))
    if result in TRUE_RESULTS:
        raise BadInput(
            tr("Time alone follows from the four questions and who was in the room."
               " Correct those answers instead.")
        )  # fmt: skip
    named = named_result(contact, segment)
    return replace(contact, named_by_rule=named, result=result, changed_because=because)


def advice(contact: PrivateContact, segment: Segment | None) -> tuple[str, ...]:
    """Why the rule names what it names, where a worker may wonder."""
    named, lines = named_result(contact, segment), []
    if named == "part_earshot" and not contact.because and contact.could_hear not in _OVERHEARD:
        lines.append(tr("Say why you judged that nobody could hear. Without it, others may have heard."))
    if named == "part_short" and contact.long_enough == "yes":
        lines.append(
            tr("Of who was in the room then, you noted that you were interrupted or that the time was too short."
               " Choose another time, or put that right.")
        )  # fmt: skip
    if named == "seen_not_private" and contact.supporter is not None:
        lines.append(
            tr("Somebody the person chose was there. This counts as time alone only with an advocate or other"
               " independent supporter whom the person chose in private.")
        )  # fmt: skip
    return tuple(lines)


def listening_risks(contact: PrivateContact, segment: Segment | None) -> tuple[str, ...]:
    """Every listening risk noticed, in the check or in the room."""
    noticed = (*contact.listening_risk, *(segment.listening_risk if segment else ()))
    return tuple(dict.fromkeys(risk for risk in noticed if risk != "none_noticed"))


def is_doubtful(contact: PrivateContact, segment: Segment | None) -> bool:
    """Whether the judgement that nobody could hear needs its because."""
    interpreter = contact.interpreter
    return (
        contact.could_hear == "probably_nobody"
        or (segment is not None and segment.in_earshot in ("probably_nobody", "unknown"))
        or bool(listening_risks(contact, segment))
        or (interpreter is not None and interpreter.known_to_family_or_community == "yes")
    )


def _only_independent_company(contact: PrivateContact) -> bool:
    # A professional interpreter alone does not change the result; family or a friend interpreting is company.
    if contact.interpreter is not None and contact.interpreter.used in _COMPANY_INTERPRETERS:
        return False
    if contact.alone == "yes" or contact.supporter is None:
        return contact.alone == "yes"
    return has_independent_supporter(contact) and contact.supporter.chosen_in_private == "yes"


def _named_in_private(contact: PrivateContact, segment: Segment | None) -> str:
    if contact.why_not_long_enough == "no_conversation" and contact.long_enough == "no":
        return "seen_not_spoken"
    if segment is not None and segment.place in _REMOTE:
        return "remote_private_unverified"
    if _may_be_overheard(contact, segment):
        return "part_earshot"
    if contact.long_enough == "no" or _was_cut_short(segment):
        return "part_short"
    return "full" if contact.alone == "yes" else "full_with_supporter"


def _was_cut_short(segment: Segment | None) -> bool:
    return segment is not None and (segment.enough_time == "no" or segment.interrupted == "yes")


def _may_be_overheard(contact: PrivateContact, segment: Segment | None) -> bool:
    heard_then = segment is not None and segment.in_earshot in ("possibly_someone", "someone")
    if heard_then or contact.could_hear in _OVERHEARD:
        return True
    return is_doubtful(contact, segment) and not contact.because.strip()
