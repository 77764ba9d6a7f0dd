"""`python -m tests.crash [KILLS]`: kills each deed at moments spread over all that it does; 1,000 in all."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.crash.deeds import TRIALS, Trial, is_all_saved, prepare, save_without_end
from tests.crash.killing import kill_before, kill_while_saving, lines_of


def run(kills: int) -> int:
    """Returns how many kills left something that is neither old nor new; says what was done and each such moment."""
    share, failed = kills // (len(TRIALS) + 1), 0
    with tempfile.TemporaryDirectory() as made:
        room = Path(made)
        prepare(room / "prepared")
        for name, kill_and_check in _all(room, share):
            bad = [moment for moment in range(share) if not _survives(room, kill_and_check, moment)]
            say(f"{name}: {share} kills, {len(bad)} not whole {bad or ''}")
            failed += len(bad)
    return failed


def say(line: str) -> None:
    """To the person at the terminal, at once."""
    sys.stdout.write(line.rstrip() + "\n")
    sys.stdout.flush()


def _all(room: Path, share: int) -> Iterator[tuple[str, Callable[[Path, int], None]]]:
    for name, trial in TRIALS.items():
        lines = lines_of(trial.deed, _fresh(room))
        shutil.rmtree(room / "killed")
        yield f"{name} ({lines} lines)", _before_line(trial, lines, share)
    yield "saving", _while_saving


def _before_line(trial: Trial, lines: int, share: int) -> Callable[[Path, int], None]:
    def kill_and_check(folder: Path, moment: int) -> None:
        kill_before(1 + moment * (lines - 1) // share, trial.deed, folder)
        trial.check(folder)

    return kill_and_check


def _while_saving(folder: Path, moment: int) -> None:
    is_all_saved(folder, kill_while_saving(1 + moment % 50, save_without_end, folder))


def _fresh(room: Path) -> Path:
    return Path(shutil.copytree(room / "prepared", room / "killed" / "vault"))


def _survives(room: Path, kill_and_check: Callable[[Path, int], None], moment: int) -> bool:
    try:
        kill_and_check(_fresh(room), moment)
    except Exception as fault:  # noqa: BLE001  every way of not being whole counts
        say(f"  moment {moment}: {type(fault).__name__}: {fault}")
        return False
    finally:
        shutil.rmtree(room / "killed")
    return True


if __name__ == "__main__":
    sys.exit(1 if run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000) else 0)
