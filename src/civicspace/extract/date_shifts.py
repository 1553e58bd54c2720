"""Dates that are counted from another: "the next day", "two weeks ago", "last Tuesday", "that evening"."""

import re
from typing import Final

from civicspace.extract.date_forms import WEEKDAYS, Meaning, Past, Point, Shift, Unit, Weekday
from civicspace.extract.date_gates import Reader, has, like
from civicspace.extract.date_words import WEEKDAY, year_shift
from civicspace.extract.number_words import NUMBER, value

_SAME = re.compile(
    r"\b(?i:that|the same|that same|that very) (?P<u>(?i:day|date|afternoon|evening|night|morning|week|month|year))\b"
    r"(?!-)|\b(?i:(?:later|earlier|late|early|mid) in the) (?P<u2>month|week)\b"
    r"|(?:^|(?<=[.!?;:] ))(?P<u3>(?i:same (?:day|evening|night|morning)))\b(?=[,:;]| [-\u2013\u2014])"
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
    r"|(?:^|(?<=[.!?;:] ))(?i:(?P<way4>next|following) (?P<u4>day|morning|evening|night))\b(?=[,:;]| [-\u2013\u2014])"
    r"|\b(?i:the (?P<u5>day|week|month|year) (?P<way2>after|before))(?= *(?:[.,;)]|$| that\b))"
    r"|\b(?P<near>(?i:early|late|earlier|later|mid|(?:the )?(?:beginning|start|middle|end) of)[ -])?"
    r"(?i:(?P<way3>last|next|this)) (?P<u3>(?i:week|month|year))\b"
)
_AWAY = re.compile(
    rf"\b(?:(?i:(?P<few>a few|several|some|a couple of|many)|(?P<one>an?)) |(?P<n>{NUMBER}) )(?P<u>day|week"
    rf"|month|year)s?"
    r" (?P<way>(?i:later|earlier|ago|afterwards|previously|(?:before|after|prior)(?= *(?:[.,;)]|$| by\b))))\b"
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
    rf"|the previous)) )?(?P<w>{WEEKDAY})(?! (?:morning|afternoon|evening|night)s)"
    r"(?: (?:morning|afternoon|evening|night))?"
    r"(?: (?P<week>(?i:last|this|next)) week)?\b(?!s)"
)


_DAYLIKE = {"date": "day", "afternoon": "day", "evening": "day", "night": "day", "morning": "day"}


def _unit(word: str) -> Unit:
    word = word.lower()
    return _DAYLIKE.get(word, word)  # type: ignore[return-value]


def _same(found: re.Match[str]) -> Meaning:
    return Shift("text", _unit((found["u"] or found["u2"] or found["u3"]).lower().removeprefix("same ")))


def _years_end(found: re.Match[str]) -> Meaning:
    det = (found["det"] or "the").lower()
    shift = Shift("report", "year") if det == "the" else year_shift(f"{det} year")
    which = (found["which"] or "end").lower()
    month = 12 if which.endswith(("end", "close")) else 6 if which.endswith("middle") else 1
    return Point(month=month, shift=shift, vague=month == 6)


def _the_year(_found: re.Match[str]) -> Meaning:
    return Shift("report", "year")


def _step(found: re.Match[str]) -> Meaning:
    if found["way3"]:
        unit, near = _unit(found["u3"]), (found["near"] or "").lower()
        by = {"last": -1, "this": 0, "next": 1}[found["way3"].lower()]
        return Shift("now", unit, by, vague=bool(near) and unit != "week" and near[:-1] not in ("earlier", "later"))
    way = (found["way"] or found["way2"] or found["way4"]).lower()
    unit = _unit(found["u"] or found["u4"] or found["u5"])
    return Shift("text", unit, 1 if way in ("next", "following", "after") else -1, whole=unit == "week")


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
    week = {"last": -1, "this": 0, "next": 1}[found["week"].lower()] if found["week"] else None
    return Weekday(WEEKDAYS.index(found["w"].lower()), {"last": -1, "this past": -1, "next": 1}.get(turn, 0), week)


READERS: Final[tuple[Reader, ...]] = (
    (has("year"), _YEARS_END, _years_end),
    (has("the year"), _THE_YEAR, _the_year),
    (has("last ", "past "), _PAST, _past),
    (like(r"(?:day|week|month|year)s? (?:later|earlier|ago|previously|before|after|prior)"), _AWAY, _away),
    (has("next", "following", "previous", "preceding", "last ", "this ", " after", " before"), _STEP, _step),
    (has("same", "that ", " in the "), _SAME, _same),
    (has("yesterday", "to", "last ", "this "), _NOW, _now),
    (has("day"), _ON, _on),
)
