"""Decides which counts are figures of civic space: a small logistic regression over described features.

The weights are learned from annotated reports by ``scripts/learn_figures.py`` and kept beside this file.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from civicspace.extract.counted import Told, event_types, gathers, named
from civicspace.extract.events.lexicon import lexicon
from civicspace.extract.mention import Quantity
from civicspace.extract.paragraph import Paragraph

_CLASSES = (
    "person",
    "official",
    "assembly",
    "strike",
    "media",
    "organisation",
    "case",
    "sentence",
    "violation",
    "property",
)
_POINTING = frozenset(["the", "these", "those", "both", "his", "her", "their", "its", "this"])


@dataclass(frozen=True, slots=True)
class Judge:
    """``threshold`` is the probability from which a count is taken for a figure."""

    weights: dict[str, float]
    bias: float
    threshold: float

    def probability(self, names: frozenset[str]) -> float:
        """How likely a count with these features is a figure, 0 to 1."""
        score = self.bias + sum(self.weights.get(name, 0.0) for name in sorted(names))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def judge() -> Judge:
    """The learned weights, read once a process."""
    raw = json.loads((resources.files("civicspace.extract") / "figure_weights.json").read_text("utf-8"))
    return Judge(raw["weights"], raw["bias"], raw["threshold"])


def _size(quantity: Quantity) -> str:
    low = quantity.min if quantity.min is not None else quantity.max or 0
    steps = ((1, "one"), (2, "two"), (4, "few"), (9, "several"), (23, "tens"), (199, "dozens"))
    return next((name for limit, name in steps if low <= limit), "hundreds")


def _noun(quantity: Quantity, found: Told) -> Iterator[str]:
    """What is counted."""
    noun = found.noun
    elided = noun is None or noun.i < quantity.start
    if elided:
        yield "elided"
    if noun is None:
        yield "noun-none"
    else:
        classes = [c for c in _CLASSES if lexicon().is_a(noun.lemma_.lower(), c)]
        yield from (f"noun-{c}" for c in classes)
        if event_types(noun):
            yield "noun-event"
        elif not classes:
            yield "noun-other"


def _describe(quantity: Quantity, found: Told, paragraph: Paragraph) -> Iterator[str]:
    yield f"qualifier-{quantity.qualifier}"
    yield f"size-{_size(quantity)}"
    yield from _noun(quantity, found)
    tells = found.tells
    yield f"role-{found.role}"
    types = event_types(tells)
    yield from (f"tells-{t}" for t in types)
    if not types:
        yield "tells-none"
    elif found.role in ("passive", "object", "nominal"):
        yield "happens-to"
    if gathers(found):
        yield "gathers"
    if tells is not None and any(
        c.dep_ in ("aux", "neg") and c.lower_ in ("may", "could", "would", "will", "not", "to", "n't")
        for c in tells.children
    ):
        yield "unreal"
    yield from _standing(quantity, found, paragraph)


def _standing(quantity: Quantity, found: Told, paragraph: Paragraph) -> Iterator[str]:
    """What stands around the number."""
    doc = paragraph.doc
    before = doc[quantity.start - 1].lower_ if quantity.start else ""
    if before in _POINTING or doc[quantity.start].lower_ in _POINTING:
        yield "pointing"
    after = doc[quantity.end].lower_ if quantity.end < len(doc) else ""
    if after == "of" and _size(quantity) in ("one", "two", "few"):
        yield "part-of"
    if before in ("including", "among"):
        yield "member"
    if any(named(found)):
        yield "named"
    if paragraph.heading:
        yield "heading"
    if paragraph.index == 0:
        yield "opening"


def features(quantity: Quantity, found: Told, paragraph: Paragraph) -> frozenset[str]:
    """What speaks for and against a count being a figure, as short names, with the telling pairs of them."""
    single = frozenset(_describe(quantity, found, paragraph))
    size = f"size-{_size(quantity)}"
    small = size in ("size-one", "size-two", "size-few")
    pairs = {f"small&{name}" for name in single if small and not name.startswith(("size", "tells-"))}
    return single | pairs
