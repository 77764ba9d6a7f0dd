"""Value sets about the person and the people around them: how to reach them, how they communicate, warnings,
roles.
"""

from __future__ import annotations

from msp_desktop.practice.codes.code_set import CodeSet
from msp_desktop.translation import tr

CONTACT_METHOD = CodeSet(
    "contact_method",
    {
        "mobile": tr("Mobile"),
        "text": tr("Text message"),
        "email": tr("Email"),
        "letter": tr("Letter"),
        "gp": tr("Through the GP"),
        "day_service": tr("Through a day service"),
        "friend": tr("Through a friend"),
        "in_person": tr("In person only"),
    },
)
ROLE = CodeSet(
    "role",
    {
        "partner": tr("Partner"),
        "parent": tr("Parent"),
        "son": tr("Son"),
        "daughter": tr("Daughter"),
        "sibling": tr("Brother or sister"),
        "other_relative": tr("Other relative"),
        "friend": tr("Friend"),
        "neighbour": tr("Neighbour"),
        "paid_carer": tr("Paid carer"),
        "unpaid_carer": tr("Unpaid carer"),
        "advocate": tr("Advocate"),
        "independent_supporter": tr("Independent supporter"),
        "attorney": tr("Attorney"),
        "deputy": tr("Deputy"),
        "interpreter": tr("Professional interpreter"),
        "gp": tr("GP"),
        "nurse": tr("Nurse"),
        "police": tr("Police"),
        "social_worker": tr("Social worker"),
        "landlord": tr("Landlord"),
        "faith": tr("Faith leader"),
        "other_professional": tr("Other professional"),
        "other": tr("Somebody else"),
        "unknown": tr("I do not know who"),
    },
)
SIGN_LANGUAGE = CodeSet(
    "sign_or_other",
    {
        "bsl": tr("British Sign Language"),
        "bsl_hands_on": tr("Hands-on British Sign Language"),
        "deafblind_manual": tr("Deafblind manual"),
        "makaton": tr("Makaton"),
        "lipreading": tr("Lipreading"),
        "speech_to_text": tr("Speech to text"),
        "none": tr("None of these"),
    },
)
FORMAT = CodeSet(
    "accessible_format",
    {
        "large_print": tr("Large print"),
        "easy_read": tr("Easy Read"),
        "audio": tr("Audio"),
        "braille": tr("Braille"),
        "email": tr("Email"),
        "text": tr("Text message"),
        "bsl_video": tr("British Sign Language video"),
        "other_language": tr("Another language"),
    },
)
AID = CodeSet(
    "communication_aid",
    {
        "hearing_aid": tr("Hearing aid"),
        "glasses": tr("Glasses"),
        "aac": tr("Communication device"),
        "picture_cards": tr("Picture cards"),
        "talking_mats": tr("Talking mats"),
        "amplifier": tr("Amplifier"),
        "other": tr("Something else"),
    },
)
# The first seven are a council's own labels (practice.md Appendix A); the rest are what a doorstep needs.
WARNING = CodeSet(
    "warning_type",
    {
        "risk_to_children": "Risk to Children",
        "risk_to_adults": "Risk to Adults",
        "adult_at_risk": "Adult at Risk",
        "risk_to_staff": "Risk to Staff",
        "disclosure_risk": "Disclosure Risk",
        "risk_to_self": "Risk to Self",
        "missing_person": "Missing Person",
    },
)
LEGAL_ROLE = CodeSet(
    "legal_role",
    {
        "lpa_health_welfare": tr("Attorney for health and welfare"),
        "lpa_property": tr("Attorney for property and money"),
        "deputy": tr("Deputy"),
        "appointee": tr("Appointee for benefits"),
        "attorney_epa": tr("Attorney under an enduring power"),
        "nearest_relative": tr("Nearest relative"),
        "imca": tr("Independent mental capacity advocate"),
        "rpr": tr("Relevant person's representative"),
    },
)
JURISDICTION = CodeSet("jurisdiction", {"england": tr("England"), "wales": tr("Wales"), "scotland": tr("Scotland")})
