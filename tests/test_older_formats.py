"""A vault of every format there ever was opens in the program of today, with all that was recorded in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db import checking
from db.backup import FOLDER, backups
from db.migrations.format import FORMAT, format_of
from db.restore import restore
from db.slots import Passphrase
from msp_desktop.opening import open_vault
from msp_desktop.record.person import PERSON
from msp_desktop.record.record import Shelf
from msp_desktop.workspace import Workspace
from tests.db.vaults import NOW, PASSPHRASE
from tests.kept_vaults import CALLED, LATER_LINE, LINE, UNSAVED, kept


@pytest.fixture(params=kept(), ids=lambda folder: f"format {folder.name}")
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a kept vault, in a folder that is named by its format."""
    return Path(shutil.copytree(request.param, tmp_path / request.param.name))


def test_what_was_recorded_then_is_there_and_found(older: Path) -> None:
    workspace = open_vault(older, PASSPHRASE)
    (person,) = workspace.people.list()
    (visit,) = workspace.visits.of(person.id)
    assert person.body.call_me == CALLED
    assert [line.words for line in visit.body.statements] == [LINE, LATER_LINE]
    assert visit.body.signature is not None and visit.body.amends is not None
    assert _unsaved(workspace) == [UNSAVED]
    with workspace.store.reading() as look:
        for words, found in (("card", visit.id), ("marj", person.id), ("rjor", person.id), ("carer", person.id)):
            assert {hit.id for hit in look.search(words)} == {found}, words
        assert [hit.kind for hit in look.search("ivy sle")] == ["answers"]
    workspace.close()


def test_it_is_whole_in_the_format_of_today_and_takes_what_is_recorded_now(older: Path) -> None:
    workspace = open_vault(older, PASSPHRASE)
    workspace.people.new("Idris")
    with workspace.vault.engine.connect() as connection:
        assert format_of(connection) == FORMAT
    assert checking.faults(workspace.store) == []
    workspace.close()
    workspace = open_vault(older, PASSPHRASE)
    assert [each.body.call_me for each in workspace.people.list()] == [CALLED, "Idris"]
    workspace.close()


def test_it_is_backed_up_before_it_is_changed_and_the_backup_opens_too(older: Path, tmp_path: Path) -> None:
    open_vault(older, PASSPHRASE).close()
    made = backups(older / FOLDER)
    assert len(made) == (int(older.name) < FORMAT)
    for each in made:
        restore(tmp_path / "another laptop", each.path, Passphrase(PASSPHRASE), now=NOW)
        workspace = open_vault(tmp_path / "another laptop", PASSPHRASE)
        assert [person.body.call_me for person in workspace.people.list()] == [CALLED]
        workspace.close()


def _unsaved(workspace: Workspace) -> list[str]:
    drafts = Shelf(workspace.store, PERSON).drafts()
    return [draft.body.communication.best_time for draft in drafts if draft.body.communication]
