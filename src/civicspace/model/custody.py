"""The last state of a person's liberty that a report supports."""

from typing import Annotated

from pydantic import AfterValidator

from civicspace.model.base import Item
from civicspace.model.codebook import member
from civicspace.model.edtf import Edtf

CustodyState = Annotated[str, AfterValidator(member("custody_states"))]


class Custody(Item):
    """``status`` is a key of the codebook, ``person`` an entity id, ``events`` the ids it follows from."""

    person: str
    status: CustodyState
    as_of: Edtf | None = None
    until: Edtf | None = None
    events: tuple[str, ...] = ()
