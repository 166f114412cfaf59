"""Content is that of the savings, whichever was imported first."""

import itertools
import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lives import BODIES, Shown, lives, page

from sitegen.content import read_site
from sitegen.ingest import ImportRequest, apply, plan_import
from sites import files_of


def imported(root, documents, **options):
    """The content after importing these in this order."""
    (root / "content").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Archive\n")
    for document in documents:
        plan = plan_import(root, ImportRequest(document=document, options=options), read_site(root))
        assert plan.questions == ()
        apply(plan)
    return files_of(root / "content")


def of_all_orders(documents, **options):
    """The contents that the orders of importing make."""
    for order in itertools.permutations(documents):
        with tempfile.TemporaryDirectory() as folder:
            yield imported(Path(folder) / "archive", order, **options)


def saved(folder, pages, ending="html"):
    documents = []
    for number, text in enumerate(dict.fromkeys(pages)):
        documents.append(folder / f"page{number}.{ending}")
        documents[-1].write_text(text)
    return documents


@pytest.mark.parametrize(("savings", "examples"), [(2, 12), (3, 3)])
def test_the_order_of_importing_makes_no_difference(tmp_path, savings, examples):
    @settings(max_examples=examples)
    @given(lives(savings))
    def check(pages):
        first, *others = of_all_orders(saved(tmp_path, pages), timeline="flood")
        for other in others:
            assert other == first

    check()


UPDATES = [Shown(n, 10 * n, f"Report {n} of the flood", body) for n, body in enumerate(BODIES)]
PAGES = {
    "actors of all savings": [
        page(UPDATES[:7], "flood: what we know", 100),
        page([*UPDATES[:4], replace(UPDATES[4], body=BODIES[7]), *UPDATES[5:]], "flood: Lena Korn on her way", 200),
    ],
    "another address and another spelling of the paper": [
        page(UPDATES[:5], "flood", 100, url="https://example.org/live/1", publisher={"name": "Gazette"}),
        page(UPDATES[2:], "flood", 200, url="https://example.org/live/2", publisher={"name": "GAZETTE"}),
    ],
    "no paper": [page(UPDATES[:5], "flood", 100, publisher={}), page(UPDATES[2:], "flood", 200, publisher={})],
    "languages": [page(UPDATES[:5], "flood", 100), page(UPDATES, "flood", 200).replace('lang="en"', 'lang="en-GB"')],
    "the one shows only what is new": [page(UPDATES[:6], "flood", 100), page(UPDATES[5:], "flood: it is over", 200)],
    "nothing new but the headline": [page(UPDATES, "flood", 100), page(UPDATES, "flood: it is over", 200)],
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_pairs_that_differ_in_one_thing(tmp_path, name):
    one, other = of_all_orders(saved(tmp_path, PAGES[name]), timeline="flood")
    assert one == other


NAMED_ONCE = {
    "clocks of two zones": [
        page(UPDATES[:5], "flood", 100).replace("+00:00", "Z"),
        page(UPDATES[2:], "flood", 200).replace("T10:", "T15:").replace("T11:", "T16:").replace("+00:00", "+05:00"),
    ],
    "a time that was corrected": [
        page(UPDATES, "flood", 100),
        page([replace(UPDATES[0], minute=3), *UPDATES[1:]], "flood", 200),
    ],
    "two updates of one minute, of which the later saving has one": [
        page([replace(UPDATES[1], minute=0, number=99), *UPDATES], "flood", 100),
        page(UPDATES, "flood", 200),
    ],
    "the first day is only in one": [
        page([replace(UPDATES[0], minute=-1440), *UPDATES[1:]], "flood", 100),
        page(UPDATES[1:], "flood", 200),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", NAMED_ONCE)
def test_what_was_given_a_name_keeps_it_and_all_else_is_the_same(tmp_path, name):
    one, other = (
        nameless(content) for content in of_all_orders(saved(tmp_path, NAMED_ONCE[name]), timeline="flood")
    )
    assert one == other


def nameless(content):
    """Updates without their ids, the names of their files, and that of their source."""
    updates = [data for path, data in content.items() if "/updates/" in path]
    return sorted(re.sub(rb"^(id|source): .*\n", b"", data, flags=re.MULTILINE) for data in updates)


def test_no_update_has_another_address_after_a_later_saving(tmp_path):
    @settings(max_examples=4)
    @given(lives(3, cut_minutes=True))
    def check(pages):
        documents = saved(tmp_path, pages)
        before: dict[str, str] = {}
        for count in range(1, len(documents) + 1):
            with tempfile.TemporaryDirectory() as folder:
                imported(Path(folder), documents[:count], timeline="flood")
                now = {update.id: update.place.path for update in read_site(Path(folder)).updates}
            assert before.items() <= now.items()
            before = now

    check()


def test_pages_that_begin_within_a_minute_differ_in_names_alone(tmp_path):
    @settings(max_examples=4)
    @given(lives(2, cut_minutes=True))
    def check(pages):
        one, *others = map(nameless, of_all_orders(saved(tmp_path, pages), timeline="flood"))
        assert all(other == one for other in others)

    check()


TEXT = "Flood in the old town\n\n{}"
POST = "{0}:05 , Ada Writer\n\nReport {0}. {1}\n\n"


def test_texts_without_a_zone_of_their_own(tmp_path):
    early = TEXT.format("".join(POST.format(10 + n, body) for n, body in enumerate(BODIES[1:5])))
    late = TEXT.format("".join(POST.format(10 + n, body) for n, body in enumerate(BODIES[1:])))
    told = {"timezone": "Europe/London", "date": "2024-03-01", "publisher": "Gazette"}
    one, other = of_all_orders(saved(tmp_path, [early, late], "txt"), timeline="flood", **told)
    assert one == other


@pytest.mark.parametrize(
    ("names", "counts", "options"),
    [
        (["scmp-hkfire-day4a-2025.html", "scmp-hkfire-day4b-2025.html"], (49, 67), {}),
        (
            ["hkcnews-bail47-2021-earlier.txt", "hkcnews-bail47-2021.txt"],
            (11, 12),
            {"timezone": "Asia/Hong_Kong"},
        ),
    ],
)
def test_real_pairs(tmp_path, cases, names, counts, options):
    documents = [cases / name for name in names]
    for number, count in enumerate(counts):
        content = imported(tmp_path / str(number), documents[: number + 1], timeline="hongkong", **options)
        assert sum("/updates/" in path for path in content) == count
    one, other = of_all_orders(documents, timeline="hongkong", **options)
    assert one == other == content


ROUND = [Shown(n, n // 3, "", body) for n, body in enumerate(BODIES[1:7])]
SWAPPED = [replace(one, body=ROUND[n].body) for one, n in zip(ROUND, (1, 2, 0, 4, 3, 5), strict=True)]


@pytest.mark.parametrize(
    "pages",
    [PAGES["actors of all savings"], [page(SWAPPED, "flood", 200), page(ROUND, "flood", 100)]],
    ids=["proposals that go", "names that go round"],
)
def test_a_further_saving_that_is_cut_short_anywhere_is_taken_up_again(tmp_path, pages):
    first, further = saved(tmp_path, pages)
    expected = imported(tmp_path / "whole", [first, further], timeline="flood")
    base = tmp_path / "base"
    imported(base, [first], timeline="flood")
    request = ImportRequest(document=further, options={"timeline": "flood"})
    whole = plan_import(base, request, read_site(base))
    writes = whole.writes
    moves = sum(bool(write.move_from) for write in writes)
    assert any(write.data is None for write in writes) or moves == 3 + 1 + 2 + 1, (
        "each round has a step aside"
    )
    for cut, write in enumerate(writes):
        for moved in (False, True)[: 1 + bool(write.move_from)]:
            root = tmp_path / f"cut{cut}{moved}"
            shutil.copytree(base, root)
            apply(replace(whole, root=root, writes=writes[:cut]))
            if moved:
                (root / write.move_from).rename(root / write.path)
            assert len(read_site(root).updates) >= len(read_site(base).updates)
            apply(plan_import(root, request, read_site(root)))
            assert files_of(root / "content") == expected, cut
    assert plan_import(root, request, read_site(root)).writes == ()


def test_names_that_go_round_leave_what_a_person_made_of_them(tmp_path):
    later, early = saved(tmp_path, [page(SWAPPED, "flood", 200), page(ROUND, "flood", 100)])
    root = tmp_path / "archive"
    imported(root, [later], timeline="flood")
    first, second, *_ = [root / update.place.path for update in read_site(root).updates]
    edited = first.read_text() + "Told by a person.\n"
    first.write_text(edited)
    renamed = second.rename(second.with_name("1000-as-a-person-called-it.md"))
    request = ImportRequest(document=early, options={"timeline": "flood"})
    for _ in range(2):
        apply(plan_import(root, request, read_site(root)))
        assert first.read_text() == edited
        assert renamed.is_file()
        assert len(read_site(root).updates) == len(ROUND)
        assert plan_import(root, request, read_site(root)).writes == ()
