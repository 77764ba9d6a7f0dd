"""A team's own tools: a folder in which a faulty file breaks nothing, and into which nothing is put over another."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from msp_desktop import policy
from msp_desktop.errors import BadInput, Failure, StorageTrouble
from msp_desktop.tools.library import Library, as_answered, shipped
from msp_desktop.tools.loading import LARGEST, FaultyDefinition
from msp_desktop.tools.taking_in import TakenIn, take_in
from msp_desktop.tools.team import MOST, team_folder, usable
from tests.tools.forms import saved
from tests.tools.test_faults import GOOD

OURS = {tool.key for tool in shipped()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tools").mkdir()
    return tmp_path / "tools"


def put(folder: Path, text: str, name: str = "kettle.yaml") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def take(path: Path, folder: Path | None) -> TakenIn:
    return take_in(path, folder, taken=OURS)


def version(number: int) -> str:
    return GOOD.replace("version: 1", f"version: {number}")


def test_a_tool_in_the_folder_is_one_of_all_and_not_ours(folder: Path) -> None:
    put(folder, GOOD)
    tool = Library(folder).tool("kettle")
    assert tool in Library(folder).all()
    assert not tool.is_ours
    assert Library(folder).of_team == (tool,)


def test_the_newest_version_counts(folder: Path) -> None:
    for number in (2, 3, 1):
        put(folder, version(number), f"{number}.yaml")
    assert Library(folder).tool("kettle").version == 3
    assert not Library(folder).faults


FAULTY: dict[str, tuple[Callable[[Path], object], str]] = {
    "not YAML": (lambda folder: put(folder, "key: ["), "cannot be read as YAML"),
    "not a tool": (lambda folder: put(folder, "[1]"), "does not hold a tool"),
    "a key of ours": (lambda folder: put(folder, GOOD.replace("key: kettle", "key: scaling")), "belongs to a tool of"),
    "large": (lambda folder: put(folder, GOOD + "#" * LARGEST), "larger than 256 KB"),
    "large and cut inside a letter": (lambda folder: put(folder, GOOD + "é" * LARGEST), "larger than 256 KB"),
    "not text": (lambda folder: (folder / "kettle.yaml").write_bytes(b"\xff\xfe\x00"), "cannot be read"),
    "a folder": (lambda folder: (folder / "kettle.yaml").mkdir(), "cannot be read"),
    "a pipe": (lambda folder: os.mkfifo(folder / "kettle.yaml"), "cannot be read"),
    "a link to nowhere": (lambda folder: (folder / "kettle.yaml").symlink_to("nowhere"), "cannot be read"),
    "the same version twice": (lambda folder: [put(folder, GOOD), put(folder, GOOD, "b.yaml")], "in another file too"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_file_is_listed_with_its_remedy_and_breaks_nothing(folder: Path, name: str) -> None:
    spoil, sentence = FAULTY[name]
    spoil(folder)
    put(folder, GOOD.replace("key: kettle", "key: teapot"), "teapot.yml")
    library = Library(folder)
    (fault,) = library.faults
    assert sentence in fault.what and fault.remedy.endswith(".")
    assert fault.file in ("kettle.yaml", "b.yaml")
    assert {tool.key for tool in library.all()} >= OURS | {"teapot"}


def test_other_files_in_the_folder_are_let_be(folder: Path) -> None:
    for name in ("notes.txt", ".kettle.yaml.new", ".hidden.yaml"):
        put(folder, "key: [", name)
    assert not Library(folder).faults


def test_more_files_than_anybody_has_are_not_all_read(folder: Path) -> None:
    for number in range(MOST + 1):
        put(folder, GOOD.replace("key: kettle", f"key: k{number:03}"), f"{number:03}.yaml")
    library = Library(folder)
    assert len(library.of_team) == MOST
    assert "more than 200" in library.faults[0].what


def test_a_folder_that_the_disk_refuses_is_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    library = Library(folder)
    assert "This folder cannot be read" in library.faults[0].what
    assert {tool.key for tool in library.all()} == OURS


def test_a_version_changed_after_it_was_used_counts_as_it_was_used(folder: Path) -> None:
    put(folder, GOOD.replace("title: The kettle", "title: The teapot"))
    library = Library(folder, kept=lambda key, number: GOOD if (key, number) == ("kettle", 1) else None)
    assert library.tool("kettle").title == "The kettle"
    (fault,) = library.faults
    assert (fault.file, fault.line) == ("kettle.yaml", 2)
    assert "was used as version 1 with other words, and those still count" in fault.what
    assert fault.remedy == "To use the new words, write: version: 2."


def test_what_was_used_opens_whatever_is_asked_of_a_tool_since() -> None:
    circle = GOOD.replace("ask: What is it?,", "ask: What is it?, shown_when: topic,")
    with pytest.raises(FaultyDefinition, match="shown only by its own answer"):
        usable(circle, file="kettle.yaml", taken=())
    assert as_answered(circle, file="kettle.v1.yaml").key == "kettle"


def test_what_is_taken_in_is_there_at_once(folder: Path, tmp_path: Path) -> None:
    library = Library(folder)
    assert not library.of_team
    taken = take(put(tmp_path, GOOD, "anything.yaml"), folder)
    library.read_again()
    assert taken.file == folder / "kettle.v1.yaml"
    assert taken.file.read_text("utf-8") == library.tool("kettle").source == GOOD
    assert [path.name for path in folder.iterdir()] == ["kettle.v1.yaml"]


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    assert take(put(tmp_path, GOOD), tmp_path / "new" / "tools").file.exists()


def test_the_same_text_again_changes_nothing(folder: Path, tmp_path: Path) -> None:
    path = put(tmp_path, GOOD)
    assert not take(path, folder).was_there
    assert take(path, folder).was_there


def test_a_form_is_taken_in_with_the_list_of_what_was_not_understood(folder: Path, tmp_path: Path) -> None:
    taken = take(saved(tmp_path / "form.XLSX"), folder)
    assert taken.not_understood and taken.file.name == "money_talk.v2.yaml"
    assert Library(folder).tool("money_talk").title == "Money talk"
    assert take(tmp_path / "form.XLSX", folder).was_there


REFUSED = {
    "a newer version is there": (version(2), "2.yaml", version(1), "A newer version of “The kettle”"),
    "this version is there with other words": (
        GOOD.replace("The kettle", "The teapot"), "x.yaml", GOOD, "with other words",
    ),
    "a file is in its way": ("key: [", "kettle.v1.yaml", GOOD, "with other words"),
    "it is a tool of ours": ("", "x.txt", GOOD.replace("key: kettle", "key: scaling"), "belongs to a tool of"),
    "it is faulty": ("", "x.txt", GOOD.replace("type: scale", "type: scales"), "no field type “scales”"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_is_put_over_another_or_in_with_faults(folder: Path, tmp_path: Path, name: str) -> None:
    there, file, text, sentence = REFUSED[name]
    put(folder, there, file)
    with pytest.raises(BadInput, match=sentence):
        take(put(tmp_path, text), folder)
    assert [(path.name, path.read_text("utf-8")) for path in folder.iterdir()] == [(file, there)]


def test_what_is_no_tool_by_its_name_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="A tool is a YAML file"):
        take(put(tmp_path, GOOD, "kettle.docx"), folder)


def test_a_file_in_place_of_the_folder_is_told_as_trouble_with_the_disk(tmp_path: Path) -> None:
    put(tmp_path, "a file", "tools")
    with pytest.raises(StorageTrouble):
        take(put(tmp_path, GOOD), tmp_path / "tools" / "deeper")


class TestCouncil:
    """What a council has set for tools of a team."""

    @pytest.fixture(autouse=True)
    def written(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(policy, "FILE", tmp_path / "policy.toml")
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    @pytest.mark.parametrize(
        ("line", "where"),
        [("", "data/msp-desktop/tools"), ('team_tools = "own"', "data/msp-desktop/tools"),
         ('team_tools = "none"', None), ("team_tools = 3", None), ('team_tools = "tools"', None),
         ('team_tools = ""', None)],
    )  # fmt: skip
    def test_the_folder_is_as_it_was_set_and_none_where_that_cannot_be_read(
        self, tmp_path: Path, line: str, where: str | None
    ) -> None:
        policy.FILE.write_text(line, "utf-8")
        assert team_folder() == (tmp_path / where if where else None)

    def test_one_folder_for_all_can_be_set(self, tmp_path: Path) -> None:
        policy.FILE.write_text(f'team_tools = "{tmp_path}"', "utf-8")
        assert team_folder() == tmp_path

    def test_where_none_are_used_none_is_taken_in(self, tmp_path: Path) -> None:
        with pytest.raises(Failure, match="Your council lets no tools of a team be used"):
            take(put(tmp_path, GOOD), None)
        assert not Library(None).of_team and not Library(None).faults
