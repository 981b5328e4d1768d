"""The door for MkDocs: each hook hands over to the core, and nothing is decided here.

MkDocs brings the configuration, the files in `pages/` and the theme's environment; out go the pages
of the compendium. Plain `mkdocs build` and `mkdocs serve` work through this plugin.
"""

import gc
import logging
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pagefind_bin  # type: ignore[import-untyped]  # it ships a program, and no types
from jinja2 import Environment
from mkdocs.config import Config
from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import ListOfItems, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from generator.compendium.catalogue import Catalogue
from generator.loading.compendium import SELDOM_GARBAGE, load
from generator.package_files import FONTS, carried, theme_folders
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.quantities import pdf_in_words
from generator.presentation.texts import read_texts
from generator.privacy import exit_page, policy
from generator.problems import errors, render
from generator.progress import Progress, silent, told
from generator.publishing.page_writer import write_pages
from generator.publishing.publication import Publication, PublicationRefused, explained, put_into
from generator.search.bundle import FOLDER as SEARCH_FOLDER
from generator.search.bundle import search_files
from generator.search.interface import PagefindChangedError
from generator.search.pagefind_program import SearchFailedError
from generator.search.smoke_test import search_answers
from generator.site import theme
from generator.site.case_scripts import case_scripts
from generator.site.pages import SitePage, site_pages

if TYPE_CHECKING:  # a build serves nothing, and need not wait for a server to be read
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.compendium")


class NeutralSite(Type[str]):
    """The address of a site to which a reader can leave."""

    def run_validation(self, value: object) -> str:
        """The address; raises ValidationError, in words for the editor, when it cannot be used."""
        try:
            return exit_page.neutral_site(super().run_validation(value))
        except ValueError as mistake:
            raise ValidationError(str(mistake)) from mistake


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs types its configuration in part
    """What can be set under `plugins: - compendium:` in mkdocs.yml."""

    leave_to = NeutralSite(str, default=exit_page.DEFAULT_SITE)
    search = Type(bool, default=True)
    neutral_words = ListOfItems(Type(str), default=list(policy.NEUTRAL_WORDS))
    printed = Type(bool, default=False)


class CompendiumPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as above
    """Adds the compendium's pages to a MkDocs build and publishes the result whole or not at all."""

    def __init__(self) -> None:
        self.progress: Progress = silent
        self._publication: Publication | None = None
        self._styles: dict[str, str] = {}
        self._nav: Navigation
        self._theme: theme.Theme
        self._words: CompendiumText
        self._command = "build"
        self._pages: list[SitePage] = []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers whether a site is built to stay or only previewed."""
        del dirty
        self._command = command
        gc.set_threshold(*SELDOM_GARBAGE)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads and checks all content before anything is touched."""
        root = Path(config.config_file_path).parent
        compendium, problems = load(root, addresses.generated_paths(), self.progress, os.cpu_count() or 1)
        if errors(problems):
            found = render(problems, "text")
            raise PluginError(f"{found}\nNothing was built: the content has the problems above.")
        if problems:
            log.info(render(problems, "text"))
        self._words = CompendiumText(Catalogue(compendium), read_texts())
        self._pages = list(site_pages(self._words))
        own = [Path(folder) for folder in (config.theme.custom_dir,) if folder]
        self._styles = theme.styles(config.theme.dirs)
        config.theme.dirs = theme_folders([*own, root / "overrides"])
        config.theme.static_templates = theme.static_templates(config.site_url)
        if self._command != "serve":
            self._publication = _publication(Path(config.site_dir))
            config.site_dir = str(self._publication.staging)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Puts every page of the compendium in place of what MkDocs would make of it."""
        for file in theme.unwanted(files):
            files.remove(file)
        for address, folder in self._styles.items():
            files.append(File(address, folder, config.site_dir, use_directory_urls=False))
        labels = dict(_nav_labels(config.nav or []))
        for page in self._pages:
            path = addresses.source_path(page.address)
            file = files.get_file_from_path(path)
            if file is None:
                file = File.generated(config, path, content="")
                files.append(file)
            CompendiumPage(page, labels.get(path, page.title), file, config)
        return files

    @property
    def _searchable(self) -> bool:
        """Whether there is a search, and something to be found by it."""
        return self.config.search and bool(self._words.catalogue.practices)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the navigation for the pages' frame."""
        del config, files
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Takes the compendium's pages, which have been given their places by now, out of MkDocs' hands."""
        site = theme.Site(
            config.site_name,
            config.theme["language"],
            config.copyright or "",
            self._nav,
            frozenset(page.url for page in self._nav.pages),
        )
        settings = theme.Settings(
            self.config.leave_to,
            tuple(self.config.neutral_words),
            self._searchable,
            policy.preview_policy() if self._command == "serve" else policy.page_policy(),
            dict(self._printed(config)) if self.config.printed else {},
        )
        self._theme = theme.Theme(env, site, settings, (*self._styles, *config.extra_css), self._words.texts)
        for file in [file for file in files if isinstance(file.page, CompendiumPage)]:
            files.remove(file)
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the pages, verifies the site that was built beside the old one, and puts it in its place."""
        site = Path(config.site_dir)
        self._theme.prepare(page.template for page in self._pages)
        writing = write_pages(self._pages, self._theme.html, partial(put_into, site), os.cpu_count() or 1)
        pages = list(told(self.progress, "pages", writing, len(self._pages)))
        for name, content in case_scripts(self._words):
            put_into(site, name, content)
        if self._searchable:
            self.progress("search", 0, 1)
            for name, content in search_files(self._words, Path(pagefind_bin.get_executable())).items():
                put_into(site, f"{SEARCH_FOLDER}/{name}", content)
        if self._publication is None:
            return
        self.progress("site", 0, 1)
        addresses_due = [page.address for page in self._pages] + sorted(config.theme.static_templates)
        try:
            checks = [search_answers(self._words)] if self._searchable else []
            self._publication.publish(_warnings() if config.strict else [], addresses_due, checks, pages)
        except PublicationRefused as refusal:
            raise PluginError(str(refusal)) from refusal
        self.progress("site", 1, 1)
        config.site_dir = str(self._publication.target)

    def _printed(self, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
        """Puts the book and the handouts beside the pages; tells their addresses, each with a word on it."""
        from generator.book import Edition, offered  # noqa: PLC0415 - most builds print nothing

        edition = Edition.of_site(config.site_name, config.site_description, config.copyright)
        for id_, book in offered(self._words.catalogue.compendium, edition, carried(FONTS), self.progress):
            address = addresses.handout(id_) if id_ else addresses.BOOK
            put_into(Path(config.site_dir), address, book.pdf)
            if book.problems:
                log.info(render(book.problems, "text"))
            yield address, pdf_in_words(book.pages, len(book.pdf), self._words.texts)

    def on_build_error(self, *, error: Exception) -> None:
        """Takes away what a failed build has left beside the old site; says in words what the disk refused."""
        publication = self._publication
        self.on_shutdown()
        if isinstance(error, OSError) and publication is not None:
            raise PluginError(explained(error, publication.target)) from error
        if isinstance(error, theme.TemplateMistake):
            raise PluginError(f"{error} Nothing was published.") from error
        if isinstance(error, SearchFailedError | PagefindChangedError):
            raise PluginError(f"The search could not be made, and nothing was published. {error}") from error

    def on_shutdown(self) -> None:
        """Lets the next build begin."""
        if self._publication is not None:
            self._publication.abandon()

    def on_serve(self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Any) -> "LiveReloadServer":
        """Makes the preview follow every content folder."""
        del builder
        root = Path(config.config_file_path).parent
        for folder in ("practices", "indicators", "overrides"):
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server


class CompendiumPage(Page):
    """A page that MkDocs knows and does not make: nothing of its Markdown or metadata is used."""

    def __init__(self, site_page: SitePage, label: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(label, file, config)
        self.site_page = site_page

    def read_source(self, config: MkDocsConfig) -> None:
        """Reads nothing: the content has been read."""
        del config
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Renders nothing: the template does."""
        del config, files
        self.content = ""
        self.toc = TableOfContents([])


def _nav_labels(nav: Any) -> Iterator[tuple[str, str]]:
    """The paths in the configuration's `nav`, each with the label given to it there."""
    for item in nav:
        for label, below in item.items() if isinstance(item, dict) else ():
            if isinstance(below, str):
                yield below, label
            else:
                yield from _nav_labels(below)


def _publication(target: Path) -> Publication:
    try:
        return Publication(target)
    except PublicationRefused as refusal:
        raise PluginError(str(refusal)) from refusal


def _warnings() -> list[str]:
    """What MkDocs has counted as warnings so far in a strict build."""
    handlers = logging.getLogger("mkdocs").handlers
    counters = [handler for handler in handlers if isinstance(handler, CountHandler)]
    return [
        f"{count} {level.lower()}{'s' * (count != 1)}, told above; a strict build lets none pass"
        for counter in counters
        for level, count in counter.get_counts()
    ]
