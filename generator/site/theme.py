"""What the theme may bring to the site, and what its templates are given.

Of Material for MkDocs only the style sheets reach a page: its script writes to the browser's storage
and names other hosts. The templates are ours (`overrides/`), and everything printed in them is
escaped.
"""

from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple, Protocol

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from generator.site import fragments, leave, policy
from generator.site.pages import SitePage
from generator.site.views.glance import long_date

_MACROS = ("partials/macros.html", "partials/frame.html")
_KEPT = ("assets/stylesheets/main.", "assets/stylesheets/palette.")
_NOT_FOR_THE_SITE = (".ttf",)
"""Kinds of files that lie among the theme's for other editions: the book's fonts."""

_THEME_FOLDERS = ("/material/templates/", "/mkdocs/templates/")


class Settings(NamedTuple):
    """What holds for all pages: where the exit leads, words kept out of window titles, search, the policy."""

    leave_to: str
    neutral_words: tuple[str, ...]
    search: bool
    policy: str


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
        if (
            file.abs_src_path is not None
            and any(part in file.abs_src_path.replace("\\", "/") for part in _THEME_FOLDERS)
            and not (file.src_uri.startswith(_KEPT) and file.src_uri.endswith(".css"))
        )
        or file.src_uri.endswith(_NOT_FOR_THE_SITE)
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
    return {leave.PAGE, "404.html"} if site_url else {leave.PAGE}


class Drawn:
    """Fragments of pages that many pages share: each is rendered once and then looked up.

    A fragment is a macro of the partials below; it is told apart by its name and its arguments.
    """

    def __init__(self, env: Environment) -> None:
        self._env = env
        self._done: dict[tuple[Any, ...], Markup] = {}

    def __call__(self, macro: str, *arguments: Hashable) -> Markup:
        """The fragment that the macro makes of these arguments."""
        key = (macro, *arguments)
        found = self._done.get(key)
        if found is None:
            found = self._done[key] = self._macro(macro)(*arguments)
        return found

    def _macro(self, name: str) -> Any:
        modules = (self._env.get_template(template).module for template in _MACROS)
        return next(getattr(module, name) for module in modules if hasattr(module, name))


class Site(NamedTuple):
    """What stands on every page of a site."""

    name: str
    language: str
    copyright: str
    navigation: Any
    navigation_addresses: frozenset[str]


class Theme:
    """Renders the pages of one site; the templates escape everything, and nothing may be missing."""

    def __init__(self, env: Environment, site: Site, settings: Settings, styles: tuple[str, ...]) -> None:
        env.autoescape = True
        env.undefined = StrictUndefined
        env.trim_blocks = env.lstrip_blocks = True
        env.filters["long_date"] = long_date
        env.globals.update(
            citation=fragments.citation,
            cited=fragments.cited,
            drawn=Drawn(env),
            links=fragments.links,
            NOT_DESCRIBED=fragments.NOT_DESCRIBED,
            strip=fragments.strip,
            neutral_page=leave.neutral_page(settings.leave_to),
            searchable=settings.search,
            site=site,
            theme_styles=styles,
        )
        self._env = env
        self._site = site
        self._settings = settings

    def html(self, page: SitePage) -> str:
        """The text of one page.

        In its template `root` leads from the page to the site's root, and `here` is the page's address
        where the navigation has it.
        """
        head = policy.head(page.title, self._site.name, self._settings.neutral_words, self._settings.policy)
        return self._env.get_template(page.template).render(
            site_page=page,
            view=page.view(),
            root=page.root,
            here=page.address if page.address in self._site.navigation_addresses else "",
            head=head,
            leave=leave.leave_from(page.root, self._settings.leave_to),
        )
