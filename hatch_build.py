"""What the wheel holds beside the code: the theme and what a new compendium begins with.

Hatchling calls it. These folders stand at the top of the repository; an editable installation finds them
there, and so only a wheel that is to travel gets a copy of them, inside the package.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = (
    "overrides",
    "indicators",
    "pages/about-indicators.md",
    "pages/evidence.md",
    "pages/good-practices.md",
    "pages/safety.md",
    "practices/references.yaml",
    "requirements.lock",
)


class CarriedFiles(BuildHookInterface[Any]):
    """Puts the carried files into a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds them to a wheel of the version `standard`; the other one is `editable`."""
        if version == "standard":
            build_data["force_include"] |= {name: f"generator/carried/{name}" for name in CARRIED}
