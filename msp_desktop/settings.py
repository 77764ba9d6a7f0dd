"""What may be chosen about the program on this laptop: one declared table, with nothing recorded.

Reading, writing, checking, the machine policy (`policy`) and the screen (`ui/screens/settings/`) follow from the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import Field, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from msp_desktop.setting_kinds import (
    DutyNumber,
    DutyNumbers,
    Folder,
    Folders,
    Kind,
    Number,
    OneOf,
    Several,
    Unfit,
    WordOrFolder,
    plain,
)
from msp_desktop.translation import tr

FILE = "settings.json"

EMERGENCY = DutyNumber(tr("Police, ambulance, fire"), "999")
"""Always among the numbers to ring; nobody can take it away."""


class SetBy(StrEnum):
    """Who may choose: the worker, the council by its machine policy (else it is the default), or both."""

    WORKER = "worker"
    COUNCIL = "council"
    BOTH = "both"


class Group(StrEnum):
    """Settings that stand together on the screen, by their heading."""

    LOOK = tr("How it looks")
    LOCK = tr("When nobody uses the laptop")
    RING = tr("Who to ring")
    SAFETY = tr("Backups and warnings")
    LEAVES = tr("What leaves this laptop")
    TOOLS = tr("Tools of your team")


class Entry(NamedTuple):
    """One line of the table: its words on screen, its kind, who may set it, and where it stands.

    `careful` counts in place of what a policy says and nobody can read (ADR 0011); None leaves the worker's own choice.
    """

    name: str
    words: str
    hint: str
    kind: Kind[Any]
    set_by: SetBy
    group: Group
    default: Any
    careful: Any = None


def _entry(
    default: object, kind: Kind[Any], words: str, *, group: Group, hint: str = "", set_by: SetBy = SetBy.BOTH,
    careful: object = None,
) -> Any:  # noqa: ANN401 - each setting has its own type, which the table below says  # fmt: skip
    about = {"kind": kind, "words": words, "hint": hint, "set_by": set_by, "group": group, "careful": careful}
    return field(default=default, metadata=about)


WARNINGS = {
    "backup": tr("A backup could not be made"),
    "disk": tr("No encryption of this laptop's disk could be seen"),
    "room": tr("There is little room left on the disk"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What counts now. A setting is declared here and nowhere else."""

    colours: str = _entry(
        "system",
        OneOf({
            "system": tr("As the laptop has them"), "light": tr("Light"), "dark": tr("Dark"),
            "high": tr("Strong contrast"),
        }),
        tr("Colours"), group=Group.LOOK, set_by=SetBy.WORKER,
    )  # fmt: skip
    text_size: int = _entry(
        100,
        OneOf({100: tr("Normal"), 150: tr("Half as large again"), 200: tr("Twice as large")}),
        tr("Size of the text"), group=Group.LOOK, set_by=SetBy.WORKER,
        hint=tr("Ctrl and + makes it larger, Ctrl and - smaller."),
    )  # fmt: skip
    idle_minutes: int = _entry(
        5, Number(1, 5), tr("Lock after how many minutes without a key or a touch?"), group=Group.LOCK, careful=1,
        hint=tr("From 1 to 5. You are told 30 seconds before."),
    )  # fmt: skip
    quick_hide_minutes: int = _entry(
        2, Number(1, 5), tr("During a visit: hide the screen after how many minutes?"), group=Group.LOCK, careful=1,
        hint=tr("From 1 to 5. A plain page stands there until you enter your short PIN."),
    )  # fmt: skip
    visit_lock_minutes: int = _entry(
        30, Number(5, 30), tr("During a visit: lock after how many minutes?"), group=Group.LOCK, careful=5,
        hint=tr("From 5 to 30. People talk in a visit, and nobody types."),
    )  # fmt: skip
    duty_numbers: tuple[DutyNumber, ...] = _entry(
        (), DutyNumbers(), tr("Who do you ring when something cannot wait?"), group=Group.RING,
        hint=tr("The duty team, your manager, out of hours. They stand where you finish a visit. 999 is always there."),
    )  # fmt: skip
    backup_folder: str = _entry(
        "", Folder(), tr("Where does a second backup go?"), group=Group.SAFETY,
        hint=tr("A stick or a network folder. It is sealed: nobody can read it there."),
    )  # fmt: skip
    warnings: tuple[str, ...] = _entry(
        tuple(WARNINGS), Several(WARNINGS), tr("What should you be told without asking?"), group=Group.SAFETY,
        careful=tuple(WARNINGS),
    )  # fmt: skip
    export_to: str = _entry(
        "any",
        OneOf({
            "any": tr("Any folder"), "removable": tr("Only a stick or disk that can be taken out"),
            "folders": tr("Only these folders"),
        }),
        tr("Where may files be saved outside your records?"), group=Group.LEAVES, set_by=SetBy.COUNCIL,
        careful="folders",
    )  # fmt: skip
    export_folders: tuple[str, ...] = _entry(
        (), Folders(), tr("These folders"), group=Group.LEAVES, set_by=SetBy.COUNCIL, careful=(),
    )  # fmt: skip
    retention_days: int = _entry(
        14, Number(1, 365), tr("How many days do records stay here after the council has them?"), group=Group.LEAVES,
        set_by=SetBy.COUNCIL, careful=365,  # what was kept too long can still be deleted
        hint=tr("This version deletes nothing by itself."),
    )  # fmt: skip
    screen_pictures: str = _entry(
        "allowed", OneOf({"allowed": tr("Allowed"), "blocked": tr("Not allowed")}),
        tr("Pictures of the screen, and sharing it"), group=Group.LEAVES, set_by=SetBy.COUNCIL, careful="blocked",
        hint=tr("Only Windows can keep this window out of them. Remote help and some magnifiers then see nothing."),
    )  # fmt: skip
    team_tools: str = _entry(
        "own",
        WordOrFolder({"own": tr("A folder of your own on this laptop"), "none": tr("None are used here")}),
        tr("Where do tools of your team come from?"), group=Group.TOOLS, set_by=SetBy.COUNCIL, careful="none",
        hint=tr("The page Tools shows where the folder is."),
    )  # fmt: skip

    @property
    def to_ring(self) -> tuple[DutyNumber, ...]:
        """Who to ring when something cannot wait: the usual people, and 999."""
        return (*self.duty_numbers, EMERGENCY)

    def with_choice(self, name: str, value: object) -> Settings:
        """The settings with one of them changed; a value that does not fit changes nothing."""
        with suppress(Unfit):
            return replace(self, **{name: TABLE[name].kind.read(plain(value))})
        return self


def _line(declared: Field[Any]) -> Entry:
    return Entry(name=declared.name, default=declared.default, **declared.metadata)


TABLE: Mapping[str, Entry] = {declared.name: _line(declared) for declared in fields(Settings)}
"""Every setting by its name, in the order of the screen."""

_WORKERS = frozenset(name for name, entry in TABLE.items() if entry.set_by is not SetBy.COUNCIL)


def read_settings(folder: Path) -> Settings:
    """What the worker chose; a file that is missing or spoilt means that nothing was."""
    found: object = None
    with suppress(OSError, ValueError):
        words = (folder / FILE).read_text("utf-8")
        import json  # many never choose anything

        found = json.loads(words)
    settings = Settings()
    chosen = found if isinstance(found, dict) else {}
    for name in _WORKERS & set(chosen):
        settings = settings.with_choice(name, chosen[name])
    return settings


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep what the worker chose. Raises StorageTrouble when the disk refuses."""
    import json

    from db.disk import make_folder, write_whole

    chosen = {name: plain(getattr(settings, name)) for name in sorted(_WORKERS)}
    make_folder(folder)
    write_whole(folder / FILE, json.dumps(chosen).encode())
