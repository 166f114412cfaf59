"""Whether one that is named acts: verbs after a name, who is cited, what it is called later in a sentence."""

from __future__ import annotations

import re

from sitegen.actors.beside import KIN, LETTERS_AFTER, ORG_NOUNS
from sitegen.actors.lexicon import INSIDE, ROLE_MODIFIERS
from sitegen.actors.reading import Sentence
from sitegen.actors.verbs import ACTING, DOUBTFUL, PLURAL_ACTING, SPEECH
from sitegen.actors.words import word_set

_ARTICLES = word_set("a an the his her its their our one")
_BEFORE_THINGS = INSIDE | _ARTICLES | word_set("of for on and")
_HE = word_set("he she his her him himself herself")
_IT = word_set("it its itself which")
_ADVERBS = word_set("also later then again now still earlier often both all")
_DESCRIBING = ORG_NOUNS | ROLE_MODIFIERS | word_set("the his her far-right centre-right ruling")
_WITHIN_NAMES = word_set("of for the in")
_OF_PEOPLE = KIN | word_set("party office team campaign supporters lawyers lawyer aides death body home")
_LONGEST_ASIDE = 16
_AGE = re.compile(r"1?\d?\d")


def age_after(sentence: Sentence, end: int) -> bool:
    """Whether an age follows: `X, 37,`."""
    if end == len(sentence.words) or sentence.gap(end) != ", ":
        return False
    return bool(_AGE.fullmatch(sentence.words[end].text)) and sentence.gap(end + 1)[:1] in {",", ".", ""}


def relative_after(sentence: Sentence, end: int) -> bool:
    """Whether `who` follows."""
    return (
        end < len(sentence.words)
        and sentence.words[end].text in {"who", "whom"}
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
