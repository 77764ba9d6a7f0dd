"""Pictures of pages onto a printer of this computer, in their own size. Writes no file and decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from msp_desktop.sheets.content import Paper

FINEST = 400
"""Dots per inch that are worth sending; more only takes longer."""
_SIZES = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.A4_LANDSCAPE: QPageSize.PageSizeId.A4,
    Paper.A5: QPageSize.PageSizeId.A5,
    Paper.A6: QPageSize.PageSizeId.A6,
    Paper.POCKET: QPageSize.PageSizeId.A4,
}


def has_printer() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(paper: Paper, *, name: str) -> QPrinter:
    """A printer set to the size of a sheet; `name` is what its list of jobs shows to everybody."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    return printer


def ask_printer(parent: QWidget, printer: QPrinter, *, then: Callable[[], None]) -> QPrintDialog:
    """Let somebody choose the printer; never in a loop of its own, so that locking can close it."""
    dialog = QPrintDialog(printer, parent)
    for option in (QPrintDialog.PrintDialogOption.PrintToFile, QPrintDialog.PrintDialogOption.PrintPageRange):
        dialog.setOption(option, on=False)
    dialog.finished.connect(lambda result: then() if result == QDialog.DialogCode.Accepted else None)
    dialog.finished.connect(lambda _: dialog.deleteLater())
    QDialog.open(dialog)  # its own opens only with a slot by name
    return dialog


def fineness(printer: QPrinter) -> int:
    """Dots per inch for the pictures."""
    return min(FINEST, printer.resolution())


def draw(printer: QPrinter, pages: Sequence[QImage], *, ppi: float) -> bool:
    """Send the pages; false where the printer did not take them."""
    if any(page.isNull() for page in pages) or not printer.isValid():
        return False
    _turn(printer, pages[0])
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(pages):
        if number and not printer.newPage():
            painter.end()
            return False
        painter.drawImage(_place(printer, page, ppi), page)
    is_done = painter.end()
    return is_done and printer.printerState() not in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


def _turn(printer: QPrinter, page: QImage) -> None:
    """Along the sheet, whatever the dialog made of it, and from edge to edge: the sheet has margins of its own."""
    wide = page.width() > page.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)


def _place(printer: QPrinter, page: QImage, ppi: float) -> QRectF:
    """In its own size, or smaller where the chosen paper is smaller, in the middle."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    dots = printer.resolution() / ppi
    shrink = min(1.0, paper.width() / (page.width() * dots), paper.height() / (page.height() * dots))
    width, height = page.width() * dots * shrink, page.height() * dots * shrink
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
