"""Value sets of outcomes, actions, rights, capacity, refusal and sharing (practice.md Appendix A, T12, T22,
T26, T29).
"""

from __future__ import annotations

from msp_desktop.practice.codes.code_set import CodeSet
from msp_desktop.translation import tr

WHOSE_IDEA = CodeSet(
    "whose_idea",
    {
        "unprompted": tr("They said it unprompted"),
        "asked": tr("They said it when asked"),
        "worker_offered": tr("I offered it"),
        "relative_offered": tr("A relative offered it"),
        "advocate_offered": tr("An advocate offered it"),
        "likely_wishes_mca": tr("A best-interests view of what they would want"),
    },
)
SPEAKER = CodeSet(
    "speaker",
    {
        "person": tr("The person"),
        "advocate": tr("An advocate"),
        "representative": tr("A representative"),
        "worker": tr("Me"),
        "other": tr("Somebody else"),
    },
)
OUTCOME_AREA = CodeSet(
    "outcome_area",
    {
        "feel_safe": tr("Feel safe"),
        "stop_harm": tr("Stop the harm"),
        "keep_relationship": tr("Keep a relationship"),
        "limit_contact": tr("End or limit contact"),
        "home": tr("Home"),
        "money_back": tr("Money or belongings back"),
        "apology": tr("An apology"),
        "justice": tr("Justice"),
        "believed": tr("Being believed"),
        "care_change": tr("A change in care or support"),
        "health": tr("Health"),
        "not_to_others": tr("Know it will not happen to others"),
        "control": tr("Control and choice"),
        "know_where": tr("Know where to get help"),
        "recover": tr("Recover"),
        "other": tr("Something else"),
    },
)
REALISTIC = CodeSet(
    "realistic",
    {
        "as_asked": tr("As asked"),
        "part_discussed": tr("Part of it, and we talked about why"),
        "not_possible_told": tr("Not possible, and they were told why"),
    },
)
OUTCOME_STATUS = CodeSet(
    "outcome_status",
    {
        "new": tr("New"),
        "kept": tr("Kept"),
        "changed": tr("Changed"),
        "dropped": tr("No longer wanted"),
        "achieved": tr("Achieved"),
        "part": tr("Partly achieved"),
        "not": tr("Not achieved"),
    },
)
ACTION_STATE = CodeSet("action_state", {"open": tr("To do"), "done": tr("Done"), "dropped": tr("No longer needed")})
ENQUIRY_STATE = CodeSet("enquiry_state", {"open": tr("Open"), "concluded": tr("Concluded")})
PLAN_AGREED = CodeSet("plan_agreed", {"agreed": tr("Agreed"), "part": tr("Agreed in part"), "not": tr("Not agreed")})
ANSWERS_STATE = CodeSet("answers_state", {"draft": tr("Draft"), "finished": tr("Finished")})
PRINCIPLE = CodeSet(
    "principle",
    {
        "empowerment": tr("Empowerment"),
        "prevention": tr("Prevention"),
        "proportionality": tr("Proportionality"),
        "protection": tr("Protection"),
        "partnership": tr("Partnership"),
        "accountability": tr("Accountability"),
    },
)
MYTH = CodeSet(
    "myth",
    {
        "close_on_no": tr("They said no, so we close it"),
        "cuppa": tr("It is only a chat over a cup of tea"),
        "no_justice": tr("People who cause harm get away with it"),
        "too_slow": tr("It takes too long"),
        "capacity_excludes": tr("It cannot be done with somebody who lacks capacity"),
        "refuses_help": tr("It cannot be done when somebody refuses help"),
    },
)
ADVOCACY_DIFFICULTY = CodeSet(
    "advocacy_difficulty",
    {
        "understanding": tr("Understanding"),
        "retaining": tr("Keeping it in mind"),
        "using_weighing": tr("Using or weighing it"),
        "communicating": tr("Saying what they think, want and feel"),
    },
)
ADVOCATE_TYPE = CodeSet(
    "advocate_type",
    {
        "care_act_s68": tr("Care Act advocate for safeguarding (section 68)"),
        "care_act_s67": tr("Care Act advocate for assessment and planning (section 67)"),
        "imca": tr("Independent mental capacity advocate"),
        "imha": tr("Independent mental health advocate"),
        "idva": tr("Independent domestic violence adviser"),
        "isva": tr("Independent sexual violence adviser"),
        "other": tr("Another advocate"),
    },
)
MCA_FUNCTIONAL = CodeSet(
    "mca_functional",
    {
        "understand": tr("Understand"),
        "retain": tr("Retain"),
        "use_or_weigh": tr("Use or weigh"),
        "communicate": tr("Communicate"),
    },
)
DECIDES_FREELY = CodeSet(
    "decides_freely",
    {
        "free": tr("Free to decide"),
        "probably_free": tr("Probably free"),
        "doubtful": tr("Doubtful"),
        "not_free": tr("Not free"),
        "cannot_tell": tr("Cannot tell"),
    },
)
REFUSAL_ANSWER = CodeSet(
    "refusal_answer",
    {
        "yes": tr("Yes"),
        "no": tr("No"),
        "not_now": tr("Not now"),
        "not_from_you": tr("Not from you"),
        "not_that_way": tr("Not that way"),
        "silent": tr("Silent"),
        "changed_mind": tr("Changed their mind"),
    },
)
SHARE_OVERRIDE = CodeSet(
    "share_override",
    {
        "lacks_capacity_best_interests": tr("They lack capacity for this, and it is in their best interests"),
        "others_at_risk": tr("Others are at risk"),
        "serious_crime": tr("A serious crime"),
        "duress_suspected": tr("They may be under duress"),
        "staff_implicated": tr("Staff are implicated"),
        "legal_duty": tr("A court order or legal duty"),
        "life_at_risk": tr("A life is at risk"),
        "marac_high": tr("The risk is high enough for a risk conference (MARAC)"),
    },
)
LEAVE_BEHIND = CodeSet(
    "leave_behind",
    {
        "A": tr("May be left"),
        "B": tr("Leave only after the safe-contact check"),
        "C": tr("Never leave in the home"),
    },
)
SYNC_STATE = CodeSet(
    "sync_state",
    {
        "draft": tr("Not finished"),
        "ready": tr("Ready to seal"),
        "exported": tr("Waiting to send"),
        "receipt_confirmed": tr("Council received it"),
        "purge_due": tr("Due to be removed from this laptop"),
        "purged": tr("Removed from this laptop"),
        "held": tr("Kept on hold"),
    },
)
