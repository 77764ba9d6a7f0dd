"""Where things lie on this laptop when nobody says otherwise. Makes no folder; whoever writes there does."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_PROGRAM = "msp-desktop"


def vaults_folder() -> Path:
    """The folder that holds one vault for each worker, on this computer's own disk and never roaming."""
    return platformdirs.user_data_path(_PROGRAM, appauthor=False, roaming=False) / "vaults"


def state_folder() -> Path:
    """What the program remembers about itself, such as that it ended badly; never anything that was recorded."""
    return platformdirs.user_state_path(_PROGRAM, appauthor=False, roaming=False)


def settings_folder() -> Path:
    """What a worker chose about the program, such as the size of the text."""
    return platformdirs.user_config_path(_PROGRAM, appauthor=False, roaming=False)
