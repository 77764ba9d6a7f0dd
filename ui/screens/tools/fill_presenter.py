"""What filling in a tool does: keeps what is typed, finishes it, leaves out what was said alone. Makes no widgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from msp_desktop.errors import Failure
from msp_desktop.record.filled import Answer
from msp_desktop.record.ids import SegmentId
from msp_desktop.record.safe_contacts import SafeContacts
from msp_desktop.tools import form
from msp_desktop.tools.circles_compared import CirclesThenNow, circles_compared
from msp_desktop.tools.comparing import Compared, compared
from msp_desktop.tools.fields import Rows
from msp_desktop.tools.filling import by_field, left_out
from msp_desktop.tools.from_record import FromRecord
from msp_desktop.tools.over_time import Line, Time, over_time
from msp_desktop.tools.record_text import every_answer, record_text
from msp_desktop.tools.values import is_blank
from msp_desktop.translation import tr
from ui.autosave import Autosave
from ui.background import Background
from ui.screens.tools.fill_parts import made_words
from ui.screens.tools.fill_view import FillView
from ui.screens.tools.opened import OpenedTool
from ui.screens.tools.scene import heard_before, scene_now
from ui.screens.tools.seeing import Seeing
from ui.writing import time_now


class FillPresenter(QObject):
    """One tool on the screen; it lives as long as its view."""

    def __init__(
        self, view: FillView, opened: OpenedTool, *, background: Background, seeing: Seeing,
        safe_contacts: SafeContacts, recorded: FromRecord,
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._view, self._opened, self._filling = view, opened, opened.filling
        self._background, self._seeing, self._safe_contacts = background, seeing, safe_contacts
        self._recorded = recorded
        self._given_in = {each.field: each.segment for each in self._filling.given}
        self._typed_now: set[str] = set()
        self._heard_by = heard_before(self._filling)
        self._room = self._room_now()
        self._before = dict[str, Any]()
        self._is_unsaved, self._is_waiting = self._filling.is_recovered, False
        self.autosave = Autosave(self._keep, self)
        self._listen()

    def begin(self) -> None:
        """Show what is there."""
        filling, view = self._filling, self._view
        self._covers()
        view.form.show_scene(scene_now(self._seeing.here, filling.visit))
        view.form.load({**filling.values, **self._known()}, elsewhere=filling.kept_apart)
        self._before = dict(view.form.values)
        self.show()
        if filling.is_recovered:
            view.show_saved(tr("You had not saved this. Everything you typed is here again."))
        if filling.is_finished and not filling.is_recovered:
            self._tell_done()
        else:
            view.show_asking(is_amending=filling.is_finished)

    def show(self) -> None:
        """Leave out what was said alone while somebody else may see the screen."""
        covered = self._covers()
        self._view.form.cover(covered)
        if self._view.done.isVisible():
            self._tell_done()
        in_visit = self._seeing.is_in_visit
        self._view.show_alone(
            tr("Some answers are left out here, because somebody may see the screen who did not hear them.")
            if covered or self._left_out_before() else "",
            button_text=tr("Only us now") if in_visit else tr("Only I can see the screen"),
        )  # fmt: skip

    def save(self) -> None:
        """Make a revision of what was typed; a change to what is finished stays a draft until it has its reason."""
        if self._filling.is_finished:
            self.autosave.now()
        elif self._is_unsaved:
            self._stop_waiting()
            values, segment = self._snapshot()
            self._run(lambda: self._filling.save(values, segment=segment), lambda _: self._revision_made())

    def finish(self) -> None:
        """Finish it, or lead to what is still needed."""
        values, segment = self._snapshot()
        missing = form.missing(self._filling.definition, values)
        self._view.show_missing(missing)
        if self._filling.is_finished:
            self._amend(values, segment)
        elif missing:
            self.save()
        else:
            self._stop_waiting()
            self._run(lambda: self._filling.finish(values, segment=segment), self._finished)

    def differences(self) -> tuple[Compared, ...]:
        """Last time and now, without what is left out."""
        return compared(self._filling.definition.asked_fields, *self._both_times())

    def circles(self) -> tuple[CirclesThenNow, ...]:
        """Circles last time and now, without what is left out."""
        return circles_compared(self._filling.definition, *self._both_times())

    def over_time(self) -> tuple[Line, ...]:
        """The numbers of each scale over all fillings, without what is left out of any of them."""
        values = (*(by_field(each.values) for each in self._filling.before), self._view.form.values)
        times = [Time(day, each) for day, each in zip(self._opened.days, values, strict=True)]
        hidden = self._covers() | self._left_out_before()
        return over_time(self._filling.definition.asked_fields, [each.without(hidden) for each in times])

    def _both_times(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Of a field that is left out now or was said alone last time, neither."""
        both = self._covers() | self._left_out_of_last_time()
        then = by_field(self._filling.last_time)
        times = [
            {key: value for key, value in each.items() if key not in both} for each in (then, self._view.form.values)
        ]
        return times[0], times[1]

    @property
    def id(self) -> str:
        """The id of the answers, "" before the first is kept."""
        return self._filling.record.id if self._filling.record else ""

    @property
    def title(self) -> str:
        """What the tool is called."""
        return self._filling.definition.title

    def when_saved(self, then: Callable[[str, str], None]) -> None:
        """Tell the tool's key and the id of its answers, once everything before is saved."""
        key = self._filling.definition.key
        self._background.run(lambda: self.id, done=lambda id: then(key, id), failed=self._failed)

    def reveal(self, field: str) -> None:
        """Show one answer as long as the button is held; that somebody looked is written down."""
        self._background.run(
            lambda: self._filling.reveal(field, safe_contacts=self._safe_contacts),
            done=lambda value: self._view.form.show_revealed(field, self._view.form.values.get(field) or value),
            failed=self._failed,
        )

    def put_in_recorded(self, key: str) -> None:
        """Rows from the record, without what somebody who may see the screen did not hear."""
        field, now = self._filling.definition.field(key), self._seeing.now()
        if isinstance(field, Rows):
            self._background.run(
                lambda: self._recorded.rows(field, self._filling.person, now),
                done=lambda found: self._put_in(key, *found),
                failed=self._failed,
            )

    def _put_in(self, key: str, rows: list[dict[str, Any]], left_out: int) -> None:
        self._view.form.put_rows(key, rows)
        if left_out:
            self._view.show_problem(
                tr("Some of what is recorded is left out, because somebody may see the screen who did not hear it.")
            )
        elif not rows:
            self._view.show_problem(tr("Nothing of this is recorded yet. Nothing was changed."))

    def _amend(self, values: dict[str, Any], segment: SegmentId | None) -> None:
        reason = self._view.why.value()
        self._view.why.show_error("" if reason else tr("Say why these finished answers are changed."))
        if not reason:
            self._view.why.focus()
            return
        self._stop_waiting()
        self._run(
            lambda: self._filling.amend(values, reason=reason, segment=segment), lambda _: self._finished(Counter())
        )

    def _stop_waiting(self) -> None:
        self.autosave.stop()
        self._is_waiting = False

    def _revision_made(self) -> None:
        self._is_unsaved = self._is_waiting
        self._tell_saved()

    def _finished(self, made: Counter[str]) -> None:
        self._revision_made()
        self._view.why.load("")
        self._tell_done(made_words(made))

    def _tell_done(self, made: str = "") -> None:
        definition, values, covered = self._filling.definition, self._view.form.values, self._covers()
        told = {key: value for key, value in values.items() if key not in covered}
        self._view.show_done(made, record_text(definition, told), every_answer(definition, told))

    def _typed(self) -> None:
        values = self._view.form.values
        changed = {key for key in values if values[key] != self._before.get(key)}
        self._typed_now |= changed
        self._given_in |= dict.fromkeys(changed, self._seeing.segment(self._filling.visit))
        heard_by = scene_now(self._seeing.here, self._filling.visit).heard_by
        if heard_by and heard_by not in self._heard_by:
            self._heard_by.append(heard_by)
            self._view.form.load_known(self._known())
        self._before = dict(values)
        self._is_unsaved = self._is_waiting = True
        self._view.show_saved(tr("Saving"))
        self.autosave.touch()

    def _company_changed(self) -> None:
        room = self._room_now()
        self._view.form.show_scene(scene_now(self._seeing.here, self._filling.visit))
        if self._seeing.here is not None and self._seeing.here.running and self._seeing.here.seen_by:
            self._opened.segments[self._seeing.here.running] = self._seeing.here.seen_by
        if room == self._room:
            return
        if self._is_waiting:
            # What was typed was seen by those who were here until now, and is kept with their segment.
            self._keep_in(self._room[0])
        self._room = room
        self._typed_now.clear()
        self._view.form.load_known(self._known())
        self.show()

    def _keep(self) -> None:
        self._keep_in(self._seeing.segment(self._filling.visit))

    def _keep_in(self, segment: SegmentId | None) -> None:
        self._stop_waiting()
        values, _ = self._snapshot()
        self._background.run(
            lambda: self._filling.keep(values, segment=segment), done=lambda _: self._tell_saved(), failed=self._again
        )

    def _tell_saved(self) -> None:
        if not self._is_waiting:
            self._view.show_saved(tr("Saved on this laptop at {time}.").format(time=time_now()))

    def _again(self, failure: Failure) -> None:
        self._failed(failure)
        self.autosave.again()

    def _failed(self, failure: Failure) -> None:
        self._view.show_problem(str(failure))

    def _run(self, operation: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._background.run(operation, done=done, failed=self._failed)

    def _snapshot(self) -> tuple[dict[str, Any], SegmentId | None]:
        return dict(self._view.form.values), self._seeing.segment(self._filling.visit)

    def _room_now(self) -> tuple[SegmentId | None, str]:
        here = self._seeing.now()
        return self._seeing.segment(self._filling.visit), here.company if here else ""

    def _covers(self) -> frozenset[str]:
        values = self._view.form.values or self._filling.values
        given = (Answer(field=key, value=value, segment=self._given_in.get(key)) for key, value in values.items())
        said = (each for each in given if each.field in self._given_in and not is_blank(each.value))
        return left_out(said, segments=self._opened.segments, now=self._seeing.now()) - self._typed_now

    def _left_out_before(self) -> frozenset[str]:
        """The fields that somebody who may see the screen did not hear at one of the times before."""
        now = self._seeing.now()
        each = (left_out(time.values, segments=self._opened.segments, now=now) for time in self._filling.before)
        return frozenset[str]().union(*each)

    def _left_out_of_last_time(self) -> frozenset[str]:
        return left_out(self._filling.last_time, segments=self._opened.segments, now=self._seeing.now())

    def _open_last_time(self) -> dict[str, Any]:
        then, hidden = by_field(self._filling.last_time), self._left_out_of_last_time()
        return {key: value for key, value in then.items() if key not in hidden}

    def _known(self) -> dict[str, Any]:
        known = form.Known(earshot="; ".join(self._heard_by), last_time=self._open_last_time())
        return form.computed(self._filling.definition, known)

    def _listen(self) -> None:
        view = self._view
        view.form.changed.connect(self._typed)
        view.form.reveal_requested.connect(self.reveal)
        view.form.record_wanted.connect(self.put_in_recorded)
        view.finish_requested.connect(self.finish)
        view.change_requested.connect(lambda: view.show_asking(is_amending=True))
        view.only_us_requested.connect(self._seeing.only_us)
        self._seeing.changed.connect(self._company_changed)
