"""How far long work has come, on standard error: a bar on a terminal, a plain line for each stage elsewhere.

In come the stages as the core tells them (what is being done, how much is done, of how much); nothing
goes out. Commands that print for programs use `silent` instead.
"""

import sys
from typing import Any

import click

WORTH_TELLING = 200
"""From how many files on a check is long enough to be told of."""

_WORDS = {
    "practices": "Reading the practices",
    "pages": "Making the pages",
    "search": "Making the search",
    "site": "Checking the site",
    "chapters": "Setting the chapters",
    "book": "Printing the book",
    "handouts": "Printing the handouts",
}


class Told:
    """Progress that is told; work on fewer than `least` things is too short to be told of."""

    def __init__(self, least: int = 0) -> None:
        self._least = least
        self._stream = sys.stderr
        self._stage, self._done = "", 0
        self._bar: Any = None
        context = click.get_current_context(silent=True)
        if context is not None:  # a bar hides the cursor, and nobody else would show it again
            context.call_on_close(self.end)

    def __call__(self, what: str, done: int, total: int) -> None:
        """Shows that of `total` things of a stage so many are done."""
        if total < self._least:
            return
        if what != self._stage:
            self._begin(what, total)
        if self._bar is not None:
            self._bar.update(done - self._done)
            self._done = done
        if done >= total:
            if self._bar is not None:
                self._bar.finish()
                self._bar.render_progress()
            self.end()

    def end(self) -> None:
        """Ends the line of the bar, if there is one."""
        self._stage = ""
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None

    def _begin(self, what: str, total: int) -> None:
        self.end()
        self._stage, self._done = what, 0
        words = _WORDS.get(what, what)
        if total == 1 or not self._stream.isatty():
            click.echo(f"{words} ({total}) …" if total > 1 else f"{words} …", file=self._stream)
            return
        often = max(1, total // 100)
        self._bar = click.progressbar(
            length=total, label=words, file=self._stream, show_eta=False, update_min_steps=often
        )
        self._bar.render_progress()
