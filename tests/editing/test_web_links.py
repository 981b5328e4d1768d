"""Links are asked politely, and only what needs a person is reported. The only server is our own."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from generator.compendium.catalogue import Catalogue
from generator.editing.web_links import PAUSE, USER_AGENT, Answer, ask_the_web, check_links, outside_links
from tests.small_compendium import BRIEF, FULL, SmallCompendium

PATHS = (BRIEF,)
STATUSES = {
    "/fine": 200,
    "/missing": 404,
    "/gone": 410,
    "/moved": 301,
    "/elsewhere": 302,
    "/shut": 403,
    "/broken": 500,
}


class Server(ThreadingHTTPServer):
    """Remembers what it was asked, and how many were asking at once."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str, str]] = []
        self.busy = 0
        self.most_busy = 0

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    """Answers with the status of the path; `/get-only` knows no HEAD."""

    server: Server

    def _answer(self) -> None:
        self.server.busy += 1
        self.server.most_busy = max(self.server.most_busy, self.server.busy)
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
        time.sleep(0.01)
        status = 405 if (self.path, self.command) == ("/get-only", "HEAD") else STATUSES.get(self.path, 200)
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", "/fine")
        if self.path == "/archived":
            self.send_header("Location", "https://web.archive.org/web/2010/x")
        self.end_headers()
        self.server.busy -= 1

    do_HEAD = do_GET = _answer  # noqa: N815 - as http.server calls them

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running
        running.shutdown()


def check(server: Server, *paths: str) -> tuple[dict[str, str], list[float]]:
    waited: list[float] = []
    findings = check_links({server.address(path): PATHS for path in paths}, ask_the_web, waited.append)
    here = server.address("")
    return {f.address.removeprefix(here): f.matter.replace(here, "") for f in findings}, waited


def test_only_links_that_need_a_person_are_reported(server: Server) -> None:
    assert check(server, *STATUSES)[0] == {
        "/missing": "dead: not found (404)",
        "/gone": "dead: gone (410)",
        "/moved": "moved for good to /fine",
        "/shut": "could not be checked: the server answered 403",
        "/broken": "could not be checked: the server answered 500",
    }


def test_one_request_at_a_time_with_pauses_and_a_name(server: Server) -> None:
    _, waited = check(server, "/fine", "/other", "/third")
    assert server.most_busy == 1
    assert waited == [PAUSE, PAUSE]
    assert server.asked == [("HEAD", path, USER_AGENT) for path in ("/fine", "/other", "/third")]


def test_server_that_knows_no_head_is_asked_once_more(server: Server) -> None:
    assert check(server, "/get-only") == ({}, [PAUSE])
    assert [method for method, _, _ in server.asked] == ["HEAD", "GET"]


def test_archived_copy_is_named(server: Server) -> None:
    assert check(server, "/archived")[0] == {"/archived": "leads to an archived copy"}


def test_server_that_is_not_there_is_named() -> None:
    server = Server()
    server.server_close()
    findings = check_links({server.address("/"): PATHS}, ask_the_web, lambda _: None)
    assert [finding.matter.partition(":")[0] for finding in findings] == ["dead or out of reach"]


def test_hosts_are_asked_side_by_side_and_findings_are_in_order() -> None:
    links = {f"https://{host}.example/{page}": PATHS for host in "cab" for page in (2, 1)}
    findings = check_links(links, lambda *_: Answer(404), lambda _: None)
    assert [finding.address for finding in findings] == sorted(links)


def test_links_are_gathered_from_bodies_contacts_and_references(compendium: SmallCompendium) -> None:
    contact = (
        "contact: {organisation: A, role: Desk, url: https://example.org/a#top, verified_on: 2026-01-01}\n"
    )
    compendium.change(BRIEF, "reviewed_on", f"{contact}reviewed_on")
    compendium.change(
        BRIEF,
        "at school.",
        "at [school](https://example.org/a), [here](full.md), [mail](mailto:info@example.org).",
    )
    assert outside_links(Catalogue(compendium.load())) == {
        "https://example.org/a": (BRIEF,),
        "https://example.org/groups": (FULL,),
        "https://example.org/what-works": ("practices/references.yaml",),
    }
