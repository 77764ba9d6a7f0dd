"""Pages of paper as they will look, one under the other, and the same in words. Takes pictures; makes none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import colours_now, px
from ui.widgets.fold import Fold
from ui.widgets.tab_order import in_reading_order
from ui.widgets.text import label


class PageSheet(QLabel):
    """One page, as wide as there is room, never wider than it is."""

    def __init__(self, picture: QPixmap, name: str) -> None:
        super().__init__()
        self.setPixmap(picture)  # so that a screen reader hears of a picture; it is painted below
        self._picture = picture
        self._widest = round(picture.width() / picture.devicePixelRatio())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(self._widest)
        self.setAccessibleName(name)

    def minimumSizeHint(self) -> QSize:
        """A page may shrink with its column."""
        return QSize(px(120), self.heightForWidth(px(120)))

    def sizeHint(self) -> QSize:
        """Its own size."""
        return QSize(self._widest, self.heightForWidth(self._widest))

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the whole page at a width."""
        return round(min(width, self._widest) * self._picture.height() / max(1, self._picture.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page on white, whatever the colours of the window are: paper is white."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._picture)
        painter.setPen(QColor(colours_now().edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PagePreview(QWidget):
    """Empty until pages are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[PageSheet] = []
        self.words = label()
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fold = Fold(self.tr("Read the sheet as plain words"), lambda: self.words)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(px(16))
        self._stack.addWidget(self.fold)
        self.clear()

    def show_pages(self, title: str, pictures: Sequence[QPixmap], lines: Sequence[str]) -> None:
        """Pages of a sheet, and what stands on it line by line."""
        self.clear()
        for number, picture in enumerate(pictures, start=1):
            name = self.tr("Page {number} of {count}: {title}")
            page = PageSheet(picture, name.format(number=number, count=len(pictures), title=title))
            page.setAccessibleDescription(self.tr("What stands on it can be read as plain words above the page."))
            self.pages.append(page)
            self._stack.addWidget(page)
        self.words.setText("\n".join(lines))
        self.fold.setVisible(bool(pictures))
        in_reading_order(self._stack)

    def clear(self) -> None:
        """Show nothing, at once."""
        for page in self.pages:
            page.clear()
            page.hide()
            page.deleteLater()
        self.pages = []
        self.words.setText("")
        self.fold.hide()
