"""Words as they are typed in a shell."""

from __future__ import annotations

import re
import shlex


def quoted(word: str) -> str:
    """The word as it is typed in a shell: where it can be, in any."""
    if re.search(r"[$`\\!]", word):
        return shlex.quote(word)
    if re.fullmatch(r"[\w./-]+", word, re.ASCII):
        return word
    return '"' + word.replace('"', '\\"') + '"'
