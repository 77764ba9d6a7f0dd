"""Whatever is typed or pasted is kept, cleaned with a sentence or refused with one; nothing that was there is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.about.conftest import Page, answer, form_of, type_into
from ui.widgets.line_field import LineField
from ui.widgets.text import shortened
from ui.widgets.words_field import WordsField

NASTY = (
    "👩🏽‍🦽 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🫖", "قالت: أريد بطاقتي\u200f (١٢٣)",
    "a\u202eb\u2066c", "e\u0301" * 50 + "\u0300" * 90, "'; DROP TABLE person; --",
    "<b>&amp;</b> {x} %s \\", "\uffff\ufffe\U0010ffff", "tab\tand\x07bell", "{day} {0} {",
)  # fmt: skip
LONG = "Wolfeschlegelsteinhausenbergerdorff" * 8 + "W" * 20


def test_any_text_in_every_part_is_kept_as_it_was_typed(page: Page) -> None:
    for text in NASTY:
        keeps(page, text)


def keeps(page: Page, text: str) -> None:
    page.who.change.click()
    page.talk.change.click()
    page.warnings.add.click()
    page.around.add.click()
    page.safe.write.click()
    page.qtbot.waitUntil(lambda: page.safe.form is not None)
    type_into(form_of(page.who), "call_me", f"M {text} M")
    type_into(form_of(page.talk), "stop_signal", text)
    answer(form_of(page.warnings), "type", "risk_to_staff")
    type_into(form_of(page.warnings), "what", text)
    type_into(form_of(page.around), "name", f"D {text} D")
    type_into(form_of(page.safe), "number", text)
    page.leave()
    person, parts = page.saved(), page.workspace
    assert person.call_me == f"M {text} M"
    assert person.communication is not None and person.communication.stop_signal == text
    assert person.warnings[-1].what == text
    assert parts.connections.of(page.person)[-1].body.name == f"D {text} D"
    found = parts.safe_contacts.reveal(page.person)
    assert found is not None and found.number == text
    page.come_back()
    assert page.told == []


def test_half_a_character_is_taken_out_and_told(page: Page) -> None:
    page.who.change.click()
    type_into(form_of(page.who), "about", "tea\x00 and \ud83d cake")
    page.leave()
    assert page.saved().about == "tea and  cake"
    assert "cannot be kept" in page.told[-1] and "taken out" in page.told[-1]


def test_a_name_of_three_hundred_characters_is_kept_and_no_word_of_it_is_cut(page: Page) -> None:
    page.who.change.click()
    type_into(form_of(page.who), "call_me", LONG)
    type_into(form_of(page.who), "names", LONG)
    page.leave()
    assert len(LONG) == 300 and page.saved().call_me == LONG
    page.come_back()
    assert page.view.horizontalScrollBar().maximum() == 0
    for each in page.view.findChildren(QLabel):
        widest = max((each.fontMetrics().horizontalAdvance(word) for word in each.text().split("\u200b")), default=0)
        assert not LONG.startswith(each.text()[:20]) or not each.text() or widest <= each.width()


@pytest.mark.parametrize("size", [301, 5_000_000])
def test_a_paste_that_is_too_long_for_a_line_is_refused_and_changes_nothing(page: Page, size: int) -> None:
    page.who.change.click()
    names = form_of(page.who).fields["names"]
    assert isinstance(names, LineField)
    type_into(form_of(page.who), "names", "Margaret Hollis")
    paste(names.edit, "x" * size)
    assert names.edit.text() == "Margaret Hollis"
    assert "room for 300 characters" in names.error.text()
    QTest.keyClick(names.edit, Qt.Key.Key_End)
    QTest.keyClicks(names.edit, "!")
    assert names.error.text() == ""
    page.leave()
    assert page.saved().names == "Margaret Hollis!"


def test_five_million_characters_in_lines_are_kept_and_the_card_stays_short(page: Page) -> None:
    text = "\n".join(["word " * 25] * 40_000)[:5_000_000]
    page.who.change.click()
    about = form_of(page.who).fields["about"]
    assert isinstance(about, WordsField)
    paste(about.box, text)
    page.leave()
    assert page.saved().about == text
    page.come_back()
    shown = [each for each in page.who.facts.findChildren(QLabel) if each.text().startswith("word")]
    assert len(shown) == 1 and len(shown[0].text()) <= 400


def test_five_million_characters_in_one_line_are_refused_with_a_sentence(page: Page) -> None:
    page.talk.change.click()
    how = form_of(page.talk).fields["how"]
    assert isinstance(how, WordsField)
    type_into(form_of(page.talk), "how", "Slowly")
    paste(how.box, "x" * 5_000_000)
    assert "Nothing was pasted" in how.error.text()
    page.leave()
    talk = page.saved().communication
    assert talk is not None and talk.how == "Slowly"


def test_long_words_may_break_and_long_texts_end_in_dots() -> None:
    assert shortened("a" * 30).replace("\u200b", "") == "a" * 30 != shortened("a" * 30)
    assert shortened("plain words") == "plain words"
    assert shortened("word " * 100, most=20) == "word word word word…"


def paste(where: object, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    where.setFocus()  # type: ignore[attr-defined]
    QTest.keyClick(where, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)  # type: ignore[call-overload]
    QGuiApplication.clipboard().clear()
