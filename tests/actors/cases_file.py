"""Cases in a text file: title, a line with a dot, input, a line with a dot, expected, a line with a dot."""

from __future__ import annotations

from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent / "fixtures"


def read_cases(name: str) -> list[object]:
    """The cases of a file as parameters `given, expected`, with their titles as ids."""
    parts = (FIXTURES / f"{name}.md").read_text(encoding="utf-8").split("\n.\n")
    assert len(parts) % 3 == 1, f"{name}.md: a case is not closed"
    assert not parts[-1].strip(), f"{name}.md: text after the last case"
    triples = zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    return [pytest.param(given, expected.strip(), id=title.strip()) for title, given, expected in triples]
