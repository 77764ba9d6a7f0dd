"""Whether the person was seen alone: four questions, the result they name, and what is still missing.

Source: practice.md 2.3 and the corrections at its top. Nothing is preset, nothing defaults to yes, and only a
result that the recorded facts carry counts as "seen alone".
"""

from __future__ import annotations

from dataclasses import replace

from msp_desktop.errors import BadInput
from msp_desktop.practice.codes.private_contact import INDEPENDENT_SUPPORTERS, TRUE_RESULTS
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
_NO_INTERPRETER = frozenset({"none_needed", "needed_not_used"})


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


def unanswered(contact: PrivateContact, segment: Segment | None) -> tuple[str, ...]:
    """What must be said before the rule can name a result, as sentences."""
    if contact.seen is None:
        return (tr("Select yes if you saw the person."),)
    if contact.seen == "no":
        return () if contact.why_not_seen else (tr("Say what happened, as you did not see the person."),)
    if contact.alone is None:
        return (tr("Select yes if you were alone together."),)
    if contact.alone == "no" and contact.why_not_alone is None:
        return (tr("Say what happened, as you were not alone together."),)
    if contact.alone == "no" and not _has_independent_supporter(contact):
        return _about_supporter(contact)
    return (*_about_supporter(contact), *_about_segment(contact, segment), *_about_privacy(contact))


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


def still_wanted(contact: PrivateContact | None, segment: Segment | None) -> tuple[str, ...]:
    """Everything about private contact that keeps a visit from being finished, as sentences.

    Never blocks saving.
    """
    if contact is None:
        return (tr("Say whether you saw the person alone."),)
    return (
        *unanswered(contact, segment),
        *_about_confirming(contact, segment),
        *_about_happened(contact),
        *_about_pretext(contact),
        *_about_next(contact),
    )


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


def wants_next_attempt(contact: PrivateContact) -> bool:
    """Whether somebody must try again: whenever the result is not one of the two true ones."""
    return contact.result not in TRUE_RESULTS


def _only_independent_company(contact: PrivateContact) -> bool:
    # A professional interpreter alone does not change the result; family or a friend interpreting is company.
    if contact.interpreter is not None and contact.interpreter.used in _COMPANY_INTERPRETERS:
        return False
    if contact.alone == "yes" or contact.supporter is None:
        return contact.alone == "yes"
    return _has_independent_supporter(contact) and contact.supporter.chosen_in_private == "yes"


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


def _has_independent_supporter(contact: PrivateContact) -> bool:
    supporter = contact.supporter if contact.why_not_alone == "with_supporter" else None
    return contact.alone == "no" and supporter is not None and supporter.kind in INDEPENDENT_SUPPORTERS


def _about_supporter(contact: PrivateContact) -> tuple[str, ...]:
    if contact.alone == "no" and contact.why_not_alone == "with_supporter" and contact.supporter is None:
        return (tr("Say who was there with the two of you."),)
    if _has_independent_supporter(contact) and contact.supporter and not contact.supporter.chosen_in_private:
        return (tr("Say whether the person chose this supporter when nobody else could hear."),)
    return ()


def _about_segment(contact: PrivateContact, segment: Segment | None) -> tuple[str, ...]:
    if segment is None:
        return (tr("Choose the part of the visit when you were alone together."),)
    if segment.company == "unknown":
        return (tr("Say who was in the room then."),)
    if _others(contact, segment):
        return (
            tr("You were alone together, you said, but somebody else is recorded in the room then."
               " Correct who was there, or choose the time when you were alone."),
        )  # fmt: skip
    if any(each.role == "interpreter" for each in segment.present) and not _is_told_who_interpreted(contact):
        return (tr("An interpreter is recorded in the room then. Say under “Interpreter” who it was."),)
    return ()


def _is_told_who_interpreted(contact: PrivateContact) -> bool:
    return contact.interpreter is not None and contact.interpreter.used not in _NO_INTERPRETER


def _others(contact: PrivateContact, segment: Segment) -> bool:
    if segment.company == "company" and not segment.present:
        return True
    roles = {"interpreter"} if contact.alone == "yes" else {"interpreter", *INDEPENDENT_SUPPORTERS}
    supporter = contact.supporter.who if contact.supporter and contact.alone == "no" else ""
    return any(each.role not in roles and not (supporter and each.who == supporter) for each in segment.present)


def _about_privacy(contact: PrivateContact) -> tuple[str, ...]:
    lines = []
    if contact.could_hear is None:
        lines.append(tr("Say whether anybody could hear."))
    if contact.long_enough is None:
        lines.append(tr("Select yes if you had long enough together."))
    if contact.long_enough == "no" and contact.why_not_long_enough is None:
        lines.append(tr("Say what made the time too short."))
    return tuple(lines)


def _about_confirming(contact: PrivateContact, segment: Segment | None) -> tuple[str, ...]:
    is_open = contact.result is None and not unanswered(contact, segment)
    return (tr("Confirm the result about time alone, or change it with a reason."),) if is_open else ()


def _about_happened(contact: PrivateContact) -> tuple[str, ...]:
    needs = contact.result in ("not_tried_unsafe", "not_tried_other") and not contact.happened.strip()
    return (tr("Say why time alone was not tried."),) if needs else ()


def _about_pretext(contact: PrivateContact) -> tuple[str, ...]:
    used = any(each.how == "pretext" for each in contact.asked_out)
    planned = contact.next is not None and "pretext" in contact.next.different
    if not (used or planned):
        return ()
    pretext, lines = contact.pretext, []
    if pretext is None or not pretext.why_openness_raises_risk.strip():
        lines.append(tr("You gave another reason than the real one. Say why openness would raise the risk."))
    if pretext is None or not pretext.agreed_by.strip():
        lines.append(tr("Say who agreed that another reason should be given."))
    if used and (pretext is None or not (pretext.person_told_on or pretext.person_told_how.strip())):
        lines.append(tr("Say when the person was told the real purpose."))
    return tuple(lines)


def _about_next(contact: PrivateContact) -> tuple[str, ...]:
    if contact.result is None or not wants_next_attempt(contact):  # first the result, which is asked for above
        return ()
    coming, lines = contact.next, []
    if coming is None or coming.by is None:
        lines.append(tr("Say by when somebody will try again to see the person alone."))
    if coming is None or not coming.by_whom.strip():
        lines.append(tr("Say who will try."))
    if coming is None or not (coming.different or coming.different_words.strip()):
        lines.append(tr("Say what will be different next time."))
    return tuple(lines)
