"""Time how long it takes to find the actors that an update names, beside other ways to search for many names.

python benchmarks/actors.py [--updates N] [--runs N]

Actors are people with a full name, a weak surname, a form with an initial, and an office with dates. Updates
have about 240 words, one name in every 25. The other searches get the same forms, and do what any of them
must: whole words, the longest form first, hyphens and apostrophes of any kind. They know nothing of dates,
documents and neighbours. pyahocorasick and ahocorasick-rs are tried where they are installed.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib.util import find_spec

from archive import SYLLABLES

from sitegen.actors import Matcher
from sitegen.actors.claims import claims_of
from sitegen.actors.countries import countries
from sitegen.actors.words import Words
from sitegen.model import Actor, ActorKind, Alias, Place, Role

ACTORS = (500, 2_000, 8_000)
DAY = date(2022, 1, 6)
OFFICES = ("President", "Prime Minister", "Foreign Minister")
ALIKE = str.maketrans("’‘‑–\n", "''-- ")

Search = Callable[[str], object]
Span = tuple[int, int]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--updates", type=int, default=300)
    parser.add_argument("--runs", type=int, default=5)
    wanted = parser.parse_args()
    print(f"milliseconds of processor time an update, median of {wanted.runs}; ratio to sitegen")
    for number in ACTORS:
        chance = random.Random(number)
        words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(20_000)]
        actors = [person(chance, words, place) for place in range(number)]
        texts = [update(chance, words, actors) for _ in range(wanted.updates)]
        forms = sorted({claim.form for claim in claims_of(actors)}, key=len, reverse=True)
        print(f"\n{number} actors, {len(forms)} forms")
        whole = 0.0
        for name, search in searches(actors, forms):
            taken = timed(search, texts, wanted.runs)
            whole = whole or taken
            print(f"{name:<34} {taken:8.3f} {taken / whole:8.2f}")


def searches(actors: list[Actor], forms: list[str]) -> Iterator[tuple[str, Search]]:
    """The searches by name, sitegen's first."""
    matcher = Matcher(actors)
    yield "sitegen, all that it knows", lambda text: matcher.read(("", text), DAY)
    yield "sitegen, its word trie alone", lambda text: longest(trie_spans(matcher, text))
    if find_spec("ahocorasick"):
        yield "pyahocorasick", pyahocorasick(forms)
    if find_spec("ahocorasick_rs"):
        yield "ahocorasick-rs", ahocorasick_rs(forms)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b")
    yield "one regular expression", lambda text: [m.span() for m in pattern.finditer(text.translate(ALIKE))]


def trie_spans(matcher: Matcher, text: str) -> Iterator[Span]:
    """Every form in the text, by the trie and nothing else."""
    words, seen = matcher._sights(Words(text))  # noqa: SLF001 - what is measured is this part
    for at, choices in seen:
        for last, _ in choices:
            yield words.start(at), words.end(last)


def pyahocorasick(forms: Iterable[str]) -> Search:
    """An automaton over characters, in C."""
    import ahocorasick  # noqa: PLC0415 - no dependency

    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, len(form))
    automaton.make_automaton()

    def search(text: str) -> list[Span]:
        alike = text.translate(ALIKE)
        ends = automaton.iter(alike)
        return longest(whole_words(alike, ((end + 1 - size, end + 1) for end, size in ends)))

    return search


def ahocorasick_rs(forms: list[str]) -> Search:
    """An automaton over characters, in Rust."""
    import ahocorasick_rs as rust  # noqa: PLC0415 - no dependency

    automaton = rust.AhoCorasick(forms)

    def search(text: str) -> list[Span]:
        alike = text.translate(ALIKE)
        found = automaton.find_matches_as_indexes(alike, overlapping=True)
        return longest(whole_words(alike, ((start, end) for _, start, end in found)))

    return search


def whole_words(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Those that no letter or digit touches."""
    for start, end in spans:
        before = text[start - 1 : start]
        if not (before.isalnum() or text[end : end + 1].isalnum()):
            yield start, end


def longest(spans: Iterable[Span]) -> list[Span]:
    """The first, and of several the longest; none that overlaps one before it."""
    free = 0
    kept = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= free:
            kept.append((start, end))
            free = end
    return kept


def timed(search: Search, texts: list[str], runs: int) -> float:
    """Milliseconds of processor time for a text, the median of the runs."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        for text in texts:
            search(text)
        taken.append((time.process_time() - start) / len(texts) * 1000)
    return statistics.median(taken)


def person(chance: random.Random, words: list[str], place: int) -> Actor:
    """A person with four names and an office."""
    given, surname = (chance.choice(words).title() for _ in range(2))
    state = chance.choice([country for country in countries() if country.state])
    title = f"{chance.choice(OFFICES)} of {state.after_of}"
    return Actor(
        slug=f"a{place}",
        name=f"{given} {surname}",
        kind=ActorKind.PERSON,
        aliases=(
            Alias(name=surname, weak=True),
            Alias(name=f"Mr {surname}", weak=True),
            Alias(name=f"{given[0]}. {surname}"),
        ),
        roles=(Role(title=title, since="2020", until="2023"),),
        place=Place(path=f"content/actors/a{place}.md"),
    )


def update(chance: random.Random, words: list[str], actors: list[Actor]) -> str:
    """Paragraphs of fifty words."""
    rank = [1 / (place + 3) for place in range(len(words))]
    paragraphs = []
    for _ in range(chance.randint(3, 6)):
        told = chance.choice(actors)
        some = chance.choices(words, rank, k=50)
        some[chance.randrange(25)] = told.name
        some[25 + chance.randrange(25)] = chance.choice(told.names)
        paragraphs.append(f"{some[0][:1].upper()}{some[0][1:]} {' '.join(some[1:])}.")
    return "\n\n".join(paragraphs)


if __name__ == "__main__":
    main()
