"""A vault of made-up people, its council, its sheets and its sealed visits: everything to try things with."""

from msp_desktop.demo.living import live_through
from msp_desktop.demo.making import PASSPHRASE, make, make_short

__all__ = ["PASSPHRASE", "live_through", "make", "make_short"]
