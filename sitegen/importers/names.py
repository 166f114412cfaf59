"""Lines that name authors: bylines, names alone, names with a role; and the names in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.importers.stamp_line import JOIN, is_name

_BY = (
    r"(?:(?:by|from|reported by|reporting by|posted by|written by|edited by|compiled by|von|aus|par|por|de|"
    r"di|da|door|автор|автора|від|от|yazan|haber)(?:\s*:-?\s*|\s+)|(?:بقلم|كتب)\s*:?\s*|文[/／:：]\s*|(?:記者|记者)\s*)"
)

BYLINE = re.compile(rf"{_BY}(?P<names>\S.{{1,80}})", re.IGNORECASE)
"""A line that says who wrote what stands below it."""

_CREDIT = re.compile(rf"(?:(?:live )?reporting(?: by)?:?\s+|{_BY})(?P<names>\S.{{3,150}})", re.IGNORECASE)
"""A line that says who made the page."""

_APART = re.compile(r"\s*[,;&/]\s*|\s+(?:and|und|et|y|e|и|та)\s+")
"""What stands between the names of several people."""

_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|producer|journalist|columnist|analyst|presenter|contributor|writer|"
    r"bureau|newsroom|reporting (?:from|in|on)|redakteur(?:in)?|korrespondent(?:in)?|reporterin|journaliste|"
    r"correspondante?|envoyée? spéciale?|rédact\w+|redactora?|corresponsal|periodista|enviad[oa] especial|"
    r"corrispondente|inviat[oa]|giornalista|корреспондент|редактор|журналист|кореспондент|muhabiri?|editörü?)\b|"
    r"(?:مراسل|محرر|記者|记者)",
    re.IGNORECASE,
)
"""What authors are."""

_FROM = re.compile(r"reporting (?:from|in) [^.!?]{2,40}, [A-Z][a-z]{1,4}\.", re.IGNORECASE)
"""Where an author is, in a state whose name is shortened: `Reporting from Lowell, Mass.`"""

_OUTLET = re.compile(r"[A-Z]{2,5}|(?:[A-Z]\w+ )?(?:News|Press|Media|Online|Staff|TV|Verify|Agencies)")
"""Names that are of a newsroom, beside names of people."""

_INITIAL = re.compile(r"\w\.?")
"""The first letter of a name."""

_SMALL = frozenset({"and", "und", "et", "y", "e", "i", "og", "och", "en", "ve", "и", "і", "та", "in"})
"""Words that stand between names."""

_PARTICLES = frozenset(
    {"al", "ben", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "van", "von"}
)
"""Words inside names."""

_LONGEST_ROLE = 80
"""Characters of a line that says what an author is."""


def is_byline(text: str) -> bool:
    """True for `By Ada Example`: a word such as `by`, and nothing but names behind it."""
    match = BYLINE.fullmatch(text)
    if match is None or (match["names"].isascii() and not match["names"][0].isupper()):
        return False
    return all(map(is_name, split(match["names"]))) and is_capital(match["names"])


def byline_with_role(text: str) -> str:
    """The name in `By Ada Example, harbour correspondent`; empty for other texts."""
    match = BYLINE.fullmatch(text)
    return person_with_role(match["names"]) if match else ""


def is_name_line(text: str) -> bool:
    """True for a line of nothing but names, with or without a word such as `by`."""
    match = BYLINE.fullmatch(text)
    return all(map(is_name, names(text))) and (bool(match) or is_capital(text))


def is_person(text: str) -> bool:
    """True for what looks like the name of a person: two to four words, all with a capital but particles."""
    words = [word for word in text.split() if word not in _PARTICLES]
    plain = re.fullmatch(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}", text)
    capital = all(word[0].isupper() and (not word.isupper() or _INITIAL.fullmatch(word)) for word in words)
    return bool(plain) and 1 < len(words) < 4 and capital and not text.isupper()


def is_role(text: str) -> bool:
    """True for a line such as `Harbour correspondent` or `Reporting from the quay`."""
    ended = re.search(r"[.!?:;\d]$", text) and not _FROM.fullmatch(text)
    return len(text) <= _LONGEST_ROLE and bool(_ROLE.search(text)) and not ended


def person_with_role(text: str) -> str:
    """The name in `Ada Example Harbour correspondent` or `Ada Example, reporter`; empty for other texts."""
    if not is_role(text) or re.search(r"[.!?:;\d]", text) or not text[:1].isupper():
        return ""
    head, comma, rest = text.partition(",")
    if comma and is_person(head) and is_role(rest):
        return head
    words = text.split()
    count = 2 + (words[1:2] != [] and words[1].casefold() in _PARTICLES)
    name = " ".join(words[:count])
    return name if len(words) > count and is_person(name) and is_role(" ".join(words[count:])) else ""


def names(text: str) -> tuple[str, ...]:
    """The authors that a text of nothing else names, with or without a word such as `by`."""
    match = BYLINE.fullmatch(text)
    return split(match["names"] if match else text)


def split(text: str) -> tuple[str, ...]:
    """The names of a list, without the outlet that people write for and the place that they are in."""
    parts = [_bare(part) for part in JOIN.split(text.strip()) if part]
    people = [part for part in parts if part and not _OUTLET.fullmatch(part)]
    return tuple(people or [part for part in parts if part])


def _bare(part: str) -> str:
    """`CNN's Ada Example in Port Lowell` is Ada Example."""
    words = re.sub(r"\s*\([^)]*\)$", "", part).split()
    outlet = next((n for n, word in enumerate(words[:2], 1) if re.search(r"['’]s?$", word)), 0)
    words = words[outlet:] if len(words) > outlet + 1 else words
    place = next(
        (n for n, word in enumerate(words) if word in {"in", "aus", "à", "en"} and n > 1), len(words)
    )
    return " ".join(words[:place])


def is_capital(text: str) -> bool:
    """True where no word of a short text starts with a small letter, but those that stand between names."""
    words = [word for word in re.split(r"[\s,&/]+", text) if word not in _SMALL]
    return 0 < len(words) <= 10 and not any(word[0].islower() for word in words if word)


def known_names(header: Sequence[str]) -> frozenset[str]:
    """The people that the lines above the updates name as authors of the page.

    The last line may be the title of the first update: it counts only with a word such as `by`.
    """
    lines = [line.strip() for line in header if line.strip()]
    found: set[str] = set()
    for line in lines:
        credit = _CREDIT.match(line)
        now = re.search(r"\((?:now|earlier|jetzt|zuvor)\)", line)
        if credit or now or (is_person(line) and line is not lines[-1]):
            parts = _APART.split(credit["names"] if credit else line)
            people = (name for part in parts if is_person(name := _bare(part)))
            found.update(name for name in people if not _OUTLET.fullmatch(name))
    return frozenset(found)


def all_names(texts: Sequence[str], known: frozenset[str] = frozenset()) -> bool:
    """True where texts that stand beside stamps are authors: known, bylines, or fewer names than stamps."""
    if len(texts) < 3 or not all(texts) or not all(map(is_name_line, texts)):
        return False
    sure = all(is_byline(text) or set(names(text)) <= known for text in texts)
    return sure or len(set(texts)) * 2 <= len(texts) + 1
