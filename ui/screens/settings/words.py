"""How safe the records are, in words. Plain values; reads no clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from msp_desktop.translation import tr

if TYPE_CHECKING:
    from msp_desktop.safety import Standing

_ENCRYPTED = {
    True: tr("This laptop's disk is encrypted, as far as can be seen."),
    False: tr(
        "No encryption of this laptop's disk could be seen. Your records are sealed all the same, other files on it are"
        " not. Ask your IT team."
    ),
    None: tr("Whether this laptop's disk is encrypted could not be seen. Your records are sealed either way."),
}


def lines_of(standing: Standing) -> Iterator[str]:
    """A sentence for each thing."""
    if standing.last_backup is None:
        yield tr("No backup yet. The first one is made by itself, soon after you unlock.")
    else:
        words = tr("Last backup: {when}. Kept here: {count}, the latest of each day and each week.")
        yield words.format(when=_when(standing.last_backup), count=standing.backups)
    yield _checked(standing)
    yield tr("Free on this disk: {size}.").format(size=_size(standing.free))
    yield _ENCRYPTED[standing.is_disk_encrypted]


def _checked(standing: Standing) -> str:
    if standing.last_check is None:
        return tr("Not checked yet. A check reads everything back, pictures too.")
    words = tr("Last check: {when}. Everything read back as it was saved.")
    if standing.last_check.faults:
        words = tr("Last check: {when}. It found {n} faults. Ask your IT team to restore from a backup.")
    return words.format(when=_when(standing.last_check.at), n=standing.last_check.faults)


def _when(moment: datetime) -> str:
    from msp_desktop.record.times import shown_day

    local = moment.astimezone()
    return tr("{day}, {time}").format(day=shown_day(local.date().isoformat()), time=local.strftime("%H:%M"))


def _size(count: int) -> str:
    gigabytes = count / 1_000_000_000
    return tr("{n} GB").format(n=round(gigabytes)) if gigabytes >= 10 else tr("{n} GB").format(n=f"{gigabytes:.1f}")
