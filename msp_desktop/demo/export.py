"""The demo's way out: trial keys of a council, what was signed sealed for them, and the commands that open it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from db.disk import write_whole
from msp_desktop.sync import council as lists
from msp_desktop.sync.bundle import MANIFEST, PAYLOAD, SIGNATURE
from msp_desktop.sync.sshsig import BUNDLE
from msp_desktop.sync.trial_keys import make_trial_keys
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace

SIGNERS = "allowed_signers"


def enrol(workspace: Workspace, council: Path, *, now: datetime) -> None:
    """Make the keys of a council in `council`, where there are none yet, and seal for it from now on."""
    if workspace.enrolment.current():
        return
    if not (council / lists.DOCUMENT).exists():
        make_trial_keys(council, now=now)
    write_whole(council / SIGNERS, f"{workspace.allowed_signer}\n".encode())
    workspace.enrolment.enrol(*lists.files(council / lists.DOCUMENT), agreed=lambda _: True)


def seal(workspace: Workspace, *, outbox: Path) -> None:
    """Seal what waits, and lay what the council does not have yet into `outbox`."""
    is_new = any([*workspace.outbox.pack()])
    if is_new or not any(outbox.glob("*.visit")):
        for _ in workspace.outbox.copy_waiting(outbox):
            pass


def told(workspace: Workspace, *, council: Path, outbox: Path) -> Iterator[str]:
    """Where the keys are and what was sealed, each with the commands that open it."""
    yield tr("Council keys, for trying out only: {folder}").format(folder=council)
    for file in sorted(outbox.glob("*.visit")):
        yield tr("Sealed for the council: {file}, {size} bytes").format(file=file, size=file.stat().st_size)
        yield from _how_to_open(file, council, workspace)


def _how_to_open(file: Path, council: Path, workspace: Workspace) -> Iterator[str]:
    """The commands of docs/BUNDLE.md, for this file."""
    keys, opened = shlex.quote(str(council.resolve())), shlex.quote(str(file.resolve().with_suffix("")))
    yield tr("Open it the way the council can, with unzip, ssh-keygen, age and sha256sum:")
    yield f"  unzip -o {opened}.visit -d {opened} && cd {opened}"
    device = workspace.store.device
    yield f"  ssh-keygen -Y verify -f {keys}/{SIGNERS} -I {device} -n {BUNDLE} -s {SIGNATURE} < {MANIFEST}"
    yield f"  age -d -i {keys}/council.key -o payload.zip {PAYLOAD} && unzip -o payload.zip"
    yield "  cd */ && sha256sum -c manifest-sha256.txt && cat data/revisions.ndjson"
