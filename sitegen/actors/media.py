"""News outlets: by what the text calls them (`state news channel X`), or by a newspaper's sort of name."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.actors.countries import is_place
from sitegen.actors.evidence import in_credit
from sitegen.actors.gather import Gathered, gather
from sitegen.actors.lexicon import MASTHEADS, NEWS_MODIFIERS, NEWS_NOUNS, WEAK_MASTHEADS
from sitegen.actors.names import runs
from sitegen.actors.protocol import Find, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.verbs import ACTING
from sitegen.model import ActorKind

# Nouns that mean a news outlet by themselves; the others need a word before them that says so.
_PLAIN_NOUNS = frozenset(["newspaper", "broadcaster", "newswire", "tabloid"])
_REPORTING = frozenset(
    [
        *(
            "reports",
            "reported",
            "quoted",
            "quotes",
            "learned",
            "newspaper",
            "reporter",
            "said",
            "says",
            "wrote",
        ),
        *(
            "writes",
            "revealed",
            "reveals",
            "published",
            "told",
            "understands",
            "broadcast",
            "quoting",
            "cited",
        ),
    ]
)
# Outlets that have others by their name: `CNN Turk`, `BBC Persian`.
_BRANCHES = frozenset(
    ["BBC", "CNN", "Sky", "Fox", "VOA", "RFI", "DW", "Euronews", "NHK", "ABC", "NBC", "CBS"]
)
_STATIONS = frozenset(["Radio", "Rádio", "Télévision", "Televisión", "Canal", "Kanal", "Televisyen", "TV"])
_NOT_FIRST = frozenset(["Breaking", "Latest", "Live", "Top", "More", "Good", "Bad", "Fake"])


def find_media(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """News outlets that the text names as such."""
    found: list[Gathered] = []
    for number, sentence in enumerate(reading.sentences):
        for start, end in runs(reading, number):
            named = any(sort(sentence, start, end) for sort in (_called, _stationed, _masthead))
            first = start + (end - start > 1 and sentence.words[start].text == "The" and not named)
            if named and not in_credit(sentence, first, end) and not is_place(sentence.printed(first, end)):
                found.append(Gathered(number, first, end + _numbered(sentence, end)))
        found += _in_headline(number, sentence)
    yield from gather(reading, found, taken, ActorKind.MEDIA, "a news outlet")


def _in_headline(number: int, sentence: Sentence) -> Iterator[Gathered]:
    """The last word of a headline with capitals, after what it is: `Fire at Broadcaster Mir`."""
    last = len(sentence.words) - 1
    called = sentence.headline and last and sentence.words[last - 1].text.lower() in _PLAIN_NOUNS
    if called and sentence.gap(last) == " " and not is_place(sentence.words[last].text):
        yield Gathered(number, last, last + 1)


def _called(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words beside the name say that it is a news outlet."""
    return _told_after(sentence, start, end) or _told_before(sentence, start, end)


def _told_after(sentence: Sentence, start: int, end: int) -> bool:
    """`X newspaper`, `X news agency`, `X’s live coverage`."""
    following = [word.text.lower() for word in sentence.words[end : end + 2]]
    if not following or sentence.gap(end) != " ":
        return False
    if sentence.words[end - 1].owns:
        return following[0] in {"coverage", "liveblog"} or following == ["live", "coverage"]
    told = start > 0 and sentence.words[start - 1].text in {"told", "tells"}
    if told and following[0] in {"television", "radio", "tv", "channel"}:
        return True
    if following[0] in {"channel", "station", "network"} and following[-1] in _REPORTING | {"has"}:
        return True
    return following[0] in _PLAIN_NOUNS or (following[0] in {"news", "press"} and following[-1] in NEWS_NOUNS)


def _told_before(sentence: Sentence, start: int, end: int) -> bool:
    """`newspaper X`, `state news channel X`, `a state channel, X, said`."""
    apposed = sentence.gap(start) == ", " and sentence.gap(end)[:1] == ","
    if not start or not (apposed or sentence.gap(start) == " ") or sentence.words[start - 1].owns:
        return False
    noun = sentence.words[start - 1].text.lower()
    modifier = sentence.words[start - 2].text if start > 1 else ""
    of_news = modifier.lower() in NEWS_MODIFIERS or is_place(modifier)
    return noun in _PLAIN_NOUNS or (noun in NEWS_NOUNS and of_news)


def _stationed(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name begins as a station's does, and reports: `Radio Caribe broadcast`."""
    following = sentence.words[end].text if end < len(sentence.words) else ""
    before = sentence.words[start - 1].text if start else ""
    used = following in ACTING or before in {"on", "told", "by"}
    return end - start > 1 and used and sentence.words[start].text in _STATIONS | _BRANCHES


def _masthead(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name is a newspaper's or station's, and is used as one."""
    words = sentence.words
    last = words[end - 1].text
    if end - start < 2 or not {last, last.capitalize()} & MASTHEADS or words[start].text in _NOT_FIRST:
        return False
    article = words[start].text == "The" or (start > 0 and words[start - 1].text.lower() == "the")
    told = start > 0 and words[start - 1].text in {"told", "tells"}
    reporting = told or (end < len(words) and words[end].text in _REPORTING)
    heard = end < len(words) and words[end].text in {"was", "has"} and words[end - 1].text.isupper()
    return reporting or heard or (article and words[end - 1].text not in WEAK_MASTHEADS)


def _numbered(sentence: Sentence, end: int) -> bool:
    """Whether the station's number follows: `channel X 24 says`."""
    number = sentence.words[end].text if sentence.gap(end) == " " and end < len(sentence.words) else ""
    after = sentence.words[end + 1].text if end + 1 < len(sentence.words) else ""
    return number.isdigit() and (after in _REPORTING or not sentence.gap(end + 1).isspace())
