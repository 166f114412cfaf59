"""Where things are, and what to do when a tool is not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
CASES = REPOSITORY.parent / "shared" / "cases"
TOOLS = REPOSITORY / ".tools" / "node_modules"

NO_SKIPS = os.environ.get("SITEGEN_NO_SKIPS") == "1"
"""Set in CI: a tool that is missing there is a fault of CI, not a reason to skip."""


def need(thing: object, what: str) -> None:
    """Skip the test, loudly, where a tool can't be had; in CI fail instead."""
    if not thing:
        if NO_SKIPS:
            pytest.fail(f"{what} is missing, and nothing may be skipped here")
        pytest.skip(f"LOUD: {what} is missing, so this was not tested")
