"""What scenes of every subject take hold of: a page as what it is, and the visit that is open."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from tests.pictures.stage import Stage
from ui.screens.visit.screen import VisitPage
from ui.screens.visit.view import VisitView

W = TypeVar("W", bound=QWidget)


def of(view: QWidget, kind: type[W]) -> W:
    """A page as what it is."""
    assert isinstance(view, kind)
    return view


def visit(on: Stage) -> VisitView:
    """The visit that is open."""
    page = of(on.go("visit"), VisitPage)
    assert page.view is not None
    return page.view
