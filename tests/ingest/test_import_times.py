"""What an import asks about times, with the option that answers; and what it writes then."""

import pytest

from sitegen.content import read_site
from sitegen.diagnostics import ContentError
from sitegen.ingest import ImportRequest, apply, plan_import
from sitegen.instants import zone_in_words

UNTIMED = "Harbour day.\n\n" + "\n\n".join(
    f"{title}\n\nThe quay is full. Ships wait." for title in ("Gates open", "Crane stops", "Wind", "Night")
)
RELATIVE = "Harbour day\n\n4 min ago\n\nGates close\n\nAll left.\n\n1 hr 6 min ago\n\nCrane stops\n\nA bolt is loose.\n"
LETTERS = "Harbour day\n\n10:15 AM EST\nGates open.\n\n9:40 AM EST\nCrane stops.\n\n9:05 AM EST\nWind.\n"
ZONED = LETTERS.replace("EST", "ET")


@pytest.fixture
def plan(tmp_path):
    root = tmp_path / "archive"
    (root / "content").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Archive\n")
    document = tmp_path / "page.txt"

    def planned(text, **facts):
        document.write_text(text, encoding="utf-8")
        request = ImportRequest(document=document, options={"timeline": "harbour", **facts})
        return plan_import(root, request, read_site(root))

    return planned


@pytest.mark.parametrize(
    ("text", "facts", "asked"),
    [
        (
            UNTIMED,
            {},
            "none of its 4 updates has a time: add --untimed (which imports them in page order, marked as without a time)",
        ),
        (
            UNTIMED,
            {"untimed": True},
            "the text prints no day: add --date DAY, such as --date 2022-01-06 (the day of the oldest update)",
        ),
        (
            RELATIVE,
            {},
            "the text prints how long ago its updates were posted, and not when: add --captured MOMENT, such as --captured 2022-01-06T12:00+00:00 (the moment when the page was saved)",
        ),
        (
            LETTERS,
            {"date": "2022-01-06"},
            "the text prints EST, which several zones are called: add --timezone America/New_York or --timezone Australia/Sydney (the zone of the publisher's clock)",
        ),
        (
            LETTERS,
            {"date": "2022-01-06", "timezone": "Asia/Almaty"},
            "the text prints EST, which Asia/Almaty is not called: add --timezone America/New_York or --timezone Australia/Sydney (the zone of the publisher's clock)",
        ),
    ],
)
def test_questions(plan, text, facts, asked):
    made = plan(text, **facts)
    assert [str(question) for question in made.questions] == [asked]
    assert not made.writes


@pytest.mark.parametrize(
    ("text", "facts", "times", "zone"),
    [
        (UNTIMED, {"untimed": True, "date": "2022-01-06"}, ["2022-01-06T00:00:00+00:00"] * 4, "UTC"),
        (
            RELATIVE,
            {"captured": "2022-01-06T12:00-05:00"},
            ["2022-01-06T10:54:00-05:00", "2022-01-06T11:56:00-05:00"],
            "Etc/GMT+5",
        ),
        (
            ZONED,
            {"date": "2022-01-06"},
            [f"2022-01-06T{t}:00-05:00" for t in ("09:05", "09:40", "10:15")],
            "America/New_York",
        ),
    ],
)
def test_answers(plan, text, facts, times, zone):
    made = plan(text, **facts)
    assert not made.questions
    apply(made)
    corpus = read_site(made.root)
    assert [update.time.isoformat() for update in corpus.updates] == times
    assert {timeline.timezone for timeline in corpus.timelines} == {zone}
    assert any(line.startswith(f"days are counted in {zone_in_words(zone)}") for line in made.report.inferred)
    assert plan(text, **facts).report.fates == tuple((name, "unchanged") for name, _ in made.report.fates)


def test_updates_without_a_time_stay_in_page_order_and_say_so(plan):
    made = plan(UNTIMED, untimed=True, date="2022-01-06")
    apply(made)
    updates = read_site(made.root).updates
    assert [update.title for update in updates] == ["Gates open", "Crane stops", "Wind", "Night"]
    assert {update.time_basis for update in updates} == {
        "no time in the source; placed by page order, at the start of the day from whoever imported it"
    }
    assert "untimed: true" in (made.root / "seeds" / "page.txt.yaml").read_text()


def test_a_pattern_of_stamps_is_kept_in_the_sidecar(plan):
    made = plan(ZONED, date="2022-01-06", stamp="{time}")
    apply(made)
    assert 'stamp: "{time}"' in (made.root / "seeds" / "page.txt.yaml").read_text().replace("'", '"')
    assert plan(ZONED).questions == ()


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("{title}", "it has no {time} and no {ago}"),
        ("{time} {clock}", "there is no placeholder {clock}"),
        ("{time} {time}", "{time} stands in it twice"),
    ],
)
def test_a_pattern_of_no_use_is_told(plan, pattern, what):
    with pytest.raises(ContentError) as caught:
        plan(ZONED, date="2022-01-06", stamp=pattern)
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.path) == ("bad-pattern", "--stamp")
    assert what in diagnostic.what
    assert "{time}" in diagnostic.mend
