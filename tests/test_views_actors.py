"""Pages of actors: the sentence that names, the strip, the network, the former address."""

import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.annotate import annotate
from sitegen.content import read_site
from sitegen.plan import PageKind, plan_pages
from sitegen.views.network import HEIGHT, WIDTH, apart, layout
from sitegen.views.quotes import MOST, naming
from sites import SITE, path_of, update, write

MAYOR = "---\nname: The Mayor\nkind: person\n{}---\n"


def annotated(tmp_path, body):
    write(tmp_path, SITE | {path_of(): update(body=body)})
    archive, _ = annotate(read_site(tmp_path))
    return next(item for item in archive.updates if item.update.id == "u1")


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("Rain fell. The Mayor left. It stopped.", ("", "The Mayor", " left.")),
        (
            "Rain fell on 3.5 towns and the Mayor of one left",
            ("Rain fell on 3.5 towns and ", "the Mayor", " of one left"),
        ),
        ("“Rain fell.” So says the Mayor\n\nAnother paragraph.", ("So says ", "the Mayor", "")),
        ("Nobody is named.", ("", "", "")),
    ],
)
def test_the_sentence_that_names_the_actor(tmp_path, body, quote):
    assert naming(annotated(tmp_path, body), "mayor") == quote


def test_a_long_sentence_is_cut_between_words(tmp_path):
    before, name, after = naming(annotated(tmp_path, f"{'before ' * 60}the Mayor {'after ' * 60}"), "mayor")
    assert before.startswith("…before ")
    assert (name, after[-7:]) == ("the Mayor", " after…")
    assert max(len(before), len(after)) <= MOST + 1


def test_the_page_of_an_actor_tells_aliases_by_script_times_and_sources(views):
    names = "aliases: [Mayor Ana, {name: Мэр Анна, from: 2020, to: 2022}, {name: Ana, weak: true}]\n"
    view = views({"content/actors/mayor.md": MAYOR.format(names)}, PageKind.ACTOR, "mayor")
    assert [(g.script, [(a.name, a.span, a.weak) for a in g.aliases]) for g in view.aliases] == [
        ("Latin", [("Mayor Ana", "", False), ("Ana", "", True)]),
        ("Cyrillic", [("Мэр Анна", "2020 to 2022", False)]),
    ]
    assert sum(bar.count for strip in view.strips for bar in strip.chart.bars) == view.update_count
    assert sum(ref.count for ref in view.sources) == view.update_count
    assert all(bool(bar.href) == bool(bar.count) for strip in view.strips for bar in strip.chart.bars)


def test_a_source_that_names_the_actor_above_its_updates_only_is_listed_without_any(views):
    wire = "publisher: Sample Wire\ntitle: Flood live\nsummary: Tents of the Green Ring came.\n"
    files = {
        "content/flood/sources/wire.yaml": wire,
        "content/actors/green-ring.md": "---\nname: Green Ring\nkind: organisation\n---\n",
    }
    view = views(files, PageKind.ACTOR, "green-ring")
    assert [(ref.title, ref.count) for ref in view.sources] == [("Flood live", 0)]
    assert (view.update_count, view.updates) == (0, ())
    page = views(files, PageKind.SOURCE, "wire")
    assert 'href="../../actors/green-ring/index.html">Green Ring</a>' in page.summary_html


def test_a_strip_spans_the_whole_timeline(views):
    view = views({}, PageKind.ACTOR, "red-cross")
    whole = views({}, PageKind.TIMELINE)
    assert [bar.label[:10] for bar in view.strips[0].chart.bars] == [
        bar.label[:10] for bar in whole.chart.bars
    ]


def test_a_former_address_leads_to_the_actor(tmp_path, views):
    files = {"content/actors/mayor.md": MAYOR.format("formerly: [old-mayor, older-mayor]\n")}
    view = views(files, PageKind.MOVED, "The Mayor")
    assert view.target.href == "../../actors/mayor/index.html"
    assert not view.page.index
    archive, _ = annotate(read_site(tmp_path))
    moved = [page.path for page in plan_pages(archive) if page.kind is PageKind.MOVED]
    assert moved == ["actors/old-mayor/index.html", "actors/older-mayor/index.html"]


def test_the_network_counts_an_update_once_for_a_pair(views):
    body = "The Mayor met the Red Cross. The Mayor thanked the Red Cross."
    view = views({path_of(): update(body=body)}, PageKind.NETWORK, "flood")
    ties = {tie.actor.name: {ref.name: ref.count for ref in tie.others} for tie in view.ties}
    assert ties["The Mayor"]["Red Cross"] == ties["Red Cross"]["The Mayor"] == 1
    assert [node.actor.name for node in view.nodes] == [tie.actor.name for tie in view.ties]
    assert len(view.edges) == 1


weights = st.integers(1, 24).flatmap(
    lambda count: st.tuples(
        st.just(count),
        st.dictionaries(st.sampled_from([*combinations(range(count), 2)] or [(0, 1)]), st.integers(1, 99)),
    )
)


@given(weights)
def test_a_layout_stays_in_the_picture_and_puts_no_two_actors_on_one_place(drawn):
    count, shared = drawn
    places = layout(count, shared)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places)
    assert len(set(places)) == count
    assert places == layout(count, dict(reversed(shared.items())))


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=12))
def test_labels_are_moved_apart_and_stay_in_the_picture(places):
    boxes = [(100.0, 30.0)] * len(places)
    centres = apart(boxes, places)
    assert all(50 <= x <= WIDTH - 50 and 15 <= y <= HEIGHT - 15 for x, y in centres)
    for (x1, y1), (x2, y2) in combinations(centres, 2):
        assert abs(x1 - x2) > 90 or abs(y1 - y2) > 20


def test_a_person_without_a_page_of_updates_has_no_strip(views):
    view = views(
        {"content/actors/nobody.md": "---\nname: No Body\nkind: group\n---\n"}, PageKind.ACTOR, "nobody"
    )
    assert (view.strips, view.updates, view.sources) == ((), (), ())
    assert json.dumps(view.update_count) == "0"
