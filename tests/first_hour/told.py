"""What a tutorial tells its reader to do: the fenced blocks of a Markdown text, in their order.

A block in the language `sh` is typed into a terminal. A block with `file=` is the text of a file, one
with `append=` goes to a file's end, one with `below=` beneath the line in the file that begins so.
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

_BLOCK = re.compile(r"^```(?P<language>\w+)(?P<how>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, what is to be done with it, its text."""

    language: str
    how: str
    text: str

    @property
    def script(self) -> str:
        """The commands that do what the reader is told to do; nothing for a block that is only shown."""
        if self.language == "sh":
            return self.text
        path = re.search(r"(?:file|append)=(\S+)", self.how)
        if path is None:
            return ""
        if " below=" in self.how:
            line = self.how.partition(" below=")[2].strip()
            return f"insert_below {shlex.quote(path[1])} {shlex.quote(line)} {shlex.quote(self.text)}\n"
        sign = ">>" if "append=" in self.how else ">"
        return f"printf %s {shlex.quote(self.text)} {sign} {shlex.quote(path[1])}\n"


def blocks(markdown: str) -> Iterator[Block]:
    """The fenced blocks of a text."""
    for found in _BLOCK.finditer(markdown):
        yield Block(found["language"], found["how"], found["text"])
