"""A visit that did not take place: the attempt, and what it says about private contact. Pure."""

from __future__ import annotations

from dataclasses import replace

from msp_desktop.practice import private_contact
from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.visit import NotMade, Visit

WHY_NOT_SEEN = {
    "NOREPLY": "no_reply",
    "REFUSEDP": "refused_entry",
    "REFUSED3P": "refused_entry",
    "NOTSAFE": "unsafe",
}
"""Every other reason for a visit not made says only that time alone was not tried, for another reason."""


def attempt(visit: Visit, fact: NotMade) -> Visit:
    """The visit as an attempt.

    The worker's reason is the answer, so the rule's result is taken as confirmed.
    """
    before = visit.private_contact or PrivateContact()
    contact = PrivateContact(
        seen="no",
        why_not_seen=WHY_NOT_SEEN.get(fact.reason, "other"),
        happened=fact.what_happened,
        who_said_so=fact.who_said_so,
        asked_out=before.asked_out,
        next=before.next,
    )
    state = "draft" if visit.state == "planned" else visit.state
    return replace(visit, state=state, not_made=fact, private_contact=private_contact.confirmed(contact, None))
