"""After a restore the bundles are counted anew, however the restore ended; nothing that the council lacks is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from db.restore import restore
from db.slots import Passphrase
from msp_desktop.workspace import Workspace
from tests.db.vaults import PASSPHRASE
from tests.vaults import opened


def epoch_of(workspace: Workspace) -> str:
    with workspace.store.reading() as look:
        return look.fact("epoch") or ""


def test_the_first_opening_after_a_restore_starts_a_new_count_and_the_second_does_not(signed_vault: Path) -> None:
    with opened(signed_vault) as workspace:
        copy = workspace.vault.back_up(datetime.now(UTC)).path
        before = epoch_of(workspace)
        (first,) = workspace.outbox.pack()
    # Whoever kills the program here has still not got the old count: the fact lies in the restored records themselves.
    restore(signed_vault, copy, Passphrase(PASSPHRASE), now=datetime.now(UTC))
    with opened(signed_vault) as workspace:
        after = epoch_of(workspace)
        (again,) = workspace.outbox.pack()
    with opened(signed_vault) as workspace:
        assert epoch_of(workspace) == after != before
    assert again.path.name.endswith(f"-{after}-00000001.visit")
    assert first.path.is_file()


def test_a_vault_that_was_never_restored_keeps_its_count(signed_vault: Path) -> None:
    with opened(signed_vault) as workspace:
        before = epoch_of(workspace)
    with opened(signed_vault) as workspace:
        assert epoch_of(workspace) == before
