"""The command line: parses, asks for the passphrase, prints lines and turns failures into one sentence and a number."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from db import core_dumps
from msp_desktop.commands import asking, telling, tool_words, window
from msp_desktop.commands.sheet_words import declare
from msp_desktop.errors import ExitCode
from msp_desktop.translation import tr

if TYPE_CHECKING:  # most of the program, for which the window must not wait
    from msp_desktop.sync.council import Council
    from msp_desktop.workspace import Workspace


def main(words: list[str] | None = None) -> int:
    """Run one command; returns its exit code (see `errors.ExitCode`)."""
    arguments = parser().parse_args(words)
    core_dumps.turn_off()
    return telling.code_of(partial(arguments.run, arguments))


class _Words(argparse.ArgumentParser):
    """A parser that answers what it does not understand with one sentence, like every other failure."""

    def error(self, message: str) -> NoReturn:
        sentence = tr("This was not understood: {what}. Nothing was done. `{program} --help` says what can be said.")
        telling.sentences([sentence.format(what=" ".join(message.split()), program=self.prog)])
        raise SystemExit(ExitCode.USAGE)


def parser() -> argparse.ArgumentParser:
    """Every command with its words."""
    top = _Words(prog="msp-desktop", description=tr("The offline visit companion."))
    top.add_argument("--vault", type=Path, help=tr("open the window on this vault"))
    top.set_defaults(run=_window)
    commands = top.add_subparsers(metavar="COMMAND")
    demo = _command(commands, "demo", _demo, tr("make a vault of made-up people to try things with"))
    demo.add_argument("folder", type=Path)
    demo.add_argument("--today", metavar="DAY", help=tr("count its days from this one, such as 2026-10-14"))
    keys = _command(commands, "council-keys", _council_keys, tr("make the keys of a council to try things with"))
    keys.add_argument("folder", type=Path)
    _vault_commands(commands)
    sheet = commands.add_parser("sheet", help=tr("list the sheets of the tools, and write one as a PDF"))
    sheets = sheet.add_subparsers(metavar="COMMAND", required=True)
    _command(sheets, "list", _sheets, tr("id, number, class and title of every sheet"))
    declare(_command(sheets, "print", _print_sheet, tr("one sheet as a PDF, blank or filled")))
    tool_words.declare(commands.add_parser("tool", help=tr("write a tool of your team, check it, take it in")))
    listing = _command(commands, "list", _list, tr("id, date, state and initials of people, visits or answers"))
    listing.add_argument("what", choices=["people", "visits", "answers"])
    note = _command(commands, "note", _note, tr("a visit's note for the council system"))
    note.add_argument("visit")
    export = _command(commands, "export", _export, tr("seal signed visits for the council"))
    export.add_argument("-o", dest="into", metavar="DIR", type=Path, help=tr("copy the sealed files here as well"))
    _command(commands, "self-test", _self_test, tr("try whether everything works on this laptop; touches no record"))
    for each in (listing, note, export):
        each.add_argument("--vault", type=Path, required=True)
        each.add_argument("--passphrase-file", type=Path)
    return top


def _vault_commands(commands: argparse._SubParsersAction[_Words]) -> None:
    vault = commands.add_parser("vault", help=tr("make, look at and check a vault")).add_subparsers(
        metavar="COMMAND", required=True
    )
    create = _command(vault, "create", _create, tr("make a new vault"))
    create.add_argument("--worker", required=True, help=tr("whose vault it is"))
    create.add_argument("--recovery-file", type=Path, help=tr("write the recovery code here instead of showing it"))
    info = _command(vault, "info", _info, tr("what a vault says without its passphrase"))
    check = _command(vault, "check", _check, tr("whether everything reads back as it was saved"))
    check.add_argument("--rebuild", action="store_true", help=tr("first write all records again from their history"))
    passphrase = _command(vault, "passphrase", _change_passphrase, tr("change the passphrase"))
    recover = _command(vault, "recover", _recover, tr("open with the recovery code and set a new passphrase"))
    recover.add_argument("--code-file", type=Path, help=tr("the recovery code, in a file"))
    rotate = _command(vault, "rotate", _rotate, tr("put everything under a new key, for a passphrase that has leaked"))
    for each in (passphrase, recover, rotate):
        each.add_argument("--new-passphrase-file", type=Path)
    create.add_argument("--passphrase-file", dest="new_passphrase_file", type=Path)
    backup = _command(vault, "backup", _back_up, tr("make a checked backup"))
    restore = _command(vault, "restore", _restore, tr("put a backup in the vault's place"))
    device = _command(vault, "device", _device, tr("the line by which the council knows this laptop"))
    council = _command(vault, "council", _enrol, tr("say which council can open what is exported"))
    for each in (create, info, check, passphrase, recover, rotate, backup, restore, device, council):
        each.add_argument("folder", type=Path)
    restore.add_argument("copy", type=Path, help=tr("the backup's folder"))
    council.add_argument("document", type=Path, help=tr("the council.json that the council gave you"))
    council.add_argument("--words", help=tr("the six words that the council read to you"))
    for each in (check, passphrase, rotate, backup, restore, device, council):
        each.add_argument("--passphrase-file", type=Path)


def _command(
    commands: argparse._SubParsersAction[_Words],
    name: str,
    run: Callable[[argparse.Namespace], None],
    help: str,
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=help, description=help)
    made.set_defaults(run=run)
    return made


def _window(arguments: argparse.Namespace) -> None:
    window.open_window(arguments.vault)


def _demo(arguments: argparse.Namespace) -> None:
    from msp_desktop.demo import make
    from msp_desktop.record import entry

    today = date.fromisoformat(entry.day(arguments.today)) if arguments.today else None
    telling.lines(make(arguments.folder, today=today))


def _create(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import vaults

    passphrase = asking.new_passphrase(arguments)
    telling.lines(
        vaults.create(
            arguments.folder,
            worker=arguments.worker,
            passphrase=passphrase,
            recovery_file=arguments.recovery_file,
        )
    )


def _info(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import vaults

    telling.lines(vaults.info(arguments.folder))


def _check(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import vaults

    _with_vault(arguments, arguments.folder, lambda workspace: vaults.check(workspace, rebuild=arguments.rebuild))


def _change_passphrase(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import vaults

    _changed(arguments, vaults.change_passphrase)


def _recover(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import vaults

    code = asking.secret(arguments.code_file, tr("Recovery code: "))
    telling.lines(vaults.recover(arguments.folder, code=code, new=asking.new_passphrase(arguments)))


def _rotate(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import vaults

    _changed(arguments, vaults.rotate)


def _changed(arguments: argparse.Namespace, change: Callable[..., Iterator[str]]) -> None:
    old, new = asking.passphrase(arguments), asking.new_passphrase(arguments)
    with _opened(arguments.folder, old) as workspace:
        telling.lines(change(workspace, old=old, new=new))


def _back_up(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import vaults

    _with_vault(arguments, arguments.folder, vaults.back_up)


def _restore(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import vaults

    telling.lines(vaults.restore(arguments.folder, copy=arguments.copy, passphrase=asking.passphrase(arguments)))


def _device(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import vaults

    _with_vault(arguments, arguments.folder, vaults.device)


def _council_keys(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import council

    telling.lines(council.make_keys(arguments.folder))


def _enrol(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import council

    passphrase = asking.passphrase(arguments)
    with _opened(arguments.folder, passphrase) as workspace:
        agreed = partial(_agreed, arguments.words)
        telling.lines(council.enrol(workspace, arguments.document, passphrase=passphrase, agreed=agreed))


def _agreed(words: str | None, council: Council) -> bool:
    """Whether the person found the six words to be the council's own, which they hear by telephone."""
    telling.lines([tr("The six words of this council: {words}").format(words=council.spoken)])
    if words is not None:
        return words.split() == council.spoken.split()
    if council.trial and not sys.stdin.isatty():
        return True  # a script that tries things out has nobody to ring
    return input(tr("Ring the council. Does it read the same six words? Type yes or no: ")).strip().lower() == "yes"


def _list(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import records

    _with_vault(arguments, arguments.vault, records.LISTS[arguments.what])


def _note(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import records

    _with_vault(arguments, arguments.vault, lambda workspace: records.note(workspace, arguments.visit))


def _export(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands.export import export

    _with_vault(arguments, arguments.vault, partial(export, into=arguments.into))


def _sheets(_: argparse.Namespace) -> None:
    from msp_desktop.commands import sheets

    tools = sheets.every_tool()
    telling.sentences(map(str, tools.faults))
    telling.lines(sheets.listed(tools))


def _print_sheet(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import sheets

    if arguments.vault is None:
        telling.sentences(sheets.blank(sheets.every_tool(), arguments))
        return
    with _opened(arguments.vault, asking.passphrase(arguments)) as workspace:
        telling.sentences(sheets.from_vault(workspace, arguments))


def _self_test(_: argparse.Namespace) -> None:
    from msp_desktop.commands.self_test import self_test

    def load_window() -> None:
        import ui.app  # noqa: F401  loading it is the check

    telling.lines(self_test(load_window))


def _with_vault(arguments: argparse.Namespace, folder: Path, lines: Callable[[Workspace], Iterator[str]]) -> None:
    with _opened(folder, asking.passphrase(arguments)) as workspace:
        telling.lines(lines(workspace))


@contextmanager
def _opened(folder: Path, passphrase: str) -> Iterator[Workspace]:
    from msp_desktop.opening import open_vault

    workspace = open_vault(folder, passphrase)
    try:
        telling.sentences(workspace.notices)
        yield workspace
    finally:
        workspace.close()
