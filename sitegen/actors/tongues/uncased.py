"""Who acts in Arabic and Chinese texts, which have no capitals: by the offices before names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading
from sitegen.actors.tongues.words import listed
from sitegen.model import ActorKind

_ARTICLE = "ال"
_AND = "و"
_WORDS = 2
_ENOUGH = 2
_SEPARATED = re.compile("[、及和與与]")


def find_arabic_people(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """The two words after an office that are neither small words nor have an article."""
    if reading.language != "ar":
        return
    titles, small = listed("ar", "titles"), listed("ar", "small")
    told: dict[str, tuple[str, set[Spot]]] = {}
    for number, sentence in enumerate(reading.sentences):
        for at, word in enumerate(sentence.words):
            if word.text not in titles and word.text.removeprefix(_AND) not in titles:
                continue
            first = at + 1
            while first < len(sentence.words) and sentence.words[first].text.startswith(_ARTICLE):
                first += 1
            name = sentence.words[first : first + _WORDS]
            joined = all(part.before == " " for part in name)
            if len(name) == _WORDS and joined and not {part.text for part in name} & (small | titles):
                spots = {(number, first), (number, first + 1)}
                if not spots & taken:
                    printed = sentence.printed(first, first + 2)
                    told.setdefault(printed, (sentence.excerpt(at, first + 2), set()))[1].update(spots)
    for full, (reason, spots) in told.items():
        proposal = Proposal(name=full, kind=ActorKind.PERSON, reason=f"told who it is: “{reason}”")
        yield Find(proposal=proposal, spots=frozenset(spots))


def find_chinese(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """People by an office before their name or in a list of names, if named again; offices of a state."""
    del taken
    if reading.language != "zh":
        return
    pieces = [word.text for sentence in reading.sentences for word in sentence.words]
    text = "\n".join(pieces)
    surnames = "".join(listed("zh", "surnames"))
    small = "".join(listed("zh", "small"))
    titles = "|".join(sorted(listed("zh", "titles"), key=len, reverse=True))
    name = f"[{surnames}][^{small}\\W\\d]{{2}}"
    titled = re.findall(f"(?:{titles})({name})", text)
    told = dict.fromkeys(found for found in titled if _is_name(found, text, small))
    items = [item for piece in _lists(reading) for item in piece]
    often = Counter(item for item in items if re.fullmatch(name, item))
    told |= dict.fromkeys(item for item in often if text.count(item) >= _ENOUGH)
    for person in told:
        start = text.index(person)
        excerpt = text[max(0, start - 6) : start + 9].replace("\n", " ")
        reason = f"told who it is: “{excerpt}”"
        yield Find(proposal=Proposal(name=person, kind=ActorKind.PERSON, reason=reason))
    for body in sorted(listed("zh", "bodies"), key=len, reverse=True):
        if body in text:
            reason = f"an office of a state: “{body}”"
            yield Find(proposal=Proposal(name=body, kind=ActorKind.ORGANISATION, reason=reason))


def _lists(reading: Reading) -> Iterator[list[str]]:
    """Words parted by list commas alone: `包括甲、乙、丙`."""
    for sentence in reading.sentences:
        items: list[str] = []
        for word in sentence.words:
            if word.before != "、" and items:
                yield items
                items = []
            items += (
                _SEPARATED.split(word.text)
                if word.before == "、"
                else [re.sub(".*包括|.*其中", "", word.text)]
            )
        yield items if len(items) > 1 else []


def _is_name(found: str, text: str, small: str) -> bool:
    """Whether what follows these characters ends the name, wherever it stands."""
    after = {text[match.end() : match.end() + 1] for match in re.finditer(found, text)}
    return text.count(found) >= _ENOUGH or bool(after & {*small, *listed("zh", "after"), "\n", ""})
