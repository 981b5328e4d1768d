"""The large runs behind docs/assurance.md: `python -m benchmarks.assurance NAME [NUMBER]`.

`mutations` breaks real files at random and reads them, `kills` kills real builds at random moments,
`lines` stops a publication at every line, `mounts` builds onto disks that are full or can only be read,
`hostile` opens every page of every hostile build in two browsers, `faults` puts faults into copies of entries
and traces them to their sources. Each prints what it has counted, and ends with 1 when something did not hold.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.assurance.faults import faults
from benchmarks.assurance.mounts import mounts
from generator.loading.compendium import load
from generator.problems import render
from generator.publishing.checksums import MANIFEST, manifest_faults
from tests.browser.harness import Browser
from tests.browser.server import served
from tests.browser.starting import BROWSERS, started
from tests.hostile.corpus import Vector, vectors
from tests.hostile.pages import write_raw, write_sanitised
from tests.hostile.placing import hostile_compendium
from tests.hostile.test_hostile import SENDS_ON, arrived
from tests.hostile.watching import NOTHING, Beacon, Seen, beacon, watched
from tests.publishing.stopping import stopped_at_every_line
from tests.site.conftest import BIN, PROJECT, run
from tests.small_compendium import FIXTURES

SLOWEST_ALLOWED = 5.0
"""Seconds that one file may take."""

BUILDS = 4
"""Hostile compendiums that the corpus is spread over: the list of references has a limit of its own."""

PIECES = (
    *(b"---\n", b"- ", b": ", b"#", b"&a ", b"*a ", b"!!x ", b"{", b"[", b'"', b"'", b"|\n", b">\n"),
    *(b"\t", b"\r", b"\x00", b"\xff", b"\xc3", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xf0\x9f\x98\x80"),
    *(b"`" * 40, b"> " * 40, b"- " * 40, b"9" * 40, b"<script>", b"<![", b"&#x0;", b"| a |\n|---|\n"),
    *(b"[a](javascript:x)", b"![", b"[@", b"[^1]"),
)


def mutations(number: int) -> bool:
    """Whether every broken file is answered with problems, in good time and without a traceback."""
    share = 250
    with ProcessPoolExecutor() as pool:
        parts = list(pool.map(_mutated_share, range(number // share), [share] * (number // share)))
    failed = [line for _, _, lines in parts for line in lines]
    slowest = max(slow for slow, _, _ in parts)
    total = sum(count for _, count, _ in parts)
    print(f"{total} broken files, {len(failed)} tracebacks, the slowest took {slowest:.2f} s")
    print("\n".join(failed[:10]))
    return not failed and slowest <= SLOWEST_ALLOWED


def _mutated_share(seed: int, share: int) -> tuple[float, int, list[str]]:
    """The slowest reading, how many there were, and every traceback of one share of the mutations."""
    chance = random.Random(seed)
    slowest, failed = 0.0, []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "small"
        shutil.copytree(FIXTURES / "small", root)
        for _ in range(share):
            source = chance.choice(_SOURCES)
            path = root / source.parent.name / ("references.yaml" if source.suffix == ".yaml" else "x.md")
            before = path.read_bytes() if path.exists() else None
            path.write_bytes(_broken(source.read_bytes(), chance))
            begun = time.process_time()
            try:
                render(load(root)[1], "text")
            except Exception:
                failed.append(f"{source.name}, seed {seed}: {traceback.format_exc()[-400:]}")
            slowest = max(slowest, time.process_time() - begun)
            if before is None:
                path.unlink()
            else:
                path.write_bytes(before)
    return slowest, share, failed


_SOURCES = [
    *sorted((PROJECT / "practices").glob("*.*")),
    *sorted((PROJECT / "pages").glob("*.md")),
    *sorted((PROJECT / "indicators").glob("*.md")),
]


def _broken(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(content))
        end = min(len(content), start + chance.choice((0, 0, 1, 4, 40, 400)))
        middle = chance.choice((b"", content[start:end] * 2, chance.choice(PIECES), chance.randbytes(2)))
        content = content[:start] + middle + content[end:]
    return content


def kills(number: int) -> bool:
    """Whether a site outlives `number` builds that are killed at random moments."""
    chance = random.Random(1)
    states: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        for name in ("practices", "indicators", "pages", "overrides"):
            shutil.copytree(PROJECT / name, root / name)
        shutil.copy(PROJECT / "mkdocs.yml", root)
        lasted = _build_time(root)
        for round_ in range(number):
            states[_after_kill(root, round_, chance.uniform(0, lasted * 1.1))] += 1
        left = sorted(path.name for path in root.iterdir() if path.name.startswith(".site"))
        _build_time(root)
        clean = not [path.name for path in root.iterdir() if path.name.startswith(".site")]
    print(
        f"{number} builds killed within {lasted:.1f} s: {dict(states)}; left beside: {left}; cleared: {clean}"
    )
    return not states["broken"] and clean


def _after_kill(root: Path, round_: int, moment: float) -> str:
    """Which site stands there after a build of changed content was killed."""
    before = (root / "site" / MANIFEST).read_bytes()
    page = root / "pages/evidence.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text.partition('Round ')[0].rstrip()}\n\nRound {round_}.\n", "utf-8")
    command = [str(BIN / "compendium"), "build"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as build:
        time.sleep(moment)
        build.kill()
    if manifest_faults(root / "site"):
        return "broken"
    return "old" if (root / "site" / MANIFEST).read_bytes() == before else "new"


def _build_time(root: Path) -> float:
    begun = time.monotonic()
    done = run("compendium", "build", cwd=root)
    assert done.returncode == 0, done.stderr
    return time.monotonic() - begun


def lines(_: int) -> bool:
    """Whether a publication that is stopped at any line leaves the old site or the new one."""
    held = True
    for at_once in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            stops = stopped_at_every_line(Path(folder) / "site", at_once)
        way = "in one step" if at_once else "by renames"
        print(f"exchanged {way}: {stops.old} times the old site, {stops.new} times the new one")
        print("\n".join(stops.broken))
        held = held and not stops.broken
    return held


def hostile(part: int) -> bool:
    """Whether no vector gets past the defences together or alone; one page in `part` is opened."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder, beacon() as elsewhere:
        every = vectors(elsewhere.address)
        sites = list(_hostile_sites(Path(folder), every))
        single = Path(folder) / "single"
        single.mkdir()
        for vector in every:
            write_raw(single, vector, policy=True)
            write_raw(single, vector, policy=False)
        write_sanitised(single, every)
        for name in BROWSERS:
            wrong.extend(_each_defence(name, single, every[::part], elsewhere))
            for site in sites:
                wrong.extend(_together(name, site, part, elsewhere))
    print("\n".join(wrong[:40]))
    return not wrong


def _hostile_sites(folder: Path, every: tuple[Vector, ...]) -> Iterator[Path]:
    """The sites that the real build makes of the corpus, each of a part of it."""
    refused = 0
    for number in range(BUILDS):
        content = hostile_compendium(folder / f"content-{number}", every[number::BUILDS])
        refused += len(content.refused)
        site = folder / f"site-{number}"
        built = run("compendium", "build", "--site-dir", str(site), cwd=content.root)
        assert built.returncode == 0, built.stdout + built.stderr
        yield site
    print(f"{len(every)} vectors in every text field and in 2 bodies each; {refused} bodies or files refused")


def _each_defence(name: str, single: Path, chosen: tuple[Vector, ...], elsewhere: Beacon) -> Iterator[str]:
    did: Counter[str] = Counter()
    with served(single) as base, started(name) as browser:
        for vector in chosen:
            control = watched(browser, f"{base}control-{vector.number}.html", base, elsewhere)
            did["control"] += control != NOTHING
            alone = watched(browser, f"{base}policy-{vector.number}.html", base, elsewhere)
            sent = arrived(alone.asked) and not SENDS_ON.search(vector.text)
            if alone.scripts or sent:
                yield f"{name}, the policy alone: {vector}: {alone}"
        sanitised = watched(browser, f"{base}sanitised.html", base, elsewhere)
    print(
        f"{name}: of {len(chosen)} vectors {did['control']} fire unhindered; the sanitiser alone: {sanitised}"
    )
    if sanitised != NOTHING:
        yield f"{name}, the sanitiser alone: {sanitised}"


def _together(name: str, site: Path, part: int, elsewhere: Beacon) -> Iterator[str]:
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))[::part]
    with served(site) as address, started(name) as browser:
        for base in (address, f"{site.as_uri()}/"):
            seen = {page: _seen(browser, base, page, elsewhere) for page in pages}
            wrong = [f"{name}: {base}{page}: {what}" for page, what in seen.items() if what != NOTHING]
            way = base.partition(":")[0]
            print(f"{name}, {way}: {len(pages)} pages of {site.name} opened, {len(wrong)} did something")
            yield from wrong


def _seen(browser: Browser, base: str, page: str, elsewhere: Beacon) -> Seen:
    seen = watched(browser, base + page, base, elsewhere)
    return seen._replace(scripts=()) if page == "measures.html" and not any(seen.scripts) else seen


RUNS: dict[str, tuple[Callable[[int], bool], int]] = {
    "mutations": (mutations, 100_000),
    "kills": (kills, 200),
    "lines": (lines, 1),
    "mounts": (mounts, 1),
    "hostile": (hostile, 1),
    "faults": (faults, 1_200),
}

if __name__ == "__main__":
    chosen_run, usual = RUNS[sys.argv[1]]
    given = int(sys.argv[2]) if len(sys.argv) > 2 else usual
    sys.exit(0 if chosen_run(given) else 1)
