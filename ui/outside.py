"""What stands around the window whatever is in it: the ring, hiding, the idle lock, the system's word, backups, keys.

Made when the door has been seen, so that nobody waits for it. It asks the window, which decides.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.hiding import Hiding
from ui.idle import IdleLock
from ui.keys import bind
from ui.safekeeping import Safekeeping
from ui.session import Session
from ui.widgets.focus_ring import FocusRing
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Outside:
    """The parts, each at work from now on."""

    def __init__(self, window: MainWindow) -> None:
        self.focus_ring, self.hiding, self.session = FocusRing(window), Hiding(window), Session(window)
        self.idle, self.safekeeping = IdleLock(window), Safekeeping(window, window.background)
        self._bind(window)
        self._follow(window)
        self.idle.start()  # at the door too: a recovery code must not stand on the screen for ever

    def _bind(self, window: MainWindow) -> None:
        bind(window, "lock", window.lock)
        bind(window, "larger", partial(window.look.resize_text, 1))
        bind(window, "smaller", partial(window.look.resize_text, -1))

    def _follow(self, window: MainWindow) -> None:
        window.look.chosen.connect(self.idle.follow)
        self.idle.follow(window.look.settings)
        self.safekeeping.told.connect(window.add_notice)
        self.session.left.connect(window.lock_before_sleep)
        self.hiding.wanted.connect(window.disappear)
        self.idle.hide_due.connect(partial(window.disappear, by_hand=False))
        self.idle.due.connect(window.lock)
        self.idle.soon.connect(partial(window.with_notice, Notice.warn_of_lock))
        self.idle.put_off.connect(partial(window.with_notice, Notice.resume))
