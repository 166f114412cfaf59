"""What two sources of a timeline tell alike is listed with the one that came later, and never merged."""

import pytest
from lives import Shown, page

from sitegen.content import read_site
from sitegen.ingest import ImportRequest, apply, plan_import, render
from sites import files_of

STATEMENT = (
    "The gates of all sluices on the northern bank are closed, and the water is expected to fall from the morning on. "
    "Who lives below the dike may go home on Sunday, the town hall said."
)
OURS = [
    Shown(1, 10, "Gates closed", STATEMENT),
    Shown(2, 30, "", "Our reporter stood on the dike all day, and has seen two boats and a swan."),
    Shown(3, 50, "", ""),
]
THEIRS = [
    Shown(1, 25, "Town hall", f"{STATEMENT} More about it soon."),
    Shown(2, 30, "", "Trams run again on the lines one and four, and there will be night buses."),
    Shown(3, 50, "", ""),
]
GAZETTE = page(OURS, "flood", 100)
HERALD = page(THEIRS, "water", 100, url="https://example.net/water", publisher={"name": "Herald"})


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "archive"
    (root / "content").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Archive\n")
    return root


def run(root, text, name, timeline="flood"):
    document = root.parent / name
    document.write_text(text)
    plan = plan_import(
        root, ImportRequest(document=document, options={"timeline": timeline}), read_site(root)
    )
    apply(plan)
    return plan.report


def listed(root):
    return {
        source.slug: [(pair.id, pair.other) for pair in source.likely_duplicates]
        for source in read_site(root).sources
    }


PAIR = ("herald-2024-03-01-1025", "gazette-2024-03-01-1010")


def test_the_later_source_lists_them_and_both_stay(root):
    assert run(root, GAZETTE, "gazette.html").likely_duplicates == ()
    report = run(root, HERALD, "herald.html")
    assert listed(root) == {"gazette-2024-03-01": [], "herald-2024-03-01": [PAIR]}
    assert len(read_site(root).updates) == 6
    assert (
        "  another source seems to tell the same, nothing was merged:\n"
        "    herald-2024-03-01-1025 and gazette-2024-03-01-1010: "
        "100% of the shorter text stands in the other one too; posted 15 min after it\n"
    ) in render(report)


def test_papers_that_print_the_same_at_the_same_minute_under_the_same_ids_keep_all_of_it(root):
    for paper in ("Gazette", "Herald", "Post", "The Gazette"):
        address = f"https://example.org/{paper.replace(' ', '')}"
        run(root, page(OURS, "flood", 100, url=address, publisher={"name": paper}), f"{paper}.html")
    updates = read_site(root).updates
    assert len(updates) == len({update.id for update in updates}) == 4 * len(OURS)
    assert len({update.source for update in updates}) == 4
    before = files_of(root)
    run(
        root,
        page(OURS, "flood", 100, url="https://example.org/Post", publisher={"name": "Post"}),
        "Post.html",
    )
    assert files_of(root) == before


def test_a_pair_is_listed_once_and_importing_again_changes_nothing(root):
    run(root, GAZETTE, "gazette.html")
    run(root, HERALD, "herald.html")
    before = files_of(root)
    assert run(root, GAZETTE, "gazette.html").likely_duplicates == ()
    assert [(pair.id, pair.other) for pair in run(root, HERALD, "herald.html").likely_duplicates] == [PAIR]
    assert files_of(root) == before


def test_a_further_saving_lists_them_anew(root):
    run(root, GAZETTE, "gazette.html")
    run(
        root,
        page(THEIRS[1:], "water", 90, url="https://example.net/water", publisher={"name": "Herald"}),
        "1.html",
    )
    assert listed(root)["herald-2024-03-01"] == []
    run(root, HERALD, "2.html")
    assert listed(root)["herald-2024-03-01"] == [PAIR]


def test_neither_savings_of_one_page_nor_other_timelines_nor_withdrawn_updates(root):
    run(root, GAZETTE, "gazette.html")
    run(root, page(OURS, "flood", 200), "later.html")
    assert listed(root) == {"gazette-2024-03-01": []}
    assert run(root, HERALD, "herald.html", timeline="elsewhere").likely_duplicates == ()
    (ours,) = [update for update in read_site(root).updates if update.id == PAIR[1]]
    file = root / ours.place.path
    file.write_text(
        file.read_text().replace("---\n", "---\nwithdrawn: {date: 2024-05-01, reason: Mistaken.}\n", 1)
    )
    assert run(root, HERALD, "herald.html").likely_duplicates == ()
