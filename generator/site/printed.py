"""How the PDFs that a site offers are named: kind, pages and size, as readers are told before they open one."""


def in_words(pages: int, size: int) -> str:
    """`PDF, 2 pages, 58 kB`; `size` is in bytes."""
    weight = f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
    return f"PDF, {pages} page{'s' * (pages != 1)}, {weight}"
