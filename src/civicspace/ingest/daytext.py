"""Dates of a report's head and its reporting period, from words to EDTF."""

import re

from civicspace.model.edtf import check

_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTHS = {name: n for n, name in enumerate(_NAMES, 1)} | {name[:3]: n for n, name in enumerate(_NAMES, 1)} | {"sept": 9}
MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_FORMS = (
    re.compile(rf"(?<![\d-])(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    re.compile(rf"(?<![\d/.])(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<y>{_YEAR})(?!\d)"),
    re.compile(rf"(?<![\d/.])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<y>{_YEAR})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<y>{_YEAR})[/.](?P<m>\d{{1,2}})[/.](?P<d>\d{{1,2}})(?!\d)"),
    re.compile(rf"\b(?P<d>{_DAY})\s+(?:of\s+)?(?P<n>{MONTH}),?\s+(?P<y>{_YEAR})\b", re.I),
    re.compile(rf"\b(?P<n>{MONTH})\s+(?P<d>{_DAY}),?\s+(?P<y>{_YEAR})\b", re.I),
    re.compile(rf"\b(?P<n>{MONTH}),?\s+(?P<y>{_YEAR})\b", re.I),
)
_LABEL = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|issued|released|updated|date|publication date|last updated|created)\b"
    r"(?:\s+(?:on|at))?|(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\b|\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]m)?|"
    r"\b(?:GMT|UTC|EST|EDT|BST|CET|CEST|IST|MSK)\b(?:[+-]\d+)?|[ap]m\b|T\d\d:\d\d.*|[\s,.:;|–—•/-])+",
    re.I,
)


def find_day(text: str) -> tuple[str, int, int] | None:
    """The first date in ``text`` as EDTF with where it stands. Of 04/05/2022 only the year is certain."""
    best: tuple[str, int, int] | None = None
    for form in _FORMS:
        found = form.search(text)
        if found and (best is None or found.start() < best[1]) and (value := _edtf(found.groupdict())):
            best = (value, found.start(), found.end())
    return best


def date_line(text: str) -> str | None:
    """The date of a line that says nothing else ("Published: 29.04.2022", "Friday, 3 May 2024 10:15 GMT")."""
    found = find_day(text)
    if found is None or len(text) > 90:
        return None
    rest = text[: found[1]] + " " + text[found[2] :]
    return found[0] if not _LABEL.sub("", rest).strip() else None


def _edtf(parts: dict[str, str | None]) -> str | None:
    year = parts["y"]
    if parts.get("a"):
        one, two = int(parts["a"] or 0), int(parts["b"] or 0)
        if one > 12 >= two:
            one, two = two, one
        elif two <= 12 and one != two:
            return year
        value = f"{year}-{one:02}-{two:02}"
    else:
        name = parts.get("n")
        month = MONTHS[name.lower().rstrip(".")] if name else int(parts["m"] or 0)
        day = re.sub(r"\D", "", parts.get("d") or "")
        value = f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
    try:
        return check(value)
    except ValueError:
        return None
