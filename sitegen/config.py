"""`site.yaml`: the few things that hold for the whole site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sitegen.decode import Key, Node, Problems, Schema, parse
from sitegen.decode.readers import language, line_of_text, matching, text
from sitegen.diagnostics import Diagnostic

FILE = "site.yaml"

PLACEHOLDER = "https://example.org/"
"""What `sitegen new` writes before anyone knows where the site will live (RFC 2606)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site's settings."""

    title: str
    """Name of the archive."""
    description: str = ""
    """What it is, one or two sentences."""
    base_url: str = PLACEHOLDER
    """Where it is published, with a slash at the end."""
    language: str = "en"
    """BCP 47 tag of the interface."""
    theme: str = "chronicle"
    """Name of the theme."""

    @property
    def base_path(self) -> str:
        """Path of `base_url`, from `/` to `/`: `/` or `/repo/`."""
        return urlsplit(self.base_url).path or "/"


def base_url(node: Node, problems: Problems) -> str:
    """An address that a site can stand at; a slash is added at its end."""
    value = text(node, problems).strip()
    if not _can_stand_at(value):
        problems.add("bad-base-url", *_refusal(value), line=node.line, column=node.column)
        return PLACEHOLDER
    return value.rstrip("/") + "/"


def checked_base_url(value: str, found: list[Diagnostic]) -> str:
    """The same for an address given as an option."""
    if not _can_stand_at(value):
        what, mend = _refusal(value)
        found.append(Diagnostic(code="bad-base-url", path="", what=what, mend=mend))
        return PLACEHOLDER
    return value.rstrip("/") + "/"


def _can_stand_at(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or re.search(r"[\s\"<>\\]", value))
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and plain


def _refusal(value: str) -> tuple[str, str]:
    return (
        f"'{value}' is not an address that a site can stand at",
        "write it like https://example.org/ or https://name.github.io/archive/",
    )


SCHEMA = Schema(
    title="site.yaml",
    keys=(
        Key(name="title", read=line_of_text, required=True, shape="text", doc="Name of the archive."),
        Key(
            name="description",
            read=line_of_text,
            default="",
            shape="text",
            doc="What the archive is, one or two sentences.",
        ),
        Key(
            name="base_url",
            read=base_url,
            default=PLACEHOLDER,
            shape="web address",
            doc="Where the site is published; feeds, the sitemap and 404.html need it.",
        ),
        Key(
            name="language",
            read=language,
            default="en",
            shape="language tag",
            doc="Language of the interface.",
        ),
        Key(
            name="theme",
            read=matching(
                r"[a-z0-9][a-z0-9-]*",
                "bad-theme-name",
                "is not a theme's name",
                "use small letters, digits and hyphens, for example chronicle",
            ),
            default="chronicle",
            shape="name",
            doc="Theme: a folder in the site's `themes/`, or one that comes with sitegen.",
        ),
    ),
)


def read_config(root: Path) -> tuple[Site | None, tuple[Diagnostic, ...]]:
    """The settings, and everything wrong with them; None when an error was found."""
    problems = Problems(path=FILE)
    try:
        content = (root / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        problems.add(
            "no-site",
            "there is no site.yaml here",
            "go to the archive's folder, or make one with 'sitegen new'",
        )
        return None, tuple(problems.found)
    except UnicodeDecodeError:
        problems.add("not-utf-8", "this file is not UTF-8 text", "save it again with the encoding UTF-8")
        return None, tuple(problems.found)
    node = parse(content, problems)
    if problems.fatal:
        return None, tuple(problems.found)
    values = SCHEMA.read(node, problems)
    return (None if problems.fatal else Site(**values)), tuple(problems.found)
