"""What could expose a reader is found in every page, in any spelling; text, however odd, never is."""

import html
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from generator.privacy.exit_page import PAGE, neutral_page
from generator.privacy.page_safety import Exposure
from generator.privacy.policy import META, page_policy
from generator.publishing.site_check import PageReader
from tests.browser.test_spellings import soups
from tests.hostile.corpus import vectors
from tests.site.conftest import PROJECT, exposing_pages, run, site  # noqa: F401 - a fixture
from tests.small_site import page

FRAME = "there is a frame, an object or a form that is sent"
UNKNOWN_FORM = "there is markup in a form that no template writes: "
ESCAPES: tuple[Callable[[str], str], ...] = (html.escape, lambda text: str(escape(text)))


def faults(text: str, name: str = "a.html") -> list[str]:
    """What is wrong with one page."""
    return list(Exposure().faults(name, text))


def test_no_page_of_the_site_can_expose_its_reader(site: Path) -> None:
    assert exposing_pages(site) == []


def test_page_for_addresses_that_do_not_exist_can_expose_nobody(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    config = Path("mkdocs.yml").read_text("utf-8") + "\nsite_url: https://compendium.example/library/\n"
    (content / "mkdocs.yml").write_text(config, "utf-8")
    for name in ("practices", "indicators", "pages", "overrides"):
        (content / name).symlink_to(Path(name).resolve())
    built = run("compendium", "build", cwd=content)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (content / "site/404.html").is_file()
    assert exposing_pages(content / "site") == []


def test_site_with_a_page_that_exposes_its_reader_is_not_published(tmp_path: Path) -> None:
    for name in ("practices", "indicators", "pages", "overrides"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    template = tmp_path / "overrides/references.html"
    template.write_text(
        template.read_text("utf-8").replace("<article", '<article onclick="x()" style="a:b"', 1), "utf-8"
    )
    built = run("compendium", "build", cwd=tmp_path)
    assert built.returncode == 1
    assert built.stderr.strip().splitlines()[-3:] == [
        f"The site was not published in {tmp_path / 'site'}; there is nothing there.",
        "  references.html: there is a script in an attribute",
        "  references.html: there is a style in an attribute",
    ]
    assert not (tmp_path / "site").exists()


# -- text is never taken for markup ---------------------------------------------------------------


@given(st.text(), st.text(), st.sampled_from(ESCAPES))
def test_any_escaped_text_passes(one: str, other: str, escaped: Callable[[str], str]) -> None:
    first, second = escaped(one), escaped(other)
    body = (
        f'<p title="{first}" lang="{second}" hidden>{second}{first}</p><img alt="{second}" src="a.png">'
        f'<a aria-label="{first}" data-filters="{second}" href="a.html#{first}">{second}</a>'
        f'<svg viewBox="{first}"><title>{second}</title><path d="{first}"/></svg><input value="{second}">'
    )
    assert faults(page(body, f'<meta name="description" content="{first}">')) == []


@pytest.mark.parametrize(
    "text", ['" onerror="x()', "' onclick=x() ", "<script>x()</script>", "--><style>", "\x00<"]
)
def test_text_that_looks_like_a_script_passes_when_it_is_escaped(text: str) -> None:
    assert faults(page(f'<p title="{html.escape(text)}">{html.escape(text)}</p>')) == []


@pytest.mark.parametrize(
    "address",
    [
        *("#a", "a.html", "../b/c.html#d", "?q=javascript:x", "a/javascript:x", "/a.html", "", "a.html#data:x"),
        *("https://a.example/", "http://a.example", "mailto:a@b.example"),
    ],
)
def test_link_to_a_place_passes(address: str) -> None:
    assert faults(page(f'<a href="{address}">a</a>')) == []


# -- what is forbidden is found -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<script>x()</script>", "there is an inline script"),
        ('<script src=""></script>', "there is an inline script"),
        ('<script src="a.js">x()</script>', "there is an inline script"),
        ('<svg><script src="a.js">x()<g></script></svg>', "there is an inline script"),
        ('<p onclick="x()">', "there is a script in an attribute"),
        ('<p onfuture="x()">', "there is a script in an attribute"),
        ('<p style="color:red">', "there is a style in an attribute"),
        ("<style>p{}</style>", "there is an inline style sheet"),
        ('<iframe src="a.html"></iframe>', FRAME),
        ('<object data="a"></object>', FRAME),
        ('<base href="a">', FRAME),
        ('<form action="a.html"></form>', FRAME),
        ('<a href="javascript:x()">', "there is a link that runs something"),
        ('<a href=" &#9;java&Tab;script&colon;x()">', "there is a link that runs something"),
        ('<a href="data:text/html,x">', "there is a link that runs something"),
        ('<a href="//elsewhere.example/">', "there is a link that runs something"),
        ('<a href="/\\elsewhere.example/">', "there is a link that runs something"),
        ('<meta http-equiv="refresh" content="0">', "there is a page that sends its reader on"),
        ('<meta http-equiv="Refresh" content="0">', "there is a page that sends its reader on"),
        ('<meta http-equiv="set-cookie" content="a">', "there is an instruction to the browser: 'set-cookie'"),
        ('<meta name="referrer" content="unsafe-url">', "other sites are told where their visitors come from"),
        ('<img src="https://elsewhere.example/a.png">', "something is asked of another host"),
        ('<img src="//elsewhere.example/a.png">', "something is asked of another host"),
        ('<img src="&#47;/elsewhere.example/a.png">', "something is asked of another host"),
        ('<img src="data:image/png;base64,">', "something is asked of another host"),
        ('<script defer src="https://elsewhere.example/a.js"></script>', "something is asked of another host"),
        ('<link rel="stylesheet" href="http://elsewhere.example/a.css">', "something is asked of another host"),
        ('<use href="a.svg#b"/>', "a drawing is taken from elsewhere"),
        ('<path fill="url(//elsewhere.example/a#b)"/>', "there is an address in 'fill'"),
        ('<p href="a.html">', "there is an address where none belongs: 'href' of 'p'"),
        ('<a href="a.html" ping="b">', "there is an attribute that is not known to be harmless: 'ping'"),
        ('<img srcset="b 2x">', "there is an attribute that is not known to be harmless: 'srcset'"),
        ('<button formaction="a">', "there is an attribute that is not known to be harmless: 'formaction'"),
        ('<a xlink:href="a">', "there is an attribute that is not known to be harmless: 'xlink:href'"),
        ('<video src="a"></video>', "there is an element that is not known to be harmless: 'video'"),
        ("<p><!-- a comment --></p>", f"{UNKNOWN_FORM}'<!-- a comment -->'"),
        ("<p title='a'>", f"{UNKNOWN_FORM}\"<p title='a'>\""),
        ("<P>", f"{UNKNOWN_FORM}'<P>'"),
        ('<p title="<">', f"{UNKNOWN_FORM}'<\">'"),
        ("<p title=\"a>b\">", f"{UNKNOWN_FORM}'<p title=\"a>'"),
        ("<b title", f"{UNKNOWN_FORM}'<'"),
    ],
)  # fmt: skip
def test_what_the_policy_forbids_is_named(body: str, what: str) -> None:
    assert what in faults(page(body))


@pytest.mark.parametrize("name", ["href", "HREF"])
def test_attribute_that_stands_twice_is_found(name: str) -> None:
    """Of two a browser takes the first, and a reader of the page perhaps the second."""
    tag = f'<a {name}="javascript:x()" href="a.html">'
    assert f"an attribute stands twice: {tag!r}" in faults(page(tag))


NAMES = (
    "script",
    "style",
    "iframe",
    "frame",
    "object",
    "embed",
    "applet",
    "base",
    "frameset",
    "math",
    "template",
)
ATTRIBUTES = (
    "onclick",
    "onerror",
    "style",
    "srcdoc",
    "formaction",
    "ping",
    "background",
    "xlink:href",
    "srcset",
)
ADDRESSES = ("javascript:x()", "vbscript:x", "data:text/html,x", "//b.test/", "blob:x", "file:///etc", "x-y:z")
SEPARATORS = (" ", "\n", "\t", "\f", "\r\n", "/", " / ", "//", "\n\t")


@st.composite
def spelled(draw: st.DrawFn, names: tuple[str, ...]) -> str:
    """One of the names in large and small letters, perhaps with a NUL in it."""
    name = "".join(draw(st.sampled_from([letter, letter.upper()])) for letter in draw(st.sampled_from(names)))
    at = draw(st.integers(0, 3 * len(name)))
    return name[:at] + "\x00" + name[at:] if 0 < at < len(name) else name


@st.composite
def hidden(draw: st.DrawFn) -> str:
    """An address that runs or asks something, in any of the ways in which a browser reads it."""
    address = draw(spelled(ADDRESSES)).replace("\x00", "\t")
    told = [draw(st.sampled_from([c, f"&#{ord(c)};", f"&#x{ord(c):X};", f"&#0{ord(c)};"])) for c in address]
    return draw(st.sampled_from(["", " ", "\x01", "&#32;", "\n", "&Tab;", "&NewLine;"])) + "".join(told)


@st.composite
def forbidden(draw: st.DrawFn) -> str:
    """A tag that runs, frames, styles, asks or sends something."""
    gap = draw(st.sampled_from(SEPARATORS))
    quoted = draw(st.sampled_from(["{}", "'{}'", '"{}"']))
    end = draw(st.sampled_from([">", "/>", " >", gap + ">", ""]))
    match draw(st.integers(0, 3)):
        case 0:
            return f"<{draw(spelled(NAMES))}{gap}title={quoted.format('a')}{end}"
        case 1:
            return f"<p{gap}{draw(spelled(ATTRIBUTES))}={quoted.format('x()')}{end}"
        case 2:
            element = draw(st.sampled_from(["a{}href", "img{}src", "link{}href", "script{}src", "use{}href"]))
            return f"<{element.format(gap)}={quoted.format(draw(hidden()))}{end}"
        case _:
            return (
                f"<meta{gap}{draw(spelled(('http-equiv',)))}={quoted.format(draw(spelled(('refresh',))))}{end}"
            )


@given(forbidden(), st.sampled_from(["", "text ", '<p title="a">', "<title>", "<svg>", "<table>"]))
def test_what_is_forbidden_is_found_in_any_spelling(tag: str, before: str) -> None:
    assert faults(page(f"{before}{tag} and more")) != []


def test_hostile_content_that_no_defence_has_seen_is_found() -> None:
    """Vectors are Markdown or HTML; those without a tag are nothing before an engine has read them."""
    markup = [
        vector for vector in vectors() if vector.kind in ("scripts", "handlers", "styles", "frames", "svg")
    ]
    missed = [vector for vector in markup if "<" in vector.text and not faults(page(vector.text))]
    assert missed == []
    assert len(markup) > 200


# -- the policy -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<html><head><title>A</title></head></html>",
        f'<html><head><title>A</title>{META}{page_policy()}"></head></html>',
        f'<html><script src="a.js"></script><head>{META}{page_policy()}"></head></html>',
        f'<html><head><p title="<head>{META}{page_policy()}">"></head></html>',
        "",
    ],
)
def test_page_whose_policy_does_not_stand_first_is_found(text: str) -> None:
    assert "the policy does not stand first in the head" in faults(text)


def with_policy(policy: str) -> str:
    return f'<html><head>{META}{html.escape(policy)}"></head></html>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        ("script-src 'self'", "script-src *"),
        ("default-src 'none'; ", ""),
        ("base-uri 'none'; ", ""),
        ("; form-action 'none'", ""),
        ("'none'; script-src", "'self'; script-src"),
        ("default-src", "script-src 'unsafe-inline'; default-src"),
        ("; form-action", "; connect-src 'self'; form-action"),
        ("; form-action", "; connect-src https://www.wikipedia.org; form-action"),
        ("img-src 'self'", "img-src https:"),
    ],
)
def test_policy_that_allows_more_is_found(old: str, new: str) -> None:
    assert page_policy().count(old) == 1
    assert faults(with_policy(page_policy().replace(old, new))) == [
        "the policy allows more than that of all pages"
    ]


def test_policy_that_allows_less_passes() -> None:
    assert (
        faults(with_policy("default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'")) == []
    )


def test_only_the_neutral_page_may_ask_one_host() -> None:
    text = with_policy(neutral_page("https://www.wikipedia.org/").policy)
    assert faults(text, PAGE) == []
    assert faults(text, "practices/measures.html") == ["the policy allows more than that of all pages"]


def test_page_is_judged_the_same_whatever_was_seen_before() -> None:
    """Tags are remembered; a policy that the neutral page may have is not remembered for others."""
    chance = random.Random(3)
    texts = [
        with_policy(neutral_page("https://www.wikipedia.org/").policy),
        page("<b>a</b>"),
        page("<b onx=1>"),
    ]
    seen = Exposure()
    for _ in range(40):
        name, text = chance.choice((PAGE, "a.html")), chance.choice(texts)
        assert list(seen.faults(name, text)) == faults(text, name)


def test_no_fault_is_passed_over_because_of_the_pages_before() -> None:
    """Pages repeat the lines of their frame, and what has been looked at is not looked at again."""
    chance = random.Random(4)
    made = soups()[:1500]
    exposed = [bool(faults(text)) for text in made]
    harmless = [text for text, found in zip(made, exposed, strict=True) if not found]
    for text in [text for text, found in zip(made, exposed, strict=True) if found][:800]:
        reader = PageReader()
        broken = chance.choice([text, text.replace("<", "\n<"), text.replace(">", ">\n")])
        pages = [*chance.choices(harmless, k=4), broken]
        assert [bool(reader.facts("a.html", each).faults) for each in pages][-1] or not faults(broken)
