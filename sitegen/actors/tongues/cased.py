"""Who acts in texts of languages that write names with capitals: people, states, news outlets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from anyascii import anyascii
from babel import Locale

from sitegen.actors.bearers import is_first_name, is_rare_first_name, is_surname
from sitegen.actors.countries import countries
from sitegen.actors.lexicon import PARTICLES
from sitegen.actors.names import PREFIXED
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.tongues.words import Tongue, short_states, tongue
from sitegen.actors.words import APOSTROPHES
from sitegen.model import ActorKind

_ELIDED = re.compile(r"^(?:[LlDdNnSsJjMmTtCc]|[Qq]u)[’']")
_SMALL = PARTICLES | {"e", "y"}
_MOST_WORDS = 5
_BACK = 3
_KEPT = frozenset(["papa", "pape", "papst", "папа", "paus"])
_ARTICLES = frozenset(
    ["die", "der", "das", "le", "la", "les", "il", "lo", "o", "a", "os", "as", "el", "los", "l"]
)
_AND = frozenset(["und", "et", "y", "e"])
_ITSELF = frozenset(["se", "s", "si"])
_NOT = frozenset(["ne", "n", "no", "non", "não", "не"])

Run = tuple[int, int]


@cache
def state_names(language: str) -> dict[str, str]:
    """States by their names in a language: ISO code by name (from CLDR, by Babel)."""
    names: dict[str, str] = {}
    known = {country.code for country in countries() if country.state}
    for tag in ("zh", "zh_Hant") if language == "zh" else (language,):
        territories = Locale.parse(tag).territories
        names |= {name: code for code, name in territories.items() if code in known}
    for code, forms in short_states(language).items():
        names |= {form.replace("_", " "): code for form in forms.split()}
    return names


@dataclass(slots=True, kw_only=True)
class _Person:
    """What a text tells of a name."""

    printed: str
    reason: str = ""
    doubtful: str = ""
    often: int = 0
    aliases: dict[str, None] = field(default_factory=dict)
    spots: set[Spot] = field(default_factory=set)


def find_cased_people(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """People by an office before the name, or by a given name and a verb of saying."""
    spoken = tongue(reading.language)
    if not spoken:
        return
    people: dict[tuple[str, ...], _Person] = {}
    single: list[tuple[int, Sentence, int]] = []
    for number, sentence in enumerate(reading.sentences):
        for run in _runs(sentence, spoken):
            start, titled = _name_of(sentence, run, spoken)
            spots = {(number, at) for at in range(start, run[1])}
            if spots & taken or not spots:
                continue
            if run[1] - start == 1:
                single.append((number, sentence, start))
            else:
                _observe(people, sentence, (start, run[1]), spots, spoken, titled=titled)
    _shorten(people, single)
    for words, person in people.items():
        sure = person.often > 1 or is_surname(words[-1]) or person.aliases or _says(reading, person, spoken)
        reason = person.reason or (person.doubtful if sure else "")
        if reason:
            aliases = tuple(person.aliases)
            proposal = Proposal(name=person.printed, kind=ActorKind.PERSON, aliases=aliases, reason=reason)
            yield Find(proposal=proposal, spots=frozenset(person.spots))


def _observe(
    people: dict[tuple[str, ...], _Person],
    sentence: Sentence,
    run: Run,
    spots: set[Spot],
    spoken: Tongue,
    *,
    titled: bool,
) -> None:
    """Take in a name where it stands."""
    words = tuple(_bare(word.text) for word in sentence.words[run[0] : run[1]])
    if len(words) > _MOST_WORDS or not _could_be(words):
        return
    person = people.setdefault(words, _Person(printed=" ".join(words)))
    person.often += 1
    person.spots |= spots
    excerpt = sentence.excerpt(*run)
    if titled:
        person.reason = person.reason or f"told who it is: “{excerpt}”"
    elif _is_given(words[0]) and _stands_free(sentence, *run, spoken):
        person.doubtful = person.doubtful or f"a name that people bear: “{excerpt}”"


def _runs(sentence: Sentence, spoken: Tongue) -> Iterator[Run]:
    """Neighbouring words with capitals, with the small words of names between them."""
    at = 0
    while at < len(sentence.words):
        if not _is_capital(sentence, at) or (
            sentence.words[at].opens and sentence.words[at].text.lower() in spoken.common | spoken.before
        ):
            at += 1
            continue
        end = ahead = at + 1
        while (
            ahead < len(sentence.words) and sentence.gap(ahead) == " " and not sentence.words[ahead - 1].owns
        ):
            if _is_capital(sentence, ahead):
                end = ahead + 1
            elif sentence.words[ahead].text not in _SMALL:
                break
            ahead += 1
        yield at, end
        at = end


def _is_capital(sentence: Sentence, at: int) -> bool:
    word = _bare(sentence.words[at].text)
    return word[:1].isupper() or bool(PREFIXED.match(word))


def _bare(word: str) -> str:
    """The word without an article that is tied to it, or an ending behind an apostrophe."""
    rest = _ELIDED.sub("", word)
    return re.split("[’']", rest)[0] if rest[:1].isupper() and not rest.startswith(("O’", "O'")) else rest


def _name_of(sentence: Sentence, run: Run, spoken: Tongue) -> tuple[int, bool]:
    """Where the name in a run starts, and whether an office stands before it."""
    start, end = run
    inside = [at for at in range(start, end - 1) if spoken.is_title(sentence.words[at].text)]
    first = inside[-1] + 1 if inside else start
    if inside and end - first == 1 and sentence.words[first - 1].text.lower() in _KEPT:
        return first - 1, True
    given = next((at for at in range(first, end - 1) if _is_given(sentence.words[at].text)), first)
    if not _is_capital(sentence, given):
        return end, False
    described = _title_after(sentence, end, spoken) or _is_aside(sentence, first, end)
    titled = bool(inside) or _title_before(sentence, start, spoken) or described
    if given > first and not titled:
        return first, False
    return given, titled


def _is_given(word: str) -> bool:
    spelled = anyascii(_bare(word))
    return is_first_name(spelled) or is_rare_first_name(spelled)


def _title_before(sentence: Sentence, start: int, spoken: Tongue) -> bool:
    """Whether an office stands at most two small words before."""
    for at in range(start - 1, max(-1, start - 1 - _BACK), -1):
        word = sentence.words[at].text
        if sentence.words[at + 1].before != " ":
            return False
        if spoken.is_title(word):
            return True
        if not word.islower() or word in spoken.cites:
            return False
    return False


def _title_after(sentence: Sentence, end: int, spoken: Tongue) -> bool:
    """Whether a comma and an office follow: `X, capo della Y`."""
    if end >= len(sentence.words) or sentence.gap(end) != ", ":
        return False
    return any(spoken.is_title(word.text) for word in sentence.words[end : end + 2])


def _is_aside(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name that people bear stands between commas: `the minister for Y, X, said`."""
    between = sentence.gap(start) == ", " and sentence.gap(end)[:1] in {",", "."}
    return between and end - start > 1 and is_first_name(_bare(sentence.words[start].text))


def _could_be(words: tuple[str, ...]) -> bool:
    letters = all(word.isalpha() or "-" in word for word in words)
    return letters and not any(len(word) > 1 and word.isupper() for word in words)


def _stands_free(sentence: Sentence, start: int, end: int, spoken: Tongue) -> bool:
    """Whether no preposition makes the name a place or a part of something else."""
    before = sentence.words[start - 1].text.lower() if start and sentence.gap(start) == " " else ""
    credit = sentence.gap(start).strip()[-1:] in {"/", "(", "["} or sentence.gap(end).strip()[:1] == "/"
    return before not in spoken.before and not credit


def _says(reading: Reading, person: _Person, spoken: Tongue) -> bool:
    """Whether a verb stands right after the name, or one of saying right before."""
    for number, at in person.spots:
        sentence = reading.sentences[number]
        follows = at + 2 < len(sentence.words) and sentence.words[at + 1].text in _NOT
        ends = (number, at + 1) not in person.spots and at + 1 + follows < len(sentence.words)
        after = at + 1 + follows
        if ends and sentence.gap(after) == " " and spoken.is_verb(sentence.words[after].text):
            return True
        if ends and sentence.gap(at + 1) == ", " and is_first_name(person.printed.split()[0]):
            return True
        if (number, at - 1) not in person.spots and at and sentence.words[at - 1].text in spoken.cites:
            return True
    return False


def _shorten(people: dict[tuple[str, ...], _Person], single: list[tuple[int, Sentence, int]]) -> None:
    """Give family names that stand alone to the only person who bears them."""
    bearers: dict[str, list[_Person]] = {}
    for words, person in people.items():
        if person.reason or person.doubtful:
            bearers.setdefault(words[-1], []).append(person)
            if "da" in words[1:]:  # `Lula da Silva` goes by the name before it
                bearers.setdefault(words[words.index("da") - 1], []).append(person)
    for number, sentence, at in single:
        word = _bare(sentence.words[at].text)
        owners = bearers.get(word, [])
        if len(owners) == 1:
            owners[0].aliases[word] = None
            owners[0].spots.add((number, at))


def find_cased_states(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """States that are followed by a verb, by their names in the language."""
    del taken
    spoken = tongue(reading.language)
    if not spoken:
        return
    names = state_names(reading.language)
    english = {country.code: country.name for country in countries()}
    told: dict[str, tuple[str, dict[str, None]]] = {}
    for sentence in reading.sentences:
        for at, end, name in _states(sentence, names):
            if _state_acts(sentence, at, end, spoken):
                reason, forms = told.setdefault(names[name], (sentence.excerpt(at, end), {}))
                forms[name] = None
    for code, (reason, forms) in told.items():
        proposal = Proposal(
            name=english[code],
            kind=ActorKind.STATE,
            aliases=tuple(form for form in forms if form != english[code]),
            reason=f"acts: “{reason}”",
        )
        yield Find(proposal=proposal)


def _states(sentence: Sentence, names: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    for at in range(len(sentence.words)):
        for end in (at + 3, at + 2, at + 1):
            if end <= len(sentence.words):
                name = " ".join(_bare(word.text) for word in sentence.words[at:end])
                if name in names:
                    yield at, end, name
                    break


def _state_acts(sentence: Sentence, start: int, end: int, spoken: Tongue) -> bool:
    """Whether a verb follows, and what stands before makes it no place and no part of a name."""
    if end >= len(sentence.words) or sentence.gap(end) != " ":
        return False
    at = start - 1
    before = sentence.words[at].text if at >= 0 and sentence.gap(start) in {" ", *APOSTROPHES} else ""
    article = before.lower() in _ARTICLES
    if article and at > 0 and sentence.gap(at) == " ":
        before = sentence.words[at - 1].text
        article = False
    free = article or before.lower() not in spoken.before
    named = bool(before) and before[0].isupper() and not sentence.words[max(0, at)].opens
    return free and not named and _verb_follows(sentence, end, spoken)


def _verb_follows(sentence: Sentence, end: int, spoken: Tongue) -> bool:
    """Whether a verb follows a state, or `and`, another name and a verb of both; past `not` and `itself`."""
    at = end
    if sentence.words[at].text in _AND:
        at += 1 + (at + 1 < len(sentence.words) and sentence.words[at + 1].text in _ARTICLES)
        start = at
        while at < len(sentence.words) and _is_capital(sentence, at) and sentence.gap(at) == " ":
            at += 1
        if at == start:
            return False
    while at < len(sentence.words) and sentence.gap(at) in {" ", *APOSTROPHES}:
        if sentence.words[at].text not in _NOT | _ITSELF:
            return spoken.is_verb(sentence.words[at].text)
        at += 1
    return False


def find_cased_media(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """News outlets by the noun before their name: `der Sender CNN`."""
    spoken = tongue(reading.language)
    if not spoken:
        return
    told: dict[str, tuple[str, set[Spot]]] = {}
    for number, sentence in enumerate(reading.sentences):
        for run in _runs(sentence, spoken):
            inside = [at for at in range(*run) if sentence.words[at].text.lower() in spoken.outlets]
            start = inside[-1] + 1 if inside else run[0]
            noun = sentence.words[start - 1].text.lower() if start and sentence.gap(start) == " " else ""
            spots = {(number, at) for at in range(start, run[1])}
            if noun in spoken.outlets and start < run[1] and not spots & taken:
                name = " ".join(_bare(word.text) for word in sentence.words[start : run[1]])
                told.setdefault(name, (sentence.excerpt(start, run[1]), set()))[1].update(spots)
    for name, (reason, spots) in told.items():
        proposal = Proposal(name=name, kind=ActorKind.MEDIA, reason=f"a news outlet: “{reason}”")
        yield Find(proposal=proposal, spots=frozenset(spots))
