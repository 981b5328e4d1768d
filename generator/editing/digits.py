"""A pattern for whole numbers between two bounds, for readers that cannot compare."""


def between(least: int, most: int) -> str:
    """A regular expression that exactly the numbers from `least` to `most` match, without leading zeros."""
    choices = [
        _same_length(str(max(least, low)), str(min(most, 10 * low - 1 if low else 9)))
        for low in (0, 10, 100, 1000, 10_000)
        if max(least, low) <= min(most, 10 * low - 1 if low else 9)
    ]
    return f"^(?:{'|'.join(choices)})$"


def _same_length(low: str, high: str) -> str:
    """The pattern for two bounds with the same number of digits."""
    if not low:
        return ""
    if low[0] == high[0]:
        return low[0] + _same_length(low[1:], high[1:])
    rest = len(low) - 1
    if low[1:] == "0" * rest and high[1:] == "9" * rest:
        return f"[{low[0]}-{high[0]}]" + r"\d" * rest
    parts = [low[0] + _same_length(low[1:], "9" * rest), high[0] + _same_length("0" * rest, high[1:])]
    first, last = int(low[0]) + 1, int(high[0]) - 1
    if first <= last:
        parts.insert(1, f"[{first}-{last}]" + r"\d" * rest)
    return f"(?:{'|'.join(parts)})"
