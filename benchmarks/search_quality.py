"""How many of the questions the search answers: `python -m benchmarks.search_quality [SITE]`.

Asks every question of `tests/search/questions.yaml` in Chromium, on the built site in `site/` or the one that
is named, opened from its folder. The site may be of another version of this project: it only needs
`compendiumSearch.engine()`. Both halves of the set are reported: that by which search is tuned, and that which
is held out. The mean rank is that of the answers among the first ten; an answer is empty when it has no result.
"""

import sys
from pathlib import Path

from tests.browser.questions import ranks_in
from tests.browser.starting import started
from tests.search.asking import RIGHT

MOST = 10


def main(site: Path) -> None:
    """Prints the figures, and the questions that were not answered."""
    with started("chromium") as browser:
        browser.open((site.resolve() / "index.html").as_uri())
        found = ranks_in(browser, MOST)
    for half in ("tuning", "held-out"):
        told = [(place, anything) for question, place, anything in found if question["set"] == half]
        right = sum(0 < place <= RIGHT for place, _ in told)
        places = [place for place, _ in told if place]
        empty = sum(not anything for _, anything in told)
        print(
            f"{half:9} {len(told)} questions: {right} right ({right / len(told):.1%}), mean rank "
            f"{sum(places) / max(1, len(places)):.2f}, {empty} empty ({empty / len(told):.1%})"
        )
    for question, place, _ in found:
        if question["set"] == "tuning" and not 0 < place <= RIGHT:
            print(f"  not among the first {RIGHT}: {question['ask']}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path("site"))
