"""The plain page put together. Made while everything else goes, so it reads nothing and waits for nothing."""

from __future__ import annotations

from collections.abc import Callable

from msp_desktop.pin import Pin
from ui.screens.hidden.presenter import HiddenPresenter
from ui.screens.hidden.view import HiddenView


def make_hidden(pin: Pin, *, back: Callable[[], None], lock: Callable[[], None]) -> HiddenView:
    """The page, which brings everything `back` for the PIN and asks to `lock` otherwise."""
    view = HiddenView()
    presenter = HiddenPresenter(view, pin=pin, back=back, lock=lock)
    # A connection to a method alone would not keep the presenter.
    view.others_requested.connect(lambda: presenter.go_on())
    view.digit_typed.connect(lambda: presenter.typed())
    view.pin_entered.connect(lambda digits: presenter.enter(digits))
    return view
