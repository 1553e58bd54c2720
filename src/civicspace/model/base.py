"""What every record type shares: frozen, closed to unknown fields, absent where not given."""

from pydantic import BaseModel, ConfigDict


class Item(BaseModel):
    """A frozen value of the record; a field that the report does not give is ``None`` and not written."""

    model_config = ConfigDict(frozen=True, extra="forbid")
