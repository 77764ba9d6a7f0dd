"""How the door names a vault."""

from __future__ import annotations

from msp_desktop.doorway import Listed
from msp_desktop.translation import tr


def words_for(vault: Listed) -> str:
    """Whose it is, or its folder's name where nobody said; a demo says so."""
    name = vault.name or vault.folder.name
    return tr("{name} (demo, everything in it is made up)").format(name=name) if vault.is_demo else name
