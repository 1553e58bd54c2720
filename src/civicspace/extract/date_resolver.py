"""Which days a worded date means: years and months from the context, relative dates from what was told before."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from civicspace.extract.date_forms import Meaning, Past, Point, Range, Shift, Unit, Weekday
from civicspace.model.document import Document
from civicspace.model.edtf import bounds


@dataclass(frozen=True, slots=True)
class Day:
    """A resolved point, year known; ``inferred`` where a part came from context."""

    year: int
    month: int | None = None
    day: int | None = None
    vague: bool = False
    inferred: bool = False

    @property
    def edtf(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts) + ("~" if self.vague else "")

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two resolved points, both included."""

    first: Day
    last: Day

    @property
    def edtf(self) -> str:
        return f"{self.first.edtf}/{self.last.edtf}" if self.first != self.last else self.first.edtf

    @property
    def inferred(self) -> bool:
        return self.first.inferred or self.last.inferred


Resolved = Day | Stretch


@dataclass(frozen=True, slots=True)
class Frame:
    """What the document says of its own time: ``now`` is the day it was written, ``year`` that of an annual report."""

    now: date | None = None
    year: int | None = None

    @classmethod
    def of(cls, document: Document) -> "Frame":
        """The frame of ``document``; a period of one calendar year makes it an annual report."""
        period = document.period
        year = int(period) if period and len(period) == 4 else None
        if document.published:
            first, last = bounds(document.published)
            return cls(first if first == last else last, year)
        return cls(bounds(period)[1] if period else None, year)


def _whole(moment: date, unit: Unit) -> Day:
    """The year, month or day that ``moment`` lies in."""
    month = None if unit == "year" else moment.month
    return Day(moment.year, month, moment.day if unit in ("day", "week") else None, inferred=True)


def _moved(moment: date, unit: Unit, by: int) -> date:
    if unit in ("day", "week"):
        return moment + timedelta(days=by * (7 if unit == "week" else 1))
    months = moment.year * 12 + moment.month - 1 + by * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(moment.day, calendar.monthrange(year, month + 1)[1]))


def _week(moment: date) -> Stretch:
    monday = moment - timedelta(days=moment.weekday())
    return Stretch(_whole(monday, "day"), _whole(monday + timedelta(days=6), "day"))


@dataclass(slots=True)
class Resolver:
    """Resolves the dates of one document in the order told.

    ``told`` is the last date of the current section, ``here`` says that it stands in the current paragraph.
    """

    frame: Frame
    told: Resolved | None = None
    here: bool = False
    month_told: Day | None = None
    fallback: int | None = None

    def resolve(self, meaning: Meaning, *, ahead: bool = False) -> Resolved | None:
        """The days meant, or ``None`` where the context does not give them; ``ahead``: the clause speaks of what is
        to come. Dates outside of the calendar (30 February) are ``None`` too."""
        try:
            found = self._resolve(meaning, ahead)
        except (ValueError, OverflowError):
            return None
        return found

    def _resolve(self, meaning: Meaning, ahead: bool) -> Resolved | None:
        match meaning:
            case Point():
                return self._point(meaning, ahead)
            case Range():
                return self._range(meaning, ahead)
            case Shift():
                return self._shift(meaning)
            case Weekday():
                return self._weekday(meaning, ahead)
            case Past():
                return self._past(meaning)

    def tell(self, resolved: Resolved, *, here: bool = True) -> None:
        """Remember the last date told, and the last one that has a month."""
        first = resolved.first if isinstance(resolved, Stretch) else resolved
        self.told, self.here = resolved, here
        if first.month:
            self.month_told = first

    def forget(self) -> None:
        """A new section begins: nothing was told in it yet."""
        self.told = self.month_told = None

    def _last(self, unit: Unit = "year") -> Day | None:
        """The last date told that is fine enough to count ``unit`` from."""
        told = self.told.first if isinstance(self.told, Stretch) else self.told
        return self.month_told if unit != "year" and told is not None and told.month is None else told

    def _moment(self, unit: Unit = "year") -> date | None:
        told = self._last(unit)
        return told.first if told else None

    def _year_of(self, point: Point, ahead: bool) -> int | None:
        if point.shift is not None:
            found = self._shift(point.shift)
            return found.first.year if isinstance(found, Stretch) else found.year if found else None
        month, day = point.month or 1, point.day or 1
        if self.frame.year is not None and not point.turn:
            return self.frame.year
        now, told = self.frame.now, self._moment() if self.here or self.frame.now is None else None
        if point.turn and now:
            back = (month, day) > (now.month, now.day) if point.turn < 0 else (month, day) < (now.month, now.day)
            return now.year + point.turn * back
        if told and not ahead:
            year = told.year + (month < told.month and told.month - month > 5)
            if not now or (year, month, day) <= (now.year, now.month, now.day):
                return year
        if now:
            later = (month, day) > (now.month, now.day)
            return now.year + (not later if ahead and now.month - month > 5 else 0) if ahead else now.year - later
        return self.fallback

    def _point(self, point: Point, ahead: bool) -> Day | None:
        year = point.year or self._year_of(point, ahead)
        if year is None:
            return None
        found = Day(year, point.month, point.day, point.vague, inferred=point.year is None)
        _ = found.first
        return found

    def _range(self, meaning: Range, ahead: bool) -> Stretch | None:
        first = self._point(meaning.first, ahead)
        if first is None:
            return None
        last = meaning.last
        if last.year is None and last.shift is None:
            rolls = (last.month or 0) < (first.month or 0)
            last = replace(last, year=first.year + rolls)
        second = self._point(last, ahead)
        if second is None or second.first < first.first:
            return None
        return Stretch(first, replace(second, inferred=first.inferred or second.inferred))

    def _shift(self, shift: Shift) -> Resolved | None:
        if shift.base == "report":
            moment = date(self.frame.year, 1, 1) if self.frame.year else self._moment() or self.frame.now
        elif shift.base == "now":
            moment = date(self.frame.year, 1, 1) if self.frame.year and shift.unit == "year" else self.frame.now
            if self.frame.year and shift.unit != "year":
                return None
        else:
            moment = self._moment(shift.unit) or (
                date(self.frame.year, 1, 1) if shift.unit == "year" and self.frame.year else None
            )
        if moment is None:
            return None
        if shift.vague:
            return Day(moment.year, moment.month, vague=True, inferred=True)
        return self._moved_whole(moment, shift)

    def _moved_whole(self, moment: date, shift: Shift) -> Resolved | None:
        told = self._last(shift.unit)
        if shift.base == "text" and told is not None and shift.unit in ("day", "week") and told.day is None:
            return replace(told, vague=True, inferred=True)
        if shift.unit == "week" and (shift.base == "now" or not shift.by):
            return _week(_moved(moment, "week", shift.by))
        return _whole(_moved(moment, shift.unit, shift.by), shift.unit)

    def _weekday(self, weekday: Weekday, ahead: bool) -> Day | None:
        if self.frame.now is None or self.frame.year is not None:
            return None
        back = (self.frame.now.weekday() - weekday.day) % 7
        if weekday.turn < 0 and back == 0:
            back = 7
        if weekday.turn > 0 or (ahead and weekday.turn == 0):
            back = back - 7 or -7
        return _whole(self.frame.now - timedelta(days=back), "day")

    def _past(self, past: Past) -> Stretch | None:
        if self.frame.now is None or self.frame.year is not None:
            return None
        unit: Unit = "day" if past.unit == "week" else past.unit
        first = _moved(self.frame.now, past.unit, -past.count)
        return Stretch(_whole(first, unit), _whole(self.frame.now, unit))
