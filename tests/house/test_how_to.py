"""Whoever follows the how-to gets what it promises: each file in it is written, each command is run, each line said."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from msp_desktop.cli import main
from msp_desktop.errors import ExitCode
from msp_desktop.tools.definition import Definition
from tests.tools.forms import saved

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how-to" / "write-a-tool.md"
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FORM = {
    "survey": [["type", "name", "label"], ["text", "tea", "Which tea?"], ["geopoint", "where", "Where?"]],
    "settings": [["form_title"], ["Tea round"]],
}


def steps() -> Iterator[tuple[str, str, str]]:
    """The kind, the name and the words of each block, in the order of the page."""
    yield from BLOCK.findall(PAGE.read_text("utf-8"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    saved(tmp_path / "desk" / "form.xlsx", FORM)
    return tmp_path / "desk"


def test_every_step_of_the_page_does_what_it_says(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = {"msp-desktop": 0}
    for kind, name, words in steps():
        if kind == "yaml":
            (desk / name).write_text(words, "utf-8")
        for line in words.splitlines() if kind == "console" else ():
            if line.startswith("$ "):
                program, *arguments = shlex.split(line[2:])
                said[program] += 1
                capsys.readouterr()
                code = main(arguments)
                shown = "".join(capsys.readouterr())
                assert code == (ExitCode.FAULTS_FOUND if "wrong.yaml" in line else ExitCode.DONE), shown
            else:
                assert [each for each in shown.splitlines() if each.startswith(line)], (line, shown)
    assert said["msp-desktop"] >= 7
    assert (desk / "card.pdf").read_bytes().startswith(b"%PDF")


def test_the_page_names_every_kind_of_question() -> None:
    table = re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
    parts = msgspec.json.schema(Definition)["$defs"]
    typed = [part["properties"]["type"] for part in parts.values() if "type" in part.get("properties", {})]
    kinds = [kind for each in typed for kind in each.get("enum", ())]
    assert sorted(table) == sorted(kinds)
