"""Who and what a report names."""

from typing import Literal

from civicspace.model.base import Item
from civicspace.model.quote import Span

EntityKind = Literal["person", "organisation", "public-body", "place", "law"]


class Entity(Item):
    """One person, body, place or law of one report, with every mention of its name."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    description: str | None = None
    mentions: tuple[Span, ...] = ()
