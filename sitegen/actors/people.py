"""People: by an office or title beside the name, or by being cited under a name that people bear."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sitegen.actors.acting import acts, relative_after
from sitegen.actors.bearers import is_first_name, is_surname
from sitegen.actors.beside import FAMILY_FIRST, LETTERS_AFTER, MONTHS_BORNE, PLACES_OF, SUFFIXES, THINGS
from sitegen.actors.countries import is_place
from sitegen.actors.evidence import in_credit, is_title, role_before
from sitegen.actors.lexicon import (
    CALENDAR,
    COURTESY,
    FUNCTION_WORDS,
    INSIDE,
    KEPT_TITLES,
    NOT_IN_NAMES,
    PARTICLES,
    SURNAMES_OF_PLACES,
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
_PLURAL = re.compile(r"[A-Z]{2,}s")
_PREFIXES = ("al-", "Al-", "el-", "El-")


# Single words that name no person, though a title stands before them: `Ambassador Bridge`.
_NO_SURNAMES = (NOT_IN_NAMES - SURNAMES_OF_PLACES) | SUFFIXES


def find_people(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """People of whom the text says what they are, or whom it cites, with the short forms that it uses."""
    everything = [seen for seen in _names(reading) if not seen.spots & taken]
    people = _full_names(everything)
    for person in people:
        person.placed = not reading.within.isdisjoint({person.name[0], person.surname})
    _relate(people)
    alone = _short_names(reading, everything, people)
    for person in (*people, *alone):
        find = person.find()
        if find and not any(person.printed in author for author in reading.authors):
            yield find


def _relate(people: Iterable[Person]) -> None:
    """Take those who act under the family name of somebody told of for people, too."""
    told = {person.surname for person in people if person.is_told() and len(person.name) > 1}
    for person in people:
        if not person.is_told() and not person.beside.isdisjoint(told):
            person.reason = f"acts together with another person: “{person.first}”"
        named = person.within and person.surname in told and person.name[0].lower() not in FUNCTION_WORDS
        if named and (person.acts or person.unaided) and not person.is_told():
            person.reason = f"bears the family name of another person: “{person.first}”"


def _names(reading: Reading) -> Iterator[Seen]:
    """Every run of capitals without the titles before it; no credits."""
    for number, sentence in enumerate(reading.sentences):
        for start, last in runs(reading, number):
            end = _without_letters(sentence, start, last)
            titles = [at for at in range(start, end - 1) if is_title(sentence.words[at].text)]
            first = titles[-1] + 1 if titles else start
            if not titles and end - start > 1 and _after_office_of(sentence, start):
                first = start + 1
            title = sentence.words[first - 1].text if titles else ""
            if title in KEPT_TITLES and end - first == 1:
                first -= 1
            first = _past_place(sentence, first, end)
            thing = (
                start > 0 and sentence.words[start - 1].text.lower() in THINGS and sentence.gap(start) == " "
            )
            if not (thing or in_credit(sentence, first, end) or _is_of(sentence, first)):
                yield Seen(sentence, number, first, end, title)


def _past_place(sentence: Sentence, start: int, end: int) -> int:
    """The start of a name that stands right after a country: `In Serbia Ana Petrovic said`."""
    if start < 1 or sentence.words[start - 1].text.lower() not in INSIDE | {"of"}:
        return start
    lengths = (at for at in range(start + 1, end - 1) if is_place(sentence.printed(start, at)))
    return max(lengths, default=start)


def _is_of(sentence: Sentence, start: int) -> bool:
    """Whether a noun before `of` makes the name a place's: `the mayor of Nova Kakhovka`."""
    if start <= 1 or sentence.words[start - 1].text != "of":
        return False
    return sentence.words[start - 2].text.lower() in PLACES_OF


def _without_letters(sentence: Sentence, start: int, end: int) -> int:
    """The end of a run without the honours after a name: `X Y KC`."""
    while end - start > 2 and sentence.words[end - 1].text in LETTERS_AFTER:
        end -= 1
    return end


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
    # `Van Dijk` where a sentence starts, or without the given name.
    plain = (name[0].lower(), *name[1:]) if name[0].lower() in PARTICLES else name
    before = longer[-len(name) :] in {name, plain}
    between = (longer[0], longer[-1]) == (name[0], name[-1])
    after = longer[: len(name)] == name and all(map(_GIVEN_AFTER.fullmatch, longer[len(name) :]))
    return len(longer) > len(name) and (before or between or after)


def _short_names(reading: Reading, everything: Iterable[Seen], people: list[Person]) -> list[Person]:
    """Give short forms to those they name; return people whom the text names by title and surname only."""
    short = [seen for seen in everything if len(seen.name) == 1 and _could_be_short(reading, seen)]
    often = Counter(seen.name[0] for seen in short)
    surnames, given_names = _index(people)
    told = {person.name for person in people if person.find()}
    bearers = Counter(word for name in told for word in set(name))
    alone: dict[str, Person] = {}
    for seen in short:
        (word,) = seen.name
        namesakes = (given_names if seen.title in _GIVEN_NAME_TITLES else surnames).get(word, [])
        if not namesakes and seen.title in COURTESY:
            namesakes = given_names.get(word, [])
        owners = [person for person in namesakes if person.name in told] or namesakes
        form = f"{seen.title} {word}" if seen.title else word
        if len(owners) == 1 and bearers[word] <= 1:
            owners[0].shorten(seen, form)
        elif not owners and (seen.title or _is_someone(seen, often[word])):
            alone.setdefault(word, Person(name=seen.name, printed=word)).shorten(seen, form)
    return list(alone.values())


def _is_someone(seen: Seen, often: int) -> bool:
    """Whether the text tells whom a single word names: `who` follows, or an office stands before."""
    before = seen.sentence.words[seen.start - 1].text.lower() if seen.start else ""
    if often > 1 and relative_after(seen.sentence, seen.end) and before not in INSIDE | {"of", "the"}:
        return True
    return bool(role_before(seen.sentence, seen.start)) and acts(seen.sentence, seen.end)


def _index(people: Iterable[Person]) -> tuple[dict[str, list[Person]], dict[str, list[Person]]]:
    """People by family name, also without its article (`al-Sinwar`), and by the first word of their name."""
    surnames: dict[str, list[Person]] = {}
    given_names: dict[str, list[Person]] = {}
    for person in people:
        surname = person.name[0] if _is_family_first(person.name) else person.surname
        forms = {surname, surname[3:]} if surname.startswith(_PREFIXES) else {surname}
        for form in forms:
            surnames.setdefault(form, []).append(person)
        given_names.setdefault(person.name[0], []).append(person)
    return surnames, given_names


def _is_family_first(name: Name) -> bool:
    """Whether the family name comes first: Korean and Chinese names with two given names or with a hyphen."""
    given = "".join(name[1:])
    joined = len(name) == 2 and bool(_GIVEN_AFTER.fullmatch(name[1]))
    short = len(name) == 2 and (len(given) <= 4 or not (is_first_name(name[0]) or is_surname(name[1])))
    return name[0] in FAMILY_FIRST and (joined or len(name) == 3 or short)


def _could_be_full_name(name: Name) -> bool:
    """Whether these words can be a person's name: no place, institution, month or abbreviation."""
    borne = is_first_name(name[0]) and (name[0] not in CALENDAR or name[0] == "Jan")
    odd = [
        word for word in name[borne:] if word in NOT_IN_NAMES or word.lower().split("-")[0] in FUNCTION_WORDS
    ]
    surname_only = borne and odd == [name[-1]] and name[-1] in SURNAMES_OF_PLACES | MONTHS_BORNE
    shouted = any(
        len(word) > 2 and word.isupper() and "." not in word and word not in SUFFIXES for word in name
    )
    compound = any(_COMPOUND.search(word) for word in name) or len(set(name)) < len(name)
    places = any(is_place(" ".join(name[:length])) for length in range(2 if borne else 1, len(name) + 1))
    plural = bool(_PLURAL.fullmatch(name[-1])) or len(name[-1]) == 1
    digits = any(character.isdigit() for word in name for character in word)
    office = is_title(name[-1]) and not borne
    return (
        len(name) <= _MOST_WORDS
        and (not odd or surname_only)
        and not (shouted or plural or compound or places or digits or office)
    )


def _could_be_short(reading: Reading, seen: Seen) -> bool:
    """Whether a single word may be a person's name here; a month only after a courtesy (`Mrs May`)."""
    (word,) = seen.name
    return _could_be_surname(reading, word) or (word in MONTHS_BORNE and seen.title in COURTESY)


def _could_be_surname(reading: Reading, word: str) -> bool:
    """Whether a single word with a capital names a person rather than a place, a day or a common thing."""
    common = word.lower() in reading.lower or word in _NO_SURNAMES or is_title(word)
    return len(word) > 1 and not common and not is_place(word) and not word.isupper()
