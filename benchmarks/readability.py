"""How easy the entries and pages are to read: the median and the worst of each, as a table in Markdown.

Run as `python -m benchmarks.readability [FOLDER]`, with the folder of a compendium if not this one.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from generator.editing.reading_ease import LONG_SENTENCE, ReadingEase, reading_ease
from generator.reading.folder import content_files, read_document

FOLDERS = {"practices": ("references.yaml",), "indicators": (), "pages": ("assets",)}


def measured(root: Path, folder: str) -> list[ReadingEase]:
    """What is counted in each file of a folder."""
    files, _ = content_files(root / folder, root, FOLDERS[folder])
    documents = (read_document(file, root)[0] for file in files)
    return [reading_ease(document) for document in documents if document is not None]


def table(root: Path) -> Iterable[str]:
    """The lines of the table, and below it the longest sentences."""
    found = {folder: measured(root, folder) for folder in FOLDERS}
    yield "| | median sentence | longest sentence | long sentences | median grade | hardest |"
    yield "|---|---|---|---|---|---|"
    for folder, texts in found.items():
        lengths = [length for text in texts for length in text.lengths]
        hardest = max(texts, key=lambda text: text.grade)
        yield (
            f"| {len(texts)} {folder} | {median(lengths):.0f} words | {max(lengths)} words "
            f"| {sum(text.long for text in texts)} of {len(lengths)} "
            f"| {median(text.grade for text in texts):.1f} "
            f"| {hardest.grade:.1f}, `{hardest.path}` |"
        )
    yield f"\nThe longest sentences (long is more than {LONG_SENTENCE} words):\n"
    everything = [text for texts in found.values() for text in texts]
    for text in sorted(everything, key=lambda text: (-max(text.lengths), text.path))[:5]:
        yield f"- {max(text.lengths)} words, `{text.path}`: {text.longest}"


if __name__ == "__main__":
    print("\n".join(table(Path(sys.argv[1]) if len(sys.argv) > 1 else Path())))
