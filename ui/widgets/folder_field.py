"""A question answered by a folder: typed by its whole path, or chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ui.widgets.buttons import button
from ui.widgets.line_field import LineField


class FolderField(LineField):
    """The value is the path as text, "" where there is none."""

    def __init__(self, question: str, *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self.choose = button(self.tr("Choose a folder"), press=self.choose_folder)
        self.choose.setAccessibleName(self.tr("Choose a folder: {question}").format(question=question))
        self._stack.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignLeft)

    def choose_folder(self) -> QFileDialog:
        """Ask for it; never in a loop of its own, so that locking can close it."""
        dialog = QFileDialog(self, self.question, self.value())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
        return dialog

    def _take(self, folder: str) -> None:
        self.load(folder)
        self.show_error("")
        self.changed.emit()
