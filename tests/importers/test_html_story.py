"""What stands in and beside the updates of a page: its story is kept, all else is reported with the reason."""

import pytest

from sitegen.importers.html import HtmlImporter
from sitegen.importers.protocol import SavedDocument
from sitegen.ingest.conservation import missing_words
from sitegen.markup import parse

WATER = "Water stands in the lower streets and crews carry sandbags to the old mill by the river."
FIRST = f"{WATER} Number 1."


def read(inner="", around="", below=""):
    """A page of three updates, the second of them with something in it."""
    posts = "".join(
        f'<article class="post"><time datetime="2024-01-03T1{n}:05:00Z">1{n}:05</time><h2>Sluice {n} closed</h2>'
        f"<p>{WATER} Number {n}.</p>{inner if n == 1 else ''}<p>End {n}.</p></article>"
        for n in range(3)
    )
    page = (
        f'<html lang="en"><head><link rel="canonical" href="https://gazette.example/live/"></head><body><main>'
        f"<h1>Flood on the lower Eider</h1>{around}<div>{posts}</div>{below}</main></body></html>"
    )
    document = HtmlImporter().read(SavedDocument(name="page.html", data=page.encode()))
    assert missing_words(document.text, document) == ()
    assert [e.stamp.instant.hour for e in document.entries] == [10, 11, 12]
    return document


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        pytest.param(
            '<blockquote class="twitter-tweet"><p dir="ltr">Stay at home.</p>&mdash; Fire brigade (@fire) <a href="https://twitter.com/fire/status/1">January 3, 2024</a></blockquote><script src="https://platform.twitter.com/widgets.js"></script>',
            "> Stay at home.\n>\n> — Fire brigade (@fire) [January 3, 2024](https://twitter.com/fire/status/1)", id="a post as a quote",
        ),
        pytest.param(
            '<div class="twitter-tweet-rendered"><iframe src="https://platform.twitter.com/embed/Tweet.html?id=17" title="X Post" data-tweet-id="17"></iframe></div>',
            "> [X Post](https://twitter.com/i/status/17)", id="a post in a frame",
        ),
        pytest.param('<amp-twitter data-tweetid="17" width="375"></amp-twitter>', "> [https://twitter.com/i/status/17](https://twitter.com/i/status/17)", id="a post of AMP"),
        pytest.param('<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="fire/12"></script>', "> [https://t.me/fire/12](https://t.me/fire/12)", id="a widget of Telegram"),
        pytest.param('<iframe src="https://t.me/fire/12?embed=1"></iframe>', "> [https://t.me/fire/12?embed=1](https://t.me/fire/12?embed=1)", id="a frame of Telegram"),
        pytest.param(
            '<div class="fb-post" data-href="https://www.facebook.com/fire/posts/1"></div>',
            "> [https://www.facebook.com/fire/posts/1](https://www.facebook.com/fire/posts/1)", id="a post of Facebook, not loaded",
        ),
        pytest.param(
            '<div class="fb-post" data-href="https://www.facebook.com/fire/posts/1"><blockquote class="fb-x" cite="https://www.facebook.com/fire/posts/1"><p>The pumps run.</p>Posted by <a href="https://www.facebook.com/fire/posts/1">Fire brigade</a></blockquote></div>',
            "> The pumps run.\n>\n> Posted by [Fire brigade](https://www.facebook.com/fire/posts/1)", id="a post of Facebook",
        ),
        pytest.param(
            '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@fire/video/1"><a href="https://www.tiktok.com/@fire">@fire</a> Pumps at work</blockquote>',
            "> [@fire](https://www.tiktok.com/@fire) Pumps at work\n>\n> [https://www.tiktok.com/@fire/video/1](https://www.tiktok.com/@fire/video/1)", id="a post whose address is for machines",
        ),
        pytest.param('<iframe src="https://www.youtube.com/embed/abc" title="Water at the mill"></iframe>', "[Water at the mill](https://www.youtube.com/embed/abc)", id="a film"),
        pytest.param('<iframe src="about:blank" data-src="https://www.youtube.com/embed/abc"></iframe>', "[https://www.youtube.com/embed/abc](https://www.youtube.com/embed/abc)", id="a film that a click loads"),
        pytest.param('<lite-youtube videoid="abc"></lite-youtube>', "[https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)", id="a film of a web component"),
        pytest.param(
            '<figure><img src="/a.jpg" alt="A wall of sandbags" width="900"><figcaption>Sandbags <span>Photo: A. Example</span></figcaption></figure>',
            '[Sandbags Photo: A. Example](https://gazette.example/a.jpg "A wall of sandbags")', id="a picture with caption and credit",
        ),
        pytest.param('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/c.jpg" alt="A wall">', "![A wall](https://gazette.example/c.jpg)", id="a picture that loads late"),
        pytest.param(
            "<table><caption>Levels</caption><tr><th>Place</th><th>Level</th></tr><tr><td>Mill</td><td>5.02</td></tr></table>",
            "Levels\n\n| Place | Level |\n| --- | --- |\n| Mill | 5.02 |", id="a table with a caption",
        ),
        pytest.param(
            '<table><tr><th colspan="2">Levels</th></tr><tr><td rowspan="2">Mill</td><td>5.02</td></tr><tr><td>5.31</td></tr></table>',
            "| Levels |  |\n| --- | --- |\n| Mill | 5.02 |\n|  | 5.31 |", id="a table with cells over several places",
        ),
        pytest.param("<ul><li>One<ul><li>a</li><li>b<ol><li>deep</li></ol></li></ul></li><li>Two</li></ul>", "- One\n\n  - a\n  - b\n\n    1. deep\n- Two", id="lists in lists"),
        pytest.param('<p dir="rtl">المياه تقف في الشوارع السفلى</p>', "المياه تقف في الشوارع السفلى", id="a paragraph from right to left"),
        pytest.param("<aside><h4>The wall</h4><p>Built in 1962, and raised twice.</p></aside>", "## The wall\n\nBuilt in 1962, and raised twice.", id="a box of text"),
        pytest.param("<h3>Pumps</h3><p>They run.</p>", "# Pumps\n\nThey run.", id="a heading in the text"),
        pytest.param("<pre>mill  5.02\nquay  4.10</pre>", "```\nmill  5.02\nquay  4.10\n```", id="columns typed by hand"),
        pytest.param('<p>See <a class="auto-linked-tag" href="/t">Eider</a> too.</p>', "See [Eider](https://gazette.example/t) too.", id="a link in the text"),
    ],
)  # fmt: skip
def test_the_story_is_kept(html, markdown):
    document = read(html)
    assert document.entries[1].body == f"{FIRST}\n\n{markdown}\n\nEnd 1."
    assert document.left_out == ()


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<div class="post-share"><span>Share</span> <a href="https://twitter.com/intent/tweet?u=1">Twitter</a></div>', "buttons and counts"),
        ("<div class='x1'><span>Share</span></div>", "buttons and counts"),
        ('<div class="reactions"><button>Like 12</button> <span>34</span></div>', "buttons and counts"),
        ('<a class="comments-link" href="#c">12 comments</a>', "buttons and counts"),
        ('<div class="newsletter-signup"><h4>Get the morning letter</h4><p>News in five minutes</p><form><button>Sign up</button></form></div>', "buttons and counts"),
        ('<div class="ad-slot"><p>Advertisement</p></div>', "an advertisement, or leads to other pages"),
        ('<div id="div-gpt-ad-1"><span>Sponsored by nobody</span></div>', "an advertisement, or leads to other pages"),
        ('<div class="related-card"><a href="/other"><h4>How to dry a cellar</h4><p>All about pumps</p></a></div>', "an advertisement, or leads to other pages"),
        ('<div class="x2"><a href="/other"><h4>How to dry a cellar</h4></a></div>', "an advertisement, or leads to other pages"),
        ('<p><b>Read more: <a href="/other">How to dry a cellar</a></b></p>', "an advertisement, or leads to other pages"),
        ('<ul class="tags"><li><a href="/t/1">Flood</a></li><li><a href="/t/2">Eider</a></li></ul>', "an advertisement, or leads to other pages"),
        ('<aside><a href="/1">How to dry a cellar</a> <a href="/2">What a gauge is</a></aside>', "an advertisement, or leads to other pages"),
        ('<span class="sr-only">Opens in a new window</span>', "hidden on the page"),
        ("<p>Updated at 12.40</p>", "the time of a later change"),
    ],
)  # fmt: skip
def test_furniture_in_an_update_is_reported(html, reason):
    document = read(html)
    assert document.entries[1].body == f"{FIRST}\n\nEnd 1."
    assert {line.reason for line in document.left_out} == {reason}


@pytest.mark.parametrize(
    ("html", "text", "reason"),
    [
        ('<div class="cookie-consent"><p>We use cookies.</p><button>Accept</button></div>', "We use cookies. Accept", "buttons and counts"),
        ("<ul class='c1'><li><a href='#1'>10:05 Sluice 0 closed</a></li><li><a href='#2'>12:05 Sluice 2 closed</a></li></ul>", "Sluice 2 closed", "repeats headlines of updates"),
        ("<section class='most-read'><h2>Most read</h2><ol><li><a href='/a'>How to dry a cellar</a></li></ol></section>", "Most read How to dry a cellar", "an advertisement, or leads to other pages"),
        ("<div><p>By our staff</p></div>", "By our staff", "stands above the updates"),
    ],
)  # fmt: skip
def test_furniture_beside_the_updates_is_reported(html, text, reason):
    document = read(around=html)
    assert [e.title for e in document.entries] == ["Sluice 0 closed", "Sluice 1 closed", "Sluice 2 closed"]
    assert any(text in line.text and line.reason.startswith(reason) for line in document.left_out)


def test_a_quoted_post_dates_no_update_and_is_none():
    posts = "".join(
        f"<blockquote><p>Post {n} of the brigade says that pumps run.</p><time datetime='2023-05-01T0{n}:00:00Z'>1 May</time></blockquote>"
        for n in range(5)
    )
    document = read(posts)
    assert len(document.entries) == 3
    assert parse(document.entries[1].body).text.count("1 May") == 5
