"""Dates in words of their own: the last day of a month, ordinals, nights, seasons, quarters, days before a date."""

import re
from typing import Final, cast

from civicspace.extract.date_forms import After, Meaning, Offset, Point, Range, Season, Shift, Unit
from civicspace.extract.date_gates import Reader, has, has_month, like
from civicspace.extract.date_points import figured
from civicspace.extract.date_words import (
    MONTH,
    OTHER_YEAR,
    RIGHT,
    YEAR,
    month_number,
    point_pattern,
    read_point,
    year_shift,
)
from civicspace.extract.number_words import NUMBER, value

_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third"
    " twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_OF_YEAR = rf"(?:,? (?:of )?(?P<y>{YEAR})\b|,? (?P<r>{OTHER_YEAR})\b)?"

_ENTRY = re.compile(
    r"^[\[(]?(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?:(?P=sep)(?P<y>\d\d))?"
    r"(?:[\])]\s*[-\u2013\u2014:|]?|\.?(?=\s*(?:[-\u2013\u2014:|]\s|$)))"
)
_IN_LOG = re.compile(r"\b(?i:on|since|until|till) (?P<it>(?P<a>\d\d)\.(?P<b>\d\d))(?![\d%]|\.\d| ?(?:per|[mb]illion))")
_WORDED = re.compile(
    rf"\b(?:(?i:the )?(?P<o>(?i:{_ORDINAL}|last))(?P<day> day)? of (?P<m>{MONTH})"
    rf"|(?P<m2>{MONTH}) the (?P<o2>(?i:{_ORDINAL})))\b{_OF_YEAR}"
)
_NIGHT = re.compile(
    rf"\b(?i:night (?:to|into|before|leading to)|overnight (?:to|into)) (?:the )?{point_pattern('a')}{RIGHT}"
)
_UNIT = "day|week|month|year"
_FROM_DATE = re.compile(
    rf"\b(?:(?i:(?:the |on )?(?P<eve>eve) of|(?:the |an? |one )(?P<u>{_UNIT}) (?P<w>before|after|prior to)"
    rf"|(?P<n>{NUMBER}) (?P<u2>{_UNIT})s? (?P<w2>before|after|prior to)"
    r"|(?:the )?(?P<week>week) (?:of|beginning|starting|commencing))) (?:(?:[\w\u2019'-]+ ){1,7}?on )?"
    rf"(?:the )?{point_pattern('a')}{RIGHT}"
)
_AFTER = re.compile(
    r"(?<!for )\b(?i:(?:the |an? |one )(?P<u>day|week) (?P<w>before|after)"
    rf"|(?P<n>{NUMBER}) (?P<u2>day|week)s? (?P<w2>before|after))(?= [A-Za-z])"
)
_SEASON = re.compile(
    rf"\b(?:(?P<turn>(?i:this|last|next|that)) (?P<s>(?i:spring|summer|autumn|fall|winter))"
    rf"|(?:(?i:the) )?(?:(?:early|mid|late)[- ])?(?P<s2>(?i:spring|summer|autumn|fall|winter))"
    rf"(?:,? (?:of )?(?P<y>{YEAR})|,? (?:of )?(?P<r>{OTHER_YEAR}))"
    r"|(?i:in|until|since|during|by|by the end of) "
    r"(?P<it>the (?:(?:early|mid|late) )?(?P<s3>spring|summer|autumn|winter))(?! of\b|,? (?:1|20)\d))\b"
)
_QUARTER = re.compile(
    rf"\b(?:(?i:the )?(?P<o>(?i:first|second|third|fourth|last|final)) (?i:(?P<k>quarter|half)) of (?:(?P<y>{YEAR})"
    rf"|(?P<r>(?i:(?:the|this|last|that) year)))|(?P<q>[QH][1-4])[ -](?:of )?(?P<y2>{YEAR})"
    rf"|(?P<y3>{YEAR})[ -](?P<q2>[QH][1-4]))\b"
)


def _entry(found: re.Match[str]) -> Meaning | None:
    if found["sep"] == "." and len(found["a"] + found["b"]) < 4:  # "1.5 – Methods" is a section
        return None
    year = 2000 + int(found["y"]) if found["y"] else None
    return figured(int(found["a"]), int(found["b"]), year=year, slash=found["sep"] == "/")


def _in_log(found: re.Match[str]) -> Meaning | None:
    return figured(int(found["a"]), int(found["b"]), year=None, slash=False)


def _worded(found: re.Match[str]) -> Meaning | None:
    word = (found["o"] or found["o2"]).lower()
    if word == "last" and not found["day"]:
        return None
    day = -1 if word == "last" else _ORDINALS.index(word) + 1
    month = month_number(found["m"] or found["m2"])
    shift = year_shift(found["r"]) if found["r"] else None
    return Point(int(found["y"]) if found["y"] else None, month, day, shift=shift)


def _night(found: re.Match[str]) -> Meaning | None:
    point = read_point(found, "a")
    return Offset(point, night=True) if point.day else None


def _count(found: re.Match[str]) -> int | None:
    number = value(found["n"]) if found["n"] else 1
    way = (found["w"] or found["w2"]).lower()
    return None if number is None or number > 999 else number if way == "after" else -number


def _from_date(found: re.Match[str]) -> Meaning | None:
    point = read_point(found, "a")
    if not point.day:
        return None
    if found["week"]:
        return Offset(point, "week")
    if found["eve"]:
        return Offset(point, by=-1)
    by = _count(found)
    return Offset(point, _unit(found), by) if by is not None else None


def _unit(found: re.Match[str]) -> Unit:
    return cast(Unit, (found["u"] or found["u2"]).lower())


def _after(found: re.Match[str]) -> Meaning | None:
    by = _count(found)
    return After(_unit(found), by) if by is not None else None


def _season(found: re.Match[str]) -> Meaning | None:
    word = (found["s"] or found["s2"] or found["s3"]).lower()
    month = {"spring": 3, "summer": 6, "winter": 12}.get(word, 9)
    turn = {"this": 0, "last": -1, "next": 1}.get((found["turn"] or "").lower())
    told = found["turn"] is not None and found["turn"].lower() == "that"
    shift = year_shift(found["r"]) if found["r"] else Shift("text", "year") if told else None
    return Season(month, int(found["y"]) if found["y"] else None, turn, shift)


_PLACE: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _quarter(found: re.Match[str]) -> Meaning | None:
    short = found["q"] or found["q2"]
    half = short[0] == "H" if short else found["k"].lower() == "half"
    count = 2 if half else 4
    which = (
        int(short[1]) if short else {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(found["o"].lower(), count)
    )
    if which > count:
        return None
    year = found["y"] or found["y2"] or found["y3"]
    other = (found["r"] or "").lower()
    shift = None if year else Shift("report", "year") if other == "the year" else year_shift(other)
    months = 12 // count
    first, last = months * which - months + 1, months * which
    whole = int(year) if year else None
    return Range(Point(whole, first, shift=shift), Point(whole, last, shift=shift))


_SEASONS: Final = has("spring", "summer", "autumn", "fall", "winter")
READERS: Final[tuple[Reader, ...]] = (
    (has("/", "."), _ENTRY, _entry),
    (has("."), _IN_LOG, _in_log),
    (has_month, _WORDED, _worded),
    (has("night"), _NIGHT, _night),
    (
        like(r"(?:day|week|month|year)s? (?:before|after|prior to)|eve of|week (?:of|beg|sta|com)"),
        _FROM_DATE,
        _from_date,
    ),
    (_SEASONS, _SEASON, _season),
    (has("quarter", "half", "q1", "q2", "q3", "q4", "h1", "h2"), _QUARTER, _quarter),
    (like(r"(?:day|week)s? (?:before|after)"), _AFTER, _after),
)
