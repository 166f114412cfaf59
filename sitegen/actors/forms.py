"""Finding listed names in sentences: a table of names by their first word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from sitegen.actors.reading import Sentence, tokens
from sitegen.actors.words import APOSTROPHES

T = TypeVar("T")

_OWNS = "’s"

Form = tuple[str, ...]
"""The words of a name, with their possessive endings."""

Table = dict[str, list[tuple[Form, T]]]
"""What names stand for, by first word of the name, the longest name first."""


def table(names: Iterable[tuple[str, T]]) -> Table[T]:
    """A table of names. A name that begins with `The` is also found with `the`."""
    made: Table[T] = {}
    for name, meaning in names:
        words = form_of(name)
        forms = [words, ("the", *words[1:])] if words[0] == "The" else [words]
        for form in forms:
            made.setdefault(form[0].removesuffix(_OWNS), []).append((form, meaning))
    for listed in made.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    return made


def form_of(name: str) -> Form:
    """The words of a name, as the words of a text are read."""
    return tuple(text + (_OWNS if ending else "") for _, text, ending, _ in tokens(name))


def sightings(sentence: Sentence, names: Table[T]) -> Iterator[tuple[int, int, T]]:
    """Where names stand in a sentence: first word, one past the last word, meaning. None overlap."""
    past = 0
    for at, word in enumerate(sentence.words):
        if at < past or word.text not in names:
            continue
        for words, meaning in names[word.text]:
            if stands(sentence, at, words):
                past = at + len(words)
                yield at, past, meaning
                break


def stands(sentence: Sentence, at: int, words: Form) -> bool:
    """Whether these words stand here, with nothing but white space or an apostrophe between them."""
    here = sentence.words[at : at + len(words)]
    printed = [word.text + (_OWNS if word.owns else "") for word in here]
    if here and here[-1].owns and not words[-1].endswith(_OWNS):
        printed[-1] = here[-1].text
    together = all(word.before.isspace() or word.before in APOSTROPHES for word in here[1:])
    return together and printed == list(words)
