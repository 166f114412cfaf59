"""Write a synthetic archive of any size: the same number gives the same files.

python benchmarks/archive.py UPDATES FOLDER
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

SYLLABLES = (
    "ba",
    "de",
    "fi",
    "go",
    "ku",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "wo",
    "an",
    "el",
    "is",
    "or",
)
ACTORS, SOURCES, PER_DAY = 400, 10, 80


def main(updates: int, folder: Path) -> None:
    """Write the archive."""
    chance = random.Random(updates)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    rank = [1 / (place + 3) for place in range(len(words))]
    names = [f"{chance.choice(words).title()} {chance.choice(words).title()} {n}" for n in range(ACTORS)]
    put(folder, "site.yaml", "title: Synthetic archive\nbase_url: https://example.org/\n")
    put(folder, "content/crisis/timeline.yaml", "title: Synthetic crisis\ntimezone: Asia/Almaty\n")
    for number, name in enumerate(names):
        put(folder, f"content/actors/a{number}.md", f"---\nname: {name}\nkind: person\n---\n")
    for number in range(SOURCES):
        put(
            folder, f"content/crisis/sources/s{number}.yaml", f"publisher: Outlet {number}\ntitle: Coverage\n"
        )
    start = datetime(2022, 1, 1, tzinfo=UTC)
    for number in range(updates):
        time = start + timedelta(days=1) * number / PER_DAY
        text = "\n\n".join(paragraph(chance, words, rank, names) for _ in range(chance.randint(2, 5)))
        put(
            folder,
            f"content/crisis/updates/{time:%Y-%m-%d}/{time:%H%M}-{number}.md",
            f"---\nid: u{number}\ntitle: {' '.join(chance.choices(words, rank, k=8))}\n"
            f"time: {time.isoformat()}\n"
            f"source: s{number % SOURCES}\nauthors: [Desk {number % 12}]\n---\n{text}\n",
        )


def paragraph(chance: random.Random, words: list[str], rank: list[float], names: list[str]) -> str:
    """About fifty words, one of them an actor's name."""
    some = chance.choices(words, rank, k=50)
    some[chance.randrange(50)] = chance.choice(names)
    text = " ".join(some)
    return f"{text[:1].upper()}{text[1:]}."


def put(folder: Path, path: str, text: str) -> None:
    """Write a file and the folders above it."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
