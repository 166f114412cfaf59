"""Time the import of saved web pages: many pages of 1 MB each, and the memory that it takes.

python benchmarks/importing.py PAGES
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archive import SYLLABLES, put

UPDATES = 15
SIZE = 1_000_000


def main(pages: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        put(root, "site.yaml", "title: Synthetic archive\n")
        names = []
        for number in range(pages):
            names.append(f"page{number}.html")
            put(root, f"saved/{names[-1]}", page(number))
        command = [sys.executable, "-m", "sitegen", "import", "--timeline", "crisis", *names]
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=root / "saved", stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        found = sum(1 for _ in root.glob("content/crisis/updates/*/*.md"))
    print(f"{pages} pages of 1 MB, {found} updates: {seconds:.1f} s, {pages / seconds:.1f} pages a second,")
    processor, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    print(f"{processor:.1f} s of processor time, {memory:.0f} MB at most, exit {child.returncode}")


def page(number: int) -> str:
    """A saved page: a `LiveBlogPosting`, the same updates in markup, and the weight of scripts."""
    chance = random.Random(number)
    first = datetime(2022, 1, 1, tzinfo=UTC) + timedelta(days=number)
    updates, articles = [], []
    for place in range(UPDATES):
        moment = (first + timedelta(minutes=20 * place)).isoformat()
        title = f"Report {place} of page {number}"
        text = " ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(120))
        updates.append(
            {
                "@type": "BlogPosting",
                "@id": f"#p{place}",
                "headline": title,
                "datePublished": moment,
                "articleBody": text,
            }
        )
        stamped = f'<h2>{title}</h2><time datetime="{moment}">x</time>'
        articles.append(f'<article id="p{place}">{stamped}<p>{text}</p></article>')
    record = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": f"Day {number} of the crisis",
        "publisher": {"@type": "Organization", "name": f"Outlet {number}"},
        "liveBlogUpdate": updates,
    }
    weight = "/* " + "x" * SIZE + " */"
    return (
        f'<!doctype html><html lang="en"><head><title>Day {number} of the crisis</title>'
        f'<script type="application/ld+json">{json.dumps(record)}</script><script>{weight}</script></head>'
        f"<body><main><h1>Day {number} of the crisis</h1>{''.join(articles)}</main></body></html>"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
