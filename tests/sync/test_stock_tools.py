"""The contract in docs/BUNDLE.md, word for word: its commands open what the program exports, with either key."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from pathlib import Path

import bagit  # type: ignore[import-untyped]  # ships no types
import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
import rfc8785

from msp_desktop import demo
from msp_desktop.cli import main
from msp_desktop.errors import ExitCode
from tests.db.vaults import PASSPHRASE
from tests.vaults import opened

CONTRACT = Path(__file__).parents[2] / "docs" / "BUNDLE.md"


@pytest.fixture
def exported(vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a council's keys, a laptop's line and the one file that a worker exported."""
    (tmp_path / "passphrase").write_text(PASSPHRASE, "utf-8")
    secret = ["--passphrase-file", str(tmp_path / "passphrase")]
    with opened(vault) as workspace:
        demo.live_through(workspace)
    assert main(["council-keys", str(tmp_path / "council")]) == ExitCode.DONE
    assert main(["vault", "council", str(vault), str(tmp_path / "council" / "council.json"), *secret]) == ExitCode.DONE
    assert main(["export", "--vault", str(vault), "-o", str(tmp_path), *secret]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["vault", "device", str(vault), *secret]) == ExitCode.DONE
    (tmp_path / "signers").write_text(capsys.readouterr().out, "utf-8")
    return tmp_path


def commands() -> str:
    """The commands of the contract."""
    return CONTRACT.read_text("utf-8").split("```sh\n")[1].split("```")[0]


def ran(exported: Path, key: str) -> subprocess.CompletedProcess[str]:
    (visit,) = exported.glob("*.visit")
    signers = exported / "signers"
    told = {
        "VISIT": str(visit),
        "KEY": str(exported / "council" / key),
        "SIGNERS": str(signers),
        "DEVICE": signers.read_text("utf-8").split(" ")[0],
    }
    script = f"set -e\n{commands()}"
    return subprocess.run(
        ["bash", "-c", script], cwd=exported, env={**os.environ, **told}, capture_output=True, text=True, check=False
    )


@pytest.mark.needs("unzip", "ssh-keygen", "age", "sha256sum", "bash")
@pytest.mark.parametrize("key", ["council.key", "breakglass.key"])
def test_the_commands_of_the_contract_open_it(exported: Path, key: str) -> None:
    done = ran(exported, key)
    assert done.returncode == 0, done.stderr
    assert 'Good "visit-bundle" signature' in done.stdout
    assert "data/revisions.ndjson: OK" in done.stdout
    assert "I want my card back." in done.stdout
    manifest = json.loads((exported / "opened" / "manifest.json").read_bytes())
    assert manifest["payload"]["sha256"] in done.stdout


@pytest.mark.needs("unzip", "ssh-keygen", "age", "sha256sum", "bash")
def test_what_lies_inside_is_as_the_contract_says(exported: Path) -> None:
    assert ran(exported, "council.key").returncode == 0
    manifest = json.loads((exported / "opened" / "manifest.json").read_bytes())
    folder = exported / "opened" / manifest["bundle"]
    bag = bagit.Bag(str(folder))
    bag.validate()
    inside = {name: bag.info[name] for name in ("External-Identifier", "Device", "Epoch", "Sequence", "Previous")}
    assert list(inside.values()) == [
        manifest["bundle"], manifest["device"], manifest["epoch"], str(manifest["seq"]), manifest["prev"]
    ]  # fmt: skip
    schemas = {path.stem: json.loads(path.read_bytes()) for path in (folder / "data" / "schema").iterdir()}
    for line in (folder / "data" / "revisions.ndjson").read_bytes().splitlines():
        said = json.loads(line)
        assert rfc8785.dumps(said) == line
        jsonschema.validate(said["body"], schemas[said["kind"]])


@pytest.mark.needs("unzip", "ssh-keygen", "age", "sha256sum", "bash")
def test_the_digests_in_the_laptop_s_chain_fit_what_travelled(exported: Path, vault: Path) -> None:
    assert ran(exported, "council.key").returncode == 0
    (lines,) = exported.glob("opened/*/data/revisions.ndjson")
    said = [json.loads(line) for line in lines.read_bytes().splitlines()]
    with opened(vault) as workspace, workspace.store.reading() as look:
        kept = {item.rev: item.digest for item in look.chain()}
    for each in said:
        salted = bytes.fromhex(each["salt"]) + rfc8785.dumps(each["body"])
        assert kept[each["rev"]] == hashlib.sha256(salted).hexdigest()
