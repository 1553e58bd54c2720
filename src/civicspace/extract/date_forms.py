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
    """So many units from a base: the last date told (``text``), publication (``now``), the period (``report``).

    ``whole``: the week as such and not the day in it.
    """

    base: Base
    unit: Unit
    by: int = 0
    vague: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """Parts of a date as worded; ``shift`` gives the year of "in June last year"; ``turn`` is "last"/"next" June.

    ``day`` is -1 for the last of the month; ``either``: in figures that some countries read month first;
    ``weekday``: as in "Sunday, 8 May", Monday 0.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    vague: bool = False
    shift: Shift | None = None
    turn: int = 0
    either: bool = False
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From one point to another, both included."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; ``turn`` is -1 after "last", 1 after "next"; ``week`` is 0 for "this week"."""

    day: int
    turn: int = 0
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """ "The last six months": a stretch that ends at publication."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units from a date that is named ("two days before 5 May"); ``night``: that day and the one before.

    A week by 0 are the seven days from it.
    """

    point: Point
    unit: Unit = "day"
    by: int = 0
    night: bool = False


@dataclass(frozen=True, slots=True)
class After:
    """So many units from something told before ("the day after the raid"); what that is follows the words."""

    unit: Unit
    by: int


@dataclass(frozen=True, slots=True)
class Season:
    """A quarter of the year by its first month in the north: spring 3, summer 6, autumn 9, winter 12."""

    month: int
    year: int | None = None
    turn: int | None = None
    shift: Shift | None = None


Meaning = Point | Range | Shift | Weekday | Past | Offset | After | Season


@dataclass(frozen=True, slots=True)
class Worded:
    """A date as worded at characters ``start`` to ``end``; ``bare`` where it is a lone month or year.

    ``entry``: it begins an entry of a log or a timeline.
    """

    start: int
    end: int
    meaning: Meaning
    role: Role = "at"
    bare: bool = False
    entry: bool = False
