"""A case as a line: where each step and each stretch of custody stands on the drawing. Units are SVG user units."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from civicspace.model.custody import Custody
from civicspace.model.edtf import bounds
from civicspace.model.event import Event
from civicspace.web.site.dates import date_words

WIDTH, MARGIN, RADIUS = 720, 28, 11
JOINED = 14  # days: police custody that leads to an order of a court is one stretch to the person who sits it out
LINE, STACK = 96, 26  # height of the line, distance between steps that share a place
HELD = frozenset({"detained", "pretrial-detention", "house-arrest", "imprisoned"})
BEGINS = frozenset({"detention", "pretrial-detention", "house-arrest"})
ENDS = frozenset({"release", "case-closed", "death-in-custody"})
_TERM = re.compile(r"P(?:([0-9]{1,9})Y)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})W)?(?:([0-9]{1,9})D)?")


@dataclass(frozen=True, slots=True)
class Step:
    """One event: ``low`` to ``high`` is what its date can mean, ``x`` and ``y`` where its number stands."""

    number: int
    key: str
    words: str
    x: float
    y: float
    low: float
    high: float
    vague: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of custody; ``open`` where the report does not say how it ended."""

    x: float
    width: float
    words: str
    open: bool


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    width: int
    height: int
    line: float
    steps: tuple[Step, ...]
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """First and last day of a time in custody; ``open`` where the report does not tell its end."""

    first: date
    last: date
    open: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """An event of the case with its address and its number on the page."""

    event: Event
    key: str
    number: int
    first: date
    last: date


def dated(events: Sequence[tuple[Event, str, int]]) -> list[Dated]:
    """Those events that have a closed date, in order of time."""
    found = []
    for event, key, number in events:
        if event.date and ".." not in event.date:
            found.append(Dated(event, key, number, *bounds(event.date)))
    return sorted(found, key=lambda d: (d.first, d.last, d.number))


def duration_end(start: date, duration: str | None) -> date | None:
    """The day on which a term of whole years, months, weeks or days ends (a month counts as 30 days).

    None where there is no such term, or it ends after the last day of the calendar ("99,999 years").
    """
    found = _TERM.fullmatch(duration or "")
    counts = [int(count or 0) for count in found.groups()] if found else []
    days = sum(count * length for count, length in zip(counts, (365, 30, 7, 1), strict=False))
    return start + timedelta(days=days) if 0 < days <= (date.max - start).days else None


def _locks_up(event: Event) -> bool:
    penalty = event.penalty.kind if event.penalty else None
    return event.type in BEGINS or (
        event.type in {"conviction", "administrative-penalty"} and penalty in {"imprisonment", "detention"}
    )


def stretches(steps: Sequence[Dated], person: str, state: Custody | None) -> list[Stretch]:
    """Each time in custody that the report tells of.

    A new measure that follows within ``JOINED`` days goes on with the same stretch. Where no end is told, the last one
    goes up to the day on which the person is known to be held still; any other is drawn as the days it began on.
    """
    found: list[Stretch] = []
    since = till = None
    told = [s for s in steps if person in s.event.who and s.event.status in {"reported", "alleged"}]
    for step in told:
        if _locks_up(step.event):
            end = duration_end(step.first, step.event.penalty.duration if step.event.penalty else None)
            if since is not None and till is not None and (step.first - till).days > JOINED:
                found.append(Stretch(since, till, True))
                since = None
            since = since or step.first
            till = max(filter(None, (till if since != step.first else None, end, step.last)))
        elif step.event.type in ENDS and since is not None:
            found.append(Stretch(since, step.last, False))
            since = till = None
    if since is not None and till is not None:
        known = state.until or state.as_of if state and state.status in HELD else None
        ending = bounds(known)[1] if known and ".." not in known else till
        found.append(Stretch(since, max(ending, till), not (state and state.until)))
    return found


def _ticks(first: date, last: date) -> list[date]:
    """Years where the line is long, else months, at most a dozen."""
    if (last - first).days > 500:
        gap = max(1, (last.year - first.year) // 8)
        return [date(year, 1, 1) for year in range(first.year + 1, last.year + 1, gap)]
    ahead = [(first.year + (first.month + n) // 12, (first.month + n) % 12 + 1) for n in range(17)]
    inside = [date(*month, 1) for month in ahead if month <= (last.year, last.month)]
    return inside[:: max(1, -(-len(inside) // 5))]


def draw(steps: Sequence[Dated], person: str, state: Custody | None) -> Timeline | None:
    """The drawing of a case; none where fewer than two steps have a date."""
    if len(steps) < 2:
        return None
    bands = stretches(steps, person, state)
    first = min(step.first for step in steps)
    last = max([step.last for step in steps] + [band.last for band in bands])
    days = max((last - first).days, 1)

    def x(day: date) -> float:
        return round(MARGIN + (day - first).days / days * (WIDTH - 2 * MARGIN), 1)

    drawn: list[Step] = []
    for step in steps:
        middle = round((x(step.first) + x(step.last)) / 2, 1)
        taken = {s.y for s in drawn if abs(s.x - middle) < 2 * RADIUS + 3}
        level = next(n for n in range(len(drawn) + 1) if -n * STACK not in taken)
        drawn.append(
            Step(
                step.number,
                step.key,
                date_words(step.event.date or ""),
                middle,
                -level * STACK,
                x(step.first),
                x(step.last),
                step.first != step.last,
            )
        )
    line = LINE - 70 + STACK * (1 + max(-s.y / STACK for s in drawn))
    placed = tuple(Step(s.number, s.key, s.words, s.x, line - 26 + s.y, s.low, s.high, s.vague) for s in drawn)
    return Timeline(
        WIDTH,
        int(line + 56),
        line,
        placed,
        tuple(
            Band(
                x(band.first),
                max(x(band.last) - x(band.first), 4),
                f"{date_words(band.first.isoformat())} – {date_words(band.last.isoformat())}",
                band.open,
            )
            for band in bands
        ),
        tuple(
            Tick(x(day), date_words(str(day.year) if days > 500 else day.isoformat()[:7]))
            for day in _ticks(first, last)
        ),
    )
