"""The recovery code: 130 random bits that a person writes down once and can read out over a telephone.

Spelled in Crockford's base32 (no I, L, O, U) as seven groups of four, the last two characters a check on the others.
"""

from __future__ import annotations

import hashlib
import secrets

from db.errors import BadInput

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("OIL", "011")
_SPACERS = str.maketrans("", "", " -–—\t\r\n")
_SECRET, _CHECK, GROUP = 26, 2, 4


def new_code() -> str:
    """A fresh code, for example `7XK2-…-9QTM`. Shown once and kept nowhere."""
    secret = "".join(secrets.choice(_ALPHABET) for _ in range(_SECRET))
    return spelled(secret + _check(secret))


def read_code(entered: str) -> str:
    """The 28 characters of a code as typed, forgiving case, spaces and look-alikes.

    Raises BadInput when it cannot be a code, so that a slip of the pen is not taken for a wrong code.
    """
    plain = entered.upper().translate(_SPACERS).translate(_ALIKE)
    if len(plain) != _SECRET + _CHECK or set(plain) - set(_ALPHABET) or plain[_SECRET:] != _check(plain[:_SECRET]):
        raise BadInput(
            "This is not quite a recovery code: a character is missing or was mistyped. Check it against the paper;"
            " a code is seven groups of four."
        )
    return plain


def groups(code: str) -> list[str]:
    """The seven groups of a code, as they stand on paper."""
    plain = read_code(code)
    return [plain[start : start + GROUP] for start in range(0, len(plain), GROUP)]


def spelled(plain: str) -> str:
    """A code in groups of four."""
    return "-".join(plain[start : start + GROUP] for start in range(0, len(plain), GROUP))


def is_copied(code: str, *, group: int, retyped: str) -> bool:
    """Whether a person retyped group 0 to 6 rightly, which shows that the code is on paper."""
    return retyped.upper().translate(_SPACERS).translate(_ALIKE) == groups(code)[group]


def _check(secret: str) -> str:
    digest = hashlib.sha256(b"msp-desktop/recovery-code/" + secret.encode()).digest()
    return "".join(_ALPHABET[byte & 31] for byte in digest[:_CHECK])
