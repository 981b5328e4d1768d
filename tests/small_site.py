"""A small site that is in order, for tests of publishing: a few pages, each naming the site's version."""

from pathlib import Path

from generator.privacy.policy import META, page_policy
from generator.publishing.publication import Publication

PAGES = 4


def page(text: str, head: str = "") -> str:
    """A page in order, with `text` in its body."""
    policy = page_policy().replace("'", "&#39;")
    return f'<html><head>{META}{policy}"><title>{text}</title>{head}</head><body><p>{text}</p></body></html>'


def write_site(folder: Path, version: str) -> None:
    """A whole site of one version, not yet published."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(PAGES):
        (folder / f"page-{number}.html").write_text(page(f"version {version}, page {number}"), "utf-8")
    (folder / "index.html").write_text(page(f"version {version}"), "utf-8")


def publish_version(target: Path, version: str) -> None:
    """A whole build and publication of one version."""
    publication = Publication(target)
    write_site(publication.staging, version)
    publication.publish()


def version_of(target: Path) -> str:
    """The version of a published site; an assertion error when it is not whole and of one version."""
    index = (target / "index.html").read_text("utf-8")
    version = index.partition("<p>version ")[2].partition("</p>")[0]
    assert index == page(f"version {version}")
    found = {file.name: file.read_text("utf-8") for file in target.iterdir() if file.suffix == ".html"}
    expected = {f"page-{n}.html": page(f"version {version}, page {n}") for n in range(PAGES)}
    assert found == {"index.html": index, **expected}
    return version
