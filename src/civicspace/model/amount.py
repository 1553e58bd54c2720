"""How many, as the report words it."""

from typing import Literal

from civicspace.model.base import Item

Qualifier = Literal["exact", "approximately", "at-least", "at-most", "between"]


class Group(Item):
    """The size of an unnamed group: "about a dozen people" is 12 to 12, approximately."""

    words: str | None = None
    min: int | None = None
    max: int | None = None
    qualifier: Qualifier | None = None
