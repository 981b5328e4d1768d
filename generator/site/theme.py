"""What the theme may bring to the site, and what its templates are given.

Of Material for MkDocs only the style sheets reach a page: its script writes to the browser's storage
and names other hosts. The templates are ours (`overrides/`), and everything printed in them is
escaped.
"""

from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from traceback import extract_tb
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from generator import vocabulary
from generator.presentation.addresses import BOOK
from generator.presentation.texts import Texts
from generator.privacy import exit_page, policy
from generator.site import fragments
from generator.site.pages import SitePage

_MACROS = ("partials/macros.html", "partials/frame.html")
_SHARED = (*_MACROS, "base.html", "partials/blocks.html", "partials/leave.html", "partials/sources.html")
_BORROWED = ("assets/stylesheets/main.*.css", "assets/stylesheets/palette.*.css")
_NOT_FOR_THE_SITE = (".ttf",)
"""Kinds of files that lie among the theme's for other editions: the book's fonts."""


class Settings(NamedTuple):
    """What holds for all pages.

    Where the exit leads, the words kept out of window titles, whether there is a search, the policy; the
    PDFs that are offered, by address, each with its kind and size in words.
    """

    leave_to: str
    neutral_words: tuple[str, ...]
    search: bool
    policy: str
    printed: Mapping[str, str] = MappingProxyType({})


class ThemeFile(Protocol):
    """What this module needs to know of a file in a build."""

    @property
    def src_uri(self) -> str:
        """The file's path in the build."""


def unwanted(files: Iterable[ThemeFile]) -> list[Any]:
    """The files of our own theme that are not to be published."""
    return [file for file in files if file.src_uri.endswith(_NOT_FOR_THE_SITE)]


def styles(folders: Iterable[str]) -> dict[str, str]:
    """Material's style sheets, main first: their addresses, each with the folder below which it lies.

    `folders` are those in which MkDocs looks for themes. The names change with every release.
    """
    found = {
        file.relative_to(folder).as_posix(): folder
        for folder in folders
        for kind in _BORROWED
        for file in Path(folder).glob(kind)
    }
    return dict(sorted(found.items()))


def static_templates(site_url: str | None) -> set[str]:
    """The theme's extra pages that are wanted.

    A page for addresses that do not exist needs to know where the site stands; a site map would carry
    the day of the build, and is left out.
    """
    return {exit_page.PAGE, "404.html"} if site_url else {exit_page.PAGE}


class Drawn:
    """Fragments of pages that many pages share: each is rendered once and then looked up.

    A fragment is a macro of the partials below; it is told apart by its name and its arguments.
    """

    def __init__(self, env: Environment) -> None:
        self._env = env
        self._macros: dict[str, Any] = {}
        self._done: dict[tuple[Any, ...], Markup] = {}

    def __call__(self, macro: str, *arguments: Hashable) -> Markup:
        """The fragment that the macro makes of these arguments."""
        key = (macro, *arguments)
        found = self._done.get(key)
        if found is None:
            found = self._done[key] = _in_ascii(self._macro(macro)(*arguments))
        return found

    def _macro(self, name: str) -> Any:
        if not self._macros:
            for template in _MACROS:
                self._macros.update(vars(self._env.get_template(template).module))
        return self._macros[name]


def _in_ascii(made: Markup) -> Markup:
    """The same with references for all other characters.

    One character above U+00FF makes every text that it is in twice as large, and as much work.
    """
    return Markup(made.encode("ascii", "xmlcharrefreplace").decode("ascii"))  # noqa: S704 - as it was


class Site(NamedTuple):
    """What stands on every page of a site."""

    name: str
    language: str
    copyright: str
    navigation: Any
    navigation_addresses: frozenset[str]


class TemplateMistake(Exception):
    """A template of the theme, or of a compendium's own `overrides/`, has a mistake; says where."""


class Theme:
    """Renders the pages of one site; the templates escape everything, and nothing may be missing."""

    def __init__(
        self, env: Environment, site: Site, settings: Settings, styles: tuple[str, ...], texts: Texts
    ) -> None:
        env.autoescape = True
        env.auto_reload = False  # an environment is made for each build
        env.undefined = StrictUndefined
        env.trim_blocks = env.lstrip_blocks = True
        env.filters.update(
            cited=fragments.cited,
            drawn=Drawn(env),
            links=fragments.links,
            folded=fragments.folded,
            quoted=fragments.quoted,
            said=fragments.said,
            strip=fragments.strip,
        )
        env.globals.update(
            citation=fragments.citation,
            t=fragments.escaped(texts),
            count=fragments.escaped_count(texts),
            EVIDENCE_LEVEL=tuple(texts.terms(vocabulary.EVIDENCE_LEVEL)),
            MARK=texts.terms(vocabulary.MARK),
            BOOK=BOOK,
            neutral_page=exit_page.neutral_page(settings.leave_to),
            printed=settings.printed,
            searchable=settings.search,
            site=site,
            theme_styles=styles,
        )
        self._env = env
        self._site = site
        self._settings = settings

    def prepare(self, templates: Iterable[str]) -> None:
        """Reads these templates now: worth while before rendering is shared out among processes."""
        for name in sorted({*templates, *_SHARED}):
            try:
                self._env.get_template(name)
            except TemplateError as mistake:
                raise TemplateMistake(_place_of(mistake, name)) from mistake

    def html(self, page: SitePage) -> str:
        """The text of one page.

        In its template `root` leads from the page to the site's root, and `here` is the page's address
        where the navigation has it. Raises `TemplateMistake`.
        """
        try:
            return self._rendered(page)
        except TemplateError as mistake:
            raise TemplateMistake(_place_of(mistake, page.template)) from mistake

    def _rendered(self, page: SitePage) -> str:
        head = policy.head(page.title, self._site.name, self._settings.neutral_words, self._settings.policy)
        return self._env.get_template(page.template).render(
            site_page=page,
            view=page.view(),
            root=page.root,
            here=page.address if page.address in self._site.navigation_addresses else "",
            head=head,
        )


def _place_of(mistake: TemplateError, template: str) -> str:
    """The file and line of a mistake in a template, and what it is."""
    places = [frame for frame in extract_tb(mistake.__traceback__) if frame.filename.endswith(".html")]
    file, line = (places[-1].filename, places[-1].lineno) if places else (template, None)
    if isinstance(mistake, TemplateSyntaxError):
        file, line = mistake.filename or file, mistake.lineno
    return f"{file}:{line or 1}: this template cannot be used: {mistake.message}."
