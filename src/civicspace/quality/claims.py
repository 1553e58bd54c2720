"""A record as the score reads it: names in place of entity ids, and each fact's words from the text itself."""

from collections.abc import Iterable
from functools import cached_property

from civicspace.model.entity import Entity
from civicspace.model.event import Event
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep
from civicspace.model.record import Record

Fact = Event | Figure | LawStep


class Claims:
    """What one record claims."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._entities = {entity.id: entity for entity in record.entities}
        self._said = {id(fact): " … ".join(self._words(fact)) for fact in self._facts}

    @property
    def _facts(self) -> tuple[Fact, ...]:
        return (*self.record.events, *self.record.figures, *self.record.laws)

    def _words(self, fact: Fact) -> list[str]:
        return [self.record.document.text[quote.start : quote.end] for quote in fact.evidence]

    @cached_property
    def people(self) -> tuple[Entity, ...]:
        """The persons among the entities."""
        return tuple(entity for entity in self.record.entities if entity.kind == "person")

    def said(self, fact: Fact) -> str:
        """The words of the text at the fact's evidence."""
        return self._said[id(fact)]

    def called(self, ids: Iterable[str]) -> list[str]:
        """Every name of these entities; what is not an entity's id is a name itself."""
        names: list[str] = []
        for one in ids:
            entity = self._entities.get(one)
            names += (entity.name, *entity.aliases) if entity else (one,)
        return names

    def grounded(self) -> tuple[int, int]:
        """How many facts have evidence that is all to be found in the text, and how many facts there are."""
        good = sum(
            bool(fact.evidence)
            and all(
                quote.end <= len(self.record.document.text) and quote.quote == words
                for quote, words in zip(fact.evidence, self._words(fact), strict=True)
            )
            for fact in self._facts
        )
        return good, len(self._facts)
