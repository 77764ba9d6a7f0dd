"""What an export costs: a thousand signed visits of the large vault, sealed into one bundle."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msp_desktop.sync import council
from msp_desktop.sync.exporting import EPOCH
from msp_desktop.sync.trial_keys import make_trial_keys
from msp_desktop.workspace import Workspace
from tests.bench.figure import Figure
from tests.bench.large_vault import SIGNED


def figures(workspace: Workspace, folder: Path) -> Iterator[Figure]:
    """One export; a new epoch makes everything wait again."""
    keys = folder / "council"
    if not (keys / council.DOCUMENT).exists():
        make_trial_keys(keys, now=datetime.now(UTC))
    workspace.enrolment.enrol(*council.files(keys / council.DOCUMENT), agreed=lambda _: True)
    with workspace.store.work() as work:
        work.set_fact(EPOCH, secrets.token_hex(4))
        work.commit()
    began = time.perf_counter()
    sealed = list(workspace.outbox.pack())
    taken = time.perf_counter() - began
    size = sum(each.size for each in sealed) / 1e6
    for each in sealed:
        each.path.unlink()
    yield Figure(f"export of {SIGNED:,} visits", taken, "s", "limit", 1, note=f"  {size:.1f} MB sealed")
