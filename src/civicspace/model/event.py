"""What happened to whom, by whom, when, where."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from civicspace.model.amount import Group
from civicspace.model.base import Item
from civicspace.model.codebook import member
from civicspace.model.edtf import Edtf
from civicspace.model.quote import Quote

Status = Literal["reported", "alleged", "planned", "denied"]
Valence = Literal["violation", "positive", "neutral"]
EventTypeKey = Annotated[str, AfterValidator(member("event_types"))]
PenaltyKind = Annotated[str, AfterValidator(member("penalty_kinds"))]
Freedom = Annotated[str, AfterValidator(member("freedoms"))]


class Charge(Item):
    """An accusation: article number as digits, the code that it stands in, the offence in words."""

    article: str | None = None
    code: str | None = None
    offence: str | None = None


class Penalty(Item):
    """A sanction; ``max`` is true where the text gives only what the offence carries."""

    kind: PenaltyKind
    duration: str | None = None
    amount: float | None = None
    currency: str | None = None
    max: bool | None = None


class Event(Item):
    """One happening; ``type`` and ``freedom`` are keys of the codebook, ``who`` and ``by`` entity ids."""

    id: str
    type: EventTypeKey
    who: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    group: Group | None = None
    date: Edtf | None = None
    place: str | None = None
    place_id: str | None = None
    point: tuple[float, float] | None = None
    charges: tuple[Charge, ...] = ()
    penalty: Penalty | None = None
    status: Status = "reported"
    attributed_to: str | None = None
    freedom: Freedom | None = None
    valence: Valence | None = None
    background: bool = False
    confidence: float
    evidence: tuple[Quote, ...]
