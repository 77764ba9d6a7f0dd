"""Every value set once: code to words. Code sets are grouped by what they are about, one module each."""

from __future__ import annotations

from msp_desktop.practice.codes import event, national, outcome, person, private_contact, visit
from msp_desktop.practice.codes.code_set import CodeSet

CODE_SETS: dict[str, CodeSet] = {
    code_set.name: code_set
    for module in (visit, private_contact, person, outcome, national, event)
    for code_set in vars(module).values()
    if isinstance(code_set, CodeSet)
}

__all__ = ["CODE_SETS", "CodeSet", "event", "national", "outcome", "person", "private_contact", "visit"]
