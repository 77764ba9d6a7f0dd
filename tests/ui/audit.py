"""An accessibility audit of a shown screen: names, targets, cut text, contrast, traps, tab order, reading order.

Every rule yields sentences, so that a failing test says what to mend. It looks at real widgets and real pixels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import SIGNAL, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from ui.tokens import contrast
from ui.widgets.body import BodyCanvas
from ui.widgets.circles import Circles
from ui.widgets.cycle import CycleCanvas
from ui.widgets.field import Field
from ui.widgets.map import MapCanvas
from ui.widgets.wheel import WheelCanvas

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
DRAWINGS = (Circles, MapCanvas, BodyCanvas, WheelCanvas, CycleCanvas)
"""What is in them is read in the order of the list that stands below, not as it lies around somebody."""
W = TypeVar("W", bound=QWidget)
SMALLEST = 24
"""Pixels of a target at the least (WCAG 2.2, 2.5.8)."""
READABLE = 4.5
"""Contrast of text at the least (WCAG 2.2, 1.4.3)."""


def faults(window: QWidget) -> list[str]:
    """Everything that is wrong with what a window shows now, but for the order of the tab key."""
    found: list[str] = []
    for rule in (
        unnamed,
        small,
        cut,
        cut_controls,
        outside,
        trapping,
        without_buddy,
        sideways,
        twins,
        deaf,
        frail,
        out_of_order,
        unreadable,
    ):
        found += rule(window)
    return found


def unnamed(window: QWidget) -> Iterator[str]:
    """A screen reader says a control's name; a placeholder is none, it goes when somebody types."""
    for control in controls(window):
        name = name_of(control)
        if not name.strip() or (not control.accessibleName() and control.property("placeholderText") == name):
            yield f"no name: {path(control)}"


def small(window: QWidget) -> Iterator[str]:
    """Fingers and unsteady hands need room."""
    for control in controls(window):
        if min(control.width(), control.height()) < SMALLEST:
            yield f"small target, {control.width()} by {control.height()}: {path(control)}"


def cut(window: QWidget) -> Iterator[str]:
    """Text needs the room it asks for."""
    for part in shown(window, QLabel):
        if not part.text():
            continue
        need = part.heightForWidth(part.width()) if part.wordWrap() else part.sizeHint().height()
        if part.height() + 1 < need or (not part.wordWrap() and part.width() + 1 < part.sizeHint().width()):
            yield f"cut text: {path(part)}"
        widest = max((part.fontMetrics().horizontalAdvance(word) for word in _words(part.text())), default=0)
        if widest > part.width() + 1:
            yield f"cut word: {path(part)}"


def _words(text: str) -> list[str]:
    """What a line cannot be broken within; a place without width is a place to break at."""
    return text.replace("\u200b", " ").split()


def cut_controls(window: QWidget) -> Iterator[str]:
    """So does text on buttons, beside boxes and in fields."""
    for part in shown(window, QPushButton, QCheckBox, QRadioButton):
        if part.text() and part.sizeHint().width() > part.width() + 1:
            yield f"cut text, {part.width()} of {part.sizeHint().width()} pixels: {path(part)}"
    for field in shown(window, QLineEdit):
        if field.fontMetrics().height() > field.height():
            yield f"cut text: {path(field)}"


def outside(window: QWidget) -> Iterator[str]:
    """Nothing sticks out of the part it lies in, where it would be cut off; what scrolls may."""
    for part in shown(window, QLabel, *CONTROLS):
        place = part.parentWidget()
        if place is None or isinstance(place, QAbstractItemView) or _scrolls(part):
            continue
        if not place.rect().adjusted(-1, -1, 1, 1).contains(part.geometry()):
            yield f"sticks out: {path(part)}"


def trapping(window: QWidget) -> Iterator[str]:
    """The tab key always leads on."""
    fields: list[QPlainTextEdit | QTextEdit] = [*shown(window, QPlainTextEdit), *shown(window, QTextEdit)]
    yield from (f"swallows the tab key: {path(each)}" for each in fields if not each.tabChangesFocus())
    for part in shown(window, QAbstractItemView):
        if part.tabKeyNavigation():
            yield f"swallows the tab key: {path(part)}"


def without_buddy(window: QWidget) -> Iterator[str]:
    """A label of a field says whose it is."""
    for field in shown(window, Field):
        if field.asked.text() and field.asked.buddy() is None:
            yield f"label of nothing: {path(field.asked)}"


def sideways(window: QWidget) -> Iterator[str]:
    """Large text wraps; nobody scrolls to the side to read."""
    for part in shown(window, QScrollArea):
        if part.horizontalScrollBar().maximum() > 0:
            yield f"scrolls to the side by {part.horizontalScrollBar().maximum()} pixels: {path(part)}"


def twins(window: QWidget) -> Iterator[str]:
    """Two buttons of one name cannot be told apart by ear; the answers to a question are named within its group."""
    buttons = [each for each in controls(window) if isinstance(each, QPushButton) and not each.autoExclusive()]
    names = Counter(name_of(each) for each in buttons)
    yield from (f"{count} buttons called {name!r}" for name, count in names.items() if name and count > 1)


def deaf(window: QWidget) -> Iterator[str]:
    """Assistive technology checks, fills in and chooses without clicks and keys, which some signals wait for."""
    for part in shown(window, QAbstractButton, QLineEdit, QComboBox):
        sources: list[QWidget | QButtonGroup] = [part]
        if isinstance(part, QAbstractButton) and (group := _group(part)):
            sources.append(group)
        for waits, hears in _DEAF.items():
            is_checkable = not isinstance(part, QAbstractButton) or part.isCheckable()
            if is_checkable and _is_heard(sources, waits) and not _is_heard(sources, *hears):
                yield f"deaf to a screen reader, waits for {waits}: {path(part)}"


def frail(window: QWidget) -> Iterator[str]:
    """Qt's own bars come and go as accessible children; a screen reader that asks for one then ends the program."""
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    for part in shown(window, QScrollArea):
        if {part.verticalScrollBarPolicy(), part.horizontalScrollBarPolicy()} != {off}:
            yield f"may end the program, use ui/widgets/scroll.py: {path(part)}"


def out_of_order(window: QWidget) -> Iterator[str]:
    """What is read aloud comes in the order that is seen."""
    for part in [window, *shown(window, QWidget)]:
        if isinstance(part, (QAbstractItemView, *DRAWINGS)):
            continue
        for before, after in pairwise(_read(part)):
            one, other = _place(before, window), _place(after, window)
            if other.bottom() <= one.top() or (other.right() <= one.left() and other.top() < one.bottom()):
                yield f"read before what stands above or left of it: {path(before)}"
                break


def unreadable(window: QWidget) -> Iterator[str]:
    """The strongest colour in a piece of text against the most common one behind it, as they are on the screen."""
    picture = window.grab().toImage()
    for part in shown(window, QLabel, QAbstractButton):
        words = str(part.property("text") or "")
        if not words.strip() or not part.isEnabled():
            continue
        area = QRect(part.mapTo(window, QPoint(0, 0)), part.size()).intersected(_clip(part, window))
        if area.width() < SMALLEST or area.height() < part.fontMetrics().height():
            continue  # scrolled away
        strongest = _strongest_contrast(picture, area.adjusted(3, 3, -3, -3))
        if strongest < READABLE:
            yield f"contrast {strongest:.1f}: {path(part)}"


def tab_faults(window: QWidget) -> list[str]:
    """Press the tab key until it comes round: it reaches every control, and never goes up within a column."""
    order = tab_order(window)
    found = [f"not reached by the tab key: {path(each)}" for each in controls(window) if not _is_reached(each, order)]
    for before, after in pairwise(order):
        one, other = _place(before, window), _place(after, window)
        if _drawing(before) is not None and _drawing(before) is _drawing(after):
            continue
        if _column(before) is _column(after) and other.bottom() <= one.top() and other.left() < one.right():
            found.append(f"comes after what stands below it: {path(after)}")
    return found


def tab_order(window: QWidget, most: int = 400) -> list[QWidget]:
    """The controls in the order of the tab key."""
    order: list[QWidget] = []
    window.activateWindow()
    for _ in range(most):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in order:
            break
        order.append(focused)
    start = next((order.index(each) for each in _chain(window) if each in order), 0)
    return order[start:] + order[:start]


def _chain(window: QWidget) -> Iterator[QWidget]:
    """Qt's own order, from the window on."""
    step = window.nextInFocusChain()
    while step is not None and step is not window:
        yield step
        step = step.nextInFocusChain()


def controls(window: QWidget) -> list[QWidget]:
    """What can be worked with now."""
    return [each for each in shown(window, *CONTROLS) if each.isEnabled() and not _is_inner(each)]


def shown(window: QWidget, *kinds: type[W]) -> list[W]:
    """Widgets of these kinds that are on the screen or scrolled away, in the order of their making."""
    return [each for each in window.findChildren(QWidget) if isinstance(each, kinds) and each.isVisibleTo(window)]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name)


def path(widget: QWidget) -> str:
    """Where a widget is, for a person who mends it."""
    steps: list[str] = []
    step: QWidget | None = widget
    while step is not None and len(steps) < 5:
        steps.append(type(step).__name__)
        step = step.parentWidget()
    words = str(widget.property("text") or "")[:50] or widget.accessibleName()[:50]
    return f"{'/'.join(reversed(steps))} {words!r}"


_DEAF = {
    "clicked(bool)": ("toggled(bool)", "idToggled(int,bool)", "buttonToggled(QAbstractButton*,bool)"),
    "idClicked(int)": ("toggled(bool)", "idToggled(int,bool)", "buttonToggled(QAbstractButton*,bool)"),
    "buttonClicked(QAbstractButton*)": ("toggled(bool)", "idToggled(int,bool)", "buttonToggled(QAbstractButton*,bool)"),
    "textEdited(QString)": ("textChanged(QString)",),
    "activated(int)": ("currentIndexChanged(int)", "currentTextChanged(QString)"),
}
"""A signal that only hands and keys send, and those that are sent whoever does it."""


def _is_heard(sources: list[QWidget | QButtonGroup], *signals: str) -> bool:
    known = [(each, each.metaObject().indexOfSignal(name), name) for each in sources for name in signals]
    return any(at >= 0 and each.receivers(SIGNAL(name)) > 0 for each, at, name in known)


def _read(part: QWidget) -> list[QWidget]:
    """What a screen reader finds inside, in its order."""
    face = QAccessible.queryAccessibleInterface(part)
    inside = [face.child(place) for place in range(face.childCount() if face.isValid() else 0)]
    seen = [each.object() for each in inside if each.isValid() and not each.state().invisible]
    return [each for each in seen if isinstance(each, QWidget) and not each.size().isEmpty()]


def _is_inner(widget: QWidget) -> bool:
    """Parts that Qt makes inside a control, which are worked through it."""
    return widget.objectName().startswith("qt_") or isinstance(
        widget.parentWidget(), (QComboBox, QAbstractSpinBox, QLineEdit, QAbstractItemView)
    )


def _is_reached(control: QWidget, order: list[QWidget]) -> bool:
    """By the tab key itself or, in a group, by the arrow keys from the one that is."""
    if control in order:
        return True
    if not isinstance(control, QAbstractButton):
        return False
    if group := _group(control):
        return any(each in order for each in group.buttons())
    place = control.parentWidget()
    beside = place.findChildren(QAbstractButton) if place and control.autoExclusive() else []
    return any(each in order for each in beside)


def _group(control: QAbstractButton) -> QButtonGroup | None:
    return control.group()  # Qt's own types say that there always is one


def _strongest_contrast(picture: QImage, area: QRect) -> float:
    pixels = picture.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    colours = Counter(memoryview(bytes(pixels.constBits())).cast("I"))
    if not colours:
        return READABLE
    ((ground, _),) = colours.most_common(1)
    return max(contrast(_hex(ground), _hex(colour)) for colour in colours)


def _hex(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06x}"


def _clip(part: QWidget, window: QWidget) -> QRect:
    """What of the window the parts around it leave free."""
    area, step = window.rect(), part.parentWidget()
    while step is not None and step is not window:
        area = area.intersected(QRect(step.mapTo(window, QPoint(0, 0)), step.size()))
        step = step.parentWidget()
    return area


def _scrolls(part: QWidget) -> bool:
    place = part.parentWidget()
    return place is not None and isinstance(place.parentWidget(), QScrollArea)


def _column(part: QWidget) -> QWidget | None:
    step: QWidget | None = part
    while step is not None and not isinstance(step, QScrollArea):
        step = step.parentWidget()
    return step


def _drawing(part: QWidget) -> QWidget | None:
    place = part.parentWidget()
    return place if isinstance(place, DRAWINGS) else None


def _place(part: QWidget, window: QWidget) -> QRect:
    """Where it is, counted from the side on which people begin to read."""
    place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    if QApplication.isRightToLeft():
        place.moveLeft(window.width() - place.right() - 1)
    return place
