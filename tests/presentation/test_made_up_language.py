"""Every text around the content is in the catalogue: in a language where all are marked, none is missed."""

import html
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.dates import get_month_names
from pypdf import PdfReader

from generator import vocabulary
from generator.book import EVERYTHING, Edition, make_pdf
from generator.compendium.records import Compendium
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.texts import Texts, read_texts
from generator.publishing.usb_texts import readme, start_page
from generator.site.pages import site_pages
from generator.vocabulary import Vocabulary
from tests.presentation.everything import Everything, compendium_of, flattened, text_of
from tests.site.rendering import rendered_template, theme_of
from tests.small_compendium import SmallCompendium

OVERRIDES = Path(__file__).parents[2] / "overrides"
FONTS = OVERRIDES / "assets/fonts"
MARKED = re.compile("«[^«»]*»")
MONTHS = [*get_month_names("wide", locale="en").values()]
DAY = rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}"
"""Days, whose words come from the same source as those of all languages (CLDR)."""

SEEN_ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "data-title", "data-once", "data-twice")
IN_THE_LANGUAGE_OF_THE_SCHEMA = {addresses.FIELDS: "made from the schema's own descriptions, for editors"}


def marked(text: str) -> str:
    return f"«{text}»"


@pytest.fixture(scope="module")
def texts() -> Texts:
    """The made-up language: every English text between guillemets."""
    english = read_texts()
    vocabularies = [value for value in vars(vocabulary).values() if isinstance(value, Vocabulary)]
    terms = [term for each in (*vocabularies, vocabulary.countries()) for term in each]
    words = {*(each.label for each in vocabularies), "Country"}
    words |= {text for term in terms for text in (term.label, term.definition)}
    return replace(
        english,
        singular={key: marked(text) for key, text in english.singular.items()},
        plurals={key: tuple(map(marked, forms)) for key, forms in english.plurals.items()},
        terms_in_words={text: marked(text) for text in words},
        _vocabularies={},
    )


@pytest.fixture(scope="module")
def compendium(tmp_path_factory: pytest.TempPathFactory) -> Compendium:
    return compendium_of(
        Everything(read_texts()), SmallCompendium(tmp_path_factory.mktemp("small") / "compendium")
    )


@pytest.fixture(scope="module")
def content(compendium: Compendium) -> str:
    """All that editors have written, and what is of no language: names of the site, ids, values."""
    records = (compendium.practices, compendium.indicators, compendium.references, compendium.pages)
    written = [text for folder in records for entry in folder.values() for text in flattened(entry)]
    bodies = [re.sub(r"<[^>]+>", " ", text) for text in written]
    criteria = [criterion.id for i in compendium.indicators.values() for criterion in i.fields.criteria]
    sources = {
        term.source for value in vars(vocabulary).values() if isinstance(value, Vocabulary) for term in value
    }
    missing = [
        field.title or "" for field in type(compendium.practices["everything"].fields).model_fields.values()
    ]
    return " ".join(
        map(
            squeezed,
            (*written, *bodies, *criteria, *sources, *missing, *compendium.references, "Site", "ISO 3166-1"),
        )
    )


def squeezed(text: str) -> str:
    """A text in small letters, its spaces and signs as single spaces."""
    return " ".join(re.findall(r"\w+", html.unescape(text).lower()))


class Seen(HTMLParser):
    """The texts of a page that a reader sees or hears."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.texts += [value for name, value in attrs if value and name in SEEN_ATTRIBUTES]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def unmarked(text: str) -> list[str]:
    """The pieces of a text that are not between marks, if they have letters."""
    while MARKED.search(text):
        text = MARKED.sub("\n", text)
    pieces = map(squeezed, re.split(rf"[\n.:;,|()\[\]·–]+| - |{DAY}", text))
    return [piece for piece in pieces if re.search("[a-z]{2}", piece)]


def missed(page: str, content: str) -> set[str]:
    """The texts of a page that are neither marked nor content."""
    reader = Seen()
    reader.feed(re.sub(r"<(script|style).*?</\1>", "", page, flags=re.DOTALL))
    return {piece for text in reader.texts for piece in unmarked(text) if f" {piece} " not in f" {content} "}


def test_no_page_has_a_text_of_its_own(compendium: Compendium, texts: Texts, content: str) -> None:
    words = text_of(compendium, texts)
    theme = theme_of(words)
    found = {
        f"{page.address}: {text}"
        for page in site_pages(words)
        if page.address not in IN_THE_LANGUAGE_OF_THE_SCHEMA
        for text in missed(theme.html(page), content)
    }
    assert found == set()


@pytest.mark.parametrize("name", ["measures.html", "404.html"])
def test_no_page_outside_the_navigation_has_a_text_of_its_own(
    compendium: Compendium, texts: Texts, content: str, name: str
) -> None:
    page = rendered_template(text_of(compendium, texts), name, base_url="/")
    assert missed(page, content) == set()


def test_the_book_has_no_text_of_its_own(compendium: Compendium, texts: Texts, content: str) -> None:
    edition = Edition(title="Site", subtitle="Site", licence="Site", texts=texts)
    pages = PdfReader(io.BytesIO(make_pdf(compendium, EVERYTHING, edition, FONTS).pdf)).pages
    printed = "\n".join(page.extract_text() for page in pages)
    known = {*content.split()}
    joined = re.sub(r"[\u00ad\u200b\u2060]|-\n", "", printed)
    for _ in range(3):
        joined = MARKED.sub(" ", joined)
    known |= {month.lower() for month in MONTHS}
    words = {word for word in squeezed(joined).split() if re.fullmatch("[a-z]{3,}", word)}
    assert {word for word in words if word not in known and not any(word in each for each in known)} == set()


def test_the_copy_on_a_stick_has_no_text_of_its_own(texts: Texts) -> None:
    page = start_page("Site", True, texts, "https://example.org/")
    assert missed(page, "site") == set()
    assert unmarked(readme("Site", True, texts)) == []


def test_no_template_has_a_text_of_its_own() -> None:
    """Whatever has letters between tags, or in an attribute that is read out, is one."""
    found = []
    for file in sorted(OVERRIDES.rglob("*.html")):
        template = re.sub(r"\{#.*?#\}", "", file.read_text("utf-8"), flags=re.DOTALL)
        template = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", template, flags=re.DOTALL)
        reader = Seen()
        reader.feed(re.sub(r"<(script|style).*?</\1>", "", template, flags=re.DOTALL))
        found += [f"{file.name}: {text.strip()}" for text in reader.texts if re.search("[A-Za-z]{3}", text)]
    assert found == []


def test_every_text_of_the_catalogue_is_used() -> None:
    """A key that nothing asks for is taken out; keys that are put together count by their parts.

    Scripts are given their own texts without the beginning `script.NAME.` of the keys.
    """
    project = Path(__file__).parents[2]
    files = (*project.glob("generator/**/*.py"), *OVERRIDES.rglob("*.html"), *OVERRIDES.rglob("*.js"))
    code = "\n".join(file.read_text("utf-8") for file in files)
    texts = read_texts()
    begun = re.findall(r"""["']([a-z0-9.-]+)\{|`([a-z0-9.-]+)\$\{""", code)
    parts = tuple(part for pair in begun for part in pair if part)
    quoted = {*re.findall(r"""["']([a-z0-9][a-z0-9.-]*)["']""", code)}
    keys = {re.sub(r"^script\.[a-z]+\.", "", key) for key in (*texts.singular, *texts.plurals)}
    unasked = {key for key in keys - quoted if not key.startswith(parts)}
    assert {key for key in unasked if key.rpartition("-")[0] not in quoted} == set()


def test_every_key_that_is_asked_for_exists() -> None:
    templates = "\n".join(file.read_text("utf-8") for file in OVERRIDES.rglob("*.html"))
    texts = read_texts()
    asked = {*re.findall(r'\bt\("([^"]+)"', templates)} - texts.singular.keys()
    counted = {*re.findall(r'\bcount\("([^"]+)"', templates)} - texts.plurals.keys()
    assert (asked, counted) == (set(), set())


def test_a_practice_in_the_made_up_language_is_all_marked(compendium: Compendium, texts: Texts) -> None:
    """The control: the marks do reach a page."""
    words: CompendiumText = text_of(compendium, texts)
    page = next(page for page in site_pages(words) if page.address == addresses.practice("everything"))
    assert theme_of(words).html(page).count("«") > 80
