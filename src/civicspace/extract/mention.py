"""What the readers find in a paragraph before anything is made of it: stretches of tokens with a meaning.

``paragraph`` is the paragraph's index; ``start`` and ``end`` are token positions in its ``doc``, end exclusive.
"""

from dataclasses import dataclass, field
from typing import Literal

from civicspace.model.amount import Qualifier
from civicspace.model.entity import EntityKind
from civicspace.model.event import Charge, Penalty


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of tokens of one paragraph."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A point or stretch of time: ``edtf`` once the year is known, else ``None``.

    ``role`` is ``since`` or ``until`` where a preposition opens an end ("since 8 January"), ``as-of`` for
    "as of late March", else ``at``. ``inferred`` is true where the year or month was taken from context.
    ``modifier`` is true where the date says which one a noun means ("the January 2022 events", "the 2020 law on
    assemblies", "Tuesday's protest"): it dates that noun, not the clause that the noun stands in.
    """

    edtf: str | None
    role: Literal["at", "since", "until", "as-of"] = "at"
    inferred: bool = False
    modifier: bool = False


@dataclass(frozen=True, slots=True)
class DurationMention(Mention):
    """A length of time ("15 days", "five to 15 days", "two-and-a-half-year"): ISO 8601, ``P15D``."""

    duration: str


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A count of something: the number words; ``noun`` is the token position of what is counted, if any."""

    min: int | None
    max: int | None
    qualifier: Qualifier
    noun: int | None = None


@dataclass(frozen=True, slots=True)
class ChargeMention(Mention):
    """Offences or articles named together; the stretch covers all of them."""

    charges: tuple[Charge, ...]


@dataclass(frozen=True, slots=True)
class PenaltyMention(Mention):
    """A sanction as worded ("15 days' administrative detention", "fined 500 euros")."""

    penalty: Penalty


@dataclass(slots=True, eq=False)
class Actor:
    """A person, body or place of the report while it is read; becomes an entity of the record."""

    kind: EntityKind
    name: str
    aliases: list[str] = field(default_factory=list)
    description: str | None = None
    mentions: list["ActorMention"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ActorMention(Mention):
    """Words that mean an actor: its ``name`` (short or full), a ``pronoun`` or a ``nominal`` ("the activist")."""

    how: Literal["name", "pronoun", "nominal"] = "name"
