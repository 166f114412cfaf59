"""Which forms of a proposal name it only beside its full name."""

import pytest

from sitegen.actors import Proposal, weak_forms
from sitegen.model import ActorKind

PERSON, ORGANISATION, STATE = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE


def is_weak(kind, name, form, weak=()):
    return form in weak_forms(Proposal(name=name, kind=kind, aliases=(form,), reason="told", weak=weak))


@pytest.mark.parametrize(
    ("kind", "name", "form"),
    [
        (PERSON, "Kassym-Jomart Tokayev", "Tokayev"),
        (PERSON, "Kassym-Jomart Tokayev", "Mr Tokayev"),
        (PERSON, "Kassym-Jomart Tokayev", "Kassym-Jomart"),
        (PERSON, "Kassym-Jomart Tokayev", "Токаев"),
        (PERSON, "Jean-Claude Juncker", "Jean-Claude"),
        (PERSON, "John Lee", "李"),
        (ORGANISATION, "Interior Ministry of Kazakhstan", "Interior Ministry"),
        (ORGANISATION, "Interior Ministry of Kazakhstan", "the ministry"),
        (ORGANISATION, "National Bank of Kazakhstan", "the bank"),
        (ORGANISATION, "Metropolitan Police", "the police"),
        (ORGANISATION, "European Commission", "the Commission"),
        (ActorKind.GROUP, "Russian paratroopers", "soldiers"),
    ],
)
def test_weak(kind, name, form):
    assert is_weak(kind, name, form)


@pytest.mark.parametrize(
    ("kind", "name", "form"),
    [
        (PERSON, "Kassym-Jomart Tokayev", "President Kassym-Jomart Tokayev"),
        (PERSON, "Kassym-Jomart Tokayev", "Kassym Jomart Tokayev"),
        (PERSON, "Kassym-Jomart Tokayev", "Касым-Жомарт Токаев"),
        (PERSON, "Alexander Boris Johnson", "Boris Johnson"),
        (PERSON, "Merkel", "Mrs Merkel"),
        (PERSON, "Angela Merkel", "@bundeskanzlerin"),
        (PERSON, "John Lee", "李家超"),
        (ORGANISATION, "Interior Ministry of Kazakhstan", "Kazakhstan’s interior ministry"),
        (ORGANISATION, "Collective Security Treaty Organization", "CSTO"),
        (ORGANISATION, "Metropolitan Police", "Met Police"),
        (STATE, "United Kingdom", "UK"),
        (ActorKind.MEDIA, "Khabar 24", "Khabar"),
    ],
)
def test_strong(kind, name, form):
    assert not is_weak(kind, name, form)


def test_what_the_recogniser_says_is_weak_is_weak_where_it_is_an_alias():
    assert is_weak(STATE, "Kazakhstan", "Astana", weak=("Astana",))
    assert weak_forms(Proposal(name="A B", kind=STATE, reason="told", weak=("C",))) == frozenset()
