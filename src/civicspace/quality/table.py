"""A score as lines of text."""

import json
from collections.abc import Iterator, Mapping

from civicspace.quality.score import Miss, Score
from civicspace.quality.tally import Tally

_WIDTH = 24


def _rows(tallies: Mapping[str, Tally]) -> Iterator[str]:
    yield " " * _WIDTH + "".join(f"{name:>{8}}" for name in ("gold", "record", "prec", "recall", "F1", "slots"))
    for name, row in tallies.items():
        shares = "".join(f"{share:8.3f}" for share in (row.precision, row.recall, row.f1, row.slots))
        yield f"{name:{_WIDTH}}{row.gold:8}{row.record:8}{shares}"


def lines(score: Score, *, types: bool = False) -> Iterator[str]:
    """The score by kind, by event type where asked, and the share of grounded facts."""
    yield from _rows(score.kinds)
    if types:
        yield ""
        yield from _rows(dict(sorted(score.types.items())))
    yield f"grounded {score.grounded:.3f}"


def miss_line(miss: Miss) -> str:
    """One item of one side only."""
    shown = miss.item.model_dump(mode="json", exclude_defaults=True, exclude={"description", "mentions", "id"})
    return f"{miss.side.upper():7}{miss.report} {miss.kind} {json.dumps(shown, ensure_ascii=False)}"
