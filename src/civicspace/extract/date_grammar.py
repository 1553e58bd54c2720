"""How English reports write dates: patterns over a paragraph's reading copy, not yet tied to a year.

``find`` returns what is worded; ``date_resolver`` says which days that means.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from civicspace.extract.date_forms import (
    MONTHS,
    WEEKDAYS,
    Meaning,
    Past,
    Point,
    Range,
    Role,
    Shift,
    Unit,
    Weekday,
    Worded,
)
from civicspace.extract.number_words import NUMBER, value

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NEAR = (
    r"(?:(?:the )?(?:(?:very |mid-?to-?)?(?:early|mid|late)|(?:beginning|start|middle|end|first days|last days"
    r"|first half|second half|first week|second week|third week|last week|turn|eve) of)[- ](?:in |on )?(?:the )?"
    r"|(?:around|about|approximately|circa|c\.|roughly) )"
)
_OTHER_YEAR = r"(?:last|this|next|that|(?:of )?(?:the )?(?:same|following|previous|preceding)) year"
_TO = r"(?: ?-+ ?| ?/ ?| (?:to|until|till|through|and|or|&) )"
_UNITS = r"(?P<{0}>day|week|month|year)"


def _point(p: str) -> str:
    """A day, month or year with groups named after ``p``."""
    return (
        rf"(?P<{p}near>(?i:{_NEAR}))?(?:{_WEEKDAY},? (?:the )?)?(?:"
        rf"(?:(?i:the) )?(?P<{p}d>{_DAY})(?: day)?(?: of)?[ -](?P<{p}m>{_MONTH})"
        rf"(?:,?[ -](?:of )?(?P<{p}y>{_YEAR})\b|,? (?P<{p}r>{_OTHER_YEAR})\b)?"
        rf"|(?P<{p}m2>{_MONTH}) (?:the )?(?P<{p}d2>{_DAY})\b(?!,\d|:\d| per ?cent|%)"
        rf"(?:,? (?:of )?(?P<{p}y2>{_YEAR})\b|,? (?P<{p}r2>{_OTHER_YEAR})\b)?"
        rf"|(?P<{p}turn>(?i:last|this past|this|next) )?(?:(?i:the month of) )?(?P<{p}m3>{_MONTH})"
        rf"(?:,? (?:of )?(?P<{p}y3>{_YEAR})\b|,? (?P<{p}r3>{_OTHER_YEAR})\b)?"
        rf"|(?P<{p}y4>{_YEAR})(?!\d|,\d|\.\d|-year))"
    )


_LEFT, _RIGHT = r"(?<![\w/.-])", r"(?![\w])"
_ISO = re.compile(rf"{_LEFT}(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_FIGURES = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/-])")
_ONE = re.compile(rf"(?<![\w/.]){_point('a')}{_RIGHT}")
_DAYS = re.compile(
    rf"(?<![\w/.])(?P<near>(?i:{_NEAR}))?(?:{_WEEKDAY}(?: and {_WEEKDAY})?,? )?"
    rf"(?:(?:the )?(?P<d>{_DAY})(?:, {_DAY})*{_TO}"
    rf"(?:{_WEEKDAY},? )?(?:the )?(?P<e>{_DAY})(?: of)? (?P<m>{_MONTH})(?:,? (?P<y>{_YEAR})\b|,? (?P<r>{_OTHER_YEAR}))?"
    rf"|(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?:, {_DAY})*,?{_TO}(?P<e2>{_DAY})\b(?! {_MONTH})"
    rf"(?:,? (?P<y2>{_YEAR})\b|,? (?P<r2>{_OTHER_YEAR}))?){_RIGHT}"
)
_FROM_TO = re.compile(
    rf"(?<![\w/.])(?P<pre>(?i:between|from) )?{_point('a')}(?P<to>{_TO}|, and )(?:the )?{_point('b')}{_RIGHT}"
)
_YEAR_FIRST = re.compile(
    rf"{_LEFT}(?P<y>{_YEAR}),? (?:(?P<m>{_MONTH}) (?P<d>{_DAY})\b(?!,? {_YEAR})|(?P<n>{_MONTH})(?! {_DAY}\b)){_RIGHT}"
)
_YEARS = re.compile(rf"(?<![\w/.-])(?P<y>{_YEAR})[-/](?P<z>\d\d){_RIGHT}(?!-)")
_DECADE = re.compile(r"(?:(?P<near>(?i:early|mid|late))[- ])?(?P<y>(?:19|20)\d0)'?s\b")
_FIRST_PART = re.compile(
    rf"(?i:the )?(?P<which>(?i:first|last)) (?P<n>{NUMBER} )?(?P<u>(?i:day|week|month|quarter|half|trimester))s? of "
    rf"(?:(?P<m>{_MONTH}),? )?(?P<y>{_YEAR})\b"
)
_SAME = re.compile(
    r"\b(?i:that|the same|that same|that very) (?P<u>(?i:day|date|afternoon|evening|night|morning|week|month|year))\b"
    r"(?!-)|\b(?i:(?:later|earlier|late|early|mid) in the) (?P<u2>month|week)\b"
)
_YEARS_END = re.compile(
    r"\b(?i:(?P<which>the end|the close|the beginning|the start|the middle|end|beginning|start) of "
    r"(?P<det>the|this|last|that|next|the same|the previous|the following) year)\b|\b(?i:(?:the )?year(?:'s"
    r"|s')?[ -]end)\b"
)
_THE_YEAR = re.compile(
    r"\b(?i:(?:during|throughout|in|over|for(?: much of| most of| the rest of| part of)?|through|(?:(?:rest"
    r"|course|much|half|part) "
    r"of))) (?P<it>(?i:the year))\b(?! (?:of|to|that|when|before|after)\b)|\b(?i:(?:early|later|earlier"
    r"|late) in) (?P<it2>the year)\b"
)
_STEP = re.compile(
    r"\b(?i:(?:the )(?P<way>next|following|previous|preceding)) (?P<u>(?i:day|morning|evening|night|week"
    r"|month|year))\b(?!s)"
    r"|\b(?i:the day (?P<way2>after|before))(?= *(?:[.,;)]|$))"
    r"|\b(?i:(?P<way3>last|next|this)) (?P<u3>(?i:week|month|year))\b"
)
_AWAY = re.compile(
    rf"\b(?:(?i:(?P<few>a few|several|some|a couple of|many)|(?P<one>an?)) |(?P<n>{NUMBER}) )(?P<u>day|week"
    rf"|month|year)s?"
    r" (?P<way>(?i:later|earlier|ago|afterwards|previously|(?:before|after|prior)(?= *(?:[.,;)]|$))))\b"
)
_NOW = re.compile(
    r"\b(?P<w>(?i:the day before yesterday|yesterday|today|tomorrow|tonight|last night|last evening"
    r"|this (?:morning|afternoon|evening)))\b"
    r"(?! '?s (?:world|youth))"
)
_PAST = re.compile(
    rf"\b(?i:(?:the|these) (?:last|past)) (?:(?P<n>{NUMBER}) )?(?P<u>(?i:day|week|month|year))(?P<s>s?)\b(?! of)"
)
_ON = re.compile(
    rf"\b(?:(?P<turn>(?i:last|next|this|this past|the following"
    rf"|the previous)) )?(?P<w>{_WEEKDAY})(?: (?:morning|afternoon|evening|night))?\b(?!s)"
)

_ROLE = re.compile(
    r"(?:\b(?P<since>(?i:since|starting|beginning|effective(?: from)?|as from|after)(?i: on| in| from)?)"
    r"|\b(?P<asof>(?i:as of|as at|as on|by))|\b(?P<until>(?i:until|till|up to|up until|before|prior to"
    r"|through)))(?: the)? ?$"
)
_LINK = re.compile(r"\b(?:https?:|www\.)\S+")
_ONWARDS = re.compile(
    r"[, ]+(?i:on|onwards?|(?:to|and|until|till) (?:now|today)|to (?:date|the present)|until (?:now|today"
    r"|the present))\b(?! the)"
)
_FROM = re.compile(r"\b(?i:from|since|between) $")


def _month(word: str) -> int:
    return [m[:3] for m in MONTHS].index(word[:3].lower()) + 1


def _day(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _year_shift(words: str) -> Shift:
    words = words.lower()
    if words.startswith(("last", "this", "next")):
        return Shift("now", "year", {"last": -1, "this": 0, "next": 1}[words.split()[0]])
    return Shift("text", "year", 1 if "following" in words else -1 if "pre" in words else 0)


def _read_point(found: re.Match[str], p: str) -> Point:
    groups = {k.removeprefix(p): v for k, v in found.groupdict().items() if v and k.startswith(p)}
    month = groups.get("m") or groups.get("m2") or groups.get("m3")
    day = groups.get("d") or groups.get("d2")
    year = groups.get("y") or groups.get("y2") or groups.get("y3") or groups.get("y4")
    shift = groups.get("r") or groups.get("r2") or groups.get("r3")
    turn = (groups.get("turn") or "").lower().strip()
    near = groups.get("near", "").lower()
    named = (
        _month(month) if month else 12 if "end of" in near else 1 if re.search("beginning|start|turn", near) else None
    )
    return Point(
        int(year) if year else None,
        named,
        _day(day) if day else None,
        vague="near" in groups and (bool(month) or named is None),
        shift=_year_shift(shift) if shift else None,
        turn={"last": -1, "next": 1, "this past": -1}.get(turn, 0),
    )


def _shared(first: Point, last: Point) -> Range:
    """ "3 May to 5 June 2022": what the second point alone says holds for the first too."""
    if first.year is None and first.shift is None and (last.year or last.shift):
        rolls = bool(last.year and first.month and last.month and first.month > last.month)
        first = replace(first, year=last.year - 1 if rolls and last.year else last.year, shift=last.shift)
    return Range(first, last)


def _iso(found: re.Match[str]) -> Meaning:
    return Point(int(found["y"]), int(found["m"]), int(found["d"]))


def _figures(found: re.Match[str]) -> Meaning | None:
    day, month = int(found["a"]), int(found["b"])
    if month > 12:
        day, month = month, day
    return Point(int(found["y"]), month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _year_first(found: re.Match[str]) -> Meaning | None:
    if found["n"] in ("May", "March"):
        return None
    return Point(int(found["y"]), _month(found["m"] or found["n"]), _day(found["d"]) if found["d"] else None)


def _one(found: re.Match[str]) -> Meaning:
    return _read_point(found, "a")


def _days(found: re.Match[str]) -> Meaning:
    month = _month(found["m"] or found["m2"])
    year, other = found["y"] or found["y2"], found["r"] or found["r2"]
    shift = _year_shift(other) if other else None
    ends = (_day(found["d"] or found["d2"]), _day(found["e"] or found["e2"]))
    first, last = (Point(int(year) if year else None, month, d, bool(found["near"]), shift) for d in ends)
    return Range(first, last)


def _from_to(found: re.Match[str]) -> Meaning | None:
    first, last = _read_point(found, "a"), _read_point(found, "b")
    joined, pre = found["to"].strip(), (found["pre"] or "").lower().strip()
    same_kind = (first.day is None) == (last.day is None) and (first.month is None) == (last.month is None)
    if not same_kind or (joined in (",", ", and", "or", "&") and pre != "between"):
        return None
    if joined == "/" and not (first.month and last.month and 0 < last.month - first.month < 6):
        return None
    if joined == "and" and pre != "between" and not _adjacent(first, last):
        return None
    return _shared(first, last)


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
        return Point(year, _month(found["m"]), vague=True) if found["m"] else None
    months = min(12, {"day": 1, "week": -(-count // 4), "month": count, "quarter": 3, "trimester": 3, "half": 6}[unit])
    first, last = (1, months) if found["which"].lower() == "first" else (13 - months, 12)
    return Range(Point(year, first), Point(year, last)) if first != last else Point(year, first, vague=unit != "month")


_DAYLIKE = {"date": "day", "afternoon": "day", "evening": "day", "night": "day", "morning": "day"}


def _unit(word: str) -> Unit:
    word = word.lower()
    return _DAYLIKE.get(word, word)  # type: ignore[return-value]


def _same(found: re.Match[str]) -> Meaning:
    return Shift("text", _unit(found["u"] or found["u2"]))


def _years_end(found: re.Match[str]) -> Meaning:
    det = (found["det"] or "the").lower()
    shift = Shift("report", "year") if det == "the" else _year_shift(f"{det} year")
    which = (found["which"] or "end").lower()
    month = 12 if which.endswith(("end", "close")) else 6 if which.endswith("middle") else 1
    return Point(month=month, shift=shift, vague=month == 6)


def _the_year(_found: re.Match[str]) -> Meaning:
    return Shift("report", "year")


def _step(found: re.Match[str]) -> Meaning:
    if found["way3"]:
        return Shift("now", _unit(found["u3"]), {"last": -1, "this": 0, "next": 1}[found["way3"].lower()])
    way = (found["way"] or found["way2"]).lower()
    return Shift("text", _unit(found["u"] or "day"), 1 if way in ("next", "following", "after") else -1)


def _away(found: re.Match[str]) -> Meaning | None:
    count = 1 if found["one"] else 0 if found["few"] else value(found["n"])
    if count is None or (found["few"] and found["u"] == "year"):
        return None
    way = found["way"].lower()
    sign = 1 if way in ("later", "after", "afterwards") else -1
    if found["few"] and found["u"] == "month":
        return None
    return Shift("now" if way == "ago" else "text", _unit(found["u"]), sign * count, vague=bool(found["few"]))


def _now(found: re.Match[str]) -> Meaning:
    words = found["w"].lower()
    by = {"yesterday": -1, "tomorrow": 1, "last night": -1, "last evening": -1, "the day before yesterday": -2}
    return Shift("now", "day", by.get(words, 0))


def _past(found: re.Match[str]) -> Meaning | None:
    count = value(found["n"]) if found["n"] else (None if found["s"] else 1)
    return Past(_unit(found["u"]), count) if count else None


def _on(found: re.Match[str]) -> Meaning:
    turn = (found["turn"] or "").lower()
    return Weekday(WEEKDAYS.index(found["w"].lower()), {"last": -1, "this past": -1, "next": 1}.get(turn, 0))


_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Meaning | None]], ...]] = (
    (_ISO, _iso), (_FIGURES, _figures), (_FROM_TO, _from_to), (_DAYS, _days), (_FIRST_PART, _first_part),
    (_DECADE, _decade), (_YEARS, _years),
    (_YEAR_FIRST, _year_first), (_ONE, _one), (_YEARS_END, _years_end), (_THE_YEAR, _the_year),
    (_PAST, _past), (_AWAY, _away), (_STEP, _step), (_SAME, _same), (_NOW, _now), (_ON, _on),
)  # fmt: skip


def _role(before: str, after: str) -> Role:
    found = _ROLE.search(before)
    if found:
        return "since" if found["since"] else "as-of" if found["asof"] else "until"
    return "since" if _ONWARDS.match(after) and _FROM.search(before) else "at"


def _candidates(text: str) -> Iterator[tuple[int, int, int, Meaning]]:
    for rank, (pattern, read) in enumerate(_READERS):
        for found in pattern.finditer(text):
            meaning = read(found)
            if meaning is not None:
                start = next((found.start(g) for g in ("it", "it2") if found.groupdict().get(g)), found.start())
                pre = found.groupdict().get("pre")
                yield start + len(pre or ""), -found.end(), rank, meaning


def _is_bare(point: Point) -> bool:
    """A lone month or a lone year."""
    hedged = point.vague or point.turn or point.shift is not None
    return not (hedged or point.day or (point.year and point.month))


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Worded, ...]:
    """Every date of ``text`` in order, the longest reading where several begin together; none overlap."""
    out: list[Worded] = []
    done = 0
    links = [found.span() for found in _LINK.finditer(text)]
    for start, end, _, meaning in sorted(_candidates(text), key=lambda c: c[:3]):
        if any(first <= start < last for first, last in links):
            continue
        if start < done:
            continue
        done = -end
        bare = isinstance(meaning, Point) and _is_bare(meaning)
        out.append(Worded(start, done, meaning, _role(text[max(0, start - 24) : start], text[done : done + 24]), bare))
    return tuple(out)
