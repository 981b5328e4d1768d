"""Single pages for one defence at a time: raw or sanitised content, with or without the policy."""

from pathlib import Path

import comrak

from generator.privacy.policy import META, page_policy
from generator.reading.prose import read_prose
from tests.hostile.corpus import Vector

_MARKDOWN = frozenset({"attributes", "ids", "images", "links"})
"""Kinds that are nothing until a Markdown engine has read them."""


def page(content: str, policy: bool) -> str:
    """A page with `content` as it is, and the site's policy or none."""
    first = f'{META}{page_policy()}">' if policy else ""
    head = f'<head>{first}<meta charset="utf-8"><title>Page</title></head>'
    return f"<!doctype html><html>{head}<body><main>\n{content}\n</main></body></html>"


def write_raw(folder: Path, vector: Vector, policy: bool) -> str:
    """Writes the page of one vector as no sanitiser has seen it, and gives its name."""
    name = f"{'policy' if policy else 'control'}-{vector.number}.html"
    (folder / name).write_text(page(_raw(vector), policy), "utf-8")
    return name


def write_sanitised(folder: Path, vectors: tuple[Vector, ...]) -> str:
    """Writes one page with all vectors as the sanitiser leaves them, without the policy, and gives its name."""
    bodies = []
    for vector in vectors:
        for text in (vector.text, f"Text {vector.text} text", f"> - {vector.text}"):
            prose, _ = read_prose(text, "a.md")
            bodies.append(prose.html if prose is not None else "")
    (folder / "sanitised.html").write_text(page("\n<hr>\n".join(bodies), policy=False), "utf-8")
    return "sanitised.html"


def _raw(vector: Vector) -> str:
    if vector.kind not in _MARKDOWN:
        return vector.text
    options = comrak.RenderOptions()
    options.unsafe_ = True
    return str(comrak.render_markdown(vector.text, render_options=options))
