"""Builds: the same input gives the same bytes, incremental equals clean, nothing is written twice."""

import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from pictures import png
from sitegen.build import BuildOptions, build
from sitegen.diagnostics import ContentError
from sites import SITE, files_of, path_of, update, write


@pytest.fixture
def site(tmp_path):
    write(tmp_path / "site", SITE)
    return tmp_path / "site"


def built(root, output=None, **more):
    report = build(BuildOptions(root=root, output=output, jobs=1, **more))
    return report, files_of(report.output)


def test_every_page_of_the_design_is_there(site):
    _, files = built(site)
    for page in (
        "index.html",
        "flood/index.html",
        "flood/2024-03-01/0800-water-rises/index.html",
        "flood/chronology/index.html",
        "flood/chronology/2024-03-01/index.html",
        "flood/chronology/2024-03-01/newest/index.html",
        "actors/index.html",
        "actors/mayor/index.html",
        "sources/index.html",
        "sources/wire/index.html",
        "search/index.html",
        "404.html",
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "data/actors.json",
        "data/timelines/flood.json",
        "manifest-sha256.txt",
    ):
        assert page in files, page


def test_a_second_build_writes_nothing(site):
    first, before = built(site)
    second, after = built(site)
    assert first.written > 0
    assert (second.written, second.removed) == (0, 0)
    assert before == after


def test_two_folders_two_clocks_two_hash_seeds_one_site(tmp_path):
    sites = []
    for name, zone, seed, mask in (
        ("one", "Asia/Tokyo", "1", 0o077),
        ("two places", "America/Lima", "2", 0o022),
    ):
        root = tmp_path / name
        write(root, SITE if name == "one" else dict(reversed(SITE.items())))
        subprocess.run(
            [sys.executable, "-m", "sitegen", "build", "--jobs", "1" if name == "one" else "2"],
            cwd=root,
            env={
                **os.environ,
                "TZ": zone,
                "PYTHONHASHSEED": seed,
                "LANG": "C" if name == "one" else "C.UTF-8",
            },
            umask=mask,
            check=True,
            capture_output=True,
        )
        sites.append(files_of(root / "build"))
    assert sites[0] == sites[1]


def test_many_processes_make_the_same_site_as_one(site):
    write(
        site,
        {
            path_of("2024-03-03", f"{n:04}-x"): update(
                f"n{n}", time=f"2024-03-03T{n // 60:02}:{n % 60:02}:00+00:00"
            )
            for n in range(400)
        },
    )
    one = build(BuildOptions(root=site, jobs=1))
    many = build(BuildOptions(root=site, output=site.parent / "many", jobs=2))
    assert files_of(one.output) == files_of(many.output)


def test_a_failed_build_leaves_the_old_site(site):
    _, before = built(site)
    write(site, {path_of(): "no front matter"})
    with pytest.raises(ContentError):
        built(site)
    assert files_of(site / "build") == before


def test_a_broken_template_leaves_the_old_site(site):
    _, before = built(site)
    write(site, {"themes/chronicle/templates/update.html": "{{ no_such_name }}"})
    with pytest.raises(ContentError) as caught:
        built(site)
    assert [d.path for d in caught.value.diagnostics if d.code == "template-error"] == [
        "themes/chronicle/templates/update.html"
    ]
    assert files_of(site / "build") == before


def test_drafts_are_shown_only_when_asked_for(site):
    write(site, {path_of(name="1000-draft"): update("u9", body="A canary sings.", draft="true")})
    assert b"canary" not in b"".join(built(site)[1].values())
    assert b"canary" in b"".join(built(site, drafts=True)[1].values())


def test_a_withdrawn_update_is_a_tombstone_and_nothing_of_it_is_left(site):
    built(site)
    withdrawn = "{date: 2024-04-01, reason: 'A person in it is in danger'}"
    write(
        site,
        {
            path_of(name="0800-canary-title"): update(
                "canary-1",
                title="Canary title",
                body="canary body of the Mayor",
                authors="[canary]",
                withdrawn=withdrawn,
            )
        },
    )
    _, files = built(site)
    assert any(
        "/0800-withdrawn-" in path and b"A person in it is in danger" in data for path, data in files.items()
    )
    assert [path for path, data in files.items() if b"canary" in data.lower() + path.encode()] == []
    assert b"0800-withdrawn" not in files["feed.xml"]


def test_strict_makes_a_warning_stop(site):
    write(site, {"content/flood/notes.txt": "a stray file"})
    assert [d.code for d in built(site)[0].diagnostics] == ["stray-file"]
    with pytest.raises(ContentError):
        built(site, strict=True)


def test_base_url_reaches_canonical_links_feeds_and_404(site):
    _, files = built(site, base_url="https://archive.example/rivers")
    page = files["flood/2024-03-01/0800-water-rises/index.html"].decode()
    assert 'href="https://archive.example/rivers/flood/2024-03-01/0800-water-rises/"' in page
    assert b"https://archive.example/rivers/flood/2024-03-01/" in files["feed.xml"]
    assert b'href="/rivers/' in files["404.html"]


def test_the_manifest_is_one_that_sha256sum_accepts(site):
    built(site)
    done = subprocess.run(
        ["sha256sum", "--quiet", "-c", "manifest-sha256.txt"], cwd=site / "build", check=False
    )
    assert done.returncode == 0


WORDS = st.sampled_from(
    ["The Mayor spoke.", "Red Cross tents", "Nothing new", "* * *", "{{ 7*7 }}", "</script>", "水"]
)


class Editing(RuleBasedStateMachine):
    """After any edits, a build on top of the last one gives what a clean build gives."""

    def __init__(self):
        super().__init__()
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        from pathlib import Path

        self.root = Path(self.folder.name) / "site"
        write(self.root, SITE)
        self.names = {path_of()}
        self.count = 0
        self.edited = True

    def teardown(self):
        try:
            assert built(self.root)[0].written == 0
        finally:
            self.folder.cleanup()

    @rule(words=WORDS, title=WORDS, hour=st.integers(0, 23), day=st.integers(1, 4))
    def add(self, words, title, hour, day):
        self.count += 1
        path = path_of(f"2024-03-{day:02}", f"{hour:02}00-new-{self.count}")
        time = f"2024-03-{day:02}T{hour:02}:00:00+00:00"
        write(self.root, {path: update(f"new-{self.count}", title=title, body=words, time=time)})
        self.names.add(path)
        self.edited = True

    @precondition(lambda self: self.names)
    @rule(words=WORDS, data=st.data())
    def edit(self, words, data):
        path = data.draw(st.sampled_from(sorted(self.names)))
        text = (self.root / path).read_text(encoding="utf-8")
        write(self.root, {path: text + "\n" + words + "\n"})
        self.edited = True

    @precondition(lambda self: self.names)
    @rule(data=st.data())
    def delete(self, data):
        path = data.draw(st.sampled_from(sorted(self.names)))
        (self.root / path).unlink()
        self.names.discard(path)
        self.edited = True

    @precondition(lambda self: self.names)
    @rule(data=st.data())
    def rename(self, data):
        path = data.draw(st.sampled_from(sorted(self.names)))
        self.count += 1
        new = path.replace(".md", f"-{self.count}.md")
        (self.root / path).rename(self.root / new)
        self.names = (self.names - {path}) | {new}
        self.edited = True

    @rule(shade=st.sampled_from([0, 90, 200]), shown=st.booleans())
    def change_picture(self, shade, shown):
        file = self.root / "content/flood/media/map.png"
        file.parent.mkdir(exist_ok=True)
        file.unlink(missing_ok=True)
        if shade:
            file.write_bytes(png(100, 80, shade))
        body = "![Map](../../media/map.png)" if shown else "No map."
        write(self.root, {path_of(name="0900-map"): update("map", body=body)})
        self.edited = True

    @rule(name=st.sampled_from(["Mayor Two", "Major", "The Mayor"]), there=st.booleans())
    def change_actor(self, name, there):
        file = self.root / "content/actors/extra.md"
        file.unlink(missing_ok=True)
        if there:
            write(self.root, {"content/actors/extra.md": f"---\nname: {name}\nkind: person\n---\n"})
        self.edited = True

    @rule(there=st.booleans())
    def change_template(self, there):
        file = self.root / "themes/chronicle/templates/update.html"
        file.unlink(missing_ok=True)
        if there:
            write(
                self.root,
                {str(file.relative_to(self.root)): '{% extends "original/update.html" %}{# mine #}'},
            )
        self.edited = True

    @rule(title=st.sampled_from(["Rivers", "Lakes"]))
    def change_config(self, title):
        write(self.root, {"site.yaml": f"title: {title}\nbase_url: https://example.org/archive/\n"})
        self.edited = True

    @invariant()
    def incremental_equals_clean(self):
        if not self.edited:
            return
        _, incremental = built(self.root)
        clean = self.root.parent / f"clean-{self.count}"
        _, wanted = built(self.root, clean)
        assert incremental == wanted
        import shutil

        shutil.rmtree(clean)
        self.edited = False


Editing.TestCase.settings = settings(
    max_examples=15, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck)
)
TestEditing = Editing.TestCase
