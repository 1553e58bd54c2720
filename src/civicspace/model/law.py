"""A step in the life of a law, bill or reform."""

from typing import Literal

from civicspace.model.base import Item
from civicspace.model.edtf import Edtf
from civicspace.model.quote import Quote

LawKind = Literal["law", "bill", "reform", "regulation"]


class LawStep(Item):
    """``stage`` is a key of the codebook."""

    id: str
    title: str
    kind: LawKind
    stage: str
    date: Edtf | None = None
    confidence: float
    evidence: tuple[Quote, ...]
