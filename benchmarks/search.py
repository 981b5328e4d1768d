"""How soon the first result is there from `file://`, beside Material's offline search on the same pages.

Run as `python -m benchmarks.search [SIZE …]`. Material's pages show the same as ours, in Material's frame:
bodies, panels, tables and lists. Each figure is the time from giving the words, as soon as the home page is
loaded in a browser started afresh, to the first result that can be seen; nothing of a search was asked for
before. The two searches take turns. A word on every page is asked next, in a page that has searched before.
Bytes are those of the files of the index and the engine that were read for the first search, and, apart, of
the interface. Beside the time on the clock stands what the browser's processes took of the processor (on
Linux), since a machine with other work to do lengthens only the first.
"""

import contextlib
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from benchmarks.builds import BIN, measured, stock_copy
from tests.browser.harness import Browser
from tests.browser.starting import BROWSERS, started
from tests.seeding import seed_compendium, slug

ROUNDS = 3
NEEDLE = "zephyrine"
EVERYWHERE = ("practice", "seeded")
OFFLINE_CONFIG = """\
site_name: Stock
use_directory_urls: false
theme: {name: material, font: false}
plugins: [search, offline]
nav: [index.md]
not_in_nav: /practices/*
"""
UNTIL = """const until = (asked) => new Promise((resolve, reject) => {
    const look = () => {
      const answer = asked();
      if (answer) resolve(answer);
      else if (performance.now() > 120000) reject(new Error("no result within two minutes"));
      else requestAnimationFrame(look);
    };
    look();
  });"""
SHIM = "iframe-worker@1.0.4"
"""What Material's offline search needs to run from a folder; its pages ask a CDN for it, and get it here."""

OURS = """(async () => { %s
  const started = performance.now();
  document.querySelector("#site-search button").click();
  const field = await until(() => document.querySelector("pagefind-modal dialog[open] input"));
  field.value = %s; field.dispatchEvent(new Event("input", { bubbles: true }));
  await until(() => document.querySelector("pagefind-modal .pf-result-link"));
  return performance.now() - started; })()"""
OURS_AGAIN = """(async () => { %s
  const started = performance.now();
  const field = document.querySelector("pagefind-modal input"), words = %s;
  field.value = words; field.dispatchEvent(new Event("input", { bubbles: true }));
  await until(() => document.querySelector(".search-summary").textContent.includes(words)
    && document.querySelector("pagefind-modal .pf-result-link"));
  return performance.now() - started; })()"""
MATERIALS = """(async () => { %s
  const started = performance.now();
  const field = document.querySelector("[data-md-component=search-query]");
  field.focus(); field.value = %s; field.dispatchEvent(new Event("keyup", { bubbles: true }));
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await until(() => document.querySelector(".md-search-result__item"));
  return performance.now() - started; })()"""


class Taken(NamedTuple):
    """Milliseconds on the clock, and of the processor's work."""

    clock: float
    work: float


class Cold(NamedTuple):
    """The first search in a fresh browser, bytes of search and of interface that it read, a search after it."""

    taken: Taken
    search_bytes: int
    interface_bytes: int
    everywhere: Taken


def ours(name: str, site: Path) -> Cold:
    """The first search of our own."""
    with started(name) as browser:
        browser.open((site / "index.html").as_uri())
        first = _taken(browser, OURS % (UNTIL, json.dumps(NEEDLE)))
        search, interface = _read(browser, site)
        again = [_taken(browser, OURS_AGAIN % (UNTIL, json.dumps(word))) for word in EVERYWHERE]
        return Cold(first, search, interface, max(again))


def materials(name: str, site: Path) -> Taken:
    """The first search of Material's."""
    with started(name) as browser:
        browser.open((site / "index.html").as_uri())
        return _taken(browser, MATERIALS % (UNTIL, json.dumps(NEEDLE)))


def _taken(browser: Browser, search: str) -> Taken:
    """What a search takes that measures itself in the page."""
    before = _work_of_children()
    clock = float(browser.evaluate(search))
    return Taken(clock, _work_of_children() - before)


def _work_of_children() -> float:
    """Milliseconds of the processor that all processes below this one have used so far; 0 where unknown."""
    parents, used = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended in the meantime
            fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
            pid = int(stat.parent.name)
            parents[pid], used[pid] = int(fields[1]), int(fields[11]) + int(fields[12])
    below = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    return sum(used[pid] for pid in below if pid != os.getpid()) * 1000 / os.sysconf("SC_CLK_TCK")


def _read(browser: Browser, site: Path) -> tuple[int, int]:
    """Bytes that the page has read from `search/`: of engine, index and texts; of the interface."""
    loaded = "[...document.querySelectorAll('script[src], link[rel=stylesheet]')]"
    scripts = browser.evaluate(f"{loaded}.map(element => element.src || element.href)")
    files = {Path(unquote(urlsplit(each).path)) for each in scripts}
    sizes = {file.name: file.stat().st_size for file in files if file.parent == site / "search"}
    interface = sum(size for name, size in sizes.items() if name.startswith("interface."))
    return sum(sizes.values()) - interface, interface


def prepared(size: int, folder: Path) -> tuple[Path, Path]:
    """Both sites, with the same pages; one of these has the word that no other has."""
    compendium = seed_compendium(folder / f"ours-{size}", size)
    one = compendium / "practices" / f"{slug(size // 2)}.md"
    heading = "## How it works\n\n"
    text = one.read_text("utf-8").replace(heading, f"{heading}The {NEEDLE} group. ", 1)
    one.write_text(text, "utf-8")
    measured([str(BIN / "compendium"), "build"], compendium)
    stock = with_same_pages(stock_copy(compendium, folder / f"stock-{size}"), compendium / "site")
    (stock / "mkdocs.yml").write_text(OFFLINE_CONFIG, "utf-8")
    measured([str(BIN / "mkdocs"), "build", "--quiet"], stock)
    measured([str(BIN / "npm"), "install", "--silent", SHIM], stock)
    shutil.copy(stock / "node_modules/iframe-worker/shim/index.js", stock / "site/shim.js")
    home = stock / "site/index.html"
    home.write_text(home.read_text("utf-8").replace("https://unpkg.com/iframe-worker/shim", "shim.js"), "utf-8")
    return compendium / "site", stock / "site"


def with_same_pages(stock: Path, site: Path) -> Path:
    """The same plain project, whose pages show what ours show: all that stands in the article of each."""
    for page in (stock / "docs/practices").glob("*.md"):
        shown = (site / "practices" / f"{page.stem}.html").read_text("utf-8")
        article = shown[shown.index("<article") : shown.index("</article>")]
        title = re.findall("^title: .*$", page.read_text("utf-8"), re.MULTILINE)[0]
        page.write_text(f"---\n{title}\n---\n\n{article}</article>\n", "utf-8")
    return stock


def bench(size: int, folder: Path) -> None:
    """Prints the figures for one size."""
    site, stock = prepared(size, folder)
    print(f"\n{size} entries, from file://, medians of {ROUNDS} rounds, load average {os.getloadavg()[0]:.1f}")
    for name in BROWSERS:
        rounds = [(ours(name, site), materials(name, stock)) for _ in range(ROUNDS)]
        cold, theirs = _median(one.taken for one, _ in rounds), _median(other for _, other in rounds)
        everywhere = _median(one.everywhere for one, _ in rounds)
        read, interface = rounds[0][0].search_bytes / 1000, rounds[0][0].interface_bytes / 1000
        print(f"  {name:9} first result {_told(cold)}; Material's {_told(theirs)}")
        sooner, less = theirs.clock / cold.clock, theirs.work / cold.work
        print(f"  {'':9} {sooner:.0f} times sooner, {less:.0f} times less work")
        print(f"  {'':9} a word on every page {_told(everywhere)}")
        print(f"  {'':9} read {read:.0f} kB, and {interface:.0f} kB of interface", flush=True)


def _median(taken: Iterable[Taken]) -> Taken:
    clock, work = zip(*taken, strict=True)
    return Taken(statistics.median(clock), max(1.0, statistics.median(work)))


def _told(taken: Taken) -> str:
    return f"{taken.clock:.0f} ms (work {taken.work:.0f} ms)"


def main(sizes: list[int]) -> None:
    """Benchmarks every size."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            bench(size, Path(folder))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1000, 5000])
