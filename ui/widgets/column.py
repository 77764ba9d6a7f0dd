"""A page that scrolls: one column, never wider than a line is easy to read, with the focus always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import px
from ui.tokens import CORNER
from ui.widgets.scroll import Scroll
from ui.widgets.tab_order import chain, stops


class Column(Scroll):
    """Stacks cards; scrolls up and down, never sideways. `middle` puts them into the middle of the window."""

    def __init__(self, *, widest: int = 760, middle: bool = False) -> None:
        super().__init__(free_below=CORNER)
        self.setObjectName("scroll")
        self._inside, column = _Page(), QWidget()
        self._inside.setObjectName("page")
        column.setMaximumWidth(px(widest))
        sides = QHBoxLayout(self._inside)
        # The corner belongs to hiding, so neither a control nor the end of the scroll bar stands in it.
        sides.setContentsMargins(px(24), px(24), max(px(24), CORNER - px(14)), px(24))
        if middle:
            sides.addStretch(1)
        sides.addWidget(column, 10)
        sides.addStretch(1)
        self._stack = QVBoxLayout(column)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(px(16))
        if middle:
            self._stack.addStretch(1)
        self._stack.addStretch(1)
        self.setWidget(self._inside)
        QApplication.instance().focusChanged.connect(self._reveal)  # type: ignore[union-attr]  # there is a program

    def minimumSizeHint(self) -> QSize:
        """Whatever scrolls fits into little room; the corner and the scroll bar must not make the window grow."""
        return QSize(super().minimumSizeHint().width(), px(48))

    def put(self, part: QWidget) -> None:
        """Add a part under the others."""
        self._stack.insertWidget(self._stack.count() - 1, part)

    def put_growing(self, part: QWidget) -> None:
        """Add a part that takes the height that is left, such as a long list."""
        self.put(part)
        self._stack.setStretchFactor(part, 1_000)

    def hold_still(self, *, is_still: bool) -> None:
        """While much comes onto the page at once it is neither laid out nor painted; then once."""
        self.setUpdatesEnabled(not is_still)
        self._stack.setEnabled(not is_still)
        if not is_still:
            self._stack.invalidate()
            self._stack.activate()  # not update(): Qt believes that it was asked for while nothing was laid out

    def focusNextPrevChild(self, next: bool) -> bool:
        """The tab key goes as the eye does."""
        if is_moved_by_hand():
            self.put_in_order()
        return super().focusNextPrevChild(next)

    def put_in_order(self) -> None:
        """Put what was made late where it stands: Qt sends the tab key to it last of all."""
        if self._inside.is_new:
            self._inside.is_new = False
            chain(self._inside)

    def show_part(self, part: QWidget) -> None:
        """Scroll so that a part stands at the top and put the cursor into its first field."""
        first_field(part).setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll_to(part)
        QTimer.singleShot(0, part, lambda: self._scroll_to(part))  # what was shown or hidden just now has its place

    def shows_at_top(self, part: QWidget) -> bool:
        """Whether a part of the page is seen whole before anybody scrolls."""
        return part.mapTo(self._inside, part.rect().bottomLeft()).y() < self.viewport().height()

    def _scroll_to(self, part: QWidget) -> None:
        self.verticalScrollBar().setValue(max(0, part.mapTo(self._inside, part.rect().topLeft()).y() - px(16)))

    def _reveal(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Under a mouse that is pressed nothing moves: it would be let go beside what it was pressed on.
        is_pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not is_pressed and self._inside.isAncestorOf(new):
            self.ensureWidgetVisible(new, px(24), px(48))


class _Page(QWidget):
    """As tall as its words need at the width they have. Qt alone takes their height at the narrowest for the least.

    `is_new` says that something in it came, went or moved.
    """

    is_new = True

    def event(self, event: QEvent) -> bool:
        """Qt asks to lay it out again."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.is_new = True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """The least width; the height follows from the width."""
        return QSize(super().minimumSizeHint().width(), 0)


def is_moved_by_hand() -> bool:
    """Whether somebody moves the keyboard on.

    Qt looks for another place, too, when what has the keyboard is hidden or destroyed. Nothing may be put in order
    then: parts of it are half gone, and touching them ends the program.
    """
    focused = QApplication.focusWidget()
    return focused is not None and focused.isVisible()


def is_seen_at_top(part: QWidget) -> bool:
    """Whether a part is seen whole while the page it stands on is at its top."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, Column):
        around = around.parentWidget()
    return around is None or around.shows_at_top(part)


def first_field(part: QWidget) -> QWidget:
    """The first thing inside a part that takes the keyboard; the part itself where there is none.

    It is looked for where it stands. From one to the next the way leads round the whole window, also through what is
    just going away, and whatever Python meets there it keeps for ever.
    """
    return next((each for each in stops(part) if each is not part and _takes_focus(each)), part)


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
