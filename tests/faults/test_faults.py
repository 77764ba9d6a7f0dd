"""What can be wrong with a vault has its number and its sentence, and a backup brings the records back."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db import header as headers
from db.engine import connect
from db.keys import DATABASE
from db.migrations.format import FORMAT
from db.restore import restore
from db.slots import Passphrase
from msp_desktop.errors import ExitCode
from tests.db.vaults import NOW, PASSPHRASE
from tests.faults.conftest import Run
from tests.vaults import make, names, opened

Spoil = Callable[[Path], None]


def forge(copy: Path, **changes: object) -> None:
    """Change what a key file says and set its checksum right, as somebody would who can read our source."""
    body = {**json.loads(copy.read_bytes()), **changes}
    del body["sum"]
    copy.write_text(json.dumps({**body, "sum": headers._sum(body)}))


def one_copy_torn(vault: Path) -> None:
    (vault / headers.MAIN).write_bytes((vault / headers.MAIN).read_bytes()[:300])


def one_copy_forged(vault: Path) -> None:
    forge(vault / headers.MAIN, demo=True, generation=50)


def both_copies_torn(vault: Path) -> None:
    for name in (headers.MAIN, headers.COPY):
        (vault / name).write_bytes(b"{}")


def both_copies_gone(vault: Path) -> None:
    for name in (headers.MAIN, headers.COPY):
        (vault / name).unlink()


def both_copies_forged(vault: Path) -> None:
    for name in (headers.MAIN, headers.COPY):
        forge(vault / name, demo=True)


def database_of_another_vault(vault: Path) -> None:
    make(vault.with_name("other"))
    shutil.copy(vault.with_name("other") / "vault.db", vault / "vault.db")


def backup_put_over_the_database(vault: Path) -> None:
    copy = next((vault / "backups").iterdir())
    shutil.copy(copy / "vault.db", vault / "vault.db")


def database_cut_short(vault: Path) -> None:
    whole = (vault / "vault.db").read_bytes()
    (vault / "vault.db").write_bytes(whole[: len(whole) // 2])


def last_page_lost(vault: Path) -> None:
    (vault / "vault.db").write_bytes((vault / "vault.db").read_bytes()[:-4096])


def database_gone(vault: Path) -> None:
    (vault / "vault.db").unlink()


def newer_key_file(vault: Path) -> None:
    for name in (headers.MAIN, headers.COPY):
        forge(vault / name, version=headers.FORMAT + 1)


def newer_records(vault: Path) -> None:
    with opened(vault) as workspace:
        key, database = workspace.vault.subkey(DATABASE), workspace.vault.database
    connection = connect(database, lambda: key)
    connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.close()


HARMLESS: list[Spoil] = [one_copy_torn, one_copy_forged]
DAMAGE = {
    both_copies_torn: "key file of this vault is damaged",
    both_copies_gone: "Both key files",
    both_copies_forged: "key file of this vault is damaged",
    database_of_another_vault: "belong to another vault",
    backup_put_over_the_database: "This is a backup. Use Restore.",
    database_cut_short: "damaged",
    last_page_lost: "damaged",
    database_gone: "missing",
}


def named(spoil: object) -> str:
    return getattr(spoil, "__name__", "")


@pytest.mark.parametrize("spoil", HARMLESS, ids=named)
def test_one_spoilt_key_file_keeps_nobody_out(vault: Path, run: Run, spoil: Spoil) -> None:
    spoil(vault)
    ran = run("vault", "check", vault)
    assert ran.code == ExitCode.DONE
    assert names(vault) == ["Margaret"]


@pytest.mark.parametrize(("spoil", "words"), DAMAGE.items(), ids=named)
def test_damage_is_told_in_one_sentence_and_a_backup_brings_the_records_back(
    vault: Path, run: Run, spoil: Spoil, words: str
) -> None:
    copy = run("vault", "backup", vault).out.split()[-1]
    spoil(vault)
    ran = run("list", "people", "--vault", vault)
    assert (ran.code, ran.out, ran.err.count("\n")) == (ExitCode.DAMAGED, "", 1)
    assert words in ran.err
    assert run("vault", "restore", vault, copy).code == ExitCode.DONE
    assert names(vault) == ["Margaret"]


@pytest.mark.parametrize("spoil", [newer_key_file, newer_records], ids=named)
def test_a_newer_vault_is_refused_and_left_as_it_is(vault: Path, run: Run, spoil: Spoil) -> None:
    spoil(vault)
    before = {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file()}
    ran = run("list", "people", "--vault", vault)
    assert (ran.code, ran.out, ran.err.count("\n")) == (ExitCode.NEWER_FORMAT, "", 1)
    assert "newer version" in ran.err
    assert before == {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file()}


def test_one_flipped_bit_anywhere_is_found_and_never_read_as_true(vault: Path, run: Run) -> None:
    whole = (vault / "vault.db").read_bytes()
    for place in range(2000, len(whole), len(whole) // 12):
        (vault / "vault.db").write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        ran = run("vault", "check", vault)
        assert ran.code in (ExitCode.DAMAGED, ExitCode.FAULTS_FOUND), place
        assert ran.err.count("\n") == 1
    (vault / "vault.db").write_bytes(whole)
    assert names(vault) == ["Margaret"]


def test_a_second_program_is_told_that_the_vault_is_in_use(vault: Path, run: Run) -> None:
    with opened(vault) as workspace:
        words = ["list", "people", "--vault", str(vault), "--passphrase-file", "/dev/null"]
        other = subprocess.run([sys.executable, "-m", "msp_desktop", *words], capture_output=True, text=True)
        assert (other.returncode, other.stdout, other.stderr.count("\n")) == (ExitCode.IN_USE, "", 1)
        workspace.people.new("Rosa")
    assert run("list", "people", "--vault", vault).out.count("\n") == 2


def test_a_wrong_passphrase_is_wrong_and_nothing_else(vault: Path, run: Run) -> None:
    for guess in ("", "seven tall ships", "x" * 100_000, "\N{SNOWMAN}" * 12):
        ran = run("list", "people", "--vault", vault, passphrase=guess)
        assert (ran.code, ran.out, ran.err.count("\n")) == (ExitCode.WRONG_SECRET, "", 1)
        assert not guess or guess not in ran.err


def test_records_are_backed_up_before_they_are_brought_up_to_date(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.migrations.format.FORMAT", FORMAT + 1)
    assert names(vault) == ["Margaret"]
    (copy,) = (vault / "backups").iterdir()
    monkeypatch.undo()
    restore(vault.with_name("again"), copy, Passphrase(PASSPHRASE), now=NOW)
    assert names(vault.with_name("again")) == ["Margaret"]
