"""Learn the weights of the figure judge from annotated reports.

    python scripts/learn_figures.py FOLDER [FOLDER ...] [--out WEIGHTS]

A folder holds ``NAME.txt`` with ``NAME.json`` as ``gold/GUIDELINES.md`` describes. Every count of a report becomes a
row of features; it is a positive where an annotated figure has its bounds and quotes its sentence. Folds are reports,
never sentences; the threshold is the one with the best F1 over the reports left out, counting the figures that no
count was found for. Needs scikit-learn, which nothing else of the project does.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict

from civicspace.extract import numbers
from civicspace.extract.counted import told
from civicspace.extract.figure_judge import features
from civicspace.extract.parse import parse
from civicspace.model.document import Document
from civicspace.quality.wording import overlap

WEIGHTS = Path(__file__).parent.parent / "src/civicspace/extract/figure_weights.json"
SMALLEST = 0.01  # weights nearer to nothing than this move no probability by a hundredth


def rows_of(path: Path) -> tuple[list[frozenset[str]], list[bool], int]:
    """Features and label of every count of a report, and how many figures are annotated."""
    gold = json.loads(path.read_text("utf-8"))
    document = Document.of(path.with_suffix(".txt").read_text("utf-8"))
    names, labels = [], []
    for paragraph in parse(document):
        for quantity in numbers.find(paragraph):
            sentence = paragraph.doc[quantity.start].sent.text
            same = [f for f in gold["figures"] if (f.get("min"), f.get("max")) == (quantity.min, quantity.max)]
            names.append(features(quantity, told(quantity, paragraph.doc), paragraph))
            labels.append(any(overlap(f["quote"], sentence) >= 0.6 for f in same))
    return names, labels, len(gold["figures"])


def main() -> None:
    """Learn, report the left-out score, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    names, labels, groups, annotated = [], [], [], 0
    for report, path in enumerate(sorted(p for folder in options.folders for p in folder.glob("*.json"))):
        found, right, figures = rows_of(path)
        names += found
        labels += right
        groups += [report] * len(found)
        annotated += figures
    vectors = DictVectorizer(sparse=False)
    matrix = vectors.fit_transform([dict.fromkeys(sorted(n), 1.0) for n in names])
    target = np.array(labels)
    model = LogisticRegression(C=0.3, max_iter=2000, solver="liblinear", random_state=0)
    left_out = cross_val_predict(model, matrix, target, groups=groups, cv=LeaveOneGroupOut(), method="predict_proba")[
        :, 1
    ]

    def f1(threshold: float) -> float:
        taken = left_out >= threshold
        return 2 * (taken & target).sum() / (taken.sum() + max(annotated, target.sum()))

    threshold = max((round(t, 3) for t in np.arange(0.2, 0.7, 0.025)), key=f1)
    model.fit(matrix, target)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0].round(3).tolist(), strict=True))
    kept = {name: weight for name, weight in sorted(weights.items()) if abs(weight) >= SMALLEST}
    bias = round(float(model.intercept_[0]), 3)
    options.out.write_text(
        json.dumps({"bias": bias, "threshold": threshold, "weights": kept}, indent=0) + "\n", "utf-8"
    )
    print(f"{len(labels)} counts, {target.sum()} of them figures, {annotated} annotated")
    print(f"left out: F1 {f1(threshold):.3f} at {threshold}")


if __name__ == "__main__":
    main()
