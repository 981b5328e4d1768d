"""The whole way in: content files become a checked compendium, or a list of problems, in one call."""

from generator.loading.compendium import check, load

__all__ = ["check", "load"]
