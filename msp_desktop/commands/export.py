"""The command that seals what waits for the council, and copies the sealed files where somebody wants them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msp_desktop.commands.council import TRIAL
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace


def export(workspace: Workspace, *, into: Path | None) -> Iterator[str]:
    """Take the council's receipts, seal what waits; with `into`, copy every sealed file there that none names yet."""
    yield from workspace.receipts.take_new()
    is_new = False
    for sealed in workspace.outbox.pack():
        is_new = True
        yield tr("Sealed: {name}, {size} bytes").format(name=sealed.path.name, size=sealed.size)
    if not is_new:
        yield tr("There is nothing new to export.")
    elif (council := workspace.enrolment.current()) and council.trial:
        yield TRIAL
    for copied in workspace.outbox.copy_waiting(into) if into else ():
        yield tr("Copied: {file}, {size} bytes").format(file=copied.path, size=copied.size)
