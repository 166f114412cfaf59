"""What a text tells of a person, gathered from every place that names them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.actors.evidence import (
    acts,
    age_after,
    is_cited,
    is_title,
    relative_after,
    role_across,
    role_after,
    role_before,
    stands_unaided,
    tells_press,
)
from sitegen.actors.lexicon import KEPT_TITLES, PLACE_WORDS, is_first_name
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Sentence
from sitegen.model import ActorKind

_GIVEN_AND_SURNAME = 2

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
    acts: bool = False
    """Whether a verb of which it is the subject follows."""
    often: bool = False
    """Whether it is named more than once, in full or by a short form."""
    unaided: bool = False
    """Whether it stands where the name of a place or thing would have a preposition or article."""
    shortened: bool = False
    """Whether the text goes on with a short form."""
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
        told = (
            titled or age_after(sentence, end) or relative_after(sentence, end) or tells_press(sentence, end)
        )
        if told and not self.reason:
            self.reason = f"told who it is: “{sentence.excerpt(start, end)}”"
        self.cited = self.cited or is_cited(sentence, start, end)
        self.acts = self.acts or self.cited or acts(sentence, end)
        self.often = self.often or bool(self.spots)
        self.first = self.first or sentence.excerpt(start, end)
        self.unaided = self.unaided or (
            len(seen.name) == _GIVEN_AND_SURNAME and stands_unaided(sentence, start)
        )
        self.spots |= seen.spots

    def shorten(self, seen: Seen, form: str) -> None:
        """Take in a short form, such as a surname."""
        self.observe(seen)
        self.shortened = True
        self.aliases[form] = None

    def absorb(self, other: Person) -> None:
        """Take in another full form of the name."""
        self.aliases |= {other.printed: None} | other.aliases
        self.roles |= other.roles
        self.reason = self.reason or other.reason
        self.cited = self.cited or other.cited
        self.acts = self.acts or other.acts
        self.often = True
        self.spots |= other.spots

    def find(self) -> Find | None:
        """The proposal, if the text tells enough."""
        borne = is_first_name(self.name[0]) and (self.acts or self.often or self.unaided)
        if self.name[-1] in PLACE_WORDS and not self.reason:
            return None
        if not (self.reason or borne or (self.cited and self.shortened)):
            return None
        bare = {self.printed, *self.aliases} if len(self.name) > 1 else set(self.aliases)
        aliases = [form for form in self.aliases if form != self.printed and not _titled(form, bare)]
        proposal = Proposal(
            name=self.printed,
            kind=ActorKind.PERSON,
            aliases=tuple(aliases),
            reason=self.reason or f"a name that people bear: “{self.first}”",
            roles=tuple(self.roles),
        )
        return Find(proposal=proposal, spots=frozenset(self.spots))


def _titled(form: str, bare: set[str]) -> bool:
    """Whether a form is another one with a title before it, and so is found with that one."""
    title, _, rest = form.partition(" ")
    return is_title(title) and rest in bare
