import pytest

from sitegen.serve.changes import Mark, Part, changed_paths, in_words, part_of


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("site.yaml", Part.SETTINGS),
        ("content/actors/x.md", Part.CONTENT),
        ("content/t/updates/2022-01-06/1332-x.md", Part.CONTENT),
        ("content/new.txt", Part.CONTENT),
        ("themes/chronicle/templates/base.html", Part.THEME),
        ("seeds/saved.txt", Part.DOCUMENT),
        ("seeds/saved.txt.yaml", Part.DOCUMENT),
    ],
)
def test_what_a_file_is_for(path, part):
    assert part_of(path) is part


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "build/index.html",
        ".sitegen/preview-8000/index.html",
        ".build.sitegen-staging/journal",
        ".git/index",
        "content",
        "contents/x.md",
        "content-2/x.md",
        "site.yml",
        "content/site.yaml~",
        "content/t/.x.md.swp",
        "content/t/.#x.md",
        "content/t/#x.md#",
        "content/t/x.md~",
        "content/t/4913",
        "content/t/x.md.tmp",
        "content/.git/config",
        "content/t/.obsidian/workspace.json",
        "themes/x/.DS_Store",
        "seeds/Thumbs.db",
        ".site.yaml.swp",
        "site.yaml~",
        "",
    ],
)
def test_what_is_for_nothing(path):
    assert part_of(path) is Part.NOTHING


def mark(size=1, mtime_ns=1, inode=1):
    return Mark(size=size, mtime_ns=mtime_ns, inode=inode)


@pytest.mark.parametrize(
    ("before", "after", "paths"),
    [
        ({}, {}, ()),
        ({"a": mark()}, {"a": mark()}, ()),
        ({"a": mark(), "b": mark()}, {"b": mark(), "a": mark()}, ()),
        ({}, {"a": mark()}, ("a",)),
        ({"a": mark()}, {}, ("a",)),
        ({"a": mark()}, {"b": mark()}, ("a", "b")),
        ({"a": mark()}, {"a": mark(size=2)}, ("a",)),
        ({"a": mark()}, {"a": mark(mtime_ns=2)}, ("a",)),
        ({"a": mark()}, {"a": mark(inode=2)}, ("a",)),
        ({"b": mark(), "a": mark(), "c": mark()}, {"c": mark(2), "a": mark(2)}, ("a", "b", "c")),
    ],
)
def test_changes(before, after, paths):
    assert changed_paths(before, after) == paths


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        (("content/t/timeline.yaml",), "content/t/timeline.yaml"),
        (("content/a.md", "content/b.md"), "2 files (content)"),
        (("content/a.md", "site.yaml", "themes/x/y"), "3 files (content, settings, theme)"),
        (tuple(f"seeds/{n}" for n in range(1200)), "1,200 files (saved document)"),
    ],
)
def test_changes_in_words(paths, words):
    assert in_words(paths) == words
