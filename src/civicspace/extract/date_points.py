"""Dates that name their day, month or year: in figures, in words, alone and from one to another."""

import re
from dataclasses import replace
from typing import Final

from civicspace.extract.date_forms import Meaning, Point, Range
from civicspace.extract.date_gates import Reader, has, has_month, has_month_or_year, has_year
from civicspace.extract.date_words import (
    DAY,
    LEFT,
    MONTH,
    NEAR,
    OTHER_YEAR,
    RIGHT,
    TO,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    point_pattern,
    read_point,
    year_shift,
)
from civicspace.extract.number_words import NUMBER, value

_ISO = re.compile(rf"{LEFT}(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_FIGURES = re.compile(
    r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/-])"
    r"|(?<![\d./-])(?P<a2>\d\d)\.(?P<b2>\d\d)\.(?P<y2>[0-4]\d)(?![\d/-]|\.\d)"
)
_ONE = re.compile(rf"(?<![\w/.]){point_pattern('a')}{RIGHT}")
_DAYS = re.compile(
    rf"(?<![\w/.])(?P<near>(?i:{NEAR}))?(?:{WEEKDAY}(?: and {WEEKDAY})?,? )?"
    rf"(?:(?:the )?(?P<d>{DAY})(?:, {DAY})*{TO}"
    rf"(?:{WEEKDAY},? )?(?:the )?(?P<e>{DAY})(?: of)? (?P<m>{MONTH})(?:,? (?P<y>{YEAR})\b|,? (?P<r>{OTHER_YEAR}))?"
    rf"|(?P<m2>{MONTH}) (?P<d2>{DAY})(?:, {DAY})*,?{TO}(?P<e2>{DAY})\b(?! {MONTH})"
    rf"(?:,? (?P<y2>{YEAR})\b|,? (?P<r2>{OTHER_YEAR}))?){RIGHT}"
)
_FROM_TO = re.compile(
    rf"(?<![\w/.])(?P<pre>(?i:between|from|in|of|during|throughout|over) )?{point_pattern('a')}"
    rf"(?P<to>{TO}|, and )(?:the )?{point_pattern('b')}{RIGHT}"
)
_YEAR_FIRST = re.compile(
    rf"{LEFT}(?P<y>{YEAR}),? (?:(?P<m>{MONTH}) (?P<d>{DAY})\b(?!,? {YEAR})|(?P<n>{MONTH})(?! {DAY}\b)){RIGHT}"
)
_YEARS = re.compile(rf"(?<![\w/.-])(?P<y>{YEAR})[-/](?P<z>\d\d){RIGHT}(?!-)")
_DECADE = re.compile(r"(?:(?P<near>(?i:early|mid|late))[- ])?(?P<y>(?:19|20)\d0)'?s\b")
_FIRST_PART = re.compile(
    rf"(?i:the )?(?P<which>(?i:first|last)) (?P<n>{NUMBER} )?(?P<u>(?i:day|week|month|quarter|half|trimester))s? of "
    rf"(?:(?P<m>{MONTH}),? )?(?P<y>{YEAR})\b"
)


def _shared(first: Point, last: Point) -> Range:
    """ "3 May to 5 June 2022": what the second point alone says holds for the first too."""
    if first.year is None and first.shift is None and (last.year or last.shift):
        rolls = bool(last.year and first.month and last.month and first.month > last.month)
        first = replace(first, year=last.year - 1 if rolls and last.year else last.year, shift=last.shift)
    return Range(first, last)


def figured(day: int, month: int, *, year: int | None, slash: bool) -> Point | None:
    """A date in figures, day first; with a slash or a hyphen the country may write the month first."""
    if month > 12:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Point(year, month, day, either=slash and day <= 12)


def _iso(found: re.Match[str]) -> Meaning:
    return Point(int(found["y"]), int(found["m"]), int(found["d"]))


def _figures(found: re.Match[str]) -> Meaning | None:
    if found["y"] is None:
        return figured(int(found["a2"]), int(found["b2"]), year=2000 + int(found["y2"]), slash=False)
    return figured(int(found["a"]), int(found["b"]), year=int(found["y"]), slash=found["sep"] != ".")


def _year_first(found: re.Match[str]) -> Meaning | None:
    if found["n"] in ("May", "March"):
        return None
    return Point(
        int(found["y"]), month_number(found["m"] or found["n"]), day_number(found["d"]) if found["d"] else None
    )


def _one(found: re.Match[str]) -> Meaning:
    return read_point(found, "a")


def _days(found: re.Match[str]) -> Meaning:
    month = month_number(found["m"] or found["m2"])
    year, other = found["y"] or found["y2"], found["r"] or found["r2"]
    shift = year_shift(other) if other else None
    ends = (day_number(found["d"] or found["d2"]), day_number(found["e"] or found["e2"]))
    first, last = (Point(int(year) if year else None, month, d, bool(found["near"]), shift) for d in ends)
    return Range(first, last)


def _from_to(found: re.Match[str]) -> Meaning | None:
    first, last = read_point(found, "a"), read_point(found, "b")
    joined, pre = found["to"].strip(), (found["pre"] or "").lower().strip()
    same_kind = (first.day is None) == (last.day is None) and (first.month is None) == (last.month is None)
    if not same_kind or (joined in (",", ", and", "or", "&") and pre != "between"):
        return None
    if joined == "/" and not (first.month and last.month and 0 < last.month - first.month < 6):
        return None
    if joined == "and" and pre != "between" and not (_adjacent(first, last) or (pre and _next_to(first, last))):
        return None
    return _shared(first, last)


def _next_to(first: Point, last: Point) -> bool:
    """ "In May and June": two months that follow each other, and nothing else."""
    return bool(first.month and last.month and last.month - first.month in (1, -11) and not (first.day or first.year))


def _adjacent(first: Point, last: Point) -> bool:
    """ "July and August 2009", "1999 and 2000" are stretches; "March and October" are two dates."""
    if first.year and last.year and not first.month:
        return last.year - first.year == 1
    if first.month and last.month and not first.day:
        return first.year is None and bool(last.year or last.vague) and last.month - first.month in (1, -11)
    return False


def _years(found: re.Match[str]) -> Meaning | None:
    first = int(found["y"])
    last = first - first % 100 + int(found["z"])
    return Range(Point(first), Point(last)) if 0 < last - first < 60 else None


def _decade(found: re.Match[str]) -> Meaning:
    year, near = int(found["y"]), (found["near"] or "").lower()
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(near, (0, 9))
    return Range(Point(year + first, vague=bool(near)), Point(year + last, vague=bool(near)))


def _first_part(found: re.Match[str]) -> Meaning | None:
    year, unit = int(found["y"]), found["u"].lower()
    count = value(found["n"]) if found["n"] else 1
    if count is None or found["m"]:
        return Point(year, month_number(found["m"]), vague=True) if found["m"] else None
    months = min(12, {"day": 1, "week": -(-count // 4), "month": count, "quarter": 3, "trimester": 3, "half": 6}[unit])
    first, last = (1, months) if found["which"].lower() == "first" else (13 - months, 12)
    return Range(Point(year, first), Point(year, last)) if first != last else Point(year, first, vague=unit != "month")


READERS: Final[tuple[Reader, ...]] = (
    (has_year, _ISO, _iso),
    (has("/", ".", "-"), _FIGURES, _figures),
    (has_month_or_year, _FROM_TO, _from_to),
    (has_month, _DAYS, _days),
    (has_year, _FIRST_PART, _first_part),
    (has("0s", "0's"), _DECADE, _decade),
    (has_year, _YEARS, _years),
    (has_year, _YEAR_FIRST, _year_first),
    (has_month_or_year, _ONE, _one),
)
