"""What a page does when a browser opens it and a reader touches everything on it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

from tests.browser.harness import Browser

_SENT = ("http:", "https:", "ws:", "wss:")
"""How addresses begin that a browser asks over the network."""

_TOUCH_EVERYTHING = """(async () => {
  const rest = (time) => new Promise((done) => setTimeout(done, time));
  await rest(20);
  const touched = "a, area, button, input, select, textarea, summary, video, audio, svg, svg *, math *";
  const telling = /^(on|style|tabindex|autofocus)/;
  const acts = (element) =>
    element.matches(touched) || [...element.attributes].some(({ name }) => telling.test(name));
  for (const element of [...document.querySelectorAll("html, body, body *")].filter(acts)) {
    const address = String(element.href?.baseVal ?? element.href ?? "");
    if (element.matches(".leave__button") || /^(https?|mailto|file):/i.test(address)) continue;
    for (const kind of ["pointerenter", "mouseenter", "mouseover"]) {
      element.dispatchEvent(new MouseEvent(kind, { bubbles: kind === "mouseover" }));
    }
    element.focus?.();
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  await rest(20);
  return { name: String(window.name), address: location.href.replace(/#.*$/, "") };
})()"""


class Seen(NamedTuple):
    """What a page did: the vectors whose scripts ran, what was asked for elsewhere, whether it went away."""

    scripts: tuple[int, ...]
    asked: tuple[str, ...]
    moved: bool


NOTHING = Seen((), (), False)


class Beacon:
    """A web server that is not the site's, and what has been asked of it."""

    def __init__(self, address: str, hits: list[str]) -> None:
        self.address = address
        self._hits = hits

    def taken(self) -> tuple[str, ...]:
        """What has been asked since the last time, each once."""
        taken = tuple(dict.fromkeys(self._hits))
        self._hits.clear()
        return taken


@contextmanager
def beacon() -> Iterator[Beacon]:
    """A beacon that shines while the block runs."""
    hits: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_OPTIONS = do_HEAD = do_GET  # noqa: N815 - as above

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Beacon(f"http://127.0.0.1:{server.server_address[1]}/", hits)
        finally:
            server.shutdown()


def watched(browser: Browser, url: str, base: str, elsewhere: Beacon) -> Seen:
    """What happens on the page at `url` of the site at `base`."""
    _forget_name(browser)
    elsewhere.taken()
    browser.forget()
    state = _touched(browser, url) or _touched(browser, url) or {"name": "", "address": "gone"}
    others = [
        address
        for address in dict.fromkeys(browser.requests)
        if address.startswith(_SENT) and not address.startswith((base, elsewhere.address))
    ]
    scripts = tuple(sorted({int(part) for part in state["name"].split(",") if part.strip().isdigit()}))
    return Seen(scripts, (*elsewhere.taken(), *others), state["address"] != url)


def _touched(browser: Browser, url: str) -> Any:
    """What is left of a page that was opened and touched; None where it went away, or the browser lost its way.

    A page that leads away does so each time that it is asked; what it asks of others is not forgotten.
    """
    try:
        browser.open(url)
        return browser.evaluate(_TOUCH_EVERYTHING)
    except Exception:
        return None


def _forget_name(browser: Browser) -> None:
    """Takes away the window's name; a page that is about to go elsewhere may win a few times."""
    for _ in range(5):
        try:
            browser.evaluate("(() => { window.name = ''; })()")
        except Exception:
            with suppress(Exception):
                browser.open("about:blank")
        else:
            return
    raise AssertionError("the browser does not leave the last page")
