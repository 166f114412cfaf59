import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.importers.stamp_line import stamp_line


@pytest.mark.parametrize(
    ("line", "hour", "minute", "authors"),
    [
        ("13:32 , Ada Example", 13, 32, ("Ada Example",)),
        ("13:32, Ada Example", 13, 32, ("Ada Example",)),
        ("13:32 ,Ada Example", 13, 32, ("Ada Example",)),
        ("  9:05 , Ada Example\t", 9, 5, ("Ada Example",)),
        ("00:00 , PA", 0, 0, ("PA",)),
        ("23.59 , Ada Example", 23, 59, ("Ada Example",)),
        ("13:32 , Ada Example and Ben Sample", 13, 32, ("Ada Example", "Ben Sample")),
        ("13:32 , Ada Example, Ben Sample & PA", 13, 32, ("Ada Example", "Ben Sample", "PA")),
        ("13:32 , Night desk", 13, 32, ("Night desk",)),
        ("13:32 , J. R. Example-O’Sample Jr.", 13, 32, ("J. R. Example-O’Sample Jr.",)),
        ("13:32 , 記者甲", 13, 32, ("記者甲",)),
        ("13:32 , مراسل", 13, 32, ("مراسل",)),
    ],
)
def test_stamp_lines(line, hour, minute, authors):
    stamp, found = stamp_line(line)
    assert (stamp.hour, stamp.minute, found) == (hour, minute, authors)
    assert stamp.text == line.split(",")[0].strip()
    assert (stamp.day, stamp.month, stamp.year, stamp.offset_minutes) == (None, None, None, None)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "13:32",
        "13:32 ,",
        "13:32 Ada Example",
        "At 13:32 , Ada Example",
        "24:00 , Ada Example",
        "12:60 , Ada Example",
        "18:44 , said",
        "18:44 , said Ada Example",
        "18:44 , Ada Example said that it was over.",
        "21:30 , or 16:30 in the capital, is the hour pencilled in",
        "07:30 , Three hundred people were said to have been there",
        "9.30 , Ada Example",
        "1.5 , Million",
        "13:32 , Ada Example: all you need to know",
        "13:32 , “Ada Example”",
        "13:32 , Who knows?",
        "13:32 , ...",
        "13:32 , 12",
        "113:32 , Ada Example",
        "13:320 , Ada Example",
        "13:32 , Ada Example, ",
    ],
)
def test_other_lines(line):
    assert stamp_line(line) is None


@settings(deadline=None)
@given(st.text())
def test_no_line_breaks_it(line):
    stamp_line(f"13:32 , {line}")
