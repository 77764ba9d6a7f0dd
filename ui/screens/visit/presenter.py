"""What the Visit screen does: who is here now, which step is open, what may be seen, and the parts put together.

No widgets are made here. Each card has its own presenter beside its view.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from msp_desktop.errors import Failure
from msp_desktop.practice.said_alone import STALE_AFTER
from msp_desktop.record import company
from msp_desktop.record.planning import planned_for, planned_time
from msp_desktop.record.times import shown_day, shown_time
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits
from msp_desktop.translation import tr
from ui.screens.visit.after import After, AfterParts
from ui.screens.visit.draft import Offer
from ui.screens.visit.lines import Lines
from ui.screens.visit.opening import Opened
from ui.screens.visit.room import Room
from ui.screens.visit.rooms import presence_told
from ui.screens.visit.together import Together
from ui.screens.visit.top import AFTER, BEFORE, HERE, TOGETHER
from ui.screens.visit.who import Who
from ui.shell import Here
from ui.writing import Step, Writing, time_now

if TYPE_CHECKING:
    from ui.screens.visit.view import VisitView


PLANNED = ("type", "purpose", "where", "joint_with")
"""What is said about a visit to come, beside its day and time."""


class VisitPresenter(QObject):
    """One open visit. `tell` takes a sentence for the window, `tell_here` who is there now."""

    def __init__(
        self, view: VisitView, opened: Opened, *, writing: Writing[Visit], visits: Visits, after: AfterParts,
        together: Together, tell: Callable[[str], None], tell_here: Callable[[Here], None],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._view, self._opened, self._visits = view, opened, visits
        self._writing, self._after_parts, self._tell, self._tell_here = writing, after, tell, tell_here
        self.after: After | None = None
        self._together = together
        self._comes_in = False  # somebody came in a moment ago, which is not written down yet
        self.room = Room(lambda: visits.store.now())
        self.lines = Lines(view.here.lines, writing, room=self.room, visits=visits, failed=self.failed)
        self.who = Who(
            view.here.who, writing, visits=visits, around=opened.around,
            change=lambda step: self._change_company("", step),
        )  # fmt: skip
        self.offer = Offer(view, opened, writing=writing, forgotten=self.load)
        self._stale = QTimer(self, singleShot=True, interval=int(STALE_AFTER.total_seconds() * 1000) + 1000)
        self._stale.timeout.connect(self.show)
        self._listen()

    def begin(self) -> None:
        """Show the visit at the step where it stands."""
        view, visit = self._view, self._writing.body
        talk = self._opened.person.communication
        view.here.show_talk(
            tr("How to talk together: {how}").format(how=talk.how) if talk and talk.how else "",
            tr("Signal to stop: {signal}").format(signal=talk.stop_signal) if talk and talk.stop_signal else "",
        )
        self.load()
        view.go(BEFORE if visit.started_at is None else HERE if company.running(visit) else AFTER)

    def load(self) -> None:
        """Fill every form with what is recorded."""
        visit = self._writing.body
        plan = {name: getattr(visit, name) for name in PLANNED} | {"day": visit.day, "time": planned_time(visit)}
        self._view.before.plan.load(plan)
        if self.after is not None:
            self.after.load()
        self.show()

    def show(self) -> None:
        """Everything as it stands, and nothing that was said alone while others may see the screen."""
        visit, view = self._writing.body, self._view
        here, running = self.room.now(visit), company.running(visit)
        is_planned = visit.started_at is None and visit.not_made is None
        may_be_seen = self.room.is_private(visit)
        view.top.show_state(is_planned=is_planned, is_running=running is not None)
        view.top.show_company(here.company if here else "unknown", self._who_is_here())
        self.who.show()
        view.before.plan.ask(PLANNED if visit.started_at else (*PLANNED, "day", "time"))
        view.here.show_begun(is_begun=not is_planned, is_signed=visit.signature is not None)
        view.before.show_known(self._opened.known, may_be_seen=is_planned or may_be_seen)
        is_over = visit.ended_at is not None or visit.not_made is not None
        view.before.show_state(is_planned=is_planned, is_over=is_over)
        view.before.plan_card.setEnabled(visit.signature is None)
        view.together.show_private(may_be_seen=may_be_seen)
        self.offer.show()
        self.lines.show()
        if self.after is not None:
            self.after.show(is_private=may_be_seen)
        segment, name = running.id if running else None, self._opened.person.call_me
        self._tell_here(Here(self._writing.record.id, visit.person, name, running=segment, seen_by=here))

    def enter(self) -> None:
        """The page is shown again: a tool may have added what is wanted or agreed."""
        self._together.show()
        if self.after is not None:
            self.after.load_small()

    def leave(self) -> None:
        """Save everything that was typed."""
        self.lines.free()
        self._writing.autosave.now()  # first as a draft, which stays if the save is refused
        self._writing.save()
        if self.after is not None:
            self.after.leave()

    def came_back(self) -> None:
        """The window was hidden: nobody knows who is here any more."""
        self.room.forget()
        self.show()

    def failed(self, failure: Failure) -> None:
        """Say what went wrong, in the one place for it."""
        self._tell(str(failure))

    def start(self) -> None:
        """The visit begins now."""
        self._writing.step(self._visits.start, then=lambda _: self._view.go(HERE))

    def they_came_in(self) -> None:
        """Somebody came in, or may see the screen: what they may not see goes at once, before anything is saved."""
        self.lines.free()
        self._view.go_on_typing()
        if company.running(self._writing.body) is None:
            self._said("company")
            self.show()
            return
        self.room.forget()
        self._comes_in = True
        self.show()
        self._writing.step(lambda record: self._visits.they_came_in(record), then=lambda _: self._came_in())

    def only_us(self) -> None:
        """Only the person and the worker are here, or only the worker sees the screen."""
        running = company.running(self._writing.body)
        if running is not None and running.company == "only_us":
            self._said("only_us")
            self.show()
            self._view.go_on_typing()
            return
        self._change_company("only_us", self._visits.only_us)

    def finished(self) -> None:
        """The visit ended: what is left to say stands under After."""
        self.room.carry_over(self._writing.body)
        self.show()
        self._view.go(AFTER)
        self._view.build_after().show_end()

    def not_made(self) -> None:
        """Record why the visit was not made."""
        card = self._view.before.not_made
        reason, values = card.reason, card.form.values()
        card.form.fields["reason"].show_error("" if reason else tr("Say why the visit was not made."))
        if reason:
            self._writing.step(
                lambda record: self._visits.not_made(
                    record, reason, what_happened=values["what_happened"], who_said_so=values["who_said_so"]
                ),
                then=lambda _: self._view.go(AFTER),
            )

    def _change_company(self, said: str, step: Step[Visit]) -> None:
        # What was typed was heard by those who were here until now: it is saved with this step and leaves the screen.
        self.lines.free()
        self._said(said)
        self._view.go_on_typing()
        if company.running(self._writing.body) is None:
            self.show()
            return
        self._writing.step(step)

    def _came_in(self) -> None:
        self._said("company")
        self.show()

    def _said(self, company_now: str) -> None:
        self._comes_in = False
        self.room.said(company=company_now)
        self._stale.start()

    def _who_is_here(self) -> str:
        visit = self._writing.body
        here, running = self.room.now(visit), company.running(visit)
        if visit.started_at is None and visit.not_made is None:
            return _planned(visit)
        if self._comes_in:
            return tr("Somebody else is here.")
        if here is None or here.company == "unknown":
            return tr("Who is here now?") if running else tr("Who can see the screen now?")
        if running is None:
            return tr("Only you.") if here.company == "only_us" else tr("Somebody else can see the screen.")
        since = shown_time(running.start, visit.zone)
        if here.company == "only_us":
            return tr("Only you and {name}, since {time}.").format(name=self._opened.person.call_me, time=since)
        who = ", ".join(presence_told(each) for each in running.present)
        return tr("Here too, since {time}: {who}.").format(time=since, who=who)

    def _furnish_after(self) -> None:
        view = self._view.build_after()
        self.after = After(
            view, self._writing, self._after_parts, finished=self.finished, kept=self.kept_now, failed=self.failed
        )
        view.note_wanted.connect(lambda: self._view.go(HERE))
        self.after.load()
        self.show()

    def _plan_changed(self) -> None:
        values = self._view.before.plan.values()
        given = {name: values[name] for name in PLANNED}
        self._writing.change(
            "plan", lambda visit: planned_for(replace(visit, **given), day=values["day"], time=values["time"])
        )
        self._view.top.show_company("unknown", self._who_is_here())

    def kept_now(self) -> None:
        """Something beside the visit itself was saved."""
        self._kept(time_now())
        self._view.top.tell_saved()

    def _kept(self, at: str) -> None:
        self._view.top.saved.setText(tr("Saved on this laptop at {time}.").format(time=at))

    def _listen(self) -> None:
        view, top, writing = self._view, self._view.top, self._writing
        top.start_requested.connect(self.start)
        top.they_came_in.connect(self.they_came_in)
        top.only_us.connect(self.only_us)
        view.before.plan_changed.connect(self._plan_changed)
        view.before.not_made.recorded.connect(self.not_made)
        view.steps.currentChanged.connect(lambda step: self._together.show() if step == TOGETHER else None)
        view.after_built.connect(self._furnish_after)
        writing.saved.connect(self.show)
        writing.kept.connect(self._kept)
        writing.revised.connect(top.tell_saved)
        writing.failed.connect(self._tell)
        writing.told.connect(self._tell)


def _planned(visit: Visit) -> str:
    time = planned_time(visit)
    words = tr("Planned for {day}, {time}.") if time else tr("Planned for {day}. No time is set yet.")
    return words.format(day=shown_day(visit.day), time=time)
