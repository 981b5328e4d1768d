"""The files that Pagefind's program brings along, of which the search uses the interface.

The program is spoken to over its own pipes (`--service`: JSON in base64, with a comma behind each message),
as its bindings for other languages do. It is asked for an index of nothing, with which come its scripts.
"""

import base64
import json
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any

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
    last: dict[str, Any] = {}
    for last in _answers(messages, pagefind):
        if last.get("index_id", _FIRST_INDEX) != _FIRST_INDEX:
            raise SearchFailedError("Pagefind has numbered its index in an unknown way.")
    return {file["path"]: base64.b64decode(file["content"]) for file in last["files"]}


def _answers(messages: list[dict[str, Any]], pagefind: Path) -> Iterator[dict[str, Any]]:
    """Pagefind's answers to the messages, in their order; the program ends with the last."""
    told = b"".join(_encoded(number, message) for number, message in enumerate(messages))
    command = [str(pagefind), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:  # noqa: S603 - our own arguments
        assert program.stdin is not None  # noqa: S101 - pipes were asked for
        assert program.stdout is not None  # noqa: S101 - as above
        writer = Thread(target=_write, args=(program.stdin, told))
        writer.start()
        try:
            for number, raw in zip(range(len(messages)), _split(program.stdout), strict=False):
                yield _payload(raw, number)
                if number == len(messages) - 1:
                    return
            raise SearchFailedError("Pagefind has ended before it had given its files.")
        finally:
            program.kill()
            writer.join()


def _encoded(number: int, message: dict[str, Any]) -> bytes:
    return base64.b64encode(json.dumps({"message_id": number, "payload": message}).encode()) + b","


def _write(pipe: IO[bytes], told: bytes) -> None:
    """Writes while the answers are read: either pipe may be full before the other end reads it."""
    with suppress(OSError):  # the program has ended; the reader says so
        pipe.write(told)
        pipe.flush()


def _split(pipe: IO[bytes]) -> Iterator[bytes]:
    """What stands before each comma."""
    begun: list[bytes] = []
    while piece := pipe.read1(_PIECE):  # type: ignore[attr-defined]  # pipes are buffered readers
        *whole, rest = piece.split(b",")
        for part in whole:
            yield b"".join([*begun, part])
            begun.clear()
        begun.append(rest)


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
