"""`sheet list` and `sheet print` as a person meets them: real vaults, real files, one sentence on failure."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from msp_desktop.cli import main
from msp_desktop.errors import ExitCode
from msp_desktop.record.event import EVENT, Event
from msp_desktop.record.record import Shelf
from tests import vaults
from tests.db.vaults import PASSPHRASE

RULER = ["sheet", "print", "scaling.ruler"]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    vaults.make(folder / "vault")
    with vaults.opened(folder / "vault") as workspace:
        tool, person = workspace.tools.tool("scaling"), workspace.people.list()[0].id
        opened = workspace.answers.open(tool, person=person)
        values = {"question": "My money \U0001f9ff\u4e2d", "score": 3}
        workspace.answers.fill(opened, tool, values, segment=None)
        (folder / "answers").write_text(opened.id, "utf-8")
    (folder / "passphrase").write_text(PASSPHRASE, "utf-8")
    return folder


@pytest.fixture
def filled(made: Path, tmp_path: Path) -> list[str]:
    """The words that name a vault and the answers in it."""
    shutil.copytree(made / "vault", tmp_path / "vault")
    answers = (made / "answers").read_text("utf-8")
    vault = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(made / "passphrase")]
    return [*vault, "--answers", answers]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sheet.pdf"


def prints(vault: Path) -> list[Event]:
    with vaults.opened(vault) as workspace:
        return [each.body for each in Shelf(workspace.store, EVENT).list() if each.body.printed]


def test_every_sheet_is_listed_with_number_class_and_title(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", "list"]) == ExitCode.DONE
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert ["scaling.ruler", "T15", "A", "Where it stands today"] in rows
    assert all(len(row) == 4 and row[2] in "ABC" for row in rows)


@pytest.mark.parametrize("format", ["standard", "large"])
def test_a_blank_sheet_needs_no_vault(file: Path, format: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*RULER, "--format", format, "-o", str(file)]) == ExitCode.DONE
    assert file.read_bytes().startswith(b"%PDF-")
    assert capsys.readouterr() == ("", "")


def test_a_filled_sheet_is_written_down_as_an_export_before_it_is_a_file(
    file: Path, filled: list[str], tmp_path: Path
) -> None:
    assert main([*RULER, *filled, "-o", str(file)]) == ExitCode.DONE
    (event,) = prints(tmp_path / "vault")
    assert (event.what, event.sheet, event.leave, event.where_to) == ("export", "scaling.ruler", "B", "file")
    assert file.stat().st_mode & 0o077 == 0


def test_what_was_said_alone_needs_a_tick_and_what_cannot_be_printed_is_told(
    file: Path, filled: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main([*RULER, *filled, "-o", str(file)])
    told = capsys.readouterr().err
    assert "said alone: question, score" in told and "replaced" not in told
    main([*RULER, *filled, "--tick", "question", "-o", str(file), "--overwrite"])
    told = capsys.readouterr().err
    assert "said alone: score." in told and "were replaced: 1" in told
    assert "money" not in told


def test_a_file_that_is_there_is_left_as_it_is_unless_asked(
    file: Path, filled: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(b"mine")
    assert main([*RULER, *filled, "-o", str(file)]) == ExitCode.BAD_INPUT
    assert file.read_bytes() == b"mine" and prints(tmp_path / "vault") == []
    assert "left as it is" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_a_sentence_and_nothing_is_written_down(
    filled: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*RULER, *filled, "-o", str(tmp_path / "none" / "x.pdf")]) == ExitCode.STORAGE
    assert "folder" in capsys.readouterr().err and prints(tmp_path / "vault") == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["sheet", "print", "scaling.rule"], "no sheet of that name"),
        ([*RULER, "--answers", "x"], "Name it with --vault"),
        (["sheet", "print", "visit.note"], "Name it with --vault"),
        (["sheet", "print", "refusal.sheet", "--handle-as", "B"], "but not less"),
        ([*RULER, "--tick", "question"], "holds nothing said alone"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    words: list[str], sentence: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "-o", str(file)]) == ExitCode.BAD_INPUT
    assert sentence in capsys.readouterr().err and not file.exists()


def test_a_sheet_of_another_tool_is_refused(file: Path, filled: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", "print", "circles.circles", *filled, "-o", str(file)]) == ExitCode.BAD_INPUT
    assert "another tool" in capsys.readouterr().err


def test_a_telling_title_is_replaced_unless_somebody_says_no(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = ["sheet", "print", "safety_plan.plan", "--overwrite", "-o", str(file)]
    assert main(plan) == ExitCode.DONE
    assert "neutral title" in capsys.readouterr().err
    assert main([*plan, "--neutral-title", "no"]) == ExitCode.DONE
    assert capsys.readouterr().err == ""


def test_a_folder_is_no_file_to_print_into(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*RULER, "--overwrite", "-o", str(tmp_path)]) == ExitCode.BAD_INPUT
    assert "That is a folder" in capsys.readouterr().err


def test_a_team_s_faulty_tool_is_told_and_the_others_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "msp-desktop" / "tools").mkdir(parents=True)
    (tmp_path / "msp-desktop" / "tools" / "ours.yaml").write_text("key: [", "utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["sheet", "list"]) == ExitCode.DONE
    told = capsys.readouterr()
    assert "ours.yaml" in told.err and "scaling.ruler" in told.out
