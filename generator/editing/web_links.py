"""Do the links that leave the compendium still lead somewhere? Asked by hand, never by a build.

In come the addresses with the files that hold them; out comes one finding for each that a person should
look at. One request at a time goes to a host, with a pause and a timeout, and no page is read beyond
its head. Asking, waiting and the time come from the door.
"""

import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any
from urllib.parse import urljoin, urlsplit

from generator.compendium.catalogue import Catalogue

USER_AGENT = "good-practice-compendium link check (one request at a time per host)"
TIMEOUT = 15.0
"""Seconds to wait for an answer."""

PAUSE = 1.0
"""Seconds between two requests to one host."""

HOSTS_AT_ONCE = 4
ARCHIVES = (
    "web.archive.org",
    "archive.org",
    "archive.today",
    "archive.ph",
    "webarchive.nationalarchives.gov.uk",
)
_GONE = {404: "not found", 410: "gone"}
_MOVED_FOR_GOOD = (301, 308)
_NO_HEAD = (405, 501)


@dataclass(frozen=True)
class Answer:
    """What a server said: a status and where it points to, or why there was no answer."""

    status: int = 0
    location: str = ""
    failure: str = ""


@dataclass(frozen=True, order=True)
class LinkFinding:
    """An address to look at, what is the matter, and the files that hold it."""

    address: str
    matter: str
    paths: tuple[str, ...]

    @property
    def text(self) -> str:
        """The finding as one line."""
        return f"{self.address}: {self.matter} ({', '.join(self.paths)})"


Ask = Callable[[str, str], Answer]
"""Asks for an address by a method, `HEAD` or `GET`."""


def outside_links(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Every web address in the compendium with the paths of the files that hold it."""
    found: dict[str, set[str]] = {}
    for path, address in _addresses(catalogue):
        if urlsplit(address).scheme in ("http", "https"):
            found.setdefault(address.partition("#")[0], set()).add(path)
    return {address: tuple(sorted(paths)) for address, paths in sorted(found.items())}


def _addresses(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    entries: Iterable[Any] = (
        *catalogue.practices.values(),
        *catalogue.indicators.values(),
        *catalogue.pages.values(),
    )
    for entry in entries:
        yield from ((entry.path, link) for link in entry.body.links)
    for practice in catalogue.practices.values():
        if practice.fields.contact and practice.fields.contact.url:
            yield practice.path, practice.fields.contact.url
    for reference in catalogue.references.values():
        if reference.url:
            yield "practices/references.yaml", reference.url


def check_links(
    links: Mapping[str, tuple[str, ...]], ask: Ask, wait: Callable[[float], None]
) -> list[LinkFinding]:
    """A finding for each address that is dead, moved for good, an archived copy, or could not be asked."""
    by_host: dict[str, list[str]] = {}
    for address in links:
        by_host.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        matters = pool.map(lambda addresses: list(_one_host(addresses, ask, wait)), by_host.values())
    return sorted(
        LinkFinding(address, matter, links[address]) for found in matters for address, matter in found
    )


def _one_host(addresses: Iterable[str], ask: Ask, wait: Callable[[float], None]) -> Iterator[tuple[str, str]]:
    """What is the matter with the addresses of one host, asked one after the other."""
    for position, address in enumerate(addresses):
        if position:
            wait(PAUSE)
        answer = ask(address, "HEAD")
        if answer.status in _NO_HEAD:
            wait(PAUSE)
            answer = ask(address, "GET")
        matter = _matter(address, answer)
        if matter:
            yield address, matter


def _matter(address: str, answer: Answer) -> str:
    target = urljoin(address, answer.location) if answer.location else ""
    if urlsplit(target or address).hostname in ARCHIVES:
        return "leads to an archived copy"
    if answer.failure:
        return f"dead or out of reach: {answer.failure}"
    if answer.status in _GONE:
        return f"dead: {_GONE[answer.status]} ({answer.status})"
    if answer.status in _MOVED_FOR_GOOD:
        return f"moved for good to {target}"
    if answer.status >= 400:
        return f"could not be checked: the server answered {answer.status}"
    return ""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Leaves a redirection to be reported."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - as urllib calls it
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        """Follows nothing."""


def ask_the_web(address: str, method: str) -> Answer:
    """What the server at `address` answers; nothing of the page is read."""
    request = urllib.request.Request(address, method=method, headers={"User-Agent": USER_AGENT})  # noqa: S310 - http(s)
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=TIMEOUT) as response:
            return Answer(response.status, response.headers.get("Location", ""))
    except urllib.error.HTTPError as refusal:
        return Answer(refusal.code, refusal.headers.get("Location") or "")
    except (OSError, ValueError) as failure:
        return Answer(failure=str(getattr(failure, "reason", failure)))
