"""New actors that a document names: every recogniser in turn, then what is left after what is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.actors.acronyms import find_acronyms, spellings
from sitegen.actors.bodies import find_bodies
from sitegen.actors.called import find_called
from sitegen.actors.chambers import find_chambers
from sitegen.actors.groups import find_groups
from sitegen.actors.handles import find_handles, with_handles
from sitegen.actors.initials import find_initials
from sitegen.actors.institutions import find_institutions
from sitegen.actors.known import find_known
from sitegen.actors.media import find_media
from sitegen.actors.ministries import find_ministries
from sitegen.actors.people import find_people
from sitegen.actors.protocol import Proposal, Recogniser, Spot
from sitegen.actors.reading import Passage, read
from sitegen.actors.states import find_states
from sitegen.actors.tongues.cased import find_cased_media, find_cased_people, find_cased_states
from sitegen.actors.tongues.uncased import find_arabic_people, find_chinese
from sitegen.actors.tongues.words import ENGLISH
from sitegen.model import Actor, ActorKind

RECOGNISERS: tuple[Recogniser, ...] = (
    find_acronyms,
    find_known,
    find_media,
    find_ministries,
    find_institutions,
    find_bodies,
    find_called,
    find_initials,
    find_handles,
    find_people,
    find_chambers,
    find_groups,
    find_states,
)
"""In this order: words that one has understood are left alone by the next."""

OTHER_TONGUES: tuple[Recogniser, ...] = (
    find_acronyms,
    find_known,
    find_cased_media,
    find_cased_people,
    find_cased_states,
    find_arabic_people,
    find_chinese,
)
"""For texts that are not English."""

_SHORTEST = 2


def propose(
    passages: Sequence[Passage], known: Sequence[Actor], *, more: Sequence[Recogniser] = ()
) -> tuple[Proposal, ...]:
    """The actors that the passages of one document name and that are not known, by name or alias, already.

    `more` are recognisers that run after those that ship. No two proposals share a name or alias. The result
    depends on nothing but the arguments.
    """
    reading = read(passages)
    taken: frozenset[Spot] = frozenset()
    found: list[Proposal] = []
    for recogniser in (*(RECOGNISERS if reading.language == ENGLISH else OTHER_TONGUES), *more):
        finds = tuple(recogniser(reading, taken))
        found += [find.proposal for find in finds if find.proposal]
        taken = taken.union(*(find.spots for find in finds))
    return _new(with_handles(_with_initials(_joined(found)), reading), known)


def _joined(found: Iterable[Proposal]) -> list[Proposal]:
    """The proposals, those of one organisation as one: two recognisers may find it by different forms."""
    joined: list[Proposal] = []
    holder: dict[str, int] = {}
    for proposal in found:
        at = holder.get(_key(proposal.name))
        first = joined[at] if at is not None else None
        if at is None or first is None or ActorKind.PERSON in {proposal.kind, first.kind}:
            holder |= {_key(form): len(joined) for form in (*proposal.aliases, proposal.name)}
            joined.append(proposal)
            continue
        aliases = dict.fromkeys((*first.aliases, *proposal.aliases))
        joined[at] = replace(first, aliases=tuple(aliases), local=(*first.local, *proposal.local))
        holder |= {_key(form): at for form in proposal.aliases}
    return joined


def _with_initials(found: Sequence[Proposal]) -> list[Proposal]:
    """The proposals, initials alone as an alias of the only organisation whose name they shorten."""
    longer: dict[str, list[str]] = {}
    for proposal in found:
        words = proposal.name.split()
        if proposal.kind is ActorKind.ORGANISATION and len(words) > 1:
            for initials in spellings(words):
                longer.setdefault(initials, []).append(proposal.name)
    short = {
        owners[0]: proposal.name
        for proposal in found
        if proposal.kind is ActorKind.ORGANISATION
        and proposal.name.isupper()
        and len(proposal.name) > _SHORTEST
        and len(owners := longer.get(proposal.name.lower(), [])) == 1
    }
    taken = set(short.values())
    return [
        replace(proposal, aliases=(*proposal.aliases, short[proposal.name]))
        if proposal.name in short
        else proposal
        for proposal in found
        if proposal.name not in taken
    ]


def _new(found: Sequence[Proposal], known: Sequence[Actor]) -> tuple[Proposal, ...]:
    """Those that are not known; of a name that two share, the first keeps it."""
    holders: dict[str, list[Actor]] = {}
    for actor in known:
        for form in actor.names:
            holders.setdefault(_key(form), []).append(actor)
    new: list[Proposal] = []
    given = set(holders)
    for proposal in found:
        forms = {_key(form) for form in (proposal.name, *proposal.aliases)}
        if any(_is_same(proposal, form, actor) for form in forms for actor in holders.get(form, ())):
            continue
        if _key(proposal.name) in given:
            continue
        aliases = _free(proposal.aliases, given)
        given |= forms
        small = {form for form in proposal.local if form.islower()}
        # A form without capitals is found with one at its start, too.
        local = _free([form for form in proposal.local if form in small or form.lower() not in small], given)
        given |= {_key(form) for form in local}
        new.append(replace(proposal, aliases=aliases, local=local))
    return tuple(new)


def _free(forms: Iterable[str], given: set[str]) -> tuple[str, ...]:
    """The forms that nobody has, each once."""
    return tuple(form for form in dict.fromkeys(forms) if _key(form) not in given)


def _is_same(proposal: Proposal, form: str, actor: Actor) -> bool:
    """Whether a form that both have makes them one: a surname alone does not, where full names differ."""
    if proposal.kind is not ActorKind.PERSON or " " in form:
        return True
    name = set(_key(proposal.name).split())
    full = [words for form in actor.names if len(words := set(_key(form).split())) > 1]
    return not full or any(words <= name or name <= words for words in full)


def _key(form: str) -> str:
    """The form without a difference in an article, in white space, in capitals or in the sign for `and`."""
    return " ".join(form.casefold().removeprefix("the ").split()).replace(" & ", " and ")
