"""Hand decisions survive every correction, and the order of corrections makes no difference."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from archives import actor, archive, edit_lists, lists, path_of, record, shown
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content import read_site
from sitegen.curation import differences, find_actor, merge, open_desk, rename, retag, split, write
from sites import files_of

TREES = ("alder", "birch", "cedar", "elm", "fir", "hazel")
ACTORS = [actor(tree, f"{tree.title()} Board", f"{tree.title()}men", f"the {tree} office") for tree in TREES]
NAMES = [name for one in ACTORS for name in one.names]

TEXT = st.lists(st.sampled_from(NAMES), max_size=4).map(lambda names: f"Water. {' and '.join(names)} met.")
TEXTS = st.lists(TEXT, min_size=2, max_size=4)


def do(root, correction):
    """Carry out a correction: what it is, then what it is about."""
    before = open_desk(root)
    what, *words = correction
    known = before.corpus
    if what == "merge":
        after = merge(before, find_actor(known, words[0]), [find_actor(known, words[1])])
    elif what == "rename":
        after = rename(before, find_actor(known, words[0]), words[1])
    elif what == "split":
        after = split(before, find_actor(known, words[0]), [words[1]])
    else:
        after = retag(before)
    assert bool(after.files) == bool(differences(before, after))
    write(after)


# Decisions survive -------------------------------------------------------------------------------------

STEP = st.one_of(
    st.tuples(st.just("merge"), st.sampled_from(TREES), st.sampled_from(TREES)),
    st.tuples(st.just("rename"), st.sampled_from(TREES), st.sampled_from(["Old {}", "{} Trust"])),
    st.tuples(st.just("split"), st.sampled_from(TREES), st.integers(0, 9)),
    st.tuples(st.just("retag")),
    st.tuples(st.just("put on"), st.integers(0, 3), st.sampled_from(TREES)),
    st.tuples(st.just("take off"), st.integers(0, 3), st.integers(0, 9)),
)


class Curator:
    """A person who corrects an archive, and remembers what was decided by hand."""

    def __init__(self, root, count):
        self.root, self.count = root, count
        self.on = {f"u{n}": set() for n in range(count)}
        self.off = {f"u{n}": set() for n in range(count)}

    def today(self, tree):
        return find_actor(read_site(self.root), tree)

    def step(self, step):
        what, *words = step
        if what == "put on":
            self.put_on(words[0] % self.count, self.today(words[1]).slug)
        elif what == "take off":
            self.take_off(words[0] % self.count, words[1])
        elif what == "merge":
            self.merge(*map(self.today, words))
        elif what == "rename":
            one = self.today(words[0])
            do(self.root, ("rename", one.slug, words[1].format(words[0].title())))
            new = next(a.slug for a in read_site(self.root).actors if one.slug in (a.slug, *a.formerly))
            self.rename(one.slug, new)
        elif what == "split":
            one = self.today(words[0])
            if one.aliases:
                do(self.root, ("split", one.slug, one.aliases[words[1] % len(one.aliases)].name))
        else:
            do(self.root, step)

    def put_on(self, number, slug):
        actors, also, _off = lists(self.root)[f"u{number}"]
        if slug not in actors and slug not in also:
            edit_lists(self.root, number, actors=(*actors, slug))
            self.off[f"u{number}"].discard(slug)
            if slug not in open_desk(self.root).named[f"u{number}"]:
                self.on[f"u{number}"].add(slug)

    def take_off(self, number, at):
        actors, *_ = lists(self.root)[f"u{number}"]
        if actors:
            slug = actors[at % len(actors)]
            edit_lists(self.root, number, actors=tuple(one for one in actors if one != slug))
            self.on[f"u{number}"].discard(slug)
            if slug in open_desk(self.root).named[f"u{number}"]:
                self.off[f"u{number}"].add(slug)

    def merge(self, kept, other):
        if kept.slug != other.slug:
            pages = shown(self.root)
            named = open_desk(self.root).named
            for update, off in self.off.items():
                on = {kept.slug, other.slug} & ({*named[update], *self.on[update], *pages[update]} - off)
                if on:
                    off -= {kept.slug, other.slug}
            do(self.root, ("merge", kept.slug, other.slug))
            self.rename(other.slug, kept.slug)

    def rename(self, old, new):
        for decisions in (self.on, self.off):
            for slugs in decisions.values():
                if old in slugs:
                    slugs.discard(old)
                    slugs.add(new)


@settings(max_examples=20)
@given(texts=TEXTS, steps=st.lists(STEP, max_size=6))
def test_hand_decisions_survive_any_sequence(texts, steps):
    with tempfile.TemporaryDirectory() as folder:
        root = archive(Path(folder), ACTORS, texts)
        curator = Curator(root, len(texts))
        bodies = [(root / path_of(n)).read_text().rpartition("---\n")[2] for n in range(len(texts))]
        for step in steps:
            curator.step(step)
        do(root, ("retag",))
        named, pages, records = open_desk(root).named, shown(root), record(root)
        for name, (actors, also, off) in lists(root).items():
            assert set(also) == curator.on[name]
            assert set(off) == curator.off[name]
            assert actors == tuple(slug for slug in named[name] if slug not in {*also, *off})
            assert pages[name] == {*named[name], *also} - set(off)
            assert records[name].actors == actors
        assert bodies == [(root / path_of(n)).read_text().rpartition("---\n")[2] for n in range(len(texts))]
        again = files_of(root)
        assert retag(open_desk(root)).files == {}
        do(root, ("retag",))
        assert files_of(root) == again


# Order -------------------------------------------------------------------------------------------------

CORRECTIONS = [
    ("merge", "alder", "birch"),
    ("rename", "Cedar Board", "Cedar Trust"),
    ("split", "elm", "Elmmen"),
    ("retag",),
]


@settings(max_examples=8)
@given(
    texts=TEXTS,
    hands=st.lists(
        st.tuples(st.sampled_from(["on", "off"]), st.integers(0, 3), st.sampled_from(TREES)),
        max_size=3,
        unique_by=lambda hand: hand[1:],
    ),
    order=st.permutations(range(len(CORRECTIONS))),
    other=st.permutations(range(len(CORRECTIONS))),
)
def test_the_order_of_corrections_makes_no_difference(texts, hands, order, other):
    results = []
    for numbers in (order, other):
        with tempfile.TemporaryDirectory() as folder:
            root = archive(Path(folder), ACTORS, texts)
            for sign, number, slug in hands:
                actors, _, _ = lists(root)[f"u{number % len(texts)}"]
                changed = {*actors, slug} if sign == "on" else set(actors) - {slug}
                edit_lists(root, number % len(texts), actors=sorted(changed))
            for number in numbers:
                do(root, CORRECTIONS[number])
            do(root, ("retag",))
            results.append({path: without_order(data) for path, data in files_of(root).items()})
    assert results[0] == results[1]


def without_order(data):
    """A person's lists without their order, and a record without hashes: a file that a correction happened to
    make what sitegen had written counts as sitegen's again."""
    words = re.compile(rb"((?:also|not)_actors|formerly): \[(.*)\]")
    data = words.sub(lambda found: found[1] + b": " + b", ".join(sorted(found[2].split(b", "))), data)
    return re.sub(rb"file_sha256: .*", b"", data)
