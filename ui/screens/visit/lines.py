"""What the place to type does: a line is a draft from its first letter, and the list leaves out what was said alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from msp_desktop.errors import Failure
from msp_desktop.practice import codes, said_alone
from msp_desktop.record.statement import Statement
from msp_desktop.record.times import shown_time
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from ui.screens.visit.lines_view import LinesView, ShownLine
from ui.screens.visit.room import Room
from ui.writing import Writing


class Lines:
    """The lines of one open visit."""

    def __init__(
        self, view: LinesView, writing: Writing[Visit], *, room: Room, visits: Visits,
        failed: Callable[[Failure], None],
    ) -> None:  # fmt: skip
        self._view, self._writing, self._room = view, writing, room
        self._visits, self._failed = visits, failed
        self._typed: Statement | None = None
        self._edited: Statement | None = None
        self._is_held = False
        view.typed.connect(self.typed)
        view.entered.connect(self.entered)
        view.edit_requested.connect(self.edit)
        view.edited.connect(self.edited)
        view.edit_done.connect(self.edit_done)
        view.edit_left.connect(self.edit_left)
        view.held.connect(self.hold)
        view.let_go.connect(self.let_go)

    def show(self) -> None:
        """The lines that may be seen by everybody who is here now."""
        visit = self._writing.body
        lines = [each for each in visit.statements if self._typed is None or each.id != self._typed.id]
        seen = list(lines) if self._is_held else list(self._may_be_seen(lines))
        if self._edited is not None and self._edited.id not in {each.id for each in seen}:
            self._edited = None
            self._view.show_editing(is_open=False)
        shown = [_shown(each, visit.zone) for each in seen]
        self._view.show_lines(shown, left_out=len(lines) - len(seen), may_change=visit.signature is None)

    def typed(self) -> None:
        """A letter more or less: the line is kept as a draft, heard by those in the room at its first letter."""
        words = self._view.words.toPlainText()
        if not words.strip():
            if self._typed is not None:
                self._writing.take_back(_name(self._typed))
            self._typed = None
            return
        kind, speaker, asked = self._view.kind, self._view.speaker.value(), self._view.asked.value()
        if self._typed is None:
            self._typed = self._visits.new_statement(self._writing.body, kind, words)
        speaker = speaker if kind == "told" else ""
        line = self._typed = replace(self._typed, kind=kind, words=words, speaker=speaker, question=asked)
        self._writing.change(_name(line), lambda visit: _with_line(visit, line))

    def entered(self) -> None:
        """The line is done: it is saved, and the place to type is free again."""
        if self._typed is None:
            return
        self._writing.save()
        self.free()
        self.show()

    def free(self) -> None:
        """The line was saved with a larger step."""
        self._typed = None
        self._view.clear()

    def edit(self, id: str) -> None:
        """Open a line to change it."""
        line = next((each for each in self._writing.body.statements if each.id == id), None)
        if line is None:
            return
        self._edited = line
        values = {"words": line.words, "kind": line.kind, "speaker": line.speaker, "question": line.question}
        self._view.edit.load(values)
        self._view.show_editing(is_open=True)

    def edited(self) -> None:
        """The change is kept as a draft while it is typed."""
        before, values = self._edited, self._view.edit.values()
        if before is None or not values["kind"] or not values["words"].strip():
            return
        changed = replace(before, **values)
        self._writing.change(_name(changed), lambda visit: _with_line(visit, changed))

    def edit_done(self) -> None:
        """Save the change."""
        self._edited = None
        self._view.show_editing(is_open=False)
        self._writing.save()
        self.show()

    def edit_left(self) -> None:
        """Forget the change."""
        if self._edited is not None:
            self._writing.take_back(_name(self._edited))
        self._edited = None
        self._view.show_editing(is_open=False)
        self.show()

    def hold(self) -> None:
        """Show everything while the button is held, once it stands in the record that this was done."""

        def shown(_: None) -> None:
            self._is_held, before = self._view.hold.isDown(), set(self._view.shown)
            self.show()
            self._view.tell("\n".join(words for id, words in self._view.shown if (id, words) not in before))

        record = self._writing.record
        self._writing.background.run(lambda: self._visits.note_shown(record), done=shown, failed=self._failed)

    def let_go(self) -> None:
        """Leave out again what was said alone."""
        if self._is_held:
            self._is_held = False
            self.show()

    def _may_be_seen(self, lines: list[Statement]) -> tuple[Statement, ...]:
        visit = self._writing.body
        segments = {each.id: each for each in visit.segments}
        return said_alone.shown(lines, segments=segments, now=self._room.now(visit))


def _name(line: Statement) -> str:
    # One for each line: a line whose save was refused stays beside the next one that is typed.
    return f"line {line.id}"


def _with_line(visit: Visit, line: Statement) -> Visit:
    # A step may have saved the line while it was still being typed; then it is there already.
    lines = visit.statements if any(each.id == line.id for each in visit.statements) else (*visit.statements, line)
    return replace(visit, statements=tuple(line if each.id == line.id else each for each in lines))


def _shown(line: Statement, zone: str) -> ShownLine:
    kind = codes.visit.STATEMENT_KIND.label(line.kind)
    head = "  ".join(filter(None, [shown_time(line.written_at, zone), kind, line.speaker]))
    asked = [line.question] if line.question else []
    return ShownLine(line.id, head, "\n".join([*asked, line.words]))
