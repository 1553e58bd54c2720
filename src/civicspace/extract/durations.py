"""Lengths of time as worded, ISO 8601: "15 days", "five to 15 days" (``P5D/P15D``), "two-and-a-half-year"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from civicspace.extract.number_words import NUMBER, value

_CODES: Final = {"minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}
_UNIT = "minute|hour|day|week|month|year"


def _number(p: str) -> str:
    return rf"(?:(?P<{p}n>{NUMBER})(?P<{p}half>[- ]and[- ]a[- ]half)?|(?P<{p}one>an?)|(?P<{p}part>half an?))"


_LENGTH = re.compile(
    rf"(?i)\b(?:{_number('f')} ?(?:-|to|and|or) ?(?:to )?)?{_number('a')}"
    rf"(?:[ -](?:consecutive|full|more|further|additional|calendar|working))?[ -](?P<u>{_UNIT})(?:s'|'s|s)?"
    rf"(?P<extra> and a half)?(?:(?:,| and|, and)? (?P<bn>{NUMBER}) (?P<v>{_UNIT})s?)?(?!\w)"
)
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
    """Characters ``start`` to ``end`` mean the ISO 8601 ``duration``."""

    start: int
    end: int
    duration: str


def _iso(count: float, unit: str) -> str:
    code = _CODES[unit.lower()]
    whole = int(count)
    if count == whole:
        return f"P{code[:-1]}{whole}{code[-1]}"
    if unit.lower() == "year":
        months = round((count - whole) * 12)
        return f"P{whole}Y{months}M" if whole else f"P{months}M"
    return f"P{code[:-1]}{count:g}{code[-1]}"


def _count(found: re.Match[str], p: str) -> float | None:
    if found[p + "one"]:
        return 1
    if found[p + "part"]:
        return 0.5
    if not found[p + "n"]:
        return None
    number = value(found[p + "n"])
    return None if number is None else number + (0.5 if found[p + "half"] else 0)


def _read(found: re.Match[str]) -> str | None:
    last = _count(found, "a")
    if last is None:
        return None
    text = _iso(last + (0.5 if found["extra"] else 0), found["u"])
    if found["bn"] and (more := value(found["bn"])) is not None:
        text += _iso(more, found["v"])[1:]
    first = _count(found, "f")
    return f"{_iso(first, found['u'])}/{text}" if first is not None and first < last else text


def find(text: str) -> Iterator[Length]:
    """The lengths of time of ``text`` in order; ages and distances ("two days later") are none."""
    for found in _LENGTH.finditer(text):
        if _NOT_LENGTH.match(text, found.end()) or _AGE.search(text, 0, found.start()):
            continue
        if found["aone"] and not found["fn"] and not _LASTS.search(text, 0, found.start()):
            continue
        duration = _read(found)
        if duration:
            yield Length(found.start(), found.end(), duration)
