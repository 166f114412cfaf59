"""A source that was saved more than once: nothing twice, nothing lost, whichever saving came first."""

import json
from datetime import UTC, datetime

import pytest

from sitegen.checks.documents import check_documents
from sitegen.content import read_site
from sitegen.diagnostics import ContentError
from sitegen.ingest import Fate, ImportRequest, apply, never_imported, plan_import
from sitegen.ingest.same_source import page_of
from sites import files_of

URL = "https://example.org/live/flood"
SOURCE = "content/flood/sources/gazette-2024-03-01.yaml"


def posting(number, title="", body="", **changes):
    return {
        "@type": "BlogPosting",
        "headline": title or f"sluice {number} is closed now",
        "datePublished": f"2024-03-01T{10 + number}:05:00+00:00",
        "articleBody": body or f"the gates of sluice {number} went down, and the water stays out.",
        "url": f"{URL}#p{number}",
    } | changes


def saving(updates, headline, changed, **changes):
    data = {
        "@type": "LiveBlogPosting",
        "headline": headline,
        "url": URL,
        "publisher": {"name": "Gazette"},
        "dateModified": changed,
        "liveBlogUpdate": updates,
    } | changes
    return f'<!doctype html><html lang="en"><script type="application/ld+json">{json.dumps(data)}</script><h1>{headline}</h1>'


EARLY = saving([posting(n) for n in (1, 2, 3)], "flood: three sluices closed", "2024-03-01T14:00:00Z")
LATE = saving(
    [
        posting(1),
        posting(2, title="sluice 2 is shut"),
        posting(3, body="the gates of sluice 3 stay up."),
        posting(4),
        posting(5),
    ],
    "flood: all sluices closed",
    "2024-03-01T17:00:00Z",
)


@pytest.fixture
def root(tmp_path):
    return archive(tmp_path / "archive")


def archive(root):
    (root / "content" / "actors").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Archive\n")
    return root


def plan(root, page, name="page.html", **known):
    file = root.parent / name
    file.write_text(page, encoding="utf-8")
    return plan_import(
        root, ImportRequest(document=file, options={"timeline": "flood", **known}), read_site(root)
    )


def run(root, page, name="page.html", **known):
    made = plan(root, page, name, **known)
    assert made.questions == ()
    apply(made)
    return made.report


def updates(root):
    return {update.id: update for update in read_site(root).updates}


def test_a_later_saving_adds_and_keeps_what_was_said(root):
    assert run(root, EARLY).count(Fate.NEW) == 3
    report = run(root, LATE)
    assert (report.count(Fate.NEW), report.count(Fate.REPLACED), report.count(Fate.UNCHANGED)) == (2, 2, 1)
    found = updates(root)
    assert len(found) == 5
    changed = found["gazette-2024-03-01-1205"]
    assert changed.title == "sluice 2 is shut"
    assert [version.title for version in changed.history] == ["sluice 2 is closed now"]
    third = found["gazette-2024-03-01-1305"]
    assert third.body == "the gates of sluice 3 stay up."
    assert third.history[0].body == "the gates of sluice 3 went down, and the water stays out."
    assert found["gazette-2024-03-01-1105"].history == ()


def test_the_record_tells_all_savings_and_is_that_of_the_newest(root):
    run(root, EARLY)
    run(root, LATE, captured="2024-03-02T09:00+00:00")
    (source,) = read_site(root).sources
    assert source.title == "flood: all sluices closed"
    assert [capture.title for capture in source.captures] == ["flood: three sluices closed", source.title]
    assert source.sha256 == source.captures[1].sha256
    assert source.captured == datetime(2024, 3, 2, 9, tzinfo=UTC)
    assert read_site(root).timelines[0].title == "flood: all sluices closed"
    assert never_imported(root, read_site(root).sources) == ()
    early, late = source.captures
    assert [len(saving.updates) for saving in source.captures] == [3, 5]
    assert set(early.updates) < set(late.updates) == set(updates(root))
    assert (early.inferred[0], source.inferred[0], late.inferred) == (
        "updates in JSON-LD only: 3",
        "updates in JSON-LD only: 5",
        (),
    )


def test_either_order_gives_the_same_content(tmp_path):
    one, other = archive(tmp_path / "one"), archive(tmp_path / "other")
    run(one, EARLY, "early.html")
    in_order = run(one, LATE, "late.html")
    run(other, LATE, "late.html")
    backwards = run(other, EARLY, "early.html")
    assert files_of(one) == files_of(other)
    assert not any("address" in note for note in in_order.notes)
    assert [note.partition(":")[0] for note in backwards.notes] == ["1 update has another address"]


def test_importing_any_of_them_again_changes_nothing(root):
    run(root, EARLY)
    run(root, LATE)
    before = files_of(root)
    for page in (EARLY, LATE):
        assert plan(root, page).writes == ()
    assert files_of(root) == before


def test_three_savings_make_a_history_in_order(tmp_path):
    middle = saving([posting(2, title="sluice 2 half shut")], "flood: some", "2024-03-01T15:00:00Z")
    orders = ([EARLY, middle, LATE], [middle, LATE, EARLY], [LATE, EARLY, middle])
    results = []
    for number, pages in enumerate(orders):
        root = archive(tmp_path / str(number))
        for page in pages:
            run(root, page, {EARLY: "early.html", middle: "middle.html", LATE: "late.html"}[page])
        results.append(files_of(root / "content"))
        history = updates(root)["gazette-2024-03-01-1205"].history
        assert [version.title for version in history] == ["sluice 2 is closed now", "sluice 2 half shut"]
    assert results[0] == results[1] == results[2]


def test_an_update_that_is_gone_from_the_page_stays(root):
    run(root, EARLY)
    run(root, saving([posting(3), posting(4)], "flood: newest only", "2024-03-01T18:00:00Z"))
    assert len(updates(root)) == 4


def test_an_edited_update_is_never_overwritten(root):
    run(root, EARLY)
    file = next((root / "content").rglob("1205-*.md"))
    edited = file.read_text().replace("went down", "went DOWN")
    file.write_text(edited)
    report = run(root, LATE)
    assert report.count(Fate.PROPOSED) == 1
    assert file.read_text() == edited


def test_what_an_edited_update_said_before_is_proposed_once(root):
    run(root, LATE, "late.html")
    file = next((root / "content").rglob("1205-*.md"))
    edited = file.read_text() + "Told by a person.\n"
    file.write_text(edited)
    report = run(root, EARLY, "early.html")
    assert report.ids(Fate.PROPOSED) == ("gazette-2024-03-01-1205",)
    assert file.read_text() == edited
    proposal = file.with_name(f"{file.name}.proposed")
    assert "title: sluice 2 is closed now\n" in proposal.read_text()
    proposal.unlink()
    assert plan(root, EARLY, "early.html").writes == ()


def test_a_corrected_record_and_timeline_keep_their_words(root):
    run(root, EARLY)
    record, timeline = root / SOURCE, root / "content" / "flood" / "timeline.yaml"
    for file in (record, timeline):
        file.write_text(file.read_text().replace("flood: three sluices closed", "Flood in March", 1))
    run(root, LATE)
    assert 'title: "Flood in March"' in record.read_text()
    assert "Flood in March" in timeline.read_text()
    assert len(updates(root)) == 5


def test_what_a_person_wrote_into_the_record_stays_and_all_else_is_of_the_newest_saving(root):
    run(root, EARLY, "early.html", captured="2024-03-01T14:30+00:00")
    record = root / SOURCE
    text = record.read_text().replace(
        "publisher: Gazette\n", "# as it calls itself\npublisher: The Gazette of Mill\n"
    )
    record.write_text(text.replace("timezone: UTC\n", "timezone: UTC  # a guess\n"))
    run(root, LATE, "late.html", captured="2024-03-01T18:00+00:00")
    (source,) = read_site(root).sources
    assert (source.publisher, source.title) == ("The Gazette of Mill", "flood: all sluices closed")
    assert (source.document, source.sha256) == ("seeds/late.html", source.captures[-1].sha256)
    assert source.captured == datetime(2024, 3, 1, 18, tzinfo=UTC)
    assert "# as it calls itself\n" in record.read_text()
    assert "timezone: UTC  # a guess\n" in record.read_text()
    before = files_of(root)
    for page in (EARLY, LATE):
        assert plan(root, page).writes == ()
    assert files_of(root) == before


def test_only_markup_that_differs_is_no_change(root):
    run(root, EARLY)
    same = [
        posting(n, body=f"<p>the gates of sluice {n} went <b>down</b>, and the water stays out.</p>")
        for n in (1, 2, 3)
    ]
    page = (
        saving(same, "flood: three sluices closed", "2024-03-01T18:00:00Z")
        .replace("</p>", "<\\/p>")
        .replace("</b>", "<\\/b>")
    )
    run(root, page)
    assert all(update.history == () for update in updates(root).values())
    assert len(updates(root)) == 3


def test_another_page_of_the_same_paper_is_another_source(root):
    run(root, EARLY)
    other = saving(
        [posting(n, title=f"tram {n} stops", body=f"no trams on line {n}.") for n in (1, 2, 3)],
        "strike",
        "2024-03-01T14:00:00Z",
        url="https://example.org/live/strike",
    )
    assert run(root, other).count(Fate.NEW) == 3
    assert len(read_site(root).sources) == 2
    assert len(updates(root)) == 6


def test_the_same_updates_at_another_address_of_the_same_paper_are_another_saving(root):
    run(root, EARLY)
    run(root, LATE.replace(URL, "https://example.org/live/flood-2"))
    assert len(read_site(root).sources) == 1
    assert len(updates(root)) == 5


def test_the_same_updates_of_another_paper_are_not(root):
    run(root, EARLY)
    late = LATE.replace("p2", "p4").replace(URL, "https://example.net/flood").replace("Gazette", "Herald")
    (note,) = run(root, late.replace("sluice 2 is shut", "sluice 2 is closed now")).notes
    assert note.startswith(
        "3 of its updates stand in gazette-2024-03-01 too, at the same time and in the same"
    )
    assert note.endswith("import it with --source gazette-2024-03-01")
    assert len(read_site(root).sources) == 2


def test_the_same_updates_of_a_paper_that_nobody_names_are_asked_about(root):
    run(root, EARLY)
    page = LATE.replace(URL, "").replace("Gazette", "").replace("sluice 2 is shut", "sluice 2 is closed now")
    (question,) = plan(root, page, "late.html").questions
    assert str(question) == (
        "3 of its 5 updates stand in the source gazette-2024-03-01 too, at the same time and in the same words: add "
        "--source gazette-2024-03-01 if it is another saving of that page, or --source new if it is not"
    )
    assert len(plan(root, page, "late.html", source="new").report.ids(Fate.NEW)) == 5
    run(root, page, "late.html", source="gazette-2024-03-01")
    assert (len(read_site(root).sources), len(updates(root))) == (1, 5)
    assert plan(root, page, "late.html").writes == ()


def test_a_source_that_is_not_there_is_told_with_those_that_are(root):
    run(root, EARLY)
    with pytest.raises(
        ContentError, match="there is no source 'herald' in the timeline flood; write one of: new, g"
    ):
        plan(root, LATE, source="herald")


def test_a_saving_that_was_changed_on_disk_is_told(root):
    run(root, EARLY)
    seed = next((root / "seeds").glob("*.html"))
    seed.write_text(seed.read_text() + " ")
    with pytest.raises(ContentError) as caught:
        plan(root, LATE, "late.html")
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["capture-unreadable"]


def test_every_saving_is_checked(root):
    run(root, EARLY, "early.html")
    run(root, LATE, "late.html")
    assert list(check_documents(root, read_site(root).sources)) == []
    (root / "seeds" / "early.html").write_text("changed")
    found = list(check_documents(root, read_site(root).sources))
    assert [(one.code, one.path) for one in found] == [("document-changed", "seeds/early.html")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.org/a/", "http://www.example.org/a#x", True),
        ("https://web.archive.org/web/20210712055730/https://example.org/a", "https://example.org/a", True),
        (
            "https://web.archive.org/web/20210712055730im_/https://example.org/a",
            "https://example.org/a",
            True,
        ),
        ("https://example.org/a?utm_source=x", "https://example.org/a", True),
        ("https://example.org/a?id=1", "https://example.org/a?id=2", False),
        ("https://example.org/a", "https://example.org/b", False),
        ("https://example.org/a", "https://example.net/a", False),
    ],
)
def test_addresses_of_one_page(one, other, same):
    assert (page_of(one) == page_of(other)) is same


def test_flags_and_history_are_left_out_where_there_are_none(root):
    run(root, EARLY)
    text = next((root / "content").rglob("1105-*.md")).read_text()
    assert not any(key in text for key in ("key_event", "pinned", "summary", "empty", "history"))


def test_an_empty_update_is_marked(root):
    run(root, saving([posting(1), posting(2, articleBody=""), posting(3)], "flood", "2024-03-01T14:00:00Z"))
    assert "\nempty: true\n" in next((root / "content").rglob("1205-*.md")).read_text()
    assert updates(root)["gazette-2024-03-01-1205"].empty
