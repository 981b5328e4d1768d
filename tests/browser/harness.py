"""What a test may do with a browser, whichever it is."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

PATIENCE = 20.0
"""Seconds that a page gets to do what is waited for."""


class PageChangedError(Exception):
    """The page went away while it was being asked something."""


class Driver(Protocol):
    """What each browser's own module provides."""

    requests: list[str]
    complaints: list[str]

    def navigate(self, url: str) -> None: ...
    def evaluate(self, expression: str) -> str: ...
    def insert(self, text: str) -> None: ...
    def press(self, *keys: str) -> None: ...
    def screenshot(self) -> bytes: ...
    def resize(self, width: int, height: int) -> None: ...


@dataclass
class Browser:
    """One window of one browser. Every wait has an end; nothing sleeps for a fixed time."""

    name: str
    driver: Driver
    scripts: bool = True
    _seen: int = field(default=0)

    @property
    def requests(self) -> list[str]:
        """Addresses that pages of this browser asked for, in order, since the last `forget`."""
        return self.driver.requests[self._seen :]

    @property
    def complaints(self) -> list[str]:
        """Errors and refusals that the browser wrote to its console."""
        return self.driver.complaints

    def forget(self) -> None:
        """Begins the list of requests anew."""
        self._seen = len(self.driver.requests)

    def open(self, url: str) -> None:
        """Goes to a page and waits until it and its scripts are loaded."""
        self.driver.navigate(url)

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page; promises are awaited, JSON comes back.

        An element comes back as true. Where pages run no scripts there are no promises to be awaited.
        """
        told = "JSON.stringify(value instanceof Node ? true : (value ?? null))"
        begun, value = (
            ("async () =>", f"await ({expression})") if self.scripts else ("() =>", f"({expression})")
        )
        return json.loads(self.driver.evaluate(f"({begun} {{ const value = {value}; return {told}; }})()"))

    def type(self, text: str) -> None:
        """Types a text, key by key, into whatever has the focus."""
        self.driver.insert(text)

    def press(self, *keys: str) -> None:
        """Presses keys at once, by their DOM names: `press("Control", "k")`."""
        self.driver.press(*keys)

    def click(self, selector: str) -> None:
        """Clicks the first element that the selector fits."""
        found = self.evaluate(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e?.click(); return !!e; }})()"
        )
        assert found, f"nothing on the page fits {selector!r}"

    def wait_for(self, expression: str, patience: float = PATIENCE) -> Any:
        """The expression's value as soon as it is true; fails after `patience` seconds."""
        return wait_for(lambda: self._evaluate_unless_leaving(expression), expression, patience)

    def _evaluate_unless_leaving(self, expression: str) -> Any:
        try:
            return self.evaluate(expression)
        except PageChangedError:
            return None

    def set_off(self, expression: str) -> None:
        """Evaluates what may take the page away before it can answer."""
        self._evaluate_unless_leaving(expression)

    def text(self, selector: str) -> list[str]:
        """The text of every element that the selector fits, spaces made single."""
        texts = self.evaluate(f"[...document.querySelectorAll({json.dumps(selector)})].map(e => e.textContent)")
        return [" ".join(text.split()) for text in texts]

    def screenshot(self, file: Path) -> None:
        """Writes a picture of the window as PNG."""
        file.write_bytes(self.driver.screenshot())

    def resize(self, width: int, height: int) -> None:
        """Makes the window's inside so wide and so high, in CSS pixels."""
        self.driver.resize(width, height)


def wait_for(asked: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """The first true answer; an assertion error that names what was waited for when there is none."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        answer = asked()
        if answer:
            return answer
        time.sleep(0.01)
    raise AssertionError(f"waited {patience:.0f} s in vain for: {what}")
