"""What is signed on a visit, and how a signed one changes: only by an amendment, which is signed in turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from db.history import canonical
from msp_desktop.errors import BadInput
from msp_desktop.record.body import Amendment
from msp_desktop.record.ids import RevisionId
from msp_desktop.record.visit import VISIT, Visit
from msp_desktop.translation import tr

Signer = Callable[[bytes], str]
"""Takes bytes and gives an armored SSHSIG over them, namespace `visit-record`."""


def signed_bytes(visit: Visit) -> bytes:
    """The bytes a visit's signature is made over: its stored body in RFC 8785 JSON, without the signature."""
    return canonical(VISIT.encode(replace(visit, signature=None)))


def signed(visit: Visit, signer: Signer, *, at: str, by: str) -> Visit:
    """The visit as complete, or as a signed addendum, with its signature."""
    state = "addendum" if visit.amends else "complete"
    ready = replace(visit, state=state, signed_at=at, signed_by=by, signature=None)
    return replace(ready, signature=signer(signed_bytes(ready)))


def amended(visit: Visit, *, of: RevisionId, reason: str, at: str, by: str) -> Visit:
    """The visit as an unsigned addendum to one of its revisions; raises BadInput without a reason."""
    if not reason.strip():
        raise BadInput(tr("Say why this signed visit is to be changed. Both versions will be shown."))
    why = Amendment(of=of, at=at, by=by, reason=reason)
    return replace(visit, state="addendum", amends=why, signature=None, signed_at=None, signed_by="")
