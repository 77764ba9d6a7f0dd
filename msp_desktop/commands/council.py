"""Commands about the council: trial keys to try things with, and which council a vault seals for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from db.slots import Passphrase
from msp_desktop.record.times import shown_day
from msp_desktop.sync import council as lists
from msp_desktop.sync.council import Council
from msp_desktop.sync.trial_keys import make_trial_keys
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace

TRIAL = tr("TRIAL KEYS: whoever has their folder can read what is sealed for them. Never use them for real people.")


def make_keys(folder: Path) -> Iterator[str]:
    """A council of our own, to try things with."""
    made = make_trial_keys(folder, now=datetime.now(UTC))
    yield TRIAL
    yield tr("Keys: {folder}").format(folder=folder)
    yield tr("The six words of this council: {words}").format(words=made.spoken)


def enrol(workspace: Workspace, document: Path, *, passphrase: str, agreed: Callable[[Council], bool]) -> Iterator[str]:
    """Seal for this council from now on; the passphrase is proven again, since this decides who can read everything."""
    workspace.vault.prove(Passphrase(passphrase))
    council = workspace.enrolment.enrol(*lists.files(document), agreed=agreed)
    if council.trial:
        yield TRIAL
    yield tr("What you export can now be opened by {council}, until {day}.").format(
        council=council.council, day=shown_day(council.expires[:10])
    )
