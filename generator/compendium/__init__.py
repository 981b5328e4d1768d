"""The compendium: validated records and everything that follows from them together."""
