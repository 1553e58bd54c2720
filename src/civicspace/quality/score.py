"""How well records answer their annotations: precision, recall and F1 by kind and by event type, slots, grounding.

``slots`` is the share of the found items of which every slot that the annotation gives is right too. ``grounded`` is
the share of the record's facts whose evidence is a real stretch of the text. Several reports are scored as one: the
items are counted over all of them (micro-average).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel

from civicspace.model.record import Record
from civicspace.quality import pairing
from civicspace.quality.claims import Claims
from civicspace.quality.gold import Gold
from civicspace.quality.pairing import Pair
from civicspace.quality.tally import Tally

KINDS = ("people", "events", "figures", "laws", "custody")
Rule = Callable[[Any, Any, Claims], Pair]
Found = tuple[int, int, bool]  # index in the annotation, index in the record, every slot right


@dataclass(frozen=True, slots=True)
class Miss:
    """An item of one side only: the record lacks it (``missed``) or the annotation does (``extra``)."""

    report: str
    kind: str
    side: Literal["missed", "extra"]
    item: BaseModel


def match(gold: Sequence[BaseModel], found: Sequence[BaseModel], *, rule: Rule, claims: Claims) -> list[Found]:
    """Pair items one to one, the heaviest pair first; of equal pairs the one that stands first in the annotation."""
    pairs = [
        (made[0], i, j, made[1])
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (made := rule(one, other, claims))
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    chosen: list[Found] = []
    for _, i, j, strict in sorted(pairs, key=lambda pair: -pair[0]):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            chosen.append((i, j, strict))
    return chosen


def _sides(gold: Gold, claims: Claims) -> Iterator[tuple[str, Sequence[BaseModel], Sequence[BaseModel], Rule]]:
    record = claims.record
    yield "people", gold.people, claims.people, pairing.person
    yield "events", gold.events, record.events, pairing.event
    yield "figures", gold.figures, record.figures, pairing.figure
    yield "laws", gold.laws, record.laws, pairing.law
    yield "custody", gold.custody, record.custody, pairing.custody


@dataclass(slots=True)
class Score:
    """The figures over the reports added so far."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    types: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    good_facts: int = 0
    facts: int = 0
    misses: list[Miss] = field(default_factory=list)

    @property
    def grounded(self) -> float:
        """Share of the facts whose evidence is a real stretch of the text."""
        return self.good_facts / self.facts if self.facts else 0.0

    def add(self, gold: Gold, record: Record) -> None:
        """Count one report in."""
        claims = Claims(record)
        good, facts = claims.grounded()
        self.good_facts += good
        self.facts += facts
        for kind, asked, given, rule in _sides(gold, claims):
            found = match(asked, given, rule=rule, claims=claims)
            tally = self.kinds[kind]
            tally.gold += len(asked)
            tally.record += len(given)
            tally.hit += len(found)
            tally.strict += sum(strict for *_, strict in found)
            self._note_misses(gold.report, kind, asked=asked, given=given, found=found)
            if kind == "events":
                self._count_types(gold, record, found)

    def _count_types(self, gold: Gold, record: Record, found: list[Found]) -> None:
        for event in gold.events:
            self.types[event.type].gold += 1
        for claimed in record.events:
            self.types[claimed.type].record += 1
        for i, _, strict in found:
            tally = self.types[gold.events[i].type]
            tally.hit += 1
            tally.strict += strict

    def _note_misses(
        self, report: str, kind: str, *, asked: Sequence[BaseModel], given: Sequence[BaseModel], found: list[Found]
    ) -> None:
        answered, used = {i for i, *_ in found}, {j for _, j, _ in found}
        self.misses += [Miss(report, kind, "missed", one) for i, one in enumerate(asked) if i not in answered]
        self.misses += [Miss(report, kind, "extra", one) for j, one in enumerate(given) if j not in used]

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "kinds": {kind: tally.to_dict() for kind, tally in self.kinds.items()},
            "types": {kind: tally.to_dict() for kind, tally in sorted(self.types.items())},
            "grounded": self.grounded,
        }
