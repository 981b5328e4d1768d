"""How long the book takes to set, and the memory that it needs.

Run as `python -m benchmarks.book [SIZE …]`. Each size is a process of its own that reads a seeded
compendium and sets the whole book; reading is told apart from setting.
"""

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.builds import measured
from generator.book import EVERYTHING, Edition, make_pdf
from generator.loading.compendium import load
from tests.seeding import seed_compendium

FONTS = Path("overrides/assets/fonts")
WALL_AT_300 = 60
MEMORY_AT_300 = 1536


def set_once(root: Path) -> None:
    """Reads the compendium in `root`, sets its book, and prints what each took."""
    started = time.perf_counter()
    compendium, problems = load(root)
    read = time.perf_counter()
    book = make_pdf(compendium, EVERYTHING, Edition(), root / FONTS)
    took = time.perf_counter() - read
    size = len(book.pdf) / 1024 / 1024
    print(
        f"  read {read - started:.1f} s ({len(problems)} problems), set {took:.1f} s, PDF {size:.1f} MiB",
        flush=True,
    )


def main(sizes: list[int]) -> None:
    """Sets a book of each size and prints its cost beside the limits that hold at 300 practices."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = seed_compendium(Path(folder), size)
            run = measured([sys.executable, "-m", "benchmarks.book", "--root", str(root)], Path())
        print(
            f"{size:5} practices: cpu {run.cpu:6.1f} s   wall {run.wall:6.1f} s   memory {run.memory:6.0f} MiB"
        )
    print(f"(at 300: at most {WALL_AT_300} s and {MEMORY_AT_300} MiB)")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--root"]:
        set_once(Path(sys.argv[2]))
    else:
        main([int(argument) for argument in sys.argv[1:]] or [50, 300, 1000])
