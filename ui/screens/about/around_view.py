"""The card of the people around a person: the list, the form about one of them, and whom to offer. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from msp_desktop.practice.trusted_person import Offer
from msp_desktop.translation import tr
from ui.screens.about.around_words import role_of
from ui.screens.about.records_card import RecordsCard
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.fold import Fold
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.text import breakable, label, short, shortened


class AroundCard(RecordsCard):
    """`take_off_requested` tells a reason that is not empty."""

    take_off_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            self.tr("People around them"), add=self.tr("Add somebody"),
            empty=self.tr("Nobody is written down yet. Add who lives there, who helps, and who must not interpret."),
        )  # fmt: skip
        self.offers = Offers()
        self.finder = Fold(self.tr("Who could be with them?"), lambda: self.offers)
        self.read_with(self.finder)
        self.why = LineField(
            self.tr("Why are they to come off the list?"), hint=self.tr("It stays in the history, with your reason.")
        )
        self.take_off = Fold(self.tr("Take them off the list"), self._why)
        self.take_off.opener.setProperty("kind", "link")
        self.write_with(self.take_off)

    def show_name(self, name: str) -> None:
        """Say whose people they are."""
        self.heading.setText(self.tr("People around {name}").format(name=breakable(short(name))))

    def open_about(self, form: Form, name: str, *, is_new: bool, with_focus: bool) -> None:
        """The form about one of them; somebody new cannot be taken off yet."""
        self.why.load("")
        self.why.show_error("")
        self.take_off.shut()
        self.take_off.setVisible(not is_new)
        title = self.tr("Somebody new") if is_new else breakable(short(name))
        self.open_form(form, title, with_focus=with_focus)

    def show_offers(self, offers: Sequence[Offer], *, left_out: int) -> None:
        """Whom to offer."""
        self.offers.show_offers(offers, left_out=left_out)

    def _why(self) -> QWidget:
        inside = Card()
        inside.put(self.why)
        inside.put_left(button(self.tr("Take off"), press=self._take_off))
        return inside

    def _take_off(self) -> None:
        reason = self.why.value()
        self.why.show_error("" if reason else self.tr("Say why. It stays in the history."))
        if reason:
            self.take_off_requested.emit(reason)


class Offers(QWidget):
    """Everybody who may be offered, and why each is there."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[str, ...] = ()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(px(8))

    def show_offers(self, offers: Sequence[Offer], *, left_out: int) -> None:
        """These people, and how many are not among them."""
        while (item := self._stack.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        self.shown = tuple(each.connection.name for each in offers)
        hint = self.tr("Ask whom they would like with them. Each line says why somebody is there.")
        self._stack.addWidget(label(hint, "hint"))
        for each in offers:
            self._stack.addWidget(_offer(each))
        if not offers:
            nobody = self.tr("Nobody can be offered yet. An independent advocate can be asked for.")
            self._stack.addWidget(label(nobody))
        if left_out:
            told = self.tr("Not in this list: {count}. Something that is written down about them speaks against it.")
            self._stack.addWidget(label(told.format(count=left_out), "hint"))


def _offer(offer: Offer) -> QWidget:
    frame = QFrame()
    frame.setObjectName("line")
    stack = QVBoxLayout(frame)
    stack.setContentsMargins(0, 0, 0, px(8))
    stack.setSpacing(px(4))
    who = filter(None, [offer.connection.name, role_of(offer.connection)])
    stack.addWidget(label(shortened(tr(", ").join(who)), "label"))
    for reason in offer.reasons:
        stack.addWidget(label(shortened(reason)))
    return frame
