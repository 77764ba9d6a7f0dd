"""The words that `sheet print` understands. Declared apart from what it does, so that no other command loads it."""

from __future__ import annotations

import argparse
from pathlib import Path

from msp_desktop.translation import tr


def declare(printing: argparse.ArgumentParser) -> None:
    """Add the words of `sheet print` to its parser."""
    printing.add_argument("sheet", metavar="ID", help=tr("a sheet, as `sheet list` names it, or visit.note"))
    printing.add_argument("-o", dest="file", metavar="FILE", type=Path, required=True, help=tr("the PDF to write"))
    printing.add_argument("--overwrite", action="store_true", help=tr("replace the file if it is there already"))
    printing.add_argument(
        "--format", choices=["standard", "large", "easy"], default="standard", help=tr("12 or 18 point, or Easy Read")
    )
    printing.add_argument("--language", choices=["en", "cy", "ar", "ur"], default="en", help=tr("its language"))
    variants = ["numbers", "faces", "stairs", "thumbs"]
    printing.add_argument("--scale", choices=variants, default="", help=tr("how scales are drawn, where they can be"))
    printing.add_argument("--vault", type=Path, help=tr("the vault that the print is written down in"))
    printing.add_argument("--passphrase-file", type=Path)
    printing.add_argument("--answers", metavar="ID", help=tr("fill the sheet with these answers; needs --vault"))
    printing.add_argument(
        "--visit", metavar="ID", help=tr("the visit of a note or of its private contact; needs --vault")
    )
    alone = tr("print this value although it was said alone")
    printing.add_argument("--tick", action="append", default=[], metavar="FIELD", help=alone)
    neutral = tr("replace a title that tells what the sheet is about; yes, unless you say no")
    printing.add_argument("--neutral-title", choices=["yes", "no"], default="yes", help=neutral)
    printing.add_argument("--handle-as", choices=["B", "C"], help=tr("a stricter class than the sheet has"))
    printing.add_argument("--reason", default="", help=tr("why you print from a restricted record"))
    beside = tr("draw circles beside those of last time, where there are any")
    printing.add_argument("--with-last-time", action="store_true", help=beside)
