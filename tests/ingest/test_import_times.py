"""What an import asks about times, with the option that answers; and what it writes then."""

import pytest

from sitegen.content import read_site
from sitegen.diagnostics import ContentError
from sitegen.ingest import ImportRequest, apply, plan_import
from sitegen.ingest.sidecar import facts_of_options
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


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("6 January 2022", "2022-01-06"),
        ("January 6, 2022", "2022-01-06"),
        ("6. Januar 2022", "2022-01-06"),
        ("06.01.2022", "2022-01-06"),
        ("25/12/2021", "2021-12-25"),
        ("January 2022", "2022-01"),
        ("2022", "2022"),
        ("2022-01", "2022-01"),
    ],
)
def test_dates_as_people_write_them(said, meant):
    assert facts_of_options({"date": said}).date == meant


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("3/4/2024", "day or the month first; write 2024-04-03 or 2024-03-04"),
        ("31.02.2022", "a day that the calendar does not have; correct it"),
        ("31 February 2022", "a day that the calendar does not have"),
        ("6 January", "not a year, month or day; write it like 2022, 2022-01 or 2022-01-06"),
        ("yesterday", "not a year, month or day"),
        ("6 January 1066", "not a year, month or day"),
    ],
)
def test_dates_that_nobody_can_read_are_told_with_what_to_write(said, why):
    with pytest.raises(ContentError) as caught:
        facts_of_options({"date": said})
    assert why in str(caught.value.diagnostics[0])


def test_a_year_alone_is_told_to_be_too_little_where_no_day_is_printed(plan):
    (question,) = plan(ZONED, date="2022").questions
    assert question.what == "the text prints times without a day, and 2022 is none"


TABLE = "date,time,title,text\n3/4/2024,09:00,Gates open,The gates open.\n3/4/2024,10:30,Wind,A wind blows.\n"


@pytest.mark.parametrize(
    ("facts", "table", "day"),
    [
        ({"date": "2024-04-03"}, TABLE, "2024-04-03"),
        ({"date": "2024-03-04"}, TABLE, "2024-03-04"),
        ({"date": "2024-03"}, TABLE, "2024-03-04"),
        ({"date_order": "month/day"}, TABLE, "2024-03-04"),
        ({}, TABLE + "25/4/2024,08:00,Rain,Rain falls.\n", "2024-04-03"),
        ({"date": "2024-05-01"}, TABLE + "25/4/2024,08:00,Rain,Rain falls.\n", "2024-04-03"),
        (
            {"date": "2024-03-04"},
            "Quay\n\n3/4/2024 09:00\nOpen.\n\n3/4/2024 10:00\nShut.\n\n4/4/2024 09:00\nWind.\n",
            "2024-03-04",
        ),
    ],
)
def test_which_number_is_the_day_is_told_by_a_row_the_day_given_or_a_person(plan, facts, table, day):
    made = plan(table, timezone="UTC", **facts)
    assert not made.questions
    assert made.report.first.date().isoformat() == day


@pytest.mark.parametrize("facts", [{}, {"date": "2024"}, {"date": "2024-05-01"}])
def test_which_number_is_the_day_is_asked_where_nothing_tells(plan, facts):
    (question,) = plan(TABLE, timezone="UTC", **facts).questions
    assert question.key == "date_order"
    assert "--date-order day/month or --date-order month/day" in str(question)
    assert not plan(TABLE, timezone="UTC", **{question.key: question.choices[0]}).questions
