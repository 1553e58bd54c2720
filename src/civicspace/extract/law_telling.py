"""The tellings of a law's steps, put together where they tell the same step."""

from dataclasses import dataclass, field

from civicspace.extract.law_memory import Law
from civicspace.model.edtf import bounds
from civicspace.model.quote import Quote


@dataclass(eq=False)
class Told:
    """One telling of a step; ``dated`` is where its date is told, if that is another place than ``quote``."""

    law: Law
    stage: str
    date: str | None
    certainty: float
    quote: Quote
    further: list[Quote] = field(default_factory=list)
    dated: Quote | None = None


def merged(told: list[Told]) -> list[Told]:
    """Tellings of the same step put together: the one with the finest date stays, the others are its evidence."""
    steps: list[Told] = []
    of_law: dict[tuple[str, int], list[int]] = {}
    for one in told:
        mine = of_law.setdefault((one.stage, id(one.law)), [])
        at = next((at for at in mine if _same_step(steps[at], one)), None)
        if at is None:
            mine.append(len(steps))
            steps.append(one)
            continue
        same = steps[at]
        fuller, other = (one, same) if _fineness(one.date) > _fineness(same.date) else (same, one)
        fuller.further += [other.quote, *other.further]
        if not fuller.date:
            fuller.date, fuller.dated = other.date, other.dated
        fuller.certainty = max(fuller.certainty, other.certainty)
        steps[at] = fuller
    return steps


def _same_step(one: Told, other: Told) -> bool:
    if one.stage != other.stage or one.law is not other.law:
        return False
    if not one.date or not other.date:
        return True
    (a, b), (c, d) = bounds(one.date), bounds(other.date)
    return a <= d and c <= b


def _fineness(date: str | None) -> int:
    return len(date.partition("/")[0]) if date else 0
