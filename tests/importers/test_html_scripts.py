"""Updates that stand only in the data of a page's scripts, in the shapes in which sites keep them."""

import base64
import json
from urllib.parse import quote

import pytest
from test_html_structures import TOLD

from sitegen.importers.html import HtmlImporter
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.markup import parse

POSTS = TOLD["en"]["posts"]
HEAD = "Flood on the lower Eider: live updates"
BASE = "https://news.example/2024/live/flood"
SAY = "The council meets on the hill tomorrow and will say what the new wall costs and who pays for it. Nobody spoke against it."


def page(scripts, *, body="", title=HEAD):
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title><meta property="og:title" content="{title}">'
        f'<link rel="canonical" href="{BASE}"></head><body><div id="app"><main><h1>{title}</h1>{body}</main></div>'
        f"{scripts}</body></html>"
    )


def read(html):
    return HtmlImporter().read(SavedDocument(name="page.html", data=html.encode()))


def plain(block):
    return parse(block).text if not block.startswith("<") else block


def wrapped(post):
    return "".join(block if block.startswith("<ul") else f"<p>{block}</p>" for block in post["blocks"])


def iso(post):
    return post["time"].strftime("%Y-%m-%dT%H:%M:%S.000Z")


def leaf(html):
    """A paragraph with a link or bold words as runs: before, marked, after."""
    import re

    found = re.match(
        r'(?P<before>.*?)<(?P<tag>[ab])(?: href="(?P<href>[^"]*)")?>(?P<in>.*?)</[ab]>(?P<after>.*)', html
    )
    return found.groupdict() if found else {"before": html, "in": "", "after": "", "tag": "", "href": ""}


def items_of(block):
    return block.removeprefix("<ul><li>").removesuffix("</li></ul>").split("</li><li>")


def next_data():
    posts = [
        {"id": f"p{n}", "headline": p["title"], "publishedAt": iso(p), "updatedAt": "2024-02-01T00:00:00Z",
         "author": {"name": p["author"], "url": "/by/1"}, "content": {"html": wrapped(p)}, "excerpt": p["title"]}
        for n, p in enumerate(POSTS)
    ]  # fmt: skip
    related = [{"id": n, "headline": f"Other story number {n}", "publishedAt": f"2024-01-03T1{n}:00:00Z", "url": f"/2024/other-{n}",
                "body": SAY * 5} for n in range(9)]  # fmt: skip
    state = {
        "props": {"pageProps": {"article": {"liveBlog": {"posts": posts}}, "related": related}},
        "page": "/live",
    }
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'


def initial_state():
    """Paragraphs as blocks with inner runs, whose words a block repeats, as a string within a string."""

    def runs(html):
        cut = leaf(html)
        texts = [cut["before"], cut["in"], cut["after"]]
        return [{"type": "fragment", "model": {"text": t, "attributes": ["bold"] if cut["tag"] == "b" and n == 1 else []}}
                for n, t in enumerate(texts) if t]  # fmt: skip

    def block(html):
        if html.startswith("<ul"):
            return {"type": "unorderedList", "model": {"blocks": [
                {"type": "listItem", "model": {"blocks": [{"type": "paragraph", "model": {"text": i, "blocks": runs(i)}}]}}
                for i in items_of(html)]}}  # fmt: skip
        return {
            "type": "paragraph",
            "model": {"text": "".join(r["model"]["text"] for r in runs(html)), "blocks": runs(html)},
        }

    results = [
        {"urn": f"asset:{n}", "headline": {"model": {"blocks": [{"type": "text", "model": {"text": p["title"]}}]}},
         "dates": {"firstPublished": iso(p), "lastUpdated": "2024-02-01T00:00:00Z"},
         "contributors": [{"name": p["author"]}], "content": {"model": {"blocks": [block(b) for b in p["blocks"]]}}}
        for n, p in enumerate(reversed(POSTS))
    ]  # fmt: skip
    state = {"data": {"live-stream?page=1": {"data": {"results": results}}}}
    return f"<script>window.__INITIAL_DATA__={json.dumps(json.dumps(state))};</script>"


def apollo():
    """A normalised store, in base64, with references and microseconds."""
    store = {"ROOT_QUERY": {"__typename": "Query", "liveBlog": {"__ref": "LiveBlog:1"}},
             "LiveBlog:1": {"__typename": "LiveBlog", "id": 1, "updates": [{"__ref": f"Update:{n}"} for n in range(len(POSTS))]}}  # fmt: skip
    for n, p in enumerate(POSTS):
        store[f"Author:{p['author']}"] = {"__typename": "Author", "name": p["author"]}
        store[f"Update:{n}"] = {"__typename": "Update", "id": str(n), "title": p["title"], "date": iso(p),
                                "author": [{"__ref": f"Author:{p['author']}"}], "content": wrapped(p)}  # fmt: skip
    return (
        f'<script>window.__APOLLO_STATE__="{base64.b64encode(json.dumps(store).encode()).decode()}"</script>'
    )


def portable_text():
    """Spans with marks, in JSON of an element of its own."""

    def block(html):
        if html.startswith("<ul"):
            return [{"_type": "block", "style": "normal", "listItem": "bullet", "children": [{"_type": "span", "text": i, "marks": []}]}
                    for i in items_of(html)]  # fmt: skip
        cut = leaf(html)
        spans = [{"_type": "span", "text": cut[k], "marks": [m] if k == "in" else []} for k, m in
                 (("before", ""), ("in", "strong" if cut["tag"] == "b" else "l1"), ("after", "")) if cut[k]]  # fmt: skip
        return [
            {
                "_type": "block",
                "style": "normal",
                "markDefs": [{"_key": "l1", "href": cut["href"]}],
                "children": spans,
            }
        ]

    entries = [{"_key": f"k{n}", "title": p["title"], "postedAt": int(p["time"].timestamp()), "by": p["author"],
                "body": [b for one in p["blocks"] for b in block(one)]} for n, p in enumerate(POSTS)]  # fmt: skip
    return f'<script type="application/json" data-state>{json.dumps({"blog": {"entries": entries}})}</script>'


def content_elements():
    """Several assignments in one script, among other code, with pages of a list."""

    def item(n, p):
        return {"_id": f"A{n}", "type": "story", "display_date": iso(p), "created_date": iso(p), "headlines": {"basic": p["title"]},
                "headline": p["title"], "credits": {"by": [{"name": p["author"], "type": "author"}]},
                "content_elements": [{"_id": f"{n}{i}", "type": "list", "list_type": "unordered",
                                      "items": [{"type": "text", "content": t} for t in items_of(b)]}
                                     if b.startswith("<ul") else {"_id": f"{n}{i}", "type": "text", "content": b}
                                     for i, b in enumerate(p["blocks"])]}  # fmt: skip

    posts = [item(n, p) for n, p in enumerate(POSTS)]
    content = {
        "live": {"pages": [{"stories": posts[:4]}, {"stories": posts[4:]}]},
        "websites": {"x": {"section": "news"}},
    }
    return (
        'window.Fusion=window.Fusion||{};Fusion.arcSite="x";Fusion.globalContent='
        f'{json.dumps(content)};Fusion.spa=false;(function(){{if (a={{b:1}}.b) {{ run("x"); }}}})();'
    ).join(("<script>", "</script>"))


def loose_script():
    """An object as JavaScript writes it: names without quotes, `undefined`, a comma too many."""
    posts = ",".join(
        f"{{id:{n + 700},live:!0,deleted:undefined,title:{json.dumps(p['title'])},timestamp:{int(p['time'].timestamp() * 1000)},"
        f"author:{json.dumps(p['author'])},text:{json.dumps(wrapped(p))},}}"
        for n, p in enumerate(POSTS)
    )
    return f"<script>var x = 1; window.__PRELOADED_STATE__ = {{ticker:{{posts:[{posts},],}},}}; start(x);</script>"


def percent():
    posts = {f"post-{n}": {"uuid": f"u-{n}", "heading": p["title"], "created": iso(p), "byline": f"By {p['author']}",
                           "html": wrapped(p), "text": parse(wrapped(p)).text} for n, p in enumerate(POSTS)}  # fmt: skip
    told = quote(json.dumps({"entities": {"posts": {"byId": posts, "loading": False}}}))
    return f'<script>window.__STATE__ = JSON.parse(decodeURIComponent("{told}"));</script>'


def flight():
    """Rows that a server sends to a page, long texts in rows of their own."""
    texts = "".join(f"a{n}:T{len(wrapped(p).encode()):x},{wrapped(p)}" for n, p in enumerate(POSTS))
    posts = [{"id": f"f{n}", "headline": p["title"], "firstPublishedAt": f"$D{iso(p)}", "authors": [{"displayName": p["author"]}],
              "bodyHtml": f"$a{n}"} for n, p in enumerate(POSTS)]  # fmt: skip
    rows = f'0:["$","$L1",null,{{}}]\n{texts}2:["$","section",null,{json.dumps({"liveblog": {"posts": posts}})}]\n'
    cut = len(rows) // 3
    return "".join(
        f"<script>self.__next_f.push([1,{json.dumps(part).replace('</', '<' + chr(92) + '/')}])</script>"
        for part in (rows[:cut], rows[cut : 2 * cut], rows[2 * cut :])
    )


def hydrated():
    """A list of values, of which each object names the places."""
    values = []

    def put(value):
        place = len(values)
        values.append(None)
        if isinstance(value, dict):
            values[place] = {key: put(inner) for key, inner in value.items()}
        elif isinstance(value, list):
            values[place] = [put(inner) for inner in value]
        else:
            values[place] = value
        return place

    put({"data": {"live": {"items": [{"id": f"h{n}", "title": p["title"], "published": iso(p), "author": p["author"],
                                      "body": [{"type": "html", "value": wrapped(p)}]} for n, p in enumerate(POSTS)]}}})  # fmt: skip
    return f'<script id="__NUXT_DATA__" type="application/json">{json.dumps(values)}</script>'


DESIGNS = [
    next_data,
    initial_state,
    apollo,
    portable_text,
    content_elements,
    loose_script,
    percent,
    flight,
    hydrated,
]


@pytest.mark.parametrize("design", DESIGNS)
def test_updates_that_stand_in_a_script_only_are_exact(design):
    document = read(page(design()))
    entries = sorted(document.entries, key=lambda e: e.stamp.instant)
    assert [e.title for e in entries] == [p["title"] for p in POSTS]
    assert [e.stamp.instant for e in entries] == [p["time"] for p in POSTS]
    assert [e.authors for e in entries] == [(p["author"],) for p in POSTS]
    assert [parse(e.body).text.split() for e in entries] == [parse_html(wrapped(p)).split() for p in POSTS]
    assert document.title == HEAD
    assert any("a script" in name for name, _ in document.counts)


def parse_html(html):
    from sitegen.importers.html.blocks import words_of

    return words_of(html)


def listed(name, items, **about):
    return f'<script type="application/json">{json.dumps({"page": {name: items, **about}})}</script>'


def hourly(n):
    return f"2024-01-03T{8 + n:02}:1{n % 10}:2{n % 10}Z"


NOT = {
    "related articles": listed("items", [{"id": n, "title": f"Story number {n}", "publishedAt": hourly(n), "body": SAY * 3,
                                          "url": f"/2024/01/story-{n}"} for n in range(9)]),
    "articles called related": listed("relatedStories", [{"title": f"Story {n}", "publishedAt": hourly(n), "body": SAY} for n in range(9)]),
    "comments": listed("discussion", [{"id": n, "createdAt": hourly(n), "text": SAY, "username": f"u{n}", "upvotes": n} for n in range(9)]),
    "comments by name": listed("comments", [{"id": n, "createdAt": hourly(n), "text": SAY} for n in range(9)]),
    "answers below posts": listed("x", [{"replies": [{"createdAt": hourly(n), "text": SAY} for n in range(9)]}]),
    "navigation": listed("menu", [{"id": n, "title": f"Section {n}", "updated": hourly(n), "text": SAY} for n in range(9)]),
    "tracking": listed("events", [{"name": f"view_{n}", "timestamp": hourly(n), "text": "page view of user 12 dpi 300"} for n in range(9)]),
    "shares": listed("rows", [{"symbol": f"AC{n}", "time": hourly(n), "text": f"ACME {n}.20 +1.{n}%", "title": "ACME"} for n in range(9)]),
    "programme": listed("slots", [{"startTime": f"2024-01-03T{8 + n:02}:00:00Z", "title": f"Show {n}", "synopsis": SAY} for n in range(9)]),
    "archive": listed("posts", [{"id": n, "title": f"Post {n}", "publishedAt": f"2024-01-{n + 1:02}T10:11:12Z", "body": SAY * 2} for n in range(9)]),
    "one time for all": listed("posts", [{"id": n, "title": f"Post {n}", "publishedAt": hourly(1), "body": SAY * 2} for n in range(9)]),
    "key events": listed("keyEvents", [{"id": n, "title": f"Post {n}", "publishedAt": hourly(n), "text": SAY} for n in range(9)]),
    "no times": listed("posts", [{"id": n, "title": f"Post {n}", "body": SAY * 2} for n in range(9)]),
    "two": listed("posts", [{"id": n, "title": f"Post {n}", "publishedAt": hourly(n), "body": SAY * 2} for n in range(2)]),
    "code": "<script>" + "a = {b: function () { return [1, 2, 'x'] }, c: '{'}; " * 40 + "</script>",
    "damaged": next_data().replace('"page": "/live"}', '"page": "/li'),
}  # fmt: skip


@pytest.mark.parametrize("what", NOT)
def test_other_lists_in_scripts_are_no_updates(what):
    if what != "two":
        with pytest.raises(NotALiveBlogError):
            read(page(NOT[what]))
    with pytest.raises(NotALiveBlogError):
        read(page(NOT[what], title="Flood on the lower Eider, our report").replace("/live/", "/news/"))


@pytest.mark.parametrize("what", NOT)
def test_other_lists_change_no_page_that_shows_its_updates(what):
    body = "".join(
        f'<div class="post" id="p{n}"><time datetime="{iso(p)}"></time><h2>{p["title"]}</h2>{wrapped(p)}</div>'
        for n, p in enumerate(POSTS)
    )
    alone, beside = read(page("", body=body)), read(page(NOT[what], body=body))
    assert (alone.entries, alone.counts) == (beside.entries, beside.counts)


def test_the_newest_are_on_the_page_and_all_are_in_the_script():
    body = "".join(
        f'<div class="post" id="p{n}"><time datetime="{iso(p)}"></time><h2>{p["title"]}</h2>{wrapped(p)}</div>'
        for n, p in list(enumerate(POSTS))[5:]
    )
    document = read(page(next_data(), body=body))
    assert sorted(e.title for e in document.entries) == sorted(p["title"] for p in POSTS)
    counts = dict(document.counts)
    assert counts["updates on the page and in a script"] == 3
    assert counts["updates in a script only"] == len(POSTS) - 3
    assert [e.authors for e in document.entries] == [(p["author"],) for p in POSTS]


def test_json_ld_has_headlines_and_one_time_and_the_script_has_the_rest():
    ld = {"@type": "LiveBlogPosting", "headline": HEAD, "liveBlogUpdate": [
        {"@type": "BlogPosting", "headline": p["title"], "datePublished": "2024-01-03T09:00:00Z"} for p in POSTS]}  # fmt: skip
    document = read(page(f'<script type="application/ld+json">{json.dumps(ld)}</script>{apollo()}'))
    assert [e.title for e in document.entries] == [p["title"] for p in POSTS]
    assert [e.stamp.instant for e in document.entries] == [p["time"] for p in POSTS]
    assert all(e.body for e in document.entries)


def test_rings_and_very_deep_data_are_read_without_end():
    store = {"ROOT_QUERY": {"live": {"__ref": "Post:0"}}}
    for n, p in enumerate(POSTS):
        store[f"Post:{n}"] = {"__typename": "LivePost", "id": f"{n}", "title": p["title"], "date": iso(p), "content": wrapped(p),
                              "next": {"__ref": f"Post:{(n + 1) % len(POSTS)}"}, "all": [{"__ref": f"Post:{m}"} for m in range(8)]}  # fmt: skip
    deep = '<script type="application/json">' + "[" * 100_000 + "]" * 100_000 + "</script>"
    document = read(page(f"<script>window.__APOLLO_STATE__ = {json.dumps(store)};</script>{deep}"))
    assert len(document.entries) == len(POSTS)
