"""Work off the window's thread is told of in the order in which it was begun, and never before it was begun."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.errors import BadInput
from ui.background import Background
from ui.worker import Worker


class Quick(Worker):
    """Has always done what it is given before anybody can wait for it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as it is there
        future = super().submit(fn, *args, **kwargs)
        wait([future])
        return future


@pytest.fixture
def quick() -> Iterator[Background]:
    background = Background(worker=Quick(max_workers=1))
    yield background
    background.stop()


def test_what_is_done_at_once_is_told_later_all_the_same(qtbot: QtBot, quick: Background) -> None:
    told: list[int] = []
    quick.run(lambda: 1, done=told.append, failed=lambda _: None)
    assert told == []
    qtbot.waitUntil(lambda: told == [1])


def test_no_answer_overtakes_the_failure_of_what_was_begun_before_it(qtbot: QtBot) -> None:
    slow, told, is_begun = Worker(max_workers=1), list[str](), Event()

    def refuse() -> None:
        assert is_begun.wait(5)
        raise BadInput("No.")

    first, quick = Background(worker=slow), Background(worker=Quick(max_workers=1))
    first.run(refuse, done=lambda _: None, failed=lambda failure: told.append(str(failure)))
    is_begun.set()
    slow.shutdown(wait=True)  # refused, and not told yet
    quick.run(lambda: "answered", done=told.append, failed=lambda _: None)
    qtbot.waitUntil(lambda: len(told) == 2)
    quick.stop()
    assert told == ["No.", "answered"]
