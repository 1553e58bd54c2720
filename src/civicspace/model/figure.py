"""A count with who counted, of what, as of when."""

from civicspace.model.amount import Qualifier
from civicspace.model.base import Item
from civicspace.model.edtf import Edtf
from civicspace.model.quote import Quote


class Figure(Item):
    """``measure`` is a short noun phrase; ``min`` and ``max`` follow the qualifier ("over 200" has no max)."""

    id: str
    measure: str
    min: int | None = None
    max: int | None = None
    qualifier: Qualifier
    scope: str | None = None
    as_of: Edtf | None = None
    attributed_to: str | None = None
    confidence: float
    evidence: tuple[Quote, ...]
