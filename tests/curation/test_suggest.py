"""What is suggested, with its reason, its sentences and its command."""

import shlex

import pytest
from archives import actor, archive, lists

from sitegen.actors.protocol import Find, Proposal
from sitegen.annotate import annotate
from sitegen.content import read_site
from sitegen.curation import NotUnderstoodError, open_desk, write
from sitegen.curation.shell import quoted
from sitegen.curation.suggest import Group, accept, suggest
from sitegen.curation.suggest.likeness import likely_one
from sitegen.model import ActorKind, Alias

PERSON, STATE, MEDIA, GROUP = ActorKind.PERSON, ActorKind.STATE, ActorKind.MEDIA, ActorKind.GROUP


def pairs(*actors):
    return [({one.slug, other.slug}, reason) for one, other, reason in likely_one(actors)]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (actor("a", "Kassym-Jomart Tokayev", kind=PERSON), actor("b", "Kassym-Zhomart Tokaev", kind=PERSON), "nearly the same"),
        (actor("a", "Tokayev", kind=PERSON), actor("b", "Токаев", kind=PERSON), "nearly the same"),
        (actor("a", "Volodymyr Zelensky", kind=PERSON), actor("b", "Володимир Зеленський", kind=PERSON), "nearly the same"),
        (actor("a", "Oleksandr Vasylenko", kind=PERSON), actor("b", "Olexander Wasylenko", kind=PERSON), "two spellings of one name"),
        (actor("a", "José Peña", kind=PERSON), actor("b", "Jose Pena", kind=PERSON), "plain Latin letters"),
        (actor("a", "Chan", kind=PERSON), actor("b", "Derek Chan", kind=PERSON), "may be short for 'Derek Chan'"),
        (actor("a", "Derek Chan", kind=PERSON), actor("b", "Derek Armstrong Chan", kind=PERSON), "a name between"),
        (actor("a", "Foreign Office"), actor("b", "Foreign Office of the United Kingdom"), "begins with"),
        (actor("a", "Labour Department of Hong Kong"), actor("b", "Hong Kong Labour Department"), "the same words"),
        (actor("a", "Kazakhstan's interior ministry"), actor("b", "Interior Ministry of Kazakhstan"), "the same words"),
        (actor("a", "CSTO"), actor("b", "Collective Security Treaty Organization"), "initials"),
        (actor("a", "OSCE"), actor("b", "Organization for Security and Co-operation in Europe"), "initials"),
        (actor("a", "Ministry of Defence"), actor("b", "Ministry of Defense"), "nearly the same"),
        (actor("a", "One", wikidata="Q1"), actor("b", "Other", wikidata="Q1", kind=GROUP), "Q1"),
        (actor("a", "The Gazette", kind=MEDIA), actor("b", "Gazette", kind=MEDIA), "both are called 'gazette'"),
        (actor("a", "River Office", "the board"), actor("b", "Lake Office", "Board"), "both are called 'board'"),
    ],
)  # fmt: skip
def test_what_may_be_one_is_found(one, other, reason):
    ((slugs, said),) = pairs(one, other)
    assert slugs == {"a", "b"}
    assert reason in said
    assert {frozenset(found) for found, _ in pairs(other, one)} == {frozenset("ab")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("a", "George Bush", kind=PERSON), actor("b", "Barbara Bush", kind=PERSON)),
        (actor("a", "Ann Abel", Alias(name="Abel", weak=True), kind=PERSON), actor("b", "Carl Abel", Alias(name="Abel", weak=True), kind=PERSON)),
        (actor("a", "Karin Holm", kind=PERSON), actor("b", "Karen Halim", kind=PERSON)),
        (actor("a", "Niger", kind=STATE), actor("b", "Nigeria", kind=STATE)),
        (actor("a", "West Yorkshire Police"), actor("b", "South Yorkshire Police")),
        (
            actor("a", "Police in Kazakhstan", Alias(name="police", since="2022-01-05", until="2022-01-06")),
            actor("b", "Police in Hong Kong", Alias(name="police", since="2025-11-26", until="2025-11-28")),
        ),
        (actor("a", "North Korea", kind=STATE), actor("b", "South Korea", kind=STATE)),
        (actor("a", "Guinea", kind=STATE), actor("b", "Equatorial Guinea", kind=STATE)),
        (actor("a", "Jordan", kind=STATE), actor("b", "Jordan", kind=PERSON)),
        (actor("a", "22nd Division"), actor("b", "23rd Division")),
        (actor("a", "Interior Ministry of Kazakhstan"), actor("b", "Interior Ministry of Russia")),
        (actor("a", "Iran"), actor("b", "Iraq")),
        (actor("a", "Ann Abel", wikidata="Q1", kind=PERSON), actor("b", "Ann Abell", wikidata="Q2", kind=PERSON)),
        (actor("a", "Li Wei", kind=PERSON), actor("b", "Wei", kind=STATE)),
    ],
)  # fmt: skip
def test_who_is_different_is_left_alone(one, other):
    assert pairs(one, other) == []


@pytest.fixture
def root(tmp_path):
    actors = [
        actor("ann-abel", "Ann Abel", kind=PERSON),
        actor("ann-abell", "Ann Abell", kind=PERSON, proposed=True),
        actor("lost-office", "Lost Office", proposed=True),
    ]
    texts = (
        'The mayor, Ann Abell, met the press. "Fine", she said.',
        "Ann Abel left. Much later Carl Baker, the chief engineer, arrived.",
        "“We are late,” Carl Baker said.",
    )
    return archive(tmp_path, actors, texts)


def found(root, timeline=""):
    return suggest(annotate(read_site(root))[0], timeline)


def test_each_suggestion_has_its_reason_its_sentences_and_its_command(root):
    new, same, unnamed = found(root)
    assert [one.group for one in (new, same, unnamed)] == [Group.NEW, Group.SAME, Group.UNNAMED]
    assert new.title == "Carl Baker (person)"
    assert [(s.path[-12:], s.before, s.name) for s in new.samples] == [
        ("0801-news.md", "Much later ", "Carl Baker"),
        ("0802-news.md", "“We are late,” ", "Carl Baker"),
    ]
    assert shlex.split(new.command)[:6] == ["sitegen", "actors", "add", "Carl Baker", "--kind", "person"]
    assert same.title == "Ann Abell = Ann Abel (person)"
    assert {s.name for s in same.samples} == {"Ann Abel", "Ann Abell"}
    assert same.command == "sitegen actors merge ann-abel ann-abell"
    assert unnamed.command == "sitegen actors remove lost-office"
    assert all(one.reason for one in (new, same, unnamed))


def test_whom_only_a_header_names_is_suggested_with_its_sentence_and_not_removed(root):
    source = next(root.glob("content/*/sources/*.yaml"))
    summary = "summary: Nothing new. The Lost Office told Dora Cooper to wait, Dora Cooper said on Monday.\n"
    source.write_text(source.read_text(encoding="utf-8") + summary, encoding="utf-8")
    told = found(root)
    assert Group.UNNAMED not in [one.group for one in told]
    new = next(one for one in told if one.title == "Dora Cooper (person)")
    assert [(s.path, s.before, s.name) for s in new.samples] == [
        (str(source.relative_to(root)), "The Lost Office told ", "Dora Cooper")
    ]


def test_what_acts_again_and_again_is_asked_for_though_nothing_says_what_it_is(tmp_path):
    texts = (
        "The fire department said that two halls burned. Norvex said nothing. Then the harbour board said so.",
        "The fire department has closed the road, and Norvex confirmed the number. In Zarin windows shook.",
        "Zarin was calm. Firefighters said so. Firefighters said it again. Harvex said so once.",
    )
    new = found(archive(tmp_path, [], texts))
    assert [one.title for one in new] == ["fire department (organisation)", "Norvex (organisation)"]
    assert all(len(one.samples) == 2 and "acts 2 times" in one.reason for one in new)


def test_a_recogniser_more_finds_more(root):
    def find(reading, taken):
        yield Find(proposal=Proposal(name="Much later", kind=GROUP, reason="suggested by a model"))

    more = suggest(annotate(read_site(root))[0], "", [find])
    assert [one.title for one in more[:2]] == ["Carl Baker (person)", "Much later (group)"]
    assert more[1].reason == "suggested by a model"


def test_of_one_timeline_only_what_stands_in_it(root):
    assert [one.group for one in found(root, "flood")] == [Group.NEW, Group.SAME]
    assert found(root, "other") == ()


def test_accepting_does_what_the_command_does(root):
    desk = open_desk(root)
    for suggestion in found(root):
        desk = accept(desk, suggestion)
    write(desk)
    assert lists(root) == {
        "u0": (("ann-abel",), (), ()),
        "u1": (("ann-abel", "carl-baker"), (), ()),
        "u2": (("carl-baker",), (), ()),
    }
    assert read_site(root).not_actors.names == ("Lost Office",)
    assert found(root) == ()


def test_an_actor_of_a_person_is_not_removed_by_a_number(root):
    file = root / "content/actors/lost-office.md"
    file.write_text(file.read_text().replace("proposed: true\n", ""))
    unnamed = found(root)[-1]
    assert unnamed.command == "sitegen actors alias lost-office NAME"
    with pytest.raises(NotUnderstoodError, match="sitegen actors remove lost-office"):
        accept(open_desk(root), unnamed)


def test_what_was_refused_is_not_suggested_again(root):
    (root / "content/actors/not-actors.yaml").write_text("names: [the carl  BAKER]\n")
    assert [one.group for one in found(root)] == [Group.SAME, Group.UNNAMED]


@pytest.mark.parametrize(
    ("word", "typed"),
    [("add", "add"), ("--kind", "--kind"), ("Ann Abel", '"Ann Abel"'), ("Токаев", '"Токаев"'), ('A "B" C', '"A \\"B\\" C"'), ("A$B !", "'A$B !'")],
)  # fmt: skip
def test_words_are_quoted_as_any_shell_wants_them(word, typed):
    assert quoted(word) == typed
    assert shlex.split(typed) == [word]
