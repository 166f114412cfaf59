"""From a saved document to content files, and again."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.content import read_site
from sitegen.content.canonical import update_text
from sitegen.diagnostics import ContentError
from sitegen.importers.protocol import NotALiveBlogError
from sitegen.ingest import Fate, ImportRequest, answered, apply, never_imported, plan_import, render
from sitegen.ingest.request import Facts
from sites import files_of

BLOG = """Fire in the harbour: quays closed

A fire broke out on Friday morning.

What we know

  • Quay four is closed

22:50 , Ada Example

Good evening.

Smoke over quay four

23:10 , Ada Example

Smoke rises, said Port Office.

Tugs at work (PORT OFFICE)
Tugs at work (PORT OFFICE)

Ships are moved

00:30 , Ben Sample

Two ships leave Kazakhstan’€™s harbour.
"""

KNOWN = {
    "timeline": "harbour-fire",
    "date": "2024-03-01",
    "timezone": "Europe/London",
    "publisher": "The Harbour Gazette",
}

SOURCE = "content/harbour-fire/sources/harbour-gazette-2024-03-01.yaml"
FIRST = "content/harbour-fire/updates/2024-03-01/2250-good-evening.md"
SECOND = "content/harbour-fire/updates/2024-03-01/2310-smoke-over-quay-four.md"
THIRD = "content/harbour-fire/updates/2024-03-02/0030-ships-are-moved.md"


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "archive"
    (root / "content" / "actors").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Archive\n")
    (root / "content" / "actors" / "port-office.md").write_text(
        "---\nname: Port Office\nkind: organisation\n---\n"
    )
    return root


@pytest.fixture
def blog(tmp_path):
    document = tmp_path / "elsewhere" / "fire.txt"
    document.parent.mkdir()
    document.write_text(BLOG)
    return document


def plan(root, document, **known):
    return plan_import(root, ImportRequest(document=Path(document), options=known), read_site(root))


def run(root, document, **known):
    """Import; the report."""
    made = plan(root, document, **known)
    assert made.questions == ()
    apply(made)
    read_site(root)
    return made.report


def test_a_first_import_writes_all_that_the_document_says(root, blog):
    report = run(root, blog, **KNOWN)
    content = files_of(root)
    assert content["seeds/fire.txt"] == BLOG.encode()
    assert content["seeds/fire.txt.yaml"].decode() == (
        "timeline: harbour-fire\ndate: 2024-03-01\ntimezone: Europe/London\npublisher: The Harbour Gazette\n"
    )
    assert content["content/harbour-fire/timeline.yaml"].decode() == (
        'title: "Fire in the harbour: quays closed"\n'
        "summary: A fire broke out on Friday morning.\n"
        "key_points:\n  - Quay four is closed\n"
        "timezone: Europe/London\nlanguage: en\n"
    )
    assert content[SECOND].decode() == (
        "---\n"
        "id: harbour-gazette-2024-03-01-2310\n"
        "title: Smoke over quay four\n"
        "time: 2024-03-01T23:10:00+00:00\n"
        "time_basis: printed time; date from whoever imported it; zone Europe/London from whoever imported it\n"
        "authors: [Ada Example]\n"
        "source: harbour-gazette-2024-03-01\n"
        "locator: line 13\n"
        "actors: [port-office]\n"
        "---\n"
        "Smoke rises, said Port Office.\n\nTugs at work (PORT OFFICE)\n"
    )
    assert {FIRST, SECOND, THIRD, SOURCE} < content.keys()
    assert report.found == report.count(Fate.NEW) == 3
    assert (report.first.isoformat(), report.last.isoformat()) == (
        "2024-03-01T22:50:00+00:00",
        "2024-03-02T00:30:00+00:00",
    )


def test_the_record_says_what_was_found_and_written(root, blog):
    run(root, blog, **KNOWN, url="https://example.org/fire", captured="2024-03-02T09:00:00+00:00")
    source = read_site(root).sources[0]
    assert (source.publisher, source.url) == ("The Harbour Gazette", "https://example.org/fire")
    assert source.captured.isoformat() == "2024-03-02T09:00:00+00:00"
    assert (source.document, source.importer, source.timezone) == ("seeds/fire.txt", "text", "Europe/London")
    assert source.summary == "A fire broke out on Friday morning."
    assert source.key_points == ("Quay four is closed",)
    assert [line.text for line in source.left_out] == ["What we know", "Tugs at work (PORT OFFICE)"]
    assert [line.text for line in source.suspects] == ["Kazakhstan’€™s"]
    assert any("00:30 comes after 23:10: read as 2024-03-02" in line for line in source.inferred)
    assert [written.path for written in source.written] == [FIRST, SECOND, THIRD]
    assert [written.actors for written in source.written] == [(), ("port-office",), ()]


def test_new_actors_are_proposed_once_and_known_ones_left_alone(root, blog):
    report = run(root, blog, **KNOWN)
    actors = {actor.slug: actor for actor in read_site(root).actors}
    assert not actors["port-office"].proposed
    assert {actor.slug for actor, _ in report.actors} == actors.keys() - {"port-office"}
    assert all(actors[actor.slug].proposed for actor, _ in report.actors)


def test_what_is_planned_is_what_is_written_and_planning_writes_nothing(root, blog):
    before = files_of(root)
    made = plan(root, blog, **KNOWN)
    assert files_of(root) == before
    apply(made)
    after = files_of(root)
    assert {path for path in after if after[path] != before.get(path)} == set(made.report.files)


def test_what_is_not_known_is_asked_with_the_option_that_answers_it(root, blog):
    request = ImportRequest(document=blog)
    made = plan_import(root, request, read_site(root))
    assert made.writes == ()
    assert [str(question) for question in made.questions] == [
        "it is not said which timeline it tells: add --timeline fire (the name of its folder in content/)",
        "the text does not say which zone its times are in: "
        "add --timezone ZONE, such as --timezone Europe/London (the zone of the publisher's clock)",
        "the text prints times without a day: add --date DAY, such as --date 2022-01-06 (the day of the oldest update)",
    ]
    for question in made.questions:
        request = answered(request, question, KNOWN[question.key])
    assert plan_import(root, request, read_site(root)).questions == ()


def test_an_hour_that_happened_twice_is_asked_and_the_answer_taken(root, blog):
    blog.write_text(BLOG.replace("00:30", "01:30"))
    known = KNOWN | {"date": "2024-10-26"}
    made = plan(root, blog, **known)
    (question,) = made.questions
    assert str(question) == (
        "line 22 prints 01:30 for 'Ships are moved', but in Europe/London the clocks showed 01:30 twice on 2024-10-27: "
        "add --time 'line 22=2024-10-27T01:30:00+01:00' or --time 'line 22=2024-10-27T01:30:00+00:00'"
    )
    request = answered(ImportRequest(document=blog, options=known), question, question.choices[1])
    apply(plan_import(root, request, read_site(root)))
    assert read_site(root).updates[-1].time.isoformat() == "2024-10-27T01:30:00+00:00"
    assert read_site(root).updates[-1].time_basis == "printed time; day and offset from whoever imported it"
    assert "times:\n  - line 22=2024-10-27T01:30:00+00:00\n" in (root / "seeds/fire.txt.yaml").read_text()
    assert run(root, root / "seeds/fire.txt").files == ()


def test_everything_wrong_with_the_options_is_said_at_once(root, blog):
    wrong = {
        "timeline": "Harbour Fire",
        "date": "2024-02-30",
        "timezone": "EST",
        "url": "javascript:alert(1)",
        "captured": "2024-03-01T09:00",
        "language": "xx-nonsense",
        "format": "telegraph",
        "times": ("line 4", "line 5=noon"),
    }
    with pytest.raises(ContentError) as caught:
        plan(root, blog, **wrong)
    assert [str(diagnostic).split(";")[0] for diagnostic in caught.value.diagnostics] == [
        "--captured: time-without-offset: the time '2024-03-01T09:00' has no offset from UTC",
        "--date: bad-date: '2024-02-30' is a day that the calendar does not have",
        "--format: unknown-format: 'telegraph' is no format that sitegen reads",
        "--language: unknown-language: 'xx-nonsense' is not a language tag",
        "--time: bad-time: 'line 4' does not say which update has which time",
        "--time: bad-time: 'noon' is not a time",
        "--timeline: bad-timeline: 'Harbour Fire' can't be the name of a timeline, for it is part of addresses",
        "--timezone: unknown-zone: 'EST' is an abbreviation, which says neither place nor season for certain",
        "--url: bad-address: 'javascript:alert(1)' is not a web address",
    ]


@pytest.mark.parametrize("name", ["actors", "search", "sources", "../up", "con", "a/b", "Übung"])
def test_names_that_no_timeline_can_have(root, blog, name):
    with pytest.raises(ContentError, match="bad-timeline"):
        plan(root, blog, **KNOWN | {"timeline": name})


def test_a_time_for_an_update_that_is_not_there_is_refused(root, blog):
    with pytest.raises(ContentError, match="no update starts at 'line 1'"):
        plan(root, blog, **KNOWN, times=("line 1=2024-03-01T22:50:00+00:00",))


def test_a_sidecar_says_what_options_do_not(root, blog):
    sidecar = blog.with_name("fire.txt.yaml")
    sidecar.write_text(
        "# mine\ntimeline: harbour-fire\ndate: 2024-03-01\ntimezone: Asia/Almaty\ntitle: Another\n"
    )
    run(root, blog, timezone="Europe/London")
    assert read_site(root).sources[0].timezone == "Europe/London"
    assert read_site(root).timelines[0].title == "Another"
    assert read_site(root).sources[0].left_out[0].text == "Fire in the harbour: quays closed"


def test_a_broken_sidecar_is_an_error_with_its_lines(root, blog):
    blog.with_name("fire.txt.yaml").write_text("date: 13:30\ntimezone: BST\n")
    with pytest.raises(ContentError) as caught:
        plan(root, blog)
    assert [(d.line, d.code) for d in caught.value.diagnostics] == [(1, "bad-date"), (2, "unknown-zone")]
    assert caught.value.diagnostics[0].path.endswith("fire.txt.yaml")


def test_a_document_without_publisher_and_headline_is_named_after_its_file(root, blog):
    blog.write_text(
        BLOG.partition("\n\n")[2].replace("A fire broke out on Friday morning.\n\nWhat we know\n\n", "")
    )
    run(root, blog, timeline="harbour-fire", date="2024-03-01", timezone="Europe/London")
    corpus = read_site(root)
    assert (corpus.sources[0].slug, corpus.sources[0].publisher) == ("fire", "")
    assert corpus.timelines[0].title == "fire"
    assert corpus.updates[0].id == "fire-2024-03-01-2250"


def test_importing_again_changes_no_byte(root, blog):
    run(root, blog, **KNOWN)
    before = files_of(root)
    for document, known in ((blog, KNOWN), (blog, {}), (root / "seeds" / "fire.txt", {})):
        report = run(root, document, **known)
        assert report.files == ()
        assert report.count(Fate.UNCHANGED) == 3
        assert files_of(root) == before


def test_importing_again_keeps_all_that_a_person_did(root, blog):
    run(root, blog, **KNOWN)
    edited = root / SECOND
    edited.write_text(
        edited.read_text().replace("Smoke rises", "Thick smoke rises").replace("[port-office]", "[]")
    )
    (root / FIRST).unlink()
    renamed = (root / THIRD).rename((root / THIRD).with_name("0030-two-ships-leave.md"))
    (root / "content/harbour-fire/timeline.yaml").write_text("title: My title\ntimezone: Europe/London\n")
    for actor in (root / "content/actors").glob("*.md"):
        if actor.name != "port-office.md":
            actor.unlink()
    for file in (root / "content").rglob("*.md"):
        text = file.read_text()
        file.write_text(
            "\n".join(line for line in text.splitlines() if not line.startswith("actors:")) + "\n"
        )
    source = root / SOURCE
    source.write_text(
        "# checked by me\n" + source.read_text().replace("title: ", "url: https://example.org/\ntitle: ")
    )
    before = files_of(root)
    report = run(root, blog, **KNOWN)
    assert files_of(root) == before
    assert report.ids(Fate.DELETED) == ("harbour-gazette-2024-03-01-2250",)
    assert report.ids(Fate.EDITED) == ("harbour-gazette-2024-03-01-2310",)
    assert report.ids(Fate.UNCHANGED) == ("harbour-gazette-2024-03-02-0030",)
    assert renamed.exists()
    assert "1 deleted by a person, not written again" in render(report)


def test_a_right_date_moves_what_nobody_edited_and_proposes_the_rest(root, blog):
    run(root, blog, **KNOWN)
    edited = root / SECOND
    edited.write_text(edited.read_text().replace("Smoke rises", "Thick smoke rises"))
    (root / FIRST).unlink()
    (root / SOURCE).write_text("# checked by me\n" + (root / SOURCE).read_text())
    kept = edited.read_bytes()
    report = run(root, blog, **KNOWN | {"date": "2024-03-05"})
    assert [fate for _, fate in report.fates] == [Fate.DELETED, Fate.PROPOSED, Fate.REPLACED]
    assert edited.read_bytes() == kept
    assert "time: 2024-03-05T23:10" in edited.with_name(edited.name + ".proposed").read_text()
    moved = root / "content/harbour-fire/updates/2024-03-06/0030-ships-are-moved.md"
    assert "time: 2024-03-06T00:30" in moved.read_text()
    assert not (root / THIRD).exists()
    assert not (root / FIRST).exists()
    assert (root / SOURCE).read_text().startswith("# checked by me\npublisher: The Harbour Gazette\n")
    assert {update.id for update in read_site(root).updates} == {
        "harbour-gazette-2024-03-01-2310",
        "harbour-gazette-2024-03-02-0030",
    }
    assert "date: 2024-03-05\n" in (root / "seeds/fire.txt.yaml").read_text()
    assert (
        "date is now 2024-03-05, as you said, and no longer 2024-03-01: in seeds/fire.txt.yaml"
        in report.notes
    )
    before = files_of(root)
    assert run(root, blog, **KNOWN | {"date": "2024-03-05"}).files == ()
    assert files_of(root) == before


def test_a_right_zone_is_recorded_too(root, blog):
    run(root, blog, **KNOWN)
    run(root, blog, **KNOWN | {"timezone": "Asia/Tokyo"})
    corpus = read_site(root)
    assert corpus.sources[0].timezone == "Asia/Tokyo"
    assert {update.time.isoformat()[-6:] for update in corpus.updates} == {"+09:00"}
    assert corpus.timelines[0].timezone == "Asia/Tokyo"
    assert "timezone: Asia/Tokyo\n" in (root / "seeds/fire.txt.yaml").read_text()
    assert run(root, blog, timeline="harbour-fire").files == ()


def test_what_is_said_anew_is_written_down_everywhere_and_told(root, blog):
    run(root, blog, **KNOWN)
    sidecar, timeline = root / "seeds/fire.txt.yaml", root / "content/harbour-fire/timeline.yaml"
    sidecar.write_text("# mine\n" + sidecar.read_text())
    timeline.write_text(timeline.read_text().replace("Fire in the", "The fire in the") + "# and mine\n")
    report = run(
        root, blog, timezone="Etc/GMT-8", publisher="The Gazette", title="Fire", captured="2024-03-02T09:00Z"
    )
    said = "timezone: Etc/GMT-8\npublisher: The Gazette\ntitle: Fire\ncaptured: 2024-03-02T09:00:00+00:00\n"
    assert sidecar.read_text() == f"# mine\ntimeline: harbour-fire\ndate: 2024-03-01\n{said}"
    assert 'title: "The fire in the harbour' in timeline.read_text()
    assert timeline.read_text().endswith("timezone: Etc/GMT-8\nlanguage: en\n# and mine\n")
    (source,) = read_site(root).sources
    assert (source.publisher, source.title, source.timezone) == ("The Gazette", "Fire", "Etc/GMT-8")
    assert source.captured == datetime(2024, 3, 2, 9, tzinfo=UTC)
    assert report.notes[0] == (
        "timezone is now UTC+08:00, as you said, and no longer Europe/London: in seeds/fire.txt.yaml, "
        f"{SOURCE}, content/harbour-fire/timeline.yaml"
    )
    assert len(report.notes) == 4
    assert run(root, blog).files == ()


def test_a_zone_that_a_person_wrote_into_the_timeline_stays_and_is_told(root, blog):
    run(root, blog, **KNOWN)
    timeline = root / "content/harbour-fire/timeline.yaml"
    timeline.write_text(timeline.read_text().replace("Europe/London", "Europe/Paris"))
    report = run(root, blog, timezone="Asia/Tokyo")
    assert "timezone: Europe/Paris\n" in timeline.read_text()
    assert any("timeline.yaml still counts its days in Europe/Paris" in note for note in report.notes)


def test_what_a_person_wrote_into_the_record_stays_where_nothing_else_is_said_than_before(root, blog):
    run(root, blog, **KNOWN)
    record = root / SOURCE
    record.write_text(record.read_text().replace("The Harbour Gazette", "Harbour Gazette"))
    report = run(root, blog, **KNOWN)
    assert read_site(root).sources[0].publisher == "Harbour Gazette"
    assert any("'Harbour Gazette', which was kept" in note for note in report.notes)


def test_times_of_single_updates_add_up():
    facts = Facts(times=("line 3=a", "line 9=b")).or_else(Facts(times=("line 9 = c", "line 1=d")))
    assert facts.times == ("line 9=b", "line 1=d", "line 3=a")


def test_a_proposal_never_replaces_an_older_one(root, blog):
    run(root, blog, **KNOWN)
    edited = root / SECOND
    edited.write_text(edited.read_text() + "\nMine.\n")
    older = edited.with_name(edited.name + ".proposed")
    older.write_text("half worked through")
    run(root, blog, **KNOWN | {"date": "2024-03-05"})
    assert older.read_text() == "half worked through"
    assert len(list(edited.parent.glob(edited.name + ".*.proposed"))) == 1


def test_a_withdrawn_update_is_not_brought_back(root, blog):
    run(root, blog, **KNOWN)
    path = root / SECOND
    update = next(update for update in read_site(root).updates if update.place.path == SECOND)
    head = update_text(replace(update, title="", authors=(), actors=(), body=""))
    path.write_text(head.replace("---\n", "---\nwithdrawn: {date: 2024-05-01, reason: On request.}\n", 1))
    for known in (KNOWN, KNOWN | {"date": "2024-03-05"}):
        before = path.read_bytes()
        report = run(root, blog, **known)
        assert report.ids(Fate.WITHDRAWN) == (update.id,)
        assert path.read_bytes() == before
        assert not list(path.parent.glob("*.proposed"))


def test_the_same_document_twice_is_one_source_and_another_timeline_gets_its_own(root, blog):
    run(root, blog, **KNOWN)
    (question,) = plan(root, blog, **KNOWN | {"timeline": "port"}).questions
    assert str(question) == (
        "this document, byte for byte, is in the timeline harbour-fire already, as harbour-gazette-2024-03-01: "
        "add --source new to import it here too, as a source of its own, or --timeline harbour-fire"
    )
    with pytest.raises(NotALiveBlogError, match="not imported again"):
        answered(ImportRequest(document=blog), question, "stop")
    sidecar = (root / "seeds/fire.txt.yaml").read_bytes()
    run(root, blog, **KNOWN | {"timeline": "port", "source": "new"})
    assert (root / "seeds/fire.txt.yaml").read_bytes() == sidecar
    assert run(root, blog, **KNOWN | {"timeline": "port"}).files == ()
    sources = read_site(root).sources
    assert [(source.timeline, source.document) for source in sources] == [
        ("harbour-fire", "seeds/fire.txt"),
        ("port", "seeds/fire.txt"),
    ]
    assert len({update.id for update in read_site(root).updates}) == 6


def test_another_document_of_the_publisher_joins_the_timeline(root, blog, tmp_path):
    run(root, blog, **KNOWN)
    timeline = (root / "content/harbour-fire/timeline.yaml").read_bytes()
    other = tmp_path / "fire.txt"
    other.write_text(BLOG.replace("Good evening.", "Good evening again.").replace("Fire in", "Flames in"))
    report = run(root, other, **KNOWN)
    corpus = read_site(root)
    assert len(corpus.sources) == 2
    assert report.source.startswith("harbour-gazette-2024-03-01-")
    assert report.document == f"seeds/fire-{report.source[-6:]}.txt"
    assert (root / "seeds/fire.txt").read_bytes() == BLOG.encode()
    assert (root / report.document).read_bytes() == other.read_bytes()
    assert len({update.id for update in corpus.updates}) == len({u.place.path for u in corpus.updates}) == 6
    assert (root / "content/harbour-fire/timeline.yaml").read_bytes() == timeline


def test_two_updates_of_one_minute_have_their_own_names(root, blog):
    blog.write_text(BLOG.replace("23:10", "22:50").replace("Smoke over quay four", "Good evening"))
    run(root, blog, **KNOWN)
    first, second, _ = read_site(root).updates
    assert first.id == "harbour-gazette-2024-03-01-2250"
    assert second.id.startswith("harbour-gazette-2024-03-01-2250-")
    assert first.slug == "2250-good-evening"
    assert second.slug == f"2250-good-evening-{second.id[-6:]}"


def test_an_update_that_stands_there_twice_is_kept_once_and_reported(root, blog):
    block = "Ships are moved\n\n00:30 , Ben Sample\n\nTwo ships leave Kazakhstan’€™s harbour.\n"
    blog.write_text(BLOG + "\n" + block)
    report = run(root, blog, **KNOWN)
    assert report.found == 4
    assert len(report.fates) == 3
    assert report.left_out[-1].text == (
        "Ships are moved\n00:30\nBen Sample\nTwo ships leave Kazakhstan’€™s harbour."
    )


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("消防隊到達", "0030-xiao-fang-dui-dao-da"),
        ("𓀀", "0030-harbour-gazette-2024-03-02-0030"),
        ("very long " * 9 + "title", "0030-" + "very-long-" * 7 + "very"),
    ],
)
def test_names_of_files_are_never_empty_and_never_long(root, blog, title, slug):
    blog.write_text(BLOG.replace("Ships are moved", title))
    run(root, blog, **KNOWN)
    slugs = [update.slug for update in read_site(root).updates]
    assert all(len(name) <= 80 for name in slugs)
    assert slugs[-1] == slug


def test_a_document_in_seeds_stays_where_it_is(root):
    document = root / "seeds" / "2024" / "fire.txt"
    document.parent.mkdir(parents=True)
    document.write_text(BLOG)
    assert never_imported(root, read_site(root).sources) == (document,)
    report = run(root, document, **KNOWN)
    assert report.document == "seeds/2024/fire.txt"
    assert document.with_name("fire.txt.yaml").is_file()
    assert never_imported(root, read_site(root).sources) == ()


def test_notes_sidecars_and_hidden_files_are_no_documents(root):
    for name in ("README.md", "readme", "fire.txt.yaml", ".hidden", ".git/config", "fire.txt~", "fire.txt"):
        (root / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "seeds" / name).write_text(name)
    assert never_imported(root, read_site(root).sources) == (root / "seeds" / "fire.txt",)


def test_a_document_that_a_person_recorded_by_hand_is_known(root):
    from hashlib import sha256

    (root / "seeds").mkdir()
    (root / "seeds/fire.txt").write_text(BLOG)
    (root / "content/harbour-fire/sources").mkdir(parents=True)
    (root / "content/harbour-fire/timeline.yaml").write_text("title: Fire\ntimezone: UTC\n")
    digest = sha256(BLOG.encode()).hexdigest()
    (root / SOURCE).write_text(f"publisher: P\ntitle: T\ndocument: seeds/fire.txt\nsha256: {digest}\n")
    assert never_imported(root, read_site(root).sources) == ()


@pytest.mark.parametrize("cut", range(1, 8))
def test_an_import_that_was_cut_short_is_taken_up_again(root, blog, cut):
    made = plan(root, blog, **KNOWN)
    whole = root.with_name("whole")
    assert cut < len(made.writes)
    apply(replace(made, writes=made.writes[:cut]))
    read_site(root)
    if (root / "seeds/fire.txt").exists():
        assert never_imported(root, read_site(root).sources) == (root / "seeds/fire.txt",)
    run(root, blog, **KNOWN)
    apply(replace(made, root=whole))
    assert {path: data for path, data in files_of(root).items() if path in made.report.files} == files_of(
        whole
    )
    assert run(root, blog, **KNOWN).files == ()


def test_an_edit_after_an_import_that_was_cut_short_is_kept(root, blog):
    made = plan(root, blog, **KNOWN)
    apply(replace(made, writes=made.writes[:-1]))
    edited = root / SECOND
    edited.write_text(edited.read_text().replace("Smoke rises", "Thick smoke rises"))
    kept = edited.read_bytes()
    report = run(root, blog, **KNOWN)
    assert edited.read_bytes() == kept
    assert report.ids(Fate.PROPOSED) == ("harbour-gazette-2024-03-01-2310",)
    assert run(root, blog, **KNOWN).files == ()


def test_a_move_that_was_cut_short_is_taken_up_again(root, blog):
    run(root, blog, **KNOWN)
    made = plan(root, blog, **KNOWN | {"date": "2024-03-05"})
    move = next(write for write in made.writes if write.move_from)
    (root / move.path).parent.mkdir(parents=True)
    (root / move.move_from).rename(root / move.path)
    report = run(root, blog, **KNOWN | {"date": "2024-03-05"})
    assert (root / move.path).read_bytes() == move.data
    assert report.count(Fate.REPLACED) == 3


def test_a_file_that_changes_between_plan_and_writing_is_left_alone(root, blog):
    run(root, blog, **KNOWN)
    made = plan(root, blog, **KNOWN | {"timezone": "Europe/Paris"})
    (root / SECOND).write_text("mine")
    with pytest.raises(ContentError, match="file-changed"):
        apply(made)
    assert (root / SECOND).read_text() == "mine"


def test_nothing_is_written_over_a_file_that_appeared(root, blog):
    made = plan(root, blog, **KNOWN)
    (root / THIRD).parent.mkdir(parents=True)
    (root / THIRD).write_text("mine")
    with pytest.raises(ContentError, match="file-changed"):
        apply(made)
    assert (root / THIRD).read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "data", "error", "said"),
    [
        ("missing.txt", None, ContentError, "there is no such file"),
        (".", None, ContentError, "this is a folder"),
        ("prose.txt", b"At 13:30 it began.", NotALiveBlogError, "no updates in it"),
        ("page.pdf", b"%PDF-1.7", NotALiveBlogError, "It is a PDF"),
    ],
)
def test_what_can_not_be_imported_is_refused(root, tmp_path, *, name, data, error, said):
    document = tmp_path / name
    if data is not None:
        document.write_bytes(data)
    before = files_of(root)
    with pytest.raises(error, match=said):
        plan(root, document, **KNOWN)
    assert files_of(root) == before


def test_a_reading_that_loses_words_is_refused(root, blog, monkeypatch):
    from sitegen.importers.text import importer as text

    monkeypatch.setattr(text, "to_markdown", lambda parts: "")
    with pytest.raises(ContentError, match="text-lost"):
        plan(root, blog, **KNOWN)


def test_a_few_words_that_a_reading_loses_are_listed(root, blog, monkeypatch):
    from sitegen.importers.text import importer as text

    real = text.to_markdown
    monkeypatch.setattr(text, "to_markdown", lambda parts: real(parts).replace("evening.", ""))
    report = run(root, blog, **KNOWN)
    lost = report.left_out[0]
    assert lost.text == "evening."
    assert "please report it" in lost.reason
    assert lost.text in read_site(root).sources[0].left_out[0].text


def test_the_report_says_everything(root, blog):
    said = render(run(root, blog, **KNOWN))
    for part in (
        "seeds/fire.txt: Fire in the harbour: quays closed",
        "3 updates found, read as text",
        "first 2024-03-01 22:50+00:00, last 2024-03-02 00:30+00:00",
        "timeline harbour-fire, source harbour-gazette-2024-03-01",
        "3 new",
        "line 5: 'What we know': heading of the key points",
        "line 20: 'Tugs at work (PORT OFFICE)': the line stands twice in a row",
        "line 26: Kazakhstan’€™s",
        "the language is taken to be en, that of the site",
    ):
        assert part in said


def test_the_language_of_a_new_timeline(root, blog):
    corpus = read_site(root)
    made = plan_import(root, ImportRequest(document=blog, options=KNOWN), corpus, language="de")
    assert any(b"language: de" in write.data for write in made.writes)
    made = plan_import(
        root, ImportRequest(document=blog, options={**KNOWN, "language": "kk"}), corpus, language="de"
    )
    assert any(b"language: kk" in write.data for write in made.writes)


def test_a_real_document_scores_perfect(root, cases):
    document = cases / "kazakhstan-2022.txt"
    known = {"date": "2022-01-06", "timezone": "Europe/London", "publisher": "The Independent"}
    run(root, document, timeline="kazakhstan-2022", **known)
    gold = document.with_name("kazakhstan-2022.gold.json")
    score = [sys.executable, document.with_name("score.py"), root / "content", gold]
    assert '"perfect": true' in subprocess.run(score, capture_output=True, text=True, check=True).stdout
    before = files_of(root)
    assert run(root, document, timeline="kazakhstan-2022", **known).files == ()
    assert files_of(root) == before
