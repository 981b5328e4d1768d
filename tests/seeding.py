"""Makes compendia of any size for benchmarks and tests: the same seed gives the same bytes.

The entries have the length, the links and the facets of real ones: their words come from the real
bodies, their fields are drawn from the vocabulary.
"""

import random
import re
import shutil
from pathlib import Path

from generator import vocabulary
from generator.schema.fields import LEAST_QUOTED

PROJECT = Path(__file__).parent.parent
FULL_SHARE = 0.6
COUNTRIES = ("GB", "IE", "FR", "AT", "IT", "FI", "DE", "ES", "EE", "NL", "PT", "EU")
REFERENCES = ("ipc-wales", "stella-2007", "chalvi-2007", "humphreys-2000")


def seed_compendium(root: Path, size: int, seed: int = 1) -> Path:
    """Writes a compendium with `size` practices into `root` and returns `root`."""
    root.mkdir(parents=True, exist_ok=True)
    for name in ("indicators", "pages", "overrides"):
        shutil.copytree(PROJECT / name, root / name, dirs_exist_ok=True)
    shutil.copy(PROJECT / "mkdocs.yml", root / "mkdocs.yml")
    _leave_out_pages_on_real_entries(root)
    (root / "practices").mkdir(exist_ok=True)
    shutil.copy(PROJECT / "practices/references.yaml", root / "practices/references.yaml")
    writer = _Writer(random.Random(seed), size)
    for number in range(size):
        text = writer.practice(number)
        (root / "practices" / f"{slug(number)}.md").write_text(text, encoding="utf-8", newline="\n")
    return root


def _leave_out_pages_on_real_entries(root: Path) -> None:
    """Takes away the pages that link to entries of this repository, with their lines in the navigation."""
    config = root / "mkdocs.yml"
    for page in (root / "pages").glob("*.md"):
        if re.search(r"\]\(practices/(?!index\.md)", page.read_text(encoding="utf-8")):
            page.unlink()
            lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
            config.write_text("".join(line for line in lines if page.name not in line), encoding="utf-8")


def slug(number: int) -> str:
    """The id of the practice with this number."""
    return f"seeded-practice-{number:05d}"


class _Writer:
    """Writes practices one after the other from one source of chance."""

    def __init__(self, chance: random.Random, size: int) -> None:
        self._chance = chance
        self._size = size
        self._sentences = _sentences()

    def practice(self, number: int) -> str:
        """The text of one practice file."""
        full = self._chance.random() < FULL_SHARE
        fields = self._common(number, full) + (self._full() if full else "") + self._rest(number)
        return f"---\n{fields}---\n\n{self._body(full)}"

    def _some(self, terms: vocabulary.Vocabulary, most: int) -> str:
        count = self._chance.randint(1, most)
        return f"[{', '.join(self._chance.sample(terms.values, count))}]"

    def _one(self, terms: vocabulary.Vocabulary) -> str:
        return self._chance.choice(terms.values)

    def _text(self, sentences: int) -> str:
        return " ".join(self._chance.choice(self._sentences) for _ in range(sentences))

    def _source(self) -> str:
        section = f"section 7.{self._chance.randint(1, 12)}"
        return f"{{ref: {REFERENCES[0]}, locator: {section}, quote: {self._quote()}}}"

    def _quote(self) -> str:
        words = self._text(3).split()
        return repr(" ".join(words[: self._chance.randint(LEAST_QUOTED, 12)]))

    def _common(self, number: int, full: bool) -> str:
        return (
            f"title: Seeded practice {number} {self._text(1).split()[0]}\n"
            f"summary: >-\n  {self._text(1)[:280]}\n"
            f"entry: {'full' if full else 'brief'}\n"
            f"status: historical\nstatus_note: {self._text(1)!r}\n"
            f"category: {self._one(vocabulary.CATEGORY)}\n"
            f"field: {self._some(vocabulary.FIELD, 2)}\n"
            f"kind: {self._one(vocabulary.KIND)}\n"
            f"countries: [{self._chance.choice(COUNTRIES)}]\n"
            f"themes: {self._some(vocabulary.THEME, 4)}\n"
        )

    def _full(self) -> str:
        elements = "".join(
            f"  - element: {self._text(1)[:80]!r}\n    why: {self._text(1)!r}\n"
            f"    basis: source-says\n    adaptable: {self._one(vocabulary.ADAPTABLE)}\n"
            f"    source: {self._source()}\n"
            for _ in range(3)
        )
        return (
            f"origin: {self._one(vocabulary.ORIGIN)}\n"
            f"work_streams: {self._some(vocabulary.WORK_STREAM, 2)}\n"
            f"tiers: {self._some(vocabulary.TIER, 2)}\n"
            f"providers: {self._some(vocabulary.PROVIDER, 2)}\n"
            f"participants:\n  - who: {self._text(1)!r}\n    ages: {{from: 5, to: 18}}\n"
            f"    source: {self._source()}\n"
            f"delivery:\n  mode: {self._some(vocabulary.MODE, 2)}\n  sessions: 12\n  session_minutes: 90\n"
            f"  source: {self._source()}\n"
            f"organisations: not-described\nyears: not-described\nnecessary_elements:\n{elements}"
            f"context: not-described\npreconditions:\n  - text: {self._text(1)!r}\n"
            f"    source: {self._source()}\n"
            f"not_suitable_when: not-described\n"
        )

    def _rest(self, number: int) -> str:
        related = ", ".join(slug(self._chance.randrange(number)) for _ in range(2)) if number > 1 else ""
        marks = "".join(f"  {n}: {self._mark(n)}\n" for n in vocabulary.INDICATOR_NUMBER.values)
        return (
            f"related: [{', '.join(dict.fromkeys(related.split(', '))) if related else ''}]\n"
            f"evidence:\n  level: described\nindicators:\n{marks}sources:\n"
            + "".join(f"  - {{ref: {ref}, locator: section 7}}\n" for ref in REFERENCES[:2])
            + f"reviewed_on: 2026-{self._chance.randint(1, 12):02d}-{self._chance.randint(1, 28):02d}\n"
        )

    def _mark(self, number: str) -> str:
        if self._chance.random() < 0.6:
            return "{mark: not-described}"
        return f"{{mark: partly, criteria: [I{number}.1], note: {self._text(1)!r}, source: {self._source()}}}"

    def _body(self, full: bool) -> str:
        headings = vocabulary.BODY_HEADINGS if full else (vocabulary.BRIEF_HEADING,)
        return "\n".join(f"## {heading}\n\n{self._section()}" for heading in headings)

    def _section(self) -> str:
        paragraph = f"{self._text(4)} [@ipc-wales, section 7.{self._chance.randint(1, 12)}]\n"
        items = "".join(f"- {self._text(1)}\n" for _ in range(self._chance.randint(1, 4)))
        link = (
            f"\nSee [another practice]({slug(self._chance.randrange(self._size))}.md) and *{self._text(1)}*\n"
        )
        return f"{paragraph}\n{items}{link if self._chance.random() < 0.5 else ''}"


def _sentences() -> list[str]:
    """Plain sentences of the real bodies, in a fixed order."""
    found: set[str] = set()
    for path in (PROJECT / "practices").glob("*.md"):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        found.update(re.findall(r"[A-Z][A-Za-z ,]{40,160}\.", body))
    return sorted(found)
