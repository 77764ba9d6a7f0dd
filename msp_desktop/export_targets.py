"""Where files may be saved outside the records: as the council has set it on this machine, for window and commands."""

from __future__ import annotations

from pathlib import Path

from db.place import is_removable
from msp_desktop.errors import BadInput
from msp_desktop.policy import machine_policy
from msp_desktop.settings import Settings
from msp_desktop.translation import tr


def refuse_target(folder: Path) -> None:
    """Raises BadInput where the council does not let files be saved in this folder, before anything is written."""
    settings = machine_policy().over(Settings())
    if settings.export_to == "removable" and not is_removable(folder):
        raise BadInput(
            tr("Your council lets files be saved only on a stick or disk that can be taken out. Nothing was saved.")
        )
    allowed = [Path(each).resolve() for each in settings.export_folders]
    if settings.export_to != "folders" or any(folder.resolve().is_relative_to(each) for each in allowed):
        return
    if not allowed:
        raise BadInput(tr("Your council lets no files be saved outside your records. Nothing was saved."))
    where = ", ".join(map(str, allowed))
    raise BadInput(
        tr("Your council lets files be saved only in these folders: {where}. Nothing was saved."), where=where
    )
