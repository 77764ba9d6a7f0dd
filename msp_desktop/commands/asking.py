"""Asking for what must not be shown: passphrases and codes, from the keyboard or from a file named by the person."""

from __future__ import annotations

import argparse
import getpass
import warnings
from pathlib import Path

from msp_desktop.errors import BadInput, StorageTrouble
from msp_desktop.translation import tr


def passphrase(arguments: argparse.Namespace) -> str:
    """The passphrase, from its file or from the keyboard."""
    return secret(arguments.passphrase_file, tr("Passphrase: "))


def new_passphrase(arguments: argparse.Namespace) -> str:
    """A new passphrase, typed twice unless a file holds it. Raises BadInput where the two differ."""
    file = arguments.new_passphrase_file
    first = secret(file, tr("New passphrase: "))
    if file is None and _typed(tr("The same again: ")) != first:
        raise BadInput(tr("The two passphrases differ. Nothing was changed. Start again."))
    return first


def secret(file: Path | None, question: str) -> str:
    """What a file holds, or what is typed without being shown.

    Raises StorageTrouble for a file that cannot be read, BadInput for one that is not text or where nobody can type.
    """
    if file is None:
        return _typed(question)
    try:
        return file.read_text("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        sentence = tr(
            "The file with the passphrase or code is not plain text (UTF-8). Nothing was changed. Save it again."
        )
        raise BadInput(sentence) from None
    except OSError:
        raise StorageTrouble(
            tr("The file with the passphrase or code cannot be read. Nothing was changed. Check its name.")
        ) from None


def _typed(question: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # it would be shown while it is typed
        try:
            return getpass.getpass(question)
        except getpass.GetPassWarning:
            raise BadInput(
                tr("A passphrase or code is typed at a terminal only. Nothing was changed. Name a file that holds it.")
            ) from None
