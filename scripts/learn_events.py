"""Learn the weights of the event judge from annotated reports.

    python scripts/learn_events.py FOLDER [FOLDER ...] [--out WEIGHTS] [--seed 0]

A folder holds ``NAME.txt`` with ``NAME.json`` as ``gold/GUIDELINES.md`` describes. Each candidate of the trigger
lexicon becomes a row of features; it is a positive where an annotated event of its type quotes its trigger word and
means the same people. Folds are reports, never sentences, and the threshold is the one that gives the best F1 of
merged events over the reports left out. Needs scikit-learn, which nothing else of the project does.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from civicspace.extract.events.draft import Draft
from civicspace.extract.events.events import drafts
from civicspace.extract.events.merge import merge
from civicspace.extract.parse import parse
from civicspace.extract.record import read
from civicspace.model.document import Document
from civicspace.quality.wording import any_same_name

WEIGHTS = Path(__file__).parent.parent / "src/civicspace/extract/events/weights.json"
AS_GOOD = 0.004  # differences in F1 below this are noise between folds
SMALLEST = 0.005  # weights nearer to nothing than this move no probability by a hundredth


@dataclass
class Row:
    """One candidate: its draft, its features, which annotated event it tells of, and whether it counts in learning."""

    report: int
    draft: Draft
    features: dict[str, float]
    event: int | None
    weight: float


def load(path: Path) -> tuple[dict, Document]:
    gold = json.loads(path.read_text("utf-8"))
    known = {k: gold[k] for k in ("country", "published", "period") if gold.get(k)}
    text = path.with_suffix(".txt").read_text("utf-8")
    return gold, Document.of(text, **known)


def rows_of(report: int, gold: dict, document: Document) -> list[Row]:
    """Every draft of a report with its label."""
    reading = read(document, parse(document))
    spans = [(document.text.find(e["quote"]), len(e["quote"])) for e in gold["events"]]
    out = []
    for draft, features in drafts(reading):
        at = draft.candidate.paragraph.where(draft.candidate.trigger.idx, draft.candidate.trigger.idx + 1)[0]
        inside = [
            n
            for n, (event, (start, length)) in enumerate(zip(gold["events"], spans, strict=True))
            if event["type"] == draft.candidate.type and start <= at < start + length
        ]
        names = [n for a in draft.who.actors for n in (a.name, *a.aliases)]
        matched = [
            n for n in inside if not gold["events"][n].get("who") or any_same_name(gold["events"][n]["who"], names)
        ]
        # The right word about the wrong people teaches nothing: neither for nor against.
        weight = 0.0 if inside and not matched else 1.0
        out.append(Row(report, draft, dict.fromkeys(features, 1.0), matched[0] if matched else None, weight))
    return out


def fit(matrix: csr_matrix, labels: np.ndarray, weights: np.ndarray, *, c: float) -> LogisticRegression:
    model = LogisticRegression(C=c, max_iter=400, solver="liblinear")
    keep = weights > 0
    return model.fit(matrix[keep], labels[keep])


def folded(rows: Sequence[Row], gold: Sequence[dict], likely: np.ndarray, threshold: float) -> tuple[int, int, int]:
    """Found, given and annotated events when everything at the threshold is merged."""
    found = given = 0
    for report in sorted({r.report for r in rows}):
        judged = [(r.draft, p, r) for r, p in zip(rows, likely, strict=True) if r.report == report and p >= threshold]
        label = {id(draft): row.event for draft, _, row in judged}
        taken: set[int] = set()
        for told in merge((draft, p) for draft, p, _ in judged):
            given += 1
            hit = next((e for d in told.drafts if (e := label[id(d)]) is not None and e not in taken), None)
            if hit is not None:
                taken.add(hit)
                found += 1
    return found, given, sum(len(g["events"]) for g in gold)


def f1(found: int, given: int, annotated: int) -> float:
    return 2 * found / (given + annotated) if given + annotated else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--folds", type=int, default=12)
    parser.add_argument("--c", type=float, default=0.1)
    args = parser.parse_args()
    paths = sorted(p for folder in args.folders for p in folder.glob("*.json") if p.with_suffix(".txt").exists())
    gold, rows = [], []
    for number, path in enumerate(paths):
        one, document = load(path)
        gold.append(one)
        rows += rows_of(number, one, document)
    vectorizer = DictVectorizer()
    counts = Counter(name for row in rows for name in row.features)
    for row in rows:
        row.features = {name: value for name, value in row.features.items() if counts[name] >= 3}
    matrix = vectorizer.fit_transform([row.features for row in rows])
    labels = np.array([row.event is not None for row in rows])
    weights = np.array([row.weight for row in rows])
    groups = np.array([row.report for row in rows])
    print(f"{len(paths)} reports, {len(rows)} candidates, {labels.sum()} positive, {matrix.shape[1]} features")
    likely = np.zeros(len(rows))
    for train, test in GroupKFold(min(args.folds, len(paths))).split(matrix, labels, groups):
        model = fit(matrix[train], labels[train], weights[train], c=args.c)
        likely[test] = model.predict_proba(matrix[test])[:, 1]
    scores = [(f1(*folded(rows, gold, likely, t)), t) for t in np.arange(0.2, 0.6, 0.025)]
    top = max(scores)[0]
    # Of thresholds that are as good, the most careful: a reviewer's time goes into what is wrong.
    best = max((pair for pair in scores if pair[0] >= top - AS_GOOD), key=lambda pair: pair[1])
    found, given, annotated = folded(rows, gold, likely, best[1])
    print(f"left out: F1 {best[0]:.3f} (P {found / given:.3f} R {found / annotated:.3f}) at {best[1]:.3f}")
    model = fit(matrix, labels, weights, c=args.c)
    learned = {
        name: round(float(value), 3)
        for name, value in zip(vectorizer.feature_names_, model.coef_[0], strict=True)
        if abs(value) >= SMALLEST
    }
    body = {"threshold": round(float(best[1]), 3), "bias": round(float(model.intercept_[0]), 3), "weights": learned}
    args.out.write_text(json.dumps(body, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    print(f"{len(learned)} weights to {args.out.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
