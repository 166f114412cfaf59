"""Single lines of pages: names, buttons, feet, broken stamps; and lines that only look like them."""

import pytest

from sitegen.importers.names import is_byline, is_person, known_names, names, person_with_role
from sitegen.importers.phrases import fits
from sitegen.importers.protocol import SavedDocument
from sitegen.importers.text import TextImporter
from sitegen.importers.text.mending import mend


def read(text):
    return TextImporter().read(SavedDocument(name="page.txt", data=text.encode()))


@pytest.mark.parametrize(
    "text", ["Ada Example", "Ada van Example", "Анна Серова", "J. Example", "Ben Al Sample"]
)
def test_people(text):
    assert is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada",
        "Ships are moved",
        "LIVE UPDATES",
        "Gates open",
        "Ada Example said",
        "Ada Example 2",
        "Wind, Rain",
    ],
)
def test_what_is_no_person(text):
    assert not is_person(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ada Example", ("Ada Example",)),
        ("From CNN's Ada Example in Port Lowell", ("Ada Example",)),
        ("By Ada Example and Ben Sample, CNN", ("Ada Example", "Ben Sample")),
        ("Von Ada Example", ("Ada Example",)),
        ("Автор: Анна Серова", ("Анна Серова",)),
        ("بقلم سارة يونس", ("سارة يونس",)),
        ("Reported by Ada Example, Example News", ("Ada Example",)),
    ],
)
def test_bylines(text, expected):
    assert is_byline(text)
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "By noon all was over",
        "From here on it rains.",
        "Dana Example",
        "By 8:30 they had left",
        "Von hier an regnet es",
    ],
)
def test_what_is_no_byline(text):
    assert not is_byline(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Example Harbour correspondent", "Ada Example"),
        ("Ada Example, reporter", "Ada Example"),
        ("The reporter asks Ada Example", ""),
        ("A correspondent was hurt.", ""),
        ("Harbour correspondent", ""),
    ],
)
def test_names_with_roles(text, name):
    assert person_with_role(text) == name


def test_the_names_that_a_header_knows():
    header = ["Harbour day", "By Ada Example and Ben Sample, Example News", "Cleo Muster (now)", "Dan Probe"]
    assert known_names(header) == {"Ada Example", "Ben Sample", "Cleo Muster"}


@pytest.mark.parametrize(
    "text", ["Share", "Link Copied!", "62 Posts", "Teilen", "Read more", "ADVERTISEMENT"]
)
def test_buttons(text):
    assert fits("button", text)


@pytest.mark.parametrize(
    "text", ["Share prices fall", "62 posts of the fence fell", "Read more books", "Partager le pain"]
)
def test_what_is_no_button(text):
    assert not fits("button", text)


FEED = "Harbour day\n\n10:40\nGates open\nGood.\n\n09:15\nCrane stops\nBad.\n\n08:00\nWind\nThe wind is strong.\n\n{}"


@pytest.mark.parametrize(
    "foot",
    [
        "This live blog is now closed.",
        "That's all for today. Thanks for following.",
        "© 2022 Harbour Herald",
        "Related stories\nHow cranes work",
        "Dieser Liveblog ist beendet.",
        "Ce direct est terminé.",
        "Read our full story here",
        "Original story\nA crane has stopped.",
        "Трансляция завершена",
        "Ada Example contributed to this report.",
    ],
)
def test_the_foot_of_a_page_is_left_out(foot):
    document = read(FEED.format(foot))
    assert document.entries[-1].body == "The wind is strong."
    assert [item.text for item in document.left_out] == foot.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "The live market is now closed.",
        "They came here.",
        "The original story is that of a crane.",
        "Thanks to Ada, all is well.",
        "Related to this, a bolt is loose.",
        "The rights of sailors were discussed.",
        "More on that: the bolt was changed.",
    ],
)
def test_what_is_no_foot_stays(text):
    assert read(FEED.format(text)).entries[-1].body == f"The wind is strong.\n\n{text}"


def test_a_farewell_in_the_newest_update_stays():
    text = "Harbour day\n\n08:00\nWind\nStrong.\n\n09:15\nCrane stops\nBad.\n\n10:40\nGates open\nGood.\n\nThat's all for today."
    assert read(text).entries[-1].body == "Good.\n\nThat's all for today."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["23:45", ".- The sea rises."], ["23:45 .- The sea rises.", ""]),
        (["Ore 18:33", "- Torna la luce."], ["Ore 18:33 - Torna la luce.", ""]),
        (["Updated", "at 10.58am BST"], ["Updated at 10.58am BST", ""]),
        (["Ada Example", "@ada", "·", "2h", "Text."], ["Ada Example @ada · 2h", "", "", "", "Text."]),
    ],
)
def test_broken_lines_are_mended(lines, expected):
    assert mend(lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["They met at 23:45", "- and left."],
        ["13:32", "The sea rises."],
        ["Updated", "The sea rises."],
        ["Ada Example", "@ada", "The sea rises."],
        ["13:32", "", "- The sea rises."],
        ["10:00", "- 12:00 break"],
    ],
)
def test_whole_lines_stay(lines):
    assert mend(lines) == lines
