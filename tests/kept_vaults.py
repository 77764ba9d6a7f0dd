"""A vault of each format there ever was; `python -m tests.kept_vaults` keeps one of today's.

A kept vault is never written again: the program of today opens a copy of it and must find what was recorded then.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from db.argon2_cost import FLOOR
from db.migrations.format import FORMAT
from msp_desktop.opening import make_vault
from msp_desktop.record.person import PERSON, Communication
from msp_desktop.record.record import Shelf
from msp_desktop.tools.filling import begun
from msp_desktop.workspace import Workspace
from tests.db.vaults import CODE, PASSPHRASE

FOLDER = Path(__file__).parent / "data" / "vaults"
CALLED, LINE, LATER_LINE = "Marjorie", "I choose who has my card.", "The blue kettle is hers."
HELPER = "Ivy, who sleeps at hers"
UNSAVED = "Mornings, after the carer."


def kept() -> list[Path]:
    """The folder of every vault that was kept."""
    return sorted(path for path in FOLDER.iterdir() if path.is_dir())


def keep() -> None:
    """Keep a vault of today's format, unless there is one."""
    folder = FOLDER / str(FORMAT)
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        workspace = make_vault(folder, worker="Ade Bello", passphrase=PASSPHRASE, code=CODE, cost=FLOOR)
        _fill(workspace)
        workspace.close()
        (folder / "vault.lock").unlink()


def _fill(workspace: Workspace) -> None:
    """A signed visit that was amended, a tool in another order than it is kept in, and a draft about the person."""
    person, visits = workspace.people.new(CALLED), workspace.visits
    visit = visits.start_unplanned(person.id)
    visit = visits.write_statement(visit, "said", LINE)
    visit = visits.sign(visits.finish(visit), workspace.sign)
    later = visits.new_statement(visit.body, "observed", LATER_LINE)
    changed = replace(visit.body, statements=(*visit.body.statements, later))
    visits.sign(visits.amend(visit, changed, "I had forgotten this."), workspace.sign)
    plan = begun(workspace.answers, workspace.tools.tool("safety_plan"), person=person.id)
    plan.save({"numbers": [{"who": HELPER, "number": "01632 960001"}]}, segment=None)
    told = replace(person.body, communication=Communication(best_time=UNSAVED))
    Shelf(workspace.store, PERSON).keep_draft(person.id, told, base=person.rev)


if __name__ == "__main__":
    keep()
