"""Codes that no made-up situation uses, each with why. A new code stands here or in a situation; a test says so."""

from __future__ import annotations

NO_RECORD_HOLDS_IT_YET = frozenset(("myth",))
DERIVED = frozenset(("note_subtype", "written", "sync_state", "sac_asked", "sac_achieved", "otherwise"))
"""Worked out from what is recorded, or asked and not kept."""

IN_ANSWERS = frozenset(
    ("refusal_answer", "advocacy_difficulty", "advocate_type", "mca_functional", "decides_freely", "share_override")
)
"""Kept inside the answers to a tool, under the tool's own options."""

NOT_USED = {
    # Ten people are not everybody: these belong to lives that are not told here.
    "visit_type": {"carer"},
    "visit_not_made": {"MOVED", "DIED", "OTHER"},
    "place": {"phone"},
    "listening_risk": {"baby_monitor", "child_relay"},
    "supporter": {"independent_supporter", "other"},
    "reaction": {"distressed"},
    "company_wish": {"custom", "worker_safety"},
    "barrier": {"carer_cannot_leave", "bedbound"},
    "interpreter_used": {"needed_not_used", "staff"},
    "different_this_time": {"gender_of_worker"},
    "sign": {"culture_faith", "papers_kept", "healer"},
    "role": {"unpaid_carer", "other"},
    "sign_or_other": {"bsl_hands_on", "deafblind_manual", "speech_to_text"},
    "accessible_format": {"braille"},
    "communication_aid": {"other"},
    "warning_type": {"risk_to_children", "missing_person"},
    "legal_role": {"attorney_epa", "nearest_relative", "imca", "rpr"},
    "speaker": {"worker"},
    "plan_agreed": {"not"},
    # Another answer leads to the same result about time alone.
    "why_not_seen": {"remote_not_alone"},
    "why_not_alone": {"other"},
    "why_not_long_enough": {"no_conversation"},
    # The worker of the demo works in England.
    "jurisdiction": {"wales", "scotland"},
    # What an outcome is before its first step; it is never written down.
    "outcome_status": {"new"},
    # Two enquiries are concluded; the return has more ways to end than that.
    "sac_risk_result": {"remained"},
    "sac_capacity": {"dont_know", "not_recorded"},
    "sac_type": {"sexual", "discriminatory", "slavery"},
    "sac_location": {
        "community", "community_service", "nursing_home", "hospital_acute", "hospital_mental_health",
        "hospital_community", "other",
    },
    "sac_assessment": {
        "identified_no_action", "inconclusive_action", "inconclusive_no_action", "none_action", "none_no_action",
        "ceased_no_action",
    },
    # Nothing in the program writes these yet, or only when older records were put back.
    "event": {"override", "unlock", "purge"},
}  # fmt: skip
