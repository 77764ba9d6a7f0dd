"""The rows of an XLSForm as questions in their groups and repeats, and a list of what was not understood. Pure.

Conditions and limits stand here as the form has them; `converting` puts them into the words of a tool.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from msp_desktop.tools.xlsform.workbook import Row, Sheets
from msp_desktop.translation import tr

ASKED = ("text", "integer", "range", "date", "select_one", "select_multiple")
_KNOWN = {
    "survey": {"type", "name", "label", "hint", "required", "relevant", "constraint", "parameters", "appearance"},
    "choices": {"list_name", "name", "label"},
    "settings": {"form_title", "form_id", "version", "default_language"},
}
_SAME = {"relevance": "relevant", "list": "list_name", "value": "name", "id_string": "form_id", "title": "form_title"}
_TAKEN = frozenset({"row", "id", "items", "any"})
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Something of a form that the tool has not: the sheet, its rows, and why."""

    sheet: str
    rows: tuple[int, ...]
    why: str

    def __str__(self) -> str:
        numbers = tr(", ").join(map(str, self.rows))
        where = tr("row {rows}") if len(self.rows) == 1 else tr("rows {rows}")
        return tr("{sheet}, {where}: {why}").format(sheet=self.sheet, where=where.format(rows=numbers), why=self.why)


@dataclass(slots=True)
class Notes:
    """What was not understood, the same thing in several rows told once."""

    _found: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def add(self, sheet: str, row: int, why: str) -> None:
        """One thing in one row."""
        rows = self._found.setdefault((sheet, why), [])
        if row not in rows[-1:]:
            rows.append(row)

    def all(self) -> tuple[NotUnderstood, ...]:
        """Everything, by sheet and row."""
        told = [NotUnderstood(sheet, tuple(rows), why) for (sheet, why), rows in self._found.items()]
        return tuple(sorted(told, key=lambda note: (note.sheet != "survey", note.sheet, note.rows)))


@dataclass(slots=True)
class Group:
    """A group of questions; the outermost one is the form itself. `relevant` are its own and those around it."""

    title: str
    row: int = 1
    relevant: tuple[str, ...] = ()


@dataclass(slots=True)
class Question:
    """One row that asks something. `inside` are the questions of a repeat."""

    row: int
    kind: str
    key: str
    name: str
    cells: Mapping[str, str]
    group: Group
    relevant: tuple[str, ...]
    list_name: str = ""
    inside: list[Question] | None = None


class Keys:
    """Gives every name a key that a tool can have, each once."""

    def __init__(self, first: str) -> None:
        self._first, self._used = first, set[str]()

    def of(self, name: str) -> str:
        """A new key: small letters, digits and underscores, no word of the conditions."""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        key = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:34].strip("_")
        key = key if key[:1].isalpha() else f"{self._first}_{key}".strip("_")
        wanted, number = key, 1
        while key in self._used or keyword.iskeyword(key) or key in _TAKEN:
            number += 1
            key = f"{wanted}_{number}"
        self._used.add(key)
        return key


class Survey:
    """Reads a form once: `questions` in their order, `choices` by their list, `settings`."""

    def __init__(self, sheets: Sheets, notes: Notes) -> None:
        self._notes, self._keys = notes, Keys("q")
        self._language = _language(sheets)
        self.settings = self._row_of_settings(sheets.get("settings", ()))
        self.title = self.settings.get("form_title", "") or self.settings.get("form_id", "") or tr("A form of our team")
        self.choices = self._choices(sheets.get("choices", ()))
        self.questions: list[Question] = []
        self._whole = Group(self.title)
        self._open: list[Group | Question] = []
        self._skipped: list[str] = []
        for row in sheets.get("survey", ()):
            self._read(row)
        for left in self._open:
            notes.add("survey", left.row, tr("its end is missing, so it ends with the form."))

    def _read(self, row: Row) -> None:
        words = re.sub(r"^(select|begin|end)\s+", r"\1_", row.cells.get("type", ""), flags=re.IGNORECASE).split()
        kind, rest = (words[0].lower(), words[1:]) if words else ("", [])
        if self._skipped or row.cells.get("disabled", "").lower() in ("yes", "true", "1"):
            self._skip(row, kind)
        elif kind in ("begin_group", "begin_repeat"):
            self._begin(kind, row)
        elif kind in ("end_group", "end_repeat"):
            self._end(row)
        elif kind in ASKED:
            self._ask(kind, row, rest)
        else:
            why = tr("a tool has no question of the type “{type}”, so it was left out.")
            self._notes.add("survey", row.number, why.format(type=row.cells.get("type", "")[:40]))

    def _skip(self, row: Row, kind: str) -> None:
        if kind.startswith("begin_"):
            self._skipped.append(kind)
        elif kind.startswith("end_") and self._skipped:
            self._skipped.pop()
            return
        why = tr("it is switched off, or stands in rows inside other rows, so it was left out.")
        self._notes.add("survey", row.number, why)

    def _begin(self, kind: str, row: Row) -> None:
        repeat = self._repeat
        if kind == "begin_repeat" and repeat is not None:
            self._skip(row, kind)
            return
        cells = self._cells("survey", row)
        own = (cells["relevant"],) if "relevant" in cells else ()
        if kind == "begin_group":
            self._open.append(Group(cells.get("label", "") or self.title, row.number, (*self._around, *own)))
            return
        asked = self._question("repeat", row, cells, own)
        asked.inside = []
        self.questions.append(asked)
        self._open.append(asked)

    def _end(self, row: Row) -> None:
        if self._open:
            self._open.pop()
        else:
            self._notes.add("survey", row.number, tr("nothing was begun that ends here."))

    def _ask(self, kind: str, row: Row, rest: list[str]) -> None:
        cells, repeat = self._cells("survey", row), self._repeat
        own = (cells["relevant"],) if "relevant" in cells else ()
        # A column has no section of its own, so that groups inside a repeat stand with each of its questions.
        asked = self._question(kind, row, cells, (*self._around, *own) if repeat is not None else own)
        asked.list_name = rest[0] if rest else ""
        if rest[1:]:
            self._notes.add("survey", row.number, tr("“{words}” was left out.").format(words=" ".join(rest[1:])[:40]))
        into = self.questions if repeat is None or repeat.inside is None else repeat.inside
        into.append(asked)

    def _question(self, kind: str, row: Row, cells: dict[str, str], relevant: tuple[str, ...]) -> Question:
        name = row.cells.get("name", "")
        if not cells.get("label"):
            self._notes.add("survey", row.number, tr("it has no words to ask it with, so its name stands there."))
        return Question(row.number, kind, self._keys.of(name), name, cells, self._group, relevant)

    @property
    def _repeat(self) -> Question | None:
        return next((each for each in self._open if isinstance(each, Question)), None)

    @property
    def _group(self) -> Group:
        """The innermost group outside any repeat: the section that a question stands in."""
        found = self._whole
        for each in self._open:
            if isinstance(each, Question):
                return each.group
            found = each
        return found

    @property
    def _around(self) -> tuple[str, ...]:
        """The conditions of the groups around, as far in as the repeat where there is one."""
        found: tuple[str, ...] = ()
        for each in self._open:
            found = () if isinstance(each, Question) else each.relevant
        return found

    def _choices(self, rows: tuple[Row, ...]) -> dict[str, dict[str, tuple[str, str]]]:
        """Of each list, the code and label of each choice by its name."""
        found: dict[str, dict[str, tuple[str, str]]] = {}
        keys: dict[str, Keys] = {}
        for row in rows:
            cells = self._cells("choices", row)
            listed, name = cells.get("list_name", ""), cells.get("name", "")
            if name in found.setdefault(listed, {}):
                self._notes.add("choices", row.number, tr("this choice stands twice in its list, and counts once."))
                continue
            code = keys.setdefault(listed, Keys("c")).of(name)
            found[listed][name] = (code, cells.get("label", "") or name or code)
        return found

    def _row_of_settings(self, rows: tuple[Row, ...]) -> dict[str, str]:
        for row in rows[1:]:
            self._notes.add("settings", row.number, tr("only the first row of settings counts."))
        return self._cells("settings", rows[0]) if rows else {}

    def _cells(self, sheet: str, row: Row) -> dict[str, str]:
        """The cells that are understood, in the one language; the others are noted."""
        found: dict[str, str] = {}
        for heading, text in row.cells.items():
            name, _, language = heading.partition("::")
            name = _SAME.get(name, name)
            if name not in _KNOWN[sheet]:
                self._notes.add(
                    sheet, row.number, tr("what stands under “{heading}” is not used.").format(heading=heading[:40])
                )
            elif language and language != self._language:
                why = tr("a tool has one language, so “{language}” was left out.").format(language=language[:40])
                self._notes.add(sheet, row.number, why)
            elif language or name not in found:
                found[name] = self._short(sheet, row, text) if name == "label" else text
        return found

    def _short(self, sheet: str, row: Row, text: str) -> str:
        if "${" in text:
            self._notes.add(sheet, row.number, tr("its words show another answer, which a tool does not do."))
        if len(text) > _LONGEST:
            self._notes.add(sheet, row.number, tr("its words are longer than 600 letters and were cut."))
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _language(sheets: Sheets) -> str:
    """The one language of the tool: English, or that of the form, or the first that has words."""
    headings = [each for name in ("survey", "choices") for row in sheets.get(name, ()) for each in row.cells]
    found = list(dict.fromkeys(each.partition("::")[2] for each in headings if each.startswith("label::")))
    settings = sheets.get("settings", ())
    wanted = settings[0].cells.get("default_language", "").lower() if settings else ""
    english = [each for each in found if each.startswith("english") or each in ("en", "en-gb")]
    return next(iter([*english, *(each for each in found if each == wanted), *found]), "")
