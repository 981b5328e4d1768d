"""Days as readers are told them, the same on pages and in print, whatever the locale."""

import datetime

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_in_words(day: datetime.date) -> str:
    """`21 November 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
