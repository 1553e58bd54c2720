"""``python -m civicspace.quality.page``: docs/quality.md, the scores of the annotated reports as measured now."""

import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from civicspace.model.codebook import codebook
from civicspace.quality.gate import measure, splits
from civicspace.quality.score import Score
from civicspace.quality.tally import Tally

_COLUMNS = ("annotated", "in the record", "precision", "recall", "F1", "slots right")
_HEADING = f"| | {' | '.join(_COLUMNS)} |\n| --- |{' --: |' * len(_COLUMNS)}"
_INTRODUCTION = """\
# How good it is

<!-- Written by `make quality`; do not edit. -->

Measured on {day} with `make quality`: every annotated report under `gold/` is extracted and its record compared with
the annotation. Country, date of publication and period are given, as a user would give them.

An event counts as found where its type, and either the words that it is told in or the people and the date, are those
of an annotated event; a figure by its numbers, words and measure; a law step by its stage and title; custody by person
and state; a person by any of the names. Each item is used once. **F1** is the harmonic mean of precision and recall
over all reports together. **Slots right** is the share of the found items in which everything compared is right too: of
an event the date, place, articles, penalty, people and size of the group. **Grounded** is the share of facts whose
quote stands in the report at the place that it names.

`dev` are the reports that rules may be written on; nobody who works on the rules reads those of `held-out`. Of a report
that the program has never seen expect the figures of the second half at best: its texts were written for this project
and are shorter and tidier than most reports. Few reports mean wide margins: at thirty annotated items, one more or less
is three points.
"""


def _row(name: str, tally: Tally) -> str:
    shares = " | ".join(f"{share:.2f}" for share in (tally.precision, tally.recall, tally.f1, tally.slots))
    return f"| {name} | {tally.gold} | {tally.record} | {shares} |"


def _half(name: str, score: Score, reports: int) -> Iterator[str]:
    yield f"\n## {name}: {reports} reports\n\n{_HEADING}"
    yield from (_row(kind, tally) for kind, tally in score.kinds.items())
    yield f"\nGrounded: {score.grounded:.3f}.\n\n### Events by type\n\n{_HEADING}"
    types: Mapping[str, Tally] = score.types
    for key, entry in codebook().event_types.items():
        if key in types:
            yield _row(entry.label(), types[key])


def page(gold: Path, *, day: str) -> str:
    """The whole page as Markdown; ``day`` is the day of measurement. Raises ``RunError`` where the gate would."""
    parts = [_INTRODUCTION.format(day=day)]
    for name, reports in splits(gold).items():
        parts += _half(name, measure(reports), len(reports))
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page(Path("gold"), day=datetime.now(UTC).date().isoformat()))
