"""A suggestion: what, why, where it shows, and the command that does it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sitegen.curation.shell import quoted
from sitegen.model import Actor


class Group(StrEnum):
    """What sort of suggestion it is, as a heading."""

    NEW = "New actors"
    SAME = "Perhaps one and the same"
    UNNAMED = "Named by no update"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A sentence that names an actor."""

    path: str
    """The update's file, relative to the site's folder."""
    before: str
    """What stands before the name."""
    name: str
    """The name as printed."""
    after: str
    """What follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewActor:
    """Somebody whom updates name, and whom the archive does not have."""

    actor: Actor
    """The actor, as it would be added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneActor:
    """Two actors that may be one."""

    kept: Actor
    """The one to keep."""
    other: Actor
    """The one to merge into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedActor:
    """An actor whom no update names."""

    actor: Actor
    """The actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Something to look at, and to accept or leave."""

    what: NewActor | OneActor | UnnamedActor
    """What is suggested."""
    reason: str
    """Why, a phrase."""
    samples: tuple[Sample, ...] = ()
    """At most three sentences to judge by."""

    @property
    def group(self) -> Group:
        """What sort it is."""
        match self.what:
            case NewActor():
                return Group.NEW
            case OneActor():
                return Group.SAME
            case UnnamedActor():
                return Group.UNNAMED

    @property
    def by_number(self) -> bool:
        """Whether it can be accepted as it stands: an actor that a person made is never removed so."""
        return not isinstance(self.what, UnnamedActor) or self.what.actor.proposed

    @property
    def title(self) -> str:
        """What it is about, in a few words."""
        match self.what:
            case OneActor(kept=kept, other=other):
                return f"{other.name} = {kept.name} ({kept.kind.value})"
            case NewActor(actor=actor) | UnnamedActor(actor=actor):
                return f"{actor.name} ({actor.kind.value})"

    @property
    def otherwise(self) -> str:
        """What to type so that it is not suggested again; empty where `command` says all."""
        match self.what:
            case OneActor(kept=kept, other=other):
                return f"sitegen actors different {kept.slug} {other.slug}"
            case _:
                return ""

    @property
    def command(self) -> str:
        """What to type to accept it."""
        match self.what:
            case NewActor(actor=actor):
                words = ["add", actor.name, "--kind", actor.kind.value]
                for alias in actor.aliases:
                    words += ["--weak" if alias.weak else "--alias", alias.name]
                for role in actor.roles:
                    words += ["--role", role.title]
            case OneActor(kept=kept, other=other):
                words = ["merge", kept.slug, other.slug]
            case UnnamedActor(actor=actor) if actor.proposed:
                words = ["remove", actor.slug]
            case UnnamedActor(actor=actor):
                words = ["alias", actor.slug, "NAME"]
        return " ".join(("sitegen actors", *map(quoted, words)))
