"""A few stable pieces look as they did when somebody last looked at them."""

import io
from collections.abc import Iterator

import pytest
from PIL import Image

from tests.browser.page_types import build_steady_site
from tests.browser.pictures import PICTURES, PIECES, difference, picture
from tests.browser.reader import Reader
from tests.browser.server import served
from tests.browser.starting import started

ADVICE = "If that is meant, run 'python -m tests.browser.renew_pictures' and look at the new picture."


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the small site, whose entries nobody edits."""
    site = build_steady_site(tmp_path_factory.mktemp("steady"))
    with started("chromium") as browser, served(site) as address:
        yield Reader(browser, address)


@pytest.mark.parametrize("name", PIECES)
def test_piece_looks_as_it_did(reader: Reader, name: str) -> None:
    told = difference((PICTURES / f"{name}.png").read_bytes(), picture(reader, PIECES[name]))
    assert not told, f"{name}: {told}. {ADVICE}"


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("exit", "background-color: #1a6e2e"),
        ("ladder", "color: #9a3412"),
        ("marks", "color: #9aa"),
        ("card", "margin-left: 12px"),
        ("practice", "font-family: serif"),
    ],
)
def test_change_of_colour_place_or_letters_is_seen(reader: Reader, name: str, change: str) -> None:
    piece = PIECES[name]
    sheet = f".leave__button, .glance .drawing, .glance *, .card__summary {{ {change} !important }}"
    reader.open(piece.page, piece.look)
    reader.page.evaluate(
        "(css) => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }",
        sheet,
    )
    changed = reader.page.locator(piece.selector).first.screenshot()
    assert difference((PICTURES / f"{name}.png").read_bytes(), changed)


def test_smoothed_edges_are_no_difference() -> None:
    drawn = (PICTURES / "card.png").read_bytes()
    softened = io.BytesIO()
    picture_of_card = Image.open(io.BytesIO(drawn)).convert("RGB")
    picture_of_card.point(lambda value: min(255, value + 20)).save(softened, "PNG")
    assert difference(drawn, softened.getvalue()) == ""


def test_there_are_no_other_pictures_and_they_are_small() -> None:
    files = sorted(PICTURES.iterdir())
    assert {file.stem for file in files} == set(PIECES)
    assert sum(file.stat().st_size for file in files) < 150_000
