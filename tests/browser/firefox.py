"""Firefox, driven over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), with its ordinary restrictions.

Firefox relaxes rules for pages from files when it is automated; `PREFERENCES` takes that back.
"""

import base64
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.browser.harness import PageChangedError, wait_for

PREFERENCES: dict[str, bool | float | str] = {
    "remote.prefs.recommended": False,
    "security.fileuri.strict_origin_policy": True,
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.activity-stream.newtabWallpapers.enabled": False,
    "browser.newtabpage.activity-stream.newtabWallpapers.v2.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
_KEYS = {
    "ArrowDown": "\ue015",
    "ArrowUp": "\ue013",
    "Backspace": "\ue003",
    "Control": "\ue009",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Shift": "\ue008",
    "Space": " ",
    "Tab": "\ue004",
}
_PAGE_CHANGED = ("no such frame", "no such script", "discarded browsing context")
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class Firefox:
    """One tab of one Firefox."""

    def __init__(self, socket: ClientConnection, scripts: bool = True) -> None:
        self.socket = socket
        self._target = {} if scripts else {"sandbox": "beside the page"}
        self._awaits = scripts  # where pages run no scripts, no promise is ever kept
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._last = 0
        self._ask("session.new", {"capabilities": {}})
        self.context: str = self._ask("browsingContext.getTree", {})["contexts"][0]["context"]
        self._ask("session.subscribe", {"events": ["network.beforeRequestSent", "log.entryAdded"]})

    def _ask(self, method: str, params: dict[str, Any], patience: float = 60) -> Any:
        """The answer to a command; events that come in between are noted.

        Raises TimeoutError when nothing has been heard for so many seconds.
        """
        self._last += 1
        self.socket.send(json.dumps({"id": self._last, "method": method, "params": params}))
        while True:
            told = json.loads(self.socket.recv(timeout=patience))
            if told.get("id") == self._last:
                if told["type"] == "error" and told["error"] in _PAGE_CHANGED:
                    raise PageChangedError(told["message"])
                if told["type"] == "error":
                    raise RuntimeError(f"{method}: {told['error']}: {told['message']}")
                return told["result"]
            self._note(told)

    def _note(self, event: dict[str, Any]) -> None:
        match event.get("method"):
            # Firefox itself fetches pictures for its start page; what counts is what the page asks for.
            case "network.beforeRequestSent" if event["params"]["context"] == self.context:
                self.requests.append(event["params"]["request"]["url"])
            case "log.entryAdded" if event["params"]["level"] in ("error", "warn"):
                self.complaints.append(event["params"]["text"])

    def navigate(self, url: str) -> None:
        where = {"context": self.context, "url": url, "wait": "complete"}
        try:
            self._ask("browsingContext.navigate", where, patience=30)
        except TimeoutError:  # Firefox never answers when a page that is just leaving has overtaken this
            self._ask("browsingContext.navigate", where)

    def evaluate(self, expression: str) -> str:
        target = {"context": self.context, **self._target}
        asked = {"expression": expression, "target": target, "awaitPromise": self._awaits}
        answer = self._ask("script.evaluate", asked)
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return str(answer["result"]["value"])

    def insert(self, text: str) -> None:
        strokes = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self._perform(strokes)

    def press(self, *keys: str) -> None:
        values = [_KEYS.get(key, key) for key in keys]
        down = [{"type": "keyDown", "value": value} for value in values]
        self._perform([*down, *({"type": "keyUp", "value": value} for value in reversed(values))])

    def _perform(self, strokes: list[dict[str, str]]) -> None:
        actions = [{"type": "key", "id": "keyboard", "actions": strokes}]
        self._ask("input.performActions", {"context": self.context, "actions": actions})

    def screenshot(self) -> bytes:
        return base64.b64decode(
            self._ask("browsingContext.captureScreenshot", {"context": self.context})["data"]
        )

    def resize(self, width: int, height: int) -> None:
        viewport = {"width": width, "height": height}
        self._ask("browsingContext.setViewport", {"context": self.context, "viewport": viewport})


@contextmanager
def started(program: Path, scripts: bool = True) -> Iterator[Firefox]:
    """A Firefox with a fresh profile; pages may run scripts or not."""
    with tempfile.TemporaryDirectory(prefix="firefox-") as folder:
        profile = Path(folder)
        preferences = {**PREFERENCES, "javascript.enabled": scripts}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
        (profile / "user.js").write_text("\n".join(lines), "utf-8")
        log = profile / "started.log"
        command: list[str | Path] = [
            program,
            "--headless",
            "--no-remote",
            "--profile",
            profile,
            "--remote-debugging-port",
            "0",
        ]
        with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:
            try:
                told = wait_for(
                    lambda: _LISTENING.search(log.read_text("utf-8", "replace")), "Firefox to listen", 60
                )
                with connect(f"{told[1]}/session", max_size=None) as socket:
                    yield Firefox(socket, scripts)
            finally:
                process.terminate()
                process.wait(30)
