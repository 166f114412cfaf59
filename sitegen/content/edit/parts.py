"""A content file as the YAML that is edited and what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.content.edit.spans import CannotEditError

_EOL = r"(?:\r\n|\n|\r)"

_FRONT_MATTER = re.compile(
    rf"(?P<before>\ufeff?---{_EOL})(?P<head>.*?{_EOL})(?P<after>---(?:{_EOL}.*)?)", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A content file, taken apart. The three texts together are the file."""

    before: str
    """A byte order mark, the line `---`."""
    head: str
    """YAML."""
    after: str
    """The second line `---`, the body."""

    @property
    def line_break(self) -> str:
        """How lines of this file end."""
        found = re.search(_EOL, self.before + self.head + self.after)
        return found.group() if found else "\n"

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return f"{self.before}{self.head}{self.after}".encode()


def parts_of(path: str, data: bytes) -> Parts:
    """The parts of the file at `path`: only a `.md` file has a body. Raises CannotEditError."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise CannotEditError("it is not UTF-8") from error
    if not path.endswith(".md"):
        mark = "\ufeff" * text.startswith("\ufeff")
        return Parts(before=mark, head=text[len(mark) :], after="")
    found = _FRONT_MATTER.fullmatch(text)
    if not found:
        raise CannotEditError("it has no front matter")
    return Parts(**found.groupdict())


def with_profile(path: str, data: bytes, words: str) -> bytes:
    """The file with these words, Markdown, as a last paragraph of its body."""
    parts = parts_of(path, data)
    eol = parts.line_break
    _, _, body = re.sub(r"\r\n?", "\n", parts.after).partition("\n")
    gap = eol * 2 if body.strip() else eol
    after = parts.after.rstrip() if body.strip() else "---"
    added = words.strip("\n").replace("\n", eol)
    return Parts(before=parts.before, head=parts.head, after=f"{after}{gap}{added}{eol}").data
