"""One line of the register of printed sheets, so that paper can be counted back. It is kept with its event."""

from __future__ import annotations

from dataclasses import dataclass

from msp_desktop.record.marks import Label


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What the worker answered before a sheet was printed."""

    question: Label
    reply: Label


@dataclass(frozen=True, kw_only=True)
class Printed:
    """How a sheet was printed; what, when, in which class and where to stand in the event itself.

    `language` is empty for English. `title` is the sheet's own, also where a neutral one stood on the paper: tools may
    vanish, the register stays. `mark` stands on the paper and says nothing to anybody; by it the paper is found again.
    `copy` counts the prints of one sheet for one person from 1; `ticked` are the fields heard in private that were
    printed all the same, `left_out` those that were left out.
    """

    copy: int
    format: Label
    language: Label = ""
    title: Label = ""
    mark: Label = ""
    ticked: tuple[Label, ...] = ()
    left_out: tuple[Label, ...] = ()
    has_neutral_title: bool = False
    replies: tuple[Reply, ...] = ()
