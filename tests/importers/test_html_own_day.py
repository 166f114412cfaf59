"""Days of updates that print none, from what their page says of itself."""

import pytest

from sitegen.importers.html import HtmlImporter
from sitegen.importers.protocol import SavedDocument

WATER = "Water stands in the lower streets and crews carry sandbags to the old mill by the river."
ONE_DAY = ("20:40", "18:10", "17:55", "12:30")
TWO_DAYS = ("09:05", "00:30", "22:10", "18:40")


def told(below="", *, clocks=ONE_DAY, head="", above="", zone=""):
    posts = "".join(
        f'<div class="post"><b class="at">{clock}{zone}</b><p>{WATER} It is {n}.</p></div>'
        for n, clock in enumerate(clocks)
    )
    page = (
        f'<html lang="en"><head><title>Flood: live updates</title>{head}</head><body><main>{above}'
        f"<h1>Flood: live updates</h1>{below}<div>{posts}</div></main></body></html>"
    )
    document = HtmlImporter().read(SavedDocument(name="page.html", data=page.encode()))
    assert len(document.entries) == 4
    return document.date, document.date_basis


def meta(published="", modified=""):
    return "".join(
        f'<meta property="article:{name}_time" content="{value}">'
        for name, value in (("published", published), ("modified", modified))
        if value
    )


@pytest.mark.parametrize(
    ("below", "more"),
    [
        ('<p class="byline">By Ada Example | January 3, 2024</p>', {}),
        ("<header><span>Ada Example</span><time>3 Jan 2024</time></header>", {}),
        ("<p>Published January 3, 2024</p>", {"clocks": TWO_DAYS}),
        ("<p>Published January 3, 2024 | Updated January 4, 2024</p>", {"clocks": TWO_DAYS}),
        ("<p>Published 3 January 2024</p>", {"head": meta("2024-01-04T01:00:00Z", "2024-01-04T04:00:00Z")}),
        ("", {"head": meta("2024-01-03T11:00:00+01:00")}),
        ("", {"head": meta("2024-01-03T11:00:00Z"), "zone": " GMT"}),
        ("", {"head": '<link rel="canonical" href="https://news.example/2024/01/03/flood-live">'}),
        ('<div><a href="/x">January 1, 2024</a></div><p>January 3, 2024</p>', {}),
    ],
)
def test_the_day_is_that_of_the_page(below, more):
    day, basis = told(below, **more)
    assert day == "2024-01-03"
    assert basis.startswith(("the line '", "the page"))


@pytest.mark.parametrize(
    ("below", "more"),
    [
        ("<p>January 3, 2024</p>", {"clocks": TWO_DAYS}),
        ("<p>Published January 3, 2024 | Updated January 5, 2024</p>", {}),
        ("<p>Published January 3, 2024</p>", {"head": meta(modified="2024-01-06T10:00:00Z")}),
        ("<p>January 3, 2024</p><p>January 5, 2024</p>", {}),
        ("<p>The river rose on January 3, 2024 and again in spring.</p>", {}),
        ("", {"above": "<p>January 7, 2024</p>"}),
        ("", {"head": meta("2024-01-03T02:00:00Z")}),
        ("", {"head": meta("2024-01-03T11:00:00+01:00", "2024-01-05T11:00:00+01:00")}),
        ("<p>2/3/2024</p>", {}),
    ],
)
def test_a_day_that_may_be_another_is_asked_for(below, more):
    assert told(below, **more) == ("", "")
