"""What the theme may bring to the site, and what its templates are given.

Of Material for MkDocs only the style sheets reach a page: its script writes to the browser's storage
and names other hosts. The templates are ours (`overrides/`), and everything printed in them is
escaped.
"""

from collections.abc import Iterable
from typing import Any, Protocol

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from generator.site.pages import SitePage
from generator.site.prose import citation
from generator.site.views.glance import long_date

_KEPT = ("assets/stylesheets/main.", "assets/stylesheets/palette.")
_THEME_FOLDERS = ("/material/templates/", "/mkdocs/templates/")


class ThemeFile(Protocol):
    """What this module needs to know of a file in a build."""

    @property
    def src_uri(self) -> str:
        """The file's path in the build."""

    @property
    def abs_src_path(self) -> str | None:
        """Where the file lies; None for a page that is made."""


def unwanted(files: Iterable[ThemeFile]) -> list[Any]:
    """The files of the theme that are not to be published."""
    return [
        file
        for file in files
        if file.abs_src_path is not None
        and any(part in file.abs_src_path.replace("\\", "/") for part in _THEME_FOLDERS)
        and not (file.src_uri.startswith(_KEPT) and file.src_uri.endswith(".css"))
    ]


def styles(files: Iterable[ThemeFile]) -> tuple[str, ...]:
    """The addresses of the theme's style sheets, main first: their names change with every release."""
    names = {file.src_uri for file in files}
    return tuple(sorted(name for name in names if name.startswith(_KEPT) and name.endswith(".css")))


def static_templates(site_url: str | None) -> set[str]:
    """The theme's extra pages that are wanted.

    A page for addresses that do not exist needs to know where the site stands; a site map would carry
    the day of the build, and is left out.
    """
    return {"404.html"} if site_url else set()


def prepared(env: Environment) -> Environment:
    """The templates' environment: everything escaped, nothing silently missing."""
    env.autoescape = True
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    env.filters["long_date"] = long_date
    env.globals["citation"] = citation
    env.globals["Markup"] = Markup
    return env


def context(page: SitePage, theme_styles: tuple[str, ...]) -> dict[str, Any]:
    """What every template is given for one page; `root` leads from the page to the site's root."""
    return {
        "site_page": page,
        "view": page.view(),
        "root": page.root,
        "theme_styles": theme_styles,
    }
