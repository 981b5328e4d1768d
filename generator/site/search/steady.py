"""The same index for the same practices, byte for byte.

Pagefind writes its filters in the order of a hash table that is seeded afresh each time. In come its data
files; out come the same files with filters and their values sorted, under names that follow from their
content. The files are CBOR (RFC 8949), compressed with gzip, behind twelve letters of signature. Items
are moved whole and never read, so that whatever stands in them stays as it was.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping

from generator.site.search.engine import PagefindChanged

SIGNATURE = b"pagefind_dcd"
_META_PARTS = 6
_FILTERS_PART = 3
_SORTS_PART = 4


def steady(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of one language's index, put in order."""
    entry = json.loads(files["pagefind-entry.json"])
    if len(entry.get("languages", {})) != 1:
        raise PagefindChanged("Pagefind is to index one language; its entry file names another number.")
    ((language, told),) = entry["languages"].items()
    old_meta = f"pagefind.{told['hash']}.pf_meta"
    renamed: dict[bytes, bytes] = {}
    kept = {
        n: b for n, b in files.items() if n != old_meta and n != "pagefind-entry.json" and not _is_filter(n)
    }
    for name in filter(_is_filter, sorted(files)):
        content = _sorted_filter(_opened(files[name], name))
        new_name = f"{language}_{_digest(content, 7)}"
        renamed[_text(name.removeprefix("filter/").removesuffix(".pf_filter"))] = _text(new_name)
        kept[f"filter/{new_name}.pf_filter"] = _closed(content)
    meta = _sorted_meta(_opened(files[old_meta], old_meta), renamed)
    told["hash"] = f"{language}_{_digest(meta, 10)}"
    kept[f"pagefind.{told['hash']}.pf_meta"] = _closed(meta)
    kept["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(kept.items()))


def _is_filter(name: str) -> bool:
    return name.startswith("filter/")


def _sorted_filter(content: bytes) -> bytes:
    """A filter is its name and its values, each with its pages."""
    name, values = _parts(content, 2, "a filter")
    return _array([name, _array(sorted(_items(values)))])


def _sorted_meta(content: bytes, renamed: Mapping[bytes, bytes]) -> bytes:
    """The overview names each filter with its file; sort keys stand there likewise."""
    parts = _parts(content, _META_PARTS, "the overview")
    filters = []
    for item in _items(parts[_FILTERS_PART]):
        name, file = _parts(item, 2, "a filter in the overview")
        if file not in renamed:
            raise PagefindChanged("Pagefind's overview names a filter whose file is not there.")
        filters.append(_array([name, renamed[file]]))
    parts[_FILTERS_PART] = _array(sorted(filters))
    parts[_SORTS_PART] = _array(sorted(_items(parts[_SORTS_PART])))
    return _array(parts)


def _parts(item: bytes, number: int, what: str) -> list[bytes]:
    parts = _items(item)
    if len(parts) != number:
        raise PagefindChanged(f"Pagefind writes {what} in {len(parts)} parts, not in {number}.")
    return parts


def _items(array: bytes) -> list[bytes]:
    """The items of a CBOR array, each as its own bytes."""
    kind, number, at = _head(array, 0)
    if kind != 4:
        raise PagefindChanged("Pagefind writes something else where an array was expected.")
    items = []
    for _ in range(number):
        end = _end(array, at)
        items.append(array[at:end])
        at = end
    return items


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
    raise PagefindChanged("Pagefind's files hold tags, which they did not.")


def _head(content: bytes, at: int) -> tuple[int, int, int]:
    """An item's kind, its number (or length) and where what follows begins."""
    kind, short = content[at] >> 5, content[at] & 31
    if short < 24:
        return kind, short, at + 1
    if short > 27:
        raise PagefindChanged("Pagefind's files hold items of unknown length, which they did not.")
    size = 1 << (short - 24)
    return kind, int.from_bytes(content[at + 1 : at + 1 + size], "big"), at + 1 + size


def _array(items: list[bytes]) -> bytes:
    return _header(4, len(items)) + b"".join(items)


def _text(text: str) -> bytes:
    return _header(3, len(text.encode())) + text.encode()


def _header(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    size = next(size for size in (1, 2, 4) if number < 1 << 8 * size)
    return bytes([kind << 5 | (23 + size.bit_length())]) + number.to_bytes(size, "big")


def _opened(file: bytes, name: str) -> bytes:
    content = gzip.decompress(file)
    if not content.startswith(SIGNATURE):
        raise PagefindChanged(f"{name} does not begin with {SIGNATURE!r}.")
    return content[len(SIGNATURE) :]


def _closed(content: bytes) -> bytes:
    return gzip.compress(SIGNATURE + content, 9, mtime=0)


def _digest(content: bytes, letters: int) -> str:
    return hashlib.sha256(content).hexdigest()[:letters]
