"""``python -m civicspace.quality.page``: the annotated reports scored now, for docs/quality.md and README.md."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from civicspace.model.codebook import codebook
from civicspace.quality.gate import measure, splits
from civicspace.quality.score import Score
from civicspace.quality.tally import Tally

_MARKS = ("<!-- quality -->", "<!-- /quality -->")
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


def _short(score: Score) -> Iterator[str]:
    """The rows of the README: what a reader of an unseen report may expect."""
    yield "| | precision | recall | F1 |\n| --- | --: | --: | --: |"
    for kind, tally in score.kinds.items():
        yield f"| {kind} | {tally.precision:.2f} | {tally.recall:.2f} | {tally.f1:.2f} |"


def pages(gold: Path, *, day: str) -> tuple[str, str]:
    """docs/quality.md and the README's part as Markdown; ``day`` is the day of measurement.

    Raises ``RunError`` where the gate would.
    """
    parts, short = [_INTRODUCTION.format(day=day).rstrip()], ""
    for name, reports in splits(gold).items():
        score = measure(reports)
        parts += _half(name, score, len(reports))
        if name == "held-out":
            short = f"Measured on {day}, {len(reports)} reports:\n\n" + "\n".join(_short(score))
    return "\n".join(parts) + "\n", short


def between(text: str, new: str) -> str:
    """``text`` with what stands between the two marks replaced; raises ``ValueError`` where a mark is missing."""
    before, _, rest = text.partition(_MARKS[0])
    _, found, after = rest.partition(_MARKS[1])
    if not found:
        raise ValueError(f"{_MARKS[0]} and {_MARKS[1]} are not there")
    return f"{before}{_MARKS[0]}\n{new}\n{_MARKS[1]}{after}"


def main() -> None:
    """Write both files of the current folder."""
    page, short = pages(Path("gold"), day=datetime.now(UTC).date().isoformat())
    readme = Path("README.md")
    readme.write_text(between(readme.read_text("utf-8"), short), "utf-8")
    Path("docs/quality.md").write_text(page, "utf-8")


if __name__ == "__main__":
    main()
