"""Finding listed names in sentences: a table of names by their first word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sitegen.actors.reading import Sentence

T = TypeVar("T")

Table = dict[str, list[tuple[tuple[str, ...], T]]]
"""What names stand for, by first word of the name, the longest name first."""


def table(names: Iterable[tuple[str, T]]) -> Table[T]:
    """A table of names. A name that begins with `The` is also found with `the`."""
    made: Table[T] = {}
    for name, meaning in names:
        words = tuple(name.split())
        forms = [words, ("the", *words[1:])] if words[0] == "The" else [words]
        for form in forms:
            made.setdefault(form[0], []).append((form, meaning))
    for listed in made.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    return made


def sightings(sentence: Sentence, names: Table[T]) -> Iterator[tuple[int, int, T]]:
    """Where names stand in a sentence: first word, one past the last word, meaning. None overlap."""
    at = 0
    while at < len(sentence.words):
        listed = names.get(sentence.words[at].text, ())
        found = next(
            ((len(words), meaning) for words, meaning in listed if stands(sentence, at, words)), None
        )
        if found:
            yield at, at + found[0], found[1]
        at += found[0] if found else 1


def stands(sentence: Sentence, at: int, words: Sequence[str]) -> bool:
    """Whether these words stand here, with nothing but white space between them."""
    here = sentence.words[at : at + len(words)]
    return (
        [word.text for word in here] == list(words)
        and all(word.before.isspace() for word in here[1:])
        and not any(word.owns for word in here[:-1])
    )
