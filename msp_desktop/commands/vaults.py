"""Commands about a vault itself: make one, look at it, check it, change its passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from db import checking
from db import vault as vaults
from db.disk import remove, write_whole
from db.recovery_code import new_code
from db.restore import restore as put_back
from db.slots import Passphrase
from msp_desktop.doorway import code_is_on_paper, open_by_code
from msp_desktop.errors import BadInput, Failure, FaultsFound
from msp_desktop.opening import make_vault, workspace_of
from msp_desktop.passphrase import refuse_weak
from msp_desktop.record.entry import clean_text, short_name
from msp_desktop.safety import Check
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace


def create(folder: Path, *, worker: str, passphrase: str, recovery_file: Path | None) -> Iterator[str]:
    """A new vault; the recovery code is told once, or written to a file that was asked for by name."""
    name = short_name(clean_text(worker).text)
    if not name or not name.isprintable():
        raise BadInput(tr("Give the worker's name in letters, on one line. Nothing was made."))
    refuse_weak(passphrase, known=name)
    code = new_code()
    with _kept(code, recovery_file):
        make_vault(folder, worker=name, passphrase=passphrase, code=code).close()
    yield tr("The vault is ready in {folder}.").format(folder=folder)
    if recovery_file:
        yield tr("The recovery code is in {file}. Keep it apart from the laptop.").format(file=recovery_file)
    else:
        yield tr("Recovery code, shown this once: {code}").format(code=code)


def info(folder: Path) -> Iterator[str]:
    """What can be said of a vault without its passphrase."""
    found = vaults.read_info(folder)
    yield f"{tr('Vault')}: {found.id}"
    yield f"{tr('Format')}: {found.format}"
    yield f"{tr('Generation')}: {found.generation}"
    yield f"{tr('Opened by')}: {', '.join(found.ways_in)}"
    yield f"{tr('Backups')}: {len(found.backups)}"
    if found.is_demo:
        yield tr("This is a demo vault. Everything in it is made up.")


def check(workspace: Workspace, *, rebuild: bool) -> Iterator[str]:
    """Whether everything reads back as it was saved; raises FaultsFound with their number after naming them."""
    if rebuild:
        yield tr("Records written again from their history: {n}").format(n=checking.rebuild(workspace.store))
    faults = [*checking.faults(workspace.store), *workspace.attachments.faults()]
    with suppress(Failure):  # a disk that is full must not keep anybody from hearing what was found
        workspace.safety.note(Check(datetime.now(UTC), len(faults)))
    yield from faults
    yield tr("Revisions whose text was purged: {n}").format(n=checking.purged(workspace.store))
    if faults:
        sentence = tr("The check found {n} faults. Nothing was changed. Restore from a backup, or rebuild.")
        raise FaultsFound(sentence, n=len(faults))
    yield tr("The check found no faults.")


def change_passphrase(workspace: Workspace, *, old: str, new: str) -> Iterator[str]:
    """Another passphrase opens the vault and its backups from now on."""
    refuse_weak(new)
    workspace.vault.change_passphrase(Passphrase(old), new)
    yield tr("The passphrase is changed, for this vault and its backups.")


def recover(folder: Path, *, code: str, new: str) -> Iterator[str]:
    """Open by the recovery code, set a new passphrase and a new code; the old code opens nothing afterwards."""
    entered = open_by_code(folder, code, passphrase=new)
    try:
        yield tr("The vault opens with the new passphrase.")
        yield tr("New recovery code, shown this once: {code}").format(code=entered.code)
        code_is_on_paper(entered.workspace)  # told before it counts as written down
    finally:
        entered.workspace.close()


def rotate(workspace: Workspace, *, old: str, new: str) -> Iterator[str]:
    """Everything under a new key, for a passphrase that has leaked."""
    refuse_weak(new)
    fresh = new_code()
    workspace_of(workspace.vault.rotate(Passphrase(old), passphrase=new, code=fresh, now=datetime.now(UTC))).close()
    yield tr("Everything is kept under a new key now. Old backups are gone and a new one is made.")
    yield tr("New recovery code, shown this once: {code}").format(code=fresh)


def back_up(workspace: Workspace) -> Iterator[str]:
    """A checked backup in the vault's own folder."""
    made = workspace.vault.back_up(datetime.now(UTC))
    yield tr("The backup is made and was read back: {folder}").format(folder=made.path)


def restore(folder: Path, *, copy: Path, passphrase: str) -> Iterator[str]:
    """Put a backup in the vault's place; what was there is set aside. Opening it starts a new epoch."""
    put_back(folder, copy, Passphrase(passphrase), now=datetime.now(UTC))
    yield tr("The backup is in place. What was there before is kept beside it, in a folder that begins with replaced.")


def device(workspace: Workspace) -> Iterator[str]:
    """The line by which the council knows this laptop's signatures."""
    yield workspace.allowed_signer


@contextmanager
def _kept(code: str, file: Path | None) -> Iterator[None]:
    """The code is in its file before the vault is made: no vault may stand whose code was lost."""
    if file is None:
        yield
        return
    if file.exists():
        raise BadInput(tr("There is a file of this name already. Nothing was changed. Choose another name."))
    write_whole(file, f"{code}\n".encode())
    try:
        yield
    except BaseException:  # no code lies about for a vault that was not made, whatever stopped it
        remove(file)
        raise
