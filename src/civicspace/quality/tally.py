"""Counts of items on both sides, and the shares that follow."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Items in the annotations, in the records, found, and found with every slot right."""

    gold: int = 0
    record: int = 0
    hit: int = 0
    strict: int = 0

    @property
    def precision(self) -> float:
        """Share of the record's items that the annotation has; 0 where the record has none."""
        return self.hit / self.record if self.record else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotation's items that the record has."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def slots(self) -> float:
        """Share of the found items with every slot right."""
        return self.strict / self.hit if self.hit else 0.0

    def to_dict(self) -> dict[str, float]:
        """The counts of both sides and the four shares."""
        shares = {name: getattr(self, name) for name in ("precision", "recall", "f1", "slots")}
        return {"gold": self.gold, "record": self.record, **shares}
