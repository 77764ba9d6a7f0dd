"""The commands for those who write a tool: what a script and a person get of each."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from msp_desktop.cli import main
from msp_desktop.errors import ExitCode
from msp_desktop.tools.library import Library, shipped
from tests.tools.forms import saved
from tests.tools.test_faults import GOOD

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "desk"


def folder(desk: Path) -> Path:
    return desk.parent / "msp-desktop" / "tools"


def put(desk: Path, text: str, name: str = "kettle.yaml") -> str:
    (desk / name).write_text(text, "utf-8")
    return name


@pytest.mark.parametrize("name", ["Tea and talk", "Ünïcode – 3 “things”: #1", "123", "class", "日本"])
def test_a_first_file_passes_the_check_as_it_is(desk: Path, capsys: Out, name: str) -> None:
    assert main(["tool", "new", name, "-o", "mine.yaml"]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["tool", "check", "mine.yaml"]) == ExitCode.DONE
    assert capsys.readouterr().out == "mine.yaml: this tool can be used.\n"
    assert main(["tool", "import", "mine.yaml"]) == ExitCode.DONE
    (tool,) = Library(folder(desk)).of_team
    assert tool.title == name


def test_without_a_file_it_is_called_after_the_tool(desk: Path) -> None:
    assert main(["tool", "new", "Tea and talk"]) == ExitCode.DONE
    assert [path.name for path in desk.iterdir()] == ["tea_and_talk.yaml"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "two\x00lines", "scaling"])
def test_a_name_that_cannot_be_is_refused_and_nothing_is_written(desk: Path, capsys: Out, name: str) -> None:
    assert main(["tool", "new", name]) == ExitCode.BAD_INPUT
    assert "Nothing was written." in capsys.readouterr().err
    assert not list(desk.iterdir())


def test_a_first_file_is_never_written_over_another(desk: Path) -> None:
    put(desk, "mine", "kettle.yaml")
    assert main(["tool", "new", "Kettle"]) == ExitCode.BAD_INPUT
    assert (desk / "kettle.yaml").read_text("utf-8") == "mine"


def test_a_check_tells_faults_and_advice_of_every_file(desk: Path, capsys: Out) -> None:
    put(desk, GOOD.replace("score > 0", "scores > 0"), "faulty.yaml")
    put(desk, GOOD.replace("[closing]", "[party]"), "good.yaml")
    put(desk, "key: [", "broken.yaml")
    assert main(["tool", "check", "faulty.yaml", "good.yaml", "broken.yaml"]) == ExitCode.FAULTS_FOUND
    told = capsys.readouterr()
    assert "faulty.yaml, line 31: The condition speaks of “scores”" in told.out
    assert "Advice. good.yaml, line 9: “party”" in told.out and "good.yaml: this tool can be used." in told.out
    assert "broken.yaml, line 2: This line cannot be read as YAML." in told.out
    assert "Faults found: 2." in told.err


def test_advice_alone_is_no_fault_for_a_script(desk: Path) -> None:
    assert main(["tool", "check", put(desk, GOOD.replace("[closing]", "[party]"))]) == ExitCode.DONE


def test_a_key_of_ours_is_a_fault_but_not_in_our_own_file(desk: Path, capsys: Out) -> None:
    tool = shipped()[0]
    assert main(["tool", "check", put(desk, tool.source)]) == ExitCode.DONE
    assert main(["tool", "check", put(desk, tool.source + "\n# mine")]) == ExitCode.FAULTS_FOUND
    assert "belongs to a tool of the program" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_bad_input_before_anything_is_checked(desk: Path, capsys: Out) -> None:
    assert main(["tool", "check", put(desk, GOOD), "nowhere.yaml"]) == ExitCode.BAD_INPUT
    told = capsys.readouterr()
    assert told.out == "" and "There is no file of that name: nowhere.yaml." in told.err
    assert main(["tool", "import", "nowhere.yaml"]) == ExitCode.BAD_INPUT


def test_a_form_is_checked_when_it_is_taken_in(desk: Path, capsys: Out) -> None:
    saved(desk / "form.xlsx")
    assert main(["tool", "check", "form.xlsx"]) == ExitCode.BAD_INPUT
    assert main(["tool", "import", "form.xlsx"]) == ExitCode.DONE
    told = capsys.readouterr().out
    assert "Not understood. survey, row 14: " in told and "“Money talk”, version 2, is among" in told


def test_a_tool_is_taken_in_once_and_said_to_stay_with_the_worker(desk: Path, capsys: Out) -> None:
    put(desk, GOOD)
    for words in ("is among your team's tools now", "is there already, word for word"):
        assert main(["tool", "import", "kettle.yaml"]) == ExitCode.DONE
        told = capsys.readouterr().out
        assert words in told and "class C" in told
    capsys.readouterr()
    assert main(["sheet", "list"]) == ExitCode.DONE
    assert "kettle.sheet\tL01\tC\t" in capsys.readouterr().out


def test_a_faulty_tool_is_not_taken_in(desk: Path, capsys: Out) -> None:
    put(desk, GOOD.replace("type: scale", "type: scales"))
    assert main(["tool", "import", "kettle.yaml"]) == ExitCode.BAD_INPUT
    assert "kettle.yaml, line" in capsys.readouterr().err
    assert not folder(desk).exists()


def test_a_team_s_tool_can_be_printed_once_it_is_taken_in(desk: Path) -> None:
    assert main(["tool", "import", put(desk, GOOD)]) == ExitCode.DONE
    assert main(["sheet", "print", "kettle.sheet", "-o", "kettle.pdf"]) == ExitCode.DONE
    shutil.rmtree(folder(desk))
    assert main(["sheet", "print", "kettle.sheet", "-o", "again.pdf"]) == ExitCode.BAD_INPUT


def test_the_shape_is_printed_for_editors(capsys: Out) -> None:
    assert main(["tool", "schema"]) == ExitCode.DONE
    assert json.loads(capsys.readouterr().out)["$ref"] == "#/$defs/Definition"
