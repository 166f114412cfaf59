"""What an export gives."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """A file for machines."""

    path: str
    """Path below the output folder."""
    data: bytes
    """Its bytes."""
    origin: str
    """What it is, in words, for messages."""


def json_bytes(value: Any) -> bytes:
    """Readable JSON in UTF-8."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def xml_bytes(root: ET.Element) -> bytes:
    """Readable XML in UTF-8."""
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f"<?xml version='1.0' encoding='utf-8'?>\n{text}\n".encode()
