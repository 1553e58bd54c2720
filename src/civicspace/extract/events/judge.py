"""Decides which candidates are events: a logistic regression over described features.

The weights are learned from annotated reports by ``scripts/learn_events.py`` and kept beside this file; they hold
feature names and numbers, no text.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Judge:
    """``threshold`` is the probability from which a candidate counts as an event."""

    weights: Mapping[str, float]
    bias: float
    threshold: float

    def probability(self, features: Iterable[str]) -> float:
        """How likely a candidate with these features is an event, 0 to 1."""
        score = self.bias + sum(self.weights.get(name, 0.0) for name in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def judge() -> Judge:
    """Read the learned weights, once a process."""
    raw = json.loads((resources.files(__package__) / "weights.json").read_text("utf-8"))
    return Judge(raw["weights"], raw["bias"], raw["threshold"])
