"""A step in the life of a law, bill or reform."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from civicspace.model.base import Item
from civicspace.model.codebook import member
from civicspace.model.edtf import Edtf
from civicspace.model.quote import Quote

LawKind = Literal["law", "bill", "reform", "regulation"]
Stage = Annotated[str, AfterValidator(member("law_stages"))]


class LawStep(Item):
    """``stage`` is a key of the codebook."""

    id: str
    title: str
    kind: LawKind
    stage: Stage
    date: Edtf | None = None
    confidence: float
    evidence: tuple[Quote, ...]
