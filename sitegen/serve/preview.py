"""Builds for the preview: into a folder of its own, for the address that the server listens on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from sitegen.build import BuildOptions, BuildReport, build
from sitegen.cache import FOLDER
from sitegen.config import read_config
from sitegen.diagnostics import Diagnostic


class Built(Protocol):
    """What the preview needs to know of a build."""

    @property
    def output(self) -> Path:
        """The folder with the site."""

    @property
    def base_url(self) -> str:
        """The address that it was built for."""

    @property
    def written(self) -> int:
        """Files written."""

    @property
    def removed(self) -> int:
        """Files deleted."""

    @property
    def seconds(self) -> float:
        """How long it took."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Warnings and notes."""


Builder = Callable[[Path, str, int], Built]
"""Builds the site in a folder for `http://host:port`, given without path, and the port."""


def preview(root: Path, origin: str, port: int) -> BuildReport:
    """Build for the preview, under the same path as the published site. Raises ContentError.

    The folder is the port's own, so that two previews of one archive never write into each other's.
    """
    site, _ = read_config(root)
    return build(
        BuildOptions(
            root=root,
            output=root / FOLDER / f"preview-{port}",
            base_url=origin + site.base_path if site else None,
        )
    )
