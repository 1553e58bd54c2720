"""A mention of a law, bill, decree or reform."""

from dataclasses import dataclass

from civicspace.model.law import LawKind


@dataclass(frozen=True, slots=True)
class Enactment:
    """A mention of a law: token ``head``, the tokens ``start`` to ``end`` of its title, and how it is named.

    ``short`` is true where the words only point back ("the draft legislation"), ``draft`` where they say that it is
    not yet law; ``year`` is a year that belongs to the name ("the 2014 Law on Trade Unions").
    """

    head: int
    start: int
    end: int
    title: str
    kind: LawKind
    short: bool
    draft: bool
    weak: bool = False
    year: str | None = None
