"""Leaving the site in a hurry: where the button leads, and the neutral page that needs no network.

What happens when the button is pressed is in `assets/javascripts/leave.js`.
"""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.privacy.policy import page_policy

DEFAULT_SITE = "https://www.wikipedia.org/"
"""Where the button leads unless the settings name another site."""

PAGE = "measures.html"
"""The neutral page of our own, for copies that are read without a network."""

_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


def neutral_site(address: str) -> str:
    """The address as it was given; raises ValueError, in words for the editor, when it cannot be used."""
    parts = urlsplit(address)
    plain = parts.scheme == "https" and _HOST.fullmatch(parts.netloc) and not parts.query and not parts.fragment
    if not plain or re.search(r"[\s\"'<>;,\\]", address):
        raise ValueError(
            f"leave_to is {address!r}; it must be a plain web address such as {DEFAULT_SITE}, "
            "with https:// and without '?' or '#'."
        )
    return address


class NeutralPage(NamedTuple):
    """The neutral page and, in `site`, where the button leads."""

    policy: str
    site: str


def neutral_page(site: str) -> NeutralPage:
    """The neutral page: it alone may ask another host, and only whether the neutral site can be reached."""
    site = neutral_site(site)
    parts = urlsplit(site)
    return NeutralPage(page_policy(connect_to=(f"{parts.scheme}://{parts.netloc}",)), site)
