"""Pictures of a few pieces of the site with steady content, and whether two pictures show the same.

Chromium draws each piece at one size and with the site's own font. `PICTURES` holds how the pieces looked when
somebody last looked at them; `python -m tests.browser.renew_pictures` makes them anew.

Versions of Chromium smooth the edges of letters and shapes differently. A point therefore differs only
when one of its colours is more than `TOLERANCE` of 255 away, and pictures differ when more than `SHARE` of
their points do. A size may differ by one point, by which versions round it differently.
"""

import io
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops

from tests.browser.reader import DESK, PHONE, Look, Reader

PICTURES = Path(__file__).parent / "pictures"
TOLERANCE = 64
SHARE = 0.01


class Piece(NamedTuple):
    """Where a piece stands and how it is looked at."""

    page: str
    selector: str
    look: Look = Look()


_HISTORICAL = "practices/full.html"
_GROUP = "indexes/theme/domestic-violence.html"
PIECES: dict[str, Piece] = {
    "ladder": Piece(_HISTORICAL, ".glance__answer .ladder"),
    "marks": Piece(_HISTORICAL, ".glance .strip"),
    "marks-forced-colours": Piece(_HISTORICAL, ".glance .strip", Look(forced_colours=True)),
    "legend": Piece("indicators/matrix.html", ".legend"),
    "practice": Piece(_HISTORICAL, ".glance"),
    "practice-dark": Piece(_HISTORICAL, ".glance", Look(DESK, "dark")),
    "banner": Piece(_HISTORICAL, ".banner"),
    "card": Piece(_GROUP, ".card"),
    "card-phone": Piece(_GROUP, ".card", Look(PHONE)),
    "exit": Piece(_HISTORICAL, ".leave__button"),
    "exit-forced-colours": Piece(_HISTORICAL, ".leave__button", Look(forced_colours=True)),
}


def picture(reader: Reader, piece: Piece) -> bytes:
    """How a piece looks now, as PNG with no more than 256 colours."""
    reader.open(piece.page, piece.look)
    reader.page.evaluate("document.fonts.ready")
    drawn = Image.open(io.BytesIO(reader.page.locator(piece.selector).first.screenshot())).convert("RGB")
    small = io.BytesIO()
    drawn.quantize(256, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def difference(one: bytes, other: bytes) -> str:
    """In words how two pictures differ; nothing when they show the same."""
    first, second = (Image.open(io.BytesIO(each)).convert("RGB") for each in (one, other))
    if any(abs(before - after) > 1 for before, after in zip(first.size, second.size, strict=True)):
        return f"{first.size} became {second.size}"
    size = (min(first.width, second.width), min(first.height, second.height))
    apart = ImageChops.difference(*(each.crop((0, 0, *size)) for each in (first, second)))
    worst = ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2])
    differing = sum(worst.histogram()[TOLERANCE + 1 :])
    share = differing / (size[0] * size[1])
    return f"{share:.2%} of the points differ" if share > SHARE else ""
