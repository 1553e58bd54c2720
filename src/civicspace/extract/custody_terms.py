"""When a term of custody or restraint ends."""

import calendar
import re
from datetime import date

from civicspace.extract.custody_states import HELD
from civicspace.model.edtf import OPEN, bounds
from civicspace.model.event import Event

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_SENTENCES = frozenset({"conviction", "appeal"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
)
_UNTIL = re.compile(
    rf"\b(?:until|till) (?:the )?(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?{_MONTH}"
    r"(?: (?P<day2>\d{1,2})(?:st|nd|rd|th)?(?!\d))?,?(?: (?P<year>\d{4}))?\b|(?P<only>\d{4})\b)"
)


def add_duration(start: str, duration: str) -> str | None:
    """End of a term that begins at an EDTF point: ``2022-03-14`` and ``P2M`` give ``2022-05-14``.

    Months and years of a day give a day; a start known to the month or year gives an approximate end.
    """
    found = _DURATION.fullmatch(duration)
    point = start.partition("/")[0].rstrip("~?%")
    if not found or point == OPEN or not any(found.groups()):
        return None
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    parts = [int(p) for p in point.split("-")]
    if len(parts) == 3:
        month = parts[1] - 1 + months
        year = parts[0] + years + month // 12
        day = min(parts[2], calendar.monthrange(year, month % 12 + 1)[1])
        end = date(year, month % 12 + 1, day).toordinal() + 7 * weeks + days
        return date.fromordinal(end).isoformat()
    if len(parts) == 2 and not (weeks or days):
        month = parts[1] - 1 + months
        return f"{parts[0] + years + month // 12:04}-{month % 12 + 1:02}~"
    if len(parts) == 1 and not (months or weeks or days):
        return f"{parts[0] + years:04}~"
    return None


def _named(event: Event) -> str | None:
    """The day, month or year after "until", where the evidence has one; a year left out is the next that fits."""
    found = [*_UNTIL.finditer(event.evidence[0].quote)]
    if len(found) != 1:
        return None
    day, month, year = found[0]["day"] or found[0]["day2"], found[0]["month"], found[0]["year"] or found[0]["only"]
    if month is None:
        return f"{year}~" if year else None
    number = _MONTHS.index(month[:3].lower()) + 1
    if year is None:
        if event.date is None or event.date.startswith(OPEN):
            return None
        begin = bounds(event.date)[0]
        year = str(begin.year + (number < begin.month))
    if day is None:
        return f"{year}-{number:02}~"
    if not 1 <= int(day) <= calendar.monthrange(int(year), number)[1]:
        return None
    return f"{year}-{number:02}-{int(day):02}"


def _computed(event: Event) -> str | None:
    if not event.penalty or not event.penalty.duration or not event.date:
        return None
    end = add_duration(event.date, event.penalty.duration)
    # A remand ends on its day; when a sentence of months or years does, time served and remission decide.
    if end and event.type in _SENTENCES and len(end) == 10 and event.penalty.duration[-1] in "YM":
        return f"{end[:7]}~"
    return end


def until(event: Event, now: str) -> str | None:
    """The end of the term that ``event`` names or gives, where the state ``now`` is one of custody or restraint."""
    if now not in HELD | {"restricted"}:
        return None
    return _named(event) or _computed(event)
