"""What prints times and is no live blog; and times in the texts of a live blog that are no stamps."""

from pathlib import Path

import pytest

from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.importers.text import TextImporter


def read(text, **saved):
    return TextImporter().read(SavedDocument(name="page.txt", data=text.encode(), **saved))


@pytest.mark.parametrize(
    "text",
    [
        "It began at 13:30. At 14:10 it rained.\n\nAt 15:00 all went home. They came back at 16:20.",
        "At 13:30 it began.\n\nAt 14:10 it rained.\n\nAt 15:00 all went home.\n\nAt 16:20 they came back.",
        "As of 7:45 p.m. nobody was hurt.\n\nAs of 8:45 p.m. nobody was hurt.\n\nAs of 9:45 p.m. all were home.",
        "The gates close at 5 p.m.\n\nThe crane works until 6 p.m.\n\nThe quay is open until 7 p.m.\n\nBye.",
        "8 p.m. is when they meet.\n\n9 p.m. is when they vote.\n\n10 p.m. is when they go.\n\n11 p.m. is late.",
        "12.50 Euro for adults\n\n8.30 Euro for children\n\n7.20 Euro for groups\n\n6.10 Euro for ships\n\n",
        "Call 0171 555 1309.\n\nCall 0171 555 1310.\n\nCall 0171 555 1311.\n\nCall 0171 555 1312.",
        "Reds 3:2 Blues\n\nGreens 1:1 Greys\n\nWhites 4:0 Blacks\n\nPinks 2:2 Browns",
        "2001\nThe harbour opens.\n\n2005\nA second quay.\n\n2012\nA third quay.\n\n2020\nA crane.",
        "The vote was 303-121.\n\nThe other was 93-6.\n\nThey met for 1.5 million hours.",
        "One\n\n6 January 2021\n\nTwo\n\n7 January 2021\n\nThree\n\n8 January 2021",
        "13:30\n\nText.\n\n13:40\n\nText.\n",
        "Ada Example\n(@ada)Come at 9pm.\nMarch 15, 2019\nBen Sample\n(@ben)We open at 10am.\nMarch 15, 2019\n",
        "A quiet day in the harbour.\nNothing stirred.\nUpdated\nA crane was still.\nUpdated\nAll slept.\n",
    ],
)
def test_no_update_is_invented(text):
    with pytest.raises(NotALiveBlogError, match="no updates in it"):
        read(text)


BLOG = "Harbour day\n\n10:15: The gates are open.\n\n9:40: {}\n\n9:05: Ships wait.\n\n8:30: The day starts."


@pytest.mark.parametrize(
    "text",
    [
        "Crane two stops at 9:30.",
        "Crane two stops.\n\n8 p.m. is when it works again, they say.",
        "Crane two stops.\n\nAs of 7:45 p.m. nobody was hurt.",
        "Crane two stops.\n\n21:30 or 16:30 in the capital is the hour.",
        "Crane two stops.\n\n12:30 and 13:30 are the hours.\n\n14:30 too.",
        "Crane two stops.\n\nTickets cost 12.50 and 8.30.",
        "Crane two stops.\n\nCall 555-1309 or 0171 1310.",
        "Crane two stops.\n\nThe Reds won 3:21, the Blues 4:55.",
        "Crane two stops.\n\n1/6/21 will be remembered.",
        "Crane two stops.\n\nThe talks were 10 minutes ago.",
        "Crane two stops.\n\n9:40 in the evening, 10:40 at night.",
    ],
)
def test_times_in_a_text_are_no_stamps(text):
    document = read(BLOG.format(text))
    assert [entry.stamp.text for entry in document.entries] == ["10:15:", "9:40:", "9:05:", "8:30:"]
    assert document.entries[1].body.replace("\\", "") == text


def test_a_title_may_end_with_a_time():
    text = "Harbour day\n\n10:15\nGates open until 11:00\nGood.\n\n9:40\nCrane stops at 9:30\nBad.\n\n9:05\nWind at 9:00\nOh."
    assert [entry.title for entry in read(text).entries] == [
        "Gates open until 11:00",
        "Crane stops at 9:30",
        "Wind at 9:00",
    ]


def test_another_reading_that_runs_too_is_told():
    blocks = "\n\n".join(f"1{n}:00: All is well.\n{'ABCDE'[n]} ships - 1{n}:05\nThey wait." for n in range(5))
    told = "\n".join(read(f"Harbour day\n\n{blocks}").inferred)
    assert "the stamps look like '{time}: ...', as 5 of them run through the document" in told
    assert (
        "'... - {time}' runs through it too, 5 times, and was read as text: --stamp names another pattern"
        in told
    )


def test_dates_of_two_meanings_are_told_or_asked():
    day = "Harbour day\n\n{}/1/21 10:15\nGates open.\n\n{}/1/21 9:40\nCrane stops.\n\n{}/1/21 9:05\nWind."
    assert [entry.stamp.month for entry in read(day.format(13, 13, 12)).entries] == [1, 1, 1]
    assert [entry.stamp.month for entry in read(day.format(1, 1, 1)).entries] == [
        1,
        1,
        1,
    ]  # the same both ways
    month = "Harbour day\n\n1/9/21 10:15\nGates open.\n\n1/8/21 9:40\nCrane stops.\n\n1/7/21 9:05\nWind."
    document = read(month)
    assert [(entry.stamp.month, entry.stamp.day) for entry in document.entries] == [(1, 9), (1, 8), (1, 7)]
    assert "dates are read as month/day, as they would be months apart otherwise" in document.inferred
    with pytest.raises(NotALiveBlogError, match="may have the day or the month first"):
        read(month.replace("1/9", "2/3").replace("1/8", "2/3").replace("1/7", "2/3"))


LINES = "Harbour day\n\n10:15 * Gates open * Ada Example\nGood.\n\n9:40 * Crane stops * Ben Sample\nBad."


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("{time} * {title} * {author}", LINES.replace("*", "/"), None),
        (
            "{time} / {title} / {author}",
            LINES.replace("*", "/"),
            [("Gates open", ("Ada Example",), "Good."), ("Crane stops", ("Ben Sample",), "Bad.")],
        ),
        (
            "{title} ({time})",
            "Harbour\n\nGates open (10:15)\nGood.\n\nCrane stops (9:40)\nBad.",
            [("Gates open", (), "Good."), ("Crane stops", (), "Bad.")],
        ),
        (
            "{time}: {text}",
            "Harbour\n\n10:15: Gates open\n\n9:40: Crane stops",
            [("", (), "Gates open"), ("", (), "Crane stops")],
        ),
        (
            "{day}/{month}/{year} {time}",
            "Harbour\n\n1/2/21 10:15\nGates open.\n\n1/2/21 9:40\nCrane stops.",
            [("", (), "Gates open."), ("", (), "Crane stops.")],
        ),
    ],
)
def test_a_pattern_that_a_person_gives(pattern, text, expected):
    document = read(text, stamp=pattern)
    if expected:
        assert [(entry.title, entry.authors, entry.body) for entry in document.entries] == expected
    assert f"the stamps look like '{pattern}', as --stamp says" in document.inferred


def test_a_pattern_tells_the_order_of_numbers():
    text = "Harbour\n\n1/2/21 10:15\nGates open.\n\n1/2/21 9:40\nCrane stops."
    days = {}
    for first, second in (("day", "month"), ("month", "day")):
        stamp = read(text, stamp=f"{{{first}}}/{{{second}}}/{{year}} {{time}}").entries[0].stamp
        days[first] = (stamp.year, stamp.month, stamp.day)
    assert days == {"day": (2021, 2, 1), "month": (2021, 1, 2)}


def test_a_pattern_that_fits_nothing_is_refused():
    with pytest.raises(NotALiveBlogError, match="No line of it looks like the pattern"):
        read(LINES, stamp="[{time}]")


UNTIMED = "Harbour day, told in May.\n\n" + "\n\n".join(
    f"{title}\n\nIt happened at {hour}:00. The quay is full."
    for hour, title in enumerate(["Gates open", "Crane stops", "Wind", "Night"], start=9)
)


def test_updates_without_times_are_told_apart_by_their_titles():
    document = read(UNTIMED)
    assert [entry.title for entry in document.entries] == ["Gates open", "Crane stops", "Wind", "Night"]
    assert all(entry.stamp is None for entry in document.entries)
    assert document.date == ""


def test_the_only_date_of_a_text_is_that_of_updates_without_times():
    document = read(UNTIMED.replace("The quay", "On May 5, 2021 the quay"))
    assert (document.date, document.date_basis) == ("2021-05-05", "the only full date that the text prints")
    assert read(UNTIMED.replace("is full.", "is full since May 5, 2021 and May 6, 2021.")).date == ""


@pytest.mark.parametrize(
    ("line", "gap", "date"),
    [
        ("Published: 6 January 2021", "9:05", "2021-01-06"),
        ("January 6, 2021", "9:05", "2021-01-06"),
        ("Updated 1:00 p.m. January 6, 2021", "9:05", "2021-01-06"),
        ("Published: 12:46 PM CST January 6, 2021", "23:05", "2021-01-06"),
        ("January 6, 2021", "23:05", ""),
        ("Updated 1:00 p.m. January 6, 2021", "23:05", ""),
        ("About January 6", "9:05", ""),
    ],
)
def test_the_day_that_the_page_prints(line, gap, date):
    document = read(
        f"Harbour day\n\n{line}\n\n10:15\nGates open.\n\n9:40\nCrane stops.\n\n{gap}\nShips wait."
    )
    assert document.date == date
    assert document.date_basis == (f"the line '{line}'" if date else "")


def documents_without_updates():
    text = (Path(__file__).parent / "fixtures" / "no_updates.txt").read_text(encoding="utf-8")
    parts = [part.strip("\n") for part in text.removesuffix("\n").removesuffix("~~~").split("\n~~~\n")]
    for title, body in zip(parts[::2], parts[1::2], strict=False):
        yield pytest.param(body, id=title)


@pytest.mark.parametrize("text", list(documents_without_updates()))
def test_documents_with_times_that_are_none_of_updates(text):
    assert TextImporter().sniff(SavedDocument(name="page.txt", data=text.encode())) == 0
    with pytest.raises(NotALiveBlogError, match="there are no updates in it"):
        read(text)


TICKETS = "Departures\n\n06:12 Old Quay, platform 3\n06:18 Lighthouse\n06:42 Old Quay\n06:48 Lighthouse"


def test_who_knows_better_can_read_a_timetable():
    document = read(TICKETS, stamp="{time} {title}")
    assert [entry.title for entry in document.entries] == [
        "Old Quay, platform 3",
        "Lighthouse",
        "Old Quay",
        "Lighthouse",
    ]


def test_titles_that_begin_with_times_nobody_knows_are_no_updates_without_times():
    text = "Storm\n\n" + "\n\n".join(
        f"Round {n} of 9h3{n} onwards\n\nThe {n} boats are out." for n in range(5)
    )
    with pytest.raises(NotALiveBlogError, match="there are no updates in it"):
        read(text)
