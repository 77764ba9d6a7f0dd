"""The short PIN that brings back what was hidden. It lives in memory alone, and no file and no record ever holds it."""

from __future__ import annotations

from itertools import pairwise

from msp_desktop.errors import BadInput
from msp_desktop.translation import tr

SHORTEST, LONGEST, TRIES = 4, 8, 3


class Pin:
    """One worker's PIN, from when it is chosen to the lock. Not a key: the passphrase alone opens the records.

    `is_put_off` is set when somebody would rather not choose one now.
    """

    def __init__(self) -> None:
        self._digits, self.tries_left = b"", TRIES
        self.is_put_off = False

    @property
    def is_to_offer(self) -> bool:
        """Whether somebody is still to be asked for one."""
        return not self.is_chosen and not self.is_put_off

    @property
    def is_chosen(self) -> bool:
        """Whether there is one."""
        return bool(self._digits)

    def choose(self, digits: str) -> None:
        """Take a PIN. Raises BadInput for what is no PIN, and for what somebody would try first."""
        if not (digits.isascii() and digits.isdigit() and SHORTEST <= len(digits) <= LONGEST):
            raise BadInput(tr("Enter 4 to 8 digits."))
        if _is_tried_first(digits):
            raise BadInput(tr("This is easy to guess. Choose digits that are not all the same and not in a row."))
        self._digits, self.tries_left = digits.encode(), TRIES

    def fits(self, digits: str) -> bool:
        """Whether these are the digits; a wrong try is counted, a right one begins anew."""
        from hmac import compare_digest  # brings all of OpenSSL's hashes, 3 ms, and a start asks for no PIN

        is_right = self.is_chosen and compare_digest(self._digits, digits.encode())
        self.tries_left = TRIES if is_right else self.tries_left - 1
        return is_right

    def forget(self) -> None:
        """There is no PIN any more."""
        self._digits, self.tries_left, self.is_put_off = b"", TRIES, False


def _is_tried_first(digits: str) -> bool:
    steps = {int(later) - int(before) for before, later in pairwise(digits)}
    return steps in ({0}, {1}, {-1})
