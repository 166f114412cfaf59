"""People: by an office or title beside the name, or by being cited under a name that people bear."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sitegen.actors.countries import is_place
from sitegen.actors.evidence import in_credit, is_title, relative_after, role_before
from sitegen.actors.lexicon import (
    CALENDAR,
    FUNCTION_WORDS,
    INSIDE,
    INSTITUTIONS,
    KEPT_TITLES,
    NOT_IN_NAMES,
    OTHER_THINGS,
    SURNAMES_OF_PLACES,
    is_first_name,
)
from sitegen.actors.names import runs
from sitegen.actors.person import Name, Person, Seen
from sitegen.actors.protocol import Find, Spot
from sitegen.actors.reading import Reading, Sentence

_MOST_WORDS = 5
_MUCH_MORE = 3
_GIVEN_NAME_TITLES = frozenset(["Sir", "Dame"])
_COMPOUND = re.compile(r"-(?:\w+ed|led|run|style|born|wide|era|based|held|made|like|only)$")
_GIVEN_AFTER = re.compile(r"[A-Z][a-z]+-[a-z]+")
_PREFIXES = ("al-", "Al-", "el-", "El-")


def find_people(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """People of whom the text says what they are, or whom it cites, with the short forms that it uses."""
    everything = [seen for seen in _names(reading) if not seen.spots & taken]
    people = _full_names(everything)
    alone = _short_names(reading, everything, people)
    for person in (*people, *alone):
        find = person.find()
        if find and not any(person.printed in author for author in reading.authors):
            yield find


def _names(reading: Reading) -> Iterator[Seen]:
    """Every run of capitals without the titles before it; no credits."""
    for number, sentence in enumerate(reading.sentences):
        for start, end in runs(reading, sentence):
            titles = [at for at in range(start, end - 1) if is_title(sentence.words[at].text)]
            first = titles[-1] + 1 if titles else start
            if not titles and end - start > 1 and _after_office_of(sentence, start):
                first = start + 1
            title = sentence.words[first - 1].text if titles else ""
            if title in KEPT_TITLES and end - first == 1:
                first -= 1
            if not in_credit(sentence, first, end):
                yield Seen(sentence, number, first, end, title)


def _after_office_of(sentence: Sentence, start: int) -> bool:
    """Whether a run starts with the `State` of `Secretary of State`."""
    return not is_title(sentence.words[start].text) and bool(role_before(sentence, start + 1))


def _full_names(everything: Iterable[Seen]) -> list[Person]:
    """People by full name, the forms of one name together, in the order of the text."""
    full = [seen for seen in everything if len(seen.name) > 1 and _could_be_full_name(seen.name)]
    often = Counter(seen.name for seen in full)
    within = {seen.name for seen in full if not seen.opens}
    people: dict[Name, Person] = {}
    for told in full:
        name, rest = told.name, told.name[1:]
        # A word that only opens sentences, or stands only now and then before a name, is no part of it.
        stray = name not in within or often[rest] >= _MUCH_MORE * often[name]
        strip = rest in often and len(rest) > 1 and stray and not is_first_name(name[0])
        seen = told._replace(start=told.start + 1) if strip else told
        people.setdefault(seen.name, Person(name=seen.name, printed=seen.printed)).observe(seen)
    kept: dict[str, set[Name]] = {}
    forms: set[Name] = set()
    for name in sorted(people, key=len, reverse=True):
        namesakes = kept.setdefault(name[0], set()) | kept.setdefault(name[-1], set())
        longer = [other for other in namesakes if _same(other, name)]
        if len(longer) == 1:
            people[longer[0]].absorb(people[name])
            forms.add(name)
        kept[name[0]].add(name)
        kept[name[-1]].add(name)
    return [person for name, person in people.items() if name not in forms]


def _same(longer: Name, name: Name) -> bool:
    """Whether the second is the first without some given names; also those after a surname."""
    before = longer[-len(name) :] == name
    between = (longer[0], longer[-1]) == (name[0], name[-1])
    after = longer[: len(name)] == name and all(map(_GIVEN_AFTER.fullmatch, longer[len(name) :]))
    return len(longer) > len(name) and (before or between or after)


def _short_names(reading: Reading, everything: Iterable[Seen], people: list[Person]) -> list[Person]:
    """Give short forms to those they name; return people whom the text names by title and surname only."""
    short = [seen for seen in everything if len(seen.name) == 1 and _could_be_surname(reading, seen.name[0])]
    often = Counter(seen.name[0] for seen in short)
    surnames, given_names = _index(people)
    told = {person.name for person in people if person.find()}
    bearers = Counter(word for name in told for word in set(name))
    alone: dict[str, Person] = {}
    for seen in short:
        (word,) = seen.name
        namesakes = (given_names if seen.title in _GIVEN_NAME_TITLES else surnames).get(word, [])
        owners = [person for person in namesakes if person.name in told] or namesakes
        form = f"{seen.title} {word}" if seen.title else word
        if len(owners) == 1 and bearers[word] <= 1:
            owners[0].shorten(seen, form)
        elif not owners and (seen.title or (often[word] > 1 and _is_someone(seen))):
            alone.setdefault(word, Person(name=seen.name, printed=word)).shorten(seen, form)
    return list(alone.values())


def _is_someone(seen: Seen) -> bool:
    """Whether `who` follows a name that no preposition makes a place."""
    before = seen.sentence.words[seen.start - 1].text.lower() if seen.start else ""
    return relative_after(seen.sentence, seen.end) and before not in INSIDE | {"of", "the"}


def _index(people: Iterable[Person]) -> tuple[dict[str, list[Person]], dict[str, list[Person]]]:
    """People by surname, also without its article (`al-Sinwar`), and by given name."""
    surnames: dict[str, list[Person]] = {}
    given_names: dict[str, list[Person]] = {}
    for person in people:
        surname = person.name[-1]
        forms = {surname, surname[3:]} if surname.startswith(_PREFIXES) else {surname}
        for form in forms:
            surnames.setdefault(form, []).append(person)
        given_names.setdefault(person.name[0], []).append(person)
    return surnames, given_names


def _could_be_full_name(name: Name) -> bool:
    """Whether these words can be a person's name: no place, institution, month or abbreviation."""
    borne = is_first_name(name[0]) and name[0] not in CALENDAR
    odd = [word for word in name[borne:] if word in NOT_IN_NAMES or word.lower() in FUNCTION_WORDS]
    surname_only = borne and odd == [name[-1]] and name[-1] in SURNAMES_OF_PLACES
    shouted = any(len(word) > 2 and word.isupper() and "." not in word for word in name)
    compound = any(_COMPOUND.search(word) for word in name) or len(set(name)) < len(name)
    places = any(is_place(" ".join(name[:length])) for length in range(2 if borne else 1, len(name) + 1))
    digits = any(character.isdigit() for word in name for character in word)
    office = is_title(name[-1]) and not borne
    return (
        len(name) <= _MOST_WORDS
        and (not odd or surname_only)
        and not (shouted or compound or places or digits or office)
    )


def _could_be_surname(reading: Reading, word: str) -> bool:
    """Whether a single word with a capital names a person rather than a place, a day or a common thing."""
    common = word.lower() in reading.lower or word in CALENDAR | INSTITUTIONS | OTHER_THINGS or is_title(word)
    return len(word) > 1 and not common and not is_place(word) and not word.isupper()
