"""Whatever was published before, the folder equals a clean build of the last site."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from publishing import publish, site_of, tree

NAMES = st.sampled_from(["a", "b", "c-d"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
BYTES = st.sampled_from([b"", b"1", b"2"])


def without_clashes(site):
    """Drop files that stand where another file's folder is."""
    return {p: d for p, d in site.items() if not any(other.startswith(f"{p}/") for other in site)}


SITES = st.dictionaries(PATHS, BYTES, max_size=6).map(without_clashes)
HANDS = st.sampled_from(["nothing", "state lost", "page deleted", "page edited", "page touched"])


def meddle(root, hand, following):
    """Do to the folder what people and disks do, before the site `following` is published."""
    build = root / "build"
    pages = [build / path for path in sorted(site_of(build))] if build.exists() else []
    if hand == "state lost":
        shutil.rmtree(root / ".sitegen", ignore_errors=True)
    for page in pages[:1]:
        if hand == "page touched":
            page.touch()
        elif hand == "page deleted":
            page.unlink()
        elif hand == "page edited" and page.relative_to(build).as_posix() in following:
            page.write_bytes(b"by hand")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(HANDS, SITES), min_size=1, max_size=5))
def test_any_sequence_of_sites_equals_a_fresh_publish(steps):
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for hand, site in steps:
            meddle(root, hand, site)
            publish(root, site)
        publish(root, site, output="fresh")
        assert tree(root / "build") == tree(root / "fresh")
        assert publish(root, site).changed_paths == ()


@settings(max_examples=30, deadline=None)
@given(st.lists(SITES, min_size=1, max_size=4))
def test_what_a_person_put_there_survives_any_sequence(sites):
    mine = {".git/config": b"git", "notes.txt": b"mine", "a/zz-mine/x": b"mine"}
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        publish(root, {})
        for path, data in mine.items():
            (root / "build" / path).parent.mkdir(parents=True, exist_ok=True)
            (root / "build" / path).write_bytes(data)
        for site in sites:
            wanted = {path: data for path, data in site.items() if path != "a"}
            publish(root, wanted)
            assert site_of(root / "build") == {**mine, **wanted}
