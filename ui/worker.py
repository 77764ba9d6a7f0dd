"""One thread that works off what it is given, in order, for everybody who shares it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor


class Worker(ThreadPoolExecutor):
    """`is_over` tells everybody that nothing is begun any more."""

    is_over = False
