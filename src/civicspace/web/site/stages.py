"""A bill as a row of stages: those that the report tells of are filled and dated, the rest stay open."""

from collections.abc import Sequence
from dataclasses import dataclass

from civicspace.model.law import LawStep
from civicspace.web.site.dates import date_words
from civicspace.web.site.labels import label

WIDTH, HEIGHT, MARGIN, LINE = 720, 112, 60, 56
ORDER = (
    "announced",
    "drafted",
    "first-reading",
    "second-reading",
    "amended",
    "approved",
    "adopted",
    "signed",
    "in-force",
)
STOPS = ("rejected", "withdrawn")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stop of the row; ``told`` where the report speaks of it, ``high`` where its words stand above the line."""

    x: float
    told: bool
    stop: bool
    words: str
    when: str
    high: bool


@dataclass(frozen=True, slots=True)
class Row:
    width: int
    height: int
    line: int
    first: float
    last: float
    stages: tuple[Stage, ...]


def draw(steps: Sequence[LawStep]) -> Row:
    """The row of one law's stages."""
    when = {step.stage: date_words(step.date) if step.date else "" for step in steps}
    row = [*ORDER, *(stop for stop in STOPS if stop in when)]
    gap = (WIDTH - 2 * MARGIN) / (len(row) - 1)
    stages = []
    for n, stage in enumerate(row):
        stages.append(
            Stage(
                round(MARGIN + n * gap, 1),
                stage in when,
                stage in STOPS,
                label("law_stages", stage),
                when.get(stage, ""),
                n % 2 == 0,
            )
        )
    return Row(WIDTH, HEIGHT, LINE, MARGIN, WIDTH - MARGIN, tuple(stages))
