"""A report with everything that its paragraphs were found to mention: what every extractor is given."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from civicspace.extract.mention import (
    Actor,
    ChargeMention,
    DateMention,
    DurationMention,
    Mention,
    PenaltyMention,
    Quantity,
)
from civicspace.extract.paragraph import Paragraph
from civicspace.model.document import Document

M = TypeVar("M", bound=Mention)


@dataclass(frozen=True, eq=False)
class Reading:
    """The parsed report and its mentions, each list in the order of the text."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
    actors: tuple[Actor, ...] = ()
    dates: tuple[DateMention, ...] = ()
    durations: tuple[DurationMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    charges: tuple[ChargeMention, ...] = ()
    penalties: tuple[PenaltyMention, ...] = ()

    @cached_property
    def _actors_at(self) -> dict[tuple[int, int], tuple[Actor, ...]]:
        found: dict[tuple[int, int], tuple[Actor, ...]] = {}
        for actor in self.actors:
            for mention in actor.mentions:
                for token in range(mention.start, mention.end):
                    key = mention.paragraph, token
                    found[key] = (*found.get(key, ()), actor)
        return found

    def actors_at(self, paragraph: int, token: int) -> tuple[Actor, ...]:
        """Who is meant by a token, whether named, a pronoun or a nominal; several for "they"."""
        return self._actors_at.get((paragraph, token), ())

    def actor_at(self, paragraph: int, token: int) -> Actor | None:
        """The first of those who are meant by a token."""
        return next(iter(self.actors_at(paragraph, token)), None)

    @cached_property
    def _by_paragraph(self) -> dict[int, dict[int, list[Mention]]]:
        lists = (self.dates, self.durations, self.quantities, self.charges, self.penalties)
        index: dict[int, dict[int, list[Mention]]] = {id(mentions): {} for mentions in lists}
        for mentions in lists:
            for mention in mentions:
                index[id(mentions)].setdefault(mention.paragraph, []).append(mention)
        return index

    def within(self, mentions: tuple[M, ...], paragraph: int, start: int, end: int) -> list[M]:
        """Those of one of this reading's lists that lie in a stretch of tokens."""
        found = cast(list[M], self._by_paragraph[id(mentions)].get(paragraph, []))
        return [m for m in found if start <= m.start and m.end <= end]
