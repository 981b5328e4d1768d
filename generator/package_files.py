"""Where the files lie that the package brings along and that are no code: the theme, its fonts, the framework.

In comes a name such as `overrides`; out comes its path. In a clone these folders stand beside the
package; a wheel holds them inside it, where `hatch_build.py` puts them. The doors ask.
"""

from collections.abc import Sequence
from pathlib import Path

FOLDER = "carried"
"""The folder inside the package of a wheel; `hatch_build.py` names it too."""

FONTS = "overrides/assets/fonts"
"""The fonts of the site and the book."""

_PACKAGE = Path(__file__).parent


def carried(name: str, package: Path = _PACKAGE) -> Path:
    """The folder or file of this name that came with the package."""
    inside = package / FOLDER
    return (inside if inside.is_dir() else package.parent) / name


def theme_folders(own: Sequence[Path]) -> list[str]:
    """The folders in which templates and styles are looked for, the nearest first.

    `own` are the compendium's own, those of its `overrides/` and its settings, if they are there. Ours
    stands behind them; those of MkDocs and Material do not count: nothing of theirs is taken unasked.
    """
    nearest = [*own, carried("overrides")]
    return list(dict.fromkeys(str(folder.resolve()) for folder in nearest if folder.is_dir()))
