"""Which year a date without one belongs to: the report's own time, and how the passage tells."""

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Final

from civicspace.model.document import Document
from civicspace.model.edtf import bounds

#: Where figures are written month first: Unicode CLDR, short date formats of the territories' English locales.
MONTH_FIRST: Final = frozenset({"US", "PH", "PR", "GU", "AS", "VI", "MP", "MH", "FM", "PW"})
#: Countries that lie south of the equator for the greater part: their summer is in January.
SOUTHERN: Final = frozenset(
    "AO AR AU BI BO BR BW CD CL FJ KM LS MG MW MZ NA NZ PE PG PY RW SB SZ TL TZ UY VU WS ZA ZM ZW".split()
)


def last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    return calendar.monthrange(year, month)[1]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the document says of its own time.

    ``now`` is the day it was written, ``year`` that of an annual report, ``period`` the first and last day that
    another report covers; ``country`` is that of the report, ISO 3166-1.
    """

    now: date | None = None
    year: int | None = None
    period: tuple[date, date] | None = None
    country: str | None = None

    @classmethod
    def of(cls, document: Document) -> "Frame":
        """The frame of ``document``; a period of one calendar year makes it an annual report."""
        period = document.period
        year = int(period) if period and len(period) == 4 else None
        covered = bounds(period) if period and year is None else None
        if document.published:
            return cls(bounds(document.published)[1], year, covered, document.country)
        return cls(bounds(period)[1] if period else None, year, covered, document.country)

    def inside(self, month: int, day: int | None) -> int | None:
        """The year that puts a month, or a day of it, inside the period: the last where several do."""
        if self.period is None:
            return None
        first, last = self.period
        for year in range(min(last.year, date.max.year - 1), max(first.year, last.year - 30) - 1, -1):
            begin, end = _month_of(year, month, day)
            if begin is not None and end is not None and begin <= last and first <= end:
                return year
        return None

    def latest(self, month: int, day: int | None) -> int | None:
        """The year of the last such date that is not after the report."""
        if self.now is None:
            return None
        return self.now.year - ((month, day or 1) > (self.now.month, self.now.day))

    def coming(self, month: int, day: int | None) -> int | None:
        """The year of such a date that is to come; one just before the report is of the report's year."""
        if self.now is None:
            return None
        return self.now.year + ((month, day or 31) < (self.now.month, self.now.day) and self.now.month - month > 5)

    def nearest(self, month: int, day: int | None) -> int | None:
        """The year that puts a date nearest to the report."""
        if self.now is None:
            return None
        months = self.now.year * 12 + self.now.month - month
        return (months + 6) // 12


def _month_of(year: int, month: int, day: int | None) -> tuple[date | None, date | None]:
    if day is not None and day > last_day(year, month):
        return None, None
    return date(year, month, day or 1), date(year, month, day or last_day(year, month))


def not_before(told: date, month: int, day: int | None) -> int:
    """The year of the first such date from ``told`` on."""
    return told.year + ((month, day or 31) < (told.month, told.day))


def not_after(told: date, month: int, day: int | None) -> int:
    """The year of the last such date up to ``told``."""
    return told.year - ((month, day or 1) > (told.month, told.day))


def on_weekday(year: int, month: int, day: int, *, weekday: int) -> int:
    """The year nearest to ``year`` that puts a day on its weekday, the earlier of two; itself where none is near."""
    for candidate in (year, year - 1, year + 1, year - 2, year + 2, year - 3, year + 3):
        if day <= last_day(candidate, month) and date(candidate, month, day).weekday() == weekday:
            return candidate
    return year
