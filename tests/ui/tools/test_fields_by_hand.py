"""Drawing as a real widget: by mouse and finger, taken back, cleared and brought back, and always said in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.errors import BadInput
from msp_desktop.sheets.content import Drawn
from msp_desktop.tools import form
from msp_desktop.tools.by_hand import LARGEST, checked_strokes
from msp_desktop.tools.definition import Definition
from tests.ui.tools.test_fields import tool as tool
from ui import theme
from ui.tokens import LIGHT
from ui.widgets.fields.building import field_for
from ui.widgets.fields.by_hand import SketchField
from ui.widgets.pad import Pad


@pytest.fixture
def sketch(qtbot: QtBot, qapp: QApplication, tool: Definition) -> SketchField:
    theme.apply(qapp, LIGHT)
    field = field_for(tool.field("picture"), ())
    assert isinstance(field, SketchField)
    qtbot.addWidget(field)
    field.resize(700, 600)
    field.show()
    return field


def by_mouse(pad: Pad, *places: tuple[float, float]) -> None:
    first, *others = [QPoint(round(x * pad.width()), round(y * pad.width())) for x, y in places]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
    for each in others:
        QTest.mouseMove(pad, each)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=others[-1] if others else first)


def test_paper_has_the_shape_of_the_place_to_draw_so_that_nothing_is_cut(sketch: SketchField) -> None:
    assert sketch.pad.heightForWidth(300) == round(300 * Drawn("").height)


def test_what_a_mouse_draws_is_kept_in_thousandths_of_the_width(sketch: SketchField) -> None:
    told: list[bool] = []
    sketch.changed.connect(lambda: told.append(True))
    by_mouse(sketch.pad, (0.1, 0.1), (0.5, 0.3))
    value = sketch.value()
    assert value is not None and len(value["strokes"]) == 1
    assert value["strokes"][0] == pytest.approx([100, 100, 500, 300], abs=3)
    assert told


def test_a_finger_draws_too(sketch: SketchField) -> None:
    finger = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    for what, place in (("press", QPoint(20, 20)), ("move", QPoint(120, 60)), ("release", QPoint(120, 60))):
        touch = QTest.touchEvent(sketch.pad, finger)
        getattr(touch, what)(0, place, sketch.pad)
        touch.commit()
    assert [len(each) for each in sketch.pad.strokes] == [4]


def test_a_hand_that_trembles_adds_no_points(sketch: SketchField) -> None:
    by_mouse(sketch.pad, (0.5, 0.3), (0.501, 0.3), (0.5, 0.301), (0.5, 0.3))
    assert [len(each) for each in sketch.pad.strokes] == [2]


def test_nothing_is_drawn_outside_however_far_the_hand_goes(sketch: SketchField) -> None:
    by_mouse(sketch.pad, (0.5, 0.3), (3.0, 3.0), (-2.0, -2.0))
    assert checked_strokes(sketch.pad.strokes) == sketch.pad.strokes


def test_a_line_is_taken_back_and_what_was_cleared_is_brought_back(sketch: SketchField) -> None:
    by_mouse(sketch.pad, (0.1, 0.1), (0.5, 0.3))
    by_mouse(sketch.pad, (0.2, 0.1), (0.6, 0.3))
    sketch.undo.click()
    assert len(sketch.pad.strokes) == 1
    sketch.clear.click()
    assert sketch.value() is None
    sketch.bring_back.click()
    assert len(sketch.pad.strokes) == 1


def test_a_drawing_without_words_is_kept_and_not_finished(tool: Definition) -> None:
    drawn = {"topic": "x", "picture": {"strokes": [[1, 1, 9, 9]]}}
    assert form.kept(tool, drawn)["picture"] == drawn["picture"]
    assert "picture" in {each.field for each in form.missing(tool, drawn)}
    said = {**drawn, "picture": {"strokes": [[1, 1, 9, 9]], "caption": "The gate"}}
    assert "picture" not in {each.field for each in form.missing(tool, said)}


def test_words_alone_are_an_answer(tool: Definition) -> None:
    assert form.kept(tool, {"picture": {"caption": "The gate"}})["picture"] == {"caption": "The gate"}


def test_a_drawing_beyond_all_measure_is_refused_with_a_sentence() -> None:
    with pytest.raises(BadInput, match="more in it than can be kept"):
        checked_strokes([[1, 1] * LARGEST])
