"""The exact labels of the national return, the Safeguarding Adults Collection (practice.md 3.1). Never
translated.

Codes are ours and are what is stored; the label is written only into the return.
"""

from __future__ import annotations

from msp_desktop.practice.codes.code_set import CodeSet

SAC_ASKED = CodeSet(
    "sac_asked",
    {
        "asked_expressed": "Yes they were asked and outcomes were expressed",
        "asked_none": "Yes they were asked but no outcomes were expressed",
        "no": "No",
        "dont_know": "Don't Know",
        "not_recorded": "Not Recorded",
    },
)
SAC_ACHIEVED = CodeSet(
    "sac_achieved",
    {"fully": "Fully Achieved", "partially": "Partially Achieved", "not": "Not Achieved"},
)
SAC_RISK_RESULT = CodeSet(
    "sac_risk_result", {"remained": "Risk remained", "reduced": "Risk reduced", "removed": "Risk removed"}
)
SAC_CAPACITY = CodeSet(
    "sac_capacity",
    {
        "lacked": "Yes, they lacked capacity",
        "had": "No, they did not lack capacity",
        "dont_know": "Don't know",
        "not_recorded": "Not recorded",
    },
)
SAC_TYPE = CodeSet(
    "sac_type",
    {
        "physical": "Physical Abuse",
        "sexual": "Sexual Abuse",
        "psychological": "Psychological Abuse",
        "financial": "Financial or Material Abuse",
        "discriminatory": "Discriminatory Abuse",
        "organisational": "Organisational Abuse",
        "neglect": "Neglect and Acts of Omission",
        "domestic": "Domestic Abuse",
        "exploitation": "Sexual Exploitation",
        "slavery": "Modern Slavery",
        "self_neglect": "Self-Neglect",
    },
)
SAC_SOURCE = CodeSet(
    "sac_source",
    {
        "provider": "Service Provider",
        "known": "Other - Known to individual",
        "unknown": "Other - Unknown to individual",
    },
)
SAC_LOCATION = CodeSet(
    "sac_location",
    {
        "own_home": "Own Home",
        "community": "In the Community",
        "community_service": "Community Service",
        "nursing_home": "Care Home - Nursing",
        "residential_home": "Care Home - Residential",
        "hospital_acute": "Hospital - Acute",
        "hospital_mental_health": "Hospital - Mental Health",
        "hospital_community": "Hospital - Community",
        "other": "Other",
    },
)
SAC_ASSESSMENT = CodeSet(
    "sac_assessment",
    {
        "identified_action": "Risk identified and action taken",
        "identified_no_action": "Risk identified and no action taken",
        "inconclusive_action": "Risk Assessment inconclusive and action taken",
        "inconclusive_no_action": "Risk Assessment inconclusive and no action taken",
        "none_action": "No risk identified and action taken",
        "none_no_action": "No risk identified and no action taken",
        "ceased_no_action": "Enquiry ceased at individual's request and no action taken",
    },
)
