"""Signatures that OpenSSH itself checks."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from msp_desktop.sync import sshsig

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.mark.needs("ssh-keygen")
def test_openssh_verifies_what_we_sign_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "signers").write_text(sshsig.allowed_signer("laptop-1", KEY.public_key()), "utf-8")
    (tmp_path / "sig").write_text(sshsig.sign(KEY, b"the record", namespace=sshsig.RECORD), "utf-8")
    command = ["ssh-keygen", "-Y", "verify", "-f", "signers", "-I", "laptop-1", "-n", sshsig.RECORD, "-s", "sig"]
    for data, expected in ((b"the record", 0), (b"another record", 255)):
        done = subprocess.run(command, cwd=tmp_path, input=data, capture_output=True, check=False)
        assert done.returncode == expected, done.stderr


def test_a_signature_holds_for_its_data_key_and_purpose_alone() -> None:
    armored = sshsig.sign(KEY, b"data", namespace=sshsig.BUNDLE)
    other = Ed25519PrivateKey.generate().public_key()
    assert sshsig.verifies(KEY.public_key(), b"data", armored, namespace=sshsig.BUNDLE)
    assert not sshsig.verifies(KEY.public_key(), b"date", armored, namespace=sshsig.BUNDLE)
    assert not sshsig.verifies(KEY.public_key(), b"data", armored, namespace=sshsig.RECEIPT)
    assert not sshsig.verifies(other, b"data", armored, namespace=sshsig.BUNDLE)


@pytest.mark.parametrize("hostile", ["", "x", "-----BEGIN SSH SIGNATURE-----\n*\n-----END SSH SIGNATURE-----"])
def test_what_is_no_signature_is_refused_quietly(hostile: str) -> None:
    assert not sshsig.verifies(KEY.public_key(), b"data", hostile, namespace=sshsig.BUNDLE)
