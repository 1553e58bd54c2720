"""Days and stretches of days whose year is known, and how a clause tells its date."""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class Day:
    """A resolved point, year known; ``inferred`` where a part came from context."""

    year: int
    month: int | None = None
    day: int | None = None
    vague: bool = False
    inferred: bool = False

    @property
    def edtf(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts) + ("~" if self.vague else "")

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two resolved points, both included."""

    first: Day
    last: Day

    @property
    def edtf(self) -> str:
        return f"{self.first.edtf}/{self.last.edtf}" if self.first != self.last else self.first.edtf

    @property
    def inferred(self) -> bool:
        return self.first.inferred or self.last.inferred


Resolved = Day | Stretch


@dataclass(frozen=True, slots=True)
class Telling:
    """How the clause of a date tells it.

    ``ahead``: it speaks of what is to come; ``term``: the date ends a term ("until 12 June") or is
    one that was set; ``earlier``: the
    clause goes back behind what was told ("had been"); ``entry``: the date begins an entry of a log.
    """

    ahead: bool = False
    term: bool = False
    earlier: bool = False
    entry: bool = False


PLAIN: Final = Telling()
