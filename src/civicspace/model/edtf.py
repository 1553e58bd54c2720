"""EDTF dates (ISO 8601-2, levels 0 and 1) as far as the record format uses them.

A value is a day, month or year, each optionally marked approximate (``2022-03~``) or uncertain
(``2022-03?``), an interval of two of those (``2022-02/2022-03``), or one with an open end
(``2022-03-13/..``, ``../2022-03``).
"""

import calendar
import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%])?")
OPEN = ".."


def _check_point(text: str) -> None:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not an EDTF date: write 2022, 2022-03, 2022-03-14 or 2022-03~")
    month = int(found["month"] or 1)
    if not 1 <= month <= 12 or int(found["year"]) == 0:
        raise ValueError(f"{text!r} names a month or year that does not exist")
    if not 1 <= int(found["day"] or 1) <= calendar.monthrange(int(found["year"]), month)[1]:
        raise ValueError(f"{text!r} names a day that does not exist")


def check(text: str) -> str:
    """Return ``text`` where it is a date of this module's kind, else raise ``ValueError``."""
    first, slash, last = text.partition("/")
    if first == last == OPEN:
        raise ValueError("an interval open at both ends says nothing: leave the date out")
    for point in (first, last) if slash else (first,):
        if not (slash and point == OPEN):
            _check_point(point)
    return text


Edtf = Annotated[str, AfterValidator(check)]


def _first_day(point: str) -> date:
    parts = [int(p) for p in point.rstrip("~?%").split("-")]
    return date(*[*parts, 1, 1][:3])


def _last_day(point: str) -> date:
    parts = [int(p) for p in point.rstrip("~?%").split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], calendar.monthrange(*parts)[1])
    return date(*parts)


def bounds(text: str) -> tuple[date, date]:
    """First and last day, both inclusive, that a value can mean; an open end is the calendar's own."""
    first, slash, last = text.partition("/")
    last = last if slash else first
    return (
        date.min if first == OPEN else _first_day(first),
        date.max if last == OPEN else _last_day(last),
    )
