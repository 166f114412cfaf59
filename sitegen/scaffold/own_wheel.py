"""The wheel that this sitegen is: an archive keeps it, and can be built when no index has it any more.

Made of the files that are installed, in the format of the Python packaging specifications (*Binary
distribution format*, *Recording installed projects*). The same files give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import sitegen
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.theme import shipped_themes

DISTRIBUTION = "sitegen-archive"
"""What it is called where packages are installed from: `sitegen` is another project there."""

SAMPLE = ("content", "seeds", "site.yaml")
"""What the sample archive is made of."""

_ABOUT = ("METADATA", "WHEEL", "entry_points.txt")


def installed() -> Distribution:
    """How this sitegen was installed. Raises ContentError where it was not."""
    try:
        return distribution(DISTRIBUTION)
    except PackageNotFoundError as error:
        what = "this sitegen was started without having been installed, so a new archive can't keep it"
        mend = "install it: type python -m pip install, and the path of its folder"
        raise ContentError(
            [Diagnostic(code="not-installed", path="sitegen", what=what, mend=mend)]
        ) from error


def wheel_name() -> str:
    """The name of its file. Raises ContentError where sitegen is not installed."""
    return f"{_stem()}-py3-none-any.whl"


def wheel() -> bytes:
    """The wheel. Raises ContentError where sitegen is not installed, OSError."""
    buffer = io.BytesIO()
    record: list[str] = []
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in (*sorted(_package()), *_about()):
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
            record.append(f"{name},sha256={digest},{len(data)}\n")
            _add(archive, name, data)
        name = f"{_stem()}.dist-info/RECORD"
        _add(archive, name, "".join((*record, f"{name},,\n")).encode())
    return buffer.getvalue()


def sample() -> Iterator[tuple[str, Path]]:
    """The sample archive's files: in an installed sitegen in `demo/`, in a checkout the repository's."""
    package = Path(sitegen.__file__).parent
    home = package / "demo" if (package / "demo").is_dir() else package.parent
    return _files(home, [home / name for name in SAMPLE])


def _package() -> Iterator[tuple[str, bytes]]:
    package, themes = Path(sitegen.__file__).parent, shipped_themes()
    found = {f"sitegen/demo/{name}": file for name, file in sample()}
    found |= {f"sitegen/{name}": file for name, file in _files(themes.parent, [themes])}
    found |= {f"sitegen/{name}": file for name, file in _files(package, [package])}
    return ((name, file.read_bytes()) for name, file in found.items())


def _about() -> Iterator[tuple[str, bytes]]:
    here = installed()
    for name in _ABOUT:
        yield f"{_stem()}.dist-info/{name}", (here.read_text(name) or "").encode()
    for file in here.files or ():
        if ".dist-info/licenses/" in file.as_posix():
            inner = file.as_posix().partition(".dist-info/")[2]
            yield f"{_stem()}.dist-info/{inner}", file.read_binary()


def _files(home: Path, tops: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    for top in tops:
        for file in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if file.is_file() and "__pycache__" not in file.parts:
                yield file.relative_to(home).as_posix(), file


def _stem() -> str:
    return f"{DISTRIBUTION.replace('-', '_')}-{installed().version}"


def _add(archive: ZipFile, name: str, data: bytes) -> None:
    entry = ZipInfo(name)  # its moment is that of the format's start, whatever the clock says
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)
