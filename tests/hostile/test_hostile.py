"""What strangers write reaches no page: 0 scripts, 0 requests, 0 navigations, by each defence alone and by all.

The ordinary run opens a part of the pages; `python -m benchmarks.assurance hostile` opens all of them.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.loading.compendium import load
from generator.presentation.addresses import generated_paths
from generator.problems import Problem
from generator.reading.prose import ELEMENTS, read_prose
from tests.browser.harness import Browser
from tests.browser.server import served
from tests.browser.starting import BROWSERS, started
from tests.hostile.corpus import vectors
from tests.hostile.pages import write_raw, write_sanitised
from tests.hostile.placing import Hostile, hostile_compendium
from tests.hostile.watching import NOTHING, Beacon, beacon, watched
from tests.site.conftest import run
from tests.small_compendium import SmallCompendium

EVERY = 9
"""Of the vectors, one in so many is opened in the ordinary run."""

SENDS_ON = re.compile(r"http-equiv=[\"']?refresh", re.IGNORECASE)
"""What no policy stops: only the sanitiser stands between these and the reader."""

KINDS = [
    *("attributes", "broken", "forms", "frames", "handlers", "ids"),
    *("images", "links", "scripts", "styles", "svg", "templates"),
]
_TAG = re.compile(r"<(/?)([a-zA-Z!?][^\s/>]*)((?:[^>\"]|\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r'\s([^\s=">]+)="([^"]*)"')
_PLAIN = frozenset({"align", "alt", "aria-label", "class", "id", "start", "title"})
_OURS = frozenset({"data-footnote-backref", "data-footnote-ref", "data-locator", "data-ref"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Beacon]:
    """A server that is not the site's and that nobody should ask."""
    with beacon() as shining:
        yield shining


@pytest.fixture(scope="module", params=BROWSERS)
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Chromium, then Firefox."""
    with started(request.param) as opened:
        yield opened


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory, elsewhere: Beacon) -> Path:
    """Pages for one defence at a time."""
    folder = tmp_path_factory.mktemp("single")
    every = vectors(elsewhere.address)
    for vector in every[::EVERY]:
        write_raw(folder, vector, policy=True)
        write_raw(folder, vector, policy=False)
    write_sanitised(folder, every)
    return folder


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory, elsewhere: Beacon) -> Hostile:
    """The project's content with a third of the vectors in it, less what the checks refuse."""
    return hostile_compendium(tmp_path_factory.mktemp("hostile") / "content", vectors(elsewhere.address)[::3])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, content: Hostile) -> Path:
    """The site that the real build makes of it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    built = run("compendium", "build", "--site-dir", str(folder), cwd=content.root)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


def test_the_corpus_is_large_and_covers_every_kind() -> None:
    texts = {vector.text for vector in vectors()}
    assert len(texts) == len(vectors()) >= 300
    kinds = Counter(vector.kind for vector in vectors())
    assert sorted(kinds) == KINDS
    assert min(kinds.values()) >= 20


@pytest.mark.parametrize(
    "around", ["{}", "Text {} text", "> - {}", "# {}", "| {} |\n|---|", "[^1]\n\n[^1]: {}"]
)
def test_a_body_shows_only_expected_elements_attributes_and_addresses(around: str) -> None:
    for vector in vectors():
        prose, problems = read_prose(around.format(vector.text), "practices/x.md", first_line=10)
        assert all(problem.path == "practices/x.md" and problem.line >= 10 for problem in problems)
        if prose is not None:
            assert list(_unexpected(prose.html)) == [], vector


def _unexpected(text: str) -> Iterator[str]:
    for closing, name, rest in _TAG.findall(text):
        if name not in {*ELEMENTS, "cite"}:
            yield f"<{name}"
        for attribute, value in _ATTRIBUTE.findall("" if closing else rest):
            schemes = {"href": ("http", "https", "mailto"), "src": ()}.get(attribute)
            if attribute not in {*_PLAIN, *_OURS} and schemes is None:
                yield f"{name} {attribute}"
            if schemes is not None and not _leads_well(value, schemes):
                yield f"{name} {attribute}={value}"


def _leads_well(value: str, schemes: tuple[str, ...]) -> bool:
    """Whether a browser, which drops white space and control characters, stays here or uses a known scheme."""
    address = re.sub(r"[\x00-\x20]", "", html.unescape(value))
    scheme = _SCHEME.match(address)
    return scheme[1].lower() in schemes if scheme else not address.startswith(("/", "\\"))


def test_raw_html_is_reported_by_file_and_line(compendium: SmallCompendium) -> None:
    text = compendium.text("practices/brief.md")
    compendium.write("practices/brief.md", f"{text}\nText <script>x()</script>\n")
    line = text.count("\n") + 2
    fix = "Remove it and use Markdown; a bare '<' is written as '\\<'."
    assert compendium.problems() == [
        Problem("practices/brief.md", line, 6, "raw-html", "HTML is not allowed: '<script>'.", fix),
        Problem("practices/brief.md", line, 17, "raw-html", "HTML is not allowed: '</script>'.", fix),
    ]


def test_no_vector_passes_as_a_file_name(compendium: SmallCompendium) -> None:
    names = {f"{vector.text}.md" for vector in vectors() if _can_be_a_name(f"{vector.text}.md")}
    assert len(names) > 200
    for folder in ("practices", "indicators", "pages"):
        for name in names:
            (compendium.path(folder) / name).write_text("---\ntitle: A\n---\n", "utf-8")
        refused = {Path(p.path).name for p in compendium.problems() if p.rule in ("file-name", "not-a-file")}
        assert {name for name in names if not name.startswith(".")} <= refused


def _can_be_a_name(name: str) -> bool:
    return (
        not re.search(r"[/\n]", name) and len(name.encode()) < 250 and not re.fullmatch(r"[a-z0-9-]+\.md", name)
    )


def test_every_refusal_names_the_file_that_was_written(content: Hostile) -> None:
    assert all(re.fullmatch(r"(practices|pages)/v-\d+\.md", path) for path in content.refused)
    assert load(content.root, generated_paths())[1] == []


def test_unhindered_the_vectors_run_ask_and_lead_away(
    browser: Browser, single: Path, elsewhere: Beacon
) -> None:
    did: Counter[str] = Counter()
    with served(single) as base:
        for vector in vectors(elsewhere.address)[::EVERY]:
            seen = watched(browser, f"{base}control-{vector.number}.html", base, elsewhere)
            did[vector.kind] += seen != NOTHING
    assert {"broken", "handlers", "images", "links", "scripts", "styles", "svg"} <= set(+did)
    assert did.total() >= 20


def test_the_sanitiser_alone_lets_nothing_run_ask_or_lead_away(
    browser: Browser, single: Path, elsewhere: Beacon
) -> None:
    with served(single) as base:
        assert watched(browser, f"{base}sanitised.html", base, elsewhere) == NOTHING
    address = (single / "sanitised.html").as_uri()
    assert watched(browser, address, address, elsewhere) == NOTHING


def test_the_policy_alone_lets_nothing_run_or_ask(browser: Browser, single: Path, elsewhere: Beacon) -> None:
    with served(single) as base:
        for vector in vectors(elsewhere.address)[::EVERY]:
            seen = watched(browser, f"{base}policy-{vector.number}.html", base, elsewhere)
            assert seen.scripts == (), vector
            assert arrived(seen.asked) == () or SENDS_ON.search(vector.text), vector


def arrived(asked: tuple[str, ...]) -> tuple[str, ...]:
    """What reached the other server: browsers also report what the policy has kept them from sending."""
    return tuple(address for address in asked if address.startswith("/"))


@pytest.mark.parametrize("way", ["http", "file"])
def test_on_the_built_site_nothing_runs_asks_or_leads_away(
    browser: Browser, site: Path, elsewhere: Beacon, way: str
) -> None:
    pages = opened_pages(site)
    assert len(pages) > 20
    with served(site) as address:
        base = address if way == "http" else f"{site.as_uri()}/"
        seen = {page: watched(browser, base + page, base, elsewhere) for page in pages}
    assert {page: what for page, what in seen.items() if what != NOTHING} == {}


def opened_pages(site: Path) -> list[str]:
    """The pages that show vectors of others in lists, and some of the vectors' own."""
    own = sorted(file.relative_to(site).as_posix() for file in site.rglob("v-*.html"))
    lists = ("practices/index.html", "references.html", "lineage.html", "map.html", "indicators/4-safety.html")
    return [*lists, *own[::20]]
