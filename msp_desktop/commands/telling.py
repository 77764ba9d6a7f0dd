"""What the command line says: lines for a script, sentences for a person, of our own mistakes only where they are."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from msp_desktop.errors import BadInput, ExitCode, Failure, StorageTrouble
from msp_desktop.translation import tr


def code_of(deed: Callable[[], object]) -> int:
    """Do it; what goes wrong is told in one sentence. Returns the exit code (see `errors.ExitCode`)."""
    _speak_utf8()
    try:
        deed()
    except Failure as failed:
        return _failure(failed)
    except BrokenPipeError:
        _nobody_listens()
    except OSError:
        return _failure(StorageTrouble(tr("A file could not be read or written. Nothing in the vault was changed.")))
    except (EOFError, KeyboardInterrupt):
        return _failure(
            BadInput(tr("Stopped before the end. What was saved before is safe. Start again when you like."))
        )
    except Exception as bug:  # noqa: BLE001  the outermost door: whatever it is, nobody meets a traceback
        return _our_bug(bug)
    return ExitCode.DONE


def _speak_utf8() -> None:
    """Write UTF-8 whatever the laptop's own encoding, so that no name is lost where a note goes into a file."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def lines(given: Iterable[str]) -> None:
    """Each line as soon as it is there."""
    for line in given:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _nobody_listens() -> None:
    """Whoever read the lines has closed the pipe, as `head` does: no fault. What is left is written to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def sentences(given: Iterable[str]) -> None:
    """What a person must know, apart from the lines."""
    sys.stderr.writelines(f"{sentence}\n" for sentence in given)


def _failure(given: Failure) -> int:
    """The one sentence of a failure; returns its number."""
    sentences([str(given)])
    return given.code


def _our_bug(bug: Exception) -> int:
    """One sentence and the places passed through; never the fault's own words, which can hold what was recorded."""
    places = traceback.extract_tb(bug.__traceback__)
    sentences(
        [
            tr("This program made a mistake. What was saved before is safe. Please report these lines:"),
            *(f"  {Path(place.filename).name}:{place.lineno} {place.name}" for place in places),
            f"  {type(bug).__name__}",
        ]
    )
    return ExitCode.BUG
