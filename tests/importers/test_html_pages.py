"""Pages of many structures, each with what must be read of it; and pages that must be refused."""

import json
from datetime import UTC, datetime

import pytest

from sitegen.importers.html import HtmlImporter
from sitegen.importers.html.names import names_of
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.ingest.conservation import missing_words

WORDS = "Water stands in the lower streets and crews carry sandbags to the old mill by the river."


def read(page):
    document = HtmlImporter().read(SavedDocument(name="page.html", data=page.encode()))
    assert missing_words(document.text, document) == ()
    assert len({entry.locator for entry in document.entries}) == len(document.entries)
    return document


def page(body, head="", lang="en"):
    return (
        f'<!doctype html><html lang="{lang}"><head><title>Flood</title>{head}</head><body>'
        f'<nav><a href="/">Home</a></nav><main><h1>Flood on the lower Eider</h1>{body}</main>'
        "<footer>Imprint</footer></body></html>"
    )


def script(data):
    text = json.dumps(data).replace("</", "<\\/")
    return f'<script type="application/ld+json">{text}</script>'


def posting(number, **changes):
    return {
        "@type": "BlogPosting",
        "headline": f"Gauge number {number} rises",
        "datePublished": f"2024-01-03T1{number}:05:00+01:00",
        "articleBody": f"The gauge of place {number} shows more. {WORDS}",
        "url": f"https://example.org/live/flood#post-{number}",
    } | changes


def blog(updates, **changes):
    return {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Flood on the lower Eider",
            "coverageStartTime": "2023-01-01T00:00:00Z", "liveBlogUpdate": updates} | changes  # fmt: skip


def times(document):
    return [entry.stamp and entry.stamp.instant and entry.stamp.instant.astimezone(UTC).strftime("%d %H:%M")
            for entry in document.entries]  # fmt: skip


def titles(document):
    return [entry.title for entry in document.entries]


def test_articles_with_machine_times_beat_the_list_of_key_events():
    entries = "".join(
        f'<article class="post" id="entry-{n}00"><header><time datetime="2024-01-03T1{n}:05:00Z">{n} min ago</time>'
        f"<h2>Sluice {n} closed</h2></header><p>{WORDS} Sluice {n}.</p>"
        f'<footer><button>Share</button><div class="reactions">12 likes</div></footer></article>'
        for n in (4, 3, 2)
    )
    key = "".join(
        f'<li><a href="#entry-{n}00"><time datetime="2024-01-03T1{n}:05:00Z">{n} min</time> Sluice {n} closed</a></li>'
        for n in (4, 3, 2)
    )
    document = read(page(f'<ul class="key-events-list">{key}</ul><div>{entries}</div>'))
    assert titles(document) == ["Sluice 4 closed", "Sluice 3 closed", "Sluice 2 closed"]
    assert times(document) == ["03 14:05", "03 13:05", "03 12:05"]
    assert document.newest_first
    assert all("Share" not in entry.body and "likes" not in entry.body for entry in document.entries)
    assert {"Share", "12 likes"} <= {line.text for line in document.left_out}


def test_day_headings_without_a_year_and_stamped_headings():
    def entry(clock, number):
        return f"<h4>{clock} Uhr: Pegel {number} steigt</h4><p>{WORDS}</p><p>Mehr zu Pegel {number}.</p>"

    body = (
        '<p class="lead">Die Lage an der Eider, kurz gesagt.</p>'
        "<ul><li>Der Pegel steigt seit dem Morgen.</li><li>Die Brücke ist für alle gesperrt.</li></ul>"
        f"<h2>Mittwoch, 3. 1.</h2>{entry('9.10', 4)}{entry('0.20', 3)}"
        f"<h2>Dienstag, 2. Januar</h2>{entry('22.45', 2)}{entry('18.00', 1)}<h2>Mehr zum Thema</h2><p>Anderes.</p>"
    )
    head = '<meta name="last-modified" content="2024-01-03T10:00:00+01:00">'
    document = read(page(body, head, "de"))
    assert titles(document) == [f"Pegel {n} steigt" for n in (4, 3, 2, 1)]
    assert [(e.stamp.hour, e.stamp.minute, e.stamp.day, e.stamp.month) for e in document.entries] == [
        (9, 10, 3, 1), (0, 20, 3, 1), (22, 45, 2, 1), (18, 0, 2, 1)]  # fmt: skip
    assert document.date == "2024"
    assert document.key_points == ("Der Pegel steigt seit dem Morgen.", "Die Brücke ist für alle gesperrt.")
    assert document.summary == "Die Lage an der Eider, kurz gesagt."
    assert "Anderes" not in document.entries[-1].body


def test_stamps_in_front_of_paragraphs():
    body = "".join(f"<p><b>{n}:15</b> {WORDS} Place {n}.</p><p>A second paragraph.</p>" for n in (9, 10, 11))
    document = read(page(f"<div>{body}</div>"))
    assert [(e.stamp.hour, e.stamp.minute) for e in document.entries] == [(9, 15), (10, 15), (11, 15)]
    assert document.entries[0].body == f"{WORDS} Place 9.\n\nA second paragraph."
    assert titles(document) == ["", "", ""]


def test_stamps_in_running_text_of_list_items():
    body = "".join(f"<li>{n}:15 – {WORDS} It was 7:45 p.m. then. Place {n}.</li>" for n in (9, 10, 11))
    document = read(page(f"<ul class='ticker'>{body}</ul>"))
    assert [(e.stamp.hour, e.stamp.minute) for e in document.entries] == [(9, 15), (10, 15), (11, 15)]
    assert document.entries[1].body == f"{WORDS} It was 7:45 p.m. then. Place 10."


def test_a_table_of_times_and_texts():
    rows = "".join(f"<tr><td>{n}.30 Uhr</td><td>{WORDS} Ort {n}.</td></tr>" for n in (9, 10, 11))
    document = read(page(f"<table><tbody>{rows}</tbody></table>", lang="de"))
    assert [(e.stamp.hour, e.stamp.minute) for e in document.entries] == [(9, 30), (10, 30), (11, 30)]
    assert document.entries[2].body == f"{WORDS} Ort 11."


def test_sections_of_days_hold_entries():
    days = "".join(
        f'<section class="day"><h2>{day} January 2024</h2>'
        + "".join(
            f'<div class="update"><span class="when">{hour}:00</span><h3>Report {day}-{hour}</h3><p>{WORDS}</p></div>'
            for hour in hours
        )
        + "</section>"
        for day, hours in ((4, (10, 9)), (3, (18, 17, 16)))
    )
    document = read(page(days))
    assert titles(document) == ["Report 4-10", "Report 4-9", "Report 3-18", "Report 3-17", "Report 3-16"]
    assert [(e.stamp.year, e.stamp.day, e.stamp.hour) for e in document.entries] == [
        (2024, 4, 10), (2024, 4, 9), (2024, 3, 18), (2024, 3, 17), (2024, 3, 16)]  # fmt: skip


def test_a_day_heading_is_not_that_of_updates_beyond_midnight():
    def entries(clocks):
        return "".join(
            f"<div class='u'><span>{clock}</span><p>{WORDS} At {clock}.</p></div>" for clock in clocks
        )

    onward = read(page(f"<h2>3 January 2024</h2>{entries(['21:10', '23:50', '00:20', '02:15'])}"))
    assert [entry.stamp.day for entry in onward.entries] == [3, 3, None, None]
    back = entries(["02:15", "00:20", "23:50"]) + f"<h2>2 January 2024</h2>{entries(['22:00'])}"
    assert [e.stamp.day for e in read(page(f"<h2>4 January 2024</h2>{back}")).entries] == [4, 4, None, 2]


def test_days_that_may_be_months_are_read_by_the_others_or_the_language():
    def dated(dates, lang):
        posts = "".join(
            f"<div class='u'><span>{day} 1{n}:05</span><p>{WORDS} {day}.</p></div>"
            for n, day in enumerate(dates)
        )
        return [(e.stamp.month, e.stamp.day) for e in read(page(posts, lang=lang)).entries]

    assert dated(["03/01/2024", "13/01/2024", "14/01/2024"], "en") == [(1, 3), (1, 13), (1, 14)]
    assert dated(["01/02/2024", "01/02/2024", "01/02/2024"], "en-US") == [(1, 2)] * 3
    assert dated(["01/02/2024", "01/02/2024", "01/02/2024"], "en-GB") == [(2, 1)] * 3
    assert dated(["01/02/2024", "01/02/2024", "01/02/2024"], "en") == [(None, None)] * 3


def test_a_hidden_text_stands_where_nothing_else_is_left_of_an_update():
    posts = "".join(
        f"<div class='u'><time datetime='2024-01-03T1{n}:05:00Z'>1{n}:05</time><h3>Gate {n}</h3><div hidden><p>It is shut.</p></div></div>"
        for n in range(3)
    )
    assert [entry.body for entry in read(page(f"{posts}<p>{WORDS}</p>")).entries] == ["It is shut."] * 3


def test_short_texts_that_come_again_are_texts():
    posts = "".join(f"<div class='u'><time datetime='2024-01-03T1{n}:05:00Z'>1{n}:05</time><div>{text}</div></div>"
                    for n, text in enumerate(["No change.", f"{WORDS}", "No change.", f"{WORDS} Still.", f"{WORDS} Yes."]))  # fmt: skip
    assert [e.body for e in read(page(posts)).entries] == [
        "No change.",
        WORDS,
        "No change.",
        f"{WORDS} Still.",
        f"{WORDS} Yes.",
    ]


def test_a_pinned_post_stands_out_of_order_and_is_marked():
    def post(hour, text):
        return (f'<div class="entry" data-timestamp="17042916{hour}"><span>{hour}:00</span><h3>{text}</h3>'
                f"<p>{WORDS}</p></div>")  # fmt: skip

    body = f'<div class="pinned">{post(10, "What we know")}</div><div class="feed">{post(30, "C")}{post(20, "B")}{post(15, "A")}</div>'
    document = read(page(body))
    assert titles(document) == ["What we know", "C", "B", "A"]
    assert [entry.pinned for entry in document.entries] == [True, False, False, False]
    assert document.entries[0].stamp.instant == datetime.fromtimestamp(1704291610, UTC)
    assert document.entries[0].stamp.instant_basis == "data-timestamp attribute"


def test_updates_in_the_data_only():
    document = read(
        page(
            "<p>The blog starts its updates with a script.</p>", script(blog([posting(n) for n in range(5)]))
        )
    )
    assert titles(document) == [f"Gauge number {n} rises" for n in range(5)]
    assert document.entries[0].locator == "#post-0"
    assert document.entries[0].url == "https://example.org/live/flood#post-0"
    assert ("updates in JSON-LD only", 5) in document.counts
    assert document.entries[0].stamp.instant_basis == "datePublished in JSON-LD"


@pytest.mark.parametrize(
    "data",
    [
        {
            "@graph": [
                {"@type": "WebPage"},
                blog([posting(n) for n in range(3)], **{"@type": ["NewsArticle", "LiveBlogPosting"]}),
            ]
        },
        [blog([posting(n) for n in range(3)])],
        {"@type": "WebPage", "mainEntity": blog([posting(n) for n in range(3)])},
        blog([posting(n) for n in range(3)], **{"@type": "https://schema.org/LiveBlogPosting"}),
    ],
)
def test_wherever_the_data_stands(data):
    assert len(read(page("", script(data))).entries) == 3


def test_updates_that_the_data_names_elsewhere():
    updates = [posting(n) | {"@id": f"#u{n}"} for n in range(3)]
    names = [{"@type": "BlogPosting", "@id": f"#u{n}"} for n in range(3)]
    document = read(page("", script({"@graph": [blog(names), *updates]})))
    assert titles(document) == [f"Gauge number {n} rises" for n in range(3)]


def test_a_time_in_words_in_the_data_is_read_as_a_printed_one():
    data = blog([posting(n, datePublished=f"January 3, 2024, {n + 10}:05 PM EST") for n in range(3)])
    stamp = read(page("", script(data))).entries[2].stamp
    assert (stamp.instant, stamp.day, stamp.hour, stamp.zone) == (None, 3, 12, "EST")


def test_data_with_small_faults_is_read():
    text = json.dumps(blog([posting(n) for n in range(3)]))
    for broken in (
        text.replace("}]", "},]"),
        text.replace('"', "&quot;"),
        text.replace("crews", "crews\n"),
        f"<!--{text}-->",
    ):
        assert len(read(page("", f'<script type="application/ld+json">{broken}</script>')).entries) == 3
    truncated = f'<script type="application/ld+json">{text[:-20]}</script>'
    with pytest.raises(NotALiveBlogError):
        read(page("", truncated))


def test_a_script_for_each_update_and_one_without():
    scripts = "".join(script(blog(posting(n), **{"@id": "#7", "headline": ""})) for n in (2, 0, 1))
    document = read(
        page("", scripts + script({"@type": "LiveBlogPosting", "@id": "#7", "headline": "Flood"}))
    )
    assert sorted(titles(document)) == [f"Gauge number {n} rises" for n in range(3)]


def on_page(n, title="", clock="", byline=""):
    return (f'<article id="post-{n}"><time>{clock or f"1{n}:05"}</time>{byline}<h3>{title or f"Gauge number {n} rises"}</h3>'
            f"<p>The gauge of place {n} shows more.</p><p>{WORDS}</p></article>")  # fmt: skip


def test_the_page_has_the_newest_and_the_data_has_all():
    data = blog([posting(n) for n in (4, 3, 2, 1, 0)])
    document = read(page(on_page(4) + on_page(3), script(data)))
    assert titles(document) == [f"Gauge number {n} rises" for n in (4, 3, 2, 1, 0)]
    assert document.entries[0].body == f"The gauge of place 4 shows more.\n\n{WORDS}"
    counts = dict(document.counts)
    assert counts["updates on the page and in JSON-LD"] == 2
    assert counts["updates in JSON-LD only"] == 3
    assert counts["of the two matched by id"] == 2


def test_what_only_the_page_has_stays_in_its_place():
    data = blog([posting(n) for n in (4, 2, 0)])
    document = read(page("".join(on_page(n) for n in (4, 3, 2)), script(data)))
    assert titles(document) == [f"Gauge number {n} rises" for n in (4, 3, 2, 0)]


def test_one_time_and_one_headline_on_all_updates_are_none():
    same = {"headline": "Flood on the lower Eider", "datePublished": "2024-01-03T20:00:00Z"}
    data = blog([posting(n, **same) for n in (4, 3, 2)])
    entries = "".join(
        on_page(n).replace("<time>", f'<time datetime="2024-01-03T1{n}:05:00+01:00">') for n in (4, 3, 2)
    )
    document = read(page(entries, script(data)))
    assert titles(document) == [f"Gauge number {n} rises" for n in (4, 3, 2)]
    assert times(document) == ["03 13:05", "03 12:05", "03 11:05"]


def test_the_true_author_is_on_the_page():
    team = [{"@type": "Person", "name": "Ada Example"}, {"@type": "Person", "name": "Ben Example"}]
    data = blog([posting(n, author=team) for n in (4, 3, 2)], author=team)
    byline = '<span class="byline">By Cleo Example</span>'
    document = read(page(on_page(4, byline=byline) + on_page(3) + on_page(2), script(data)))
    assert [entry.authors for entry in document.entries] == [("Cleo Example",), (), ()]


def test_an_organisation_is_no_author():
    data = blog(
        [
            posting(0, author={"@type": "Organization", "name": "Gazette"}),
            posting(1, author={"@type": "Person", "name": "Ada Example"}),
        ]
    )
    assert [entry.authors for entry in read(page("", script(data))).entries] == [(), ("Ada Example",)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Fish &amp;amp; chips &lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "Fish & chips\n\nOne\n\nTwo"),
        ("<p>One <b>two</b></p>", "One **two**"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("One\nTwo", "One\n\nTwo"),
        ('<p><a href="javascript:alert(1)">x</a><script>alert(2)</script> y</p>', "x y"),
    ],
)
def test_text_for_machines_may_be_escaped_or_hold_markup(text, body):
    document = read(page("", script(blog([posting(0, articleBody=text), posting(1)]))))
    assert document.entries[0].body == body


def test_empty_bodies_are_kept_and_marked():
    document = read(page("", script(blog([posting(0), posting(1, articleBody=""), posting(2)]))))
    assert [entry.empty for entry in document.entries] == [False, True, False]
    assert document.entries[1].title == "Gauge number 1 rises"


def test_a_local_machine_time_is_no_instant():
    data = blog([posting(n, datePublished=f"2024-01-03T1{n}:05:00") for n in range(3)])
    stamp = read(page("", script(data))).entries[0].stamp
    assert stamp.instant is None
    assert (stamp.year, stamp.month, stamp.day, stamp.hour, stamp.minute) == (2024, 1, 3, 10, 5)


def test_the_time_of_a_later_change_is_not_that_of_the_update():
    entries = "".join(
        f'<li class="e"><time datetime="2024-01-03T1{n}:05:00Z">1{n}.05</time><h3>Sluice {n}</h3><p>{WORDS}</p>'
        f'<div>Updated at <time datetime="2024-01-03T19:00:00Z">19.00</time></div></li>'
        for n in (4, 3, 2)
    )
    document = read(page(f"<ol>{entries}</ol>"))
    assert times(document) == ["03 14:05", "03 13:05", "03 12:05"]
    assert "Updated at 19.00" in {line.text for line in document.left_out}


def test_right_to_left_pages():
    entries = "".join(
        f'<div class="item"><time datetime="2024-01-03T1{n}:05:00+03:00">1{n}:05</time><h3>ارتفاع منسوب النهر {n}</h3>'
        "<p>تقف المياه في الشوارع السفلية ويحمل العمال أكياس الرمل إلى الطاحونة القديمة.</p></div>"
        for n in (4, 3, 2)
    )
    document = read(page(f'<div dir="rtl">{entries}</div>', lang="ar"))
    assert titles(document)[0] == "ارتفاع منسوب النهر 4"
    assert document.language == "ar"


def test_embedded_posts_and_pictures():
    extra = (
        '<figure><img src="/a.jpg" alt="A wall of sandbags" width="900"><figcaption>Sandbags <span>Photo: A. Example</span>'
        '</figcaption></figure><blockquote class="twitter-tweet"><p>Stay at home.</p>— Fire brigade (@fire) '
        '<a href="https://example.net/1">January 3, 2024</a></blockquote>'
    )
    data = blog([posting(n) for n in (4, 3)], url="https://example.org/live/flood")
    document = read(page(on_page(4).replace("</article>", f"{extra}</article>") + on_page(3), script(data)))
    assert document.entries[0].body.endswith(
        '[Sandbags Photo: A. Example](https://example.org/a.jpg "A wall of sandbags")\n\n'
        "> Stay at home.\n>\n> — Fire brigade (@fire) [January 3, 2024](https://example.net/1)"
    )


ARTICLE = page(
    f'<time datetime="2024-01-03T10:00:00Z">3 January</time> Updated <time datetime="2024-01-03T11:00:00Z">11:00</time>'
    f"<p>{WORDS}</p><p>At 10:32 the dam broke, at 11:15 help came, and by 12:40 it was over.</p><p>{WORDS}</p>"
)

HOME = page(
    "".join(
        f'<article class="teaser"><h3><a href="/news/{n}">Council votes on item {n}</a></h3><p>{WORDS} {WORDS}</p>'
        f'<time datetime="2024-01-03T1{n}:05:00Z">1{n}:05</time></article>'
        for n in range(9)
    )
)

ARCHIVE = page(
    "".join(
        f'<article class="post"><h2>Notes of week {n}</h2><time datetime="2024-01-0{n}T12:00:00Z">{n} January 12:00</time>'
        f"<p>{WORDS}</p><p>{WORDS}</p></article>"
        for n in range(1, 9)
    )
)

COMMENTS = page(
    f"<p>{WORDS}</p><div class='comments'>"
    + "".join(
        f'<div class="comment"><b>reader{n}</b><time datetime="2024-01-03T1{n}:05:00Z">1{n}:05</time><p>{WORDS}</p></div>'
        for n in range(9)
    )
    + "</div>"
)


@pytest.mark.parametrize(
    "text", [ARTICLE, HOME, ARCHIVE, COMMENTS, page(""), "<html></html>", page("<p>13:30</p>")]
)
def test_what_is_no_live_blog_is_refused(text):
    with pytest.raises(NotALiveBlogError, match=r"\.$"):
        read(text)


def test_a_live_blog_whose_script_loaded_nothing_is_told_apart():
    with pytest.raises(NotALiveBlogError, match="holds no update"):
        read(page("", script(blog([]))))


def test_a_page_too_deep_is_refused():
    with pytest.raises(NotALiveBlogError, match="500 deep"):
        read("<html><body>" + "<div>" * 100_000)


@pytest.mark.parametrize(
    ("data", "sure"),
    [
        (b"<html><p>x", 0.6),
        (page("", script(blog([]))).encode(), 0.95),
        (b"13:30 , Ada Example", 0),
        (b"%PDF-1.7 <html>", 0),
    ],
)
def test_a_page_is_known_by_its_content(data, sure):
    assert HtmlImporter().sniff(SavedDocument(name="x.txt", data=data)) == sure


def flowing(*posts):
    """Posts of times, headings and paragraphs, all of them siblings."""
    return read(page("<div class='live'>" + "".join(posts) + "</div>", lang="en-GB"))


def test_headings_between_some_updates_start_none_of_them():
    posts = [f"<p><b>{n + 10}:05</b></p><p>Gauge {n} rises. {WORDS}</p>" for n in range(5)]
    document = flowing(*posts[:2], "<h3>In the villages</h3>", *posts[2:])
    assert titles(document) == [""] * 5


def test_a_sentence_between_heading_and_time_keeps_its_place():
    posts = [
        f"<h3>Gauge {n}</h3><p>The gauge rises.</p><p><b>1{n}:05</b></p><p>{WORDS}</p>" for n in range(4)
    ]
    document = flowing(*posts)
    assert not any(entry.authors for entry in document.entries)


def test_times_of_changes_are_times_where_texts_stand_below_them():
    document = flowing(*(
        f"<p class='t'>{'Updated ' if n % 2 else ''}3 January 2024 1{n}:05</p><p>Gauge {n} rises. {WORDS}</p>"
        for n in range(5)
    ))  # fmt: skip
    assert len(document.entries) == 5


def test_signs_in_brackets_are_notes_only_where_they_lead_to_one():
    sign = "<sup>[2]</sup>"
    document = flowing(*(
        f"<h3>3 January 2024 1{n}:05</h3><p>Gauge {n} shows 5 m{sign}.<sup><a href='#n'>[a]</a></sup> {WORDS}"
        f" Call it late<sup><a href='#n'>[b]</a></sup>.</p>"
        for n in range(4)
    ))  # fmt: skip
    assert all(
        "[2]" in entry.body.replace("\\", "") and "[a]" not in entry.body for entry in document.entries
    )
    assert sum(line.text == "[a]" for line in document.left_out) == 4


def test_answers_of_several_people_are_no_thread():
    names = ["Ada Example", "Ben Sample", "Ada Example", "Ada Example", "Ada Example"]
    comments = "".join(
        f"<div class='c'><b class='username'>{name}</b> <time datetime='2024-01-03T1{n}:05Z'>10:05</time>"
        f"<p>{WORDS}</p><a href='#'>Reply</a></div>"
        for n, name in enumerate(names)
    )
    with pytest.raises(NotALiveBlogError):
        HtmlImporter().read(SavedDocument(name="page.html", data=page(f"<div>{comments}</div>").encode()))


def test_lines_above_the_line_of_a_name_and_time_are_none_of_its_names():
    document = flowing(*(
        f"<p><b>Gauge rises</b><br><i>Ada Example, January 3, 2024, 1{n}:05</i></p><p>{WORDS}</p>"
        for n in range(4)
    ))  # fmt: skip
    assert {entry.authors for entry in document.entries} == {("Ada Example",)}


def test_numbers_that_no_link_holds_stay_in_the_text():
    document = flowing(*(
        f"<div class='post'><b>3 January 2024 1{n}:05</b><div>{WORDS}</div><div>{n}.2K</div><p>{WORDS}</p></div>"
        for n in range(2)
    ), *(f"<div class='post'><b>3 January 2024 1{n}:05</b><div>{WORDS}</div></div>" for n in range(4, 9)))  # fmt: skip
    assert "1.2K" in document.entries[1].body


def test_names_below_some_quotes_sign_nothing():
    document = flowing(*(
        f"<h3>3 January 2024 1{n}:05</h3><p>{WORDS}</p>{'<p>“It rises.”</p><p>— Ada Example</p>' if n < 3 else ''}"
        for n in range(6)
    ))  # fmt: skip
    assert not any(entry.authors for entry in document.entries)
    assert "Ada Example" in document.entries[0].body


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Example in Port Eider", ("Ada Example",)),
        ("From EXN's Ada Example", ("Ada Example",)),
        ("Ada Example desk@example.org @ada", ("Ada Example",)),
        ("by Ada Example »", ("Ada Example",)),
        ("By Ada Example in tears", ()),
        ("Gauge rises in Port Eider", ()),
        ("@ada @ben", ()),
        ("From the mayor's office", ()),
    ],
)
def test_what_stands_beside_names_in_a_byline_is_none_of_them(text, names):
    assert names_of(text) == names
