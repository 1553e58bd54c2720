"""The last step: what an item says must stand in its evidence's paragraph, or it is dropped."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading
from civicspace.model.event import Charge, Event
from civicspace.model.quote import Quote

_BREAK = re.compile(r"\n+")


@dataclass(frozen=True)
class Verifier:
    """Checks slots of one report's items against the paragraphs that their quotes stand in."""

    reading: Reading

    @cached_property
    def _starts(self) -> list[int]:
        return [p.where(0, 1)[0] for p in self.reading.paragraphs]

    def paragraph(self, quote: Quote) -> Paragraph:
        """The paragraph that a quote stands in."""
        return self.reading.paragraphs[max(0, bisect_right(self._starts, quote.start) - 1)]

    @cached_property
    def _named(self) -> dict[int, tuple[list[ActorMention], list[int]]]:
        return {}

    def _names(self, actor: Actor) -> tuple[list[ActorMention], list[int]]:
        """An actor's mentions by name in the order of the text, and their paragraphs."""
        if id(actor) not in self._named:
            names = [m for m in actor.mentions if m.how == "name"]
            self._named[id(actor)] = names, [m.paragraph for m in names]
        return self._named[id(actor)]

    def support(self, evidence: Sequence[Quote]) -> str:
        """All words that may back a slot: the evidence, its paragraphs, their section headings, the report's dates."""
        document = self.reading.document
        parts = [document.published or "", document.period or "", document.title or ""]
        for quote in evidence:
            paragraph = self.paragraph(quote)
            parts += [quote.quote, paragraph.text, paragraph.section.heading if paragraph.section else ""]
        return "\n".join(parts)

    def naming(self, actor: Actor, evidence: Sequence[Quote]) -> Quote | None:
        """Where the report last names an actor before the evidence, if its own paragraph does not."""
        index = self.paragraph(evidence[0]).index
        names, at = self._names(actor)
        following = bisect_left(at, index)
        if not names or (following < len(at) and at[following] == index):
            return None
        mention = names[following - 1]  # none before: the last of all
        paragraph = self.reading.paragraphs[mention.paragraph]
        return paragraph.quote(paragraph.doc[mention.start : mention.end])

    def charges(self, charges: Sequence[Charge], support: str) -> tuple[Charge, ...]:
        """Those charges whose article numbers stand in the support."""
        return tuple(c for c in charges if not c.article or c.article.split("(")[0] in support)

    def holds(self, event: Event) -> bool:
        """Whether every quote is what stands at its place."""
        text = self.reading.document.text
        return bool(event.evidence) and all(text[q.start : q.end] == q.quote for q in event.evidence)
