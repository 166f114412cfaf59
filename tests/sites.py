"""Small archives made in code, for tests that change them."""

from __future__ import annotations

from pathlib import Path


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def update(
    id="u1", *, title="Water rises", time="2024-03-01T08:00:00+00:00", body="The river rises.", **more
):
    head = {"id": id, "title": f"'{title}'" if title else None, "time": time, "source": "wire", **more}
    lines = "".join(f"{key}: {value}\n" for key, value in head.items() if value is not None)
    return f"---\n{lines}---\n{body}\n"


def path_of(day="2024-03-01", name="0800-water-rises", timeline="flood"):
    return f"content/{timeline}/updates/{day}/{name}.md"


SITE = {
    "site.yaml": "title: Rivers\nbase_url: https://example.org/archive/\n",
    "content/flood/timeline.yaml": "title: The flood\nsummary: The river came.\ntimezone: Europe/London\n",
    "content/flood/sources/wire.yaml": "publisher: Sample Wire\ntitle: Flood live\n",
    "content/actors/mayor.md": "---\nname: The Mayor\nkind: person\naliases: [mayor of the town]\n---\nA profile.\n",
    "content/actors/red-cross.md": "---\nname: Red Cross\nkind: organisation\n---\n",
    path_of(): update(body="The Mayor called the Red Cross."),
    path_of(name="0930-bridge-shut"): update(
        "u2",
        title="Bridge shut",
        time="2024-03-01T09:30:00+00:00",
        body="The bridge is shut, said the Mayor.",
    ),
    path_of("2024-03-02", "0700-water-falls"): update(
        "u3",
        title="",
        time="2024-03-02T07:00:00+00:00",
        body="The water falls.\n\n- one\n- two",
        authors="[Night desk]",
    ),
}
"""Two days, three updates, one without a title."""


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
