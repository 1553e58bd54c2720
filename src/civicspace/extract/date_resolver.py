"""Which days a worded date means: years and months from the context, relative dates from what was told before."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from civicspace.extract.date_days import PLAIN, Day, Resolved, Stretch, Telling
from civicspace.extract.date_forms import After, Meaning, Offset, Past, Point, Range, Season, Shift, Unit, Weekday
from civicspace.extract.date_years import MONTH_FIRST, SOUTHERN, Frame, last_day, not_after, not_before, on_weekday


def _whole(moment: date, unit: Unit) -> Day:
    """The year, month or day that ``moment`` lies in."""
    month = None if unit == "year" else moment.month
    return Day(moment.year, month, moment.day if unit in ("day", "week") else None, inferred=True)


def _moved(moment: date, unit: Unit, by: int) -> date:
    if unit in ("day", "week"):
        return moment + timedelta(days=by * (7 if unit == "week" else 1))
    months = moment.year * 12 + moment.month - 1 + by * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(moment.day, last_day(year, month + 1)))


def _writes_year(meaning: Meaning | None) -> bool:
    """Whether the words themselves say which year it is."""
    points = (meaning.first, meaning.last) if isinstance(meaning, Range) else (meaning,)
    return any(
        (p.unit == "year") if isinstance(p, Shift) else isinstance(p, Point) and bool(p.year or p.shift) for p in points
    )


def _week(moment: date) -> Stretch:
    monday = moment - timedelta(days=moment.weekday())
    return Stretch(_whole(monday, "day"), _whole(monday + timedelta(days=6), "day"))


@dataclass(slots=True)
class Resolver:
    """Resolves the dates of one document in the order told.

    ``told`` is the last date of the current section, ``month_told`` the last that has a month, ``line`` the last that
    the passage tells on from; ``here`` says that they stand in the current paragraph, ``explicit`` that the year of
    ``line`` was written there, ``current`` that the paragraph has a date inside the report's period. ``entry`` is
    the day of the last entry of a log.
    """

    frame: Frame
    told: Resolved | None = None
    month_told: Day | None = None
    line: Day | None = None
    here: bool = False
    explicit: bool = False
    current: bool = False
    entry: Day | None = None
    in_entry: bool = False

    def resolve(self, meaning: Meaning, *, telling: Telling = PLAIN) -> Resolved | None:
        """The days meant, or ``None`` where the context does not give them. Dates outside of the calendar
        (30 February) are ``None`` too."""
        try:
            return self._resolve(meaning, telling)
        except (ValueError, OverflowError):
            return None

    def begin(self) -> None:
        """A new paragraph begins."""
        self.here = self.explicit = self.current = self.in_entry = False

    def forget(self) -> None:
        """A new section begins: nothing was told in it yet."""
        self.told = self.month_told = self.line = None

    def tell(self, resolved: Resolved, *, meaning: Meaning | None = None, line: bool = True) -> None:
        """Remember a date told; ``line``: the passage tells on from it."""
        first = resolved.first if isinstance(resolved, Stretch) else resolved
        if self.in_entry and self.entry is not None and first.first < self.entry.first:
            return
        period = self.frame.period
        if period is not None and first.month and period[0] <= first.first <= period[1]:
            self.current = True
        if line or not self.here or self.line is None:
            kept = self.here and self.explicit and self.line is not None and self.line.year == first.year
            self.explicit = _writes_year(meaning) or kept
            self.line = first
        self.told, self.here = resolved, True
        if first.month:
            self.month_told = first

    def enter(self, day: Day) -> None:
        """An entry of a log begins: what follows in the paragraph is of that day."""
        self.entry, self.in_entry = day, True

    def _resolve(self, meaning: Meaning, telling: Telling) -> Resolved | None:
        match meaning:
            case Point():
                return self._point(meaning, telling)
            case Range():
                return self._range(meaning, telling)
            case Shift():
                return self._shift(meaning)
            case Weekday():
                return self._weekday(meaning, telling)
            case Past():
                return self._past(meaning)
            case Offset():
                return self._offset(meaning, telling)
            case Season():
                return self._season(meaning, telling)
            case After():
                return None

    def _last(self, unit: Unit = "year") -> Day | None:
        """The last date told that is fine enough to count ``unit`` from."""
        told = self.told.first if isinstance(self.told, Stretch) else self.told
        return self.month_told if unit != "year" and told is not None and told.month is None else told

    def _moment(self, unit: Unit = "year") -> date | None:
        told = self._last(unit)
        return told.first if told else None

    def _year_of(self, point: Point, telling: Telling) -> int | None:
        if point.shift is not None:
            found = self._shift(point.shift)
            return found.first.year if isinstance(found, Stretch) else found.year if found else None
        month, day = point.month or 1, point.day
        line = self.line if self.here or self.frame.now is None else None
        if telling.term and line is not None and line.month:
            return not_before(line.first, month, day)
        if self.frame.year is not None and not point.turn:
            return self.frame.year
        if point.turn and self.frame.now:
            now = self.frame.now
            return not_after(now, month, day) if point.turn < 0 else not_before(now, month, day)
        if telling.ahead:
            return self.frame.coming(month, day)
        if telling.term:
            return self.frame.nearest(month, day)
        return self._past_year(month, day, telling)

    def _begun(self) -> Day | None:
        """The last entry of a log, or what a heading after it says."""
        told = _first(self.told) if self.told else None
        if told is not None and (self.entry is None or told.first >= self.entry.first):
            return told
        return self.entry

    def _past_year(self, month: int, day: int | None, telling: Telling) -> int | None:
        """The year of a date that lies behind the report."""
        inside = self.frame.inside(month, day)
        if telling.entry and (begun := self._begun()) is not None:
            told = begun.first
            return told.year + (month < told.month and told.month - month > 5)
        line = self.line if self.here or self.frame.now is None else None
        if line is not None:
            if telling.earlier and line.month:
                return not_after(line.first, month, day)
            rolls = bool(line.month) and month < line.first.month and line.first.month - month > 5
            year = line.year + rolls
            now = self.frame.now
            late = now is not None and (year, month, day or 1) > (now.year, now.month, now.day)
            if (self.explicit or now is None) and not late and not (inside and self.current):
                return year
        return inside or self.frame.latest(month, day)

    def _point(self, point: Point, telling: Telling) -> Day | None:
        if point.either and self.frame.country in MONTH_FIRST:
            point = replace(point, month=point.day, day=point.month)
        last = point.day == -1 and point.month is not None
        year = point.year or self._year_of(replace(point, day=None) if last else point, telling)
        if year is None:
            return None
        if point.year is None and point.weekday is not None and point.month and point.day and not last:
            year = on_weekday(year, point.month, point.day, weekday=point.weekday)
        day = last_day(year, point.month) if last and point.month else point.day
        found = Day(year, point.month, day, point.vague, inferred=point.year is None)
        _ = found.first
        return found

    def _range(self, meaning: Range, telling: Telling) -> Stretch | None:
        first = self._point(meaning.first, telling)
        if first is None:
            return None
        last = meaning.last
        if last.year is None and last.shift is None:
            rolls = (last.month or 0) < (first.month or 0)
            last = replace(last, year=first.year + rolls)
        second = self._point(last, telling)
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
            moved = _moved(moment, shift.unit, shift.by)
            return replace(_whole(moved, "year" if shift.unit == "year" else "month"), vague=True)
        return self._moved_whole(moment, shift)

    def _moved_whole(self, moment: date, shift: Shift) -> Resolved | None:
        told = self._last(shift.unit)
        if shift.base == "text" and told is not None and shift.unit in ("day", "week") and told.day is None:
            return replace(told, vague=True, inferred=True)
        if shift.unit == "week" and (shift.base == "now" or shift.whole or not shift.by):
            return _week(_moved(moment, "week", shift.by))
        return _whole(_moved(moment, shift.unit, shift.by), shift.unit)

    def _weekday(self, weekday: Weekday, telling: Telling) -> Day | None:
        if self.frame.now is None or self.frame.year is not None:
            return None
        if self.in_entry and self.entry is not None and weekday.week is None:
            ahead = (weekday.day - self.entry.first.weekday() + 3) % 7 - 3
            return _whole(self.entry.first + timedelta(days=ahead), "day")
        if weekday.week is not None:
            monday = _moved(self.frame.now, "week", weekday.week) - timedelta(days=self.frame.now.weekday())
            return _whole(monday + timedelta(days=weekday.day), "day")
        back = (self.frame.now.weekday() - weekday.day) % 7
        if weekday.turn < 0 and back == 0:
            back = 7
        if weekday.turn > 0 or (telling.ahead and weekday.turn == 0):
            back = back - 7 or -7
        return _whole(self.frame.now - timedelta(days=back), "day")

    def _past(self, past: Past) -> Stretch | None:
        if self.frame.now is None or self.frame.year is not None:
            return None
        unit: Unit = "day" if past.unit == "week" else past.unit
        first = _moved(self.frame.now, past.unit, -past.count)
        return Stretch(_whole(first, unit), _whole(self.frame.now, unit))

    def counted(self, base: Resolved, after: After) -> Resolved:
        """So many units from a day told before."""
        moment = base.last.first if isinstance(base, Stretch) and after.by > 0 else _first(base).first
        return _whole(_moved(moment, after.unit, after.by), after.unit)

    def _offset(self, offset: Offset, telling: Telling) -> Resolved | None:
        base = self._point(offset.point, telling)
        if base is None:
            return None
        if offset.night:
            return Stretch(replace(_whole(_moved(base.first, "day", -1), "day"), inferred=base.inferred), base)
        if not offset.by:
            return Stretch(base, replace(_whole(_moved(base.first, "day", 6), "day"), inferred=base.inferred))
        moved = _whole(_moved(base.first, offset.unit, offset.by), "day")
        return replace(moved, inferred=base.inferred)

    def _season(self, season: Season, telling: Telling) -> Resolved | None:
        south = self.frame.country in SOUTHERN
        month = (season.month + 5) % 12 + 1 if south else season.month
        year = season.year
        if year is None and season.shift is None and season.turn is not None and self.frame.now is not None:
            over = self.frame.now.month > month + 2
            year = self.frame.now.year + ((0 if over else -1) if season.turn < 0 else 0)
            year += season.turn > 0 and self.frame.now.month >= month
        if year is None:
            year = self._year_of(Point(month=month, shift=season.shift), telling)
        if year is None:
            return None
        inferred = season.year is None
        last = Day(year + (month > 10), (month + 1) % 12 + 1, inferred=inferred)
        return Stretch(Day(year, month, inferred=inferred), last)


def _first(resolved: Resolved) -> Day:
    return resolved.first if isinstance(resolved, Stretch) else resolved
