"""Names that a language model finds (spaCy), as one more recogniser: only where a person asks for it.

Needs spaCy and a model, such as `en_core_web_sm`. What the rules have understood is
left to them, and what a model adds says so in its reason.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any, Protocol, cast

from sitegen.actors.countries import is_place
from sitegen.actors.evidence import in_credit, is_title
from sitegen.actors.gather import Gathered, gather
from sitegen.actors.lexicon import CALENDAR
from sitegen.actors.protocol import Find, Recogniser, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.model import ActorKind

_KINDS = {
    "PERSON": ActorKind.PERSON,
    "PER": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
}
"""Labels of spaCy's models. Places and nationalities are left out: rules know better when a state acts."""

_FULL_NAME = 2


class Entity(Protocol):
    """A name that a model found (spaCy's `Span`)."""

    label_: str
    start_char: int
    end_char: int


class Parsed(Protocol):
    """A text that a model read (spaCy's `Doc`)."""

    @property
    def ents(self) -> Iterable[Entity]:
        """The names in it."""
        ...


class Model(Protocol):
    """A model that finds names (spaCy's `Language`)."""

    def pipe(self, texts: Iterable[str]) -> Iterable[Parsed]:
        """The texts, read, in order."""
        ...


def load_model(name: str) -> Model:
    """An installed model of spaCy by its name or folder.

    Raises ContentError where spaCy or the model is not installed.
    """
    try:
        spacy: Any = importlib.import_module("spacy")
    except ImportError:
        raise _missing("spaCy is not installed", "run `python -m pip install spacy`") from None
    try:
        return cast("Model", spacy.load(name))
    except OSError:
        raise _missing(f"there is no model '{name}'", f"run `python -m spacy download {name}`") from None


def _missing(what: str, mend: str) -> ContentError:
    return ContentError([Diagnostic(code="no-model", path="", what=what, mend=mend)])


def model_recogniser(model: Model) -> Recogniser:
    """A recogniser of what a model finds and the rules did not."""

    def find_by_model(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
        texts = [_text(sentence) for sentence in reading.sentences]
        places: dict[ActorKind, list[Gathered]] = {kind: [] for kind in _KINDS.values()}
        for number, parsed in enumerate(model.pipe(texts)):
            for entity in parsed.ents:
                sentence = reading.sentences[number]
                words = _words(sentence, entity.start_char, entity.end_char)
                kind = _KINDS.get(entity.label_)
                if kind and words and _may_be(sentence, *words, kind):
                    places[kind].append(Gathered(number, *words))
        for kind, found in places.items():
            yield from gather(reading, found, taken, kind, "suggested by a model")

    return find_by_model


def _text(sentence: Sentence) -> str:
    """The sentence as it stands, from its first word."""
    return "".join(_pieces(sentence))


def _pieces(sentence: Sentence) -> list[str]:
    """Each word with what stands before it, but for the first."""
    return [(word.before if at else "") + word.text + word.ending for at, word in enumerate(sentence.words)]


def _words(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """First word and one past the last word of a span of characters; None if it starts or ends within one."""
    ends = list(accumulate(map(len, _pieces(sentence))))
    starts = [past - len(word.text + word.ending) for past, word in zip(ends, sentence.words, strict=True)]
    bare = [past - len(word.ending) for past, word in zip(ends, sentence.words, strict=True)]
    first = starts.index(start) if start in starts else None
    last = next((at for at, pasts in enumerate(zip(bare, ends, strict=True)) if end in pasts), None)
    return (first, last + 1) if first is not None and last is not None and first <= last else None


def _may_be(sentence: Sentence, start: int, end: int, kind: ActorKind) -> bool:
    """Whether nothing that the rules know speaks against it: a credit, a day, a place, a surname alone."""
    words = [word.text for word in sentence.words[start:end]]
    odd = is_place(" ".join(words)) or bool(CALENDAR & set(words)) or is_title(words[-1])
    short = kind is ActorKind.PERSON and len(words) < _FULL_NAME
    return words[0][0].isupper() and not (odd or short or in_credit(sentence, start, end))
