"""What a text tells of a person, gathered from every place that names them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.actors.acting import (
    act_together,
    acts,
    acts_beside,
    age_after,
    belongs,
    closes_quotation,
    is_cited,
    is_of,
    owns_people,
    pronoun_after,
    relative_after,
    stands_unaided,
    tells_press,
    thing_after,
)
from sitegen.actors.bearers import is_first_name, is_rare_first_name, is_surname
from sitegen.actors.beside import MONTHS_BORNE, SUFFIXES
from sitegen.actors.countries import is_place
from sitegen.actors.evidence import describes, is_kin, is_title, role_across, role_after, role_before
from sitegen.actors.lexicon import KEPT_TITLES, PLACE_WORDS
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Sentence
from sitegen.model import ActorKind

_GIVEN_AND_SURNAME = 2
_LONG_PAST = re.compile(r"1\d\d\d")
_LAST_YEAR_OF_HISTORY = 1949
_NO_OFFICES = frozenset(["counterpart", "resident", "witness", "survivor", "victim", "suspect", "defendant"])

Name = tuple[str, ...]
"""The words of a name."""


class Seen(NamedTuple):
    """A name where it stands, without the titles before it."""

    sentence: Sentence
    """The sentence."""
    number: int
    """The sentence's number."""
    start: int
    """First word of the name."""
    end: int
    """One past its last word."""
    title: str
    """The title before it that is no part of it; may be empty."""

    @property
    def name(self) -> Name:
        """The words."""
        return tuple(word.text for word in self.sentence.words[self.start : self.end])

    @property
    def long_past(self) -> bool:
        """Whether the sentence tells of a year so long ago that nobody in it acts today."""
        years = (word.text for word in self.sentence.words if _LONG_PAST.fullmatch(word.text))
        return any(int(year) <= _LAST_YEAR_OF_HISTORY for year in years)

    @property
    def opens(self) -> bool:
        """Whether its first word would have a capital in any case."""
        return self.sentence.words[self.start].opens

    @property
    def printed(self) -> str:
        """As the text prints it."""
        return self.sentence.printed(self.start, self.end)

    @property
    def spots(self) -> frozenset[Spot]:
        """Where it stands."""
        return frozenset((self.number, at) for at in range(self.start, self.end))


@dataclass(slots=True, kw_only=True)
class Person:
    """A name, and what the text tells of who bears it. Filled while the text is read."""

    name: Name
    """The words of the fullest form."""
    printed: str
    """The same as printed."""
    reason: str = ""
    """The first words that tell what the person is; empty so far."""
    cited: bool = False
    """Whether the text says that they say something."""
    closes: bool = False
    """Whether it ends a sentence that cites it: `…, said X.`"""
    acts: bool = False
    """Whether a verb of which it is the subject follows, or a state or organisation to which it belongs."""
    tied: bool = False
    """Whether the text says to whom it belongs: `X of the Y`."""
    beside: set[str] = field(default_factory=set)
    """Last words of the names with which it acts together."""
    pronouns: set[str] = field(default_factory=set)
    """What the text calls it where it goes on: `he`, `it`."""
    often: bool = False
    """Whether it is named more than once, in full or by a short form."""
    placed: bool = False
    """Whether its first or last word stands somewhere after `in`, as places do."""
    within: bool = False
    """Whether it stands within a sentence, where a capital tells something."""
    unaided: bool = False
    """Whether it stands where the name of a place or thing would have a preposition or article."""
    shortened: bool = False
    """Whether the text goes on with a short form."""
    present: bool = False
    """Whether it is told of in a sentence that tells of our time."""
    aliases: dict[str, None] = field(default_factory=dict)
    """Other forms, in order."""
    first: str = ""
    """The words around it where it stands first."""
    roles: dict[str, None] = field(default_factory=dict)
    """Offices, in order."""
    spots: set[Spot] = field(default_factory=set)
    """Where it stands."""

    def observe(self, seen: Seen) -> None:
        """Take in what stands around the name in one place."""
        sentence, start, end = seen.sentence, seen.start, seen.end
        role = role_before(sentence, start) or role_after(sentence, end) or role_across(sentence, start, end)
        if role:
            self.roles[role] = None
        titled = role or seen.title or seen.name[0] in KEPT_TITLES
        known = titled or is_kin(sentence, start, end) or age_after(sentence, end)
        if not self.reason and (known or relative_after(sentence, end) or tells_press(sentence, end)):
            self.reason = f"told who it is: “{sentence.excerpt(start, end)}”"
        owned = start > 0 and sentence.words[start - 1].owns and is_place(sentence.words[start - 1].text)
        owned = owned and not describes(sentence, end)
        self.cited = self.cited or is_cited(sentence, start, end)
        self.closes = self.closes or closes_quotation(sentence, start, end)
        here = any(told(sentence, end) for told in (acts, act_together, belongs, owns_people))
        if acts_beside(sentence, start, end):
            here = True
            self.beside.add(sentence.words[start - 2].text)
        self.tied = self.tied or is_of(sentence, end)
        self.acts = self.acts or self.cited or here or owned
        self.pronouns |= {"it"} if thing_after(sentence, end) else {pronoun_after(sentence, end)} - {""}
        self.often = self.often or bool(self.spots)
        self.within = self.within or not seen.opens
        self.present = self.present or not seen.long_past
        self.first = self.first or sentence.excerpt(start, end)
        alone = stands_unaided(sentence, start) and not describes(sentence, end)
        self.unaided = self.unaided or (len(seen.name) == _GIVEN_AND_SURNAME and alone)
        self.spots |= seen.spots

    def shorten(self, seen: Seen, form: str) -> None:
        """Take in a short form, such as a surname; one that is a month as well is no alias."""
        self.observe(seen)
        self.shortened = True
        if form not in MONTHS_BORNE:
            self.aliases[form] = None

    def absorb(self, other: Person) -> None:
        """Take in another full form of the name."""
        self.aliases |= {other.printed: None} | other.aliases
        self.roles |= other.roles
        self.reason = self.reason or other.reason
        self.cited = self.cited or other.cited
        self.closes = self.closes or other.closes
        self.acts = self.acts or other.acts
        self.pronouns |= other.pronouns
        self.present = self.present or other.present
        self.often = True
        self.spots |= other.spots

    @property
    def surname(self) -> str:
        """The last word of the name that is no `Jr`."""
        return next((word for word in reversed(self.name) if word not in SUFFIXES), self.name[-1])

    def is_told(self) -> bool:
        """Whether the text, or the sort of name, tells that this is a person who has a part in it."""
        if not self.present or (self.surname in PLACE_WORDS and not self.reason):
            return False
        if self.reason or "he" in self.pronouns or (self.cited and self.shortened):
            return True
        if self.placed:
            return False
        if is_first_name(self.name[0]):
            return self.acts or self.often or self.unaided or self.tied
        sounds = is_rare_first_name(self.name[0]) or is_surname(self.surname)
        return "it" not in self.pronouns and (self.closes or (sounds and self.acts))

    def find(self) -> Find | None:
        """The proposal, if the text tells enough."""
        if not self.is_told():
            return None
        bare = {self.printed, *self.aliases} if len(self.name) > 1 else set(self.aliases)
        aliases = [form for form in self.aliases if form != self.printed and not _titled(form, bare)]
        proposal = Proposal(
            name=self.printed,
            kind=ActorKind.PERSON,
            aliases=tuple(aliases),
            reason=self.reason or f"a name that people bear: “{self.first}”",
            roles=tuple(role for role in self.roles if role.split()[-1] not in _NO_OFFICES),
        )
        return Find(proposal=proposal, spots=frozenset(self.spots))


def _titled(form: str, bare: set[str]) -> bool:
    """Whether a form is another one with a title before it, and so is found with that one."""
    title, _, rest = form.partition(" ")
    return is_title(title) and rest in bare
