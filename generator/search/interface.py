"""Pagefind's interface made into a classic script that runs from a folder as well as from a server.

In comes the script as Pagefind writes it; out comes the same script with one place exchanged, or
`PagefindChangedError` when a place is not as expected, so that a new Pagefind never gets through unseen.
As shipped it imports Pagefind's engine as a module, which browsers refuse from `file://`; ours takes its
place. What is exchanged is listed here, whole.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TRANSLATION = re.compile(r'=\{placeholder:"(?:[^"\\]|\\.)*"(?:,\w+:"(?:[^"\\]|\\.)*")*\}')
_TRANSLATION_NAME = re.compile(r'"\.\./\.\./translations/([a-z-]+)\.json"')
_FORBIDDEN_IN_CLASSIC = (
    "import(",
    "import.meta",
    "export{",
    "export default",
    "new Worker(",
    "eval(",
    "new Function(",
)
_FORBIDDEN_FOR_PRIVACY = (
    "localStorage",
    "sessionStorage",
    "indexedDB",
    ".cookie",
    "pushState",
    "replaceState",
    "sendBeacon",
    "XMLHttpRequest",
)


class PagefindChangedError(Exception):
    """Pagefind's scripts are not as this module expects them."""


@dataclass(frozen=True)
class Exchange:
    """One text put in the place of another, which must stand there exactly `times` times."""

    found: str
    put: str
    times: int
    reason: str


EXCHANGES = (
    Exchange(
        "import(`${this.options.bundlePath}pagefind.js`)",
        "compendiumSearch.engine()",
        1,
        "the interface asks our own loader for the engine instead of importing a module",
    ),
)


def classic_interface(script: str, languages: Iterable[str]) -> str:
    """Pagefind's component interface, with the translations into `languages` alone."""
    exchanged = _exchanged(script, EXCHANGES, "pagefind-component-ui.js")
    _expect_clean(exchanged, "pagefind-component-ui.js")
    return _NOTICE + _with_translations(exchanged, frozenset(languages))


def _with_translations(script: str, languages: frozenset[str]) -> str:
    """Empties the tables of words of all other languages, which are half of the file."""
    names = _TRANSLATION_NAME.findall(script)
    tables = _TRANSLATION.findall(script)
    _expect(len(names) == len(tables) > 0, f"{len(names)} translations are named and {len(tables)} found")
    _expect(languages <= set(names), f"there is no translation into {sorted(languages - set(names))}")
    in_order = iter(names)
    return _TRANSLATION.sub(lambda found: found[0] if next(in_order) in languages else "={}", script)


def _exchanged(script: str, exchanges: Iterable[Exchange], name: str) -> str:
    for exchange in exchanges:
        times = script.count(exchange.found)
        _expect(
            times == exchange.times, f"{exchange.found!r} stands {times} times in {name}, not {exchange.times}"
        )
        script = script.replace(exchange.found, exchange.put)
    return script


def _expect_clean(script: str, name: str) -> None:
    for forbidden in (*_FORBIDDEN_IN_CLASSIC, *_FORBIDDEN_FOR_PRIVACY):
        _expect(forbidden not in script, f"{forbidden!r} is not to stand in {name}")


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise PagefindChangedError(
            f"This Pagefind is not the one that search was fitted to: {what}. "
            "Keep the version in the lock file, or fit generator/search/interface.py to the new one "
            "and run the browser tests."
        )


_NOTICE = "/* Made from Pagefind (https://pagefind.app), copyright CloudCannon, under the MIT licence. */\n"
