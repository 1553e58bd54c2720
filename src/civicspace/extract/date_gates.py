"""Cheap looks at a text before a pattern is tried on it: most paragraphs lack the words that most patterns need."""

import re
from collections.abc import Callable

from civicspace.extract.date_forms import Meaning

#: Whether a pattern can match a text at all (given as written and in lower case), the pattern, what a match means.
Gate = Callable[[str, str], bool]
Reader = tuple[Gate, re.Pattern[str], Callable[[re.Match[str]], Meaning | None]]

_MONTH = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_YEAR = re.compile(r"\d\d\d\d")


def has_month(text: str, _low: str) -> bool:
    """Whether the name of a month may stand in it."""
    return _MONTH.search(text) is not None


def has_year(text: str, _low: str) -> bool:
    """Whether four digits stand in it."""
    return _YEAR.search(text) is not None


def has_month_or_year(text: str, low: str) -> bool:
    """Whether either does."""
    return has_month(text, low) or has_year(text, low)


def has(*words: str) -> Gate:
    """A gate that lets a text pass where one of some words, in lower case, stands in it."""
    return lambda _text, low: any(word in low for word in words)


def like(pattern: str) -> Gate:
    """A gate that lets a text pass where a plain pattern, in lower case, is found in it."""
    found = re.compile(pattern)
    return lambda _text, low: found.search(low) is not None
