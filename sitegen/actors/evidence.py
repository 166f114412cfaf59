"""What stands around a name: offices before and after it, credits, things that it only describes."""

from __future__ import annotations

from sitegen.actors.bearers import is_first_name, is_surname
from sitegen.actors.beside import HEADS, KIN
from sitegen.actors.lexicon import (
    ABBREVIATIONS,
    COURTESY,
    FORMAL_TITLES,
    FUNCTION_WORDS,
    KEPT_TITLES,
    OFFICE_SUBJECTS,
    ROLE_MODIFIERS,
    ROLES,
)
from sitegen.actors.reading import Sentence
from sitegen.actors.verbs import ACTING, PLURAL_ACTING
from sitegen.actors.words import word_set

_ARTICLES = word_set("a an the his her its their our one")
_TIES = word_set("of for in at to on from with who whose and as since that")
_OFFICES_OF = word_set("State Defense Defence Staff Treasury Parliament Police") | {
    word.capitalize() for word in OFFICE_SUBJECTS
}
_CREDITS = word_set("Photograph Photo Photos Image Picture Credit via Getty Handout")
_BYLINES = word_set("By From Reporting Written Edited Author Report Video")
_SMALL_IN_BYLINES = word_set("by and in for with at the of")
_ADVERBS = word_set("also later then again now still earlier often both all")
_MEMBERS = word_set(
    "troops soldiers officers agents troopers forces fighters crews staff workers investigators detectives"
    " inspectors scientists researchers volunteers supporters lawmakers members leadership delegates experts"
    " teams judges ministers"
)
_LONGEST = 10

ONE_OF = "one of several"
"""What `apposed` gives where the name is one of several of that sort."""


def is_title(word: str) -> bool:
    """Whether a word before a name can be no part of it: an office, an occupation, `Mr`."""
    if word in COURTESY or word in FORMAL_TITLES or word in KEPT_TITLES:
        return True
    return _is_role(word.lower()) and not (word[0].isupper() and (is_first_name(word) or is_surname(word)))


def _is_role(small: str) -> bool:
    """Whether this is an office or occupation, of one or several: `judges`."""
    return small in ROLES or (small.endswith("s") and small[:-1] in ROLES)


def describes(sentence: Sentence, end: int) -> bool:
    """Whether a name only describes a thing that follows: `the Ana Petrovic theatre`."""
    if end >= len(sentence.words) or sentence.gap(end) != " " or sentence.words[end - 1].owns:
        return False
    word = sentence.words[end].text
    verb = word in PLURAL_ACTING or word in ACTING or word.endswith(("ed", "ing"))
    return word.islower() and not verb and word not in FUNCTION_WORDS | HEADS | ROLES | _MEMBERS | _ADVERBS


def role_before(sentence: Sentence, start: int) -> str:
    """The office right before a name as printed (`US Secretary of State`); empty if there is none."""
    last = start - 1
    if last < 0 or not _spaced(sentence, start):
        return ""
    back = last
    while (
        back > 1 and sentence.words[back].text in _OFFICES_OF | {"and"} and sentence.words[back].before == " "
    ):
        back -= 1
        if sentence.words[back].text in {"of", "for"} and is_title(sentence.words[back - 1].text):
            last = back - 1
            break
    if not is_title(sentence.words[last].text) or sentence.words[last].owns:
        return ""
    first = _start_of_role(sentence, last)
    end = start - (sentence.words[start - 1].text in COURTESY)
    while end - first > 1 and sentence.words[end - 1].text in ABBREVIATIONS:
        end -= 1
    return sentence.printed(first, end) if first < end else ""


def _start_of_role(sentence: Sentence, last: int) -> int:
    """First word of the office that ends with this word."""
    first = last
    while first > max(0, last - _LONGEST) and _spaced(sentence, first) and _of_role(sentence, first - 1):
        first -= 1
    if first and sentence.words[first - 1].owns and sentence.words[first - 1].capital:
        # `Hong Kong's chief executive`
        first -= 1
        while first and sentence.words[first - 1].capital and _spaced(sentence, first):
            first -= 1
    return first + (sentence.words[first].text == "The")


def role_after(sentence: Sentence, end: int) -> str:
    """The office in the apposition after a name (`the Kazakh president`), without its article."""
    role = apposed(sentence, end, ROLES)
    return "" if role == ONE_OF else role and role + _whose(sentence, end, role)


def _whose(sentence: Sentence, end: int, role: str) -> str:
    """What goes on after an office up to the next comma: `of the Teachers' Union`; empty if that is long."""
    last = end + (sentence.words[end].text in _ARTICLES) + len(role.split())
    if last >= len(sentence.words) or sentence.words[last].text not in {"of", "for"}:
        return ""
    past = last + 1
    while past < len(sentence.words) and sentence.gap(past).isspace() and past - last < _LONGEST:
        past += 1
    ends = sentence.gap(past)[:1] in {",", ".", ""} and not any(
        word.text in ACTING for word in sentence.words[last:past]
    )
    return f" {sentence.printed(last, past)}" if ends else ""


def is_kin(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the text calls the name somebody's wife or son, or one of its lawyers."""
    before = start > 0 and sentence.words[start - 1].text.lower() in KIN and _spaced(sentence, start)
    return before or bool(apposed(sentence, end, KIN)) or apposed(sentence, end, ROLES) == ONE_OF


def apposed(sentence: Sentence, end: int, nouns: frozenset[str]) -> str:
    """The apposition after a name, without its article, if one of these nouns is its head; else empty."""
    if end == len(sentence.words) or sentence.gap(end) != ", ":
        return ""
    first = end + (sentence.words[end].text in _ARTICLES)
    if (
        first == end
        and sentence.words[end].text.lower() in FUNCTION_WORDS - {"one", "former"} | PLURAL_ACTING
    ):
        return ""
    last = first
    while last < len(sentence.words) and last - first < _LONGEST and sentence.words[last].text not in _TIES:
        if last > end and not sentence.words[last].before.isspace():
            break
        last += 1
    if last == first or sentence.words[last - 1].owns:
        return ""
    if sentence.words[first].text in {"one", "among"} or sentence.words[last - 1].text == "one":
        later = sentence.words[last : last + 4]
        return ONE_OF if any(word.text.removesuffix("s") in nouns for word in later) else ""
    return sentence.printed(first, last) if _is_noun(sentence.words[last - 1].text, nouns) else ""


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


def in_credit(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name stands in a photo credit, as a source in brackets, beside a handle, or in a byline."""
    before, after = sentence.gap(start), sentence.gap(end)
    bracketed = before.endswith(("(", "[")) and after.startswith((")", "]"))
    credited = start > 0 and sentence.words[start - 1].text in _CREDITS
    beside = before.strip().endswith("/") or after.strip().startswith("/") or "@" in before + after
    signed = before.strip()[-1:] in {"—", "–", "-"}
    alone = start == 0 and end == len(sentence.words) and not after.strip() and not signed
    return bracketed or credited or beside or alone or is_byline(sentence)


def is_byline(sentence: Sentence) -> bool:
    """Whether the line names who wrote it, and says nothing else: `By X and Y, CNN`."""
    if sentence.words[0].text not in _BYLINES or len(sentence.words) < 2 or "." in sentence.after:
        return False
    return all(word.capital or word.text in _SMALL_IN_BYLINES for word in sentence.words[1:])


def _spaced(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].before in {" ", ". "} and not sentence.words[at - 1].owns


def _of_role(sentence: Sentence, at: int) -> bool:
    """Whether a word belongs to the office after it: `Chinese Foreign Ministry` spokesperson."""
    word = sentence.words[at]
    lower = word.text.lower()
    after = sentence.words[at + 1].text.lower()
    if lower == "first":
        return after in {"minister", "deputy", "secretary"}
    if lower == "and":
        subjects = ROLE_MODIFIERS | OFFICE_SUBJECTS
        return at > 0 and after in subjects and sentence.words[at - 1].text.lower() in subjects
    return lower in ROLE_MODIFIERS or lower in ROLES or (word.capital and lower not in FUNCTION_WORDS)
