"""The files that Pagefind's program brings along, of which the search uses the interface.

The program is spoken to over its own pipes (`--service`: JSON in base64, with a comma behind each message),
as its bindings for other languages do. It is asked for an index of nothing, with which come its scripts.
"""

import base64
import json
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

_FIRST_INDEX = 0
"""The number of the first index that a program is asked for; its answer is held against it."""

_PIECE = 1 << 20


class SearchFailedError(Exception):
    """Pagefind did not give its interface."""


def shipped_files(pagefind: Path) -> dict[str, bytes]:
    """All files that the program brings along, by name. Raises `SearchFailedError`."""
    messages: list[dict[str, Any]] = [
        {"type": "NewIndex", "config": {}},
        {"type": "GetFiles", "index_id": _FIRST_INDEX},
    ]
    told = b"".join(_encoded(number, message) for number, message in enumerate(messages))
    raw_answers = _answers(told, len(messages), pagefind)
    answers = [_payload(raw, number) for number, raw in enumerate(raw_answers)]
    if any(answer.get("index_id", _FIRST_INDEX) != _FIRST_INDEX for answer in answers):
        raise SearchFailedError("Pagefind has numbered its index in an unknown way.")
    if len(answers) < len(messages):
        raise SearchFailedError("Pagefind has ended before it had given its files.")
    return {file["path"]: base64.b64decode(file["content"]) for file in answers[-1]["files"]}


def _answers(told: bytes, number: int, pagefind: Path) -> list[bytes]:
    """What the program answers, as many messages as are due or fewer; it ends when its input is closed."""
    command = [str(pagefind), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as program:  # noqa: S603 - our own arguments
        assert program.stdin is not None  # noqa: S101 - pipes were asked for
        assert program.stdout is not None  # noqa: S101 - as above
        with suppress(OSError):  # it has ended; what it has not said says so
            program.stdin.write(told)
        read = b""
        while read.count(b",") < number and (piece := program.stdout.read(_PIECE)):
            read += piece
        program.kill()
    return read.split(b",")[:-1][:number]


def _encoded(number: int, message: dict[str, Any]) -> bytes:
    return base64.b64encode(json.dumps({"message_id": number, "payload": message}).encode()) + b","


def _payload(raw: bytes, number: int) -> dict[str, Any]:
    """One answer; those that tell of a mistake end the work."""
    try:
        answer = json.loads(base64.b64decode(raw))
        payload: dict[str, Any] = answer["payload"]
        kind = payload["type"]
    except (ValueError, KeyError, TypeError) as failure:
        raise SearchFailedError(f"Pagefind's answer cannot be read: {raw[:80]!r}") from failure
    if kind == "Error" or answer.get("message_id") != number:
        raise SearchFailedError(f"Pagefind could not give its files: {payload.get('message', payload)}")
    return payload
