"""Views: words for instants, charts, headlines, structured data."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from sitegen.annotate import annotate
from sitegen.content import read_site
from sitegen.plan import PageKind
from sitegen.views.chart import activity
from sitegen.views.frame import clip
from sitegen.views.moments import Clock, zone_words
from sitegen.views.structured import for_script
from sites import SITE, path_of, update, write


@pytest.mark.parametrize(
    ("zone", "language", "words"),
    [
        ("Asia/Almaty", "en", ("19:32", "Thursday 6 January 2022", "UTC+06:00", "13:32", False)),
        ("Europe/London", "en", ("13:32", "Thursday 6 January 2022", "GMT", "13:32", True)),
        ("Asia/Kathmandu", "en", ("19:17", "Thursday 6 January 2022", "UTC+05:45", "13:32", False)),
        ("America/New_York", "de", ("08:32", "Donnerstag, 6. Januar 2022", "EST", "13:32", False)),
        ("Pacific/Kiritimati", "fr", ("03:32", "vendredi 7 janvier 2022", "UTC+14:00", "13:32", False)),
    ],
)
def test_moments(zone, language, words):
    moment = Clock(language).moment(datetime(2022, 1, 6, 13, 32, tzinfo=UTC), zone)
    assert (
        moment.time,
        moment.date.replace("Thursday, ", "Thursday "),
        moment.zone,
        moment.utc_time,
        moment.same_as_utc,
    ) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [("2019", "2019"), ("2019-03", "March 2019"), ("2019-03-20", "20 Mar 2019"), ("", "")],
)
def test_partial_dates(written, words):
    assert Clock("en").partial_date(written) == words


@pytest.mark.parametrize(
    ("zone", "words"),
    [("Asia/Almaty", "Asia/Almaty"), ("Etc/GMT-1", "UTC+01:00"), ("Etc/GMT+5", "UTC-05:00"), ("UTC", "UTC")],
)
def test_zones_that_are_offsets_are_shown_as_offsets(zone, words):
    assert zone_words(zone) == words


def test_marks_and_earlier_versions_are_shown(views):
    view = views({path_of(): update(key_event="true", pinned="true")}, PageKind.UPDATE, "u1")
    assert view.marks == ("Key event", "Pinned")
    assert view.history == ()


@pytest.mark.parametrize("language", ["en", "en-US", "zh-Hant", "ar", "pt-BR", "kk"])
def test_every_language_has_dates(language):
    assert Clock(language).long_date(datetime(2022, 1, 6, tzinfo=UTC).date())


@pytest.mark.parametrize(
    ("text", "most", "clipped"),
    [
        ("short", 10, "short"),
        ("two words", 9, "two words"),
        ("two words", 8, "two…"),
        ("  white \n space ", 20, "white space"),
        ("onelongword", 5, "onel…"),
        ("ends, with", 7, "ends…"),
    ],
)
def test_clipping(text, most, clipped):
    assert clip(text, most) == clipped


def updates_at(tmp_path, times):
    files = {
        path_of(f"{time:%Y-%m-%d}", f"{n}-x"): update(f"n{n}", time=time.isoformat())
        for n, time in enumerate(times)
    }
    write(tmp_path, {k: v for k, v in SITE.items() if "updates" not in k} | files)
    return annotate(read_site(tmp_path))[0].updates


@pytest.mark.parametrize(
    ("step", "count", "unit"),
    [(timedelta(hours=5), 10, "hour"), (timedelta(days=3), 10, "day"), (timedelta(days=60), 10, "month")],
)
def test_the_chart_counts_every_update_once(tmp_path, step, count, unit):
    start = datetime(2024, 3, 30, 22, 10, tzinfo=UTC)  # clocks change that night in London
    updates = updates_at(tmp_path, [start + step * n for n in range(count)])
    chart = activity(updates, "Europe/London", "../", Clock("en"), name="x")
    assert chart.unit == unit
    assert sum(bar.count for bar in chart.bars) == count
    assert all(bool(bar.href) == bool(bar.count) for bar in chart.bars)
    assert max(bar.height for bar in chart.bars) == chart.baseline
    assert [bar.x for bar in chart.bars] == sorted(bar.x for bar in chart.bars)
    assert chart.bars[-1].x + chart.bars[-1].width <= chart.width


def test_one_update_makes_one_bar_and_none_makes_no_chart(tmp_path):
    one = updates_at(tmp_path, [datetime(2024, 3, 1, tzinfo=UTC)])
    assert [bar.count for bar in activity(one, "UTC", "./", Clock("en"), name="x").bars] == [1]
    assert activity((), "UTC", "./", Clock("en"), name="x") is None


@pytest.mark.parametrize(
    ("title", "body", "headline"),
    [
        ("A title", "Words.", "A title"),
        ("", "The water is falling fast now. Boats are out.", "The water is falling fast now"),
        ("", "Short words", "Short words"),
        ("", "word " * 60, "word " * 16 + "word…"),
        ("", "", "Update without text"),
    ],
)
def test_headlines(views, title, body, headline):
    view = views({path_of(): update(title=title, body=body)}, PageKind.UPDATE, "u1")
    assert view.headline == headline
    assert view.titled is bool(title)


def test_neighbours_and_breadcrumbs(views):
    view = views({}, PageKind.UPDATE, "u2")
    assert (view.previous.headline, view.next.headline) == ("Water rises", "The water falls. one two")
    assert [link.text for link in view.page.breadcrumbs] == ["Home", "The flood", view.moment.date]


def test_companions_leave_out_the_actor(views):
    view = views({}, PageKind.ACTOR, "mayor")
    assert [(ref.name, ref.count) for ref in view.companions] == [("Red Cross", 1)]
    assert view.update_count == 2


def test_structured_data_of_an_update(views):
    record = json.loads(views({path_of(): update(authors="[Desk]")}, PageKind.UPDATE, "u1").page.json_ld)
    assert record["@type"] == "BlogPosting"
    assert record["@id"] == "https://example.org/a/flood/2024-03-01/0800-water-rises/"
    assert record["datePublished"] == "2024-03-01T08:00:00+00:00"
    assert record["author"] == [{"@type": "Person", "name": "Desk"}]


def test_structured_data_of_a_timeline(views):
    record = json.loads(views({}, PageKind.TIMELINE).page.json_ld)
    assert record["@type"] == "LiveBlogPosting"
    assert len(record["liveBlogUpdate"]) == 3
    assert record["coverageStartTime"] < record["coverageEndTime"]


@pytest.mark.parametrize("text", ["</script>", "<!--", "]]>", "\u2028", "&amp;"])
def test_structured_data_cannot_end_its_script(text):
    made = for_script({"x": text})
    assert not set("<>&\u2028") & set(made)
    assert json.loads(made) == {"x": text}
