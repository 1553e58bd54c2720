"""The pieces that written dates are made of: patterns of days, months and years, and what each word means."""

import re

from civicspace.extract.date_forms import MONTHS, WEEKDAYS, Point, Shift

LEFT, RIGHT = r"(?<![\w/.-])", r"(?![\w])"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]|20)\d\d"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
NEAR = (
    r"(?:(?:the )?(?:(?:very |mid-?to-?)?(?:early|mid|late)|(?:beginning|start|middle|end|first days|last days"
    r"|first half|second half|first week|second week|third week|last week|turn) of)[- ](?:in |on )?(?:the )?"
    r"|(?:around|about|approximately|circa|c\.|roughly) )"
)
OTHER_YEAR = r"(?:(?:of )?(?:last|this|next|that)|(?:of )?(?:the )?(?:same|following|previous|preceding)) year"
TO = r"(?: ?-+ ?| ?/ ?| (?:to|until|till|through|and|or|&) )"


def point_pattern(p: str) -> str:
    """A day, month or year with groups named after ``p``."""
    return (
        rf"(?P<{p}near>(?i:{NEAR}))?(?:(?P<{p}on>{WEEKDAY}),? (?:the )?)?(?:"
        rf"(?:(?i:the) )?(?P<{p}d>{DAY})(?: day)?(?: of)?[ -](?P<{p}m>{MONTH})"
        rf"(?:,?[ -](?:of )?(?P<{p}y>{YEAR})\b|,? (?P<{p}r>{OTHER_YEAR})\b)?"
        rf"|(?P<{p}m2>{MONTH}) (?:the )?(?P<{p}d2>{DAY})\b(?!,\d|:\d| per ?cent|%)"
        rf"(?:,? (?:of )?(?P<{p}y2>{YEAR})\b|,? (?P<{p}r2>{OTHER_YEAR})\b)?"
        rf"|(?P<{p}turn>(?i:last|this past|this|next|that) )?(?:(?i:the month of) )?(?P<{p}m3>{MONTH})"
        rf"(?:,? (?:of )?(?P<{p}y3>{YEAR})\b|,? (?P<{p}r3>{OTHER_YEAR})\b)?"
        rf"|(?P<{p}y4>{YEAR})(?!\d|,\d|\.\d|-year))"
    )


def month_number(word: str) -> int:
    return [m[:3] for m in MONTHS].index(word[:3].lower()) + 1


def day_number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def year_shift(words: str) -> Shift:
    words = words.lower().removeprefix("of ")
    if words.startswith(("last", "this", "next")):
        return Shift("now", "year", {"last": -1, "this": 0, "next": 1}[words.split()[0]])
    return Shift("text", "year", 1 if "following" in words else -1 if "pre" in words else 0)


def read_point(found: re.Match[str], p: str) -> Point:
    """The point that ``point_pattern(p)`` matched."""
    groups = {k.removeprefix(p): v for k, v in found.groupdict().items() if v and k.startswith(p)}
    month = groups.get("m") or groups.get("m2") or groups.get("m3")
    day = groups.get("d") or groups.get("d2")
    year = groups.get("y") or groups.get("y2") or groups.get("y3") or groups.get("y4")
    shift = groups.get("r") or groups.get("r2") or groups.get("r3")
    turn = (groups.get("turn") or "").lower().strip()
    near = groups.get("near", "").lower()
    named = (
        month_number(month)
        if month
        else 12
        if "end of" in near
        else 1
        if re.search("beginning|start|turn", near)
        else None
    )
    return Point(
        int(year) if year else None,
        named,
        day_number(day) if day else None,
        vague="near" in groups and (bool(month) or named is None),
        shift=year_shift(shift) if shift else Shift("text", "year") if turn == "that" else None,
        weekday=WEEKDAYS.index(groups["on"].lower()) if "on" in groups else None,
        turn={"last": -1, "next": 1, "this past": -1}.get(turn, 0),
    )
