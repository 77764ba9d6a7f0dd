"""Value sets of private contact: the thirteen results and everything around them (practice.md 2.3 and its
corrections).
"""

from __future__ import annotations

from msp_desktop.practice.codes.code_set import CodeSet
from msp_desktop.translation import tr

RESULT = CodeSet(
    "private_contact_result",
    {
        "full": tr(
            "Time alone together, by words or any way they communicate; I judged nobody could hear; long enough"
        ),
        "full_with_supporter": tr("Private, with an advocate or independent supporter the person chose in private"),
        "part_short": tr("Alone together, but cut short or interrupted"),
        "part_earshot": tr("Alone in the room, but others may have heard"),
        "seen_not_private": tr("Seen and spoken to with others present"),
        "seen_not_spoken": tr("Seen, but no conversation was possible"),
        "declined_by_person": tr("The person did not want to be alone with me"),
        "blocked_by_other": tr("Another person prevented it or would not leave"),
        "not_seen_no_reply": tr("Not seen: no reply"),
        "not_seen_refused_entry": tr("Not seen: not let in"),
        "not_tried_unsafe": tr("Not tried: it could have raised the risk"),
        "not_tried_other": tr("Not tried, for another reason"),
        "remote_private_unverified": tr("By phone or video: they said they were alone, which I could not check"),
    },
)
# The only results that a council system may hold as "seen alone" (practice.md 2.3, rule under the table).
TRUE_RESULTS = frozenset({"full", "full_with_supporter"})

# The thirteen are never shown as a list (practice.md, corrections): a worker who finds another fits better says
# first what was different, and then chooses among the few results that can follow from it.
OTHERWISE = CodeSet(
    "otherwise",
    {
        "not_private": tr("I saw them, but it was not time alone"),
        "prevented": tr("They, or somebody else, did not want it"),
        "not_seen": tr("I did not see them"),
        "not_tried": tr("I did not try"),
        "remote": tr("It was by phone or video"),
    },
)
RESULTS_OTHERWISE = {
    "not_private": ("part_short", "part_earshot", "seen_not_private", "seen_not_spoken"),
    "prevented": ("declined_by_person", "blocked_by_other"),
    "not_seen": ("not_seen_no_reply", "not_seen_refused_entry"),
    "not_tried": ("not_tried_unsafe", "not_tried_other"),
    "remote": ("remote_private_unverified",),
}

WHY_NOT_SEEN = CodeSet(
    "why_not_seen",
    {
        "no_reply": tr("Nobody answered"),
        "refused_entry": tr("I was not let in"),
        "remote_said_alone": tr("We spoke by phone or video, and they said they were alone"),
        "remote_not_alone": tr("We spoke by phone or video, and they were not alone"),
        "unsafe": tr("I did not try, because it could have raised the risk"),
        "other": tr("Another reason"),
    },
)
WHY_NOT_ALONE = CodeSet(
    "why_not_alone",
    {
        "declined": tr("They did not want to be alone with me"),
        "blocked": tr("Somebody prevented it or would not leave"),
        "with_supporter": tr("Only somebody they chose to have with them was there"),
        "others_present": tr("Others were there all the time"),
        "no_conversation": tr("No conversation was possible"),
        "unsafe": tr("I did not try, because it could have raised the risk"),
        "other": tr("Another reason"),
    },
)
WHY_NOT_LONG_ENOUGH = CodeSet(
    "why_not_long_enough",
    {
        "cut_short": tr("It was cut short"),
        "interrupted": tr("We were interrupted"),
        "no_conversation": tr("No conversation was possible"),
    },
)
SUPPORTER = CodeSet(
    "supporter",
    {
        "advocate": tr("An advocate"),
        "independent_supporter": tr("Another independent supporter"),
        "friend_or_relative": tr("A friend or relative they chose"),
        "other": tr("Somebody else"),
    },
)
# Only these make time with a supporter count (practice.md, corrections, "Private contact").
INDEPENDENT_SUPPORTERS = frozenset({"advocate", "independent_supporter"})

OFFER = CodeSet(
    "offered_private",
    {
        "aloud_to_all": tr("Yes, aloud to everybody"),
        "quietly": tr("Yes, quietly to the person"),
        "by_card": tr("Yes, by card"),
        "earlier_call": tr("Yes, in an earlier call"),
        "no": tr("No"),
    },
)
ASKED_HOW = CodeSet(
    "asked_how",
    {
        "direct_request": tr("I asked directly"),
        "pretext": tr("I gave another reason or a separate task"),
        "second_worker": tr("A second worker talked with them"),
        "appointment_elsewhere": tr("We met somewhere else"),
    },
)
REACTION = CodeSet(
    "reaction",
    {
        "left_willingly": tr("left willingly"),
        "reluctant": tr("left reluctantly"),
        "refused": tr("stayed in the room"),
        "hostile": tr("was hostile"),
        "returned": tr("came back"),
        "listened_at_door": tr("listened at the door"),
        "distressed": tr("was distressed"),
        "supportive": tr("was supportive"),
    },
)
COMPANY_WISH = CodeSet(
    "company_wish",
    {
        "person_asked": tr("The person asked for it"),
        "person_asked_in_private": tr("The person asked for it, in private"),
        "other_insisted": tr("Somebody else insisted"),
        "habit_unclear": tr("Habit, or not clear"),
        "custom": tr("A custom of culture or faith"),
        "communication_support": tr("Help with communication"),
        "worker_safety": tr("My own safety"),
    },
)
BARRIER = CodeSet(
    "barrier",
    {
        "insists_on_staying": tr("Somebody stayed in the room when asked"),
        "answers_for_them": tr("Somebody answered for them"),
        "layout": tr("The door or the rooms"),
        "no_room": tr("No separate room"),
        "carer_cannot_leave": tr("The carer could not leave, because of care needs"),
        "bedbound": tr("The person is in bed"),
        "hearing": tr("Hearing"),
        "language": tr("Language"),
        "fear_shown": tr("The person showed fear"),
        "sedated": tr("The person was sedated or sleepy"),
        "no_interpreter": tr("No interpreter was available"),
        "no_signal": tr("No signal for a phone interpreter"),
        "worker_safety": tr("My own safety"),
        "time": tr("Time"),
        "second_worker_needed": tr("A second worker was needed"),
        "venue": tr("The place"),
        "person_prefers_not": tr("The person would rather not"),
        "capacity_doubt": tr("Doubt whether they could agree to talk"),
    },
)
INTERPRETER = CodeSet(
    "interpreter_used",
    {
        "none_needed": tr("None needed"),
        "needed_not_used": tr("Needed, but not used"),
        "professional_in_person": tr("A professional, in person"),
        "professional_remote": tr("A professional, by phone or video"),
        "staff": tr("A member of staff"),
        "family_friend": tr("Family or a friend"),
    },
)
DIFFERENT_IN_PRIVATE = CodeSet(
    "different_in_private",
    {
        "same": tr("The same"),
        "different": tr("Different"),
        "new_information": tr("New information"),
        "could_not_compare": tr("Could not compare"),
    },
)
DIFFERENT_THIS_TIME = CodeSet(
    "different_this_time",
    {
        "time": tr("another time"),
        "place": tr("another place"),
        "worker": tr("another worker"),
        "gender_of_worker": tr("a worker of another gender"),
        "joint_visit": tr("a joint visit"),
        "pretext": tr("another stated reason for the visit"),
        "interpreter_booked": tr("an interpreter booked"),
        "day_service": tr("at a day service or clinic"),
        "letter_phone": tr("by letter or phone, as their safe contact says"),
        "relative_elsewhere": tr("the relative invited elsewhere"),
    },
)
ESCALATED_TO = CodeSet(
    "escalated_to",
    {
        "manager": tr("my manager"),
        "legal": tr("legal advice"),
        "police": tr("the police"),
        "marac": tr("the risk conference (MARAC)"),
    },
)
SIGN = CodeSet(
    "sign",
    {
        "answers_for": tr("Somebody answers for them"),
        "looks_first": tr("Looks to somebody before replying"),
        "borrowed_words": tr("Tells it in borrowed words"),
        "never_alone": tr("Is never alone"),
        "things_held": tr("Phone, post, money, medicines, aids or keys are held by somebody else"),
        "tracked": tr("Is monitored or tracked"),
        "cut_off": tr("Is cut off from friends, family or faith"),
        "sudden_change": tr("Sudden change of will, power of attorney, bank, carer or GP"),
        "new_friend": tr("A new close friend"),
        "cancelled_by_other": tr("Appointments are cancelled by somebody else"),
        "over_helpful_or_hostile": tr("Somebody is over-helpful or hostile towards visits"),
        "fear_of_displeasing": tr("Fear of displeasing somebody"),
        "apologises": tr("Apologises for small things"),
        "minimises": tr("Makes little of it"),
        "odd_injuries": tr("Injuries that the story does not fit"),
        "withheld": tr("Food, care, aids or medicine withheld, or drink supplied"),
        "threats": tr("Threats"),
        "loyalty_debt_love": tr("Loyalty, debt or love is used"),
        "culture_faith": tr("Culture or faith is misused"),
        "papers_kept": tr("Immigration papers are kept by somebody else"),
        "healer": tr("Pressure from a religious leader or healer"),
        "managed_out": tr("I felt steered out of the door"),
    },
)
SIGN_SEEN = CodeSet(
    "sign_seen", {"not_seen": tr("Not seen"), "seen": tr("Seen"), "heard": tr("Heard"), "told": tr("Told")}
)
