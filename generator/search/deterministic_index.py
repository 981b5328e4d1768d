"""The same index for the same practices, byte for byte, and no more of it than is needed.

Pagefind writes its filters in the order of a hash table that is seeded afresh each time, and names the
texts of results by hashes, which cannot be compressed. In come its data files; out come the same files
opened, filters and their values sorted, texts named by the number of their page, sort keys left out
(the site keeps its own orders, outside of what every search reads). The files are CBOR (RFC 8949),
compressed with gzip, behind twelve letters of signature, which Pagefind also reads uncompressed.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from generator.search import cbor
from generator.search.pagefind_scripts import PagefindChangedError

SIGNATURE = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
_META_PARTS = 6
_PAGES_PART, _FILTERS_PART, _SORTS_PART = 1, 3, 4


@dataclass(frozen=True)
class Index:
    """Pagefind's files, opened, by name; `addresses` are those of the pages by their numbers."""

    files: dict[str, bytes]
    addresses: tuple[str, ...]


def steady(compressed: Mapping[str, bytes]) -> Index:
    """The files of one language's index in a fixed order and under names that follow from what they hold."""
    entry = json.loads(compressed[ENTRY])
    if len(entry.get("languages", {})) != 1:
        raise PagefindChangedError("Pagefind is to index one language; its entry file names another number.")
    files = {name: _opened(content, name) for name, content in compressed.items() if name != ENTRY}
    ((_, told),) = entry["languages"].items()
    old_meta = f"pagefind.{told['hash']}.pf_meta"
    parts = _parts(files.pop(old_meta), _META_PARTS, "the overview")
    named = {**_texts(files, parts), **_filters(files, parts)}
    parts[_SORTS_PART] = cbor.array([])
    meta = cbor.array(parts)
    told["hash"] = _digest(meta)
    named[f"pagefind.{told['hash']}.pf_meta"] = meta
    named |= {name: content for name, content in files.items() if not name.startswith(("fragment/", "filter/"))}
    signed = {name: SIGNATURE + content for name, content in named.items()}
    signed[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return Index(dict(sorted(signed.items())), _addresses(named))


def text_name(number: int) -> str:
    """The name of the text of the page with this number: five letters, so that names sort as numbers."""
    return f"{number:05d}"


def _texts(files: Mapping[str, bytes], parts: list[bytes]) -> dict[str, bytes]:
    """The texts of results under the numbers of their pages, which the overview is told."""
    named, pages = {}, []
    for number, page in enumerate(_items(parts[_PAGES_PART])):
        name, words = _parts(page, 2, "a page in the overview")
        pages.append(cbor.array([cbor.text(text_name(number)), words]))
        named[f"fragment/{text_name(number)}.pf_fragment"] = _file(
            files, f"fragment/{cbor.as_text(name)}.pf_fragment"
        )
    parts[_PAGES_PART] = cbor.array(pages)
    return named


def _filters(files: Mapping[str, bytes], parts: list[bytes]) -> dict[str, bytes]:
    """The filters with their values in order: each file is a name and values, each with its pages."""
    named, filters = {}, []
    for item in _items(parts[_FILTERS_PART]):
        label, old_name = _parts(item, 2, "a filter in the overview")
        name, values = _parts(_file(files, f"filter/{cbor.as_text(old_name)}.pf_filter"), 2, "a filter")
        content = cbor.array([name, cbor.array(sorted(_items(values)))])
        new_name = _digest(content)
        named[f"filter/{new_name}.pf_filter"] = content
        filters.append(cbor.array([label, cbor.text(new_name)]))
    parts[_FILTERS_PART] = cbor.array(sorted(filters))
    return named


def _addresses(named: Mapping[str, bytes]) -> tuple[str, ...]:
    texts = (content for name, content in sorted(named.items()) if name.startswith("fragment/"))
    return tuple(json.loads(content)["url"].removeprefix("/") for content in texts)


def _file(files: Mapping[str, bytes], name: str) -> bytes:
    if name not in files:
        raise PagefindChangedError(f"Pagefind's overview names {name}, which is not there.")
    return files[name]


def _parts(item: bytes, number: int, what: str) -> list[bytes]:
    parts = _items(item)
    if len(parts) != number:
        raise PagefindChangedError(f"Pagefind writes {what} in {len(parts)} parts, not in {number}.")
    return parts


def _items(array: bytes) -> list[bytes]:
    try:
        return cbor.items(array)
    except (cbor.UnexpectedError, IndexError) as error:
        raise PagefindChangedError(f"Pagefind's files are not the CBOR that was expected: {error}.") from error


def _opened(file: bytes, name: str) -> bytes:
    content = gzip.decompress(file)
    if not content.startswith(SIGNATURE):
        raise PagefindChangedError(f"{name} does not begin with {SIGNATURE!r}.")
    return content[len(SIGNATURE) :]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]
