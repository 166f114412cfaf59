"""What updates say and about whom."""

import pytest

from sitegen.annotate import annotate
from sitegen.content import read_site
from sites import SITE, path_of, update, write


def annotated(root, **changes):
    write(root, {**SITE, path_of(): update(**changes)})
    archive, found = annotate(read_site(root))
    return archive, found, next(u for u in archive.updates if u.update.id == "u1")


@pytest.mark.parametrize(
    ("changes", "actors"),
    [
        ({"body": "The Mayor spoke."}, ("mayor",)),
        ({"body": "Nobody."}, ()),
        ({"body": "Nobody.", "actors": "[red-cross]"}, ("red-cross",)),
        ({"body": "The Mayor.", "actors": "[red-cross]"}, ("red-cross", "mayor")),
        ({"body": "The Mayor.", "actors": "[mayor]"}, ("mayor",)),
        ({"body": "The Mayor.", "not_actors": "[mayor]"}, ()),
        ({"title": "Red Cross comes", "body": "Tents."}, ("red-cross",)),
        ({"body": "The Mayor and the mayor of the town."}, ("mayor",)),
        ({"body": "`The Mayor`"}, ("mayor",)),
        ({"body": "The Mayoress spoke."}, ()),
        ({"body": "The Mayor.", "also_actors": "[red-cross]"}, ("red-cross", "mayor")),
        ({"body": "Nobody.", "actors": "[mayor]", "not_actors": "[mayor]"}, ()),
        ({"body": "Nobody.", "also_actors": "[mayor]", "not_actors": "[mayor]"}, ()),
        ({"body": "The Mayor.", "actors": "[gone]"}, ("mayor",)),
    ],
)
def test_actors_are_listed_or_named(tmp_path, changes, actors):
    assert annotated(tmp_path, **changes)[2].actors == actors


def test_a_renamed_actor_counts_under_its_name_of_today(tmp_path):
    write(tmp_path, {"content/actors/ann.md": "---\nname: Ann\nkind: person\nformerly: [mrs-ann]\n---\n"})
    assert annotated(tmp_path, body="Nobody.", actors="[mrs-ann]")[2].actors == ("ann",)
    assert annotated(tmp_path, body="Nobody.", also_actors="[mrs-ann, ann]")[2].actors == ("ann",)
    assert annotated(tmp_path, body="Ann spoke.", not_actors="[mrs-ann]")[2].actors == ()


def test_a_former_name_that_another_actor_has_now_means_that_one(tmp_path):
    write(tmp_path, {"content/actors/ann.md": "---\nname: Ann\nkind: person\nformerly: [mayor]\n---\n"})
    assert annotated(tmp_path, body="Nobody.", actors="[mayor]")[2].actors == ("mayor",)


def test_named_are_the_actors_of_title_and_text_whatever_the_file_says(tmp_path):
    item = annotated(
        tmp_path, title="Red Cross comes", body="The Mayor.", actors="[mayor]", not_actors="[mayor]"
    )[2]
    assert item.named == ("red-cross", "mayor")
    assert item.actors == ("red-cross",)


def test_the_first_mention_in_a_paragraph_is_linked(tmp_path):
    html = annotated(tmp_path, body="The Mayor said The Mayor.\n\nThe Mayor again.")[2].html
    assert html.count("<a ") == 2


def test_a_mention_that_is_not_meant_is_not_linked(tmp_path):
    assert "<a " not in annotated(tmp_path, body="The Mayor.", not_actors="[mayor]")[2].html


def test_an_alias_is_linked_with_the_name_as_title(tmp_path):
    html = annotated(tmp_path, body="So said the mayor of the town.")[2].html
    assert '<a href="site:/actors/mayor/index.html" title="The Mayor">mayor of the town</a>' in html


def test_the_title_of_a_link_tells_the_office_held_that_day(tmp_path):
    roles = "roles:\n  - title: Mayor of Rivertown\n    from: 2024-03-01\n    to: 2024-03\n"
    mayor = f"---\nname: Ann Ash\nkind: person\naliases: [Ash]\n{roles}---\n"
    write(tmp_path, {"content/actors/ann-ash.md": mayor})
    html = annotated(tmp_path, body="Ash spoke.\n\nAnn Ash spoke.")[2].html
    assert html.count('title="Ann Ash, Mayor of Rivertown"') == 2
    html = annotated(tmp_path, body="Ash spoke.\n\nAnn Ash spoke.", time="2024-02-29T08:00:00+00:00")[2].html
    assert html.count('title="Ann Ash"') == html.count("title=") == 1


ASH = "---\nname: Ann Ash\nkind: person\naliases:\n  - name: Ash\n    weak: true\n---\n"


def ash(root, *, elsewhere="Nobody.", source="wire", header="Flood live", mapper=map, **changes):
    """Actors of an update that names `Ash`, in an archive where another update says something else."""
    write(
        root,
        {
            **SITE,
            "content/actors/ann-ash.md": ASH,
            "content/flood/sources/wire.yaml": f"publisher: Sample Wire\ntitle: {header}\n",
            "content/flood/sources/post.yaml": "publisher: Sample Post\ntitle: Flood\n",
            path_of(): update(body="Ash spoke.", **changes),
            path_of(name="0900-else"): update(
                "u9", body=elsewhere, source=source, time="2024-03-01T09:00:00+00:00"
            ),
        },
    )
    archive, _ = annotate(read_site(root), mapper)
    return next(u for u in archive.updates if u.update.id == "u1").actors


@pytest.mark.parametrize(
    ("facts", "actors"),
    [
        ({}, ()),
        ({"elsewhere": "Ann Ash came."}, ("ann-ash",)),
        ({"elsewhere": "Ash came."}, ()),
        ({"elsewhere": "Ann Ash came.", "source": "post"}, ()),
        ({"header": "Flood, with Ann Ash"}, ("ann-ash",)),
        ({"title": "Ann Ash comes"}, ("ann-ash",)),
        ({"elsewhere": "Ann Ash came.", "not_actors": "[ann-ash]"}, ()),
    ],
)
def test_a_weak_alias_counts_where_its_source_names_the_actor(tmp_path, facts, actors):
    assert ash(tmp_path, **facts) == actors


def test_a_name_that_is_not_meant_does_not_make_a_weak_one_count(tmp_path):
    assert ash(tmp_path, elsewhere="Ann Ash came.") == ("ann-ash",)
    denied = update("u9", body="Ann Ash came.", not_actors="[ann-ash]", time="2024-03-01T09:00:00+00:00")
    write(tmp_path, {path_of(name="0900-else"): denied})
    archive, _ = annotate(read_site(tmp_path))
    assert archive.by_actor["ann-ash"] == ()


def test_weak_aliases_are_linked_and_updates_are_read_twice_only_where_needed(tmp_path):
    sizes = []

    def mapper(function, items):
        sizes.append(len(items))
        return map(function, items)

    assert ash(tmp_path, elsewhere="Ann Ash came.", mapper=mapper) == ("ann-ash",)
    assert ash(tmp_path, elsewhere="Nobody.", mapper=mapper) == ()
    assert sizes == [4, 1, 4, 1]
    write(tmp_path, {"content/actors/ann-ash.md": ASH.replace("true", "false")})
    annotate(read_site(tmp_path), mapper)
    assert sizes[4:] == [4]


def test_an_office_counts_on_the_day_in_the_zone_of_the_timeline(tmp_path):
    roles = "roles:\n  - title: Mayor\n    called: the mayor\n    from: 2024-03-01\n"
    write(tmp_path, {"content/actors/ann-ash.md": f"---\nname: Ann Ash\nkind: person\n{roles}---\n"})
    assert annotated(tmp_path, body="So said the mayor.", time="2024-02-29T23:30:00-02:00")[2].actors == (
        "ann-ash",
    )
    assert annotated(tmp_path, body="So said the mayor.", time="2024-02-29T23:30:00+00:00")[2].actors == ()


def test_words_for_an_office_without_dates_are_told(tmp_path):
    roles = "roles:\n  - title: Mayor\n    called: the mayor\n"
    write(tmp_path, {"content/actors/ann-ash.md": f"---\nname: Ann Ash\nkind: person\n{roles}---\n"})
    _, found, item = annotated(tmp_path, body="So said the mayor.")
    assert item.actors == ()
    assert [(d.code, d.path) for d in found] == [("undated-role", "content/actors/ann-ash.md")]


def test_indexes_have_an_entry_for_everybody(tmp_path):
    archive, _, _ = annotated(tmp_path, body="Nobody.")
    assert {slug: [u.update.id for u in updates] for slug, updates in archive.by_actor.items()} == {
        "mayor": ["u2"],
        "red-cross": [],
    }
    assert [u.update.id for u in archive.by_timeline["flood"]] == ["u1", "u2", "u3"]
    assert [u.update.id for u in archive.by_source["wire"]] == ["u1", "u2", "u3"]


def test_the_day_is_that_of_the_event(tmp_path):
    assert annotated(tmp_path, time="2024-02-29T23:30:00-02:00")[2].day == "2024-03-01"


def test_an_alias_of_two_is_told_and_links_nobody(tmp_path):
    write(tmp_path, {"content/actors/other.md": "---\nname: The Mayor\nkind: person\n---\n"})
    _, found, item = annotated(tmp_path, body="The Mayor.")
    assert item.actors == ()
    assert [d.code for d in found] == ["ambiguous-alias"]


def test_too_deep_is_an_error_of_the_update(tmp_path):
    _, found, _ = annotated(tmp_path, body="> " * 400 + "deep")
    assert [(d.code, d.path, d.line) for d in found] == [("nested-too-deep", path_of(), 7)]


def header(tmp_path, **files):
    actors = {f"content/actors/{name.replace('_', '-')}.md": text for name, text in files.items()}
    wire = (
        "publisher: Sample Wire\ntitle: The Mayor speaks\nsummary: |-\n  The Red Cross came. So did the Red Cross.\n\n"
        "  Ana Ford, too.\nkey_points: [Ford went home]\n"
    )
    files = {"content/flood/sources/wire.yaml": wire, path_of(): update(body="Ford and nobody else.")}
    write(tmp_path, {**SITE, **files, **actors})
    archive, _ = annotate(read_site(tmp_path))
    return archive


FORD = "---\nname: Ana Ford\nkind: person\naliases: [{name: Ford, weak: true}]\n---\n"


def test_a_header_names_actors_and_links_those_of_its_summary(tmp_path):
    archive = header(tmp_path, ana_ford=FORD)
    told = archive.headers["wire"]
    assert [(m.actor, told.text[m.start : m.end]) for m in told.mentions] == [
        ("mayor", "The Mayor"), ("red-cross", "Red Cross"), ("red-cross", "Red Cross"), ("ana-ford", "Ana Ford"),
        ("ana-ford", "Ford"),
    ]  # fmt: skip
    assert archive.heading == {"mayor": ("wire",), "red-cross": ("wire",), "ana-ford": ("wire",)}
    assert told.summary_html.count("actors/red-cross/") == 1
    assert told.summary_html.count("<p>") == 2


def test_a_weak_name_counts_in_an_update_whose_header_names_the_actor(tmp_path):
    archive = header(tmp_path, ana_ford=FORD)
    assert [item.update.id for item in archive.by_actor["ana-ford"]] == ["u1"]


def test_a_header_is_no_update_and_a_dated_name_counts_on_the_day_of_the_first(tmp_path):
    dated = "---\nname: Ana\nkind: person\naliases: [{{name: Ana Ford, {}: 2024-03-02}}]\n---\n"
    archive = header(
        tmp_path, ana=dated.format("from"), ana_two=dated.format("to").replace("Ana\n", "Ana B\n")
    )
    assert archive.heading.keys() == {"mayor", "red-cross", "ana-two"}
    assert archive.by_actor["red-cross"] == ()
