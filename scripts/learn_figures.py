"""Learn the weights of the figure judge from annotated reports.

    python scripts/learn_figures.py FOLDER [FOLDER ...] [--out WEIGHTS]

A folder holds ``NAME.txt`` with ``NAME.json`` as ``gold/GUIDELINES.md`` describes; where it has a ``split.toml``, its
``dev`` reports alone are read. Every count of a report becomes a row of features; it is a positive where it would be
scored as an annotated figure: bounds, words, a word of the measure. Folds are reports, never sentences. The threshold
is the lowest within ``CLOSE`` of the best F1 of whole extractions over the reports left out: a count that is struck
out costs a reader less than one looked for in vain, and each bears its confidence. Needs
scikit-learn, which nothing else of the project does.
"""

import argparse
import json
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict

from civicspace.extract import figures
from civicspace.extract.figure_judge import features
from civicspace.extract.figures import Candidate
from civicspace.extract.parse import parse
from civicspace.extract.reading import Reading
from civicspace.extract.record import read
from civicspace.ingest import door
from civicspace.ingest.known import Known
from civicspace.model.figure import Figure
from civicspace.quality import gold
from civicspace.quality.wording import SAME_SAID, overlap

WEIGHTS = Path(__file__).parent.parent / "src/civicspace/extract/figure_weights.json"
SMALLEST = 0.01  # weights nearer to nothing than this move no probability by a hundredth
CLOSE = 0.004  # F1 scores nearer to the best than this are chance


@dataclass(frozen=True)
class Report:
    """A report read, with its counts and its annotated figures."""

    reading: Reading
    counts: list[Candidate]
    annotated: tuple[gold.GoldFigure, ...]


def reports_of(folder: Path) -> list[Report]:
    """The reports of a folder that may be learned from."""
    split = folder / "split.toml"
    names = tomllib.loads(split.read_text("utf-8"))["dev"] if split.exists() else None
    out = []
    for path in sorted(folder.glob("*.json")):
        if names is None or path.stem in names:
            annotation = gold.load(path)
            document = door.read(str(path.with_suffix(".txt")), known=Known(**annotation.known()))
            reading = read(document, parse(document))
            out.append(Report(reading, list(figures.candidates(reading)), annotation.figures))
    return out


def same(annotated: gold.GoldFigure, found: Figure) -> float:
    """How well a figure fits an annotated one, 0 where it does not."""
    said = " … ".join(quote.quote for quote in found.evidence)
    if (annotated.min, annotated.max) != (found.min, found.max) or overlap(annotated.quote, said) < SAME_SAID:
        return 0.0
    return overlap(annotated.measure, found.measure)


def hits(annotated: tuple[gold.GoldFigure, ...], found: list[Figure]) -> int:
    """How many pair up, the best fit first."""
    pairs = [(-same(g, f), i, j) for i, g in enumerate(annotated) for j, f in enumerate(found)]
    taken: tuple[set[int], set[int]] = set(), set()
    for fit, i, j in sorted(pairs):
        if fit and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
    return len(taken[0])


def f1(reports: list[Report], weighed: list[list[Candidate]], threshold: float) -> float:
    """F1 of the figures that a threshold gives."""
    hit = told = 0
    for report, counts in zip(reports, weighed, strict=True):
        found = figures.chosen(report.reading, counts, threshold)
        hit += hits(report.annotated, found)
        told += len(found) + len(report.annotated)
    return 2 * hit / told


def main() -> None:
    """Learn, report the left-out score, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    reports = [report for folder in options.folders for report in reports_of(folder)]
    rows = [(i, r, c) for i, r in enumerate(reports) for c in r.counts]
    vectors = DictVectorizer(sparse=False)
    named = [sorted(features(c.quantity, c.told, c.paragraph)) for _, _, c in rows]
    matrix = vectors.fit_transform([dict.fromkeys(n, 1.0) for n in named])
    target = np.array([any(same(g, figures.figure(r.reading, c, 1)) for g in r.annotated) for _, r, c in rows])
    model = LogisticRegression(C=0.3, max_iter=2000, solver="liblinear", random_state=0)
    groups = [i for i, _, _ in rows]
    left_out = cross_val_predict(model, matrix, target, groups=groups, cv=LeaveOneGroupOut(), method="predict_proba")
    weighed: list[list[Candidate]] = [[] for _ in reports]
    for (i, _, count), probability in zip(rows, left_out[:, 1], strict=True):
        weighed[i].append(replace(count, probability=float(probability)))
    scores = {round(float(t), 3): f1(reports, weighed, t) for t in np.arange(0.2, 0.7, 0.025)}
    threshold = min(t for t, score in scores.items() if score >= max(scores.values()) - CLOSE)
    model.fit(matrix, target)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0].round(3).tolist(), strict=True))
    kept = {name: weight for name, weight in sorted(weights.items()) if abs(weight) >= SMALLEST}
    learned = {"bias": round(float(model.intercept_[0]), 3), "threshold": threshold, "weights": kept}
    options.out.write_text(json.dumps(learned, indent=0) + "\n", "utf-8")
    print(f"{len(rows)} counts, {target.sum()} of them figures, {sum(len(r.annotated) for r in reports)} annotated")
    print(f"left out: F1 {scores[threshold]:.3f} at {threshold}")


if __name__ == "__main__":
    main()
