"""`self-test`: does everything once on this laptop, in a throwaway vault of made-up people. Touches no other vault."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pyrage

from db import checking
from db.argon2_cost import FLOOR
from db.recovery_code import new_code
from db.restore import restore
from db.slots import Passphrase
from msp_desktop import demo
from msp_desktop.errors import ExitCode, Failure, WrongSecret
from msp_desktop.images.picture import picture_of
from msp_desktop.opening import make_vault, open_vault
from msp_desktop.passphrase import proposed
from msp_desktop.record.record import Record
from msp_desktop.record.visit import Visit
from msp_desktop.sheets.rendering import pages, rendered
from msp_desktop.sheets.visit_summary import compose_note
from msp_desktop.sync import council, sshsig
from msp_desktop.sync.bundle import MANIFEST, PAYLOAD, SIGNATURE
from msp_desktop.sync.trial_keys import make_trial_keys
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace

_SAID = "I want my card back"
"""Words of the made-up visit, to be found again."""


class SelfTestFailed(Failure):
    """Something that the program needs does not work on this laptop."""

    code = ExitCode.BUG


def self_test(load_window: Callable[[], object]) -> Iterator[str]:
    """A line for each check; raises SelfTestFailed after the last one where any failed."""
    failed = 0
    with tempfile.TemporaryDirectory(prefix="msp-desktop-") as folder, closing(_Trial(Path(folder))) as trial:
        checks = {**_CHECKS, tr("The parts of the window load"): lambda _: load_window()}
        for name, check in checks.items():
            fault = _fault(check, trial)
            failed += bool(fault)
            yield f"{'failed' if fault else 'OK':<8}{name}{': ' if fault else ''}{fault}"
    if failed:
        sentence = tr("{n} of {all} checks failed. No record was touched. Send these lines to your IT team.")
        raise SelfTestFailed(sentence, n=failed, all=len(checks))
    yield tr("All {n} checks passed. No record was touched.").format(n=len(checks))


class _Trial:
    """A folder of its own and what the checks before left in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.vault = folder, folder / "vault"
        self.passphrase = proposed()
        self._open = ExitStack()
        self._workspace: Workspace | None = None

    @property
    def workspace(self) -> Workspace:
        """The vault in use, opened when it is first wanted."""
        if self._workspace is None:
            self._workspace = self._open.enter_context(closing(open_vault(self.vault, self.passphrase)))
        return self._workspace

    @property
    def visit(self) -> Record[Visit]:
        """The made-up visit that was signed."""
        return self.workspace.visits.list({"state": "complete"})[0]

    def close(self) -> None:
        """Lock the vault."""
        self._open.close()
        self._workspace = None


def _make(trial: _Trial) -> None:
    workspace = make_vault(
        trial.vault, worker="Ade Bello", passphrase=trial.passphrase, code=new_code(), cost=FLOOR, is_demo=True
    )
    with closing(workspace):
        demo.live_through(workspace)


def _read_back(trial: _Trial) -> None:
    _must(any(_SAID in line.words for line in trial.visit.body.statements))
    _must(not checking.faults(trial.workspace.store))


def _sealed(trial: _Trial) -> None:
    trial.close()
    _must(all(_SAID.encode() not in path.read_bytes() for path in trial.vault.rglob("*") if path.is_file()))
    _must(not (trial.vault / "vault.db").read_bytes().startswith(b"SQLite"))
    with suppress(WrongSecret):
        open_vault(trial.vault, trial.passphrase[1:]).close()
        raise SelfTestFailed(tr("A wrong passphrase opened it."))


def _find(trial: _Trial) -> None:
    with trial.workspace.store.reading() as look:
        found = [hit.id for hit in look.search("card bac")]
    _must(trial.visit.id in found)


def _print(trial: _Trial) -> None:
    note = trial.workspace.notes.of(trial.visit.id)
    _must(rendered(compose_note(note.text)).pdf.startswith(b"%PDF-"))


def _picture(trial: _Trial) -> None:
    page = pages(compose_note(trial.workspace.notes.of(trial.visit.id).text))[0]
    kept = trial.workspace.attachments.add_to_visit(trial.visit.id, picture_of(page))
    _must(trial.workspace.attachments.image(kept).startswith(b"\x89PNG"))


def _export(trial: _Trial) -> None:
    keys = trial.folder / "council"
    make_trial_keys(keys, now=datetime.now(UTC))
    trial.workspace.enrolment.enrol(*council.files(keys / council.DOCUMENT), agreed=lambda _: True)
    (sealed,) = trial.workspace.outbox.pack()
    with zipfile.ZipFile(sealed.path) as bundle:
        manifest, signature, payload = (bundle.read(name) for name in (MANIFEST, SIGNATURE, PAYLOAD))
    key = sshsig.read_public_line(" ".join(trial.workspace.allowed_signer.split()[-2:]))
    _must(sshsig.verifies(key, manifest, signature.decode(), namespace=sshsig.BUNDLE))
    identity = pyrage.x25519.Identity.from_str((keys / "council.key").read_text().split()[-1])
    with zipfile.ZipFile(io.BytesIO(pyrage.decrypt(payload, [identity]))) as bag:
        _must(any(_SAID.encode() in bag.read(name) for name in bag.namelist()))


def _back_up(trial: _Trial) -> None:
    made = trial.workspace.vault.back_up(datetime.now(UTC))
    again = trial.folder / "again"
    restore(again, made.path, Passphrase(trial.passphrase), now=datetime.now(UTC))
    with closing(open_vault(again, trial.passphrase)) as workspace:
        _must(workspace.visits.get(trial.visit.id).body == trial.visit.body)


_CHECKS: dict[str, Callable[[_Trial], object]] = {
    tr("A vault is made, with a visit in it"): _make,
    tr("The visit reads back as it was saved"): _read_back,
    tr("What lies on the disk cannot be read, and a wrong passphrase does not open it"): _sealed,
    tr("The search finds it"): _find,
    tr("A sheet is set on paper"): _print,
    tr("A picture is taken in"): _picture,
    tr("An export is sealed, and the council opens it"): _export,
    tr("A backup is made and put back"): _back_up,
}


def _fault(check: Callable[[_Trial], object], trial: _Trial) -> str:
    """What went wrong in a few words, empty where nothing did."""
    try:
        check(trial)
    except Failure as failure:
        return str(failure)
    except Exception as bug:  # noqa: BLE001  whatever it is, the next check is still wanted
        return type(bug).__name__
    return ""


def _must(holds: bool) -> None:
    if not holds:
        raise SelfTestFailed(tr("The answer is not the one it should be."))
