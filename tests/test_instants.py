from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sitegen.instants import Given, UnknownZoneError, fixed_offset, newest_first, resolve, zone, zone_in_words

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    text: str
    hour: int
    minute: int
    second: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset_minutes: int | None = None
    zone: str = ""
    instant: datetime | None = None
    instant_basis: str = ""
    ago: timedelta | None = None


def stamp(text, **printed):
    hour, minute = text.split(":")
    return Stamp(text=text, hour=int(hour), minute=int(minute), **printed)


def stamps(text):
    return [stamp(word) for word in text.split()]


def days(text, **options):
    """Days after the oldest update, in page order; or the questions."""
    options = {"newest_first": False, "settled": {}} | options
    known = Given(date="2022-01-06", zone=LONDON, settled=options["settled"])
    resolution = resolve(stamps(text), known, newest_first=options["newest_first"])
    if resolution.questions:
        return [(question.place, *question.choices) for question in resolution.questions]
    return [(instant.time.date() - date(2022, 1, 6)).days for instant in resolution.instants]


def only(*printed, **known):
    """The one thing that comes out of it."""
    values = {"date": "2022-01-06", "zone": LONDON} | known
    resolution = resolve(printed, Given(**values), newest_first=False)
    found = resolution.questions or resolution.instants
    assert len(found) == 1
    return found[0]


def test_a_time_takes_the_day_and_zone_that_were_given_and_says_so():
    instant = only(stamp("13:32"))
    assert instant.time.isoformat() == "2022-01-06T13:32:00+00:00"
    assert (
        instant.basis
        == "printed time; date from whoever imported it; zone Europe/London from whoever imported it"
    )


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ("13:30 13:32 19:15", [0, 0, 0]),
        ("22:00 23:50 00:10 00:20", [0, 0, 1, 1]),
        ("08:00 08:13 08:10 08:20", [0, 0, 0, 0]),
        ("09:00 08:55", [0, 0]),
        ("23:40 00:10 23:55 00:20", [0, 1, 0, 1]),
        ("00:10 23:55 00:20", [1, 0, 1]),
        ("09:00 18:00 20:00 08:30 09:00", [0, 0, 0, 1, 1]),
        ("12:00 12:00 12:00", [0, 0, 0]),
        ("12:00", [0]),
    ],
)
def test_a_day_passes_where_the_clock_goes_back(times, expected):
    assert days(times) == expected
    assert days(" ".join(reversed(times.split())), newest_first=True) == expected[::-1]


def test_a_post_out_of_line_is_a_question():
    assert days("15:00 12:00 15:05") == [(1, "2022-01-06T12:00:00+00:00", "2022-01-07T12:00:00+00:00")]
    assert days("12:00 15:00 12:05") == [(2, "2022-01-06T12:05:00+00:00", "2022-01-07T12:05:00+00:00")]


def test_a_post_pinned_to_the_top_is_a_question():
    assert [place for place, *_ in days("15:00 08:00 08:10")] == [1]
    assert [place for place, *_ in days("08:00 15:00 14:00", newest_first=True)] == [0]


def test_the_answer_settles_its_day_and_those_after_it():
    answer = datetime(2022, 1, 6, 12, 0, tzinfo=UTC)
    assert days("15:00 12:00 15:05", settled={1: answer}) == [0, 0, 0]
    assert days("15:00 12:00 15:05", settled={1: answer + timedelta(days=1)}) == [0, 1, 1]
    assert days("15:00 12:00 12:05", settled={1: answer + timedelta(days=1)}) == [0, 1, 1]


def test_an_answer_that_is_not_what_is_printed_is_asked_again():
    question = only(stamp("12:00"), settled={0: datetime(2022, 1, 6, 12, 30, tzinfo=UTC)})
    assert question.what == "--time says 12:30 for it, but it prints 12:00"


def test_a_page_with_few_posts_a_day_has_no_doubtful_ones():
    assert days("08:00 16:00 08:10 16:10 08:00 16:00 08:30") == [0, 0, 1, 1, 2, 2, 3]


def test_what_was_concluded_is_noted():
    resolution = resolve(
        stamps("23:50 00:20 00:10"), Given(date="2022-01-06", zone=LONDON), newest_first=False
    )
    assert [(note.place, note.text) for note in resolution.notes] == [
        (1, "00:20 comes after 23:50: read as 2022-01-07"),
        (2, "00:10 comes after 00:20: read as out of order, on the same day"),
    ]
    assert resolution.instants[1].basis.startswith(
        "printed time; date from whoever imported it and the times that passed midnight"
    )


def test_nothing_is_noted_of_times_in_line():
    assert (
        resolve(stamps("08:00 09:00"), Given(date="2022-01-06", zone=LONDON), newest_first=False).notes == ()
    )


@pytest.mark.parametrize("known", ["", "2022", "2022-01"])
def test_a_missing_day_is_a_question(known):
    assert only(stamp("13:30"), date=known).key == "date"


def test_a_missing_zone_is_a_question():
    assert only(stamp("13:30"), zone=None).key == "timezone"


def test_a_printed_offset_needs_no_zone():
    instant = only(stamp("13:30", offset_minutes=330), zone=None)
    assert instant.time.isoformat() == "2022-01-06T13:30:00+05:30"
    assert instant.basis.endswith("printed offset")


@pytest.mark.parametrize(
    ("day", "times", "choices"),
    [
        ("2024-10-27", "twice", ("2024-10-27T01:30:00+01:00", "2024-10-27T01:30:00+00:00")),
        ("2024-03-31", "never", ("2024-03-31T01:30:00+00:00", "2024-03-31T01:30:00+01:00")),
    ],
)
def test_an_hour_that_the_clocks_showed_twice_or_never_is_a_question(day, times, choices):
    question = only(stamp("01:30"), date=day)
    assert question.key == "time"
    assert question.what == f"in Europe/London the clocks showed 01:30 {times} on {day}"
    assert question.choices == choices
    for choice in choices:
        answer = datetime.fromisoformat(choice)
        assert only(stamp("01:30"), date=day, settled={0: answer}).time.isoformat() == choice


@pytest.mark.parametrize("text", ["00:59", "02:00"])
@pytest.mark.parametrize("day", ["2024-10-27", "2024-03-31"])
def test_the_hours_beside_it_are_none(text, day):
    assert only(stamp(text), date=day).time.date().isoformat() == day


def test_printed_dates_are_stronger_than_the_option():
    printed = [stamp("23:50"), stamp("00:10", year=2022, month=2, day=1), stamp("23:00"), stamp("01:00")]
    resolution = resolve(printed, Given(date="2022-01-06", zone=LONDON), newest_first=False)
    assert [instant.time.date().isoformat()[5:] for instant in resolution.instants] == [
        "01-31",
        "02-01",
        "02-01",
        "02-02",
    ]
    assert resolution.instants[1].basis.startswith("printed time; printed date;")


def test_a_year_that_is_not_printed_is_asked_for_and_goes_on():
    printed = [stamp("23:50", month=12, day=31), stamp("00:10", month=1, day=1)]
    assert resolve(printed, Given(zone=LONDON), newest_first=False).questions[0].key == "date"
    resolution = resolve(printed, Given(date="2021", zone=LONDON), newest_first=False)
    assert [instant.time.year for instant in resolution.instants] == [2021, 2022]


def test_a_day_that_does_not_exist_is_a_question():
    assert (
        only(stamp("12:00", year=2023, month=2, day=29)).what == "it prints a day that 2023-02 does not have"
    )


@pytest.mark.parametrize(
    ("times", "newest"),
    [
        ("13:30 13:32", False),
        ("13:32 13:30", True),
        ("23:50 00:10", False),
        ("00:10 23:50", True),
        ("08:00 08:13 08:10 08:20 08:30", False),
        ("20:00 21:00 09:00 10:00 11:00", False),
    ],
)
def test_the_order_of_a_page_is_that_of_most_steps(times, newest):
    order, why = newest_first(stamps(times))
    assert order is newest
    assert why.startswith("newest" if newest else "oldest")


@pytest.mark.parametrize("times", ["", "12:00", "12:00 12:00"])
def test_no_order_is_claimed_where_there_is_none(times):
    assert newest_first(stamps(times)) == (False, "")


def test_full_dates_decide_the_order_before_the_clock():
    printed = [stamp("23:00", year=2022, month=1, day=6), stamp("09:00", year=2022, month=1, day=5)]
    assert newest_first(printed)[0] is True


@pytest.mark.parametrize("name", ["Europe/London", "UTC", "GMT", "Asia/Almaty"])
def test_zones_by_name(name):
    assert zone(name).key == name


@pytest.mark.parametrize(
    ("name", "key", "words"),
    [
        ("UTC+8", "Etc/GMT-8", "UTC+08:00"),
        ("utc +08:00", "Etc/GMT-8", "UTC+08:00"),
        ("GMT-5", "Etc/GMT+5", "UTC-05:00"),
        ("Etc/GMT+5", "Etc/GMT+5", "UTC-05:00"),
        ("Asia/Shanghai", "Asia/Shanghai", "Asia/Shanghai"),
    ],
)
def test_hours_from_utc_are_a_zone_and_read_the_right_way_round(name, key, words):
    assert zone(name).key == key
    assert zone_in_words(zone(name).key) == words
    assert datetime(2022, 1, 1, tzinfo=zone(name)).strftime("%z")[:3] == words[3:6] or "/" in words


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Europe/Londn", "did you mean Europe/London?"),
        ("london", "did you mean Europe/London?"),
        ("New York", "did you mean America/New_York?"),
        ("Almaty", "did you mean Asia/Almaty?"),
        ("", "write it like"),
        ("../../etc/passwd", "write it like"),
        ("+06:00", "write it like"),
        ("UTC+05:30", "write it like"),
        ("UTC+15", "write it like"),
    ],
)
def test_an_unknown_zone_is_an_error_with_a_hint(name, hint):
    with pytest.raises(UnknownZoneError) as caught:
        zone(name)
    assert caught.value.mend.startswith(hint)


@pytest.mark.parametrize(
    ("letters", "meant"),
    [
        ("EST", "America/New_York"),
        ("IST", "Asia/Kolkata"),
        ("IST", "Asia/Jerusalem"),
        ("BST", "Europe/London"),
        ("CST", "Asia/Shanghai"),
        ("cst", "America/Chicago"),
    ],
)
def test_zone_letters_are_refused_with_what_they_may_mean(letters, meant):
    with pytest.raises(UnknownZoneError) as caught:
        zone(letters)
    assert meant in caught.value.mend


def test_every_suggested_zone_exists():
    from sitegen.instants.zones import LETTERS

    for meant in LETTERS.values():
        for name in meant:
            assert zone(name)


@settings(deadline=None)
@given(
    start=st.datetimes(min_value=datetime(2015, 1, 1), max_value=datetime(2025, 12, 1)),  # noqa: DTZ001 - local
    gaps=st.lists(st.integers(min_value=0, max_value=11 * 60), max_size=60),
    name=st.sampled_from(
        ["Europe/London", "Asia/Almaty", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]
    ),
    newest=st.booleans(),
)
def test_printed_times_of_any_page_come_back(start, gaps, name, newest):
    """Posts at most 11 hours apart, in any zone, in either order: times right, or a question."""
    here = ZoneInfo(name)
    instants = [start.replace(second=0, microsecond=0, tzinfo=here).astimezone(UTC)]
    for gap in gaps:
        instants.append(instants[-1] + timedelta(minutes=gap))
    local = [instant.astimezone(here) for instant in instants]
    assume(local[0].date() == min(moment.date() for moment in local))
    page = [stamp(f"{moment:%H:%M}") for moment in local]
    known = Given(date=local[0].date().isoformat(), zone=here)
    resolution = resolve(page[::-1] if newest else page, known, newest_first=newest)
    if resolution.questions:
        assert all(question.key == "time" for question in resolution.questions)
    else:
        assert [instant.time for instant in resolution.instants] == (instants[::-1] if newest else instants)


def at(text, **printed):
    return Stamp(text=text, hour=0, minute=0, **printed)


MOMENT = datetime(2022, 1, 6, 13, 32, tzinfo=UTC)


def test_a_machine_time_holds_as_it_is_and_is_shown_on_the_clock_given():
    instant = only(
        at("1:32", instant=MOMENT, instant_basis="datetime attribute"), date="", zone=ZoneInfo("Asia/Almaty")
    )
    assert (instant.time.isoformat(), instant.basis) == ("2022-01-06T19:32:00+06:00", "datetime attribute")
    assert only(at("1:32", instant=MOMENT), date="", zone=None).basis == "machine time in the document"


def test_a_relative_time_is_counted_back_from_the_moment_of_saving():
    instant = only(at("45 min ago", ago=timedelta(minutes=45)), date="", captured=MOMENT)
    assert instant.time == MOMENT - timedelta(minutes=45)
    assert instant.basis == "printed as '45 min ago', counted back from the moment of saving; not exact"
    question = only(at("45 min ago", ago=timedelta(minutes=45)), date="")
    assert (question.key, question.place) == ("captured", -1)


def test_machine_times_tell_the_day_of_printed_times_beside_them():
    resolution = resolve(
        [stamp("23:50"), at("", instant=MOMENT.replace(hour=23, minute=55)), stamp("00:10")],
        Given(zone=LONDON),
        newest_first=False,
    )
    assert [instant.time.day for instant in resolution.instants] == [6, 6, 7]


def test_updates_without_a_time_are_a_question_and_then_stand_beside_their_neighbour():
    page = [stamp("13:30"), None, stamp("13:40")]
    asked = resolve(page, Given(date="2022-01-06", zone=LONDON), newest_first=False)
    assert [(question.key, question.place) for question in asked.questions] == [("untimed", 1)]
    found = resolve(page, Given(date="2022-01-06", zone=LONDON, untimed=True), newest_first=False)
    assert [instant.time.minute for instant in found.instants] == [30, 30, 40]
    assert found.instants[1].basis.startswith("no time in the source; placed by page order")


@pytest.mark.parametrize(
    ("known", "time"),
    [
        ({"date": "2022-01-06"}, "2022-01-06T00:00:00+00:00"),
        ({"date": "2022-01-06", "zone": ZoneInfo("Asia/Almaty")}, "2022-01-06T00:00:00+06:00"),
        ({"captured": MOMENT}, "2022-01-06T00:00:00+00:00"),
    ],
)
def test_where_nothing_has_a_time_the_day_is_all_that_is_known(known, time):
    found = resolve([None, None], Given(untimed=True, **known), newest_first=False)
    assert {instant.time.isoformat() for instant in found.instants} == {time}
    assert all(instant.basis.startswith("no time in the source") for instant in found.instants)


def test_where_nothing_at_all_is_known_it_is_asked():
    keys = [
        [q.key for q in resolve([None], Given(untimed=u), newest_first=False).questions]
        for u in (False, True)
    ]
    assert keys == [["untimed"], ["date"]]


@pytest.mark.parametrize(
    ("letters", "given_zone", "offset"),
    [
        ("GMT", None, 0),
        ("Greenwich Mean Time", None, 0),
        ("CEST", None, 120),
        ("ET", None, -300),
        ("MSK", None, 180),
        ("IST", "Asia/Kolkata", 330),
        ("IST", "Asia/Jerusalem", 120),
        ("CST", "America/Chicago", -360),
        ("CST", "Asia/Shanghai", 480),
        ("EST", "America/Toronto", -300),
        ("BST", "Europe/London", 0),
    ],
)
def test_zone_letters(letters, given_zone, offset):
    known = {"zone": ZoneInfo(given_zone) if given_zone else None}
    instant = only(stamp("13:32", zone=letters), **known)
    assert instant.time.utcoffset() == timedelta(minutes=offset)
    assert letters in instant.basis


@pytest.mark.parametrize("letters", ["IST", "CST", "EST", "BST"])
@pytest.mark.parametrize("given_zone", [None, "Europe/Berlin"])
def test_zone_letters_of_several_meanings_are_asked(letters, given_zone):
    question = only(stamp("13:32", zone=letters), zone=ZoneInfo(given_zone) if given_zone else None)
    assert question.key == "timezone"
    assert len(question.choices) > 1
    assert f"the text prints {letters}" in question.what


@pytest.mark.parametrize(
    ("stamps_of_page", "zone_of_page"),
    [
        ([stamp("13:32", zone="GMT")], "UTC"),
        ([stamp("13:32", zone="ET")], "America/New_York"),
        ([stamp("13:32", offset_minutes=360)], "Etc/GMT-6"),
        ([stamp("13:32", offset_minutes=330)], "UTC"),
        ([at("", instant=MOMENT)], "UTC"),
        ([stamp("13:32", offset_minutes=360), stamp("13:33", offset_minutes=300)], "UTC"),
    ],
)
def test_the_clock_of_a_document_that_prints_its_zone(stamps_of_page, zone_of_page):
    found = resolve(stamps_of_page, Given(date="2022-01-06"), newest_first=False)
    assert found.zone == zone_of_page
    assert resolve(stamps_of_page, Given(date="2022-01-06", zone=LONDON), newest_first=False).zone == ""


def test_order_of_relative_and_machine_times():
    ago = [at("", ago=timedelta(minutes=n)) for n in (60, 5, 20, 40)]
    assert newest_first(ago)[0]
    assert not newest_first([at("", instant=MOMENT + timedelta(hours=n)) for n in (0, 1, 30)])[0]
    assert newest_first([None, None]) == (False, "")


@pytest.mark.parametrize(
    ("times", "backwards"),
    [
        ("19:30 19:12 18:05 00:10", True),  # a night lies above the last, on one day
        ("00:10 18:05 19:12 19:30", False),
        ("19:30 18:05 00:10", True),  # as many steps forward as back: less time passes so
        ("22:50 22:40 00:30", False),
        ("22:50 22:50 00:30", False),
        ("00:30 22:50 22:50", True),
    ],
)
def test_the_order_of_a_page(times, backwards):
    assert newest_first(stamps(times))[0] is backwards


def test_two_times_alone_are_no_proof():
    backwards, why = newest_first(stamps("10:15 09:40"))
    assert backwards
    assert why == (
        "newest update first, as 35 min lie between 10:15 and 09:40 then, and 23 h 25 min otherwise; "
        "two times alone are no proof: look whether it is right"
    )
    dated = [stamp("10:15", year=2022, month=1, day=6), stamp("09:40", year=2022, month=1, day=6)]
    assert newest_first(dated) == (True, "newest update first, as 1 of 1 times follow a later one")


def test_days_without_a_year_tell_the_order_too():
    days_of = [
        stamp("10:00", month=1, day=6),
        stamp("12:00", month=1, day=5),
        stamp("18:00", month=12, day=31),
    ]
    assert newest_first(days_of)[0]
    assert not newest_first(days_of[::-1])[0]


def test_a_pinned_post_is_of_the_same_day_where_no_gap_is_so_long():
    assert days("11:02 14:40 14:05 12:20 09:15", newest_first=True) == [0, 0, 0, 0, 0]
    found = resolve(
        stamps("11:02 14:40 14:05 12:20 09:15"), Given(date="2022-01-06", zone=LONDON), newest_first=True
    )
    assert "out of order on the page" in found.instants[0].basis
    assert [note.text for note in found.notes] == [
        "11:02 comes after 14:40: read as out of order, on the same day"
    ]
    assert [place for place, *_ in days("11:02 20:40 14:05 07:20 01:15", newest_first=True)] == [0]


def test_zone_letters_of_one_meaning_have_an_offset():
    assert fixed_offset("gmt") == 0
    assert fixed_offset("MSK") == 180
    assert fixed_offset("EST") is None


def test_a_printed_day_of_the_week_holds():
    week = [
        stamp("09:30", weekday=6),
        stamp("23:45", weekday=5),
        stamp("18:10", weekday=5),
        stamp("16:00", weekday=4),
    ]
    friday = Given(date="2022-02-18", zone=LONDON)
    assert newest_first(week)[0]
    found = resolve(week, friday, newest_first=True)
    assert [instant.time.isoformat()[:16] for instant in found.instants] == [
        "2022-02-20T09:30",
        "2022-02-19T23:45",
        "2022-02-19T18:10",
        "2022-02-18T16:00",
    ]
    assert "the printed day of the week" in found.instants[0].basis
    (question,) = resolve(week, Given(date="2022-02-17", zone=LONDON), newest_first=True).questions
    assert question.what == "the oldest update is of a Friday, and 2022-02-17 is none"


def test_posts_swapped_over_midnight_keep_their_days_of_the_week():
    week = [
        stamp("22:00", weekday=4),
        stamp("00:10", weekday=5),
        stamp("23:58", weekday=4),
        stamp("01:00", weekday=5),
    ]
    found = resolve(week, Given(date="2022-02-18", zone=LONDON), newest_first=False)
    assert [instant.time.day for instant in found.instants] == [18, 19, 18, 19]
