"""Organisations that a text names by capitals alone and that act: `the SNP’s leader`, `KTLA reports`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.actors.acting import acts
from sitegen.actors.beside import HEADS, NO_INITIALS
from sitegen.actors.countries import is_place
from sitegen.actors.evidence import in_credit, is_title
from sitegen.actors.gather import Gathered, gather
from sitegen.actors.lexicon import CALENDAR
from sitegen.actors.protocol import Find, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.verbs import SPEECH
from sitegen.model import ActorKind

_INITIALS = re.compile(r"[A-Z]{3,6}|[A-Z]{2,5}[-&][A-Z]{1,6}|[A-Z]&[A-Z]")
_STATION = re.compile(r"[KW][A-Z]{2,3}(?:-TV)?|[A-Z]{2,4}-?TV")
_CAMEL = re.compile(r"(?!Mac|Mc|De|Di|La|Le|Van|Fitz|O[’'])(?=.{5})[A-Z][a-z]+(?:[A-Z][a-z]+)+")
_REPORTS = frozenset(["reports", "reported", "broadcast", "quoted", "quotes", "aired"])
_CONFIRMED = frozenset(["confirmed", "spoke", "speaking", "pictures", "footage", "live", "shown", "seen"])


def find_initials(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Capitals that act, cite or are cited, each with all its places; what reports is a news outlet."""
    places: dict[str, list[Gathered]] = {}
    used: dict[str, set[ActorKind]] = {}
    for number, sentence in enumerate(reading.sentences):
        if sentence.headline or _shouts(sentence):
            continue
        for at, word in enumerate(sentence.words):
            common = not _could_be(word.text) or word.text.lower() in reading.lower
            if common or not _stands_alone(sentence, at) or in_credit(sentence, at, at + 1):
                continue
            places.setdefault(word.text, []).append(Gathered(number, at, at + 1))
            used.setdefault(word.text, set()).update(_uses(sentence, at))
    for kind in (ActorKind.MEDIA, ActorKind.ORGANISATION):
        told = [
            place
            for text, found in places.items()
            for place in found
            if kind in used[text] and (kind is ActorKind.MEDIA or ActorKind.MEDIA not in used[text])
        ]
        yield from gather(reading, told, taken, kind, "named by capitals")


def _could_be(text: str) -> bool:
    """Whether a word can be an organisation's initials or joined name."""
    if text in NO_INITIALS or text in CALENDAR or is_place(text):
        return False
    return bool(_INITIALS.fullmatch(text) or _CAMEL.fullmatch(text) or _STATION.fullmatch(text))


def _stands_alone(sentence: Sentence, at: int) -> bool:
    """Whether it is no part of a longer name, a number's or a handle's."""
    before = sentence.words[at - 1] if at and sentence.gap(at) in {" ", " & "} else None
    after = sentence.words[at + 1] if at + 1 < len(sentence.words) and sentence.gap(at + 1) == " " else None
    tied = before and (before.text[-1].isdigit() or (before.capital and not before.opens and not before.owns))
    goes_on = after and (after.capital or after.text[0].isdigit()) and not is_title(after.text)
    led = after and is_place(after.text) and any(w.text in HEADS for w in sentence.words[at + 2 : at + 3])
    if " & " in {sentence.gap(at), sentence.gap(at + 1)}:
        return False
    return not (
        sentence.words[at].tagged
        or (tied and not is_place(before.text if before else ""))
        or (goes_on and not led)
    )


def _shouts(sentence: Sentence) -> bool:
    """Whether most words are in capitals, so that capitals tell nothing."""
    return sum(word.text.isupper() and len(word.text) > 1 for word in sentence.words) * 2 > len(
        sentence.words
    )


def _uses(sentence: Sentence, at: int) -> Iterator[ActorKind]:
    """What the words around it make of it."""
    words = sentence.words
    before = words[at - 1].text if at else ""
    earlier = words[at - 2].text if at > 1 else ""
    after = words[at + 1].text if at + 1 < len(words) else ""
    reports = after in _REPORTS and sentence.gap(at + 1) in {" ", ", "}
    hears = before in {"told", "tells"} or (before in {"to", "on"} and earlier in _CONFIRMED)
    station = bool(_STATION.fullmatch(words[at].text)) and (after in SPEECH or hears)
    if reports or hears or station:
        yield ActorKind.MEDIA
    led = (before == "of" or (before == "the" and earlier == "of")) and _head_before(sentence, at) in HEADS
    owns = words[at].owns and after.lower() in HEADS
    leads = any(word.text in HEADS for word in words[at + 1 : at + 3]) and not words[at].owns
    agent = before in {"by", "By"} and sentence.gap(at) == " "
    cites = before in {"to", "the"} and "according" in {
        earlier.lower(),
        words[at - 3].text.lower() if at > 2 else "",
    }
    if acts(sentence, at + 1) or led or owns or leads or agent or cites:
        yield ActorKind.ORGANISATION


def _head_before(sentence: Sentence, at: int) -> str:
    """The noun before `of` or `of the`."""
    back = at - 2 if sentence.words[at - 1].text == "of" else at - 3
    return sentence.words[back].text.lower() if back >= 0 else ""
