"""Dates and lengths of time as people write them, in the language of the page; vague ones stay vague."""

import re

from django.utils.dates import MONTHS, MONTHS_ALT
from django.utils.translation import get_language, gettext, ngettext

from civicspace.model.edtf import OPEN

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%])?")
# Nine digits at most: a record may hold any number of them, and Python reads no more than 4,300.
_DURATION = re.compile(
    r"P(?:([0-9]{1,9})Y)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})W)?(?:([0-9]{1,9})D)?"
    r"(?:T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?)?"
)


def _bare(year: str, month: str | None, day: str | None, *, inflected: bool) -> str:
    language = get_language() or "en"
    if month is None:
        return {"ru": f"{year} г.", "kk": f"{year} ж."}.get(language, year)
    names = MONTHS_ALT if day or inflected else MONTHS
    name = str(names[int(month)])
    if language == "ru":
        return f"{int(day)} {name} {year} г." if day else f"{name.lower()} {year} г."
    if language == "kk":
        return f"{year} ж. {int(day)} {name.lower()}" if day else f"{year} ж. {name.lower()}"
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def _point(text: str, *, inflected: bool = False) -> str:
    found = _POINT.fullmatch(text)
    if not found:
        return text
    year, month, day, mark = found.groups()
    words = _bare(year, month, day, inflected=inflected)
    if mark == "~":
        return gettext("around %(date)s") % {"date": words}
    if mark:
        return gettext("%(date)s (uncertain)") % {"date": words}
    return words


def date_words(edtf: str) -> str:
    """``2022-03-14`` is "14 March 2022", ``2022-03~`` "around March 2022", ``2022-03-13/..`` "since 13 March 2022"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    if last == OPEN:
        return gettext("since %(date)s") % {"date": _point(first, inflected=True)}
    if first == OPEN:
        return gettext("until %(date)s") % {"date": _point(last, inflected=True)}
    if first == last:
        return _point(first)
    return gettext("%(first)s to %(last)s") % {"first": _point(first), "last": _point(last)}


def since_words(edtf: str) -> str:
    """The beginning of a state: "since 14 March 2022"."""
    first = edtf.partition("/")[0]
    return gettext("since %(date)s") % {"date": _point(first, inflected=True)}


def until_words(edtf: str) -> str:
    """The end of a state: "until 14 May 2022"."""
    last = edtf.partition("/")[2] or edtf
    return gettext("until %(date)s") % {"date": _point(last, inflected=True)}


def duration_words(duration: str) -> str:
    """ISO 8601 to words: ``P2Y6M`` is "2 years 6 months"; what is not read is given as it stands."""
    found = _DURATION.fullmatch(duration)
    if not found or not any(found.groups()):
        return duration
    years, months, weeks, days, hours, minutes = (int(part or 0) for part in found.groups())
    parts = (
        (years, ngettext("%(n)d year", "%(n)d years", years)),
        (months, ngettext("%(n)d month", "%(n)d months", months)),
        (weeks, ngettext("%(n)d week", "%(n)d weeks", weeks)),
        (days, ngettext("%(n)d day", "%(n)d days", days)),
        (hours, ngettext("%(n)d hour", "%(n)d hours", hours)),
        (minutes, ngettext("%(n)d minute", "%(n)d minutes", minutes)),
    )
    return " ".join(words % {"n": n} for n, words in parts if n)
