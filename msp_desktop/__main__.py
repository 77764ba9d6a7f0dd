"""The one way in: the window where no command is named, else the command line. Neither waits for the other to load."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from msp_desktop.commands import telling
from msp_desktop.commands.window import open_window


def main() -> int:
    """Do what was asked for; returns the exit code (see `errors.ExitCode`)."""
    match sys.argv[1:]:
        case []:
            return telling.code_of(partial(open_window, None))
        case ["--vault", folder]:
            return telling.code_of(partial(open_window, Path(folder)))
    from msp_desktop import cli

    return cli.main()


if __name__ == "__main__":
    raise SystemExit(main())
