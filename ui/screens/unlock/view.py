"""The unlock screen: shows what it is told and reports the passphrase. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


class UnlockView(QWidget):
    """One field and one button."""

    unlock_requested = Signal(str)

    def __init__(self, where: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.passphrase, self.button = QLineEdit(), QPushButton(self.tr("Unlock"))
        self.problem = QLabel()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        hidden = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.passphrase.setInputMethodHints(hidden | Qt.InputMethodHint.ImhHiddenText)
        self.button.setProperty("kind", "primary")
        self.problem.setProperty("kind", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out(where)
        self.button.clicked.connect(self._request)
        self.passphrase.returnPressed.connect(self._request)

    def show_problem(self, sentence: str) -> None:
        """What went wrong, at the field; the field's own name says it too, for a screen reader."""
        self.problem.setText(sentence)
        self.problem.show()
        self.passphrase.setAccessibleName(self.tr("Passphrase. {problem}").format(problem=sentence))
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """While the vault is being opened nothing can be pressed twice."""
        self.button.setDisabled(busy)
        self.passphrase.setReadOnly(busy)

    def _request(self) -> None:
        self.unlock_requested.emit(self.passphrase.text())

    def _lay_out(self, where: str) -> None:
        title, label, hint = QLabel(self.tr("Locked records")), QLabel(self.tr("Passphrase")), QLabel(where)
        title.setProperty("kind", "title")
        label.setProperty("kind", "label")
        hint.setProperty("kind", "hint")
        hint.setWordWrap(True)
        label.setBuddy(self.passphrase)
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 24, 24, 24)
        inner.setSpacing(12)
        for part in (title, hint, label, self.problem, self.passphrase):
            inner.addWidget(part)
        inner.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        outer, middle = QVBoxLayout(self), QHBoxLayout()
        # Stretches, not an alignment: an aligned card is not given the height that its wrapped sentences need.
        middle.addStretch(1)
        middle.addWidget(card, 3)
        middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
