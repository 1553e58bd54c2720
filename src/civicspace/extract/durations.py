"""Lengths of time in words ("two and a half years", "five to 15 days") as ISO 8601 durations.

``every`` reads each that is worded, as a sentence of a court needs it ("sentenced to a year"); ``find`` leaves out what
does not say how long something lasts: ages, distances ("two days later") and rates ("visitors a month").
"""

import re
from dataclasses import dataclass
from typing import Final

from civicspace.extract.number_words import NUMBER, value

_UNIT: Final = r"(?:minute|hour|day|week|month|year)"
_NUM: Final = rf"(?:{NUMBER}|an?)"
_HALF: Final = r"(?:[ -]and[ -](?:a[ -])?half)"
_ADDED: Final = r"(?:(?:calendar|working|further|more|additional|full|consecutive|extra)[ -])?"
_ONE: Final = (
    rf"(?:(?P<number>{_NUM})(?P<half>{_HALF})?[ -]{_ADDED}(?P<unit>{_UNIT})s?(?P<late>{_HALF}(?![ -](?:{_UNIT})))?"
    rf"|(?P<halfof>half an? )(?P<halfunit>{_UNIT}))"
)


def _plain(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


_SINGLE: Final = _plain(_ONE)
_THEN: Final = r",?(?: and|,)? "
_SUM: Final = (
    rf"{_NUM}[ -]years?{_THEN}{_NUM}[ -]months?(?:{_THEN}{_NUM}[ -](?:days?|weeks?))?"
    rf"|{_NUM}[ -](?:years?|months?|weeks?){_THEN}{_NUM}[ -]days?"
)
_FIND: Final = re.compile(
    rf"(?<![\w.,/$€£-])(?:(?P<sum>{_SUM})|"
    rf"(?P<low>(?!\d{{4}})(?:{_NUM}){_HALF}?)(?:[ -](?P<lowunit>{_UNIT})s?)?"
    rf"-?(?: to | and |-|–| or )(?P<high>{_SINGLE})"
    rf"|(?P<list>(?:{_NUM}, )+{_NUM},?) and (?P<last>{_SINGLE})"
    rf"|(?P<whole>{_SINGLE}))(?![\w]*[- ]old\b)(?=\W|$)",
    re.IGNORECASE,
)
_ANY: Final = re.compile(rf"{_UNIT}s?\b", re.IGNORECASE)
_PARTS: Final = re.compile(_ONE, re.IGNORECASE)
_LETTER: Final = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "TH", "minute": "TM"}


_NOT_LENGTH = re.compile(
    r"(?:-| )?(?:old\b|olds\b|of age\b|later|earlier|ago\b|before|after\b|afterwards|previously|prior)", re.I
)
_AGE = re.compile(r"(?:\baged?|\bage of|\bages of)(?: (?:between|around|about))? $", re.I)


#: "A month" is a length after these; after "100,000 visitors" it is a rate.
_LASTS = re.compile(
    r"\b(?:for|of|after|within|in|about|around|almost|nearly|over|than|lasting|last(?:ed|s)?|every|spen[dt](?:ing)?|serv(?:e|ed|ing)"
    r"|with|to|under|further|least|most|roughly|approximately|by|took|tak(?:es?|ing)|another|and|or|up) $",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Length:
    """Characters ``start`` to ``end`` and the duration; a range has both ends ("P5D/P15D").

    ``others`` holds the further ones of a list ("eight and 13 years"), each said of somebody else.
    """

    start: int
    end: int
    duration: str
    others: tuple[str, ...] = ()

    @property
    def short(self) -> bool:
        """Whether it is counted in hours or days."""
        return self.duration[-1] in "DH" or "T" in self.duration


def every(text: str) -> list[Length]:
    """Every length of time in ``text``, in order; a length with a number that cannot be read is left out."""
    found = (match for first, last in _near(text) for match in _FIND.finditer(text, first, last))
    return [length for match in found if (length := _read(match))]


#: Characters before and after the word for a unit that a length can reach; trying every number costs a third more.
_BEFORE, _BEHIND = 90, 50


def _near(text: str) -> list[tuple[int, int]]:
    """The stretches of ``text`` about each word for a unit of time."""
    out: list[tuple[int, int]] = []
    for unit in _ANY.finditer(text):
        first, last = max(0, unit.start() - _BEFORE), min(len(text), unit.end() + _BEHIND)
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return out


def find(text: str) -> list[Length]:
    """The lengths of ``text`` that say how long something lasts, in order."""
    return [length for length in every(text) if _lasts(text, length)]


_BARE: Final = re.compile(r"an?[ -]", re.IGNORECASE)


def _lasts(text: str, length: Length) -> bool:
    if _NOT_LENGTH.match(text, length.end) or _AGE.search(text, 0, length.start):
        return False
    return not _BARE.match(text, length.start) or bool(_LASTS.search(text, 0, length.start))


def _read(match: re.Match[str]) -> Length | None:
    start, end = match.span()
    if match["whole"] or match["sum"]:
        duration = _iso(match[0])
        return Length(start, end, duration) if duration else None
    last = match["last"] or match["high"]
    unit = _PARTS.match(last)
    high = _iso(last)
    if unit is None or high is None:
        return None
    before = re.split(r", ", match["list"].rstrip(",")) if match["list"] else [match["low"]]
    counted = [_iso(f"{number} {match['lowunit'] or unit['unit']}") for number in before]
    if None in counted:
        return None
    values = [d for d in counted if d]
    joined = match[0][len(before[0]) :].lower()
    apart = match["list"] or (" and " in joined.split(_first_word(last))[0] and not _between(match))
    if apart:
        return Length(start, end, values[0], (*values[1:], high))
    return Length(start, end, f"{values[0]}/{high}")


def _first_word(text: str) -> str:
    return re.split(r"[ -]", text.lower())[0]


def _between(match: re.Match[str]) -> bool:
    return match.string[: match.start()].lower().rstrip().endswith("between")


def _iso(words: str) -> str | None:
    """ "one year and three months" as ``P1Y3M``; ``None`` where a number cannot be read."""
    dates: dict[str, int] = {}
    for part in _PARTS.finditer(words):
        if part["halfof"]:
            number, unit, half = 0.0, part["halfunit"].lower(), True
        else:
            counted = _number(part["number"])
            if counted is None:
                return None
            number, unit, half = counted, part["unit"].lower(), bool(part["half"] or part["late"])
        number += 0.5 if half else 0
        for letter, count in _whole(number, unit):
            dates[letter] = dates.get(letter, 0) + count
    if not dates:
        return None
    day = "".join(f"{dates[letter]}{letter}" for letter in "YMWD" if letter in dates)
    clock = "".join(f"{dates[letter]}{letter[1]}" for letter in ("TH", "TM") if letter in dates)
    return f"P{day}" + (f"T{clock}" if clock else "")


def _number(words: str) -> float | None:
    if words.lower() in ("a", "an"):
        return 1.0
    try:
        return float(words.replace(",", ""))
    except ValueError:
        return value(words)


def _whole(number: float, unit: str) -> list[tuple[str, int]]:
    """Half a year is six months, half a month 15 days; other fractions of a unit are dropped."""
    rest = number - int(number)
    parts = [(_LETTER[unit], int(number))] if int(number) else []
    if rest and unit == "year":
        parts.append(("M", round(rest * 12)))
    elif rest and unit == "month":
        parts.append(("D", 15))
    elif rest and unit == "day":
        parts.append(("TH", 12))
    elif rest and unit == "hour":
        parts.append(("TM", 30))
    return parts
