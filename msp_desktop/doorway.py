"""What stands before the door: the vaults on this laptop, making one, and the ways into one. Draws nothing.

The database library is loaded inside the methods, which run in the storage thread: the window must not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msp_desktop.errors import BadInput, Failure
from msp_desktop.translation import tr

if TYPE_CHECKING:
    from db.argon2_cost import Argon2Cost
    from db.store import Store
    from db.vault import OpenVault
    from msp_desktop.workspace import Workspace

CODE, SHOWN, ON_PAPER = "recovery_code", "shown", "on paper"
"""The vault's own fact about its code: shown, and not yet known to be on paper. Older vaults say nothing."""


class Listed(NamedTuple):
    """One vault as the door shows it. `name` is what the worker is called, "" where nobody said."""

    folder: Path
    name: str
    is_demo: bool


class Entered(NamedTuple):
    """A vault that was opened; `code` is its new recovery code where one must be written down before going on."""

    workspace: Workspace
    code: str = ""

    def groups(self) -> list[str]:
        """The code as it is written down."""
        from db.recovery_code import groups

        return groups(self.code)

    def is_copied(self, retyped: str, *, group: int) -> bool:
        """Whether what was typed from the paper is that group of the code."""
        from db.recovery_code import is_copied

        return is_copied(self.code, group=group, retyped=retyped)


class Doorway:
    """The vaults in one folder; `cost` is what a guess at a new passphrase takes, measured where it is None."""

    def __init__(self, place: Path, cost: Argon2Cost | None = None) -> None:
        self.place, self.cost = place, cost

    def listed(self) -> list[Listed]:
        """The vaults that lie here, by name."""
        from db.disk import disk_told

        with disk_told():
            folders = sorted(self.place.iterdir()) if self.place.is_dir() else []
        found = [look_at(each) for each in folders if not each.name.startswith(".") and _is_vault(each)]
        return sorted(found, key=lambda each: (each.is_demo, each.name.casefold()))

    def make(self, worker: str, passphrase: str) -> Entered:
        """A new vault of a worker, and its code to be written down. Raises BadInput: no name, or easily guessed."""
        import secrets

        from db import vault as vaults
        from db.argon2_cost import calibrate
        from db.recovery_code import new_code
        from msp_desktop.opening import workspace_of
        from msp_desktop.passphrase import refuse_weak

        if not worker.strip():
            raise BadInput(tr("Enter your name, so that your records say whose they are."))
        refuse_weak(passphrase, known=worker)
        folder, code, cost = self.place / secrets.token_hex(4), new_code(), self.cost or calibrate()
        with _named(folder, worker.strip()):
            fill = partial(_fill, worker=worker.strip())
            vault = vaults.create(folder, passphrase, code=code, cost=cost, fill=fill)
        return Entered(workspace_of(vault), code)


def look_at(folder: Path) -> Listed:
    """What the door may say of a vault before it is open; none of it is proven."""
    from db import header

    try:
        is_demo = header.read(folder)[0].header.demo
    except Failure:
        is_demo = False  # opening it says what is wrong
    name = _name_file(folder)
    return Listed(folder, name.read_text("utf-8").strip() if name.is_file() else "", is_demo)


def get_ready() -> None:
    """Load what opening a vault needs, while somebody types the passphrase."""
    import msp_desktop.opening  # noqa: F401


def open_by_passphrase(folder: Path, passphrase: str) -> Entered:
    """Open a vault. Where its code was shown and never confirmed, that code is replaced by a new one to write down."""
    from db.recovery_code import new_code
    from db.slots import Passphrase
    from msp_desktop.opening import open_vault

    workspace = open_vault(folder, passphrase)
    try:
        with workspace.store.reading() as look:
            if look.fact(CODE) != SHOWN:
                return Entered(workspace)
        code = new_code()
        workspace.vault.change_code(Passphrase(passphrase), code)
    except BaseException:  # whatever it was, the vault ends locked; raised again
        workspace.close()
        raise
    return Entered(workspace, code)


def open_by_code(folder: Path, code: str, *, passphrase: str) -> Entered:
    """Open a vault by its recovery code and give it a new passphrase and a new code; the old ones open nothing then.

    The passphrase is changed first: stopped at any point, the vault still opens with what the person knows.
    """
    from db import vault as vaults
    from db.recovery_code import new_code
    from db.slots import Code
    from msp_desktop.opening import workspace_of
    from msp_desktop.passphrase import refuse_weak

    refuse_weak(passphrase, known=look_at(folder).name)
    vault, fresh = vaults.open_with_code(folder, code), new_code()
    try:
        workspace = workspace_of(vault)
        _remember(workspace.store, SHOWN)
        vault.change_passphrase(Code(code), passphrase)
        vault.change_code(Code(code), fresh)
    except BaseException:  # whatever it was, the vault ends locked; raised again
        vault.close()
        raise
    return Entered(workspace, fresh)


def code_is_on_paper(workspace: Workspace) -> None:
    """The person has shown that the code is written down: it is not replaced at the next opening."""
    _remember(workspace.store, ON_PAPER)


def _fill(vault: OpenVault, *, worker: str) -> None:
    from msp_desktop.opening import first_steps

    _remember(first_steps(vault, worker=worker).store, SHOWN)


def _remember(store: Store, state: str) -> None:
    with store.work() as work:
        work.set_fact(CODE, state)
        work.commit()


def _is_vault(folder: Path) -> bool:
    return any((folder / name).is_file() for name in ("vault.json", "vault.json.copy"))


def _name_file(folder: Path) -> Path:
    """Beside the vault and not in it: what lies in a vault is the vault's."""
    return folder.with_name(f"{folder.name}.name")


@contextmanager
def _named(folder: Path, name: str) -> Iterator[None]:
    """The name is there before the vault, and goes where no vault was made."""
    from db.disk import make_folder, remove, write_whole

    make_folder(folder.parent)
    write_whole(_name_file(folder), f"{name}\n".encode())
    try:
        yield
    except BaseException:  # no name stays for a vault that was not made, whatever stopped it
        remove(_name_file(folder))
        raise
