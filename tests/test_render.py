from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import meta, nodes
from lxml import html

import views_sample
from places import REPOSITORY
from sitegen.diagnostics import ContentError
from sitegen.render import fingerprint, missing_templates, render
from sitegen.theme import load_theme
from sitegen.views.contexts import View

TEMPLATES = REPOSITORY / "themes" / "chronicle" / "templates"

VIEWS = {view.template: view for view in get_args(View)}


@cache
def chronicle():
    return load_theme("chronicle", site_themes=Path("no-such-folder"))


SAMPLES = views_sample.samples({file.name: file.path for file in chronicle().static})

each_sample = pytest.mark.parametrize("path", SAMPLES)
each_template = pytest.mark.parametrize("name", sorted(p.name for p in TEMPLATES.iterdir()))


@cache
def page(path: str) -> bytes:
    return render(SAMPLES[path], chronicle())


def parsed(data: bytes) -> html.HtmlElement:
    return html.document_fromstring(data.decode())


@pytest.fixture
def broken(tmp_path):
    """Makes a theme that builds on chronicle, with these templates."""

    def make(**templates: str):
        folder = tmp_path / "themes" / "chronicle" / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        for name, source in templates.items():
            (folder / f"{name}.html").write_text(source, encoding="utf-8")
        return load_theme("chronicle", site_themes=tmp_path / "themes")

    return make


def problem(theme) -> str:
    with pytest.raises(ContentError) as caught:
        render(SAMPLES["404.html"], theme)
    (found,) = caught.value.diagnostics
    return str(found)


# The pages of the standard theme


def test_every_view_has_a_template_and_a_sample():
    assert missing_templates(chronicle()) == ()
    assert {view.template for view in SAMPLES.values()} == set(VIEWS)


@each_sample
def test_the_frame_of_a_page(path):
    root, view = parsed(page(path)), SAMPLES[path]
    assert page(path).startswith(b"<!doctype html>\n<html ")
    assert page(path).endswith(b"</html>\n")
    assert root.get("lang") == view.page.language
    assert root.get("dir") == view.page.direction
    assert len(root.xpath("//h1")) == 1
    assert len(root.xpath("//main")) == 1
    assert root.xpath("//link[@rel='canonical']/@href") == [view.page.canonical]
    assert root.xpath("//meta[@property='og:title']/@content") == [view.page.title]
    assert bool(root.xpath("//meta[@name='robots'][@content='noindex']")) is not view.page.index
    assert (
        len(root.xpath("//link[@rel='alternate'][contains(@type, 'atom') or contains(@type, 'json')]")) == 2
    )
    assert [e.text for e in root.xpath("//nav[@aria-label='Breadcrumbs']//a")] == [
        link.text for link in view.page.breadcrumbs
    ]
    assert root.xpath("//a[@class='skip']/@href") == ["#content"]


@each_sample
def test_headings_go_down_one_level_at_a_time(path):
    levels = [int(e.tag[1]) for e in parsed(page(path)).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), levels


@each_sample
def test_ids_are_unique_and_anchors_lead_somewhere(path):
    root = parsed(page(path))
    ids = Counter(root.xpath("//@id"))
    assert max(ids.values()) == 1
    wanted = [a[1:] for a in root.xpath("//@href") if a.startswith("#")]
    wanted += [i for names in root.xpath("//@aria-labelledby") for i in names.split()]
    assert set(wanted) <= set(ids)


@each_sample
def test_nothing_inline_and_nothing_foreign(path):
    root = parsed(page(path))
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']")
    assert policy.get("content").startswith("default-src 'none';")
    assert "unsafe" not in policy.get("content")
    assert not policy.xpath("preceding::script|preceding::link")
    assert not root.xpath("//style|//@style|//@*[starts-with(name(), 'on')]")
    assert all(s.get("src") or s.get("type") == "application/ld+json" for s in root.xpath("//script"))
    loaded = root.xpath("//@src|//link[@rel='stylesheet' or @rel='icon']/@href|//@srcset")
    assert loaded
    assert not [address for address in loaded if ":" in address or address.startswith("//")]


@each_template
def test_only_sanitised_fields_are_printed_unescaped(name):
    source = (TEMPLATES / name).read_text(encoding="utf-8")
    printed = re.findall(r"([\w.]+)\s*\|\s*safe", source)
    assert source.count("safe") == len(printed)
    assert all(field.endswith("_html") or (name, field) == ("base.html", "page.json_ld") for field in printed)
    assert "autoescape" not in source


@each_template
def test_every_address_goes_through_the_filter(name):
    source = (TEMPLATES / name).read_text(encoding="utf-8")
    addresses = re.findall(r'\b(?:href|src|action|srcset|poster)\s*=\s*"([^"]*\{\{[^"]*)"', source)
    good = r"(#|\{\{ [^{}]+\|url \}\}|#\{\{ [\w.]+ \}\})"
    assert not [address for address in addresses if not re.fullmatch(good, address)]


@each_template
def test_a_template_uses_only_the_names_of_its_view(name):
    tree = chronicle().environment.parse((TEMPLATES / name).read_text(encoding="utf-8"))
    shared = set.intersection(*({f.name for f in fields(view)} for view in VIEWS.values()))
    given = {f.name for f in fields(VIEWS[name])} if name in VIEWS else shared
    own = {node.target for node in tree.find_all(nodes.Import)} | {
        node.name for node in tree.find_all(nodes.Macro)
    }
    assert meta.find_undeclared_variables(tree) - own <= given
    if name.startswith("_"):
        assert not meta.find_undeclared_variables(tree)


def test_the_reference_lists_every_field():
    text = (REPOSITORY / "docs" / "themes.md").read_text(encoding="utf-8")
    for name, view in VIEWS.items():
        section = text.partition(f"\n### `{name}`\n")[2].partition("\n#")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [f.name for f in fields(view)], name


def test_every_field_of_an_update_is_on_its_page():
    path = "moon/1969-07-20/4/index.html"
    view, text = SAMPLES[path], " ".join(parsed(page(path)).xpath("//body")[0].text_content().split())
    for words in (
        view.headline,
        view.moment.time,
        view.moment.utc_time + " UTC",
        view.time_basis,
        *view.authors,
        *(actor.name for actor in view.actors),
        view.source.title,
        view.source.publisher,
        view.source_url,
        view.saving.document,
        view.saving.sha256,
        view.history[0].saving.sha256,
        view.history[0].text_sha256,
        view.alike[0].ref.headline,
        view.alike[0].why,
        view.text_sha256,
        view.locator,
        view.id,
        view.previous.headline,
        view.next.headline,
        view.page.canonical,
    ):
        assert words in text


def test_a_tombstone_shows_day_and_reason_and_nothing_else():
    canary = "canary-4711"
    view = SAMPLES["moon/1969-07-20/1/index.html"]
    view = replace(
        view,
        headline=canary,
        body_html=canary,
        authors=(canary,),
        actors=(replace(SAMPLES["index.html"].actors[0], name=canary),),
        time_basis=canary,
        locator=canary,
        id=canary,
        text_sha256=canary,
        saving=replace(view.saving, document=canary),
        imported_sha256=canary,
        alike=SAMPLES["moon/1969-07-20/4/index.html"].alike[:1],
        source_url=f"https://example.org/{canary}",
        source=replace(view.source, title=canary),
    )
    made = render(view, chronicle()).decode()
    assert canary not in made
    assert view.withdrawn_date in made
    assert view.withdrawn_reason in made


def test_a_day_tells_the_updates_in_the_order_of_the_view():
    anchors = [
        parsed(page(path)).xpath("//article/@id")
        for path in ("moon/1969-07-20/index.html", "moon/1969-07-20/newest-first/index.html")
    ]
    assert anchors[0] == [entry.ref.anchor for entry in SAMPLES["moon/1969-07-20/index.html"].updates]
    assert anchors[0] == anchors[1][::-1]


def test_each_bar_of_the_chart_is_a_link_and_so_is_each_line_of_its_list():
    root, view = parsed(page("moon/index.html")), SAMPLES["moon/index.html"]
    wanted = [(bar.label, bar.href) for bar in view.chart.bars if bar.count]
    assert [(a.findtext("title"), a.get("href")) for a in root.xpath("//svg//a")] == wanted
    assert [(a.text, a.get("href")) for a in root.xpath("//details//a")] == wanted


# Text can't become markup


def poisoned(value, payload: str, name: str = ""):
    """The view with the payload in every text; HTML that was sanitised is what it says."""
    if is_dataclass(value):
        return replace(
            value, **{f.name: poisoned(getattr(value, f.name), payload, f.name) for f in fields(value)}
        )
    if isinstance(value, tuple):
        return tuple(poisoned(item, payload, name) for item in value)
    if isinstance(value, dict):
        return {key: poisoned(item, payload, name) for key, item in value.items()}
    keep = name.endswith("_html") or name in {"json_ld", "direction", "language", "anchor", "id"}
    return payload if isinstance(value, str) and not keep and value else value


@each_sample
@pytest.mark.parametrize(
    "payload",
    [
        "</script><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "'onmouseover='alert(1)",
        "{{7*7}}{% if %}",
        "javascript:alert(1)//",
    ],
)
def test_text_stays_text(path, payload):
    made = render(poisoned(SAMPLES[path], payload), chronicle())
    root, plain = parsed(made), parsed(page(path))
    assert Counter(e.tag for e in root.xpath("//script|//img|//iframe")) == Counter(
        e.tag for e in plain.xpath("//script|//img|//iframe")
    )
    assert not root.xpath("//@*[starts-with(name(), 'on')]")
    assert not [a for a in root.xpath("//@href|//@src|//@action") if "javascript" in a.lower()]
    assert b"49" not in made or b"49" in page(path)
    assert payload in "".join(root.xpath("//title/text()"))


# Mistakes in a template


def test_a_name_that_is_not_there_is_located(broken):
    theme = broken(
        **{"404": '{% extends "base.html" %}\n{% block content %}\n{{ headline }}\n{% endblock %}'}
    )
    assert problem(theme) == (
        "themes/chronicle/templates/404.html:3: template-error: 'headline' is undefined; "
        "see docs/themes.md for what this template is given"
    )


def test_a_mistake_in_a_part_is_located_in_the_part(broken):
    theme = broken(**{"404": "\n\n{% include 'part.html' %}", "part": "\n{{ page.nope }}"})
    assert problem(theme).startswith("themes/chronicle/templates/part.html:2: template-error: ")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ 1 / 0 }}", "ZeroDivisionError"),
        ("{{ page.title + 1 }}", "TypeError"),
        ("{% include '404.html' %}", "RecursionError"),
        ("{{ site.assets['nope.css'] }}", "nope.css"),
        ("{% if site.nope %}{% endif %}", "nope"),
        ("{% for x in page.nope %}{% endfor %}", "nope"),
    ],
)
def test_whatever_a_template_raises_is_a_located_message(broken, source, words):
    message = problem(broken(**{"404": f"\n{source}"}))
    assert message.startswith("themes/chronicle/templates/404.html:2: template-error: ")
    assert words in message


def test_a_theme_without_the_template_is_told_so(tmp_path):
    (tmp_path / "themes" / "bare").mkdir(parents=True)
    (tmp_path / "themes" / "bare" / "theme.yaml").write_text("title: Bare\n", encoding="utf-8")
    theme = load_theme("bare", site_themes=tmp_path / "themes")
    assert "themes/bare: template-missing: the theme has no template '404.html'" in problem(theme)
    assert len(missing_templates(theme)) == len(VIEWS)


# Fingerprints


def changed(value, steps: list[int]):
    """The view with one value changed, found by walking down; unchanged where the walk ends at nothing."""
    step, *rest = steps
    if is_dataclass(value):
        name = fields(value)[step % len(fields(value))].name
        return replace(value, **{name: changed(getattr(value, name), rest)})
    if isinstance(value, tuple) and value:
        at = step % len(value)
        return (*value[:at], changed(value[at], rest), *value[at + 1 :])
    if isinstance(value, dict):
        return value | {"new": "new"}
    if isinstance(value, bool):
        return not value
    more = {str: "x", int: 1, float: 0.5}.get(type(value))
    return value if more is None else value + more


@given(st.sampled_from(sorted(SAMPLES)), st.lists(st.integers(0, 30), min_size=8, max_size=8))
def test_a_fingerprint_changes_exactly_with_the_view(path, steps):
    view = SAMPLES[path]
    other = changed(view, steps)
    assert (fingerprint(other, chronicle()) != fingerprint(view, chronicle())) == (other != view)


def test_the_same_view_has_the_same_fingerprint_and_the_same_page():
    again = views_sample.samples({file.name: file.path for file in reversed(chronicle().static)})
    for path, view in SAMPLES.items():
        assert fingerprint(again[path], chronicle()) == fingerprint(view, chronicle())
        assert render(again[path], chronicle()) == page(path)


def test_no_two_samples_share_a_fingerprint():
    assert len({fingerprint(view, chronicle()) for view in SAMPLES.values()}) == len(SAMPLES)


def test_a_changed_template_changes_the_fingerprints_of_its_pages_only(broken):
    source = (TEMPLATES / "404.html").read_text(encoding="utf-8")
    theme = broken(**{"404": source + "\n"})
    moved = {p for p, view in SAMPLES.items() if fingerprint(view, theme) != fingerprint(view, chronicle())}
    assert moved == {"404.html"}
    theme = broken(base='{% extends "original/base.html" %}')
    assert all(fingerprint(view, theme) != fingerprint(view, chronicle()) for view in SAMPLES.values())


def test_another_version_of_the_program_is_another_fingerprint(monkeypatch):
    before = fingerprint(SAMPLES["404.html"], chronicle())
    monkeypatch.setattr("sitegen.__version__", "999")
    assert fingerprint(SAMPLES["404.html"], chronicle()) != before


def test_docs_examples_work(broken):
    text = (REPOSITORY / "docs" / "themes.md").read_text(encoding="utf-8")
    update, base = re.findall(r"```html\+jinja\n(.*?)```", text, re.DOTALL)
    theme = broken(update=update)
    assert b"Please cite this update as: The Eagle has landed" in render(
        SAMPLES["moon/1969-07-20/4/index.html"], theme
    )
    theme = broken(base=base)
    view = replace(
        SAMPLES["404.html"],
        site=replace(
            SAMPLES["404.html"].site,
            assets={**SAMPLES["404.html"].site.assets, "mine.css": "assets/mine.css"},
        ),
    )
    assert "assets/mine.css" in parsed(render(view, theme)).xpath("//link[@rel='stylesheet']/@href")
