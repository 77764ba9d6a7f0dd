"""How tools are found: under the guidance's three headings, and by what is happening (practice.md 1.6). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msp_desktop.tools.definition import Definition, Part
from msp_desktop.translation import tr

HEADINGS: Mapping[Part, str] = {
    "information_and_support": tr("Information and support"),
    "rights": tr("Rights"),
    "resolution_and_recovery": tr("Resolution and recovery"),
    "worker_only": tr("For the worker alone"),
}
HAPPENING: Mapping[str, str] = {
    "answers_for_person": tr("Somebody answers for the person"),
    "nothing_done": tr("“I do not want anything done”"),
    "memory": tr("Worries about memory or understanding"),
    "self_neglect": tr("The person does not look after themselves"),
    "carer_strain": tr("A carer is worn out"),
    "financial": tr("Somebody may misuse their money"),
    "partner_violence": tr("Violence by a partner or the family"),
    "paid_carer": tr("A paid carer may have caused harm"),
    "justice": tr("They want justice"),
    "closing": tr("The work is coming to an end"),
}


def by_heading(tools: Iterable[Definition], *, happening: str = "") -> dict[str, tuple[Definition, ...]]:
    """The tools under each heading that has any; with `happening`, those that are for it."""
    wanted = [tool for tool in tools if not happening or happening in tool.happening]
    under = {title: tuple(tool for tool in wanted if tool.part == part) for part, title in HEADINGS.items()}
    return {title: tools for title, tools in under.items() if tools}


def at_hand(tools: Iterable[Definition]) -> tuple[Definition, ...]:
    """The tools to open with the person: none for the worker alone, and not time alone, which the visit itself asks."""
    return tuple(tool for tool in tools if tool.part != "worker_only" and tool.kept_as != "private_contact")


def happening_now(tools: Iterable[Definition]) -> dict[str, str]:
    """What may be happening, as far as there is a tool for it."""
    used = {code for tool in tools for code in tool.happening}
    return {code: words for code, words in HAPPENING.items() if code in used}
