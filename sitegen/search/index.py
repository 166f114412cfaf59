"""Updates -> the files of the index.

An update's number is its position in time order, so newest first is a reversed list and a day is an interval.

`terms-*.js`  term -> where it stands, ascending, each number written as the gap to the one before.
              For a filter (`actor:slug`, `author:key`, `source:slug`, `timeline:slug`) the numbers are
              updates. For a token they are places: `stride` times the update, plus twice the token's number
              in title and text, counted through, plus 1 in the text. So tokens stand side by side in one
              field of one update exactly where their places differ by 2.
`docs-*.js`   updates as [title, text, href, ISO 8601 time, time label, source label, authors].
`meta-*.js`   `count`: how many updates; `stride`; `days`: [day, length] for each run of updates of one day
              (with several time zones a day may have several); `terms`, `docs`: for each file the first
              term or update in it, and its name.

Terms are sorted by UTF-16 code units, as JavaScript compares strings.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from sitegen.search.documents import IndexFile, SearchDoc
from sitegen.search.files import gaps_text, pieces, script
from sitegen.search.query import author_key
from sitegen.search.tokens import tokens

TERMS_SIZE = 64_000
"""Characters in a file of terms: a word needs one of them, whole."""
DOCS_SIZE = 24_000
"""Characters in a file of updates: 20 results by relevance rarely share one."""


def build_index(docs: Sequence[SearchDoc]) -> tuple[IndexFile, ...]:
    """The files of the index, the meta file first.

    `docs` are in time order. The same updates give the same bytes.
    """
    places, stride = _token_places(docs)
    terms = _term_files({**places, **_filter_numbers(docs)})
    shown = _doc_files(docs)
    meta = {
        "count": len(docs),
        "stride": stride,
        "days": [(day, len(list(run))) for day, run in groupby(doc.day for doc in docs)],
        "terms": [(first, _name(file)) for first, file in terms],
        "docs": [(first, _name(file)) for first, file in shown],
    }
    return (script("meta", 0, meta), *(file for _, file in terms), *(file for _, file in shown))


def meta_path(files: Sequence[IndexFile]) -> str:
    """Path of the file that the search page loads first: it names all others."""
    return files[0].path


def _token_places(docs: Sequence[SearchDoc]) -> tuple[dict[str, list[int]], int]:
    """Token -> its places in the whole archive, ascending; and the stride."""
    fields = [(_interned(doc.title), _interned(doc.text)) for doc in docs]
    stride = 2 * max((len(title) + len(text) for title, text in fields), default=0) + 2
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, (title, text) in enumerate(fields):
        start = number * stride
        for place, token in enumerate(title):
            places[token].append(start + 2 * place)
        for place, token in enumerate(text, len(title)):
            places[token].append(start + 2 * place + 1)
    return places, stride


def _interned(text: str) -> list[str]:
    """The tokens of a text, each distinct one kept in memory once."""
    return list(map(sys.intern, tokens(text)))


def _filter_numbers(docs: Sequence[SearchDoc]) -> dict[str, list[int]]:
    """Filter term -> the updates that pass it, ascending. `query.TERM_FILTERS` names the filters."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, doc in enumerate(docs):
        terms = {
            f"source:{doc.source}",
            f"timeline:{doc.timeline}",
            *(f"actor:{actor}" for actor in doc.actors),
            *(f"author:{author_key(author)}" for author in doc.authors),
        }
        for term in terms:
            numbers[term].append(number)
    return numbers


def _term_files(numbers: dict[str, list[int]]) -> list[tuple[str, IndexFile]]:
    """First term and file, for each file of terms."""
    entries = [(term, gaps_text(numbers[term])) for term in sorted(numbers, key=_utf16)]
    cut = pieces(entries, lambda entry: len(entry[0]) + len(entry[1]) + 6, TERMS_SIZE)
    return [(piece[0][0], script("terms", number, dict(piece))) for number, piece in enumerate(cut)]


def _utf16(term: str) -> bytes:
    return term.encode("utf-16-be")


def _doc_files(docs: Sequence[SearchDoc]) -> list[tuple[int, IndexFile]]:
    """First update and file, for each file of updates."""
    cut = pieces(enumerate(docs), lambda entry: len(entry[1].title) + len(entry[1].text) + 150, DOCS_SIZE)
    return [
        (piece[0][0], script("docs", number, [_shown(doc) for _, doc in piece]))
        for number, piece in enumerate(cut)
    ]


def _shown(doc: SearchDoc) -> tuple[str | tuple[str, ...], ...]:
    """What the list of results shows of an update."""
    when = (doc.time.isoformat(), doc.time_label)
    return (doc.title, doc.text, doc.href, *when, doc.source_label, doc.authors)


def _name(file: IndexFile) -> str:
    return file.path.rpartition("/")[2]
