"""Words of other languages that show who acts, and which language a text is in."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sitegen.actors.scripts import script_of

ENGLISH = "en"
_ENGLISH_WORDS = frozenset(
    [
        *(
            "the",
            "of",
            "and",
            "to",
            "in",
            "is",
            "was",
            "that",
            "for",
            "with",
            "said",
            "has",
            "have",
            "been",
            "they",
        ),
        *(
            "their",
            "from",
            "by",
            "on",
            "at",
            "it",
            "are",
            "be",
            "as",
            "he",
            "she",
            "who",
            "not",
            "were",
            "after",
        ),
    ]
)
_UKRAINIAN = frozenset("іїєґ")
_TURKISH = frozenset("ığ")
_SAMPLE = 3000
_SHORTEST_VERB = 3
_ENOUGH = 5
_CLEARLY = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """What the recognisers know of a language that has capitals. Keys as in `tongues.toml`."""

    common: frozenset[str]
    """Words that tell it from others."""
    before: frozenset[str]
    """Words after which a name is a place."""
    titles: frozenset[str]
    """Offices and occupations, in small letters."""
    endings: tuple[str, ...]
    """Endings of such words."""
    cites: frozenset[str]
    """Verbs of saying."""
    acts: frozenset[str]
    """Verbs after a name."""
    verb_endings: tuple[str, ...]
    """Endings of such verbs."""
    outlets: frozenset[str]
    """Nouns before the name of a news outlet."""

    def is_title(self, word: str) -> bool:
        """Whether a word is an office or occupation."""
        small = word.lower()
        return small in self.titles or (bool(self.endings) and small.endswith(self.endings))

    def is_verb(self, word: str) -> bool:
        """Whether a word after a name is a verb."""
        ends = bool(self.verb_endings) and len(word) >= _SHORTEST_VERB and word.endswith(self.verb_endings)
        return word.islower() and (word in self.acts or word in self.cites or ends)


def short_states(language: str) -> dict[str, str]:
    """Short names of states that CLDR does not have, by ISO code, parted by spaces."""
    names: dict[str, str] = _data()["states"].get(language, {})
    return names


def longer_states() -> Iterator[tuple[str, str]]:
    """Names of states in all languages within which another state's name stands, each with its ISO code."""
    for names in _data()["longer"].values():
        for code, forms in names.items():
            yield from ((form, code) for form in forms)


@cache
def _data() -> dict[str, dict[str, Any]]:
    """The lists, read at first need."""
    text = files("sitegen").joinpath("data", "tongues.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def listed(language: str, name: str) -> frozenset[str]:
    """A list of a language."""
    return frozenset(_data()[language][name].split())


@cache
def tongue(language: str) -> Tongue | None:
    """A language that has capitals; None if nothing is known of it."""
    lists = _data().get(language, {})
    if "cites" not in lists:
        return None
    sets = {name: frozenset(lists[name].split()) for name in ("before", "common", "cites", "acts", "outlets")}
    return Tongue(
        **sets,
        titles=frozenset(title.lower() for title in lists["titles"].split()),
        endings=tuple(lists["endings"].split()),
        verb_endings=tuple(lists["verb_endings"].split()),
    )


def language_of(words: Iterable[str]) -> str:
    """The language of a text: its code; `en` where nothing speaks against it, empty if it is not known."""
    sample = [word for word, _ in zip(words, range(_SAMPLE), strict=False)]
    scripts = Counter(script_of(word) for word in sample)
    script = max(scripts, key=lambda code: (scripts[code], code), default="")
    if script == "Hani":
        return "zh" if not scripts["Jpan"] else ""
    if script == "Arab":
        return "ar" if len(listed("ar", "common") & set(sample)) > 1 else ""
    if script == "Cyrl":
        return "uk" if any(_UKRAINIAN & set(word.lower()) for word in sample) else "ru"
    return _latin(sample) if script in {"Latn", ""} else ""


def _latin(sample: list[str]) -> str:
    if sum(bool(_TURKISH & set(word)) for word in sample) >= _ENOUGH:
        return "tr"
    small = Counter(word.lower() for word in sample)
    english = sum(small[word] for word in _ENGLISH_WORDS)
    scores = {
        language: sum(small[word] for word in spoken.common)
        for language in _data()
        if language not in {"ru", "uk"} and (spoken := tongue(language))
    }
    best = max(scores, key=lambda language: (scores[language], language))
    clearly = scores[best] >= _ENOUGH and scores[best] > _CLEARLY * english
    return best if clearly else ENGLISH
