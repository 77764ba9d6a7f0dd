"""`python -m msp_desktop`: the same as the command `msp-desktop`."""

from msp_desktop.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
