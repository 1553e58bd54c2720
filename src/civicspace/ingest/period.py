"""The stretch of time that a report says it covers, as an EDTF interval.

Only words that speak of the report itself count: "this update covers …", "developments … from February to March
2022", "between 1 May and 30 June 2023 …", or a title's own months.
"""

import re

from civicspace.ingest.daytext import MONTH, MONTHS
from civicspace.model.edtf import bounds, check

_POINT = (
    rf"(?:(?P<d{{0}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:(?:the\s+)?(?:beginning|start|end|middle)\s+of\s+|"
    rf"(?:early|mid|late)[\s-]+)?(?P<n{{0}}>{MONTH})(?:\s+(?P<e{{0}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?(?=[\s,]))?"
    rf"(?:,?\s+(?P<y{{0}}>(?:19|20)\d\d))?"
)
_SPAN = re.compile(
    _POINT.format(1) + r"\s*(?:to|until|till|through|and|[–—-]|/)\s*(?:the\s+)?" + _POINT.format(2), re.I
)
_MONTH_YEAR = re.compile(rf"(?P<n>{MONTH}),?\s+(?P<y>(?:19|20)\d\d)\b", re.I)
_YEARS = re.compile(r"\b(?P<a>(?:19|20)\d\d)\s*(?:to|and|[–—-]|/)\s*(?P<b>(?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?P<y>(?:19|20)\d\d)\b")
_ABOUT = re.compile(
    r"\bcover(?:s|ing|ed)\b|\b(?:reporting|review) period\b|\bperiod (?:under review|from|between)\b|"
    r"\b(?:this|the present|our) (?:\w+ )?(?:update|report|review|chapter|brief(?:ing)?|overview|bulletin|digest|"
    r"newsletter|survey|entry|account)\b|\bdevelopments (?:affecting|related|relating|concerning|in|on|that)\b",
    re.I,
)
_STATED_YEAR = re.compile(
    r"(?:events? (?:of|in|from)|"
    r"cover(?:s|ing)?(?: the)?(?: events?| period| year| developments?)*(?: of| from| in)?|"
    r"(?:annual|world|yearly) report(?: for| on)?(?: the)?(?: year)?|human rights practices (?:for|in)|"
    r"(?:in|for|during) the (?:calendar )?year|reporting period(?: is| was|:)?)\s*$",
    re.I,
)
_OF_REPORT = re.compile(r"report|update|review|digest|bulletin|monitor|[–:,-]", re.I)
_IN_MONTH = re.compile(
    rf"\b(?:in|during|for|of|throughout)\s+(?P<n>{MONTH}),?\s+(?P<y>(?:19|20)\d\d)\b(?!\s+[a-z]+s\b)", re.I
)
_HEAD = 12  # paragraphs in which a report says what it covers


def find_period(title: str | None, paragraphs: list[str]) -> str | None:
    """The reporting period from the title and the first paragraphs, else ``None``."""
    for paragraph in paragraphs[:_HEAD]:
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", paragraph):
            about = _ABOUT.search(sentence)
            if about and (found := _in(sentence)):
                return found
    if title and _OF_REPORT.search(title) and not _names_event(title) and (found := _span(title) or _month(title)):
        return found
    return _year(([title] if title else []) + paragraphs[:3])


def _names_event(title: str) -> bool:
    """ "… January 2022 events", "3 May 2021 protests" name a happening, not the time that is covered."""
    found = _SPAN.search(title) or _MONTH_YEAR.search(title)
    return bool(found) and bool(re.match(r"\s+[a-z]+", title[found.end() :])) if found else False


def _in(sentence: str) -> str | None:
    return _span(sentence) or _month_about(sentence)


def _span(text: str) -> str | None:
    for found in _SPAN.finditer(text):
        last_year = found["y2"]
        if not last_year:
            continue
        first_year = found["y1"] or last_year
        first = _point(first_year, found["n1"], found["d1"] or found["e1"])
        last = _point(last_year, found["n2"], found["d2"] or found["e2"])
        if first and last and not found["y1"] and first[:7] > last[:7]:
            first = str(int(last_year) - 1) + first[4:]
        value = _checked(f"{first}/{last}") if first and last else None
        if value:
            return value
    return None


def _month_about(sentence: str) -> str | None:
    """A single month that the report covers: "covers developments in January 2022"."""
    found = _IN_MONTH.search(sentence)
    return _checked(_point(found["y"], found["n"], None)) if found else None


def _month(text: str) -> str | None:
    found = _MONTH_YEAR.search(text)
    before = text[: found.start()] if found else ""
    if not found or re.search(r"\d\s*(?:st|nd|rd|th)?\s*$", before):
        return None
    return _checked(_point(found["y"], found["n"], None))


def _year(texts: list[str]) -> str | None:
    """A year, or two, that the report says it covers: "Annual report 2012", "covers the year 2021"."""
    for text in texts:
        for found in _YEARS.finditer(text):
            if _STATED_YEAR.search(text[: found.start()]) and int(found["a"]) < int(found["b"]):
                return f"{found['a']}/{found['b']}"
        for found in _YEAR.finditer(text):
            if _STATED_YEAR.search(text[: found.start()]):
                return found["y"]
    return None


def _point(year: str, month: str, day: str | None) -> str:
    number = MONTHS[month.lower().rstrip(".")]
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")


def _checked(value: str) -> str | None:
    try:
        first, last = bounds(check(value))
    except ValueError:
        return None
    return value if first <= last else None
