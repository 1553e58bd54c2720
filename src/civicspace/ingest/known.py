"""What the user says about a report; it wins over what is read."""

from civicspace.model.base import Item
from civicspace.model.edtf import Edtf


class Known(Item):
    """Dates are EDTF, ``country`` ISO 3166-1 alpha-2, ``language`` BCP 47."""

    published: Edtf | None = None
    period: Edtf | None = None
    country: str | None = None
    language: str | None = None
    title: str | None = None
    url: str | None = None
    publishers: tuple[str, ...] = ()
