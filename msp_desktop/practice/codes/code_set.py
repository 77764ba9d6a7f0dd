"""What a value set is: codes that are stored, and the words that stand for them on screen and paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from msp_desktop.errors import BadInput
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True, eq=False)
class CodeSet:
    """One closed list of codes in the order they are offered.

    Codes are kept, positions and labels never are.
    """

    name: str
    labels: Mapping[str, str]

    def __contains__(self, code: object) -> bool:
        return code in self.labels

    def __iter__(self) -> Iterator[str]:
        return iter(self.labels)

    def label(self, code: str) -> str:
        """The words for a code; raises BadInput for one that is not in the set."""
        return self.labels[self.check(code)]

    def check(self, code: str) -> str:
        """The code itself; raises BadInput for one that is not in the set."""
        if code not in self.labels:
            raise BadInput(
                tr("One choice for “{question}” is not known here. Nothing was saved. Choose it again."),
                question=self.name.replace("_", " "),
            )
        return code
