"""Asking for what must not be shown: passphrases and codes, from the keyboard or from a file named by the person."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path

from msp_desktop.errors import BadInput
from msp_desktop.translation import tr


def passphrase(arguments: argparse.Namespace) -> str:
    """The passphrase, from its file or from the keyboard."""
    return secret(arguments.passphrase_file, tr("Passphrase: "))


def new_passphrase(arguments: argparse.Namespace) -> str:
    """A new passphrase, typed twice unless a file holds it. Raises BadInput where the two differ."""
    file = arguments.new_passphrase_file
    first = secret(file, tr("New passphrase: "))
    if file is None and getpass.getpass(tr("The same again: ")) != first:
        raise BadInput(tr("The two passphrases differ. Nothing was changed. Start again."))
    return first


def secret(file: Path | None, question: str) -> str:
    """What a file holds, or what is typed without being shown. Raises BadInput for a file that is not text."""
    if file is None:
        return getpass.getpass(question)
    try:
        return file.read_text("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        sentence = tr(
            "The file with the passphrase or code is not plain text (UTF-8). Nothing was changed. Save it again."
        )
        raise BadInput(sentence) from None
