"""What a reader finds on the built pages."""

import html
import re
from pathlib import Path

import pytest

from generator import vocabulary
from generator.compendium.catalogue import Catalogue
from generator.loading.compendium import load
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.texts import read_texts
from generator.site.pages import site_pages
from tests.site.conftest import PROJECT, pages_of


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    compendium, problems = load(PROJECT, addresses.generated_paths())
    assert problems == []
    return Catalogue(compendium)


def words(page: Path) -> str:
    """The text of a page as a reader sees it, on one line."""
    body = page.read_text(encoding="utf-8").split("<main", 1)[1].split("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_site_has_exactly_the_pages_that_are_due(site: Path, catalogue: Catalogue) -> None:
    due = {page.address for page in site_pages(CompendiumText(catalogue, read_texts()))} | {"measures.html"}
    assert {page.relative_to(site).as_posix() for page in pages_of(site)} == due


def test_addresses_of_the_contract_are_there(site: Path) -> None:
    for address in (
        "index.html",
        "practices/index.html",
        "practices/freedom-programme.html",
        "indicators/index.html",
        "indicators/matrix.html",
        "indicators/4-safety.html",
        "indexes/theme/domestic-violence.html",
        "indexes/country/IE.html",
        "references.html",
        "lineage.html",
        "map.html",
    ):
        assert (site / address).is_file(), address


def test_every_claim_of_every_practice_is_on_its_page(site: Path, catalogue: Catalogue) -> None:
    for entry in catalogue.practices.values():
        shown = words(site / addresses.practice(entry.id))
        fields = entry.fields
        claims = [fields.title, fields.summary, *fields.alt_titles, *filter(None, [fields.status_note])]
        claims += [text for e in fields.necessary_elements or () for text in (e.element, e.why)]
        claims += [e.finding for e in fields.evidence.evaluations]
        claims += [mark.note for mark in fields.indicators.values() if mark.note]
        claims += [s.text for s in (*(fields.not_suitable_when or ()), *(fields.preconditions or ()))]
        claims += [heading.text for heading in entry.body.headings]
        missing = [claim for claim in claims if " ".join(claim.split()) not in shown]
        assert missing == [], entry.id


def test_historical_practices_carry_their_banner(site: Path, catalogue: Catalogue) -> None:
    for entry in catalogue.practices.values():
        page = (site / addresses.practice(entry.id)).read_text(encoding="utf-8")
        assert ('class="banner' in page) == (entry.fields.status != "current"), entry.id


def test_brief_entries_say_what_they_lack(site: Path, catalogue: Catalogue) -> None:
    for entry in catalogue.practices.values():
        assert ("What this entry does not cover yet" in words(site / addresses.practice(entry.id))) == (
            entry.fields.entry == "brief"
        ), entry.id


def test_each_indicator_names_every_practice(site: Path, catalogue: Catalogue) -> None:
    for indicator in catalogue.indicators.values():
        page = (site / addresses.indicator(indicator.id)).read_text(encoding="utf-8")
        absent = [id_ for id_ in catalogue.practices if f"/{id_}.html" not in page]
        assert absent == [], indicator.id


def test_each_indicator_shows_every_criterion_in_both_wordings(site: Path, catalogue: Catalogue) -> None:
    for indicator in catalogue.indicators.values():
        shown = words(site / addresses.indicator(indicator.id))
        fields = indicator.fields
        texts = [fields.title, fields.ipc_title, *(c.text for c in (*fields.criteria, *fields.ipc_criteria))]
        assert [text for text in texts if text not in shown] == [], indicator.id


def test_matrix_lists_all_practices_in_every_order(site: Path, catalogue: Catalogue) -> None:
    for page in sorted((site / "indicators").glob("matrix*.html")):
        found = re.findall(
            r'<th scope="row"[^>]*><a href="\.\./practices/([a-z0-9-]+)\.html"', page.read_text("utf-8")
        )
        assert sorted(found) == sorted(catalogue.practices), page.name


def test_index_pages_list_exactly_the_practices_that_share_a_value(site: Path, catalogue: Catalogue) -> None:
    for facet, by_value in catalogue.groups.items():
        for value, group in by_value.items():
            page = site / addresses.index_of(facet, value)
            if page.is_file():
                main = page.read_text("utf-8").split("<main", 1)[1].split("</main>")[0]
                found = set(re.findall(r"practices/([a-z0-9-]+)\.html", main))
                assert found == {entry.id for entry in group.practices}, page


def test_map_tells_gaps_from_practices_without_a_tier_or_a_work_stream(
    site: Path, catalogue: Catalogue
) -> None:
    needs, shown = catalogue.needs_map, words(site / "map.html")
    empty = [cell for row in needs.rows for cell in row if not cell.practices]
    assert empty
    assert shown.count("None known") == len(needs.gaps)
    assert shown.count("None placed here") == len(empty) - len(needs.gaps)
    for cell in empty:
        for what, found in (
            ("of this work stream without a tier", cell.without_tier),
            ("of this tier without a work stream", cell.without_stream),
        ):
            assert not found or f"Practices {what}: {len(found)}" in shown


def test_every_practice_is_on_the_map(site: Path, catalogue: Catalogue) -> None:
    assert set(re.findall(r"practices/([a-z0-9-]+)\.html", (site / "map.html").read_text("utf-8"))) >= set(
        catalogue.practices
    )


def test_links_of_the_map_lead_to_what_they_count(site: Path) -> None:
    page = (site / "map.html").read_text("utf-8")
    assert {*re.findall(r'href="#(no-[a-z0-9-]+)"', page)} - {*re.findall(r' id="([a-z0-9-]+)"', page)} == set()


def test_home_counts_practices_without_a_tier(site: Path, catalogue: Catalogue) -> None:
    number = sum(entry.fields.tiers is None for entry in catalogue.practices.values())
    assert f"{number} practices without a tier of need" in words(site / "index.html")


def test_references_name_the_entries_that_cite_them(site: Path, catalogue: Catalogue) -> None:
    page = (site / "references.html").read_text("utf-8")
    sections = dict(re.findall(r'<div class="reference">\s*<h2 id="([a-z0-9-]+)"(.*?)</div>', page, re.DOTALL))
    for key, entries in catalogue.citing.items():
        assert set(re.findall(r"practices/([a-z0-9-]+)\.html", sections[key])) == {e.id for e in entries}, key


def test_title_in_another_language_is_marked_as_such(site: Path, catalogue: Catalogue) -> None:
    in_dutch = {r.title for r in catalogue.references.values() if r.language == "nl"}
    assert "Soorten effectonderzoek" in in_dutch
    for page in ("references.html", "evidence.html"):
        marked = re.findall(r'<cite lang="nl">(.*?)</cite>', (site / page).read_text("utf-8"))
        assert set(map(html.unescape, marked)) == in_dutch, page


def test_lineage_shows_each_origin_with_its_offspring(site: Path, catalogue: Catalogue) -> None:
    shown = words(site / "lineage.html")
    for id_, origins in catalogue.lineage.origins.items():
        assert catalogue.practices[id_].title in shown
        for origin in origins:
            assert origin.name in shown


def test_not_described_is_said_wherever_no_source_says_it(site: Path, catalogue: Catalogue) -> None:
    silent = [entry for entry in catalogue.practices.values() if entry.fields.tiers is None]
    assert silent
    for entry in silent:
        said = re.findall(r"sources are silent on: ([^.]*)\.", words(site / addresses.practice(entry.id)))
        assert "tier of need" in "; ".join(said).lower(), entry.id


def test_every_mark_is_labelled(site: Path, catalogue: Catalogue) -> None:
    labels = {term.label for term in vocabulary.MARK}
    for entry in catalogue.practices.values():
        shown = words(site / addresses.practice(entry.id))
        table = shown.split("Good-practice indicators", 1)[1]
        assert sum(table.count(label) for label in labels) >= len(catalogue.indicators), entry.id
