"""The last state of a person's liberty that a report supports."""

from civicspace.model.base import Item
from civicspace.model.edtf import Edtf


class Custody(Item):
    """``status`` is a key of the codebook, ``person`` an entity id, ``events`` the ids it follows from."""

    person: str
    status: str
    as_of: Edtf | None = None
    until: Edtf | None = None
    events: tuple[str, ...] = ()
