"""Actors for tests, in one line each."""

from __future__ import annotations

import re

from sitegen.model import Actor, ActorKind, Alias, Place, Role

_DATED = re.compile(r"(?P<text>.*?)(?: \[(?P<since>[\d-]*)\.\.(?P<until>[\d-]*)\])?")


def actor(slug: str, name: str, *aliases: str, kind: ActorKind = ActorKind.ORGANISATION) -> Actor:
    """An actor with these names. `?X` is a weak alias, `X [2019..2022]` a dated one.

    `= Title [2019..2022] | called` is a role with the words that its holder is called.
    """
    return Actor(
        slug=slug,
        name=name,
        kind=kind,
        aliases=tuple(_alias(alias) for alias in aliases if not alias.startswith("= ")),
        roles=tuple(_role(alias[2:]) for alias in aliases if alias.startswith("= ")),
        place=Place(path=f"content/actors/{slug}.md"),
    )


def actors(lines: str) -> list[Actor]:
    """Actors written as `kind slug: name; alias; alias`, one a line; without a kind an organisation."""
    made = []
    for line in lines.splitlines():
        head, _, names = line.partition(": ")
        kind, _, slug = head.rpartition(" ")
        made.append(actor(slug, *names.split("; "), kind=ActorKind(kind or "organisation")))
    return made


def _alias(written: str) -> Alias:
    found = _dated(written.removeprefix("?"))
    return Alias(name=found["text"], weak=written.startswith("?"), since=found["since"], until=found["until"])


def _role(written: str) -> Role:
    title, *called = written.split(" | ")
    found = _dated(title)
    return Role(title=found["text"], called=tuple(called), since=found["since"], until=found["until"])


def _dated(written: str) -> dict[str, str]:
    found = _DATED.fullmatch(written)
    assert found
    return {key: text or "" for key, text in found.groupdict().items()}
