"""The one place where a site is put before its readers: built beside, verified, then swapped in.

In comes the folder in which the site is to stand; the build writes into `staging`, and `publish`
replaces the old site by the new one or leaves the old one as it was.
"""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.site.verify import broken_site

MOST_REPORTED = 50


class PublicationRefused(Exception):
    """The site that was built is not fit to be published; says why."""


class Publication:
    """One publication of the site in `target`."""

    def __init__(self, target: Path) -> None:
        self.target = target
        target.parent.mkdir(parents=True, exist_ok=True)
        self._beside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        self.staging = self._beside / "new"

    def publish(self, warnings: Sequence[str] = ()) -> None:
        """Puts the staged site in its place; raises PublicationRefused and keeps the old one if it is not whole."""
        wrong = [*warnings, *broken_site(self.staging)]
        if wrong:
            self.abandon()
            listed = "\n".join(f"  {line}" for line in wrong[:MOST_REPORTED])
            more = f"\n  … and {len(wrong) - MOST_REPORTED} more" if len(wrong) > MOST_REPORTED else ""
            raise PublicationRefused(f"The site was not published; {self.target} is as it was.\n{listed}{more}")
        old = self._beside / "old"
        if self.target.exists():
            self.target.rename(old)
        self.staging.rename(self.target)
        self.abandon()

    def abandon(self) -> None:
        """Removes everything that the build has left beside the site."""
        shutil.rmtree(self._beside, ignore_errors=True)
