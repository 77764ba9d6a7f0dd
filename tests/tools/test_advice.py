"""What could be better in a tool is told with its line, and the tools that are shipped keep to it themselves."""

from __future__ import annotations

import pytest

from msp_desktop.tools.advice import OLDEST, read_by_people
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import shipped
from msp_desktop.tools.loading import FaultyDefinition, advised
from msp_desktop.tools.reading_age import YOUNGEST, most_words, reading_age, syllables
from tests.tools.test_faults import GOOD

HARD = "The multidisciplinary safeguarding organisation's considerations necessitate proportionate documentation"
LONG = " ".join(["and we go on"] * 6)
SIX = "".join(f"      q{n}: {{type: text, ask: What is it?}}\n" for n in range(6))

ADVICE = {
    "hard words": ("ask: What is it?", f"ask: {HARD}", "easy from the age of about", "topic:"),
    "a long sentence": ("ask: What is it?", f"ask: {LONG}", "has 24 words", "topic:"),
    "an unknown happening": ("[closing]", "[closing, party]", "“party” is nothing that tools", "happening:"),
    "an end that is no field": ("type: scale,", "type: scale, low: my_worst,", "“my_worst” looks like", "score:"),
    "a column's end that is no field": (
        "{type: person, ask: Name}", "{type: person, ask: Name}\n          far: {type: scale, ask: Far?, high: to_me}",
        "“to_me” looks like", "far:",
    ),
    "much at once": ("      score:", f"{SIX}      score:", "“First” opens with 11 questions", "key: first"),
    "no help": ("    fields:\n      topic", "    fields:\n      topic", "helps the worker", "key: first"),
    "a question that nothing shows": (
        "shown_when: \"score > 0\"", "shown_when: \"score > 0 and score < 0\"", "No answer was found", "more:",
    ),
    "a word that nobody can choose with its section": (
        "shown_when: \"score > 0\"", "shown_when: \"mood == 'bad'\"", "No answer was found", "more:",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ADVICE)
def test_advice_has_its_line_and_what_to_do(name: str) -> None:
    written, instead, sentence, mark = ADVICE[name]
    text = GOOD.replace(written, instead)
    assert GOOD.count(written) == 1
    told = next(each for each in advised(text, file="kettle.yaml") if sentence in each.what)
    assert told.line == next(n for n, line in enumerate(text.splitlines(), 1) if mark in line)
    assert told.remedy.endswith(".")


def test_a_faulty_tool_gets_its_faults_and_no_advice() -> None:
    with pytest.raises(FaultyDefinition, match="no field type"):
        advised(GOOD.replace("type: scale", "type: scales"), file="kettle.yaml")


def test_a_condition_on_words_of_a_text_can_hold() -> None:
    text = GOOD.replace('shown_when: "score > 0"', "shown_when: \"topic == 'tea'\"")
    assert not [each for each in advised(text, file="kettle.yaml") if "No answer was found" in each.what]


@pytest.mark.parametrize("tool", shipped(), ids=lambda tool: tool.key)
def test_the_tools_that_are_shipped_keep_to_the_advice(tool: Definition) -> None:
    assert advised(tool.source, file=tool.key) == ()


def test_what_people_read_is_what_stands_on_the_paper() -> None:
    (tool,) = (tool for tool in shipped() if tool.key == "scaling")
    read = {words for _, words in read_by_people(tool)}
    assert {"Where is it today?", "There is no right answer. The person chooses, not you."} <= read
    assert tool.purpose not in read


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("table", 2), ("baked", 1), ("wanted", 2), ("houses", 2), ("doing", 2), ("safety", 3), ("people’s", 2),
     ("independent", 4), ("families", 3), ("washes", 1), ("agreed", 2), ("rhythm", 1)],
)  # fmt: skip
def test_syllables_are_about_those_that_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


def test_plain_words_read_young_and_official_ones_do_not() -> None:
    plain = ["We listen to you. You say what you want. Nobody has to answer."]
    assert reading_age(plain) < OLDEST < 16 < reading_age([HARD])
    assert reading_age([]) == reading_age(["12", "…"]) == YOUNGEST
    assert most_words("One two. Three four five; six") == 3
