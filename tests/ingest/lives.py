"""Live blogs as they change from saving to saving, made by Hypothesis."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

URL = "https://example.org/live/flood"
START = datetime(2024, 3, 1, 10, tzinfo=UTC)

TITLES = (
    "",
    "Sluice two is closed",
    "Sluice two is shut for good",
    "Trams stop running",
    "A boat is lost near the old bridge",
    "Mayor Ada Example speaks to the town",
)
BODIES = (
    "",
    "The gates of the sluice went down, and the water stays out.",
    "Mayor Ada Example thanked all who came.",
    "Example said that the school stays shut. Police spokesman Jon Berg said nobody was hurt.",
    "“We wait,” said Jon Berg, a spokesman of the Harbour Authority (HA). The HA runs all the sluices.",
    "Mrs Berg, a resident, told the Harbour Gazette that her cellar is full of water.",
    "The Ministry of Works sends pumps. Works minister Lena Korn comes on Monday.",
    "Works minister Lena Maria Korn is on her way, said the Ministry of Works.",
    "No trams on lines one to four, and no buses over the old bridge until the evening.",
)


@dataclass(frozen=True)
class Shown:
    """An update as one saving has it."""

    number: int
    minute: int
    title: str
    body: str
    author: str = ""


def page(updates, headline, saved, *, newest_first=True, **changes):
    """A saved page; `saved` are minutes after the start."""
    posts = [
        {
            "@type": "BlogPosting",
            "headline": one.title,
            "datePublished": (START + timedelta(minutes=one.minute)).isoformat(),
            "articleBody": one.body,
            "url": f"{URL}#p{one.number}",
            **({"author": {"name": one.author}} if one.author else {}),
        }
        for one in updates[:: -1 if newest_first else 1]
    ]
    data = {
        "@type": "LiveBlogPosting",
        "headline": headline,
        "url": URL,
        "publisher": {"name": "Gazette"},
        "dateModified": (START + timedelta(minutes=saved)).isoformat(),
        "liveBlogUpdate": posts,
    } | changes
    return (
        f'<!doctype html><html lang="en"><script type="application/ld+json">{json.dumps(data)}</script>'
        f"<h1>{headline}</h1>"
    )


@st.composite
def lives(draw, savings, *, cut_minutes=False):
    """Pages of one live blog, saved so many times, the oldest first.

    The page shows only its newest updates. With `cut_minutes` these may begin between two updates of one minute.
    """
    numbers = range(draw(st.integers(6, 10)))
    gaps = draw(st.lists(st.sampled_from([0, 0, 1, 7, 40]), min_size=len(numbers), max_size=len(numbers)))
    gaps[::3] = [gap or 1 for gap in gaps[::3]]  # one time for most updates of a page is believed of none
    minutes = list(itertools.accumulate(gaps))
    told = st.sampled_from(BODIES)
    now = {
        number: Shown(
            number=number,
            minute=minute,
            title=draw(st.sampled_from(TITLES)),
            body=(body := draw(told)) and f"{body} This is report {number}.",
            author=draw(st.sampled_from(["", "Ada Writer"])),
        )
        for number, minute in zip(numbers, minutes, strict=True)
    }
    newest_first = draw(st.booleans())
    pages = []
    until = 6
    for saving in range(savings):
        until = len(numbers) if saving == savings - 1 else draw(st.integers(until, len(numbers)))
        for number in draw(st.lists(st.sampled_from(list(now)), max_size=2)) if saving else []:
            change = draw(st.sampled_from(["title", "body"]))
            words = draw(st.sampled_from(TITLES) if change == "title" else told)
            now[number] = replace(now[number], **{change: words})
        first = max(0, until - draw(st.integers(6, 10)))
        while not cut_minutes and first and minutes[first - 1] == minutes[first]:
            first -= 1
        shown = list(now.values())[first:until]
        headline = draw(
            st.sampled_from(["flood: what we know", "flood: Lena Korn on her way", "flood: it is over"])
        )
        extra = draw(
            st.sampled_from(
                [{}, {"publisher": {"name": "The Gazette"}}, {"description": "Water in the town."}]
            )
        )
        pages.append(page(shown, headline, 301 + saving, newest_first=newest_first, **extra))
    return pages
