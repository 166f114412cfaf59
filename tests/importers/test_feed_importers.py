"""Feeds and WordPress exports: items, texts in every wrapping, times, what is left out, broken XML."""

import pytest

from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.importers.registry import choose
from sitegen.ingest.conservation import missing_words

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour &amp; sea</title><link>https://example.org/</link><description>All of it</description><language>en-gb</language>
<item><title>Smoke &lt;b&gt;now&lt;/b&gt;</title><link>https://example.org/1</link><guid isPermaLink="false">g1</guid>
<pubDate>Fri, 01 Mar 2024 15:05:00 +0100</pubDate><dc:creator>Ada Example</dc:creator><category>fire</category>
<description>a teaser</description><content:encoded><![CDATA[<p>It <a href="/map">burns</a>.</p>]]></content:encoded></item>
<item><title>Calm</title><guid>g2</guid><pubDate>Fri, 01 Mar 2024 09:20:00 EST</pubDate>
<author>ben@example.org (Ben Sample)</author><description>1. a &lt; b</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="html">Hafen &amp;amp; Meer</title>
<link rel="self" href="https://example.org/feed"/><link href="https://example.org/"/><author><name>Hafenredaktion</name></author>
<entry><id>urn:1</id><title>Rauch</title><updated>2024-03-01T15:05:00Z</updated><published>2024-03-01T14:05:00Z</published>
<author><name>Ada Beispiel</name></author><link href="https://example.org/1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Es <b>brennt</b>.</p></div></content></entry>
<entry><id>urn:2</id><title type="text">a &lt;b&gt; c</title><updated>2024-03-01T14:20:00Z</updated>
<content type="text">x &lt;i&gt; y</content></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour</title><link>https://example.org/</link></channel>
<item><title>Smoke</title><description>It burns.</description><dc:date>2024-03-01T14:05:00Z</dc:date></item></rdf:RDF>"""

WXR = """<?xml version="1.0"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Harbour Gazette</title><link>https://example.org</link><description>News</description>
<wp:author><wp:author_login>ada</wp:author_login><wp:author_display_name>Ada Example</wp:author_display_name></wp:author>
<item><title>Fire, live</title><link>https://example.org/live</link><dc:creator>ada</dc:creator><content:encoded><![CDATA[First part
goes on

<!-- wp:paragraph --><p>Second <em>part</em></p><!-- /wp:paragraph -->]]></content:encoded><excerpt:encoded></excerpt:encoded>
<wp:post_id>5</wp:post_id><wp:post_date>2024-03-01 15:05:00</wp:post_date><wp:post_date_gmt>2024-03-01 14:05:00</wp:post_date_gmt>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:is_sticky>1</wp:is_sticky>
<wp:comment><wp:comment_id>9</wp:comment_id><wp:comment_author>Ben Sample</wp:comment_author><wp:comment_date_gmt>2024-03-01 14:10:00</wp:comment_date_gmt>
<wp:comment_content>Smoke rises.</wp:comment_content><wp:comment_type>KIND</wp:comment_type></wp:comment></item>
<item><title>Not yet</title><content:encoded>secret</content:encoded><wp:post_id>6</wp:post_id><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Imprint</title><content:encoded>us</content:encoded><wp:post_id>8</wp:post_id><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
</channel></rss>"""


def saved(text):
    return SavedDocument(name="saved.xml", data=text.encode() if isinstance(text, str) else text)


def read(text, name):
    importer = choose(saved(text))
    assert importer.name == name
    document = importer.read(saved(text))
    assert missing_words(document.text, document) == ()
    return document


def test_rss():
    document = read(RSS, "feed")
    first, second = document.entries
    assert (document.title, document.summary, document.url, document.language) == (
        "Harbour & sea",
        "All of it",
        "https://example.org/",
        "en-gb",
    )
    assert (first.title, first.authors, first.native_id) == ("Smoke now", ("Ada Example",), "g1")
    assert first.body == "It [burns](https://example.org/map)."
    assert first.stamp.instant.isoformat() == "2024-03-01T15:05:00+01:00"
    assert (second.authors, second.body) == (("Ben Sample",), "1\\. a < b")
    assert second.stamp.instant.isoformat() == "2024-03-01T09:20:00-05:00"
    assert [item.text for item in document.left_out] == ["fire", "a teaser"]


def test_atom():
    document = read(ATOM, "feed")
    first, second = document.entries
    assert (document.title, document.url, document.language) == ("Hafen & Meer", "https://example.org/", "de")
    assert (first.authors, first.body, first.native_id) == (("Ada Beispiel",), "Es **brennt**.", "urn:1")
    assert first.stamp.instant.isoformat() == "2024-03-01T14:05:00+00:00"
    assert (second.title, second.body) == ("a <b> c", "x \\<i> y")
    assert [item.text for item in document.left_out] == ["Hafenredaktion"]


def test_rss_1():
    assert [entry.body for entry in read(RDF, "feed").entries] == ["It burns."]


def test_an_item_whose_zone_nobody_knows_has_no_instant():
    stamp = read(RSS.replace("EST", "BST"), "feed").entries[1].stamp
    assert (stamp.instant, stamp.zone, stamp.hour) == (None, "BST", 9)


def test_posts_of_wordpress():
    document = read(WXR.replace("KIND", "comment"), "wordpress")
    (post,) = document.entries
    assert (document.title, document.publisher) == ("Harbour Gazette", "Harbour Gazette")
    assert post.body == "First part\\\ngoes on\n\nSecond *part*"
    assert (post.authors, post.native_id, post.pinned) == (("Ada Example",), "5", True)
    assert (post.stamp.hour, post.stamp.offset_minutes) == (14, 0)
    assert [item.reason for item in document.left_out] == [
        "it was not published: draft",
        "it is a page, not a post",
    ]
    assert "1 comments of readers were not read" in document.inferred


def test_entries_of_the_liveblog_plugin():
    document = read(WXR.replace("KIND", "liveblog"), "wordpress")
    (entry,) = document.entries
    assert (document.title, document.url) == ("Fire, live", "https://example.org/live")
    assert document.summary == "First part\\\ngoes on\n\nSecond *part*"
    assert (entry.body, entry.authors, entry.native_id) == ("Smoke rises.", ("Ben Sample",), "9")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (RSS[:-30], "It is not whole XML: line \\d+, column \\d+"),
        ("<rss>" + "<a>" * 100_000, "Excessive depth"),
        ("<rss><channel><title>Empty</title></channel></rss>", "without items"),
        ('<?xml version="1.0"?><kml><Placemark/></kml>', "It is an XML document"),
    ],
)
def test_xml_that_is_broken_or_no_feed_is_refused(text, complaint):
    with pytest.raises(NotALiveBlogError, match=complaint):
        choose(saved(text)).read(saved(text))


def test_entities_are_never_expanded_or_fetched():
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    text = RSS.replace("<rss", f"{bomb}<rss").replace("a teaser", "&b;&f; a teaser")
    assert "aaaa" not in str(read(text, "feed"))
