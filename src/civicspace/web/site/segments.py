"""The report's text cut where facts begin and end, so that every stretch knows all the facts that stand on it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

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


_Spread = tuple[int, int, Fact]  # where a quote of a fact begins and ends
_Placed = TypeVar("_Placed", bound=tuple[Any, ...])


def _in_blocks(bounds: Sequence[tuple[int, int]], spans: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    """For each block in order the spans that share characters with it, in one walk over both.

    Comparing every span with every block took 9 of the 12 seconds of a page of 2,000 facts.
    """
    waiting = sorted(spans, key=lambda span: span[0], reverse=True)
    under_way: list[_Placed] = []
    for start, end in bounds:
        while waiting and waiting[-1][0] < end:
            under_way.append(waiting.pop())
        under_way = [span for span in under_way if span[1] > start]
        yield list(under_way)


def _segments(
    text: str,
    bounds: tuple[int, int],
    spans: Sequence[_Spread],
    *,
    own: Sequence[Fact],
    named: Sequence[Person],
) -> tuple[Segment, ...]:
    start, end = bounds
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
    matches = list(enumerate(_BLOCK.finditer(document.text), 1))[int(titled) :]
    places = [match.span() for _number, match in matches]
    quoted = _in_blocks(places, [(q.start, q.end, fact) for fact in facts for q in fact.evidence])
    named = _in_blocks(places, [(p.start, p.end, order, p) for order, p in enumerate(people)])
    done = 0
    for (number, match), spans, persons in zip(matches, quoted, named, strict=True):
        bounds = match.span()
        level = None
        if bounds[0] in headings:
            level = above = min(headings[bounds[0]] - top + 2, above + 1, 6)
        begun = done
        while done < len(waiting) and waiting[done].start < bounds[1]:
            done += 1
        here = tuple(waiting[begun:done])
        whole = [
            p for _s, _e, _o, p in sorted(persons, key=lambda x: x[2]) if bounds[0] <= p.start and p.end <= bounds[1]
        ]
        cut = _segments(document.text, bounds, spans, own=here, named=whole)
        found.append(Block(number, level, cut, tuple(sorted(here, key=lambda fact: fact.number))))
    return found
