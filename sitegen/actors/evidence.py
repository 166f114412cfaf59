"""What stands around a name: offices before and after it, who is cited, who acts, credits."""

from __future__ import annotations

import re

from sitegen.actors.bearers import is_first_name
from sitegen.actors.lexicon import (
    COURTESY,
    FORMAL_TITLES,
    FUNCTION_WORDS,
    HEADS,
    INSIDE,
    KEPT_TITLES,
    KIN,
    LETTERS_AFTER,
    OFFICE_SUBJECTS,
    ORG_NOUNS,
    ROLE_MODIFIERS,
    ROLES,
)
from sitegen.actors.reading import Sentence
from sitegen.actors.verbs import ACTING, DOUBTFUL, PLURAL_ACTING, SPEECH

_ARTICLES = frozenset(["a", "an", "the", "his", "her", "its", "their", "our", "one"])
_TIES = frozenset(
    ["of", "for", "in", "at", "to", "on", "from", "with", "who", "whose", "and", "as", "since", "that"]
)
_BEFORE_THINGS = INSIDE | _ARTICLES | frozenset(["of", "for", "on", "and"])
_OFFICES_OF = frozenset(["State", "Defense", "Defence", "Staff", "Treasury", "Parliament", "Police"]) | {
    word.capitalize() for word in OFFICE_SUBJECTS
}
_CREDITS = frozenset(
    ["Photograph", "Photo", "Photos", "Image", "Picture", "Credit", "via", "Getty", "Handout"]
)
_BYLINES = frozenset(["By", "From", "Reporting", "Written", "Edited", "Author", "Report", "Video"])
_SMALL_IN_BYLINES = frozenset(["by", "and", "in", "for", "with", "at", "the", "of"])
_HE = frozenset(["he", "she", "his", "her", "him", "himself", "herself"])
_IT = frozenset(["it", "its", "itself", "which"])
_ADVERBS = frozenset(["also", "later", "then", "again", "now", "still", "earlier", "often", "both", "all"])
_DESCRIBING = (
    ORG_NOUNS | ROLE_MODIFIERS | frozenset(["the", "his", "her", "far-right", "centre-right", "ruling"])
)
_WITHIN_NAMES = frozenset(["of", "for", "the", "in"])
_OF_PEOPLE = KIN | frozenset(
    [
        "party",
        "office",
        "team",
        "campaign",
        "supporters",
        "lawyers",
        "lawyer",
        "aides",
        "death",
        "body",
        "home",
    ]
)
_MEMBERS = frozenset(
    [
        *(
            "troops",
            "soldiers",
            "officers",
            "agents",
            "troopers",
            "forces",
            "fighters",
            "crews",
            "staff",
            "workers",
        ),
        *(
            "investigators",
            "detectives",
            "inspectors",
            "scientists",
            "researchers",
            "volunteers",
            "supporters",
        ),
        *("lawmakers", "members", "leadership", "delegates", "experts", "teams", "judges", "ministers"),
    ]
)
_LONGEST = 10
_LONGEST_ASIDE = 16
_AGE = re.compile(r"1?\d?\d")


ONE_OF = "one of several"
"""What `apposed` gives where the name is one of several of that sort."""


def is_title(word: str) -> bool:
    """Whether a word before a name can be no part of it: an office, an occupation, `Mr`."""
    if word in COURTESY or word in FORMAL_TITLES or word in KEPT_TITLES:
        return True
    return word.lower() in ROLES and not (word[0].isupper() and is_first_name(word))


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
    return sentence.printed(first, end) if first < end else ""


def _start_of_role(sentence: Sentence, last: int) -> int:
    """First word of the office that ends with this word."""
    first = last
    while first > max(0, last - _LONGEST) and _spaced(sentence, first) and _of_role(sentence, first - 1):
        first -= 1
    return first


def role_after(sentence: Sentence, end: int) -> str:
    """The office in the apposition after a name (`the Kazakh president`), without its article."""
    role = apposed(sentence, end, ROLES)
    return "" if role == ONE_OF else role


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


def age_after(sentence: Sentence, end: int) -> bool:
    """Whether an age follows: `X, 37,`."""
    if end == len(sentence.words) or sentence.gap(end) != ", ":
        return False
    return bool(_AGE.fullmatch(sentence.words[end].text)) and sentence.gap(end + 1)[:1] in {",", ".", ""}


def relative_after(sentence: Sentence, end: int) -> bool:
    """Whether `who` follows."""
    return (
        end < len(sentence.words)
        and sentence.words[end].text in {"who", "whose", "whom"}
        and sentence.gap(end) in {", ", " "}
    )


def thing_after(sentence: Sentence, end: int) -> bool:
    """Whether `which` follows, with a verb of one that acts."""
    words = sentence.words[end : end + 2]
    return (
        len(words) == 2
        and sentence.gap(end) == ", "
        and words[0].text == "which"
        and words[1].text in PLURAL_ACTING
    )


def tells_press(sentence: Sentence, end: int) -> bool:
    """Whether `told reporters` follows."""
    at = predicate(sentence, end)
    told = [word.text for word in sentence.words[at : at + 2]] if at else []
    return told[:1] in (["told"], ["tells"]) and told[1:] in (["reporters"], ["journalists"], ["lawmakers"])


def predicate(sentence: Sentence, end: int) -> int:
    """The word after a name, past what only describes it (`X, mayor of Y, said`); 0 if none follows."""
    words = sentence.words
    if end < len(words) and words[end].text in LETTERS_AFTER and sentence.gap(end) in {" ", ", "}:
        end += 1
    if end >= len(words) or words[end - 1].owns:
        return 0
    at = end
    if sentence.gap(at).startswith(" ("):
        while at < len(words) and not sentence.gap(at).startswith(")"):
            at += 1
        if at >= len(words) or sentence.gap(at) not in {") ", "), "}:
            return 0
    elif sentence.gap(at) in {", ", " – ", " — "} and words[at].text not in ACTING:
        comma = sentence.gap(at)[:2]
        at = _past_aside(sentence, at, comma)
        if not at:
            return 0
    elif sentence.gap(at) not in {" ", ", ", " “", ' "'}:
        return 0
    at += words[at].text in _ADVERBS and at + 1 < len(words) and sentence.gap(at + 1) == " "
    return at


def _past_aside(sentence: Sentence, start: int, mark: str) -> int:
    """The word after an aside that starts here and ends with the same mark; 0 if none does."""
    for at in range(start + 1, min(start + _LONGEST_ASIDE, len(sentence.words))):
        if sentence.gap(at).startswith(mark):
            lists = sentence.words[at].text in {"and", "or", "but"} or sentence.words[at].capital
            return 0 if lists else at
        if not (sentence.gap(at).isspace() or sentence.words[at - 1].owns):
            return 0
    return 0


def is_cited(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a verb of saying stands beside a name."""
    at = predicate(sentence, end)
    if at and sentence.words[at].text in SPEECH:
        return True
    if start < 1 or sentence.words[start - 1].text not in SPEECH or sentence.gap(start) != " ":
        return False
    # `said X`, after what was said: nothing that the verb could take as its object goes on after the name.
    after = sentence.words[end].text if end < len(sentence.words) else ""
    return not sentence.gap(end)[:1].isspace() or after in {"of", "in", "on", "at", "who"}


def closes_quotation(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a verb of saying stands before a name that ends the sentence or is described: `said X, who`."""
    if start < 1 or sentence.words[start - 1].text not in {"said", "says"} or sentence.gap(start) != " ":
        return False
    at_end = end == len(sentence.words) and sentence.after[:1] in {".", ","}
    return at_end or (end < len(sentence.words) and sentence.gap(end) == ", ")


def acts(sentence: Sentence, end: int) -> bool:
    """Whether a verb follows of which the name is the subject."""
    at = predicate(sentence, end)
    if not at:
        return False
    word = sentence.words[at].text
    if word in DOUBTFUL:
        return doubted(sentence, at)
    return word in ACTING or (word.endswith("ed") and word.islower())


def acts_for_sure(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a verb follows, and no preposition before makes the name a part of something else."""
    before = sentence.words[start - 1].text.lower() if start and sentence.gap(start) == " " else ""
    if before in {"the", "a", "an"}:
        before = sentence.words[start - 2].text.lower() if start > 1 else ""
    return before not in _BEFORE_THINGS - {"and"} and acts(sentence, end)


def doubted(sentence: Sentence, at: int) -> bool:
    """Whether a word that may be a noun as well is a verb here: something follows that it acts on."""
    if at + 1 >= len(sentence.words) or sentence.gap(at + 1) != " ":
        return False
    following = sentence.words[at + 1]
    return following.capital or following.text in _ARTICLES | {
        "that",
        "for",
        "to",
        "off",
        "out",
        "up",
        "down",
    }


def act_together(sentence: Sentence, end: int) -> bool:
    """Whether `and` with another name follows, and then a verb of which both are the subject."""
    words = sentence.words
    if end + 1 >= len(words) or words[end].text != "and" or not words[end + 1].capital:
        return False
    at = end + 1
    while at < len(words) and words[at].capital and sentence.gap(at) == " " and not words[at].owns:
        at += 1
    at = predicate(sentence, at)
    return bool(at) and (words[at].text in PLURAL_ACTING or words[at].text.endswith("ed"))


def acts_beside(sentence: Sentence, start: int, end: int) -> bool:
    """Whether `and` with another name stands before, and a verb for both follows: `X and Y stay`."""
    joined = start > 1 and sentence.words[start - 1].text == "and" and sentence.words[start - 2].capital
    at = predicate(sentence, end) if joined else 0
    return bool(at) and sentence.words[at].text in PLURAL_ACTING


def is_of(sentence: Sentence, end: int) -> bool:
    """Whether `of` and another name follow: `X of the Y`."""
    words = sentence.words
    if end + 1 >= len(words) or words[end].text not in {"of", "from"} or words[end - 1].owns:
        return False
    at = end + 1 + (words[end + 1].text == "the")
    return at < len(words) and words[at].capital and sentence.gap(end) == " "


def pronoun_after(sentence: Sentence, end: int) -> str:
    """`he` or `it`: what the sentence calls a name that acts; empty if neither comes before another name."""
    at = predicate(sentence, end)
    if not at or sentence.words[at].text not in ACTING:
        return ""
    for word in sentence.words[at + 1 :]:
        if word.text in _HE:
            return "he"
        if word.text in _IT:
            return "it"
        if word.capital:
            return ""
    return ""


def stands_unaided(sentence: Sentence, start: int) -> bool:
    """Whether no article and no preposition of place stands before a name within a sentence."""
    if not start or sentence.words[start].opens or sentence.gap(start) != " ":
        return False
    before = sentence.words[start - 1].text.lower()
    if before == "and" and start > 1 and sentence.words[start - 2].capital:
        first = start - 2
        while first > 0 and sentence.words[first - 1].capital and sentence.gap(first) == " ":
            first -= 1
        return first < start - 2 and stands_unaided(sentence, first)
    return before not in _BEFORE_THINGS


def belongs(sentence: Sentence, end: int) -> bool:
    """Whether `of` and another name follow, and then a verb: `X of the Y said`."""
    words = sentence.words
    if end + 2 >= len(words) or words[end].text not in {"of", "from", "at"} or words[end - 1].owns:
        return False
    first = end + 1
    while first < min(end + 5, len(words)) and words[first].text.lower() in _DESCRIBING:
        first += 1
    at = first
    while at < len(words) and (words[at].capital or (at > first and words[at].text in _WITHIN_NAMES)):
        if at > first and not (sentence.gap(at).isspace() or words[at - 1].owns):
            break
        at += 1
    if at == first:
        return False
    verb = predicate(sentence, at)
    return bool(verb) and words[verb].text in ACTING


def owns_people(sentence: Sentence, end: int) -> bool:
    """Whether a name has what only people have: `X’s party`, `X’s wife`, `X’s supporters`."""
    if not sentence.words[end - 1].owns:
        return False
    return any(word.text in _OF_PEOPLE for word in sentence.words[end : end + 3])


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
    return lower in ROLE_MODIFIERS or lower in ROLES or (word.capital and lower not in FUNCTION_WORDS)
