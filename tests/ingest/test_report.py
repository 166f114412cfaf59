"""What a person reads after an import: in order, short, with the places where the rest stands."""

from sitegen.ingest import Fate, ImportReport, render
from sitegen.model import Actor, ActorKind, LeftOut, Place

RECORD = "content/flood/sources/gazette.yaml"


def report(**parts):
    return ImportReport(
        document="seeds/page.html", timeline="flood", source="gazette", **{"found": 1} | parts
    )


def quoted(text, reason="buttons and counts", locator="line 7"):
    return LeftOut(locator=locator, text=text, reason=reason)


def test_long_lists_are_cut_and_say_where_the_rest_stands():
    said = render(report(inferred=tuple(f"rule {n}" for n in range(40))))
    assert "    rule 11\n    and 28 more, in " + RECORD in said
    assert "rule 12\n" not in said
    kind = ActorKind.PERSON
    actors = [
        (Actor(slug=f"a{n}", name=f"Name {n}", kind=kind, place=Place(path="")), "x") for n in range(14)
    ]
    assert "    and 2 more, in content/actors/\n" in render(report(actors=tuple(actors)))


def test_a_list_is_not_cut_for_the_sake_of_one_item():
    assert "more, in" not in render(report(inferred=tuple(f"rule {n}" for n in range(13))))


def test_what_is_left_out_stands_below_its_reason_the_longest_first():
    lines = (
        quoted("Share", locator="line 3"),
        quoted("Share", locator="line 5"),
        quoted("one two three"),
        quoted("Foot of the page", reason="below the last update", locator="line 99"),
        quoted("Share", locator="line 6"),
    )
    assert render(report(left_out=lines)).endswith(
        "  left out of the updates and the header:\n"
        "    buttons and counts:\n"
        "      line 7: 'one two three'\n"
        "      line 3 and 2 times more: 'Share'\n"
        "    line 99: 'Foot of the page': below the last update\n"
    )


def test_long_texts_are_cut_with_the_number_of_their_words():
    said = render(report(left_out=(quoted("word\n" * 50),)))
    assert "    line 7: 'word " in said
    assert "…, 50 words': buttons and counts\n" in said
    assert max(map(len, said.splitlines())) < 140


def test_what_happened_comes_in_one_order_and_names_what_a_person_has_to_look_at():
    fates = (
        ("a", Fate.UNCHANGED),
        ("b", Fate.REPLACED),
        ("c", Fate.NEW),
        ("d", Fate.DELETED),
        ("e", Fate.UNCHANGED),
    )
    said = render(report(found=4, savings=2, fates=fates)).splitlines()
    assert said[1:] == [
        "  4 updates found, read as ",
        "  timeline flood, source gazette",
        "  2 savings of the page have together 5 updates",
        "  1 new",
        "  1 changed",
        "    b",
        "  1 deleted by a person, not written again",
        "    d",
        "  2 unchanged",
    ]


def test_what_is_new_in_files_with_the_same_words_stands_below_their_number():
    fates = (("a", Fate.REFRESHED), ("b", Fate.REFRESHED))
    said = render(report(found=2, fates=fates, refreshed=("where they stand in the newest saving: 2",)))
    assert (
        "  2 with the same words; new in their files\n    where they stand in the newest saving: 2\n" in said
    )


def test_a_rule_that_is_told_twice_is_said_once():
    assert render(report(inferred=("oldest first", "oldest first"))).count("oldest first") == 1


def test_a_dry_run_shows_both_ends_of_the_page():
    many = report(updates=tuple(f"line {n}  10:0{n}  Report" for n in range(9)))
    said = render(many, with_updates=True)
    assert "    line 2  10:02  Report\n    (3 more)\n    line 6  10:06  Report\n" in said
    assert "line 2" not in render(many)
    few = render(report(updates=tuple(f"line {n}  10:0{n}  Report" for n in range(7))), with_updates=True)
    assert "more)" not in few
    assert few.count("Report") == 7
