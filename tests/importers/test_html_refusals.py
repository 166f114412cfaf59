"""Pages with times that are no live blogs: refused, with a sentence that says what they are."""

import pytest

from sitegen.importers.html import HtmlImporter
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.markup.webpage.tree import check_depth, parse_page

WATER = "Water stands in the lower streets and crews carry sandbags to the old mill by the river."
WALL = "The council will vote on the plan for the wall next week, and most members say that they will agree."


def page(body, title="Council votes on the wall", head=""):
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<main><h1>{title}</h1>{body}</main><footer>Imprint</footer></body></html>"
    )


def each(pattern, numbers=range(9), start="", end=""):
    """A piece of HTML for each number, which stands in it as `#`."""
    return start + "".join(pattern.replace("#", str(n)) for n in numbers) + end


def read(html):
    return HtmlImporter().read(SavedDocument(name="page.html", data=html.encode()))


ARTICLE = (
    f'<div><time datetime="2024-01-03T10:00:00Z">3 January 2024 10:00</time> <time datetime="2024-01-03T12:00:00Z">'
    f"Updated 12:00</time></div><p>{WATER}</p><h2>What comes next</h2><p>At 10:32 the dam broke, at 11:15 help came, "
    f"and by 12:40 it was over.</p><p>{WALL}</p>"
)
EVENING = [
    ("17:00", "News", "The day in brief"),
    ("17:30", "Rivers of the North", "Documentary, part 3 of 6, with a walk along the dikes"),
    ("18:15", "Quiz", "With the mayor and two guests from the council"),
    ("19:25", "Weather", "Rain"),
    ("19:30", "The Warden", "Crime film from 2019"),
]


@pytest.mark.parametrize(
    ("html", "says"),
    [
        pytest.param(page(ARTICLE), "No part of the page repeats", id="an article"),
        pytest.param(
            page(ARTICLE + each(f'<div class="c"><a href="/n#"><h3>Other news number # of the day</h3></a><p>{WALL}</p>'
                                '<time datetime="2024-01-03T0#:00:00Z">0#:00</time></div>')),
            "headlines that lead to other pages", id="an article with cards of others",
        ),
        pytest.param(
            page(ARTICLE + each("<li><a href='/n#'>Other news number # of the day is longer</a><span>0#:30</span></li>", start="<ul>", end="</ul>")),
            "No part of the page repeats", id="an article with a list of others",
        ),
        pytest.param(
            page(each(f"<article><a href='/n#'><h3>Story # leads this page</h3><p>{WATER} {WALL}</p></a><time datetime='2024-01-03T1#:05:00Z'>1#:05</time></article>")),
            "headlines that lead to other pages", id="a home page of cards",
        ),
        pytest.param(
            page(each(f"<div class='card'><div class='t'><a href='/n#'>Story # leads this page</a></div><div>{WATER}</div><span>1#:05</span></div>")),
            "headlines that lead to other pages", id="a home page without headings",
        ),
        pytest.param(
            page(each(f"<a class='card' href='/n#'><div class='t'>Story # leads this page</div><div>{WATER}</div><span>1#:05</span></a>")),
            "headlines that lead to other pages", id="a home page of links around cards",
        ),
        pytest.param(
            page(each("<li><time>1#:05</time> <a href='/n#'>Story # leads this page of the paper and has a long headline</a></li>")),
            "No part of the page repeats", id="a list of the latest headlines",
        ),
        pytest.param(
            page(each(f"<li class='r'><h4><a href='https://o.example/#'>Result #: the wall</a></h4><span>3 Jan 2024, 1#:05</span><p>{WATER}</p></li>"), title="Search: live"),
            "headlines that lead to other pages", id="results of a search",
        ),
        pytest.param(
            page(f"<p>{WATER}</p>" + each(f"<div class='k'><div><b>reader#</b> <span>03.01.2024, 1#:05</span></div><p>{WATER}</p><a href='#'>Antworten</a></div>")),
            "comments of readers don't count", id="comments that nothing calls so",
        ),
        pytest.param(
            page(each(f"<li class='comment depth-1'><article class='comment-body'><b>Reader #</b><time datetime='2024-01-03T1#:05:00Z'>January 3, 2024 at 1#:05</time>"
                      f"<div class='comment-content'><p>{WATER}</p></div></article></li>", start="<ol class='comment-list'>", end="</ol>")),
            "comments of readers don't count", id="comments of WordPress",
        ),
        pytest.param(
            page(each(f"<div class='post'><div>member#<br>Posts: 3#</div><div><div class='date'>Wed Jan 03, 2024 1#:05 pm</div><div>{WATER} {WALL}</div><ul><li><a href='q'>Quote</a></li></ul></div></div>")),
            "No part of the page repeats", id="a thread of a forum",
        ),
        pytest.param(
            page(each(f"<div itemscope itemtype='https://schema.org/DiscussionForumPosting'><b>member#</b> <time datetime='2024-01-03T1#:05:00Z'>3 Jan</time><p>{WATER}</p></div>")),
            "No part of the page repeats", id="a thread that schema.org calls one",
        ),
        pytest.param(
            page(each(f"<div itemprop='review' itemscope itemtype='http://schema.org/Review'><b>Reader #</b> <time datetime='2024-01-03T1#:05:00Z'>3 Jan</time><p>{WATER}</p></div>")),
            "No part of the page repeats", id="reviews",
        ),
        pytest.param(
            page("<table>" + "".join(f"<tr><td>{time}</td><td><b>{name}</b></td><td>{what}</td></tr>" for time, name, what in EVENING) + "</table>"),
            "timetable or programme", id="a programme as a table",
        ),
        pytest.param(
            page("".join(f"<div class='bc'><span>{time}</span><h3>{name}</h3><p>{what}</p></div>" for time, name, what in EVENING)),
            "timetable or programme", id="a programme as blocks",
        ),
        pytest.param(
            page(each("<tr><td>1#:05</td><td>IC #12</td><td>Harbour via Mill and the old bridge</td><td>#</td></tr>", start="<table>", end="</table>")),
            "timetable or programme", id="departures",
        ),
        pytest.param(page(each("<tr><td>Day #</td><td>9:00 - 17:00</td></tr>", start="<table>", end="</table>")), "No part of the page repeats", id="opening hours"),
        pytest.param(page(each("<li>#. Bake for 1:30 hours at 200 degrees and turn it after half of the time.</li>")), "No part of the page repeats", id="a recipe"),
        pytest.param(page(each(f"<p>0#:15 {WATER}</p>")), "No part of the page repeats", id="a transcript of a recording"),
        pytest.param(page(each(f"<div class='ev'><span>8#’</span><p>{WATER}</p></div>")), "minutes of play", id="minutes of a match"),
        pytest.param(page(each(f"<li><b>90+#'</b> {WATER}</li>", range(1, 6))), "minutes of play", id="minutes past the end of a match"),
        pytest.param(
            page(each(f"<article class='p'><h2>Notes of week #</h2><time datetime='2024-01-0#T12:00:00Z'># January 12:00</time><p>{WATER}</p><p>{WALL}</p></article>", range(1, 9))),
            "days apart", id="an archive",
        ),
        pytest.param(
            page(each(f"<article class='p'><time datetime='2024-01-03T1#:00:00Z'>1#:00</time><h2>Gates close</h2><p>{WATER}</p></article>", range(2))),
            "Only 2 parts", id="two dated texts",
        ),
        pytest.param(
            page(f"<article class='p'><time datetime='2024-01-03T10:00:00Z'>10:00</time><h2>Gates close</h2><p>{WATER}</p></article>", title="Flood live"),
            "No part of the page repeats", id="one dated text",
        ),
        pytest.param(page(""), "No part of the page repeats", id="nothing"),
    ],
)  # fmt: skip
def test_what_is_no_live_blog_is_refused_with_a_reason(html, says):
    with pytest.raises(NotALiveBlogError, match=says) as refused:
        read(html)
    assert str(refused.value).endswith(".")


def test_two_updates_are_enough_where_the_page_calls_itself_live():
    updates = each(
        f"<article><time datetime='2024-01-03T1#:00:00Z'>1#:00</time><h2>Gate # closes</h2><p>{WATER}</p></article>",
        range(2),
    )
    head = '<meta property="og:title" content="Flood on the lower Eider: live updates">'
    assert [e.title for e in read(page(updates, head=head)).entries] == ["Gate 0 closes", "Gate 1 closes"]


def test_one_update_is_enough_where_the_page_declares_it():
    update = f"<article itemprop='liveBlogUpdate' itemscope><time datetime='2024-01-03T10:00:00Z'>10:00</time><h2>Gates close</h2><p>{WATER}</p></article>"
    assert [e.title for e in read(page(update)).entries] == ["Gates close"]


def test_comments_below_a_live_blog_are_no_updates():
    posts = each(f"<div class='u'><span>1#:05</span><h3>Gate # closes</h3><p>{WATER}</p></div>", range(4))
    comments = each(
        f"<div class='k'><b>reader#</b><span>1#:45</span><p>{WATER} {WALL}</p><button>Reply</button></div>"
    )
    document = read(page(f"<section>{posts}</section><section><h2>What readers say</h2>{comments}</section>"))
    assert [e.title for e in document.entries] == [f"Gate {n} closes" for n in range(4)]
    assert "What readers say" in " ".join(line.text for line in document.left_out)


def test_a_match_with_times_of_day_is_imported_and_its_minutes_are_reported():
    events = each(
        f"<div class='ev'><time datetime='2024-01-03T1#:05:00Z'></time><span>3#’</span><p>{WATER} Number #.</p></div>",
        range(5),
    )
    document = read(page(events))
    assert [entry.body for entry in document.entries] == [f"{WATER} Number {n}." for n in range(5)]
    assert {"30’", "34’"} <= {line.text for line in document.left_out}


@pytest.mark.parametrize(
    "text", ["<p>seen</p>" + "<!--" * 1_000_000, "<p>seen</p>" + "<!-- <p>x</p> --" * 200_000]
)
def test_comments_that_are_never_closed_are_looked_at_once(text):
    page = parse_page(text)
    assert page.text_content() == "seen"


def test_scripts_and_empty_comments_hide_no_text():
    assert parse_page("<script><!-- x</script><p>seen").text_content().endswith("seen")
    assert check_depth("<p>a<!--> b") == check_depth("<p>a<!---> b") - 1 == len("<p>a<!--> b")
