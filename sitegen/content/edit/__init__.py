"""Edits of content files as spans: what is not edited stays byte for byte.

Comments, the order of keys, unknown keys, quotes, line breaks, a byte order mark and the body are
a person's; an edit touches the value that it is about and nothing else.
"""

from sitegen.content.edit.amend import Add, Change, Path, Put, Take, Words, amended, words_at
from sitegen.content.edit.parts import with_profile
from sitegen.content.edit.spans import CannotEditError

__all__ = [
    "Add",
    "CannotEditError",
    "Change",
    "Path",
    "Put",
    "Take",
    "Words",
    "amended",
    "with_profile",
    "words_at",
]
