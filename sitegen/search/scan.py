"""What a query means: look at every update, without an index. The client must find exactly the same."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.search.documents import SearchDoc
from sitegen.search.query import Filter, Phrase, author_key, parse
from sitegen.search.tokens import tokens


def linear_scan(docs: Sequence[SearchDoc], query: str) -> tuple[int, ...]:
    """Positions in `docs` of all updates that pass the query, ascending; nothing for an empty query."""
    conditions = parse(query)
    if not conditions:
        return ()
    return tuple(number for number, doc in enumerate(docs) if all(_passes(doc, each) for each in conditions))


def _passes(doc: SearchDoc, condition: Phrase | Filter) -> bool:
    if isinstance(condition, Phrase):
        found = any(_holds(tokens(field), condition) for field in (doc.title, doc.text))
    else:
        found = _fits(doc, condition)
    return found != condition.negated


def _holds(field: Sequence[str], phrase: Phrase) -> bool:
    """Whether the phrase stands anywhere in the tokens of one field."""
    size = len(phrase.tokens)
    return any(
        tuple(field[start : start + size]) == phrase.tokens
        or (
            phrase.prefix
            and tuple(field[start : start + size - 1]) == phrase.tokens[:-1]
            and field[start + size - 1].startswith(phrase.tokens[-1])
        )
        for start in range(len(field) - size + 1)
    )


def _fits(doc: SearchDoc, wanted: Filter) -> bool:
    """Whether the update passes the filter. A month or year covers all its days."""
    day = doc.day[: len(wanted.value)]
    fits = {
        "actor": wanted.value in doc.actors,
        "author": wanted.value in map(author_key, doc.authors),
        "source": wanted.value == doc.source,
        "timeline": wanted.value == doc.timeline,
        "from": day >= wanted.value,
        "to": day <= wanted.value,
        "day": day == wanted.value,
    }
    return fits[wanted.name]
