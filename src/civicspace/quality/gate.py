"""``python -m civicspace.quality.gate``: extract every annotated report, score it, fail below the floors.

The reports that the rules were written on (``dev``) and those that were only ever scored (``held-out``) are told apart
by ``split.toml``: rules that know their reports by heart lose on the second.
"""

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from civicspace.ingest.known import Known
from civicspace.model.errors import ItemError, RunError
from civicspace.pipeline.run import records
from civicspace.quality import floors
from civicspace.quality.gold import Annotated, load_all
from civicspace.quality.score import Score
from civicspace.quality.table import lines, miss_line

SPLITS = ("dev", "held-out")


def splits(folder: Path) -> dict[str, list[Annotated]]:
    """The annotated reports of ``folder`` by split; raises ``RunError`` where a report is in none, or in two."""
    named: dict[str, list[str]] = tomllib.loads((folder / "split.toml").read_text(encoding="utf-8"))
    reports = {one.name: one for one in load_all(folder)}
    placed = [name for split in SPLITS for name in named.get(split, [])]
    if sorted(placed) != sorted(reports):
        wrong = sorted(set(placed) ^ set(reports)) or [name for name in placed if placed.count(name) > 1]
        raise RunError(f"{folder / 'split.toml'} and the annotated reports differ in {', '.join(wrong)}")
    return {split: [reports[name] for name in named.get(split, [])] for split in SPLITS}


def measure(reports: Sequence[Annotated]) -> Score:
    """Extract and score; the annotation's dates and country are given, as a user would give them."""
    score = Score()
    for report in reports:
        (result,) = records([str(report.path)], Known(**report.gold.known()))
        if result.record is None:
            raise result.error or ItemError(f"{report.name} gave no record")
        score.add(report.gold, result.record)
    return score


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m civicspace.quality.gate", description="Score the annotated reports."
    )
    parser.add_argument("--gold", type=Path, default=Path("gold"), help="folder of annotated reports")
    parser.add_argument("--floors", type=Path, default=floors.FILE, help="file of floors")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what is measured now")
    parser.add_argument("--types", action="store_true", help="a row for each event type too")
    parser.add_argument("--misses", action="store_true", help="list what only one side has, of the dev reports alone")
    return parser


def _show(split: str, score: Score, *, types: bool, misses: bool) -> None:
    out = [f"\n{split}", *lines(score, types=types)]
    if misses and split == "dev":  # the others stay unread: nobody may write a rule for them
        out += map(miss_line, score.misses)
    sys.stdout.write("\n".join(out) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 where every floor holds, 1 where one does not or the gate cannot be run."""
    asked = _parser().parse_args(arguments)
    try:
        scores = {split: measure(reports) for split, reports in splits(asked.gold).items()}
        for split, score in scores.items():
            _show(split, score, types=asked.types, misses=asked.misses)
        measured = {split: floors.figures(score) for split, score in scores.items()}
        known = floors.read(asked.floors)
        if asked.lift:
            floors.write(asked.floors, floors.raised(known, measured))
        failed = list(floors.below(known, measured))
    except (RunError, ItemError, OSError) as error:
        failed = [str(error)]
    sys.stderr.write("".join(f"gate: {line}\n" for line in failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
