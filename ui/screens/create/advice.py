"""What is said of a new passphrase while it is typed, and the words proposed for one."""

from __future__ import annotations

from collections.abc import Callable

from msp_desktop.passphrase import SHORTEST, Strength, proposed, strength
from msp_desktop.translation import tr
from ui.background import Background
from ui.widgets.new_passphrase import NewPassphrase

SENTENCES = {
    Strength.SHORT: tr("Too short so far. Use at least {n} characters.").format(n=SHORTEST),
    Strength.GUESSABLE: tr("Easy to guess so far. Add a word that has nothing to do with the others."),
    Strength.STRONG: tr("This is hard to guess."),
}


class PassphraseAdvice:
    """Judges in the storage thread: the word lists take a moment to load. `known` tells words about the owner."""

    def __init__(self, view: NewPassphrase, background: Background, *, known: Callable[[], str]) -> None:
        self._view, self._background, self._known, self._last = view, background, known, ""
        view.judging_requested.connect(self.judge)
        view.proposal_requested.connect(self.propose)

    def judge(self, passphrase: str) -> None:
        """Say how good a passphrase is; only the last one asked about is answered."""
        self._last, known = passphrase, self._known()

        def told(found: Strength) -> None:
            if self._last == passphrase:
                self._view.show_judged(SENTENCES[found] if passphrase else "")

        self._background.run(lambda: strength(passphrase, known=known), done=told, failed=lambda _: None)

    def propose(self) -> None:
        """Offer words drawn by chance."""
        self._last = ""
        self._background.run(proposed, done=self._view.show_proposal, failed=lambda _: None)
