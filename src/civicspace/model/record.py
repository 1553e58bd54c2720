"""The record of one report: the format that files, database, site and API share."""

import json
from collections.abc import Mapping
from typing import Any, Final, Literal

from civicspace.model.base import Item
from civicspace.model.custody import Custody
from civicspace.model.document import Document
from civicspace.model.entity import Entity
from civicspace.model.event import Event
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep

FORMAT: Final = "civicspace-record/1"


class Record(Item):
    """Everything that was read out of one document."""

    format: Literal["civicspace-record/1"] = FORMAT
    document: Document
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    laws: tuple[LawStep, ...] = ()
    custody: tuple[Custody, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; what the report does not give is left out."""
        return self.model_dump(mode="json", exclude_none=True)

    def to_json(self) -> str:
        """The file form: the same record always gives the same bytes."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> "Record":
        """Read a record file; raises ``pydantic.ValidationError`` where it is not one."""
        return cls.model_validate_json(text)


def json_schema() -> Mapping[str, Any]:
    """JSON Schema (draft 2020-12) of the record format."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT.replace('/', ':')}",
        **Record.model_json_schema(mode="serialization"),
    }
