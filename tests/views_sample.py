"""Views to look at and to test with: every template, in plain, long, right-to-left and empty form.

The events are public facts about the first landing on the Moon, told in words of our own.
"""

from __future__ import annotations

import posixpath
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sitegen.views.actor_contexts import (
    ActorEntry,
    ActorGroup,
    ActorIndexView,
    ActorUpdate,
    ActorView,
    AliasGroup,
    AliasView,
    Edge,
    MovedView,
    NetworkView,
    Node,
    RoleView,
    Strip,
    Tie,
)
from sitegen.views.contexts import (
    ChronologyView,
    DaySummary,
    DayView,
    EarlierVersion,
    HomeView,
    NotFoundView,
    SearchView,
    SourceIndexView,
    SourceView,
    TimelineView,
    UpdateView,
    View,
)
from sitegen.views.parts import (
    ActorRef,
    Alike,
    AlikePair,
    Bar,
    Chart,
    Link,
    Moment,
    PageView,
    Quote,
    Saving,
    SavingRef,
    SiteView,
    SourceRef,
    Tick,
    TimelineCard,
    Tongue,
    UpdateEntry,
    UpdateRef,
)

ZONE = "America/Chicago"
BASE = "https://example.org/archive/"
ASSETS = ("actors.css", "actors.js", "icon.svg", "search.css", "search.js", "site.js", "style.css")
SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

LONG = (
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft und "
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz: eine Überschrift, die so lang ist, dass sie "
    "auf keiner Seite in eine Zeile passt, und die trotzdem überall ganz gelesen werden soll, auch auf dem "
    "kleinsten Bildschirm"
)

FACTS = (
    ("13:44", "Two craft now circle the Moon apart", "The lander has left the ship that brought it. Its crew of "
     "two checks the legs, the radar and the guidance computer; the third man looks on through a window and "
     "reports that all four legs are down."),
    ("14:08", "Engine burns behind the Moon", "Out of reach of every antenna the lander fires its engine to come "
     "down to fifteen kilometres above the ground."),
    ("15:05", "Descent begins", "The powered descent has begun. It is to last twelve minutes."),
    ("15:10", "", "The guidance computer reports the alarms 1202 and 1201: it has more to do than it can finish, and "
     "drops the least important. Mission control lets the landing go on."),
    ("15:17", "The Eagle has landed", "At 20:17 UTC Neil Armstrong says that the Eagle has landed, in the Sea of "
     "Tranquillity, about six kilometres from the place that was planned. Fuel for less than a minute was left."),
    ("21:56", "First step on the ground", "Neil Armstrong stands on the Moon. Some 600 million people are thought to "
     "be watching, though nobody could count them."),
    ("22:15", "Buzz Aldrin follows", "Buzz Aldrin climbs down and describes what he sees in two words: magnificent "
     "desolation."),
    ("22:48", "A call from Washington", "The president of the United States talks to the two men by radio."),
)  # fmt: skip

BODY = """<p>At 20:17 UTC <a href="../../../actors/neil-armstrong/index.html">Neil Armstrong</a> says that the Eagle has
landed, in the Sea of Tranquillity, about six kilometres from the place that was planned. Fuel for less than a minute
was left.</p>
<blockquote><p>You got a bunch of guys about to turn blue.</p></blockquote>
<h3>What comes next</h3>
<p>The plan asks for a rest. <a href="../../../actors/nasa/index.html" title="NASA">The agency</a> says the crew may
ask to go out earlier:</p>
<ul><li>a check of the ascent engine, which must be ready at any moment</li>
<li>a meal, <em>then</em> the suits</li></ul>
<p>The flight plan is <a href="https://example.org/flight-plan/apollo-11/a-very-long-address-without-any-place-to-break-it-0123456789">online</a>.</p>"""

ENGLISH = Tongue(language="en", direction="ltr")
RIGHT_TO_LEFT = Tongue(language="ar", direction="rtl")

ARABIC = (
    "هبطت المركبة القمرية على سطح القمر في بحر السكون، على بعد نحو ستة كيلومترات من الموقع المخطط له، "
    "ولم يبق من الوقود إلا ما يكفي لأقل من دقيقة واحدة."
)


def moment(text: str) -> Moment:
    """`1969-07-20 15:17` by the clock of Houston."""
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE))
    utc = local.astimezone(UTC)
    return Moment(
        iso=local.isoformat(),
        time=f"{local:%H:%M}",
        date=f"{local:%A} {local.day} {local:%B %Y}",
        short_date=f"{local.day} {local:%b %Y}",
        zone=local.tzname() or "",
        zone_name=ZONE,
        utc_time=f"{utc:%H:%M}",
        utc_date=f"{utc.day} {utc:%b %Y}",
        same_as_utc=False,
    )


def cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + "…"


class Place:
    """Makes links and views for the page that stands at `path`."""

    def __init__(self, path: str, assets: dict[str, str] | None = None) -> None:
        self.path = path
        self.assets = assets or {name: f"assets/{name}" for name in ASSETS}

    def to(self, path: str) -> str:
        target, mark, anchor = path.partition("#")
        return posixpath.relpath(target, posixpath.dirname(self.path) or ".") + mark + anchor

    def site(self, section: str = "", *, empty: bool = False) -> SiteView:
        return SiteView(
            title="Small steps",
            description="" if empty else "How the first landing on the Moon was told, hour by hour.",
            language="en",
            home_href=self.to("index.html"),
            search_href=self.to("search/index.html"),
            navigation=tuple(
                Link(text=name, href=self.to(f"{name.lower()}/index.html"), current=name == section)
                for name in ("Actors", "Sources", "Search")
            ),
            atom_href=self.to("feed.xml"),
            json_feed_href=self.to("feed.json"),
            manifest_href=self.to("manifest-sha256.txt"),
            assets={name: self.to(path) for name, path in self.assets.items()},
            generator="sitegen 0",
        )

    def page(self, title: str, *crumbs: tuple[str, str], **other: object) -> PageView:
        fields: dict[str, object] = {
            "title": title,
            "description": f"{title}, from the sample archive.",
            "language": "en",
            "direction": "ltr",
            "canonical": BASE + self.path.removesuffix("index.html"),
            "og_type": "website",
            "published": "",
            "json_ld": "",
            "breadcrumbs": tuple(Link(text=t, href=self.to(p)) for t, p in crumbs),
            "index": True,
        }
        return PageView(**(fields | other))  # type: ignore[arg-type]  # the fields of a test's own making

    def actor(self, name: str, kind: str, count: int, *, proposed: bool = False) -> ActorRef:
        slug = name.lower().replace(" ", "-")
        return ActorRef(
            name=name, href=self.to(f"actors/{slug}/index.html"), kind=kind, count=count, proposed=proposed
        )

    def actors(self) -> tuple[ActorRef, ...]:
        return (
            self.actor("Neil Armstrong", "person", 5),
            self.actor("NASA", "organisation", 4),
            self.actor("Buzz Aldrin", "person", 3),
            self.actor("Michael Collins", "person", 2),
            self.actor("United States", "state", 1204),
            self.actor("Mission control", "group", 1, proposed=True),
        )

    def source(self, title: str = "The landing as it was told on the night") -> SourceRef:
        return SourceRef(
            title=title,
            publisher="Sample Gazette",
            tongue=ENGLISH,
            href=self.to("sources/sample/index.html"),
            count=8,
        )

    def saving(self, document: str, sha256: str) -> SavingRef:
        return SavingRef(
            document=document,
            sha256=sha256,
            captured=moment("1969-07-22 09:00"),
            href=self.to("sources/sample/index.html#saving-2"),
        )

    def timeline(self, title: str = "The first landing on the Moon") -> Link:
        return Link(text=title, href=self.to("moon/index.html"))

    def ref(self, index: int, *, long: bool = False, withdrawn: bool = False) -> UpdateRef:
        time, title, text = FACTS[index]
        return UpdateRef(
            headline="Withdrawn update" if withdrawn else LONG if long else title or cut(text, 88),
            titled=bool(title),
            href=self.to(f"moon/1969-07-20/{index}/index.html"),
            anchor=f"u-{index}",
            moment=moment(f"1969-07-{21 if index == 7 else 20} {time}"),
            timeline="The first landing on the Moon",
            publisher="Sample Gazette",
            tongue=ENGLISH,
            excerpt=cut(text, 150) if title and not withdrawn else "",
            marks=("Key event", "Pinned") if index == 4 else (),
            withdrawn=withdrawn,
        )

    def refs(self, *indexes: int) -> tuple[UpdateRef, ...]:
        return tuple(self.ref(i) for i in indexes)

    def chart(self) -> Chart:
        counts = (3, 7, 5, 12, 9, 2, 0, 0, 0, 1, 4, 14, 18, 11, 6, 3, 1, 0, 0, 0, 2, 4, 3, 1, 0, 2)
        start, step = datetime(1969, 7, 20, 13, 0, tzinfo=UTC), 720 / len(counts)
        hours = [start + timedelta(hours=n) for n in range(len(counts))]
        return Chart(
            width=720,
            height=144,
            baseline=120,
            unit="hour",
            peak=max(counts),
            wide=100,
            title="Updates per hour: the first landing on the Moon",
            bars=tuple(
                Bar(
                    x=round(step * (n + 0.125), 2),
                    y=round(120 - 120 * count / max(counts), 2),
                    width=round(step * 0.75, 2),
                    height=round(120 * count / max(counts), 2),
                    label=f"{hours[n].day} Jul 1969, {hours[n]:%H:%M}: {count} updates",
                    href=self.to("moon/1969-07-20/index.html#u-0") if count else "",
                    count=count,
                )
                for n, count in enumerate(counts)
            ),
            ticks=tuple(
                Tick(
                    x=round(step * (n + 0.5), 2),
                    label=f"{hours[n]:%H:%M}" if n else "20 Jul 1969, 13:00",
                    anchor="middle" if n else "start",
                )
                for n in range(0, len(counts), 5)
            ),
        )


HOME, TIMELINE = ("Home", "index.html"), ("The first landing on the Moon", "moon/index.html")
CHRONOLOGY = ("Chronology", "moon/chronology/index.html")


def home(at: Place, *, empty: bool = False) -> HomeView:
    card = TimelineCard(
        title="The first landing on the Moon",
        tongue=ENGLISH,
        href=at.to("moon/index.html"),
        summary="Two men land in the Sea of Tranquillity, walk on the ground for two and a half hours and come home. "
        "The archive keeps how it was told, with every figure as it was given at the time.",
        first=moment("1969-07-20 13:44"),
        last=moment("1969-07-21 22:48"),
        update_count=109,
        source_count=2,
        actor_count=31,
        chart=at.chart(),
    )
    second = TimelineCard(
        title="A timeline that waits for its first update",
        tongue=ENGLISH,
        href=at.to("empty/index.html"),
        summary="",
        first=None,
        last=None,
        update_count=0,
        source_count=1,
        actor_count=0,
        chart=None,
    )
    return HomeView(
        site=at.site(empty=empty),
        page=at.page("Small steps"),
        timelines=() if empty else (card, second),
        actors=() if empty else at.actors(),
        update_count=0 if empty else 1204,
        actor_count=0 if empty else 31,
        source_count=0 if empty else 3,
    )


def timeline(at: Place, *, empty: bool = False) -> TimelineView:
    return TimelineView(
        site=at.site(),
        page=at.page("The first landing on the Moon", HOME, json_ld='{"@type": "LiveBlogPosting"}'),
        headline="The first landing on the Moon",
        tongue=ENGLISH,
        summary_html=""
        if empty
        else "<p>Two men land in the Sea of Tranquillity, walk on the ground for two and a half hours and come "
        "home.</p><p>The archive keeps how it was told.</p>",
        key_points=()
        if empty
        else (
            "The lander sets down at 15:17 in Houston, with fuel for less than a minute",
            "Alarms of the guidance computer do not stop the landing",
            "Two men walk on the ground; a third stays in orbit",
        ),
        first=None if empty else moment("1969-07-20 13:44"),
        last=None if empty else moment("1969-07-21 22:48"),
        zone_name=ZONE,
        update_count=0 if empty else 109,
        actor_count=0 if empty else 31,
        author_count=0 if empty else 1,
        chart=None if empty else at.chart(),
        chronology_href=at.to("moon/chronology/index.html"),
        days=()
        if empty
        else (
            Link(text="Sunday 20 July 1969", href=at.to("moon/1969-07-20/index.html"), count=84),
            Link(text="Monday 21 July 1969", href=at.to("moon/1969-07-20/index.html"), count=25),
        ),
        opening=() if empty else at.refs(0, 1, 2),
        latest=() if empty else at.refs(7, 6, 5, 4, 3),
        actors=() if empty else at.actors(),
        network_href="" if empty else at.to("moon/actors/index.html"),
        sources=() if empty else (at.source(), at.source(LONG)),
    )


def update(at: Place, *, kind: str = "plain") -> UpdateView:
    withdrawn, untitled, long, arabic = (kind == k for k in ("withdrawn", "untitled", "long", "arabic"))
    headline = "The Eagle has landed"
    if untitled:
        headline = at.ref(3).headline
    if long:
        headline = LONG
    if arabic:
        headline = "النسر هبط: أول إنسان على سطح القمر"
    if withdrawn:
        headline = "Withdrawn update"
    body = BODY
    if long:
        body = f"<p>{LONG} {SHA256}{SHA256}</p><pre><code>{SHA256 * 3}</code></pre>" + nested(40)
    if arabic:
        body = f"<p>{ARABIC}</p><ul><li>{ARABIC}</li></ul>"
    return UpdateView(
        site=at.site(),
        page=at.page(
            headline,
            HOME,
            TIMELINE,
            ("Sunday 20 July 1969", "moon/1969-07-20/index.html"),
            og_type="article",
            published="1969-07-20T15:17:00-05:00",
            language="ar" if arabic else "en",
            direction="rtl" if arabic else "ltr",
            index=not withdrawn,
            json_ld='{"@type": "BlogPosting"}',
        ),
        id="sample-1969-07-20-1517",
        headline=headline,
        titled=not untitled,
        tongue=RIGHT_TO_LEFT if arabic else Tongue(language="de" if long else "en", direction="ltr"),
        moment=moment("1969-07-20 15:17"),
        time_basis="" if withdrawn else "printed time, date from the sidecar",
        authors=() if withdrawn else ("Houston desk", "Science desk", "Washington desk"),
        body_html="" if withdrawn else body,
        actors=() if withdrawn else at.actors(),
        timeline=at.timeline(),
        day=Link(text="Sunday 20 July 1969", href=at.to("moon/1969-07-20/index.html#u-4")),
        source=at.source(LONG if long else "The landing as it was told on the night"),
        source_url="https://example.org/1969/07/20/the-landing-as-it-was-told-on-the-night-live-updates-b1988.html",
        saving=at.saving("seeds/sample-1969-07-20.txt", SHA256),
        older_savings=(at.saving("seeds/sample-earlier.txt", SHA256[::-1]),) if long else (),
        dropped=long,
        marks=() if withdrawn else ("Key event",),
        history=()
        if withdrawn
        else (
            EarlierVersion(
                moment=moment("1969-07-20 15:16"),
                headline="The Eagle is about to land",
                authors=("Houston desk",),
                body_html="<p>Less than a minute of fuel is left.</p>",
                text_sha256=SHA256,
                saving=at.saving("seeds/sample-earlier.txt", SHA256[::-1]),
            ),
        ),
        locator="line 41",
        text_sha256="" if withdrawn else SHA256[::-1],
        imported_sha256=SHA256[1:] + SHA256[0] if long else "",
        alike=()
        if withdrawn
        else (Alike(ref=at.ref(5), why="40 of 60 runs of words are the same"), Alike(ref=at.ref(6), why="")),
        previous=at.ref(3, long=long),
        next=at.ref(5),
        withdrawn_date="Friday 1 August 1969" if withdrawn else "",
        withdrawn_reason="At the request of a person whom it named." if withdrawn else "",
    )


def nested(depth: int) -> str:
    """Lists within lists."""
    return "<ul><li>deeper" * depth + "</li></ul>" * depth


def chronology(at: Place, *, empty: bool = False) -> ChronologyView:
    day = DaySummary(
        label="Sunday 20 July 1969",
        href=at.to("moon/1969-07-20/index.html"),
        count=7,
        first=moment("1969-07-20 13:44"),
        last=moment("1969-07-20 22:15"),
        updates=at.refs(0, 1, 2, 3, 4, 5, 6),
    )
    last = DaySummary(
        label="Monday 21 July 1969",
        href=at.to("moon/1969-07-20/index.html"),
        count=1,
        first=moment("1969-07-21 22:48"),
        last=moment("1969-07-21 22:48"),
        updates=(),
    )
    return ChronologyView(
        site=at.site(),
        page=at.page("Chronology: The first landing on the Moon", HOME, TIMELINE),
        timeline=at.timeline(),
        tongue=ENGLISH,
        zone_name=ZONE,
        update_count=0 if empty else 8,
        chart=None if empty else at.chart(),
        days=() if empty else (day, last),
    )


def day(at: Place, *, newest_first: bool = False, arabic: bool = False) -> DayView:
    order = range(7)[::-1] if newest_first else range(7)
    other = "moon/1969-07-20/index.html" if newest_first else "moon/1969-07-20/newest-first/index.html"
    return DayView(
        site=at.site(),
        page=at.page(
            "Sunday 20 July 1969: The first landing on the Moon",
            HOME,
            TIMELINE,
            CHRONOLOGY,
            index=not newest_first,
            language="ar" if arabic else "en",
            direction="rtl" if arabic else "ltr",
        ),
        timeline=at.timeline(),
        tongue=ENGLISH,
        chronology_href=at.to("moon/chronology/index.html"),
        label="Sunday 20 July 1969",
        zone_name=ZONE,
        newest_first=newest_first,
        other_order_href=at.to(other),
        updates=tuple(
            UpdateEntry(
                ref=at.ref(i, withdrawn=i == 1),
                authors=() if i == 1 else ("Houston desk",),
                body_html=""
                if i == 1
                else f"<p>{ARABIC}</p>"
                if arabic
                else BODY.replace("../../../", at.to("index.html").removesuffix("index.html"))
                if i == 4
                else f"<p>{FACTS[i][2]}</p>",
                withdrawn_reason="At the request of a person whom it named." if i == 1 else "",
            )
            for i in order
        ),
        previous=None,
        next=Link(text="Monday 21 July 1969", href=at.to("moon/1969-07-20/index.html"), count=25),
    )


def actors(at: Place, *, empty: bool = False) -> ActorIndexView:
    refs = () if empty else tuple(sorted(at.actors(), key=lambda a: a.name))
    entries = {ref.name: ActorEntry(ref=ref, also=(f"{ref.name} alias",)) for ref in refs}
    labels = {
        "person": "People",
        "organisation": "Organisations",
        "state": "States",
        "group": "Groups",
        "media": "News outlets",
    }
    return ActorIndexView(
        site=at.site("Actors"),
        page=at.page("Actors", HOME),
        actor_count=len(refs),
        most=tuple(entries.values())[:3],
        networks=() if empty else (Link(text="The Moon", href=at.to("moon/actors/index.html")),),
        kinds=tuple(
            ActorGroup(
                id=f"kind-{kind}", label=label, actors=tuple(entries[a.name] for a in refs if a.kind == kind)
            )
            for kind, label in labels.items()
            if any(a.kind == kind for a in refs)
        ),
        letters=tuple(
            ActorGroup(
                id=f"letter-{letter.lower()}",
                label=letter,
                actors=tuple(entries[a.name] for a in refs if a.name[0] == letter),
            )
            for letter in sorted({a.name[0] for a in refs})
        ),
    )


def actor(at: Place, *, bare: bool = False) -> ActorView:
    return ActorView(
        site=at.site("Actors"),
        page=at.page("Neil Armstrong", HOME, ("Actors", "actors/index.html")),
        name="Neil Armstrong",
        kind="person",
        kind_label="Person",
        proposed=bare,
        aliases=()
        if bare
        else (
            AliasGroup(
                script="Latin",
                aliases=(
                    AliasView(name="Armstrong", span="", weak=True),
                    AliasView(name="commander of Apollo 11", span="1969", weak=False),
                ),
            ),
            AliasGroup(script="Cyrillic", aliases=(AliasView(name="Нил Армстронг", span="", weak=False),)),
        ),
        roles=()
        if bare
        else (
            RoleView(title="Commander of Apollo 11", span="1969"),
            RoleView(title="Professor at the University of Cincinnati", span="1971 to 1979"),
        ),
        wikidata_href="" if bare else "https://www.wikidata.org/wiki/Q1615",
        profile_html=""
        if bare
        else "<p>Test pilot and astronaut, the first person to stand on the Moon.</p><h3>Later</h3><p>He left "
        "the agency in 1971 and taught.</p>",
        update_count=0 if bare else 5,
        strips=()
        if bare
        else (
            Strip(timeline=Link(text="The Moon", href=at.to("moon/index.html"), count=5), chart=at.chart()),
        ),
        updates=()
        if bare
        else tuple(
            ActorUpdate(ref=ref, before="First ", name=name, after=" spoke." if name else "")
            for ref, name in zip(at.refs(0, 3, 4, 5, 7), ("Armstrong", "", "Neil", "", "him"), strict=True)
        ),
        sources=() if bare else (at.source(),),
        companions=() if bare else at.actors()[1:],
        search_href=at.to("search/index.html") + "?q=actor%3Aneil-armstrong",
    )


def moved(at: Place) -> MovedView:
    return MovedView(
        site=at.site("Actors"),
        page=at.page("NASA", HOME, ("Actors", "actors/index.html"), index=False),
        former="space-agency",
        target=Link(text="NASA", href=at.to("actors/nasa/index.html")),
    )


def network(at: Place, *, empty: bool = False) -> NetworkView:
    refs = () if empty else at.actors()
    return NetworkView(
        site=at.site("Actors"),
        page=at.page("Who appears with whom", HOME),
        timeline=Link(text="The Moon", href=at.to("moon/index.html")),
        width=720,
        height=560,
        nodes=tuple(
            Node(actor=ref, x=100.0 + 90 * n, y=100.0 + 40 * n, radius=12.0) for n, ref in enumerate(refs)
        ),
        edges=()
        if empty
        else (Edge(x1=100.0, y1=100.0, x2=190.0, y2=140.0, width=3.0, label="Both: 3 updates"),),
        ties=tuple(Tie(actor=ref, others=refs[:n]) for n, ref in enumerate(refs)),
        actor_count=31,
        actors_href=at.to("actors/index.html"),
    )


def sources(at: Place, *, empty: bool = False) -> SourceIndexView:
    return SourceIndexView(
        site=at.site("Sources"),
        page=at.page("Sources", HOME),
        sources=() if empty else (at.source(), at.source(LONG)),
    )


def source(at: Place, *, bare: bool = False, savings: int = 1) -> SourceView:
    return SourceView(
        site=at.site("Sources"),
        page=at.page("The landing as it was told on the night", HOME, ("Sources", "sources/index.html")),
        slug="sample-1969-07-20",
        title="The landing as it was told on the night",
        publisher="" if bare else "Sample Gazette",
        tongue=ENGLISH,
        timeline=at.timeline(),
        url="" if bare else "https://example.org/1969/07/20/the-landing-as-it-was-told-on-the-night.html",
        savings=(saving(at, bare=bare),) if savings == 1 else (earlier(at), saving(at)),
        importer="" if bare else "plain-text",
        zone_name="" if bare else ZONE,
        summary_html="" if bare else "<p>Written for this test from public facts.</p>",
        key_points=() if bare else ("The Eagle has landed", "Two men walk on the ground"),
        alike=()
        if bare
        else (AlikePair(here=at.ref(4), there=at.ref(5), why="40 of 60 runs of words are the same"),),
        updates=() if bare else at.refs(0, 1, 2, 3, 4),
    )


def saving(at: Place, *, bare: bool = False) -> Saving:
    doubled = "A caption that stands here a second time"
    return Saving(
        anchor="saving-2",
        title="" if bare else "The landing as it was told on the night",
        captured=None if bare else moment("1969-07-22 09:00"),
        document="" if bare else "seeds/sample-1969-07-20.txt",
        sha256="" if bare else SHA256,
        update_count=0 if bare else 5,
        added=() if bare else at.refs(4),
        missing=() if bare else at.refs(0, 1),
        superseded=(),
        inferred=()
        if bare
        else (
            "The first block has no title.",
            "Times without a date belong to the day that the sidecar gives.",
        ),
        left_out=()
        if bare
        else (
            Quote(locator="line 9", text="Key Points", reason="A heading that the page shows by itself"),
            Quote(
                locator="line 61",
                text="The lander above the ground, photographed from the ship",
                reason=doubled,
            ),
            Quote(locator="line 122", text=LONG, reason=doubled),
            Quote(locator="line 140", text="Read more here:", reason=""),
        ),
        suspects=()
        if bare
        else (Quote(locator="line 30", text="the agency\u2019s caf\u00c3\u00a9", reason=""),),
    )


def earlier(at: Place) -> Saving:
    return replace(
        saving(at),
        anchor="saving-1",
        title=LONG,
        captured=None,
        document="seeds/sample-earlier.txt",
        sha256=SHA256[::-1],
        added=(),
        missing=(),
        superseded=at.refs(1, 2),
        suspects=(),
    )


def search(at: Place) -> SearchView:
    return SearchView(
        site=at.site("Search"),
        page=at.page("Search", HOME, index=False),
        meta_href=at.to("search/meta.js"),
        root=at.to("index.html").removesuffix("index.html"),
        update_count=8,
        actors=(("nasa", "NASA"), ("neil-armstrong", "Neil Armstrong")),
        sources=(("sample-1969-07-20", "Sample Gazette: The landing as it was told on the night"),),
        authors=("Houston desk",),
        first_day="1969-07-20",
        last_day="1969-07-21",
    )


def not_found(at: Place) -> NotFoundView:
    return NotFoundView(site=at.site(), page=at.page("Page not found", index=False))


def samples(assets: dict[str, str] | None = None) -> dict[str, View]:
    """Views by the path of their page. `assets`: name of a static file -> its path below the site's root."""

    def at(path: str) -> Place:
        return Place(path, assets)

    views: dict[str, View] = {
        "index.html": home(at("index.html")),
        "moon/index.html": timeline(at("moon/index.html")),
        "moon/chronology/index.html": chronology(at("moon/chronology/index.html")),
        "moon/1969-07-20/index.html": day(at("moon/1969-07-20/index.html")),
        "moon/1969-07-20/newest-first/index.html": day(
            at("moon/1969-07-20/newest-first/index.html"), newest_first=True
        ),
        "actors/index.html": actors(at("actors/index.html")),
        "actors/space-agency/index.html": moved(at("actors/space-agency/index.html")),
        "moon/actors/index.html": network(at("moon/actors/index.html")),
        "empty/moon/actors/index.html": network(at("empty/moon/actors/index.html"), empty=True),
        "sources/index.html": sources(at("sources/index.html")),
        "sources/sample/index.html": source(at("sources/sample/index.html")),
        "sources/twice/index.html": source(at("sources/twice/index.html"), savings=2),
        "search/index.html": search(at("search/index.html")),
        "404.html": not_found(at("404.html")),
        "arabic/day/index.html": day(at("arabic/day/index.html"), arabic=True),
        "empty/index.html": timeline(at("empty/index.html"), empty=True),
        "empty/home/index.html": home(at("empty/home/index.html"), empty=True),
        "empty/chronology/index.html": chronology(at("empty/chronology/index.html"), empty=True),
        "empty/actors/index.html": actors(at("empty/actors/index.html"), empty=True),
        "empty/sources/index.html": sources(at("empty/sources/index.html"), empty=True),
        "empty/source/index.html": source(at("empty/source/index.html"), bare=True),
    }
    kinds = {1: "withdrawn", 3: "untitled", 5: "long", 6: "arabic"}
    for number in range(len(FACTS)):
        path = f"moon/1969-07-20/{number}/index.html"
        views[path] = update(at(path), kind=kinds.get(number, "plain"))
    for name in (
        "neil-armstrong",
        "nasa",
        "buzz-aldrin",
        "michael-collins",
        "united-states",
        "mission-control",
    ):
        path = f"actors/{name}/index.html"
        views[path] = actor(at(path), bare=name == "mission-control")
    return views
