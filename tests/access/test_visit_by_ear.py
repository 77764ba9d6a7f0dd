"""A visit from the passphrase to the sealed file, done through AT-SPI as a screen reader does: by names alone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from msp_desktop import demo
from tests.access.ear import CHECK, RADIO, Ear
from tests.access.stage import Stage, missing
from tests.conftest import cannot_run
from tests.sync.test_stock_tools import commands

SAID = "I want my card back."
PROGRAMS = ("Xvfb", "evilwm", "dbus-daemon", "unzip", "age", "ssh-keygen", "sha256sum", "bash", "pdftotext")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    list(demo.make(tmp_path / "demo"))
    return tmp_path / "demo"


@pytest.fixture
def ear(tmp_path: Path, made: Path) -> Iterator[Ear]:
    if lacks := missing():
        cannot_run(f"missing here: {lacks}")
    stage = Stage(tmp_path)
    try:
        stage.set_up()
        said = stage.start_program(made / "vault")
        yield Ear(stage)
    finally:
        stage.take_down()
    assert not said.read_text("utf-8")


@pytest.mark.needs(*PROGRAMS)
def test_a_visit_is_done_by_ear_from_the_passphrase_to_the_sealed_file(ear: Ear, made: Path, tmp_path: Path) -> None:
    unlock(ear)
    arrive(ear)
    write_lines(ear)
    say_how_the_time_alone_was(ear)
    leave(ear)
    print_a_sheet(ear, tmp_path / "sheet.pdf")
    sealed = seal(ear, tmp_path / "stick")
    assert SAID in opened_with_stock_tools(sealed, made / "council", tmp_path)
    told = [each for each in ear.told if not each.startswith("Saved on this laptop")]  # several steps in one second
    assert not [one for one, after in pairwise(told) if one == after]


def unlock(ear: Ear) -> None:
    ear.fill("Passphrase", "not this one", "password text")
    ear.press("Unlock")
    assert "Nothing is lost" in ear.hears("This does not open the records.")
    ear.type("Passphrase", demo.PASSPHRASE, "password text")
    ear.sees("Open: 10:05 Margaret")
    assert not ear.nameless()


def arrive(ear: Ear) -> None:
    ear.press("Open: 10:05 Margaret")
    ear.press("Start the visit")
    ear.hears("Who is here now?")
    ear.hears("Saved on this laptop at")
    ear.press("Only us now", CHECK)
    ear.hears("Only you and Margaret, since")


def write_lines(ear: Ear) -> None:
    """What was said alone leaves the tree when somebody comes in, and is back when they have gone."""
    ear.type("What was said or happened", SAID)
    ear.hears("Saved on this laptop at")
    ear.sees(f"Change: {SAID}")
    ear.press("They came in", CHECK)
    ear.hears("Who came in?")
    ear.sees("One line is left out")
    assert not [each for each in ear.names() if SAID in each]
    ear.fill("Name", "Daniel")
    ear.press("Keep this")
    ear.hears("Daniel.")
    ear.press("Somebody told me", RADIO)
    ear.fill("Who told you?", "Daniel")
    ear.fill("What was said or happened", "She forgets, so I keep the card.")
    ear.press("Keep this line")
    ear.sees("Change: She forgets")
    ear.press("Only us now", CHECK)
    ear.sees(f"Change: {SAID}")
    assert not ear.nameless()


def say_how_the_time_alone_was(ear: Ear) -> None:
    ear.press("After", RADIO)
    ear.answer("Did you see Margaret?", "Yes")
    ear.answer("Were the two of you alone together?", "Yes")
    ear.hears("Choose the part of the visit when you were alone together.")
    ear.press_part("to now: Only us", RADIO, within="When were you alone together?")
    ear.answer("Could anybody hear?", "Nobody could hear")
    ear.answer("Was it long enough?", "Yes")
    ear.hears("Is that right?")
    ear.press("Yes, that is right")
    ear.hears("Recorded: Time alone together")


def leave(ear: Ear) -> None:
    ear.answer("Is anyone in danger before tomorrow?", "Yes")
    ear.hears("New question: What is the danger, and for whom?")
    ear.hears("Nobody at the council has seen this. Ring now.")
    ear.answer("Is anyone in danger before tomorrow?", "No")
    assert not ear.nameless()
    ear.press("Finish: I am leaving now")
    ear.hears("The visit is over.")
    ear.press("Sign this visit")
    ear.hears("Signed on")


def print_a_sheet(ear: Ear, file: Path) -> None:
    ear.press("Print", RADIO)
    ear.press_first("Where it stands today: Filled in")
    ear.answer("Where is it going?", "Into a file on this computer")
    ear.hears("Anybody who finds it can read it.")
    assert not ear.nameless()
    ear.press("Save as PDF")
    ear.fill("File name:", str(file))
    ear.press("Save")
    ear.hears("Saved at")
    words = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    assert "Where it stands today" in words


def seal(ear: Ear, folder: Path) -> Path:
    """Tells the file with this visit; the others hold those that the demo sealed before."""
    folder.mkdir()
    ear.press("To the council", RADIO)
    ear.press("Seal now")
    ear.hears("Sealed at")
    ear.press("Copy sealed files to a folder")
    ear.fill("Directory:", str(folder))
    ear.press("Choose")
    ear.hears("Copied:")
    return max(folder.glob("*.visit"))


def opened_with_stock_tools(sealed: Path, council: Path, place: Path) -> str:
    """What the commands of the contract print."""
    signers = council / "allowed_signers"
    told = {
        "VISIT": str(sealed), "KEY": str(council / "council.key"), "SIGNERS": str(signers),
        "DEVICE": signers.read_text("utf-8").split(" ")[0],
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-c", f"set -e\n{commands()}"], cwd=place, env={**os.environ, **told}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout
