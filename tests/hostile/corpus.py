"""The vectors: pieces of content that would run, ask, or lead away if a page took them as they are.

Each line of `vectors/KIND.txt` is one. In it `§` stands for a script that leaves the vector's number in
the window's name, `¤` for an address that is not the site's, `µ` for the number, `⏎` for a new line.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "vectors"
ELSEWHERE = "b.test"
"""A host that does not exist; it stands in some vectors beside the address that does."""


class Vector(NamedTuple):
    """One piece of hostile content. The number is its own and stands in what it does."""

    number: int
    kind: str
    text: str


@cache
def vectors(beacon: str = f"http://{ELSEWHERE}/") -> tuple[Vector, ...]:
    """All vectors, by kind; those that ask for something ask `beacon`, an address that ends in a slash."""
    files = sorted(FOLDER.glob("*.txt"))
    lines = [(file.stem, line) for file in files for line in file.read_text("utf-8").splitlines()]
    return tuple(
        Vector(number, kind, _made(line, number, beacon)) for number, (kind, line) in enumerate(lines, 1)
    )


def _made(line: str, number: int, beacon: str) -> str:
    made = line.replace("§", f"void(top.name+=[,{number}])").replace("¤", f"{beacon}{number}")
    return made.replace("µ", str(number)).replace("⏎", "\n")
