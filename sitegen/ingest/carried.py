"""Pictures that one saving of a page was kept with, in the text that another saving has."""

from __future__ import annotations

import re
from collections import Counter

from sitegen import markup
from sitegen.markup.pictures import names_in


def with_pictures(body: str, other: str) -> str:
    """A text with the pictures that another text shows in the same paragraphs; both are Markdown.

    A page may be saved with its pictures today and without them tomorrow. A paragraph is the same if
    it has the same words or, without any, the same address, and in neither text another one has them.
    """
    if not names_in(other):
        return body
    here, there = body.split("\n\n"), other.split("\n\n")
    counts = [Counter(map(_sign, paragraphs)) for paragraphs in (here, there)]
    shown = {sign: paragraph for paragraph in there if names_in(paragraph) and (sign := _sign(paragraph))}
    return "\n\n".join(
        shown[sign]
        if (sign := _sign(paragraph)) in shown
        and not names_in(paragraph)
        and all(count[sign] == 1 for count in counts)
        else paragraph
        for paragraph in here
    )


def _sign(paragraph: str) -> str:
    """By what a paragraph is known: its words, else the addresses of its pictures."""
    words = re.findall(r"\w+", markup.parse(paragraph).text)
    return " ".join(words or re.findall(r"https?://[^\s)\"]+", paragraph))
