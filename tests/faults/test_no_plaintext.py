"""Not one byte the program writes, in the vault, in HOME, in TMPDIR or where it is started, tells what was recorded."""

from __future__ import annotations

import base64
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from msp_desktop import demo
from tests.db.vaults import CODE, PASSPHRASE

MARKER = "Ottoline Quibblewick żółw"
SECRETS = (MARKER, "Quibblewick", "Margaret", "Daniel", "my card back", PASSPHRASE, "harbour window thistle", CODE)
ROOT = Path(__file__).parents[2]
OTHER = "harbour window thistle drum"


def spellings(text: str) -> Iterator[bytes]:
    """A text as it can lie in a file: as it is, as programs on Windows keep it, escaped, in hex and in base64."""
    for each in {text, text.lower(), text.upper()}:
        yield from (each.encode(), each.encode("utf-16-le"), each.encode("utf-16-be"), each.encode("utf-32-le"))
        yield from (
            each.encode("unicode_escape"),
            each.encode().hex().encode(),
            each.encode("utf-8").hex().upper().encode(),
        )
    for shift in range(3):  # base64 reads three bytes at a time, so a text looks different at each of three places
        data = bytes(shift) + text.encode()
        yield base64.b64encode(data)[(shift * 8 + 5) // 6 : len(data) * 8 // 6]


SPELLINGS = {secret: tuple(spellings(secret)) for secret in SECRETS}


def told_by(data: bytes) -> set[str]:
    return {secret for secret in SECRETS if any(spelled in data for spelled in SPELLINGS[secret])}


def told_in(*folders: Path) -> dict[str, set[str]]:
    """What each file in these folders tells, by its contents or its name."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    told = {str(path): told_by(path.read_bytes() + str(path).encode()) for path in files}
    return {name: secrets for name, secrets in told.items() if secrets}


class Laptop:
    """A place of its own for everything a process may write to."""

    def __init__(self, place: Path) -> None:
        self.vault = place / "vault"
        self.home, self.tmp, self.start = place / "home", place / "tmp", place / "start"
        self.apart = place.with_name(place.name + "-apart")
        for folder in (self.home, self.tmp, self.start, self.apart):
            folder.mkdir(parents=True)
        self.written = (place,)

    def run(self, *words: object, code: int = 0) -> str:
        """A process started there; returns what it said."""
        where = {
            "HOME": self.home, "TMPDIR": self.tmp, "SQLITE_TMPDIR": self.tmp, "PYTHONPATH": ROOT,
            "PATH": os.environ["PATH"],
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-B", "-m", *map(str, words)], cwd=self.start, env={k: str(v) for k, v in where.items()},
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == code, done.stderr
        return done.stdout

    def secret(self, name: str, text: str) -> Path:
        """A file that a person hands over or asks for; it lies where nothing is looked for."""
        (self.apart / name).write_text(text, "utf-8")
        return self.apart / name


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path / "laptop")


def test_nothing_of_a_whole_life_of_a_vault_lies_readable_anywhere(laptop: Laptop) -> None:
    passphrase = ["--passphrase-file", laptop.secret("passphrase", PASSPHRASE)]
    change = [*passphrase, "--new-passphrase-file", laptop.secret("new", OTHER)]
    changed = ["--passphrase-file", laptop.secret("new", OTHER)]
    laptop.run("tests.faults.living", laptop.vault, MARKER, code=-signal.SIGKILL)
    assert (laptop.vault / "vault.db-wal").stat().st_size
    assert told_in(*laptop.written) == {}
    visit = laptop.run("msp_desktop", "list", "visits", "--vault", laptop.vault, *passphrase).split("\t")[0]
    assert "card back" in laptop.run("msp_desktop", "note", visit, "--vault", laptop.vault, *passphrase)
    print_note = ["sheet", "print", "visit.note", "--visit", visit, "--vault", laptop.vault, *passphrase]
    laptop.run("msp_desktop", *print_note, "-o", laptop.apart / "note.pdf")
    laptop.run("msp_desktop", "vault", "check", laptop.vault, "--rebuild", *passphrase)
    laptop.run("msp_desktop", "council-keys", laptop.apart / "council")
    laptop.run("msp_desktop", "vault", "council", laptop.vault, laptop.apart / "council" / "council.json", *passphrase)
    laptop.run("msp_desktop", "export", "--vault", laptop.vault, "-o", laptop.tmp, *passphrase)
    assert list(laptop.tmp.glob("*.visit")) and list((laptop.vault / "outbox").glob("*.visit"))
    laptop.run("msp_desktop", "vault", "passphrase", laptop.vault, *change)
    assert told_in(*laptop.written) == {}
    laptop.run("msp_desktop", "vault", "backup", laptop.vault, *changed)
    backup = max((laptop.vault / "backups").iterdir())
    laptop.run("msp_desktop", "vault", "restore", laptop.vault, backup, *changed)
    laptop.run("msp_desktop", "vault", "rotate", laptop.vault, *changed, *change[-2:])
    assert told_in(*laptop.written) == {}


def test_making_a_vault_tells_its_code_to_nobody_but_the_person(laptop: Laptop) -> None:
    words = ["--worker", MARKER, "--passphrase-file", laptop.secret("passphrase", PASSPHRASE)]
    told = laptop.run("msp_desktop", "vault", "create", laptop.vault, *words)
    code = told.strip().rsplit(" ", 1)[1]
    assert told_in(*laptop.written) == {}
    assert not any(code.encode() in path.read_bytes() for path in laptop.vault.rglob("*") if path.is_file())


def test_a_failure_tells_nothing_either(laptop: Laptop) -> None:
    shutil.copytree(made_demo(laptop), laptop.vault)
    (laptop.vault / "vault.db").write_bytes((laptop.vault / "vault.db").read_bytes()[:9000])
    wrong, right = laptop.secret("wrong", MARKER), laptop.secret("passphrase", demo.PASSPHRASE)
    laptop.run("msp_desktop", "list", "people", "--vault", laptop.vault, "--passphrase-file", wrong, code=3)
    laptop.run("msp_desktop", "list", "people", "--vault", laptop.vault, "--passphrase-file", right, code=4)
    assert told_in(*laptop.written) == {}


def made_demo(laptop: Laptop) -> Path:
    assert list(demo.make_short(laptop.apart))
    return laptop.apart / "vault"


@pytest.mark.parametrize("secret", SECRETS)
def test_the_same_search_finds_every_secret_in_plain_files(tmp_path: Path, secret: str) -> None:
    """The control: a database, its journal and every spelling are found where they are not sealed."""
    connection = dbapi2.connect(str(tmp_path / "plain.db"))
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE VIRTUAL TABLE told USING fts5(words)")
    connection.execute("INSERT INTO told VALUES (?)", ("padding " * 40 + secret,))
    connection.commit()
    for number, spelled in enumerate(SPELLINGS[secret]):
        (tmp_path / f"spelled-{number}").write_bytes(b"\x01" * 333 + spelled + b"\x02")
    (tmp_path / f"{secret}.txt").write_bytes(b"nothing")
    found = {Path(name).name for name, secrets in told_in(tmp_path).items() if secret in secrets}
    connection.close()
    assert found >= {
        "plain.db-wal",
        f"{secret}.txt",
        *(f"spelled-{number}" for number in range(len(SPELLINGS[secret]))),
    }
