"""The report's text cut where facts begin and end, so that every stretch knows all the facts that stand on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from civicspace.model.document import Document
from civicspace.model.entity import Entity
from civicspace.web.site.facts import Fact

_BLOCK = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words with one set of facts. ``ends`` are the facts whose evidence ends here; ``person`` an entity's key."""

    text: str
    facts: tuple[Fact, ...] = ()
    begins: tuple[Fact, ...] = ()
    ends: tuple[Fact, ...] = ()
    person: str | None = None

    @property
    def keys(self) -> str:
        return " ".join(fact.key for fact in self.facts)

    @property
    def shape(self) -> str:
        """Class names: the innermost fact gives hue and line, many facts a darker ground."""
        if not self.facts:
            return ""
        first = self.facts[0]
        parts = ["m", f"k-{first.kind}", f"s-{first.status}"]
        if first.freedom:
            parts.append(f"f-{first.freedom}")
        if len(self.facts) > 1:
            parts.append("many")
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading (``level`` 2 to 6, none for a paragraph) and the facts that begin in it."""

    number: int
    level: int | None
    segments: tuple[Segment, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Where a person is named, and the address of their page."""

    start: int
    end: int
    key: str


def people_of(entities: Sequence[Entity], keys: dict[str, str]) -> list[Person]:
    return [
        Person(mention.start, mention.end, keys[entity.id])
        for entity in entities
        if entity.kind == "person"
        for mention in entity.mentions
    ]


def _segments(
    text: str, bounds: tuple[int, int], facts: Sequence[Fact], *, own: Sequence[Fact], people: Sequence[Person]
) -> tuple[Segment, ...]:
    start, end = bounds
    spans = [(q.start, q.end, fact) for fact in facts for q in fact.evidence if q.start < end and q.end > start]
    named = [p for p in people if start <= p.start and p.end <= end]
    cuts = {start, end}
    for low, high, _fact in spans:
        cuts |= {max(low, start), min(high, end)}
    for person in named:
        cuts |= {person.start, person.end}
    ordered = sorted(cuts)
    segments = []
    for low, high in pairwise(ordered):
        over = sorted((s for s in spans if s[0] <= low and s[1] >= high), key=lambda s: (s[1] - s[0], s[2].number))
        here = tuple(dict.fromkeys(fact for _low, _high, fact in over))
        mine = [f for f in here if f in own]
        first = tuple(f for f in mine if max(f.start, start) == low)
        last = tuple(sorted((f for f in mine if min(f.evidence[0].end, end) == high), key=lambda f: f.number))
        who = next((p.key for p in named if p.start <= low and high <= p.end), None)
        segments.append(Segment(text[low:high], here, first, last, who))
    return tuple(segments)


def blocks(document: Document, facts: Sequence[Fact], people: Sequence[Person]) -> list[Block]:
    """The whole text, block by block; headings keep their order without leaving out a level.

    A first line that only repeats the title is left out: the page has it already.
    A fact belongs to the block in which its first evidence begins: there stand its number and its card.
    """
    headings = {section.start: section.level for section in document.sections}
    first = _BLOCK.search(document.text)
    titled = first is not None and first[0].strip() == document.title and not any(f.start < first.end() for f in facts)
    if first and titled:
        headings.pop(first.start(), None)
    top = min(headings.values(), default=1)
    found, above, waiting = [], 1, sorted(facts, key=lambda fact: fact.start)
    for number, match in enumerate(_BLOCK.finditer(document.text), 1):
        if number == 1 and titled:
            continue
        bounds = match.span()
        level = None
        if bounds[0] in headings:
            level = above = min(headings[bounds[0]] - top + 2, above + 1, 6)
        here = tuple(fact for fact in waiting if fact.start < bounds[1])
        waiting = waiting[len(here) :]
        cut = _segments(document.text, bounds, facts, own=here, people=people)
        found.append(Block(number, level, cut, tuple(sorted(here, key=lambda fact: fact.number))))
    return found
