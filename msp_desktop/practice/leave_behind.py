"""The leave-behind class of a sheet: where its paper may go (practice.md 1.4 and the corrections on classes). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from msp_desktop.errors import BadInput
from msp_desktop.translation import tr


class Leave(StrEnum):
    """A may be left. B only after the safe-contact check. C is never left in the home. A is least strict."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class LeaveClasses:
    """What a definition says of one sheet. `is_ours` is false for a team's own tool that no council key signed."""

    blank: Leave
    filled: Leave
    is_ours: bool = True


def leave_class(
    classes: LeaveClasses, *, is_filled: bool, has_free_words: bool = False, raised_to: Leave | None = None
) -> Leave:
    """The class that holds for one print. Free words make it B at least; the worker may raise it.

    Raises BadInput where the worker's class would be less strict than the rule's.
    """
    stated = classes.filled if is_filled else classes.blank
    if is_filled and has_free_words:
        stated = max(stated, Leave.B)
    ruled = stated if classes.is_ours else Leave.C
    if raised_to is not None and raised_to < ruled:
        raise BadInput(
            tr("This sheet can be handled more carefully than its rule says, but not less. Nothing was printed.")
        )
    return raised_to or ruled
