"""What counts as a person's decision."""

import pytest

from sitegen.curation.decisions import Lists, decided, retagged


def lists(actors="", also="", off=""):
    return Lists(actors=tuple(actors.split()), also_actors=tuple(also.split()), not_actors=tuple(off.split()))


@pytest.mark.parametrize(
    ("before", "found", "named", "after"),
    [
        # Nobody did anything.
        (lists("a b"), "a b", "a b", lists("a b")),
        (lists("a"), "a", "a b", lists("a b")),
        (lists("a b"), "a b", "a", lists("a")),
        (lists("b a"), "b a", "a b", lists("a b")),
        # Somebody was added.
        (lists("a x"), "a", "a", lists("a", "x")),
        (lists("a x"), "a", "a x", lists("a x")),
        (lists("a x", "y"), "a", "a", lists("a", "y x")),
        (lists("a x", "x"), "a", "a", lists("a", "x")),
        # Somebody was taken off.
        (lists(""), "a", "a", lists("", "", "a")),
        (lists("b"), "a b", "a b", lists("b", "", "a")),
        (lists("b"), "a b", "b", lists("b")),
        (lists("", "", "a"), "a", "a", lists("", "", "a")),
        # Moved by hand.
        (lists("", "a"), "a", "a", lists("", "a")),
        # Changed their mind: the last that was done counts.
        (lists("a", "", "a"), "", "a", lists("a")),
        (lists("a", "", "a"), "", "", lists("", "a")),
        # Written by hand, so nobody knows what sitegen found.
        (lists("a x"), None, "a", lists("a", "x")),
        (lists(""), None, "a", lists("a")),
        (lists("a", "", "a"), None, "a", lists("", "", "a")),
        (lists("a", "", "a"), None, "", lists("", "", "a")),
        # Decided before, named later.
        (lists("", "x", "y"), "", "x y z", lists("z", "x", "y")),
    ],
)
def test_decisions_and_what_becomes_of_the_lists(before, found, named, after):
    found = None if found is None else found.split()
    done = retagged(decided(before, found, named.split()), named.split())
    assert done == after
    assert (
        retagged(decided(done, done.actors if found is not None else None, named.split()), named.split())
        == done
    )
