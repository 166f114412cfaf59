"""Spreading pure functions over processes.

Where processes fork, a worker inherits the function (with all that it carries) and the items, and
only results travel; elsewhere both travel once for each worker.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextvars import ContextVar
from typing import Any

WORTH_IT = {"fork": 300, "spawn": 5000}
"""Items below which starting processes costs more than it saves: a fork is quick, a new Python is not."""

_CHUNKS = 8
"""Pieces of work for each process: few enough to cost nothing, many enough to end together."""

_work: ContextVar[tuple[Callable[[Any], Any], Sequence[Any]]] = ContextVar("work")
"""In a worker process: what it was started for. Set once, when the process starts."""


def spread(
    function: Callable[[Any], Any],
    items: Sequence[Any],
    processes: int,
    done: Callable[[int], None] = lambda _: None,
) -> Iterator[Any]:
    """`map(function, items)` with many processes; results in the order of the items.

    `done` is called with the number of results so far.
    """
    method = _start_method()
    if processes < 2 or len(items) < WORTH_IT[method]:
        for count, item in enumerate(items, 1):
            yield function(item)
            if not count % 20 or count == len(items):
                done(count)
        return
    size = -(-len(items) // (processes * _CHUNKS))
    ranges = [(start, min(start + size, len(items))) for start in range(0, len(items), size)]
    with ProcessPoolExecutor(
        processes,
        multiprocessing.get_context(method),
        initializer=_adopt,
        initargs=(function, items),
    ) as pool:
        count = 0
        for results in pool.map(_run, ranges):
            yield from results
            count += len(results)
            done(count)


def _start_method() -> str:
    """Forking copies locks that other threads hold, so it is for a process with one thread."""
    alone = threading.active_count() == 1
    return "fork" if alone and "fork" in multiprocessing.get_all_start_methods() else "spawn"


def _adopt(function: Callable[[Any], Any], items: Sequence[Any]) -> None:
    _work.set((function, items))


def _run(span: tuple[int, int]) -> list[Any]:
    function, items = _work.get()
    return [function(item) for item in items[slice(*span)]]
