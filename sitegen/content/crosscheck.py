"""What must hold between content files: every reference leads somewhere, every id is given once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from sitegen.diagnostics import Diagnostic, Severity
from sitegen.model import Corpus, Place


class _Placed(Protocol):
    @property
    def place(self) -> Place: ...


def crosscheck(corpus: Corpus, unread: frozenset[str]) -> Iterator[Diagnostic]:
    """Problems between files.

    `unread` are files with problems of their own: a reference to one of them is not reported
    again, for mending the file mends the reference.
    """
    yield from _repeated("duplicate-id", "the id", ((u.id, u) for u in corpus.updates))
    yield from _repeated("duplicate-source", "the source name", ((s.slug, s) for s in corpus.sources))
    yield from _lost_timelines(corpus, unread)
    sources = {(s.timeline, s.slug) for s in corpus.sources}
    actors = {slug for a in corpus.actors for slug in (a.slug, *a.formerly)}
    for update in corpus.updates:
        path = f"content/{update.timeline}/sources/{update.source}.yaml"
        if (update.timeline, update.source) not in sources and path not in unread:
            known = sorted(slug for timeline, slug in sources if timeline == update.timeline)
            mend = _mend(update.source, known, f"correct the name, or add {path}")
            yield _missing(update.place, Severity.ERROR, "source", update.source, mend)
    named = (
        *((u.place, u.actors + u.also_actors + u.not_actors) for u in corpus.updates),
        *((a.place, a.different_from) for a in corpus.actors),
    )
    for place, slug in ((place, slug) for place, slugs in named for slug in slugs):
        if slug not in actors and f"content/actors/{slug}.md" not in unread:
            otherwise = "delete the name here if you deleted the actor, else correct it"
            yield _missing(place, Severity.WARNING, "actor", slug, _mend(slug, sorted(actors), otherwise))


def _repeated(code: str, what: str, named: Iterable[tuple[str, _Placed]]) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for name, item in sorted(named, key=lambda pair: pair[1].place.path):
        key = name.casefold()
        if key in first:
            yield Diagnostic(
                code=code,
                path=item.place.path,
                what=f"{what} '{name}' is given twice, first in {first[key]}",
                mend="give one of the two another name",
            )
        first.setdefault(key, item.place.path)


def _lost_timelines(corpus: Corpus, unread: frozenset[str]) -> Iterator[Diagnostic]:
    timelines = {t.slug for t in corpus.timelines}
    told = {s.timeline for s in corpus.sources} | {u.timeline for u in corpus.updates}
    for slug in sorted(told - timelines):
        path = f"content/{slug}/timeline.yaml"
        if path not in unread:
            yield Diagnostic(
                code="no-timeline",
                path=path,
                what=f"the folder content/{slug}/ has no timeline.yaml",
                mend="add one with a title and a timezone",
            )


def _missing(place: Place, severity: Severity, kind: str, slug: str, mend: str) -> Diagnostic:
    return Diagnostic(
        code=f"unknown-{kind}",
        severity=severity,
        path=place.path,
        what=f"there is no {kind} '{slug}'",
        mend=mend,
    )


def _mend(name: str, known: Sequence[str], otherwise: str) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"did you mean '{close[0]}'?" if close else otherwise
