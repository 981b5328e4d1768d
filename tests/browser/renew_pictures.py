"""Makes the pictures of `tests/browser/pictures` anew: `python -m tests.browser.renew_pictures`.

Run it after a change of the look that is meant, look at each picture that is named, and commit them.
"""

import tempfile
from pathlib import Path

from tests.browser.page_types import build_steady_site
from tests.browser.pictures import PICTURES, PIECES, difference, picture
from tests.browser.reader import Reader
from tests.browser.server import served
from tests.browser.starting import started


def main() -> None:
    """Writes the pictures that are new or have changed, and names them."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = build_steady_site(Path(folder))
        with started("chromium") as browser, served(site) as address:
            for name, piece in PIECES.items():
                _renew(PICTURES / f"{name}.png", picture(Reader(browser, address), piece))


def _renew(file: Path, now: bytes) -> None:
    told = difference(file.read_bytes(), now) if file.exists() else "new"
    if told:
        file.write_bytes(now)
        print(f"{file.name}: {told}")


if __name__ == "__main__":
    main()
