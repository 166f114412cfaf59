"""Pages in the markup of many publishers: each file of `fixtures/pages` is imported, and every update must be exact.

A file is a Jinja template below a few lines of YAML that say what is on the page and what an import is
told; `posts.yaml` holds the updates that all of them tell.
"""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import md5
from html import escape
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import jinja2
import lxml.html
import pytest
import yaml
from babel.dates import format_datetime
from lxml import etree

from sitegen.importers.html import HtmlImporter
from sitegen.importers.protocol import SavedDocument
from sitegen.ingest.conservation import missing_words
from sitegen.instants import Given, resolve
from sitegen.markup import parse

PAGES = Path(__file__).parent / "fixtures" / "pages"
TOLD = yaml.safe_load((PAGES / "posts.yaml").read_text(encoding="utf-8"))
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


@dataclass(frozen=True, kw_only=True)
class Post:
    n: int
    title: str
    author: str
    blocks: list[str]
    utc: datetime
    time: datetime

    @property
    def id(self):
        return f"{self.n}f{self.epoch % 99991:05}ae"

    @property
    def epoch(self):
        return int(self.utc.timestamp())

    @property
    def ms(self):
        return self.epoch * 1000

    @property
    def iso(self):
        return self.utc.strftime("%Y-%m-%dT%H:%M:%S.000Z")

    @property
    def parts(self):
        return [self.html(first=place, last=place + 1) for place in range(len(self.blocks))]

    @property
    def words(self):
        told = re.sub(r"</?[ab]\b[^>]*>", "", " ".join(self.blocks))
        return re.sub("<[^>]+>", " ", told).split()

    def html(self, classes="", first=0, last=None):
        start = f'<p class="{classes}">' if classes else "<p>"
        return "".join(
            block if block.startswith("<ul") else f"{start}{block}</p>" for block in self.blocks[first:last]
        )


@dataclass(frozen=True, kw_only=True)
class Case:
    facts: dict
    headline: str
    posts: list[Post]
    html: str


def ampm(time, half):
    """`3:40 p.m.` as half says how: `p.m.`, `pm`, `PM`."""
    letter = "p" if time.hour > 11 else "a"
    written = {"p.m.": f"{letter}.m.", "pm": f"{letter}m", "am": f"{letter}m", "PM": f"{letter.upper()}M"}[
        half
    ]
    return f"{time.hour % 12 or 12}:{time.minute:02} {written}"


def data_of(posts, *, url="", body="plain", author=True):
    """The posts as schema.org tells them."""
    texts = {
        "plain": lambda p: "\n".join(re.sub("<[^>]+>", "", block) for block in p.blocks),
        "backslashed": lambda p: re.sub("[“”]", '\\"', re.sub("<[^>]+>", " ", " ".join(p.blocks))),
        "escaped": lambda p: escape(p.html()),
    }
    return [
        {"@type": "BlogPosting", "headline": p.title, "datePublished": p.iso, "articleBody": texts[body](p)}
        | ({"url": url.format(p.id)} if url else {})
        | ({"author": {"@type": "Person", "name": p.author}} if author else {})
        for p in posts
    ]


@cache
def case(name):
    facts, text = fixture(name)
    return rendered(facts, text, TOLD[facts["language"]])


def fixture(name):
    _, front, text = (PAGES / f"{name}.html").read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), text


def rendered(facts, text, told):
    posts = [
        Post(n=n, title=p["title"], author=p["author"], blocks=p["blocks"], utc=p["time"],
             time=p["time"].astimezone(ZoneInfo(facts["zone"])))
        for n, p in enumerate(told["posts"], start=1)
    ]  # fmt: skip
    if facts.get("order", "newest") == "newest":
        posts.reverse()
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    environment.filters |= {
        "at": lambda time, pattern: format_datetime(time, pattern, locale=facts["language"]),
        "ampm": ampm,
        "eastern": lambda text: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
        "json": lambda value: json.dumps(value, ensure_ascii=False).replace("</", "<\\/"),
    }
    html = environment.from_string(text).render(head=told["headline"], posts=posts, ld=data_of)
    return Case(facts=facts, headline=told["headline"], posts=posts, html=html)


def imported(html):
    return HtmlImporter().read(SavedDocument(name="page.html", data=html.encode()))


def times(document, needs):
    """Instants of a document's updates as an import finds them with these options; what is asked for fails."""
    day = str(needs.get("date", document.date))
    zone = needs.get("timezone")
    resolution = resolve(
        [entry.stamp for entry in document.entries],
        Given(date=day, zone=ZoneInfo(zone) if zone else None),
        newest_first=document.newest_first,
    )
    assert resolution.questions == ()
    return [instant.time for instant in resolution.instants]


@pytest.mark.parametrize("name", NAMES)
def test_every_update_is_exact(name):
    wanted = case(name)
    facts = wanted.facts
    document = imported(wanted.html)
    shows = facts.get("shows", ["title", "author"])
    titled = facts.get("titles", [p.n for p in wanted.posts] if "title" in shows else [])
    assert [e.title for e in document.entries] == [p.title if p.n in titled else "" for p in wanted.posts]
    exact = timedelta(minutes=1) if facts.get("precision") == "minute" else timedelta(seconds=1)
    assert [
        (found - p.utc).total_seconds() if abs(found - p.utc) >= exact else 0
        for found, p in zip(times(document, facts.get("needs", {})), wanted.posts, strict=True)
    ] == [0] * len(wanted.posts)
    assert [e.authors for e in document.entries] == [
        (p.author,) if "author" in shows else () for p in wanted.posts
    ]
    extra = facts.get("extra", {})
    assert [parse(e.body).text.split() for e in document.entries] == [
        [*p.words, *" ".join(extra.get(p.n, [])).split()] for p in wanted.posts
    ]
    flags = facts.get("flags", {})
    assert [p.n for p, e in zip(wanted.posts, document.entries, strict=True) if e.key_event] == sorted(flags.get("key", []), reverse=document.newest_first)  # fmt: skip
    assert [p.n for p, e in zip(wanted.posts, document.entries, strict=True) if e.pinned] == flags.get("pinned", [])  # fmt: skip
    assert document.title.endswith(wanted.headline)
    assert missing_words(document.text, document) == ()
    left_out = "\n".join(line.text for line in document.left_out)
    assert [words for words in facts.get("left_out", ()) if words not in left_out] == []


def hashed(html):
    """Class names as build tools make them."""

    def renamed(match):
        return " class=" + " ".join(
            f"c{md5(name.encode()).hexdigest()[:6]}" for name in match[2].split()
        ).join('""')

    return re.sub(r"\sclass=([\"'])(.*?)\1", renamed, html)


def around(before, after, inner=r"\g<0>"):
    """Something more around each paragraph, or within it."""
    return lambda html: re.sub(r"<p(?: [^>]*)?>(.*?)</p>", before + inner + after, html, flags=re.DOTALL)


def indented(html):
    """White space between all elements."""
    tree = lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    etree.indent(tree)
    return etree.tostring(tree, method="html", encoding="unicode")


WATER = "Water stands in the lower streets and crews carry sandbags to the old mill by the river. "


def numbered(pattern, count):
    return "".join(pattern.replace("#", str(n)) for n in range(count))


def surrounded(html):
    """A page with what stands around texts: headlines with times, a programme, cards, comments."""
    above = (
        "<div class='q1'>Wednesday, January 3, 2024 <span>Updated 10:05</span></div><ul class='q2'>"
        + numbered(
            "<li class='q3'><span>1#:35</span><a href='/n#'>Headline number # of the day is about other things</a></li>",
            9,
        )
    )
    below = (
        numbered("<div class='q4'><b>1#:30</b> <i>Programme #</i></div>", 8)
        + numbered(f"<div class='q5'><a href='/c#'><h3>Card number # leads on</h3></a><p>{WATER}</p><time datetime='2024-01-0#T12:00Z'># January</time></div>", 8)
        + numbered(f"<div class='q6'><b>reader#</b> <span>January 4, 2024 1#:20</span><p>{WATER * 3}</p><a href='#'>Reply</a></div>", 9)
        + "<div class='q7'>Call us: 020 7946 0958 from 9:00 to 17:00.</div>"
    )  # fmt: skip
    html = re.sub(r"<body[^>]*>", rf"\g<0>{above}</ul>", html, count=1)
    return html.replace("</body>", f"{below}</body>") if "</body>" in html else html + below


@cache
def told(html):
    return [(e.stamp, e.title, e.authors, parse(e.body).text.split()) for e in imported(html).entries]


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        (lambda html: surrounded(hashed(html)), NAMES[::2]),
        (lambda html: around("<div><div>", "</div></div>")(indented(html)), NAMES[1::2]),
        (around("<div>", "</div>", r"\1"), NAMES[::2]),
    ],
    ids=["hashed classes in a full page", "indented and wrapped", "divs for paragraphs"],
)
def test_names_wrappers_and_surroundings_change_nothing(changed, names):
    other = []
    for name in names:
        html = case(name).html
        if told(html) != told(changed(html)):
            other.append(name)
    assert other == []


ANY = [name for name in NAMES if not re.search(r"p\.n (?:in|<|==|%)", fixture(name)[1])]
"""Pages whose template has nothing that stands at one of the updates only."""

SAID = ["Water stands on the square", "The pumps run", "Nobody is missing, the warden says", "It cost 2,5 million a year",
        "At 7:45 p.m. the gate was shut", "“We need help,” she said", "Crews carry sandbags to the mill by the river"]  # fmt: skip
CALLED = [
    "Gate closes",
    "Roads shut near the mill",
    "Pumps run",
    "What we know",
    "Good evening",
    "Crane arrives",
]


@pytest.mark.parametrize("count", [3, 11])
def test_any_number_of_updates_with_texts_of_any_length(count):
    wrong = {}
    for name in ANY:
        facts, text = fixture(name)
        dice = Random(f"{name}{count}")
        time = datetime(2024, 1, 3, dice.randrange(9, 20), dice.randrange(60), tzinfo=UTC)
        posts = []
        for n in range(count):
            blocks = [
                ". ".join(dice.sample(SAID, dice.randint(2, 5))) + "." for _ in range(dice.randint(1, 3))
            ]
            posts.append(
                {
                    "time": time,
                    "title": f"{dice.choice(CALLED)} {n}",
                    "author": f"{dice.choice('ABC')}da Example",
                    "blocks": blocks,
                }
            )
            time += timedelta(minutes=dice.choice([3, 20, 61, 118]))
        wanted = rendered(facts, text, {"headline": "Flood on the lower Eider", "posts": posts})
        shows = facts.get("shows", ["title", "author"])
        told = [(e.title, parse(e.body).text.split()) for e in imported(wanted.html).entries]
        if told != [(p.title if "title" in shows else "", p.words) for p in wanted.posts]:
            wrong[name] = told
    assert wrong == {}
