"""The list of search words: read, validated, and held against the entries. A compendium may have none."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.checks.search_words import repeated_words, unused_words
from generator.problems import Problem
from generator.reading.folder import read_text
from generator.reading.yaml_events import Places, StrictYaml
from generator.schema.explain import validated
from generator.schema.search_words import SearchWords

NAME = "search-words.yaml"
PATH = f"practices/{NAME}"


class SearchWordsRead:
    """What came of the file: the `record`, empty where there is none, and the problems in it."""

    def __init__(self, root: Path) -> None:
        self.record = SearchWords()
        self.problems: list[Problem] = []
        self._places = Places("")
        file = root / PATH
        if file.exists() or file.is_symlink():
            self._read(file, root)

    def _read(self, file: Path, root: Path) -> None:
        text, self.problems = read_text(file, root)
        reader = StrictYaml(PATH)
        tree = None if self.problems else reader.load(text)
        self.problems += reader.problems
        if self.problems or tree is None:
            return
        self._places = Places(text)
        read = validated(SearchWords, tree, PATH, self._places)
        if isinstance(read, list):
            self.problems = read
            return
        self.record = read
        self.problems = list(repeated_words(read, PATH, self._places))

    def unused(self, files: Iterable[Path]) -> Iterator[Problem]:
        """A warning for each word that none of the entries in `files` uses."""
        texts = (file.read_text(encoding="utf-8", errors="replace") for file in files)
        return unused_words(self.record, PATH, self._places, texts)
