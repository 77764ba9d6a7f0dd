"""`export` as a support person runs it: what it prints, its numbers, and what a full disk does to it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from msp_desktop.cli import main
from msp_desktop.errors import ExitCode
from msp_desktop.images.picture import Picture
from tests.db.vaults import PASSPHRASE, fill
from tests.vaults import opened


@pytest.fixture
def secret(tmp_path: Path) -> list[str]:
    (tmp_path / "passphrase").write_text(PASSPHRASE, "utf-8")
    return ["--passphrase-file", str(tmp_path / "passphrase")]


def sealed_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.visit"))


def test_it_seals_once_names_each_file_and_copies_the_same_bytes(
    signed_vault: Path, secret: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["export", "--vault", str(signed_vault), *secret]
    assert main([*command, "-o", str(tmp_path / "stick")]) == ExitCode.DONE
    (sealed,), (copied,) = sealed_in(signed_vault / "outbox"), sealed_in(tmp_path / "stick")
    told = capsys.readouterr().out
    assert f"{sealed.name}, {sealed.stat().st_size} bytes" in told
    assert str(copied) in told
    assert "TRIAL KEYS" in told
    assert copied.read_bytes() == sealed.read_bytes()
    assert main(command) == ExitCode.DONE
    assert capsys.readouterr().out == "There is nothing new to export.\n"
    assert sealed_in(signed_vault / "outbox") == [sealed]


def test_what_was_sealed_before_can_still_be_copied_out(signed_vault: Path, secret: list[str], tmp_path: Path) -> None:
    command = ["export", "--vault", str(signed_vault), *secret]
    assert main(command) == ExitCode.DONE
    assert main([*command, "-o", str(tmp_path / "stick")]) == ExitCode.DONE
    (sealed,), (copied,) = sealed_in(signed_vault / "outbox"), sealed_in(tmp_path / "stick")
    assert copied.read_bytes() == sealed.read_bytes()


def test_without_a_council_it_says_so(vault: Path, secret: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--vault", str(vault), *secret]) == ExitCode.BAD_INPUT
    assert "does not know its council" in capsys.readouterr().err


@pytest.fixture
def on_small_disk(signed_vault: Path, small_disk: Path) -> Path:
    """The vault on a disk of 4 MiB, with a photo that a bundle has no room for unless something goes."""
    folder = Path(shutil.copytree(signed_vault, small_disk / "vault"))
    data = os.urandom(1_200_000)
    picture = Picture(data=data, media_type="image/jpeg", thumbnail=b"small", original_sha256="", claimed_taken_at="")
    with opened(folder) as workspace:
        workspace.attachments.add_to_visit(workspace.visits.list({"state": "complete"})[0].id, picture)
    return folder


@pytest.mark.parametrize("room", [0, 700_000], ids=["no room at all", "no room for the file"])
def test_a_full_disk_is_told_leaves_no_half_file_and_the_next_run_packs_the_same(
    on_small_disk: Path, small_disk: Path, secret: list[str], capsys: pytest.CaptureFixture[str], room: int
) -> None:
    filler = small_disk / "filler"
    fill(small_disk)
    os.truncate(filler, filler.stat().st_size - room)
    command = ["export", "--vault", str(on_small_disk), *secret]
    assert main(command) == ExitCode.STORAGE
    assert "What was saved before is safe" in capsys.readouterr().err
    assert not [path for path in on_small_disk.glob("outbox/**/*") if path.is_file()]
    filler.unlink()
    assert main(command) == ExitCode.DONE
    (sealed,) = sealed_in(on_small_disk / "outbox")
    assert sealed.name.endswith("-00000001.visit")
    assert sealed.stat().st_size > 1_200_000
    with opened(on_small_disk) as workspace, workspace.store.reading() as look:
        assert look.count("event", where={"what": "export"}) == 1


def test_a_stick_without_room_is_told_and_gets_no_half_file(
    signed_vault: Path, small_disk: Path, secret: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    fill(small_disk)
    assert main(["export", "--vault", str(signed_vault), *secret, "-o", str(small_disk)]) == ExitCode.STORAGE
    assert "no room left" in capsys.readouterr().err
    assert [path.name for path in small_disk.iterdir()] == ["filler"]
    assert sealed_in(signed_vault / "outbox")
