"""A vault of made-up people, its council, its sheets and its sealed visit: everything to try things with."""

from msp_desktop.demo.making import PASSPHRASE, live_through, make

__all__ = ["PASSPHRASE", "live_through", "make"]
