"""Value sets of what must be answered for: who looked, printed, exported, revealed (practice.md 5, audit
events).
"""

from __future__ import annotations

from msp_desktop.practice.codes.code_set import CodeSet
from msp_desktop.translation import tr

EVENT = CodeSet(
    "event",
    {
        "access": tr("Opened"),
        "restricted": tr("Opened a restricted record"),
        "reveal": tr("Revealed"),
        "print": tr("Printed"),
        "export": tr("Exported"),
        "not_printed": tr("Sent to a printer or a file, and did not come out"),
        "copy": tr("Copied for the council system"),
        "override": tr("Changed what the rule named"),
        "unlock": tr("Unlocked"),
        "purge": tr("Removed from this laptop"),
    },
)
