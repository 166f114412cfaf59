"""What stands around a person's name: offices before and after it, who is cited, credits."""

from __future__ import annotations

import re

from sitegen.actors.lexicon import (
    ACTING,
    COURTESY,
    FORMAL_TITLES,
    FUNCTION_WORDS,
    INSIDE,
    KEPT_TITLES,
    ROLE_MODIFIERS,
    ROLES,
    SPEECH,
)
from sitegen.actors.reading import Sentence

_ARTICLES = frozenset(["a", "an", "the", "his", "her", "its", "their", "our", "one"])
_TIES = frozenset(["of", "for", "in", "at", "to", "on", "from", "with", "who", "whose", "and", "as", "since"])
_BEFORE_THINGS = INSIDE | _ARTICLES | frozenset(["of", "for", "on", "and"])
_OFFICES_OF = frozenset(["State", "Defense", "Defence", "Staff", "Treasury", "Parliament", "Police"])
_CREDITS = frozenset(
    ["Photograph", "Photo", "Photos", "Image", "Picture", "Credit", "via", "Getty", "Handout"]
)
_LONGEST = 10
_AGE = re.compile(r"1?\d?\d")


def is_title(word: str) -> bool:
    """Whether a word before a name can be no part of it: an office, an occupation, `Mr`."""
    return word.lower() in ROLES or word in COURTESY or word in FORMAL_TITLES or word in KEPT_TITLES


def role_before(sentence: Sentence, start: int) -> str:
    """The office right before a name as printed (`US Secretary of State`); empty if there is none."""
    last = start - 1
    if last < 0 or not _spaced(sentence, start):
        return ""
    if sentence.words[last].text in _OFFICES_OF and last >= 2 and sentence.words[last - 1].text == "of":
        last -= 2
    if not is_title(sentence.words[last].text) or sentence.words[last].owns:
        return ""
    first = _start_of_role(sentence, last)
    end = start - (sentence.words[start - 1].text in COURTESY)
    return sentence.printed(first, end) if first < end else ""


def _start_of_role(sentence: Sentence, last: int) -> int:
    """First word of the office that ends with this word."""
    first = last
    while first > max(0, last - _LONGEST) and _spaced(sentence, first) and _of_role(sentence, first - 1):
        first -= 1
    return first


def role_after(sentence: Sentence, end: int) -> str:
    """The office in the apposition after a name (`the Kazakh president`), without its article."""
    return apposed(sentence, end, ROLES)


def apposed(sentence: Sentence, end: int, nouns: frozenset[str]) -> str:
    """The apposition after a name, without its article, if one of these nouns is its head; else empty."""
    if end == len(sentence.words) or sentence.gap(end) != ", ":
        return ""
    first = end + (sentence.words[end].text in _ARTICLES)
    last = first
    while last < len(sentence.words) and last - first < _LONGEST and sentence.words[last].text not in _TIES:
        if last > end and not sentence.words[last].before.isspace():
            break
        last += 1
    if last == first or sentence.words[last - 1].owns or not _is_noun(sentence.words[last - 1].text, nouns):
        return ""
    return sentence.printed(first, last)


def _is_noun(word: str, nouns: frozenset[str]) -> bool:
    """Whether a word is one of these, and not a surname that sounds like one."""
    return word.lower() in nouns and word not in KEPT_TITLES


def role_across(sentence: Sentence, start: int, end: int) -> str:
    """The office to which a name between commas is the apposition (`The police chief, X, said`)."""
    if sentence.gap(start) != ", " or sentence.gap(end).lstrip("”’\"'")[:1] not in {",", ".", ""}:
        return ""
    tied = True
    for at in range(start - 1, max(-1, start - 1 - _LONGEST), -1):
        word = sentence.words[at]
        if tied and _is_noun(word.text, ROLES) and not word.owns:
            return sentence.printed(_start_of_role(sentence, at), at + 1)
        tied = word.text in _TIES
        if at and not word.before.isspace():
            return ""
    return ""


def age_after(sentence: Sentence, end: int) -> bool:
    """Whether an age follows: `X, 37,`."""
    if end == len(sentence.words) or sentence.gap(end) != ", ":
        return False
    return bool(_AGE.fullmatch(sentence.words[end].text)) and sentence.gap(end + 1)[:1] in {",", ".", ""}


def relative_after(sentence: Sentence, end: int) -> bool:
    """Whether `who` follows."""
    return (
        end < len(sentence.words) and sentence.words[end].text == "who" and sentence.gap(end) in {", ", " "}
    )


def tells_press(sentence: Sentence, end: int) -> bool:
    """Whether `told reporters` follows."""
    told = [word.text for word in sentence.words[end : end + 2]]
    return told in [
        ["told", "reporters"],
        ["told", "journalists"],
        ["tells", "reporters"],
        ["tells", "journalists"],
    ]


def is_cited(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a verb of saying stands beside a name."""
    if end < len(sentence.words) and sentence.words[end].text in SPEECH and not sentence.words[end - 1].owns:
        return sentence.gap(end) in {" ", ", "}
    before = start > 0 and sentence.words[start - 1].text in SPEECH and sentence.gap(start) == " "
    return before and not sentence.gap(end)[:1].isspace()


def acts(sentence: Sentence, end: int) -> bool:
    """Whether a verb follows of which the name is the subject."""
    if end >= len(sentence.words) or sentence.words[end - 1].owns or sentence.gap(end) != " ":
        return False
    word = sentence.words[end].text
    return word in ACTING or (word.endswith("ed") and word.islower())


def stands_unaided(sentence: Sentence, start: int) -> bool:
    """Whether no article and no preposition of place stands before a name within a sentence."""
    if not start or sentence.words[start].opens or sentence.gap(start) != " ":
        return False
    return sentence.words[start - 1].text.lower() not in _BEFORE_THINGS


def in_credit(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name stands in a photo credit, as a source in brackets, or beside a handle."""
    before, after = sentence.gap(start), sentence.gap(end)
    bracketed = before.endswith(("(", "[")) and after.startswith((")", "]"))
    credited = start > 0 and sentence.words[start - 1].text in _CREDITS
    return bracketed or credited or before.endswith("/") or after.startswith("/") or "@" in before + after


def _spaced(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].before in {" ", ". "} and not sentence.words[at - 1].owns


def _of_role(sentence: Sentence, at: int) -> bool:
    """Whether a word belongs to the office after it: `Chinese Foreign Ministry` spokesperson."""
    word = sentence.words[at]
    lower = word.text.lower()
    return lower in ROLE_MODIFIERS or lower in ROLES or (word.capital and lower not in FUNCTION_WORDS)
