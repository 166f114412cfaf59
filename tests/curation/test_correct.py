"""Merge, split, rename, add, confirm, remove, retag: what they write, and what they leave."""

from __future__ import annotations

import pytest
from archives import actor, archive, edit_lists, lists, path_of, record

from sitegen.content import read_corpus, read_site
from sitegen.curation import (
    NotUnderstoodError,
    add_actor,
    add_names,
    confirm,
    differences,
    find_actor,
    find_actors,
    merge,
    open_desk,
    remove,
    rename,
    retag,
    split,
    write,
)
from sitegen.curation.desk import edited
from sitegen.diagnostics import ContentError
from sitegen.model import ActorKind, Alias, Role
from sites import files_of

PERSON = ActorKind.PERSON

ACTORS = [
    actor("river-office", "River Office", "the Office", proposed=True),
    actor(
        "office-of-rivers", "Office of Rivers", "OR", roles=(Role(title="Owner of the lock"),), wikidata="Q5"
    ),
    actor("ann-abel", "Ann Abel", Alias(name="Abel", weak=True), kind=PERSON, proposed=True),
    actor("abel", "Abel", kind=PERSON, proposed=True),
    actor("town", "Town", kind=ActorKind.STATE, proposed=True),
]
TEXTS = (
    "The River Office met. Ann Abel spoke.",
    "OR met in Town.",
    "Nobody met.",
)


@pytest.fixture
def root(tmp_path):
    return archive(tmp_path, ACTORS, TEXTS)


def do(root, correction, *typed, **options):
    before = open_desk(root)
    found = [find_actor(before.corpus, word) for word in typed]
    after = correction(before, *found, **options)
    write(after)
    assert not [d for d in read_corpus(root)[1] if d.code == "unknown-actor"]
    return differences(before, after)


def text(root, slug):
    return (root / f"content/actors/{slug}.md").read_text(encoding="utf-8")


def merged(root, *words):
    before = open_desk(root)
    kept, *others = find_actors(before.corpus, words)
    after = merge(before, kept, others)
    write(after)
    return differences(before, after)


# Merge -------------------------------------------------------------------------------------------------


def test_a_merge_joins_names_offices_items_and_references(root):
    file = root / "content/actors/river-office.md"
    file.write_text(
        text(root, "river-office")
        .replace("kind:", "# what it is\nkind:")
        .replace("- the Office", "- 'the Office' # so called")
        + "Its profile.\n"
    )
    other = root / "content/actors/office-of-rivers.md"
    other.write_text(text(root, "office-of-rivers") + "\nOf another file.\n")
    merged(root, "River Office", "OR")
    assert text(root, "river-office") == (
        "---\nname: River Office\n# what it is\nkind: organisation\naliases:\n  - 'the Office' # so called\n"
        "  - Office of Rivers\n  - OR\nroles:\n  - title: Owner of the lock\nwikidata: Q5\n"
        "formerly: [office-of-rivers]\n---\nIts profile.\n\nOf another file.\n"
    )
    assert not other.exists()
    assert lists(root)["u1"] == (("river-office", "town"), (), ())
    assert record(root)["u1"].actors == ("river-office", "town")


def test_a_surname_stays_weak(root):
    merged(root, "ann-abel", "abel")
    found = find_actor(read_site(root), "ann-abel")
    assert found.aliases == (Alias(name="Abel", weak=True),)


def test_a_surname_becomes_weak(tmp_path):
    root = archive(
        tmp_path,
        [
            actor("ann", "Ann Abel", kind=PERSON),
            actor("abel", "Abel", kind=PERSON),
            actor("office", "Abel", kind=ActorKind.GROUP),
        ],
        [""],
    )
    merged(root, "ann", "abel")
    assert find_actor(read_site(root), "ann").aliases == (Alias(name="Abel", weak=True),)


def test_hand_lists_and_withdrawn_updates_are_renamed_too(root):
    edit_lists(root, 2, also_actors=["town", "office-of-rivers"], not_actors=["abel"])
    gone = root / path_of(1)
    gone.write_text(
        gone.read_text().replace(
            "---\nOR met", "withdrawn:\n  date: 2024-04-01\n  reason: An error.\n---\nOR met"
        )
    )
    merged(root, "river-office", "office-of-rivers", "town")
    assert lists(root)["u2"] == ((), ("river-office",), ("abel",))
    assert "actors: [river-office]\n" in gone.read_text()
    assert record(root)["u1"].actors == ("river-office",)


def test_who_is_known_to_be_different_is_not_merged(root):
    do(root, lambda desk: add_actor(desk, "Rivers Board", ActorKind.ORGANISATION, wikidata="Q6"))
    before = files_of(root)
    with pytest.raises(ContentError, match="Office of Rivers is Q5 and Rivers Board is Q6"):
        merged(root, "Office of Rivers", "Rivers Board")
    assert files_of(root) == before


@pytest.mark.parametrize("typed", [("town",), ("town", "Town"), ("town", "content/actors/town.md")])
def test_a_merge_needs_two(root, typed):
    with pytest.raises(NotUnderstoodError, match="two actors or more"):
        merged(root, *typed)


def test_a_merge_that_was_cut_short_is_taken_up_again(root):
    merged(root, "river-office", "office-of-rivers")
    after = files_of(root)
    # As it stands when the second file is gone and no update is written yet.
    edit_lists(root, 1, actors=["office-of-rivers", "town"])
    assert find_actor(read_site(root), "office-of-rivers").slug == "river-office"
    do(root, retag)
    assert lists(root)["u1"] == (("river-office", "town"), (), ())
    assert files_of(root) == after


@pytest.mark.parametrize("kept", [("river-office", "town"), ("town", "river-office")])
def test_whom_one_of_two_files_was_true_of_stays(tmp_path, kept):
    root = archive(tmp_path, ACTORS, ["The River Office met in Town."])
    edit_lists(root, 0, actors=["river-office"], not_actors=["town"])
    found = merged(root, *kept)
    assert lists(root)["u0"] == ((kept[0],), (), ())
    (said,) = [one.lines for one in found if one.path == path_of(0)]
    assert any("had been taken off" in line for line in said)
    do(root, retag)
    assert lists(root)["u0"] == ((kept[0],), (), ())


# Split -------------------------------------------------------------------------------------------------


def test_a_split_takes_names_to_a_new_actor(root):
    do(root, lambda desk, one: split(desk, one, ["or"], name="Ocean Rescue"), "office-of-rivers")
    assert (
        text(root, "ocean-rescue") == "---\nname: Ocean Rescue\nkind: organisation\naliases:\n  - OR\n---\n"
    )
    assert "OR" not in text(root, "office-of-rivers")
    assert lists(root)["u1"][0] == ("ocean-rescue", "town")


def test_a_split_undoes_a_merge(root):
    before = lists(root)
    merged(root, "river-office", "office-of-rivers")
    do(root, lambda desk, one: split(desk, one, ["Office of Rivers", "OR"]), "river-office")
    assert lists(root) == before
    assert find_actor(read_site(root), "river-office").formerly == ()
    assert find_actor(read_site(root), "office-of-rivers").names == ("Office of Rivers", "OR")


def test_a_split_gives_names_to_an_actor_that_exists(root):
    do(root, lambda desk, one: split(desk, one, ["OR"], name="River Office"), "office-of-rivers")
    assert find_actor(read_site(root), "river-office").names == ("River Office", "the Office", "OR")
    assert lists(root)["u1"][0] == ("river-office", "town")


def test_a_weak_name_of_its_own_is_the_name_of_the_new_actor(root):
    do(root, lambda desk, one: split(desk, one, ["Abel"], name="Carl Abel"), "ann-abel")
    assert find_actor(read_site(root), "carl-abel").aliases == (Alias(name="Abel", weak=True),)
    assert "aliases" not in text(root, "ann-abel")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["XY"], "no alias 'XY'"),
        (["ofice"], "no alias 'ofice'"),
        (["Office of Rivers"], "rename' first"),
        ([], "say with --alias"),
    ],
)
def test_a_split_of_what_is_not_there_is_refused(root, names, said):
    with pytest.raises(NotUnderstoodError, match=said):
        do(root, lambda desk, one: split(desk, one, names), "office-of-rivers")


# Rename ------------------------------------------------------------------------------------------------


def test_a_rename_keeps_the_old_name_and_address(root):
    shown = do(root, lambda desk, one: rename(desk, one, "Office for Rivers"), "office-of-rivers")
    assert shown[0].path == "content/actors/office-of-rivers.md -> content/actors/office-for-rivers.md"
    found = find_actor(read_site(root), "Office for Rivers")
    assert (found.slug, found.names, found.formerly) == (
        "office-for-rivers",
        ("Office for Rivers", "OR", "Office of Rivers"),
        ("office-of-rivers",),
    )
    assert lists(root)["u1"][0] == ("office-for-rivers", "town")
    do(root, lambda desk, one: rename(desk, one, "Office of Rivers"), "office-for-rivers")
    back = find_actor(read_site(root), "office-of-rivers")
    assert (back.names, back.formerly) == (
        ("Office of Rivers", "OR", "Office for Rivers"),
        ("office-for-rivers",),
    )


def test_a_file_with_a_name_of_its_own_keeps_it(root):
    do(root, lambda desk, one: rename(desk, one, "Carla Abel"), "abel")
    do(root, lambda desk, one: rename(desk, one, "Carla B. Abel", "carla"), "carla-abel")
    do(root, lambda desk, one: rename(desk, one, "C. B. Abel"), "carla")
    found = find_actor(read_site(root), "carla")
    assert found.names == ("C. B. Abel", "Abel", "Carla Abel", "Carla B. Abel")
    assert found.formerly == ("abel", "carla-abel")


@pytest.mark.parametrize(
    ("name", "slug", "said"),
    [
        ("River Office", "", "merge the two"),
        ("X", "river-office", "merge the two"),
        ("X", "River Office", "small letters"),
        ("X", "con", "small letters"),
        ("  ", "", "say the new name"),
    ],
)
def test_a_rename_to_what_is_taken_is_refused(root, name, slug, said):
    before = files_of(root)
    with pytest.raises(NotUnderstoodError, match=said):
        do(root, lambda desk, one: rename(desk, one, name, slug), "office-of-rivers")
    assert files_of(root) == before


def test_a_former_name_of_another_is_not_taken(root):
    merged(root, "river-office", "office-of-rivers")
    with pytest.raises(NotUnderstoodError, match="that address leads there"):
        do(root, lambda desk, one: rename(desk, one, "Office  of Rivers."), "town")


# Add, confirm, remove ----------------------------------------------------------------------------------


def test_an_actor_is_added_with_all_its_updates(root):
    do(
        root,
        lambda desk: add_actor(
            desk,
            "Nobody",
            PERSON,
            aliases=[Alias(name="Nobody"), Alias(name="Nob", weak=True)],
            roles=[Role(title="None")],
        ),
    )
    assert text(root, "nobody") == (
        "---\nname: Nobody\nkind: person\naliases:\n  - name: Nob\n    weak: true\nroles:\n  - title: None\n---\n"
    )
    assert lists(root)["u2"][0] == ("nobody",)
    with pytest.raises(NotUnderstoodError, match="there is an actor 'the nobody' already"):
        do(root, lambda desk: add_actor(desk, "the nobody", PERSON))


def test_more_names_find_more_updates(root):
    do(root, lambda desk, one: add_names(desk, one, [Alias(name="Nobody"), Alias(name="Town")]), "town")
    assert find_actor(read_site(root), "town").names == ("Town", "Nobody")
    assert lists(root)["u2"][0] == ("town",)


def test_what_is_confirmed_is_not_proposed_any_more(root):
    do(root, lambda desk, *some: confirm(desk, some, ActorKind.GROUP), "town", "ann-abel")
    assert text(root, "town") == "---\nname: Town\nkind: group\n---\n"
    assert [a.slug for a in read_site(root).actors if a.proposed] == ["abel", "river-office"]


def test_what_is_removed_leaves_no_trace_and_does_not_come_back(root):
    edit_lists(root, 2, also_actors=["town"], not_actors=["river-office"])
    do(root, lambda desk, *some: remove(desk, some), "town", "river-office")
    assert lists(root) == {
        "u0": (("ann-abel",), (), ()),
        "u1": (("office-of-rivers",), (), ()),
        "u2": ((), (), ()),
    }
    assert record(root)["u0"].actors == ("ann-abel",)
    assert read_site(root).not_actors.names == ("Town", "River Office", "the Office")
    file = root / "content/actors/not-actors.yaml"
    assert file.read_text().startswith("# Names that are no actors")
    file.write_text(file.read_text() + "# mine\n")
    do(root, lambda desk, *some: remove(desk, some), "abel", "ann-abel")
    assert read_site(root).not_actors.names == ("Town", "River Office", "the Office", "Abel", "Ann Abel")
    assert "# mine\n" in file.read_text()
    do(root, lambda desk: add_actor(desk, "town", ActorKind.STATE))
    assert read_site(root).not_actors.names == ("River Office", "the Office", "Abel", "Ann Abel")


def test_the_only_name_that_is_no_actor_can_become_one_and_be_removed_again(root):
    do(root, lambda desk, *some: remove(desk, some), "town")
    file = root / "content/actors/not-actors.yaml"
    before = file.read_bytes()
    do(root, lambda desk: add_actor(desk, "Town", ActorKind.STATE))
    assert read_site(root).not_actors.names == ()
    do(root, lambda desk, *some: remove(desk, some), "town")
    assert file.read_bytes() == before


def test_a_list_of_comments_can_grow(root):
    file = root / "content/actors/not-actors.yaml"
    file.write_text("# nothing yet\n")
    do(root, lambda desk, *some: remove(desk, some), "town")
    assert file.read_text() == "# nothing yet\nnames:\n  - Town\n"


# Retag -------------------------------------------------------------------------------------------------


def test_what_a_person_did_to_the_list_is_kept_as_a_decision(root):
    edit_lists(root, 0, actors=["river-office", "town"])
    hand = root / path_of(0)
    hand.write_text(hand.read_text().replace("actors:", "# looked at\nactors:") + "\n")
    other = record(root)
    (difference,) = [one for one in do(root, retag) if one.path == path_of(0)]
    assert difference.lines == ("- town", "also_actors + town", "not_actors + ann-abel")
    assert lists(root)["u0"] == (("river-office",), ("town",), ("ann-abel",))
    assert (
        "# looked at\nactors: [river-office]\nalso_actors: [town]\nnot_actors: [ann-abel]\n"
        in hand.read_text()
    )
    assert record(root)["u0"].actors == ("river-office",)
    assert record(root)["u0"].file_sha256 == other["u0"].file_sha256, "the file stays a person's"


def test_a_list_in_another_order_is_the_same_list(root):
    edit_lists(root, 0, actors=list(reversed(lists(root)["u0"][0])))
    assert len(lists(root)["u0"][0]) > 1
    assert do(root, retag) == ()


def test_a_name_that_was_added_in_a_file_is_found_and_the_update_stays_sitegens(root):
    file = root / "content/actors/town.md"
    file.write_text(file.read_text().replace("kind: state\n", "kind: state\naliases: [Nobody]\n"))
    before = record(root)
    do(root, retag)
    assert lists(root)["u2"] == (("town",), (), ())
    after = record(root)
    assert after["u2"].file_sha256 != before["u2"].file_sha256
    assert after["u0"] == before["u0"]
    assert retag(open_desk(root)).files == {}


def test_an_update_written_by_hand_has_its_additions_kept(tmp_path):
    root = archive(tmp_path, ACTORS, TEXTS, recorded=False)
    edit_lists(root, 2, actors=["town"])
    do(root, retag)
    assert lists(root)["u2"] == ((), ("town",), ())
    assert lists(root)["u1"] == (("office-of-rivers", "town"), (), ())


def test_only_the_timeline_that_is_named(root):
    file = root / "content/actors/town.md"
    file.write_text(file.read_text().replace("kind: state\n", "kind: state\naliases: [Nobody]\n"))
    with pytest.raises(NotUnderstoodError, match="did you mean 'flood'"):
        retag(open_desk(root), "flod")
    assert list(retag(open_desk(root), "flood").files) == [path_of(2), "content/flood/sources/wire.yaml"]


def test_withdrawn_updates_are_not_looked_into(root):
    gone = root / path_of(1)
    gone.write_text(
        gone.read_text().replace(
            "---\nOR met", "withdrawn:\n  date: 2024-04-01\n  reason: An error.\n---\nOR met"
        )
    )
    before = files_of(root)
    do(root, retag)
    assert files_of(root) == before


# Names -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("town", "town"),
        ("TOWN", "town"),
        ("the  office", "river-office"),
        ("content/actors/town.md", "town"),
        ("abel", "abel"),
        ("Ann Abel", "ann-abel"),
    ],
)
def test_actors_are_found_by_any_name(root, typed, slug):
    assert find_actor(read_site(root), typed).slug == slug


def test_what_is_not_found_is_said_all_at_once_with_what_is_close(root):
    with pytest.raises(NotUnderstoodError) as error:
        find_actors(read_site(root), ["twon", "town", "Rivers", "zzz"])
    assert str(error.value).splitlines() == [
        "there is no actor 'twon'; did you mean 'Town'?",
        "there is no actor 'Rivers'; did you mean 'Office of Rivers'?",
        "there is no actor 'zzz'; 'sitegen actors' lists them",
    ]


def test_a_name_of_several_is_no_name(tmp_path):
    root = archive(tmp_path, [actor("one", "One", "Board"), actor("two", "Two", "Board")], [""])
    with pytest.raises(NotUnderstoodError, match="type one or two"):
        find_actor(read_site(root), "board")


def test_a_file_that_cant_be_edited_is_named():
    with pytest.raises(ContentError, match=r"a\.md: cannot-edit: .*; write its lists"):
        edited("a.md", b"---\nname: [\n---\n", [], [])
