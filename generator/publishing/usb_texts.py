"""What a person finds first on a USB stick: a page to start from and a README in plain text."""

from collections.abc import Callable
from html import escape

from generator.presentation.texts import Texts
from generator.privacy.policy import page_policy


def start_page(site_name: str, printed: bool, texts: Texts, neutral_site: str | None = None) -> str:
    """The page at the root of the stick: two links and what to know before following them.

    It is left like every page of the site, with the site's own script, where the site has a neutral page.
    """
    t = _escaped(texts)
    exit_files, exit_button = _exit(neutral_site, t) if neutral_site else ("", "")
    edition = f'<li><a href="compendium.pdf">{t("usb.edition")}</a></li>' if printed else ""
    return f"""<!doctype html>
<html lang="{texts.language}">
  <head>
    <meta http-equiv="Content-Security-Policy" content="{escape(page_policy())}">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>{t("usb.title")}</title>{exit_files}
  </head>
  <body>{exit_button}
    <main>
      <h1>{escape(site_name)}</h1>
      <ul>
        <li><a href="compendium/index.html">{t("usb.open")}</a></li>
        {edition}
      </ul>
      <p>{t("usb.kept")}</p>
      <p>{t("usb.whole")}</p>
    </main>
  </body>
</html>
"""


def _exit(neutral_site: str, t: Callable[[str], str]) -> tuple[str, str]:
    """What belongs to the exit in the head and in the body; `partials/leave.html` has the same."""
    assets = "compendium/assets"
    files = f"""
    <link rel="stylesheet" href="{assets}/stylesheets/leave.css">
    <script src="{assets}/javascripts/leave.js" data-title="{t("measures.title")}"></script>"""
    once, twice = t("leave.once-more"), t("leave.twice-more")
    button = f"""
    <header>
      <div class="leave">
        <a class="leave__button" href="{escape(neutral_site)}" rel="noreferrer nofollow">{t("leave.button")}</a>
        <span class="leave__hint" hidden>{t("leave.hint")}</span>
        <span class="leave__status" role="status" data-once="{once}" data-twice="{twice}"></span>
      </div>
    </header>"""
    return files, button


def _escaped(texts: Texts) -> Callable[[str], str]:
    return lambda key: escape(texts(key))


def readme(site_name: str, printed: bool, texts: Texts) -> str:
    """README.txt, in lines of at most 72 characters."""
    edition = f"{texts('usb.readme-edition')}\n" if printed else ""
    return texts("usb.readme", site_name=site_name, underline="=" * len(site_name), edition=edition)
