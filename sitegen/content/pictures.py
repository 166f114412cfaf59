"""Picture files: what they are is told by their bytes, whatever their names say."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from io import BytesIO

from sitegen.decode import Problems
from sitegen.diagnostics import Severity
from sitegen.model import Picture, Place

_NAMED_BY_HASH = re.compile(r"([0-9a-f]{16})\.\w+")

_SIGNS = (
    ("png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("jpg", re.compile(rb"\xff\xd8\xff")),
    ("gif", re.compile(rb"GIF8[79]a")),
    ("webp", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    ("avif", re.compile(rb".{4}ftyp(?:.{4})*?avi[fs]", re.DOTALL)),
)
"""How files start that every browser shows and that can't run. SVG can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """What the bytes of a picture tell."""

    ending: str
    """How names of such files end."""
    width: int
    """As it is shown, in pixels."""
    height: int
    """As it is shown, in pixels."""


def recognise(data: bytes) -> Raster | None:
    """A PNG, JPEG, GIF, WebP or AVIF; None for anything else, also where its size can't be read."""
    ending = next((ending for ending, sign in _SIGNS if sign.match(data[:64])), "")
    if not ending:
        return None
    import imagesize  # noqa: PLC0415 - it loads a whole HTTP client, and most archives have no pictures

    width, height = imagesize.get(BytesIO(data))
    return Raster(ending=ending, width=width, height=height) if width > 0 and height > 0 else None


def name_of(data: bytes, ending: str) -> str:
    """The name of a picture's file, made of its bytes: the same picture is kept once."""
    return f"{hashlib.sha256(data).hexdigest()[:16]}.{ending}"


def read_picture(path: str, data: bytes, problems: Problems) -> Picture | None:
    """A picture file at `path`, relative to the site's folder; None where browsers show no such picture."""
    raster = recognise(data)
    if raster is None:
        problems.add(
            "not-a-picture",
            "this file is no picture that every browser shows",
            "put a PNG, JPEG, GIF, WebP or AVIF here",
            severity=Severity.WARNING,
        )
        return None
    _, timeline, _, name = path.split("/")
    digest = hashlib.sha256(data).hexdigest()
    named = _NAMED_BY_HASH.fullmatch(name)
    if named and not digest.startswith(named[1]):
        problems.add(
            "picture-changed",
            "this is not the picture that was imported: its name is a part of another SHA-256",
            "restore the file from a copy; if you changed it on purpose, rename it, here and in the updates",
            severity=Severity.WARNING,
        )
    return Picture(
        timeline=timeline,
        name=name,
        ending=raster.ending,
        sha256=digest,
        width=raster.width,
        height=raster.height,
        place=Place(path=path),
    )
