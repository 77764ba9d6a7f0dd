"""One table says what may be chosen: it stays chosen, a spoilt file is no trouble, and the council's word wins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from msp_desktop import policy
from msp_desktop.cli import main
from msp_desktop.errors import BadInput, ExitCode
from msp_desktop.export_targets import refuse_target
from msp_desktop.policy import Policy, machine_policy, read_policy
from msp_desktop.setting_kinds import DutyNumber, Number, plain
from msp_desktop.settings import FILE, TABLE, SetBy, Settings, read_settings, write_settings

DUTY = DutyNumber("Duty team", "01632 960001")


def test_what_was_chosen_is_read_back(tmp_path: Path) -> None:
    chosen = replace(
        Settings(), colours="dark", text_size=150, idle_minutes=3, duty_numbers=(DUTY,), warnings=("disk",)
    )
    write_settings(tmp_path / "new", chosen)
    assert read_settings(tmp_path / "new") == chosen


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"colours": "pink", "text_size": "large"}', '{"text_size": [1], "idle_minutes": true}']
)
def test_a_spoilt_or_strange_file_means_that_nothing_was_chosen(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    assert read_settings(tmp_path) == Settings()


def test_one_strange_entry_does_not_lose_the_others(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"idle_minutes": 600, "colours": "dark", "unknown": 1}', "utf-8")
    assert read_settings(tmp_path) == replace(Settings(), colours="dark")


@pytest.mark.parametrize("name", TABLE)
def test_every_default_and_every_careful_value_fits_its_own_kind(name: str) -> None:
    entry = TABLE[name]
    for value in (entry.default, entry.careful):
        assert value is None or entry.kind.read(plain(value)) == value


@pytest.mark.parametrize("name", [name for name, entry in TABLE.items() if entry.set_by is SetBy.COUNCIL])
def test_what_only_the_council_sets_is_not_taken_from_the_workers_file(tmp_path: Path, name: str) -> None:
    (tmp_path / FILE).write_text('{"export_to": "removable", "export_folders": ["/x"], "retention_days": 9}', "utf-8")
    assert getattr(read_settings(tmp_path), name) == TABLE[name].default


def test_999_is_always_there_to_ring() -> None:
    assert [each.number for each in replace(Settings(), duty_numbers=(DUTY,)).to_ring] == ["01632 960001", "999"]
    assert [each.number for each in Settings().to_ring] == ["999"]


@pytest.mark.parametrize(
    "text", ["01632 960001", "Duty team:", "Duty team: soon", ": 999", "Duty\nteam: 999", "x" * 300]
)
def test_a_line_that_nobody_can_ring_is_no_duty_number(text: str) -> None:
    assert Settings().with_choice("duty_numbers", [text]) == Settings()


def test_the_council_comes_before_the_worker() -> None:
    found = read_policy({"idle_minutes": 2, "duty_numbers": ["Duty team: 01632 960001"]})
    counts = found.over(replace(Settings(), idle_minutes=5, colours="dark"))
    assert (counts.idle_minutes, counts.duty_numbers, counts.colours) == (2, (DUTY,), "dark")
    assert not found.problem


@pytest.mark.parametrize("broken", [{"idle_minutes": "two"}, {"idle_minutes": 600}, {"idle_minutes": True}])
def test_a_broken_entry_is_named_and_the_most_careful_value_counts(broken: dict[str, object]) -> None:
    found = read_policy({**broken, "visit_lock_minutes": 20})
    assert (found.fixed["idle_minutes"], found.fixed["visit_lock_minutes"]) == (1, 20)
    assert "idle_minutes" in found.problem


def test_a_council_cannot_fix_how_the_window_looks_to_the_person_who_reads_it() -> None:
    found = read_policy({"text_size": 100, "idle_minuts": 3})
    assert not found.fixed
    assert "text_size, idle_minuts" in found.problem


def test_a_number_that_nobody_can_ring_leaves_the_workers_own() -> None:
    found = read_policy({"duty_numbers": ["Duty team"]})
    assert found.over(replace(Settings(), duty_numbers=(DUTY,))).duty_numbers == (DUTY,)
    assert "duty_numbers" in found.problem


def test_no_policy_file_is_no_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "FILE", tmp_path / "policy.toml")
    assert machine_policy() == Policy()


@pytest.mark.parametrize("data", [b"idle_minutes = ", b"\xff\xfe", b"idle_minutes = 3\nidle_minutes = 4"])
def test_a_policy_file_that_cannot_be_read_loosens_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setattr(policy, "FILE", tmp_path / "policy.toml")
    policy.FILE.write_bytes(data)
    found, usual = machine_policy(), Settings()
    counts = found.over(usual)
    assert (counts.idle_minutes, counts.quick_hide_minutes, counts.visit_lock_minutes) == (1, 1, 5)
    assert (counts.export_to, counts.export_folders) == ("folders", ())
    assert counts.retention_days >= usual.retention_days
    assert "could not be read" in found.problem


def test_a_policy_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "FILE", tmp_path / "policy.toml")
    policy.FILE.write_text('idle_minutes = 3\nexport_to = "folders"\nexport_folders = ["/srv/council"]\n', "utf-8")
    counts = machine_policy().over(Settings())
    assert (counts.idle_minutes, counts.export_to, counts.export_folders) == (3, "folders", ("/srv/council",))


def test_what_it_may_fix_is_written_down_for_those_who_do() -> None:
    told = (Path(__file__).parents[1] / "docs" / "POLICY.md").read_text("utf-8")
    rows = {line.split("`")[1]: line for line in told.splitlines() if line.startswith("| `")}
    assert set(rows) == {name for name, entry in TABLE.items() if entry.set_by is not SetBy.WORKER}
    for name, entry in TABLE.items():
        if isinstance(entry.kind, Number):
            assert f"{entry.kind.low} to {entry.kind.high} | {entry.careful} |" in rows[name]


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the council allows, and no other."""
    allowed = tmp_path / "allowed"
    allowed.mkdir()
    monkeypatch.setattr(policy, "FILE", tmp_path / "policy.toml")
    policy.FILE.write_text(f'export_to = "folders"\nexport_folders = ["{allowed}"]\n', "utf-8")
    return allowed


def test_files_go_where_the_council_lets_them_and_nowhere_else(council: Path, tmp_path: Path) -> None:
    refuse_target(council)
    refuse_target(council / "today")
    for elsewhere in (tmp_path, council / "..", tmp_path / "allowed-too"):
        with pytest.raises(BadInput, match="only in these folders"):
            refuse_target(elsewhere)


def test_a_link_into_the_allowed_folder_does_not_lead_out_of_it(council: Path, tmp_path: Path) -> None:
    (council / "out").symlink_to(tmp_path)
    with pytest.raises(BadInput):
        refuse_target(council / "out")


def test_where_the_policy_cannot_be_read_no_file_leaves(council: Path) -> None:
    policy.FILE.write_text("export_to = ", "utf-8")
    with pytest.raises(BadInput, match="no files be saved outside"):
        refuse_target(council)


def test_only_disks_that_can_be_taken_out_where_the_council_says_so(
    council: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy.FILE.write_text('export_to = "removable"\n', "utf-8")
    with pytest.raises(BadInput, match="taken out"):
        refuse_target(council)
    monkeypatch.setattr("msp_desktop.export_targets.is_removable", lambda _: True)
    refuse_target(council)


def test_the_commands_obey_the_council_too(council: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused, allowed = tmp_path / "ruler.pdf", council / "ruler.pdf"
    assert main(["sheet", "print", "scaling.ruler", "-o", str(refused)]) == ExitCode.BAD_INPUT
    assert "only in these folders" in capsys.readouterr().err
    assert not refused.exists()
    assert main(["sheet", "print", "scaling.ruler", "-o", str(allowed)]) == ExitCode.DONE
