"""How soon the first result is there from `file://`, beside Material's offline search on the same pages.

Run as `python -m tests.bench_search [SIZE …]`. Each figure is the time from the page's opening to the
first result that can be seen, in a browser started afresh, words given at once; the two searches take
turns. A word on every page is asked next, in a page that has searched before. Bytes are those of the
files of the index and the engine that were read for the first search, and, apart, of the interface.
"""

import json
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from tests.bench import BIN, measured, stock_copy
from tests.browser.harness import Browser
from tests.browser.starting import BROWSERS, started
from tests.seeding import seed_compendium, slug

ROUNDS = 3
NEEDLE, EVERYWHERE = "zephyrine", "practice"
OFFLINE_CONFIG = """\
site_name: Stock
use_directory_urls: false
theme: {name: material, font: false}
plugins: [search, offline]
nav: [index.md]
not_in_nav: /practices/*
"""
UNTIL = "const until = (f) => new Promise((r) => { const o = () => { const v = f(); if (v) r(v); else requestAnimationFrame(o); }; o(); });"
OURS = """(async () => { %s
  document.querySelector("#site-search button").click();
  const field = await until(() => document.querySelector("pagefind-modal dialog[open] input"));
  field.value = %s; field.dispatchEvent(new Event("input", { bubbles: true }));
  await until(() => document.querySelector("pagefind-modal .pf-result-link"));
  return performance.now(); })()"""
OURS_AGAIN = """(async () => { %s
  const started = performance.now();
  const field = document.querySelector("pagefind-modal input"), words = %s;
  field.value = words; field.dispatchEvent(new Event("input", { bubbles: true }));
  await until(() => document.querySelector(".search-summary").textContent.includes(words)
    && document.querySelector("pagefind-modal .pf-result-link"));
  return performance.now() - started; })()"""
MATERIALS = """(async () => { %s
  const field = document.querySelector("[data-md-component=search-query]");
  field.focus(); field.value = %s; field.dispatchEvent(new Event("keyup", { bubbles: true }));
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await until(() => document.querySelector(".md-search-result__item"));
  return performance.now(); })()"""


class Cold(NamedTuple):
    """The first search in a fresh browser: milliseconds, and bytes of search and of interface that it read."""

    milliseconds: float
    search_bytes: int
    interface_bytes: int
    everywhere: float


def ours(name: str, site: Path) -> Cold:
    """The first search of our own."""
    with started(name) as browser:
        browser.open((site / "index.html").as_uri())
        first = browser.evaluate(OURS % (UNTIL, json.dumps(NEEDLE)))
        search, interface = _read(browser, site)
        again = [browser.evaluate(OURS_AGAIN % (UNTIL, json.dumps(word))) for word in (EVERYWHERE, "seeded")]
        return Cold(first, search, interface, max(again))


def materials(name: str, site: Path) -> float:
    """The first search of Material's, in milliseconds."""
    with started(name) as browser:
        browser.open((site / "index.html").as_uri())
        return float(browser.evaluate(MATERIALS % (UNTIL, json.dumps(NEEDLE))))


def _read(browser: Browser, site: Path) -> tuple[int, int]:
    """Bytes that the page has read from `search/`: of engine, index and texts; of the interface."""
    scripts = browser.evaluate(
        "[...document.querySelectorAll('script[src], link[rel=stylesheet]')].map(e => e.src || e.href)"
    )
    files = {Path(unquote(urlsplit(each).path)) for each in scripts}
    sizes = {file.name: file.stat().st_size for file in files if file.parent == site / "search"}
    interface = sum(size for name, size in sizes.items() if name.startswith("interface."))
    return sum(sizes.values()) - interface, interface


def bench(size: int, folder: Path) -> None:
    """Prints the figures for one size."""
    compendium = seed_compendium(folder / f"ours-{size}", size)
    one = compendium / "practices" / f"{slug(size // 2)}.md"
    one.write_text(
        one.read_text("utf-8").replace("## How it works\n\n", f"## How it works\n\nThe {NEEDLE} group. ", 1),
        "utf-8",
    )
    stock = stock_copy(compendium, folder / f"stock-{size}")
    (stock / "mkdocs.yml").write_text(OFFLINE_CONFIG, "utf-8")
    measured([str(BIN / "compendium"), "build"], compendium)
    measured([str(BIN / "mkdocs"), "build", "--quiet"], stock)
    print(f"\n{size} entries, from file://, medians of {ROUNDS} rounds, load average {os.getloadavg()[0]:.1f}")
    for name in BROWSERS:
        rounds = [(ours(name, compendium / "site"), materials(name, stock / "site")) for _ in range(ROUNDS)]
        cold = statistics.median(one.milliseconds for one, _ in rounds)
        theirs = statistics.median(other for _, other in rounds)
        everywhere = statistics.median(one.everywhere for one, _ in rounds)
        read, interface = rounds[0][0].search_bytes / 1000, rounds[0][0].interface_bytes / 1000
        print(
            f"  {name:9} first result {cold:6.0f} ms   Material's {theirs:7.0f} ms   {theirs / cold:5.1f} times sooner"
        )
        print(
            f"  {'':9} a word on every page {everywhere:5.0f} ms   read {read:.0f} kB, and {interface:.0f} kB of interface"
        )


def main(sizes: list[int]) -> None:
    """Benchmarks every size."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            bench(size, Path(folder))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1000, 5000])
