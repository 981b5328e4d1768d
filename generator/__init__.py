"""The generator of the compendium: content files in, a static site, a book and data out."""
