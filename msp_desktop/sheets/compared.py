"""Last time and now on paper: a table of what was said both times, and each scale as a small line. Pure.

What may stand on this paper is decided before; nothing here says what a difference means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from msp_desktop.sheets import content, drawings
from msp_desktop.sheets.answered import Setting, words_of
from msp_desktop.sheets.content import Block
from msp_desktop.tools.comparing import Compared, Difference, compared
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.drawing import Circles
from msp_desktop.tools.fields import AnyField, Rows
from msp_desktop.tools.over_time import Line, Time, over_time
from msp_desktop.tools.values import row_in_words


def can_compare(sheet: Sheet) -> bool:
    """Whether a sheet has room for a part of its own: no card, no sheet to fold, nothing that is only blank."""
    return sheet.page.startswith("a4") and not (sheet.cards or sheet.panels or sheet.tells or sheet.only_blank)


def then_and_now(
    definition: Definition, sheet: Sheet, times: Sequence[Time], *, keys: frozenset[str], setting: Setting
) -> Iterator[Block]:
    """The part that follows the answers: the latest two times side by side, then the lines over all of them.

    `keys` are the fields that may stand there.
    """
    said = _Said(setting)
    fields = [_on_sheet(field, sheet) for field in definition.asked_fields if field.key in keys]
    # Circles stand side by side already, with a list of who stood where.
    listed = [field for field in fields if not (isinstance(field, Rows) and isinstance(field.drawn, Circles))]
    rows = compared(listed, times[-2].values, times[-1].values, words=said.words)
    lines = over_time(fields, times, words=said.words)
    if rows:
        yield content.Heading(setting.words["then_and_now"])
        yield said.table(rows)
    if lines:
        yield content.Heading(setting.words["over_time"], setting.words["oldest_first"])
        yield from map(said.line, lines)


def _on_sheet(field: AnyField, sheet: Sheet) -> AnyField:
    return msgspec.structs.replace(field, columns=sheet.columns(field)) if isinstance(field, Rows) else field


class _Said:
    """Both times in the words of one sheet."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._differences = dict(zip(Difference, ("is_same", "is_new", "is_gone", "has_changed"), strict=True))

    def words(self, field: AnyField, value: object) -> str:
        """A value as this paper may tell it."""
        if isinstance(field, Rows):
            given = value if isinstance(value, (list, tuple)) else ()
            return "; ".join(row_in_words(field, row, self.words) for row in given)
        return words_of(field, value, setting=self._setting)

    def table(self, lines: Sequence[Compared]) -> content.Table:
        """What was said last time and now, and what is different."""
        head = tuple(self._setting.words[key] for key in ("question", "last_time", "now", "changed"))
        return content.Table("", head, tuple(map(self._row, lines)), widths=(4, 5, 5, 3))

    def line(self, line: Line) -> drawings.Line:
        """One scale over time."""
        return drawings.Line(
            line.title, line.first, line.last, line.runs(), line.numbers(self._setting.words["no_answer"])
        )

    def _row(self, line: Compared) -> tuple[str, ...]:
        asked = f"{line.ask}\n{line.name}" if line.name else line.ask
        # Somebody on a list can be gone; a question that was not asked this time has lost nothing.
        is_unasked = line.difference is Difference.GONE and not line.name
        key = "not_this_time" if is_unasked else self._differences[line.difference]
        return asked, line.then, line.now, self._setting.words[key]
