"""``civicspace schema``: the record format as JSON Schema."""

import json

import typer

from civicspace.model.record import json_schema


def schema() -> None:
    """Write the JSON Schema of the record format.

    \b
    Example:
      civicspace schema > record.schema.json
    """
    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=1))
