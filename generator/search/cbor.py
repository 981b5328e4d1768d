"""As much of CBOR (RFC 8949) as it takes to put the items of an array in another order, and to read them.

In come bytes, out come bytes: items are moved whole and never read, so that whatever stands in them
stays as it was. `value` and `value_at` read them, for the check that a finished index answers.
"""

from typing import Any


class UnexpectedError(Exception):
    """Something that this module does not know, such as a tag or an item of unknown length."""


def items(array: bytes) -> list[bytes]:
    """The items of an array, each as its own bytes."""
    kind, number, at = _head(array, 0)
    if kind != 4:
        raise UnexpectedError("no array where one was expected")
    found = []
    for _ in range(number):
        end = _end(array, at)
        found.append(array[at:end])
        at = end
    return found


def array(parts: list[bytes]) -> bytes:
    """An array of these items."""
    return _header(4, len(parts)) + b"".join(parts)


def text(content: str) -> bytes:
    """A text."""
    encoded = content.encode()
    return _header(3, len(encoded)) + encoded


def as_text(item: bytes) -> str:
    """What a text says."""
    kind, length, at = _head(item, 0)
    if kind != 3:
        raise UnexpectedError("no text where one was expected")
    return item[at : at + length].decode()


def value(content: bytes) -> Any:
    """What a whole item says: numbers, texts, bytes and arrays of these."""
    found, end = _value(content, 0)
    if end != len(content):
        raise UnexpectedError("more than one item, or an item cut off")
    return found


def value_at(content: bytes, start: int) -> Any:
    """What the item that begins at `start` says; more items may follow."""
    return _value(content, start)[0]


def _value(content: bytes, start: int) -> tuple[Any, int]:
    """What the item that begins at `start` says, and where it ends."""
    kind, number, at = _head(content, start)
    match kind:
        case 0:
            return number, at
        case 1:
            return -1 - number, at
        case 2:
            return content[at : at + number], at + number
        case 3:
            return content[at : at + number].decode(), at + number
        case 4:
            found = []
            for _ in range(number):
                item, at = _value(content, at)
                found.append(item)
            return found, at
    raise UnexpectedError("neither a number, a text, bytes nor an array")


def _end(content: bytes, start: int) -> int:
    """Where the item that begins at `start` ends."""
    kind, number, at = _head(content, start)
    match kind:
        case 0 | 1 | 7:
            return at
        case 2 | 3:
            return at + number
        case 4 | 5:
            for _ in range(number * (kind - 3)):
                at = _end(content, at)
            return at
    raise UnexpectedError("a tag")


def _head(content: bytes, at: int) -> tuple[int, int, int]:
    """An item's kind, its number (or length) and where what follows begins."""
    kind, short = content[at] >> 5, content[at] & 31
    if short < 24:
        return kind, short, at + 1
    if short > 27:
        raise UnexpectedError("an item of unknown length")
    size = 1 << (short - 24)
    return kind, int.from_bytes(content[at + 1 : at + 1 + size], "big"), at + 1 + size


def _header(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    size = next(size for size in (1, 2, 4) if number < 1 << 8 * size)
    return bytes([kind << 5 | (23 + size.bit_length())]) + number.to_bytes(size, "big")
