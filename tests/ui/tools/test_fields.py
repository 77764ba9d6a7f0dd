"""Every type of question as a real widget: filled by hand, read back, taken back, and kept from breaking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.tools.definition import Definition
from msp_desktop.tools.fields import Person
from msp_desktop.tools.loading import loaded
from ui import theme
from ui.tokens import LIGHT
from ui.widgets.buttons import button
from ui.widgets.checks_field import ChecksField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.day_field import DayField
from ui.widgets.field import Field
from ui.widgets.fields.building import LONGEST_LINE, field_for
from ui.widgets.fields.covered import HiddenField
from ui.widgets.fields.people import PeopleField
from ui.widgets.fields.person import Offered, PersonField
from ui.widgets.fields.quote import QuoteField, Scene
from ui.widgets.fields.rows import RowsField
from ui.widgets.fields.scale import ScaleField
from ui.widgets.line_field import LineField
from ui.widgets.words_field import WordsField

OFFERED = (Offered("c1", "Ann"), Offered("c2", "Raj"), Offered("c3", "Dave", is_trusted=False))
Make = Callable[[str], Any]
VALUES: dict[str, Any] = {
    "topic": "The garden", "story": "One line\nand another", "mood": "good", "aids": ("glasses", "cards"), "score": 4,
    "wish": {"words": "To sit outside", "said_by": "Ann", "setting": "In the car"}, "code_word": "marigold",
    "asked": "not_sure", "review": "2026-10-14", "friend": {"id": "c1", "name": "Ann"}, "who_hears": "Raj",
    "friends": [{"id": "c2", "name": "Raj"}, {"name": "Mina"}],
    "offers": [{"what": "A bench", "answer": "no", "why": {"words": "Too cold"}}, {"what": "A carer"}],
    "day": [{"row": "night", "good": "The radio"}], "size": 25, "as_told": "Dear Margaret",
    "happened": {"precision": "range", "on": "2026-10-01", "until": "2026-10-14", "words": "that fortnight"},
    "picture": {"strokes": [[100, 100, 300, 200]], "caption": "The garden gate"},
    "signed": {"name": "Margaret", "on": "2026-10-14"},
    "people": [{"id": "k1", "name": {"name": "Mina"}, "born": {"precision": "unknown"}}],
    "links": [{"one": {"id": "k1", "name": "Mina"}, "years": 3}],
    "marks": [{"name": "A bruise", "place": {"x": 500, "y": 300}, "drawn": {"caption": "Long and thin"}}],
}  # fmt: skip


@pytest.fixture(scope="module")
def tool() -> Definition:
    text = Path(__file__).parents[2].joinpath("tools/every_type.yaml").read_text("utf-8")
    return loaded(text, file="every_type.yaml")


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, tool: Definition) -> Make:
    theme.apply(qapp, LIGHT)

    def made(key: str) -> Field:
        field = field_for(tool.field(key), OFFERED)
        qtbot.addWidget(field)
        field.show()
        return field

    return made


@pytest.mark.parametrize("key", VALUES)
def test_a_field_gives_back_what_it_was_given(make: Make, key: str) -> None:
    field: Field = make(key)
    told: list[bool] = []
    field.changed.connect(lambda: told.append(True))
    assert not field.value()
    field.load(VALUES[key])
    assert field.value() == VALUES[key]
    field.load(None)
    assert not field.value()
    assert not told


@pytest.mark.parametrize("key", ["mood", "asked", "score"])
def test_nothing_is_preset_and_a_choice_can_be_taken_back(make: Make, key: str) -> None:
    field: ChoiceField | ScaleField = make(key)
    assert field.value() is None
    list(field.buttons.values())[1].click()
    assert field.value() is not None
    field._back.click()
    assert field.value() is None


def test_a_scale_shows_one_number_in_every_way(make: Make) -> None:
    field: ScaleField = make("score")
    field.buttons[4].click()
    field.ways.button(1).click()
    assert [number for number, each in field.buttons.items() if each.isChecked()] == [5]
    assert field.value() == 4
    field.buttons[10].click()
    assert (field.value(), field.buttons[10].accessibleName()) == (10, "Very good, 10 of 10")


@pytest.mark.parametrize(("variant", "count"), [("numbers", 11), ("faces", 5), ("stairs", 11), ("thumbs", 3)])
def test_every_way_to_show_a_scale_can_be_pressed(make: Make, variant: str, count: int) -> None:
    field: ScaleField = make("score")
    field.show_as(variant)
    assert len(field.buttons) == count
    field.buttons[10].click()
    assert field.value() == 10


def test_somebody_typed_by_the_name_of_a_connection_is_that_connection(qtbot: QtBot, make: Make) -> None:
    field: PersonField = make("friend")
    QTest.keyClicks(field.edit, "raj")
    assert field.value() == {"id": "c2", "name": "Raj"}
    assert [each.isChecked() for each in field.buttons][:2] == [False, True]
    QTest.keyClicks(field.edit, "i")
    assert field.value() == {"name": "raji"}


def test_a_question_for_somebody_to_rely_on_offers_no_possible_source_of_risk(tool: Definition, make: Make) -> None:
    asked = tool.field("friend")
    assert isinstance(asked, Person)
    trusted = field_for(replace(asked, offers="trusted"), OFFERED)
    assert isinstance(trusted, PersonField)
    assert [each.text() for each in trusted.buttons] == ["Ann", "Raj"]
    assert [each.text() for each in make("friend").buttons] == ["Ann", "Raj", "Dave"]


def test_a_name_that_was_not_added_yet_counts(qtbot: QtBot, make: Make) -> None:
    field: PeopleField = make("friends")
    QTest.keyClicks(field.edit, "Mina")
    assert field.value() == [{"name": "Mina"}]
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert (field.edit.text(), field.value()) == ("", [{"name": "Mina"}])


def test_a_day_that_is_in_no_calendar_says_what_to_do(qtbot: QtBot, make: Make) -> None:
    field: DayField = make("review")
    QTest.keyClicks(field.edit, "30 Feb 2026")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert "Check the day and the month" in field.error.text()
    assert "Check the day and the month" in field.edit.accessibleName()


def test_a_hidden_answer_is_seen_only_while_the_button_is_held(qtbot: QtBot, make: Make) -> None:
    field: HiddenField = make("code_word")
    field.load("marigold")
    assert not field.inner.isVisible()
    QTest.mousePress(field.hold, Qt.MouseButton.LeftButton)
    assert field.inner.isVisible()
    QTest.mouseRelease(field.hold, Qt.MouseButton.LeftButton)
    assert not field.inner.isVisible()


def test_a_hidden_answer_from_elsewhere_is_asked_for_and_goes_again(qtbot: QtBot, make: Make) -> None:
    field: HiddenField = make("code_word")
    field.keep_elsewhere()
    with qtbot.waitSignal(field.reveal_requested):
        QTest.mousePress(field.hold, Qt.MouseButton.LeftButton)
    field.show_revealed("marigold")
    assert field.cover.text() == "marigold"
    QTest.mouseRelease(field.hold, Qt.MouseButton.LeftButton)
    assert "marigold" not in field.cover.text()


@pytest.mark.parametrize("key", [key for key in VALUES if key not in ("who_hears", "code_word")])
def test_a_hidden_question_of_any_type_keeps_its_answer_and_covers_it(
    qtbot: QtBot, qapp: QApplication, tool: Definition, key: str
) -> None:
    theme.apply(qapp, LIGHT)
    field = field_for(replace(tool.field(key), hidden=True), OFFERED)
    assert isinstance(field, HiddenField)
    qtbot.addWidget(field)
    field.show()
    field.load(VALUES[key])
    assert field.value() == VALUES[key]
    assert field.inner.isHidden() and field.cover.text().startswith("Written down and covered")
    QTest.mousePress(field.hold, Qt.MouseButton.LeftButton)
    assert not field.inner.isHidden()
    QTest.mouseRelease(field.hold, Qt.MouseButton.LeftButton)
    assert field.inner.isHidden() and field.value() == VALUES[key]


def test_a_hidden_nought_is_an_answer(qtbot: QtBot, qapp: QApplication, tool: Definition) -> None:
    theme.apply(qapp, LIGHT)
    field = field_for(replace(tool.field("size"), hidden=True), OFFERED)
    assert isinstance(field, HiddenField)
    qtbot.addWidget(field)
    field.show()
    field.load(0)
    assert field.cover.text().startswith("Written down and covered")
    assert not field.hold.isHidden()


def test_who_is_here_and_where_is_offered_beside_words_and_put_in_by_a_press_alone(
    qtbot: QtBot, qapp: QApplication, tool: Definition
) -> None:
    theme.apply(qapp, LIGHT)
    scenes = [Scene(place="kitchen", names=("Daniel", "Mina & Co"), heard_by="Daniel, Mina & Co")]
    field = field_for(tool.field("wish"), OFFERED, scene=lambda: scenes[-1])
    assert isinstance(field, QuoteField)
    qtbot.addWidget(field)
    field.show()
    field.load("To sit outside")
    field.fold.open()
    assert field.value() == {"words": "To sit outside"}
    assert "Daniel, Mina & Co" in field.heard_by.text()
    people = field.offers["said_by"].findChildren(QPushButton)
    assert [each.text() for each in people] == [button(name).text() for name in scenes[0].names]
    with qtbot.waitSignal(field.changed):
        people[1].click()
    field.offers["setting"].findChildren(QPushButton)[0].click()
    assert field.value() == {"words": "To sit outside", "said_by": "Mina & Co", "setting": "kitchen"}
    scenes.append(Scene())
    field.show_scene()
    assert field.offers["said_by"].isHidden() and field.heard_by.isHidden()
    assert field.value() == {"words": "To sit outside", "said_by": "Mina & Co", "setting": "kitchen"}


def test_rows_are_added_moved_and_taken_out(qtbot: QtBot, make: Make) -> None:
    field: RowsField = make("offers")
    for words in ("A bench", "A carer"):
        card = field.add_row()
        QTest.keyClicks(card.fields["what"].edit, words)  # type: ignore[attr-defined]
    field.cards[1].up.click()
    assert [row["what"] for row in field.value() or []] == ["A carer", "A bench"]
    field.cards[0].remove.click()
    assert field.value() == [{"what": "A bench"}]


def test_a_question_of_a_row_appears_with_its_condition_and_keeps_its_answer(make: Make) -> None:
    field: RowsField = make("offers")
    card = field.add_row()
    assert card.fields["why"].isHidden()
    answer = card.fields["answer"]
    assert isinstance(answer, ChoiceField)
    answer.buttons["no"].click()
    assert not card.fields["why"].isHidden()
    card.fields["why"].load({"words": "Too cold"})
    answer.buttons["yes"].click()
    assert card.fields["why"].isHidden()
    assert card.value()["why"] == {"words": "Too cold"}


def test_every_control_has_a_name_a_screen_reader_can_say(make: Make, tool: Definition) -> None:
    silent = []
    for key in VALUES:
        field = make(key)
        if isinstance(field, RowsField):
            (field.cards[0] if field.rows.each else field.add_row()).open()
        buttons = [each.accessibleName() or each.text() for each in field.findChildren(QAbstractButton)]
        edits = [*field.findChildren(QLineEdit), *field.findChildren(QPlainTextEdit)]
        silent += [key for name in (*buttons, *(each.accessibleName() for each in edits)) if not name]
    assert not silent


@pytest.mark.parametrize(
    "text", [("some words " * 10 + "\n") * 46_000, "word\n" * 1_000_000, "word " * 1_000_000, "x" * 5_000_000]
)
@pytest.mark.parametrize("key", ["story", "wish", "topic", "friend"])
def test_five_megabytes_from_the_clipboard_are_taken_or_refused(make: Make, key: str, text: str) -> None:
    field: WordsField | QuoteField | LineField | PersonField = make(key)
    if isinstance(field, WordsField):
        mime = QMimeData()
        mime.setText(text)
        field.box.insertFromMimeData(mime)
        taken = field.box.toPlainText()
        assert len(taken) in (0, len(text))
        assert bool(field.error.text()) == (not taken)
    else:
        field.edit.insert(text)
        assert 0 < len(field.edit.text()) <= LONGEST_LINE


def test_a_line_that_was_cut_says_so(qtbot: QtBot, make: Make) -> None:
    field: LineField = make("topic")
    QApplication.clipboard().setText("word " * 1000)
    field.edit.paste()
    assert "its end was left out" in field.error.text()


def test_several_answers_are_ticked(make: Make) -> None:
    field: ChecksField = make("aids")
    field.boxes["cards"].click()
    field.boxes["glasses"].click()
    assert field.value() == ("glasses", "cards")
