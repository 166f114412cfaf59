"""Pictures that were saved with a document: found beside it or in it, judged by their bytes, never fetched.

A kept picture is named after its bytes, so that the same one is there once.
"""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote_to_bytes

from sitegen.content.pictures import name_of, recognise
from sitegen.importers.protocol import Document, SavedDocument
from sitegen.ingest.merge import Outcome
from sitegen.ingest.writes import Write
from sitegen.markup.pictures import FOLDER, names_in, reference, referred
from sitegen.model import Corpus, KeptPicture, Source

MOST_MB, MOST_PIXELS = 10, 100_000_000
"""Larger pictures are not kept: an archive is published whole, and small computers have to show it."""

TINY = 64
"""Pixels of width or height up to which a picture is a sign or counts readers: nothing is said of it."""

_PLACEHOLDER = 1000
"""Characters up to which a `data:` URI that is no picture stands in for one that is loaded later."""

_NOT_THERE = "not there beside the document"
_OUTSIDE = "its path leads out of the folder of the document"
_DRAWING = "a drawing (SVG) can hold programs"
_OTHER = "no PNG, JPEG, GIF, WebP or AVIF, or broken"
_LARGE = f"more than {MOST_MB} MB"
_WIDE = f"more than {MOST_PIXELS // 1_000_000} million pixels"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The pictures of a document that are kept."""

    files: Mapping[str, Path | bytes] = field(default_factory=dict)
    """The file or the bytes of each, by its name in `media/`."""
    listed: tuple[KeptPicture, ...] = ()
    """For the source's record."""
    told: tuple[str, ...] = ()
    """What was kept and what was not, a phrase each."""


Held = Callable[[str], Path | None]
"""The file of a picture by its address; None where it was not saved."""

NO_PICTURES = Kept()
"""Of a document whose pictures are not to be kept."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A picture."""

    name: str
    pixels: float
    source: Path | bytes | None
    """Where its bytes are; None where only the archive has it."""


class Gathering:
    """Keeps pictures while a document is read. `keep` is what `SavedDocument.keep_picture` asks for."""

    def __init__(
        self, folder: Path, recorded: Mapping[str, tuple[str, float]], held: Held | None = None
    ) -> None:
        """Pictures may stand in `folder`; `recorded` are name and pixels of those in the archive, by path.

        `held` gives the file of one by its address, where a web archive has it.
        """
        self._folder = folder
        self._held = held
        self._recorded = recorded
        self._looked: dict[str, _Found | str] = {}
        self._addresses: dict[str, dict[str, None]] = defaultdict(dict)
        self._refused: dict[str, dict[str, None]] = defaultdict(dict)
        self._linked = 0

    def keep(self, files: Sequence[str]) -> str:
        """How texts refer to the largest of some files that show one picture; empty if none can be kept."""
        looked = [(file, self._look(file)) for file in files]
        found = [(file, one) for file, one in looked if isinstance(one, _Found)]
        if found:
            file, best = max(found, key=lambda pair: pair[1].pixels)
            self._addresses[best.name][_address(file)] = None
            return reference(best.name)
        reasons = [(one, file) for file, one in looked if isinstance(one, str) and one]
        for reason, file in sorted(reasons, key=lambda pair: pair[0] == _NOT_THERE)[:1]:
            self._refused[reason][_address(file) or "one in the document itself"] = None
        self._linked += all(map(_is_web, files))
        return ""

    def result(self, document: Document, place: str) -> Kept:
        """What is kept of a document that was read, which stands at `place` in the archive."""
        shown = [name for entry in document.entries for name in sorted(names_in(entry.body))]
        used = [name for name in dict.fromkeys(shown) if name in self._addresses]
        found = [one for one in self._looked.values() if isinstance(one, _Found)]
        sources = {one.name: one.source for one in found if one.source is not None}
        return Kept(
            files={name: sources[name] for name in used if name in sources},
            listed=tuple(
                KeptPicture(document=place, address=address, file=name)
                for name in used
                for address in self._addresses[name]
            ),
            told=tuple(self._told(len(used))),
        )

    def _told(self, kept: int) -> Iterator[str]:
        yield f"pictures kept: {kept}"
        if self._linked:
            yield f"pictures that were not saved with the document and stay links: {self._linked}"
        for reason, addresses in self._refused.items():
            some = ", ".join(list(addresses)[:3]) + f" and {len(addresses) - 3} more" * (len(addresses) > 3)
            yield f"pictures not kept ({reason}): {some}"

    def _look(self, file: str) -> _Found | str:
        """The picture; or why it is not kept, empty where that is not worth a word."""
        if file not in self._looked:
            look = self._inside if _is_data(file) else self._in_archive if _is_web(file) else self._beside
            self._looked[file] = look(file)
        return self._looked[file]

    def _in_archive(self, address: str) -> _Found | str:
        file = self._held(address) if self._held else None
        if file is None:
            recorded = self._recorded.get(address)
            return _Found(*recorded, None) if recorded else ""
        if file.stat().st_size > MOST_MB * 1024 * 1024:
            return _LARGE
        return _judged(file.read_bytes(), file)

    def _beside(self, address: str) -> _Found | str:
        path = PurePosixPath(address)
        if re.search(r"[\\:\x00-\x1f\x7f]", address) or path.is_absolute() or ".." in path.parts:
            return _OUTSIDE
        try:
            file = self._on_disk(address)
            if file is None:
                recorded = self._recorded.get(address)
                return _Found(*recorded, None) if recorded else _NOT_THERE
            if not file.resolve().is_relative_to(self._folder.resolve()):
                return _OUTSIDE
            if file.stat().st_size > MOST_MB * 1024 * 1024:
                return _LARGE
            return _judged(file.read_bytes(), file)
        except (OSError, RuntimeError):  # a name that is too long, links in a circle, no right to read
            return _NOT_THERE

    def _on_disk(self, address: str) -> Path | None:
        """The file; systems write letters such as ü in one piece or in two."""
        forms = (address, *(unicodedata.normalize(form, address) for form in ("NFC", "NFD")))
        return next((file for form in forms if (file := self._folder / form).is_file()), None)

    def _inside(self, uri: str) -> _Found | str:
        head, _, content = uri.partition(",")
        if len(content) > MOST_MB * 1024 * 1024 * 4 // 3:
            return _LARGE
        data = unquote_to_bytes(content)
        if head.strip().lower().endswith(";base64"):
            try:
                data = base64.b64decode(re.sub(rb"\s", b"", data).rstrip(b"=") + b"==")
            except binascii.Error:
                data = b""
        found = _judged(data, data)
        return found if isinstance(found, _Found) or len(uri) > _PLACEHOLDER else ""


def gathering(
    folder: Path, place: str, record: Source | None, corpus: Corpus, *, asked: bool, held: Held | None = None
) -> Gathering | None:
    """For a document in `folder` that stands at `place` in the archive; None where no pictures are kept.

    They are kept where that is asked for, or where an earlier import kept some.
    """
    listed = [picture for picture in (record.pictures if record else ()) if picture.document == place]
    sizes = {p.name: p.width * p.height for p in corpus.pictures if record and p.timeline == record.timeline}
    # Of one that is gone from the archive too only the name is known; it was chosen, so it was the largest.
    recorded = {
        p.address: (p.file, sizes.get(p.file, float("inf")))
        for p in listed
        if p.address and referred(reference(p.file))
    }
    return Gathering(folder, recorded, held) if asked or listed else None


def equipped(saved: SavedDocument, gathering: Gathering | None) -> SavedDocument:
    """The document, to be read with its pictures."""
    return replace(saved, keep_picture=gathering.keep) if gathering else saved


def picture_writes(
    root: Path, timeline: str, kept: Iterable[Kept], outcomes: Iterable[Outcome], corpus: Corpus
) -> Iterator[Write]:
    """The pictures that updates show as they are after the import, where the archive does not have them."""
    here = {update.id: update for update in corpus.updates}
    wanted: set[str] = set()
    for outcome in outcomes:
        update = here.get(outcome.written.id)
        if outcome.data is not None:
            wanted |= names_in(outcome.data.decode())
        elif update:
            wanted |= names_in("\n".join((update.body, *(version.body for version in update.history))))
    files = {name: source for one in kept for name, source in one.files.items()}
    for name in sorted(wanted & files.keys()):
        path, source = f"content/{timeline}/{FOLDER}/{name}", files[name]
        if not (root / path).exists():
            yield (
                Write(path=path, data=source)
                if isinstance(source, bytes)
                else Write(path=path, data=b"", copy_of=source)
            )


def _judged(data: bytes, source: Path | bytes) -> _Found | str:
    raster = recognise(data)
    if raster is None:
        return _DRAWING if re.search(rb"<svg[\s>]", data[:4096], re.IGNORECASE) else _OTHER
    if min(raster.width, raster.height) <= TINY:
        return ""
    pixels = raster.width * raster.height
    return _WIDE if pixels > MOST_PIXELS else _Found(name_of(data, raster.ending), pixels, source)


def _is_data(file: str) -> bool:
    return file[:5].lower() == "data:"


def _is_web(file: str) -> bool:
    return bool(re.match(r"https?:", file, re.IGNORECASE))


def _address(file: str) -> str:
    """What a record calls a file: its path; nothing where it is part of the document."""
    return "" if _is_data(file) else file
