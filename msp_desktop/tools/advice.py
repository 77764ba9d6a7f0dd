"""What could be better in a definition that works: words that are hard to read, missing help, much at once. No faults.

`loading` tells what cannot be used at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from msp_desktop.tools import form
from msp_desktop.tools.browsing import HAPPENING
from msp_desktop.tools.definition import Definition, Section
from msp_desktop.tools.faults import Found
from msp_desktop.tools.fields import AnyField, Column, Computed, Multi, Pick, Rows, Scale
from msp_desktop.tools.reaching import unreachable
from msp_desktop.tools.reading_age import most_words, reading_age
from msp_desktop.translation import tr

OLDEST, MOST_WORDS = 10, 20
"""The reading age of what a person reads in a tool, and the words of one sentence; the formula is a rough one."""

MOST_OPEN, MANY = 5, 3
"""Questions of a section that are open at first, and from how many on it needs a word of help."""


def advice(definition: Definition) -> tuple[Found, ...]:
    """What could be better, in the order of the definition as far as there is one."""
    return (
        *_reading(definition), *_long_sentences(definition), *_codes(definition), *_help(definition),
        *_open_at_first(definition), *_reached(definition),
    )  # fmt: skip


def read_by_people(definition: Definition) -> Iterator[tuple[str, str]]:
    """Every text that stands on the paper, with its path. What options say of themselves (`help`) does not."""
    for at, section in enumerate(definition.sections):
        yield from ((f"$.sections[{at}].{name}", getattr(section, name)) for name in ("title", "help"))
    for path, field in _all_asked(definition):
        yield from _read_of(path, field)
    for at, sheet in enumerate(definition.sheets):
        path = f"$.sheets[{at}]"
        yield path, sheet.title
        for row in sheet.cards:
            yield from ((path, words) for words in (row.ask, *(box.words for box in row.boxes)))
        for place, panel in enumerate(sheet.panels):
            yield from ((f"{path}.panels[{place}]", words) for words in (panel.title, *panel.says))


def _read_of(path: str, field: AnyField | Column) -> Iterator[tuple[str, str]]:
    yield from ((f"{path}.{name}", getattr(field, name)) for name in ("ask", "help"))
    for at, option in enumerate(field.options if isinstance(field, (Pick, Multi)) else ()):
        yield from ((f"{path}.options[{at}]", words) for words in (option.label, option.says))


def _reading(definition: Definition) -> Iterator[Found]:
    texts = list(read_by_people(definition))
    age = reading_age(words for _, words in texts)
    if age > OLDEST:
        path, _ = max(texts, key=lambda each: reading_age([each[1]]))
        what = tr("What people read in this tool is easy from the age of about {age}. The hardest is here.")
        yield Found(path, what.format(age=round(age)), tr("Use shorter sentences and everyday words, for age ten."))


def _long_sentences(definition: Definition) -> Iterator[Found]:
    for path, text in read_by_people(definition):
        count = most_words(text)
        if count > MOST_WORDS:
            what = tr("A sentence here has {count} words.").format(count=count)
            yield Found(path, what, tr("Make two of it."))


def _codes(definition: Definition) -> Iterator[Found]:
    for at, code in enumerate(definition.happening):
        if code not in HAPPENING:
            what = tr("“{code}” is nothing that tools are found by.").format(code=code)
            yield Found(f"$.happening[{at}]", what, tr("Use: {codes}.").format(codes=tr(", ").join(HAPPENING)))
    known = {field.key for field in definition.asked_fields}
    for path, field in _all_asked(definition):
        for end in (field.low, field.high) if isinstance(field, Scale) else ():
            if "_" in end and " " not in end and end not in known:
                what = tr("“{key}” looks like the key of a field, and there is none.").format(key=end)
                yield Found(path, what, tr("Check its spelling, or write the end as a sentence."))


def _all_asked(definition: Definition) -> Iterator[tuple[str, AnyField]]:
    for at, section in enumerate(definition.sections):
        for number, field in enumerate(section.fields):
            yield f"$.sections[{at}].fields[{number}]", field
            for place, column in enumerate(field.columns if isinstance(field, Rows) else ()):
                yield f"$.sections[{at}].fields[{number}].columns[{place}]", column


def _help(definition: Definition) -> Iterator[Found]:
    for at, section in enumerate(definition.sections):
        asked = _asked(section)
        if len(asked) >= MANY and not section.help and not any(field.help for field in asked):
            what = tr("Nothing helps the worker with the questions under “{title}”.").format(title=section.title)
            yield Found(f"$.sections[{at}]", what, tr("Give the section or its questions a help."))


def _open_at_first(definition: Definition) -> Iterator[Found]:
    shown = form.visible(definition, {})
    for at, section in enumerate(definition.sections):
        count = sum(field.key in shown and not field.more for field in _asked(section))
        if count > MOST_OPEN:
            what = tr("“{title}” opens with {count} questions.").format(title=section.title, count=count)
            remedy = tr("Open with five at most: let answers show the others, or give them more: true.")
            yield Found(f"$.sections[{at}]", what, remedy)


def _asked(section: Section) -> list[AnyField]:
    return [field for field in section.fields if not isinstance(field, Computed)]


def _reached(definition: Definition) -> Iterator[Found]:
    for path in unreachable(definition):
        remedy = tr("Compare its condition with that of its section.")
        yield Found(path, tr("No answer was found that shows this question."), remedy)
