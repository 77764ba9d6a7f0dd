"""Puts the tab key in reading order where widgets are born late: Qt sends it to them last of all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QPushButton, QScrollArea, QWidget

_WHOLE = ("QComboBox", "QAbstractSpinBox", "QAbstractItemView")
"""By Qt's names: Python would have to learn these classes at each start, and the door has none of them."""


def chain(root: QWidget) -> None:
    """What is inside `root` in the order of its layouts."""
    for before, behind in pairwise(stops(root)):
        QWidget.setTabOrder(before, behind)


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What the tab key comes to inside a widget, itself first, in the order of the layouts; shown or not."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if any(map(widget.inherits, _WHOLE)):
        return  # what Qt makes inside a control is its own affair, and comes and goes
    if isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from stops(inside)
    elif (layout := widget.layout()) is not None:
        yield from _of_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget):
                yield from stops(child)


def in_reading_order(layout: QLayout) -> None:
    """A screen reader reads what stands together in the order of birth, unless it is raised in another."""
    for part in _parts(layout):
        if isinstance(part, QWidget):
            part.raise_()


def name_within(root: QWidget, where: str) -> None:
    """Tell apart by ear the buttons of one row from those of the next."""
    for each in root.findChildren(QPushButton):
        name = each.accessibleName() or each.text()
        if not name.endswith(where):
            each.setAccessibleName(each.tr("{name}, {where}").format(name=name, where=where))


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for part in _parts(layout):
        yield from stops(part) if isinstance(part, QWidget) else _of_layout(part)


def _parts(layout: QLayout) -> list[QWidget | QLayout]:
    """What lies in a layout, in its order.

    The layout itself is never asked for its items: Python would go on knowing them after Qt has deleted them, and take
    for one of them whatever comes to lie in the same place.
    """
    around = layout.parentWidget()
    inside = [*around.children(), *layout.children()] if around is not None else []
    parts = [each for each in inside if isinstance(each, QWidget | QLayout)]
    placed = [(layout.indexOf(each), each) for each in parts if each is not layout]
    return [each for at, each in sorted(placed, key=lambda pair: pair[0]) if at >= 0]
