"""A measure over time as a step line: a mark per source, a band for the range of what is claimed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from civicspace.model.edtf import bounds
from civicspace.model.figure import Figure
from civicspace.web.site.dates import date_words
from civicspace.web.site.timeline import Tick
from civicspace.web.site.words import figure_words, number

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 240, 64, 24, 22, 40
SHAPES = ("circle", "square", "diamond", "triangle", "cross")


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim: ``shape`` tells its source, ``top`` to ``bottom`` its range; ``rising`` where it has no upper end."""

    x: float
    y: float
    top: float
    bottom: float
    rising: bool
    shape: str
    words: str


@dataclass(frozen=True, slots=True)
class Level:
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    width: int
    height: int
    left: int
    right: int
    floor: int
    path: str
    marks: tuple[Mark, ...]
    levels: tuple[Level, ...]
    ticks: tuple[Tick, ...]
    legend: tuple[tuple[str, str], ...]


def _nice(top: int) -> int:
    """The next of 1, 2, 5, 10, 20, 50… at or above ``top``."""
    size = 1
    while True:
        for step in (1, 2, 5):
            if step * size >= top:
                return step * size
        size *= 10


def draw(figures: Sequence[tuple[Figure, str]]) -> Chart | None:
    """The drawing of one measure; each figure comes with its source's name. None where there are not two dates."""
    known = [(f, who, bounds(f.as_of)) for f, who in figures if f.as_of and ".." not in f.as_of]
    days = {first for _f, _who, (first, _last) in known}
    if len(days) < 2 or any(f.min is None and f.max is None for f, _w, _b in known):
        return None
    known.sort(key=lambda k: (k[2], k[0].id))
    first, last = min(days), max(b[1] for _f, _w, b in known)
    ceiling = _nice(max(max(f.min or 0, f.max or 0) for f, _w, _b in known))
    sources = list(dict.fromkeys(who for _f, who, _b in known))
    shape = {who: SHAPES[min(n, len(SHAPES) - 1)] for n, who in enumerate(sources)}

    def x(day: date) -> float:
        return round(LEFT + 16 + (day - first).days / max((last - first).days, 1) * (WIDTH - LEFT - RIGHT - 32), 1)

    def y(value: int) -> float:
        return round(HEIGHT - BOTTOM - value / ceiling * (HEIGHT - TOP - BOTTOM), 1)

    marks, path = [], ""
    for figure, who, (day, _end) in known:
        low = figure.min if figure.min is not None else figure.max or 0
        high = figure.max if figure.max is not None else low
        at = y((low + high) // 2)
        rising = figure.qualifier == "at-least"
        words = f"{date_words(figure.as_of or '')}: {figure_words(figure)}; {who}"
        marks.append(Mark(x(day), at, y(high), y(low), rising, shape[who], words))
        path += f"H{x(day)}V{at}" if path else f"M{x(day)} {at}"
    ends = dict.fromkeys((known[0][2][0], known[-1][2][0]))
    labels = {b[0]: date_words((f.as_of or "").partition("/")[0]) for f, _w, b in known}
    return Chart(
        WIDTH,
        HEIGHT,
        LEFT,
        WIDTH - RIGHT,
        HEIGHT - BOTTOM,
        path,
        tuple(marks),
        tuple(Level(y(v), number(v)) for v in dict.fromkeys((0, ceiling // 2, ceiling))),
        tuple(Tick(x(day), labels[day]) for day in ends),
        tuple((shape[who], who) for who in sources),
    )
