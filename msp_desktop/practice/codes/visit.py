"""Value sets of a visit: its kind, its places, who was there, the lines of its note, and why it was not made."""

from __future__ import annotations

from msp_desktop.practice.codes.code_set import CodeSet
from msp_desktop.translation import tr

VISIT_STATE = CodeSet(
    "visit_state",
    {
        "planned": tr("Planned"),
        "draft": tr("Draft"),
        "complete": tr("Complete"),
        "addendum": tr("Addendum"),
    },
)
VISIT_TYPE = CodeSet(
    "visit_type",
    {
        "planned": tr("Planned visit"),
        "unannounced": tr("Unannounced visit"),
        "joint": tr("Joint visit"),
        "duty": tr("Duty visit"),
        "review": tr("Review"),
        "assessment": tr("Assessment"),
        "enquiry_s42": tr("Safeguarding enquiry visit"),
        "carer": tr("Carer's visit"),
        "mca": tr("Mental capacity visit"),
        "closing": tr("Closing visit"),
    },
)
# The labels that a council's adult case note form uses (practice.md 4.1); exact, so not translated.
NOTE_SUBTYPE = CodeSet(
    "note_subtype",
    {
        "home": "Home visit",
        "no_reply": "No reply to home visit",
        "office": "Office visit",
        "virtual": "Virtual visit",
    },
)
# Codes of at most 16 characters: the width of the field in a council system (practice.md, ten things no. 1).
VISIT_NOT_MADE = CodeSet(
    "visit_not_made",
    {
        "NOREPLY": tr("Nobody answered"),
        "REFUSEDP": tr("The person did not want me to come in"),
        "REFUSED3P": tr("Somebody else did not let me in"),
        "NOTSAFE": tr("It was not safe to go ahead"),
        "CANCELPERSON": tr("The person cancelled"),
        "CANCELUS": tr("We cancelled"),
        "HOSPITAL": tr("The person was in hospital"),
        "MOVED": tr("The person had moved"),
        "DIED": tr("The person had died"),
        "OTHER": tr("Another reason"),
    },
)
PLACE = CodeSet(
    "place",
    {
        "living_room": tr("living room"),
        "kitchen": tr("kitchen"),
        "bedroom": tr("bedroom"),
        "garden": tr("garden"),
        "doorstep": tr("doorstep"),
        "car": tr("car"),
        "walk": tr("on a walk"),
        "day_centre": tr("day centre"),
        "clinic": tr("clinic"),
        "office": tr("office"),
        "phone": tr("phone"),
        "video": tr("video call"),
        "other": tr("somewhere else"),
    },
)
COMPANY = CodeSet(
    "company",
    {
        "unknown": tr("Not said who was in the room"),
        "only_us": tr("Only us"),
        "company": tr("Somebody else was there"),
    },
)
EARSHOT = CodeSet(
    "earshot",
    {
        "nobody": tr("Nobody could hear"),
        "probably_nobody": tr("Probably nobody could hear"),
        "possibly_someone": tr("Possibly somebody could hear"),
        "someone": tr("Somebody could hear"),
        "unknown": tr("I do not know who could hear"),
    },
)
LISTENING_RISK = CodeSet(
    "listening_risk",
    {
        "open_door": tr("an open door or thin walls"),
        "phone_speaker": tr("a phone on speaker"),
        "camera": tr("a camera or smart speaker"),
        "baby_monitor": tr("a baby monitor"),
        "child_relay": tr("a child who may pass it on"),
        "none_noticed": tr("nothing noticed"),
    },
)
OK_TO_TALK = CodeSet(
    "person_ok_to_talk_here",
    {
        "yes_said": tr("Yes, they said so"),
        "yes_shown": tr("Yes, they showed it"),
        "no": tr("No"),
        "not_asked": tr("Not asked"),
    },
)
STATEMENT_KIND = CodeSet(
    "statement_kind",
    {
        "said": tr("They said"),
        "observed": tr("I saw, heard or smelt"),
        "told": tr("Somebody told me"),
        "think": tr("I think"),
        "did": tr("I did"),
    },
)
WRITTEN = CodeSet(
    "written",
    {
        "contemporaneous": tr("Written at the time"),
        "same_day": tr("Written the same day"),
        "later": tr("Written later"),
    },
)
PRECISION = CodeSet(
    "precision",
    {"exact": tr("Exactly"), "about": tr("About"), "range": tr("Between"), "unknown": tr("Not known")},
)
YES_OR_NO = CodeSet("yes_or_no", {"yes": tr("Yes"), "no": tr("No")})
YES_NO = CodeSet(
    "yes_no",
    {"yes": tr("Yes"), "no": tr("No"), "not_sure": tr("Not sure"), "not_asked": tr("Not asked")},
)
