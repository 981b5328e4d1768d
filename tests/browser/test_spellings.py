"""What the check of pages lets pass is harmless to a real parser: browsers read soups of markup, and say.

The soups are put together at random from pieces of tags. The browsers' own parsers are asked what stands in
each; of those that the check lets pass, none may hold anything that runs, frames, styles, asks or sends.
"""

import json
import random

import pytest

from generator.privacy.page_safety import Exposure
from tests.browser.starting import BROWSERS, started
from tests.small_site import page

SOUPS = 6000
_NAMES = (
    "p",
    "a",
    "b",
    "img",
    "svg",
    "title",
    "path",
    "use",
    "table",
    "script",
    "style",
    "SCRIPT",
    "form",
    "iframe",
)
_ATTRIBUTES = (
    *('title="a"', 'title="&lt;script>"', 'title="a&gt;"', "hidden", 'class="a b"', 'id="x"', "title='a'"),
    *('href="a.html"', 'href="https://b.test/"', 'href="java&Tab;script:x()"', 'href="#a"', 'src="a.png"'),
    *('onclick="x()"', "onclick=x()", "ONCLICK=x()", 'style="a:b"', 'src="//b.test/"', 'action="a"'),
    *('src="a.js"', 'title="', '"', "'", "=", "x\x00y"),
    *('href="&#47;/b.test/"', 'data-a="onclick=x()"', "title=\"'\""),
)  # fmt: skip
_GAPS = (" ", " ", " ", "\n", "/", "\t", "\f", "", "  ")
_ENDS = (">", ">", ">", ">", "/>", " >", "", "\n>")
_TEXTS = (
    "a",
    "&lt;p onclick=x()&gt;",
    '"',
    "'",
    "-->",
    "]]>",
    "<!-- ",
    "<",
    "&",
    "\x00",
    "<![CDATA[",
    "</",
    "=",
)

DANGERS = """(soups) => soups.map((soup) => {
  const HERE = "https://site.test/a/b.html";
  const found = [];
  const dom = new DOMParser().parseFromString(soup, "text/html");
  for (const element of dom.querySelectorAll("*")) {
    const name = element.localName.toLowerCase();
    if (/^(style|iframe|frame|frameset|object|embed|applet|base)$/.test(name)) found.push(name);
    if (name === "script" && (element.textContent || !element.hasAttribute("src"))) found.push(name);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^(style|srcdoc|formaction|action)$/.test(attribute)) found.push(attribute);
      const { protocol, origin } = URL.canParse(value, HERE) ? new URL(value, HERE) : {};
      if (attribute === "href" && !/^(https?|mailto):$/.test(protocol)) found.push("href");
      if (attribute === "src" && origin !== new URL(HERE).origin) found.push("src");
    }
  }
  return [...new Set(found)];
})"""


def soups() -> list[str]:
    """Pages with markup that is well formed, nearly so, or not at all."""
    chance = random.Random(11)
    return [page("".join(_pieces(chance))) for _ in range(SOUPS)]


def _pieces(chance: random.Random) -> list[str]:
    pieces = []
    for _ in range(chance.randint(1, 3)):
        tag = "<" + chance.choice(_NAMES)
        for _ in range(chance.randint(0, 2)):
            tag += chance.choice(_GAPS) + chance.choice(_ATTRIBUTES)
        pieces.append(tag + chance.choice(_ENDS))
        pieces.append(chance.choice(_TEXTS) if chance.random() < 0.5 else f"</{chance.choice(_NAMES)}>")
    return pieces


@pytest.mark.parametrize("name", BROWSERS)
def test_markup_that_passes_is_harmless_to_a_real_parser(name: str) -> None:
    made = soups()
    exposure = Exposure()
    passed = [not list(exposure.faults("a.html", soup)) for soup in made]
    with started(name) as browser:
        dangers = browser.evaluate(f"({DANGERS})({json.dumps(made)})")
    wrong = [(soup, found) for soup, ok, found in zip(made, passed, dangers, strict=True) if ok and found]
    assert wrong == []
    assert sum(passed) > SOUPS / 20
    assert sum(map(bool, dangers)) > SOUPS / 4
