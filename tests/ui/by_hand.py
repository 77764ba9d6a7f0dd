"""A worker's hands: the keyboard alone, or the mouse alone, on what a name on the screen stands for. They count."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QPoint, QPointF, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import name_of
from ui.widgets.choosing import Group

Key = Qt.Key
WHEEL = 120


class Hand:
    """What both have: where they are, what is called how, and how often something was pressed."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self.qtbot, self.window, self.presses = qtbot, window, 0

    def use(self, name: str, *shortcut: QKeyCombination | Key) -> None:
        """Press what is called so, or its keys."""
        raise NotImplementedError

    def go(self, name: str) -> None:
        """Come to a field, to write in it."""
        raise NotImplementedError

    def answer(self, question: str, answer: str) -> None:
        """Choose one answer of a question."""
        raise NotImplementedError

    def enter(self, instead: str) -> None:
        """End what was written: with the enter key, or with the button that does the same."""
        raise NotImplementedError

    def write(self, words: str) -> None:
        """Letters, which are not counted; no mouse can write them."""
        field = QApplication.focusWidget()
        assert field is not None, "there is nothing to write in"
        QTest.keyClicks(field, words)

    @property
    def top(self) -> QWidget:
        """What takes keys and clicks now: the window, or a dialog over it."""
        dialogs = [each for each in self.window.findChildren(QFileDialog) if each.isVisible()]
        return dialogs[-1] if dialogs else self.window

    @property
    def handle(self) -> QWindow:
        """The window that the system knows."""
        return self.top.windowHandle()

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something, long enough for a busy machine."""
        self.qtbot.waitUntil(holds, timeout=20_000)

    def wait(self, name: str, *, within: str = "") -> QWidget:
        """Wait until something of this name is there."""
        self.until(lambda: bool(self.named(name, within=within)))
        return self.named(name, within=within)[0]

    def named(self, name: str, *, within: str = "") -> list[QWidget]:
        """What is called so and can be worked with; where nothing is, a name that goes on after these words."""
        worked = [each for each in self.top.findChildren(QWidget) if _is_worked_with(each)]
        inside = [each for each in worked if within in ("", question_of(each))]
        called = [each for each in inside if name_of(each) == name]
        return called or [each for each in inside if name_of(each).startswith(name)]


class Keyboard(Hand):
    """Tab, arrows, space, enter and shortcuts."""

    def press(self, keys: QKeyCombination | Key) -> None:
        """One key, with others held."""
        self.presses += 1
        self.top.activateWindow()
        both = keys if isinstance(keys, QKeyCombination) else QKeyCombination(keys)
        QTest.keyClick(self.handle, both.key(), both.keyboardModifiers())

    def use(self, name: str, *shortcut: QKeyCombination | Key) -> None:
        """Its keys, or go there and press enter."""
        if not shortcut:
            self.go(name)
        for keys in shortcut or (Key.Key_Return,):
            self.press(keys)

    def enter(self, instead: str) -> None:
        """The enter key."""
        self.press(Key.Key_Return)

    def go(self, name: str, *, within: str = "") -> None:
        """Press tab until it is there; coming round without it is a dead end."""
        self.wait(name, within=within)
        passed: list[QWidget | None] = []
        while not self._is_at(name, within):
            assert QApplication.focusWidget() not in passed, f"tab never comes to {name!r}: {_told(passed)}"
            passed.append(QApplication.focusWidget())
            self.press(Key.Key_Tab)

    def answer(self, question: str, answer: str) -> None:
        """The arrow keys go from answer to answer, the space bar takes the first."""
        self.go("", within=question)
        for _ in self.named("", within=question):
            if not self._is_at(answer, question):
                self.press(Key.Key_Down)
        chosen = QApplication.focusWidget()
        assert self._is_at(answer, question) and isinstance(chosen, QAbstractButton)
        if not chosen.isChecked():
            self.press(Key.Key_Space)

    def _is_at(self, name: str, within: str) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and focused in self.named(name, within=within)


class Mouse(Hand):
    """Clicks and the wheel; what no wheel brings under the cursor cannot be clicked."""

    def use(self, name: str, *shortcut: QKeyCombination | Key) -> None:
        """Click it."""
        self._click(self.wait(name))

    def enter(self, instead: str) -> None:
        """Click the button that does the same."""
        self.use(instead)

    def go(self, name: str) -> None:
        """Click into it, unless the cursor is there already."""
        if not (part := self.wait(name)).hasFocus():
            self._click(part)

    def answer(self, question: str, answer: str) -> None:
        """Click it."""
        self._click(self.wait(answer, within=question))

    def _click(self, part: QWidget) -> None:
        self._turn_to(part)
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()  # what Qt suggests under a field goes with the first press anywhere
        self.presses += 1
        QTest.mouseClick(self.handle, Qt.MouseButton.LeftButton, pos=self._middle(part))

    def _turn_to(self, part: QWidget) -> None:
        for turn in (*[-WHEEL] * 400, *[WHEEL] * 800):
            if self._shows(part):
                return
            where = QPointF(self.top.width() * 0.6, self.top.height() * 0.7)
            QTest.wheelEvent(self.handle, where, QPoint(0, turn))
        raise AssertionError(f"no wheel brings {name_of(part)!r} under the cursor")

    def _shows(self, part: QWidget) -> bool:
        at = self.top.childAt(self._middle(part))
        return at is not None and (at is part or part.isAncestorOf(at))

    def _middle(self, part: QWidget) -> QPoint:
        """Of a list, its first line."""
        inside = part.visualItemRect(part.item(0)) if isinstance(part, QListWidget) else part.rect()
        return part.mapTo(self.top, inside.center())


def question_of(part: QWidget) -> str:
    """The question whose answer it is."""
    step: QWidget | None = part
    while step is not None and not isinstance(step, Group):
        step = step.parentWidget()
    return "" if step is None else name_of(step)


def _is_worked_with(part: QWidget) -> bool:
    is_there = part.isVisible() and part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.ClickFocus)
    return is_there and not (isinstance(part, QListWidget) and part.count() == 0)


def _told(passed: list[QWidget | None]) -> str:
    return ", ".join("nothing" if each is None else repr(name_of(each)) for each in passed)
