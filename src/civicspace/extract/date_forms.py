"""What a date can be as worded, before anybody knows which year it means."""

from dataclasses import dataclass
from typing import Final, Literal

Unit = Literal["day", "week", "month", "year"]
Base = Literal["text", "now", "report"]
Role = Literal["at", "since", "until", "as-of"]

MONTHS: Final = "january february march april may june july august september october november december".split()
WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from a base: the last date told (``text``), publication (``now``), the period (``report``)."""

    base: Base
    unit: Unit
    by: int = 0
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """Parts of a date as worded; ``shift`` gives the year of "in June last year"; ``turn`` is "last"/"next" June."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    vague: bool = False
    shift: Shift | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Range:
    """From one point to another, both included."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; ``turn`` is -1 after "last", 1 after "next"."""

    day: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Past:
    """ "The last six months": a stretch that ends at publication."""

    unit: Unit
    count: int


Meaning = Point | Range | Shift | Weekday | Past


@dataclass(frozen=True, slots=True)
class Worded:
    """A date as worded at characters ``start`` to ``end``; ``bare`` where it is a lone month or year."""

    start: int
    end: int
    meaning: Meaning
    role: Role = "at"
    bare: bool = False
