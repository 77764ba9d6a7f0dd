"""Every shipped tool's form is audited, long as it can be, at three text sizes, in light and dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.tools.definition import Definition
from msp_desktop.tools.form import missing
from msp_desktop.tools.library import shipped
from tests.ui import audit
from ui import theme
from ui.screens.tools.fill_view import FillView
from ui.tokens import DARK, LIGHT
from ui.widgets.fields.person import Offered
from ui.widgets.fields.rows import RowsField
from ui.widgets.fold import Fold

LOOKS = {"light-100%": (LIGHT, 1.0), "dark-150%": (DARK, 1.5), "light-200%": (LIGHT, 2.0)}
TOOLS = [tool for tool in shipped() if tool.kept_as == "answers"]


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    colours, scale = LOOKS[request.param]
    theme.apply(qapp, colours, scale=scale)
    yield
    theme.apply(qapp, LIGHT)


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("tool", TOOLS, ids=[tool.key for tool in TOOLS])
def test_every_form_can_be_used_by_everybody(qtbot: QtBot, tool: Definition) -> None:
    view = FillView(tool, who="For Margaret", offered=(Offered("c1", "Ann"), Offered("c2", "Raj")), can_compare=True)
    qtbot.addWidget(view)
    view.resize(1024, 600)
    view.form.load({})
    view.form.build_all()
    with qtbot.waitExposed(view):
        view.show()
    view.show_alone("Some answers are left out.", button_text="Only us now")
    view.show_missing(missing(tool, {}))
    open_everything(view)
    for _ in range(5):
        QApplication.processEvents()
    found = [*audit.faults(view), *audit.tab_faults(view)]
    assert not found, "\n".join(found)


def open_everything(view: FillView) -> None:
    for field in list(view.form.fields.values()):
        if isinstance(field, RowsField):
            (field.cards[0] if field.cards else field.add_row()).open()
    for _ in range(2):
        for fold in view.findChildren(Fold):
            fold.open()
