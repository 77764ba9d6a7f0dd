"""What is still to be said about time alone, as sentences: before a result can be named, and before a visit is closed.

Nothing here blocks saving. Source: practice.md 2.3 and the corrections at its top.
"""

from __future__ import annotations

from msp_desktop.practice.codes.private_contact import INDEPENDENT_SUPPORTERS, TRUE_RESULTS
from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.segment import Segment
from msp_desktop.translation import tr

_NO_INTERPRETER = frozenset({"none_needed", "needed_not_used"})


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
    if contact.alone == "no" and not has_independent_supporter(contact):
        return _about_supporter(contact)
    return (*_about_supporter(contact), *_about_segment(contact, segment), *_about_privacy(contact))


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


def wants_next_attempt(contact: PrivateContact) -> bool:
    """Whether somebody must try again: whenever the result is not one of the two true ones."""
    return contact.result not in TRUE_RESULTS


def _about_supporter(contact: PrivateContact) -> tuple[str, ...]:
    if contact.alone == "no" and contact.why_not_alone == "with_supporter" and contact.supporter is None:
        return (tr("Say who was there with the two of you."),)
    if has_independent_supporter(contact) and contact.supporter and not contact.supporter.chosen_in_private:
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


def has_independent_supporter(contact: PrivateContact) -> bool:
    """Whether an advocate or another independent supporter was with the two of them."""
    supporter = contact.supporter if contact.why_not_alone == "with_supporter" else None
    return contact.alone == "no" and supporter is not None and supporter.kind in INDEPENDENT_SUPPORTERS
