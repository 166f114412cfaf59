"""Russian case forms of men's names that can't be another name.

The genitive of `Токаев` is also the name of a woman, `Токаева`, and its dative her accusative: neither is
made. The instrumental `Токаевым` can only be his. A name in -ский has no form that a woman's has, too.
The prepositional of a surname alone may be a town's: `в Пушкине`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_POSSESSIVE = re.compile(r"[А-ЯЁ][а-яё]{2,}(?:[оеё]в|[иы]н)")
_ADJECTIVE = re.compile(r"[А-ЯЁ][а-яё]{2,}[сц]к(?:ий|ой)")
_GIVEN = re.compile(r"(?:[А-ЯЁ][а-яё]+-)*[А-ЯЁ][а-яё]+")
_SOFT = ("ч", "ж", "ш", "щ", "ц")
_HARD = re.compile(r"[бвгдзклмнпрстфхчжшщц]$")

_ENDINGS = {
    "genitive": ("а", "я"),
    "dative": ("у", "ю"),
    "instrumental": ("ом", "ем"),
    "prepositional": ("е", "е"),
}
_ADJECTIVE_ENDINGS = {"genitive": "ого", "dative": "ому", "instrumental": "им", "prepositional": "ом"}


def declined(name: str) -> Iterator[str]:
    """The forms of a man's surname, or of his full name with the surname last; none for any other name."""
    *given, surname = name.split() or [""]
    if not all(_GIVEN.fullmatch(word) for word in given):
        return
    for case, ending in _surname(surname, alone=not given):
        words = [_given(word, case) for word in given]
        if all(words):
            yield " ".join([*words, ending])


def _surname(surname: str, *, alone: bool) -> Iterator[tuple[str, str]]:
    """The case and the form."""
    if _POSSESSIVE.fullmatch(surname):
        yield "instrumental", surname + "ым"
        if not alone:
            yield "prepositional", surname + "е"
    elif _ADJECTIVE.fullmatch(surname):
        for case, ending in _ADJECTIVE_ENDINGS.items():
            yield case, surname[:-2] + ending


def _given(word: str, case: str) -> str:
    """A man's given name or patronymic; empty if it is none that is sure to be a man's."""
    hard, soft = _ENDINGS[case]
    if word.endswith("й"):
        last = "и" if case == "prepositional" and word.endswith("ий") else soft
        return word[:-1] + last
    if not _HARD.search(word):
        return ""
    return word + (soft if case == "instrumental" and word.endswith(_SOFT) else hard)
