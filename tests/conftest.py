"""Fixtures that many tests share: folders, tools, a browser, built sites."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings

from places import CASES, TOOLS, need
from sitegen.annotate import annotate
from sitegen.cli.main import group
from sitegen.config import Site
from sitegen.content import read_site
from sitegen.plan import PageKind, plan_pages
from sitegen.views.contexts import View
from sitegen.views.frame import make_frame
from sitegen.views.make import make_view
from sites import SITE, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

# A busy machine is no fault of the code: speed is measured in benchmarks/, never in a test.
settings.register_profile("sitegen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sitegen")


@pytest.fixture(scope="session")
def cases() -> Path:
    """Real source documents with answers; they are no part of the repository."""
    if not CASES.is_dir():
        pytest.skip("LOUD: the folder with real source documents is not beside the repository")
    return CASES


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    need(path, "Chromium")
    assert path
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[object]:
    """A headless browser (Playwright's `Browser`)."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[tuple[str, str]]]:
    """Looks at an open page with axe-core; gives the rule and the first element of each violation."""
    path = TOOLS / "axe-core" / "axe.min.js"
    need(path.exists(), "axe-core (npm)")
    source = path.read_text(encoding="utf-8")

    def violations(page: Page) -> list[tuple[str, str]]:
        page.evaluate(source)
        return [tuple(found) for found in page.evaluate(RUN_AXE, AXE_TAGS)]

    return violations


@pytest.fixture(scope="session")
def vnu() -> list[str]:
    """Command of the Nu HTML checker."""
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = shutil.which("java")
    need(jar.exists() and java, "the Nu HTML checker (npm vnu-jar, and Java)")
    # It ends before the slow compiler pays off; the quick one needs a deeper stack for the schema of HTML.
    return [
        str(java),
        "-XX:TieredStopAtLevel=1",
        "-Xss8m",
        "-jar",
        str(jar),
        "--errors-only",
        "--format",
        "json",
    ]


AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN_AXE = """async tags => {
    const wanted = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']};
    return (await axe.run(wanted)).violations.map(found => [found.id, found.nodes[0].html]);
}"""
"""What passed is not sent: for a long page that takes longer than the look at it."""


@dataclass(frozen=True, kw_only=True)
class Done:
    """A command that has ended."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def sitegen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Run the command line in a folder, in this process; an exception that would be a traceback is raised."""

    def run(*words: str, cwd: Path = tmp_path) -> Done:
        with monkeypatch.context() as there:
            there.chdir(cwd)
            result = CliRunner().invoke(
                group, [str(word) for word in words], prog_name="sitegen", catch_exceptions=False
            )
        return Done(returncode=result.exit_code, stdout=result.stdout, stderr=result.stderr)

    return run


@pytest.fixture
def typed(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command line as a shell does, as a process of its own; slower than `sitegen`."""

    def run(*words: str, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [Path(sys.executable).with_name("sitegen"), *words],
            cwd=cwd,
            text=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def views(tmp_path: Path) -> Callable[..., View]:
    """Makes the view of a page of a small site, with some files changed."""

    def make(changes: dict[str, str], kind: PageKind, subject: str = "") -> View:
        write(tmp_path, {**SITE, **changes})
        archive, _ = annotate(read_site(tmp_path))
        frame = make_frame(
            Site(title="Rivers", base_url="https://example.org/a/"), archive, {}, "search/index/meta.js"
        )
        pages = [p for p in plan_pages(archive) if p.kind == kind and subject in (p.subject, "")]
        return make_view(frame, pages[0])

    return make


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than processors: tests of the preview, the browser and other processes wait a third of the time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) + 1
    return (os.cpu_count() or 1) + 1


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are numbered, not printed: packed ones hold the time, and each worker must collect the same tests."""
    return argname if isinstance(val, bytes) else None
