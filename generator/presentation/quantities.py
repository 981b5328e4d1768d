"""Ages, years, figures of delivery and sizes of files in words."""

from collections.abc import Iterator

from generator.presentation.texts import Texts
from generator.schema.parts import AgeRange, Delivery, Years


def ages_in_words(ages: AgeRange, texts: Texts) -> str:
    """`9 to 19 years`, `from 5 years` or `up to 18 years`."""
    if ages.from_ is None:
        return texts("ages.up-to", to=ages.to)
    if ages.to is None:
        return texts("ages.from", first=ages.from_)
    return texts("ages.between", first=ages.from_, to=ages.to)


def years_in_words(years: Years, texts: Texts) -> str:
    """`2003 to 2007`, `2006`, `from 2003` or `until 2007`."""
    if years.from_ is None:
        return texts("years.until", to=years.to)
    if years.to is None:
        return texts("years.from", first=years.from_)
    if years.from_ == years.to:
        return str(years.to)
    return texts("years.between", first=years.from_, to=years.to)


def figures_in_words(delivery: Delivery, texts: Texts) -> Iterator[str]:
    """The figures of a delivery, as `12 sessions` and `90 minutes each`."""
    figures = (
        ("delivery.sessions", delivery.sessions),
        ("delivery.session-minutes", delivery.session_minutes),
        ("delivery.weeks", delivery.weeks),
        ("delivery.total-hours", delivery.total_hours),
        ("delivery.group-size", delivery.group_size),
    )
    for key, quantity in figures:
        if quantity:
            yield texts.count(key, 1 if quantity == "1" else 2, quantity=quantity)


def pdf_in_words(pages: int, size: int, texts: Texts) -> str:
    """`PDF, 2 pages, 58 kB`; `size` is in bytes."""
    weight = f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
    return texts.count("print.pdf", pages, weight=weight)
