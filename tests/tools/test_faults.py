"""What is wrong with a definition is told with its line and what to do, whatever the fault."""

from __future__ import annotations

import pytest

from msp_desktop.tools.loading import LARGEST, FaultyDefinition, loaded

GOOD = """\
key: kettle
version: 1
number: L01
title: The kettle
group: safety
part: rights
purpose: Try every fault.
when: [a test runs]
happening: [closing]
sections:
  - key: first
    title: First
    fields:
      topic: {type: text, ask: What is it?, finish: needed}
      secret: {type: text, ask: The word, hidden: true}
      mood: {type: pick, ask: How is it?, options: {good: Good, bad: Bad}}
      score: {type: scale, ask: Where is it?}
      last: {type: computed, ask: Last time, source: last_time, of: score}
      around:
        type: rows
        ask: Who is there?
        columns:
          name: {type: person, ask: Name}
          ring: {type: pick, ask: How close?, options: {near: Near, far: Far}}
          side: {type: pick, ask: Which side?, options: {left: Left, right: Right}}
        drawn: {kind: circles, name: name, rings: ring, quarters: side, centre: Me}
  - key: second
    title: Second
    shown_when: "mood == 'good'"
    fields:
      more: {type: long, ask: Tell me more, shown_when: "score > 0"}
sheets:
  - {name: sheet, leave: {blank: A, filled: B}, leaves_out: [secret]}
record:
  - "{topic}: {score}"
  - {each: around, where: "ring == 'near'", item: "{name}", line: "Near: {items}."}
"""

# What is written, what stands there instead, and the sentence; the fault is on the line that says HERE.
FAULTS = {
    "not YAML": ("title: The kettle", "title: The: kettle: # HERE", "cannot be read as YAML"),
    "a word twice": ("version: 1", "version: 1\nversion: 1 # HERE", "stands here twice"),
    "an anchor": ("title: The kettle", "title: &kettle The kettle # HERE", "Anchors, aliases, tags"),
    "a tag": ("title: The kettle", "title: !!python/name:os The kettle # HERE", "Anchors, aliases, tags"),
    "an unknown word": ("group: safety", "group: safety\ncolour: red # HERE", "“colour” is not known"),
    "an unknown word of a field": ("type: text, ask: What is it?", "typo: x, type: text, ask: What is it?", "“typo”"),
    "a missing word": ("purpose: Try every fault.\n", "", "“purpose” is missing", "$"),
    "an unknown type": ("topic: {type: text", "topic: {type: txt", "no field type “txt”"),
    "an unknown group": ("group: safety", "group: safty # HERE", "“safty” is not one of the words"),
    "a number for a text": ("title: The kettle", "title: 12 # HERE", "A text is wanted"),
    "a key with capitals": ("key: kettle", "key: Kettle # HERE", "form that cannot be used"),
    "an empty text": ("title: The kettle", 'title: "" # HERE', "Nothing stands here"),
    "a text too long": ("title: The kettle", f"title: {'k' * 601} # HERE", "longer than 600 characters"),
    "a list for a text": ("title: The kettle", "title: [a] # HERE", "does not have the form"),
    "one key for two fields": (
        "more: {type: long",
        "topic: {type: long",
        "“topic” stands here more than once",
        "sections",
    ),
    "one key for two sections": ("- key: second", "- key: first", "“first” stands here more than once", "sections"),
    "a column that may not be": (
        "name: {type: person, ask: Name}",
        "row: {type: text, ask: x}\n          name: {type: person, ask: Name}",
        "No column may be called “row”",
        "row:",
    ),
    "a condition with a call": (
        'shown_when: "score > 0"',
        "shown_when: \"open('x')\"",
        "condition cannot be used",
        "more:",
    ),
    "a condition on no field": (
        'shown_when: "score > 0"',
        'shown_when: "scores > 0"',
        "“scores”, which is no field",
        "more:",
    ),
    "a condition that never comes": (
        "mood == 'good'",
        "mood == 'fine'",
        "waits for “fine”, which “mood” never is",
        'shown_when: "mood',
    ),
    "a column's condition that never comes": (
        "ask: Which side?,",
        "ask: Which side?, shown_when: \"ring == 'x'\",",
        "waits for “x”",
        "side:",
    ),
    "a question shown by itself": (
        "ask: What is it?, finish: needed}",
        "ask: What is it?, finish: needed, shown_when: topic}",
        "“topic” is shown only by its own answer",
        "topic:",
    ),
    "a section shown by what is in it": ("mood == 'good'", "more", "“more” is shown only by its own", 'when: "more'),
    "questions in a circle": (
        "ask: The word, hidden: true}\n      mood: {type: pick, ask: How is it?,",
        "ask: The word, hidden: true, shown_when: mood}\n"
        '      mood: {type: pick, ask: How is it?, shown_when: "not secret",',
        "“secret”, “mood” wait for each other",
        "secret:",
    ),
    "a column shown by itself": ("ask: Which side?,", "ask: Which side?, shown_when: side,", "“around.side”", "side:"),
    "a choice of one": (
        "options: {good: Good, bad: Bad}",
        "options: {good: Good}",
        "nothing to choose between",
        "mood:",
    ),
    "a code that the record does not know": (
        "ask: Who is there?\n        columns:\n",
        "ask: Who is there?\n        makes: connection\n        columns:\n"
        "          role: {type: pick, ask: x, options: {son: Son, pal: Pal}}\n",
        "does not know: pal",
        "role:",
    ),
    "a last time of nothing": ("of: score", "of: skore", "“skore” is no field that could be looked up", "last:"),
    "a drawing without its column": ("rings: ring", "rings: rang", "needs the column “rang”", "around:"),
    "a drawing over words": ("rings: ring", "rings: name", "“name” is of a type that cannot be drawn", "around:"),
    "no sheet": (
        "sheets:\n  - {name: sheet, leave: {blank: A, filled: B}, leaves_out: [secret]}",
        "sheets: [] # HERE",
        "has no sheet",
    ),
    "a sheet with no such field": (
        "leaves_out: [secret]",
        "leaves_out: [secret, nothing]",
        "names “nothing”",
        "- {name",
    ),
    "a sheet with no such column": (
        "leaves_out: [secret]",
        "leaves_out: [secret, around.nothing]",
        "“around.nothing”",
        "- {name",
    ),
    "a hidden field on a sheet": (", leaves_out: [secret]", "", "hidden field would stand on a sheet", "- {name"),
    "a hidden field that a sheet names": (
        "leaves_out: [secret]",
        "shows: [secret]",
        "hidden field would stand",
        "- {name",
    ),
    "a hidden field on a panel": (
        "leaves_out: [secret]",
        "panels: [{title: x, fields: [secret]}]",
        "hidden field would",
        "- {name",
    ),
    "a filled sheet that is freer": (
        "{blank: A, filled: B}",
        "{blank: C, filled: B}",
        "cannot be freer than the blank",
        "- {name",
    ),
    "an unknown class": ("{blank: A, filled: B}", "{blank: A, filled: D}", "“D” is not one of the words", "- {name"),
    "a line about no field": ('"{topic}: {score}"', '"{topik}" # HERE', "speaks of “topik”"),
    "a line that tells a hidden word": ('"{topic}: {score}"', '"{secret}" # HERE', "“secret” is hidden"),
    "rows that are none": ("each: around", "each: topic", "“topic” has no rows", "- {each"),
    "an unknown picture": ("{good: Good,", "{good: {label: Good, picture: kettle},", "no picture “kettle”", "mood:"),
    "an unknown picture of a column": (
        "type: person, ask: Name",
        "type: person, ask: Name, picture: pot",
        "“pot”",
        "name:",
    ),
}


def test_the_definition_is_good_before_it_is_spoilt() -> None:
    assert loaded(GOOD, file="kettle.yaml").key == "kettle"


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_line_and_what_to_do(name: str) -> None:
    written, instead, sentence, *where = FAULTS[name]
    assert GOOD.count(written) == 1
    text = GOOD.replace(written, instead)
    with pytest.raises(FaultyDefinition) as refused:
        loaded(text, file="kettle.yaml")
    fault = next(each for each in refused.value.faults if sentence in each.what)
    assert (fault.file, fault.line) == ("kettle.yaml", line_of(text, where[0] if where else "", instead))
    assert fault.remedy.endswith(".")
    assert str(fault).startswith(f"kettle.yaml, line {fault.line}: ")


def line_of(text: str, mark: str, instead: str) -> int:
    """The first line that holds the mark; the whole file is its first line."""
    mark = mark or ("HERE" if "HERE" in instead else instead)
    return 1 if mark == "$" else next(n for n, line in enumerate(text.splitlines(), 1) if mark in line)


def test_every_fault_is_told_at_once() -> None:
    text = GOOD.replace("score > 0", "scores > 0").replace("of: score", "of: skore")
    with pytest.raises(FaultyDefinition) as refused:
        loaded(text, file="kettle.yaml")
    assert len(refused.value.faults) == len(str(refused.value).splitlines()) == 2


def test_every_fault_of_shape_is_told_at_once_too() -> None:
    text = GOOD.replace("type: long", "type: lng").replace("type: text, ask: The", "type: txt, ask: The")
    text = text.replace("group: safety", "group: safty").replace("blank: A", "blank: Q").replace("of: score", "off: x")
    with pytest.raises(FaultyDefinition) as refused:
        loaded(text, file="kettle.yaml")
    told = [(fault.line, fault.what) for fault in refused.value.faults]
    assert told == sorted(told) and len(told) == 5
    for word in ("safty", "txt", "off", "lng", "Q"):
        assert [what for _, what in told if f"“{word}”" in what], word


@pytest.mark.parametrize("text", ["", "- a list", "just words", "12"])
def test_a_file_that_holds_no_tool_is_told_how_to_begin(text: str) -> None:
    with pytest.raises(FaultyDefinition, match="does not hold a tool"):
        loaded(text, file="kettle.yaml")


def test_a_file_that_is_too_large_is_not_even_read() -> None:
    with pytest.raises(FaultyDefinition, match="larger than 256 KB"):
        loaded(GOOD + "#" * LARGEST, file="kettle.yaml")


def test_very_deep_nesting_is_refused() -> None:
    with pytest.raises(FaultyDefinition, match="very deep nesting"):
        loaded(f"key: {'[' * 200}{']' * 200}", file="kettle.yaml")
