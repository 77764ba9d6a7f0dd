"""Pictures of what stands before the records: unlocking, a new vault, the code, several workers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.screens.code.view import CodeView
from ui.screens.create.view import CreateView
from ui.screens.recover.view import RecoverView
from ui.screens.unlock.view import UnlockView
from ui.screens.vaults.view import VaultsView

CODE = ["7XK2", "02QH", "R14Q", "AZH4", "SDX0", "0Z1F", "9QTM"]


def unlock() -> QWidget:
    """Whose records these are, and the passphrase."""
    view = UnlockView("")
    view.show_whose("Ade Bello", is_demo=True)
    return view


def wrong_passphrase() -> QWidget:
    """What a slip of the finger meets."""
    view = UnlockView("")
    view.show_whose("Ade Bello", is_demo=True)
    view.show_problem("This passphrase does not open the records. Nothing is lost. Try again.")
    return view


def create() -> QWidget:
    """A new vault, with a passphrase proposed."""
    view = CreateView(is_first=True)
    view.secret.show_proposal("harbour window thistle drum velvet")
    return view


def code() -> QWidget:
    """The recovery code, shown once."""
    return CodeView(CODE, asked=2)


def code_asked() -> QWidget:
    """One group of it, typed from the paper."""
    view = CodeView(CODE, asked=2)
    view.ask()
    return view


def several() -> QWidget:
    """Several workers on one laptop."""
    return VaultsView([(Path("a"), "Ade Bello"), (Path("b"), "Ruth Okoro")])


DOOR: Mapping[str, Callable[[], QWidget]] = {
    "door-unlock": unlock,
    "door-wrong": wrong_passphrase,
    "door-create": create,
    "door-code": code,
    "door-code-asked": code_asked,
    "door-recover": RecoverView,
    "door-several": several,
}
