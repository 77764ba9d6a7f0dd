"""How to reach somebody without harm: what is asked, and how it is read while it is uncovered. Knows no screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from msp_desktop.practice import codes
from msp_desktop.record.safe_contact import SafeContact
from msp_desktop.translation import tr
from ui.screens.about.item import checks, choice, day, facts_of, fields_of, words
from ui.screens.about.long_form import LongForm
from ui.widgets.text import shortened

FIRST = (
    checks("methods", tr("How they can be reached"), codes.person.CONTACT_METHOD),
    checks("never", tr("Never like this"), codes.person.CONTACT_METHOD),
    words("number", tr("Number that is all right to ring")),
    words("hours", tr("At which hours")),
    words("who_may_answer", tr("Who may answer, and what to say to anybody else")),
    choice("voicemail_ok", tr("Is a voicemail all right?"), codes.visit.YES_NO),
    choice("letter_ok", tr("Is a letter all right?"), codes.visit.YES_NO),
)
REST = (
    words("email", tr("Email that nobody else reads")),
    words("cover_story", tr("What to say you are ringing about"), lines=2),
    words("code_word_ok", tr("Word that means all is well")),
    words("code_word_danger", tr("Word that means danger")),
    words("safe_place", tr("A place to go or to meet without harm"), lines=2),
    choice("social_media_tracking", tr("Does somebody follow their phone or accounts?"), codes.visit.YES_NO),
    choice("address_sensitive", tr("Must the address stay secret?"), codes.visit.YES_NO),
    words("do_not_share_with", tr("With whom this is never shared"), lines=2),
    day("set_with_person_on", tr("On which day did you agree this together?"), is_past=True),
    day("review_on", tr("When is it to be looked at again?")),
)
ITEMS = (*FIRST, *REST)
LABELS = {each.name: each.label for each in ITEMS}
LONGEST_SHOWN = 1000


def safe_form() -> LongForm:
    """The questions."""
    return LongForm(fields_of(FIRST), lambda: fields_of(REST))


def answers(body: SafeContact) -> dict[str, Any]:
    """A safe contact as the form shows it."""
    return {name: getattr(body, name) for name in LABELS}


def answered(body: SafeContact, values: dict[str, Any]) -> SafeContact:
    """The safe contact with what the form says; what tools keep there stays."""
    return replace(body, **values)


def in_words(body: SafeContact) -> str:
    """All of it, a line each."""
    lines = [_line(what, shortened(words, most=LONGEST_SHOWN)) for what, words in facts_of(ITEMS, answers(body))]
    if body.from_tools:
        kept = tr("Answers of tools that are kept here too: {count}. Open the tool to see them.")
        lines.append(kept.format(count=len(body.from_tools)))
    return "\n".join(lines) or tr("It is there, and nothing is written in it.")


def _line(what: str, words: str) -> str:
    sentence = tr("{question} {answer}") if what.endswith("?") else tr("{question}: {answer}")
    return sentence.format(question=what, answer=words)


def contradiction(values: dict[str, Any]) -> str:
    """The sentence for a way that is both all right and never."""
    both = [codes.person.CONTACT_METHOD.label(each) for each in values["methods"] if each in values["never"]]
    if not both:
        return ""
    return tr("Ticked above and here: {ways}. Never wins until one is taken out.").format(ways=", ".join(both))
