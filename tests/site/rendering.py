"""Pages rendered in this process, without MkDocs and without a disk: one page of a compendium as HTML."""

from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader

from generator.presentation.compendium_text import CompendiumText
from generator.privacy.exit_page import DEFAULT_SITE
from generator.privacy.policy import page_policy
from generator.site import theme
from generator.site.pages import site_pages


class Navigation(NamedTuple):
    """A navigation without items."""

    items: tuple[str, ...] = ()


OVERRIDES = Path(__file__).parents[2] / "overrides"


def theme_of(words: CompendiumText, env: Environment | None = None) -> theme.Theme:
    """The theme for a site of this compendium, whose templates are those of `env`."""
    env = env or Environment(loader=FileSystemLoader(OVERRIDES))  # noqa: S701 - the theme makes it escape
    site = theme.Site("Site", words.texts.language, "", Navigation(), frozenset())
    settings = theme.Settings(DEFAULT_SITE, (), True, page_policy())
    return theme.Theme(env, site, settings, (), words.texts)


def rendered_page(words: CompendiumText, address: str) -> str:
    """The page at an address."""
    page = next(page for page in site_pages(words) if page.address == address)
    return theme_of(words).html(page)


def rendered_template(words: CompendiumText, name: str, **values: str) -> str:
    """A page outside the compendium, such as that for addresses that do not exist."""
    env = Environment(loader=FileSystemLoader(OVERRIDES))  # noqa: S701 - the theme makes it escape
    theme_of(words, env)
    return env.get_template(name).render(**values)
