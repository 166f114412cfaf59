from __future__ import annotations

import hashlib
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.diagnostics import ContentError
from sitegen.theme import load_theme, shipped_themes
from sitegen.theme.templates import Template, closures, safe_url

RECORD = "title: A theme\n"


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder


class Themes:
    """Two shelves of themes in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.site, self.shipped = folder / "themes", folder / "shipped"
        self.site.mkdir()
        self.shipped.mkdir()

    def load(self, name: str = "plain"):
        return load_theme(name, site_themes=self.site, shipped=self.shipped)

    def page(self, name: str = "plain", template: str = "page.html") -> str:
        return self.load(name).environment.get_template(template).render()

    def problems(self, name: str = "plain") -> list[str]:
        with pytest.raises(ContentError) as caught:
            self.load(name)
        return [str(d) for d in caught.value.diagnostics]


@pytest.fixture
def themes(tmp_path):
    return Themes(tmp_path)


# Where files come from


def test_a_sites_file_wins_and_the_others_stay(themes):
    write(
        themes.shipped,
        {"plain/theme.yaml": RECORD, "plain/templates/page.html": "shipped {% include 'part.html' %}"},
    )
    write(themes.shipped, {"plain/templates/part.html": "shipped part"})
    assert themes.page() == "shipped shipped part"
    write(themes.site, {"plain/templates/part.html": "own part"})
    assert themes.page() == "shipped own part"


def test_original_is_the_template_that_was_overridden(themes):
    write(themes.shipped, {"plain/theme.yaml": RECORD})
    write(
        themes.shipped,
        {"plain/templates/page.html": "<{% block a %}old{% endblock %}{% include 'part.html' %}>"},
    )
    write(themes.shipped, {"plain/templates/part.html": "old part"})
    write(themes.site, {"plain/templates/part.html": "new part"})
    write(
        themes.site,
        {
            "plain/templates/page.html": '{% extends "original/page.html" %}{% block a %}new {{ super() }} {% endblock %}'
        },
    )
    assert themes.page() == "<new old new part>"


def test_originals_go_down_one_folder_at_a_time(themes):
    extend = '{%% extends "original/page.html" %%}{%% block a %%}%s {{ super() }}{%% endblock %%}'
    write(
        themes.shipped,
        {"bottom/theme.yaml": RECORD, "bottom/templates/page.html": "{% block a %}bottom{% endblock %}"},
    )
    write(
        themes.shipped,
        {"top/theme.yaml": RECORD + "extends: bottom\n", "top/templates/page.html": extend % "top"},
    )
    write(themes.site, {"bottom/templates/page.html": extend % "own bottom"})
    write(themes.site, {"top/templates/page.html": extend % "own top"})
    assert themes.page("top") == "own top top own bottom bottom"


def test_a_parent_theme_stands_in_for_what_is_missing(themes):
    write(themes.shipped, {"plain/theme.yaml": RECORD, "plain/templates/page.html": "plain"})
    write(themes.shipped, {"plain/static/a.txt": "plain a", "plain/static/b.txt": "plain b"})
    write(themes.site, {"mine/theme.yaml": RECORD + "extends: plain\n", "mine/static/b.txt": "my b"})
    assert themes.page("mine") == "plain"
    assert [(f.name, f.data) for f in themes.load("mine").static] == [
        ("a.txt", b"plain a"),
        ("b.txt", b"my b"),
    ]


def test_both_shelves_may_be_one_folder(themes):
    write(themes.site, {"plain/theme.yaml": RECORD, "plain/templates/page.html": "once"})
    theme = load_theme("plain", site_themes=themes.site, shipped=themes.site)
    assert [t.name for t in theme.templates.values()] == ["page.html"]


def test_hidden_files_and_editors_copies_are_no_part_of_a_theme(themes):
    write(themes.site, {"plain/theme.yaml": RECORD, "plain/templates/page.html": "x"})
    for name in (".DS_Store", "style.css~", "#style.css#", ".style.css.swp"):
        write(themes.site, {f"plain/static/{name}": b"\xff"})
    write(themes.site, {"plain/templates/.page.html.swp": b"\xff", "plain/templates/page.html~": "{% faulty"})
    theme = themes.load()
    assert theme.static == ()
    assert set(theme.templates) == {"page.html"}


def test_the_shipped_theme_loads_and_nothing_else_is_shipped():
    theme = load_theme("chronicle", site_themes=Path("no-such-folder"))
    assert theme.title == "Chronicle"
    assert {p.name for p in shipped_themes().iterdir() if p.is_dir()} == {"chronicle"}


# What is refused


@pytest.mark.parametrize("name", ["nope", "..", "../plain", "Plain", "", "/"])
def test_an_unknown_theme_is_refused_and_the_known_are_listed(themes, name):
    write(themes.site, {"plain/theme.yaml": RECORD})
    write(themes.shipped, {"other/theme.yaml": RECORD})
    assert themes.problems(name) == [
        f"site.yaml: unknown-theme: there is no theme '{name}'; write one of: other, plain"
    ]


def test_an_unknown_parent_is_refused_where_it_is_named(themes):
    write(themes.site, {"plain/theme.yaml": RECORD + "extends: nope\n"})
    assert themes.problems()[0].startswith("themes/plain/theme.yaml: unknown-theme: there is no theme 'nope'")


def test_a_circle_of_parents_is_refused(themes):
    write(themes.site, {"a/theme.yaml": RECORD + "extends: b\n", "b/theme.yaml": RECORD + "extends: a\n"})
    assert themes.problems("a") == [
        "themes/b/theme.yaml: theme-circle: the theme extends itself: a extends b extends a; delete one 'extends'"
    ]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("version: 1\n", "themes/plain/theme.yaml:1: missing-key"),
        ("title: x\nextend: chronicle\n", "themes/plain/theme.yaml:2:1: unknown-key"),
        ("title: x\nextends: ../up\n", "themes/plain/theme.yaml:2:10: bad-theme-name"),
        ("title: [x\n", "themes/plain/theme.yaml:2:1: yaml-syntax"),
        (b"title: \xff\n", "themes/plain/theme.yaml: theme-file"),
    ],
)
def test_a_faulty_record_is_refused(themes, record, message):
    write(themes.site, {"plain/theme.yaml": record})
    (problem,) = themes.problems()
    assert problem.startswith(message)


def test_a_theme_without_a_record_is_refused(themes):
    write(themes.site, {"plain/templates/page.html": "x"})
    assert themes.problems()[0].startswith("themes/plain/theme.yaml: no-theme-record:")


def test_every_mistake_is_found_at_once(themes):
    write(themes.site, {"plain/theme.yaml": RECORD})
    write(
        themes.site,
        {
            "plain/templates/a.html": "fine\n{% if %}",
            "plain/templates/b.html": "\n\n{{ x|nosuchfilter }}",
            "plain/templates/c.html": "\n{% include name %}",
            "plain/templates/d.html": "{% import 'nowhere.html' as m %}",
            "plain/templates/e.html": b"\xff",
            "plain/templates/f.html": "{{ [1, 2]|random }}",
            "plain/templates/g.html": '{% extends "original/g.html" %}',
            "plain/templates/h.html": '{% extends "a.html" if x else "b.html" %}',
            "plain/static/s.css": "a { color: red }\n@import url(x.css);",
            "plain/static/sp ace.txt": "",
        },
    )
    assert [p.split(": ")[:2] for p in themes.problems()] == [
        ["themes/plain/static/s.css:2", "theme-address"],
        ["themes/plain/static/s.css:2", "theme-address"],
        ["themes/plain/static/sp ace.txt", "theme-file"],
        ["themes/plain/templates/a.html:2", "template-syntax"],
        ["themes/plain/templates/b.html:3", "template-syntax"],
        ["themes/plain/templates/c.html:2", "template-dynamic"],
        ["themes/plain/templates/d.html:1", "template-missing"],
        ["themes/plain/templates/e.html", "not-utf-8"],
        ["themes/plain/templates/f.html:1", "template-syntax"],
        ["themes/plain/templates/g.html:1", "template-missing"],
        ["themes/plain/templates/h.html:1", "template-dynamic"],
    ]


def test_a_mistake_in_a_theme_of_sitegens_own_is_shown_as_such(themes):
    write(themes.shipped, {"plain/theme.yaml": RECORD, "plain/templates/page.html": "{% if %}"})
    assert themes.problems()[0].startswith("sitegen/themes/plain/templates/page.html:1: template-syntax")


def test_a_part_that_may_be_missing_is_no_mistake(themes):
    write(themes.site, {"plain/theme.yaml": RECORD})
    write(themes.site, {"plain/templates/page.html": "a{% include 'extra.html' ignore missing %}b"})
    before = themes.load().closure_digest("page.html")
    assert themes.page() == "ab"
    write(themes.site, {"plain/templates/extra.html": "-"})
    assert themes.page() == "a-b"
    assert themes.load().closure_digest("page.html") != before


@pytest.mark.parametrize("place", ["templates/out.html", "static/out.txt", "static/folder"])
def test_a_link_out_of_the_theme_is_refused(themes, tmp_path, place):
    write(themes.site, {"plain/theme.yaml": RECORD, "plain/templates/page.html": "x", "plain/static/a": "a"})
    write(tmp_path, {"secret/file": "canary"})
    (themes.site / "plain" / place).symlink_to(
        tmp_path / "secret" / ("" if place == "static/folder" else "file")
    )
    (problem,) = themes.problems()
    assert problem.startswith(f"themes/plain/{place}: theme-link:")
    assert "canary" not in problem


def test_a_broken_link_is_refused_and_one_that_stays_is_good(themes):
    write(themes.site, {"plain/theme.yaml": RECORD, "plain/static/a.txt": "a"})
    (themes.site / "plain/static/b.txt").symlink_to("a.txt")
    assert [f.data for f in themes.load().static] == [b"a", b"a"]
    (themes.site / "plain/static/c.txt").symlink_to("nowhere")
    assert themes.problems()[0].startswith("themes/plain/static/c.txt: theme-link:")


def test_a_theme_that_is_a_link_out_of_the_archive_is_refused(themes, tmp_path):
    write(tmp_path, {"elsewhere/theme.yaml": RECORD})
    (themes.site / "plain").symlink_to(tmp_path / "elsewhere")
    assert themes.problems()[0].startswith("themes/plain: theme-link:")


# What a template can reach


@pytest.mark.parametrize("name", ["range", "lipsum", "cycler", "namespace", "dict", "site", "self_"])
def test_a_template_has_no_global_names(themes, name):
    write(themes.site, {"plain/theme.yaml": RECORD, "plain/templates/page.html": f"{{{{ {name} }}}}"})
    with pytest.raises(Exception, match=f"'{name}' is undefined"):
        themes.page()


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c#d",
        "http://example.org",
        "HTTPS://example.org",
        "mailto:desk@example.org",
        "../a/index.html",
        "index.html#u-1",
        "#u-1",
        "/repo/index.html",
        "?q=actor%3Anasa",
        "a/b:c",
        "",
    ],
)
def test_good_addresses_pass(address):
    assert safe_url(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "javascript\n:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "blob:x",
        "file:///etc/passwd",
        "intent:x",
        "//example.org/x",
        "\\\\example.org",
        "/\\example.org",
        "a:b",
    ],
)
def test_other_addresses_lead_nowhere(address):
    assert safe_url(address) == "#"


# Digests


def template(name: str, *wanted: str, text: str = "") -> Template:
    source = "".join(f'{{% include "{w}" %}}' for w in wanted) + text
    return Template(name=name, path=name, layer=0, label=name, source=source)


graphs = st.lists(st.frozensets(st.integers(0, 5), max_size=3), min_size=6, max_size=6)


@given(graphs, st.integers(0, 5))
def test_a_digest_changes_exactly_with_what_the_template_is_made_from(graph, changed):
    def digests(text: str):
        names = [
            template(f"{n}.html", *(f"{w}.html" for w in sorted(wanted)), text=text if n == changed else "")
            for n, wanted in enumerate(graph)
        ]
        return closures(tuple(names))[0]

    def reaches(start: int) -> bool:
        seen, todo = {start}, [start]
        while todo:
            new = graph[todo.pop()] - seen
            seen |= new
            todo += new
        return changed in seen

    before, after = digests(""), digests("!")
    assert {n for n in range(6) if before[f"{n}.html"] != after[f"{n}.html"]} == set(
        filter(reaches, range(6))
    )


def test_an_overridden_original_counts_only_where_it_is_used(themes):
    write(themes.shipped, {"plain/theme.yaml": RECORD, "plain/templates/page.html": "old"})
    write(themes.site, {"plain/templates/page.html": "{% include 'original/page.html' %}"})
    used = themes.load().closure_digest("page.html")
    write(themes.shipped, {"plain/templates/page.html": "changed"})
    assert themes.load().closure_digest("page.html") != used
    write(themes.site, {"plain/templates/page.html": "own"})
    unused = themes.load().closure_digest("page.html")
    write(themes.shipped, {"plain/templates/page.html": "changed again"})
    assert themes.load().closure_digest("page.html") == unused


def test_a_template_that_is_not_there_has_no_digest(themes):
    write(themes.site, {"plain/theme.yaml": RECORD})
    with pytest.raises(ContentError, match=r"themes/plain: template-missing: .*home\.html"):
        themes.load().closure_digest("home.html")


def test_a_pickled_theme_makes_the_same_pages(themes):
    write(themes.site, {"plain/theme.yaml": RECORD, "plain/templates/page.html": "{% include 'a.html' %}"})
    write(themes.site, {"plain/templates/a.html": "a", "plain/static/x.css": "b { color: red }"})
    theme = themes.load()
    again = pickle.loads(pickle.dumps(theme))
    assert again == theme
    assert again.environment.get_template("page.html").render() == "a"


# Static files


def test_a_static_files_name_carries_the_hash_of_its_content(themes):
    write(
        themes.site,
        {"plain/theme.yaml": RECORD, "plain/static/a.b.js": "1", "plain/static/img/logo.svg": "<svg/>"},
    )
    one, two = themes.load().static
    assert one.path == f"assets/a.b.{hashlib.sha256(b'1').hexdigest()[:10]}.js"
    assert two.path == f"assets/img/logo.{hashlib.sha256(b'<svg/>').hexdigest()[:10]}.svg"


def test_a_stylesheet_names_other_files_as_they_are_published(themes):
    write(
        themes.site, {"plain/theme.yaml": RECORD, "plain/static/p.svg": "1", "plain/static/css/f.woff2": "2"}
    )
    sheet = (
        "/* url(nowhere.png) @import */ a{background:url(../p.svg)}\n"
        "b{background:url('data:image/png;base64,AA==')} c{mask:url(#m)}\n"
        '@font-face{src:url( "f.woff2#x" )}'
    )
    write(themes.site, {"plain/static/css/s.css": sheet})
    font, style, picture = themes.load().static
    name = font.path.rpartition("/")[2]
    assert style.data.decode() == (
        f'/* url(nowhere.png) @import */ a{{background:url("../{picture.path.removeprefix("assets/")}")}}\n'
        "b{background:url('data:image/png;base64,AA==')} c{mask:url(#m)}\n"
        f'@font-face{{src:url("{name}#x")}}'
    )
    write(themes.site, {"plain/static/p.svg": "changed"})
    assert themes.load().static[1].path != style.path


@pytest.mark.parametrize(
    "rule",
    [
        "a{background:url(https://example.org/x.png)}",
        "a{background:URL( '//example.org/x.png' )}",
        "a{background:url(nowhere.png)}",
        "a{background:url(../../secret)}",
        '@import "x.css";',
        "@IMPORT url(x.css);",
    ],
)
def test_a_stylesheet_asks_for_nothing_from_elsewhere(themes, rule):
    write(themes.site, {"plain/theme.yaml": RECORD, "plain/static/s.css": f"\n{rule}"})
    assert themes.problems()[0].startswith("themes/plain/static/s.css:2: theme-address:")
