"""The clipboard as a place that others read: what is put there is marked secret and taken out again after a while."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

CLEARED_AFTER_MS = 60_000
_SECRET = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}
"""Marks by which clipboard histories on KDE and Windows leave a text out."""


def clear_what_is_ours() -> None:
    """Take out whatever this program put there, words that somebody marked and copied by hand too."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


class Clipboard(QObject):
    """Holds at most one text of ours; clearing leaves alone what somebody else put there since."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours = ""
        self._fuse = QTimer(self, singleShot=True, interval=CLEARED_AFTER_MS)
        self._fuse.timeout.connect(self.clear)

    def put(self, text: str) -> None:
        """Put a text there for a minute."""
        data = QMimeData()
        data.setText(text)
        for mark, value in _SECRET.items():
            data.setData(mark, QByteArray(value))
        QGuiApplication.clipboard().setMimeData(data)
        self._ours = text
        self._fuse.start()

    def clear(self) -> None:
        """Take our text out again."""
        self._fuse.stop()
        if self._ours and QGuiApplication.clipboard().text() == self._ours:
            QGuiApplication.clipboard().clear()
        self._ours = ""
