"""`python -m tests.crash [KILLS]`: kills each deed at moments spread over all that it does; 1,000 in all."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.crash import deeds, program, upgrading
from tests.crash.deeds import SavingTrial, Trial
from tests.crash.killing import kill_before, kill_while_saving, lines_of

Prepare = Callable[[Path], object]


@dataclass(frozen=True)
class Round:
    """One deed; `kill_and_check` kills it at the nth moment and raises unless what is left is whole."""

    name: str
    prepare: Prepare
    kill_and_check: Callable[[int, Path], object]


def run(kills: int) -> int:
    """Returns how many kills left something that is neither old nor new; says what was done and each such moment."""
    share, failed = -(-kills // _DEEDS), 0
    with tempfile.TemporaryDirectory() as made:
        for each in rounds(Path(made), share):
            bad = [moment for moment in range(share) if not survives(each, moment, Path(made))]
            say(f"{each.name}: {share} kills, {len(bad)} not whole {bad or ''}")
            failed += len(bad)
    return failed


def rounds(room: Path, share: int) -> Iterator[Round]:
    for name, trial in (deeds.TRIALS | program.TRIALS | upgrading.TRIALS).items():
        lines = lines_of(trial.deed, fresh(trial.prepare, room))
        yield Round(f"{name} ({lines} lines)", trial.prepare, partial(before_line, trial, lines, share))
    for name, saving in (deeds.SAVING_TRIALS | program.SAVING_TRIALS).items():
        yield Round(name, saving.prepare, partial(while_saving, saving))


def before_line(trial: Trial, lines: int, share: int, moment: int, folder: Path) -> None:
    kill_before(1 + moment * (lines - 1) // share, trial.deed, folder)
    trial.check(folder)


def while_saving(trial: SavingTrial, moment: int, folder: Path) -> None:
    trial.check(folder, kill_while_saving(1 + moment % 50, trial.deed, folder))


def fresh(prepare: Prepare, room: Path) -> Path:
    """Another copy of the vault that `prepare` makes, in place of the one before."""
    first = room / f"{prepare.__module__}.prepared"
    if not first.exists():
        prepare(first)
    shutil.rmtree(room / "killed", ignore_errors=True)
    return Path(shutil.copytree(first, room / "killed" / "vault"))


def survives(each: Round, moment: int, room: Path) -> bool:
    try:
        each.kill_and_check(moment, fresh(each.prepare, room))
    except Exception as fault:  # noqa: BLE001  every way of not being whole counts
        say(f"  moment {moment}: {type(fault).__name__}: {fault}")
        return False
    return True


def say(line: str) -> None:
    """To the person at the terminal, at once."""
    sys.stdout.write(line.rstrip() + "\n")
    sys.stdout.flush()


_DEEDS = sum(len(each.TRIALS) + len(each.SAVING_TRIALS) for each in (deeds, program)) + len(upgrading.TRIALS)

if __name__ == "__main__":
    sys.exit(1 if run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000) else 0)
