"""Time builds of a synthetic archive: cold, again, and after one edit.

python benchmarks/build.py UPDATES [--jobs N] [--runs N]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from archive import main as write_archive


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("updates", type=int)
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--runs", type=int, default=3)
    wanted = parser.parse_args()
    figures: dict[str, list[float]] = {"cold": [], "again": [], "one edit": []}
    for _ in range(wanted.runs):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            write_archive(wanted.updates, root)
            figures["cold"].append(timed(root, wanted.jobs))
            figures["again"].append(timed(root, wanted.jobs))
            edited = sorted(root.glob("content/crisis/updates/*/*.md"))[wanted.updates // 2]
            edited.write_text(edited.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
            figures["one edit"].append(timed(root, wanted.jobs))
    print(f"{wanted.updates} updates, median of {wanted.runs} (least to most), seconds of the whole command")
    for name, seconds in figures.items():
        print(f"{name:<9} {statistics.median(seconds):6.2f} ({min(seconds):.2f} to {max(seconds):.2f})")


def timed(root: Path, jobs: int | None) -> float:
    """Seconds that the whole command takes."""
    command = [sys.executable, "-m", "sitegen", "build", *([f"--jobs={jobs}"] if jobs else [])]
    start = time.perf_counter()
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
