"""Names that are alike and mean different actors: `fixtures/must_not_merge.md`. Forms of one: `must_merge.md`.

The input of a case: a line with a day and a language where these matter; actors, one a line; an empty
line; the updates of one document, with lines of `---` between them.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from cases_file import read_cases
from written_actors import actors

from sitegen.actors import Matcher
from sitegen.model import Mention

CASES = read_cases("must_not_merge")
_SETTING = re.compile(r"(\d{4}-\d\d-\d\d)(?: (\w\w))?\n")


def marked(text: str, mentions: tuple[Mention, ...]) -> str:
    """The text with each mention as `[slug words]`."""
    for mention in reversed(mentions):
        text = f"{text[: mention.start]}[{mention.actor} {mention.text}]{text[mention.end :]}"
    return text


def marked_document(given: str) -> str:
    """The updates of a document with their mentions."""
    setting = _SETTING.match(given)
    day = date.fromisoformat(setting[1]) if setting else date(2022, 1, 6)
    language = (setting and setting[2]) or "en"
    lines, _, text = given[setting.end() if setting else 0 :].partition("\n\n")
    matcher = Matcher(actors(lines))
    updates = text.split("\n---\n")
    named = frozenset[str]().union(*(matcher.read([u], day, language=language).strong for u in updates))
    read = (matcher.read([update], day, document=named, language=language) for update in updates)
    return "\n---\n".join(
        marked(update, naming.mentions[0]) for update, naming in zip(updates, read, strict=True)
    )


@pytest.mark.parametrize(("given", "expected"), [*CASES, *read_cases("must_merge")])
def test_what_is_named(given: str, expected: str) -> None:
    assert marked_document(given).strip() == expected


def test_there_are_at_least_sixty_pairs() -> None:
    assert len(CASES) >= 60
