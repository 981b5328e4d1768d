"""How long the compendium takes to build beside stock MkDocs and Material on the same texts.

Run as `python -m benchmarks.builds [SIZE …]`. All builds are whole processes and take turns, so that a machine
that slows down slows all; what counts is the ratio of each pair of runs. Stock has its pages out of the
navigation, which is its best case. Each is built without its search and with it.

Each build goes into a new folder, as in a fresh clone, and nothing is deleted between them: ext4 gives the
number of a deleted file to no new one for a while, and looks at all of them for each file that is made.
Builds that replace a site again and again measure that, and more of it each time. Replacing a site is
measured once, at the end.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.seeding import seed_compendium

ROUNDS = 5
BIN = Path(sys.executable).parent
STOCK_CONFIG = """\
site_name: Stock
use_directory_urls: false
theme: {name: material, font: false}
nav: [index.md]
not_in_nav: /practices/*
"""
PAIRS = (("ours", "stock"), ("ours with search", "stock with search"))


class Run(NamedTuple):
    """One run of a command: processor seconds, seconds on the clock, peak memory in MiB."""

    cpu: float
    wall: float
    memory: float


def measured(command: list[str], folder: Path) -> Run:
    """Runs a command in `folder` and says what it and its own processes took; raises where it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{output.decode(errors='replace')}")
    return Run(usage.ru_utime + usage.ru_stime, time.perf_counter() - started, _mebibytes(usage))


def stock_copy(compendium: Path, folder: Path) -> Path:
    """The same texts as a plain MkDocs project."""
    shutil.copytree(compendium / "practices", folder / "docs/practices")
    (folder / "docs/practices/references.yaml").unlink()
    (folder / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(STOCK_CONFIG + "plugins: []\n", encoding="utf-8")
    (folder / "search.yml").write_text(STOCK_CONFIG + "plugins: [search]\n", encoding="utf-8")
    return folder


def our_copy(folder: Path, size: int) -> Path:
    """A seeded compendium with two configurations: without search, and with it."""
    root = seed_compendium(folder, size)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "search.yml").write_text(config, encoding="utf-8")
    without = config.replace("  - compendium\n", "  - compendium:\n      search: false\n")
    (root / "mkdocs.yml").write_text(without, encoding="utf-8")
    return root


def bench(size: int, folder: Path) -> float:
    """Prints the figures for one size; returns our processor seconds a page."""
    ours = our_copy(folder / f"ours-{size}", size)
    stock = stock_copy(ours, folder / f"stock-{size}")
    build, mkdocs = [str(BIN / "compendium"), "build"], [str(BIN / "mkdocs"), "build", "--quiet"]
    builds = {
        "ours": (build, ours),
        "stock": (mkdocs, stock),
        "ours with search": ([*build, "--config", "search.yml"], ours),
        "stock with search": ([*mkdocs, "--config-file", "search.yml"], stock),
    }
    others = {"check": [str(BIN / "compendium"), "check"], "start": [str(BIN / "compendium"), "--help"]}
    runs: dict[str, list[Run]] = {name: [] for name in (*builds, *others)}
    for number in range(ROUNDS):
        for name, (command, where) in builds.items():
            runs[name].append(measured([*command, "--site-dir", f"site-{number}-{name}"], where))
        for name, command in others.items():
            runs[name].append(measured(command, ours))
    for name in PAIRS[0]:
        command, where = builds[name]
        runs[f"{name}, replacing"] = [measured([*command, "--site-dir", f"site-0-{name}"], where)]
    pages = sum(1 for _ in (ours / "site-0-ours").rglob("*.html"))
    print(f"\n{size} entries, {pages} pages of ours, {ROUNDS} rounds, medians")
    _print_figures(runs, size)
    return statistics.median(run.cpu for run in runs["ours"]) / size


def _print_figures(runs: dict[str, list[Run]], size: int) -> None:
    for name, found in runs.items():
        cpu, wall, memory = (statistics.median(values) for values in zip(*found, strict=True))
        print(f"  {name:18} cpu {cpu:7.2f} s   wall {wall:7.2f} s   memory {memory:6.0f} MiB")
    for one, other in PAIRS:
        pairs = list(zip(runs[one], runs[other], strict=True))
        cpu, wall = (statistics.median(a[field] / b[field] for a, b in pairs) for field in (0, 1))
        each = ", ".join(f"{a.wall / b.wall:.2f}" for a, b in pairs)
        print(f"  {one} / {other}: cpu {cpu:.2f}   wall {wall:.2f} ({each})   (at most 0.60)")
    check, start = (statistics.median(run.wall for run in runs[name]) for name in ("check", "start"))
    print(
        f"  check: {size / (check - start):.0f} files a second, {size / check:.0f} with the {start:.2f} s "
        "that any command needs to start   (at least 2000)"
    )


def main(sizes: list[int]) -> None:
    """Benchmarks every size and compares the cost a page of the largest with that of the smallest."""
    with tempfile.TemporaryDirectory() as folder:
        per_page = {size: bench(size, Path(folder)) for size in sizes}
    smallest, largest = min(sizes), max(sizes)
    if smallest != largest:
        ratio = per_page[largest] / per_page[smallest]
        print(f"\ncost a page at {largest} / at {smallest}: {ratio:.2f}   (at most 1.10)")


def _mebibytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1000, 5000])
