"""Content that means harm: what it does unhindered, and that none of it reaches a page."""
