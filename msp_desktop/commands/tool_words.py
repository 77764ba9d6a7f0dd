"""The words that `tool` understands. Declared apart from what they do, so that no other command loads it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from msp_desktop.commands import telling
from msp_desktop.translation import tr


def declare(tool: argparse.ArgumentParser) -> None:
    """Add the words of `tool check`, `tool new`, `tool import` and `tool schema`."""
    commands = tool.add_subparsers(metavar="COMMAND", required=True)
    checked = _command(commands, "check", _check, tr("what is wrong in a tool's file, and what could be better"))
    checked.add_argument("files", metavar="FILE", type=Path, nargs="+")
    new = _command(commands, "new", _new, tr("write a first file that you can go on from"))
    new.add_argument("name", metavar="NAME", help=tr("what the tool is called, such as “Tea and talk”"))
    new.add_argument("-o", dest="into", metavar="FILE", type=Path, help=tr("the file to write"))
    taken = _command(commands, "import", _import, tr("put a tool or an XLSForm into your team's folder"))
    taken.add_argument("file", metavar="FILE", type=Path, help=tr("a .yaml or .xlsx file"))
    _command(commands, "schema", _schema, tr("the JSON Schema of a tool's file, for editors"))


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], None],
    about: str,
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=about, description=about)
    made.set_defaults(run=run)
    return made


def _check(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import tools

    telling.lines(tools.check(arguments.files))


def _new(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import tools

    telling.lines(tools.new(arguments.name, arguments.into))


def _import(arguments: argparse.Namespace) -> None:
    from msp_desktop.commands import tools

    telling.lines(tools.take(arguments.file))


def _schema(_: argparse.Namespace) -> None:
    from msp_desktop.commands import tools

    telling.lines(tools.shape())
