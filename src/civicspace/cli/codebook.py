"""``civicspace codebook``: the vocabularies of the record."""

import json

import typer

from civicspace.model.codebook import codebook as read


def codebook() -> None:
    """Write the codebook as JSON: each event type, measure, stage and state with label, definition and examples.

    \b
    Example:
      civicspace codebook > codebook.json
    """
    typer.echo(json.dumps(read().model_dump(mode="json", exclude_none=True), ensure_ascii=False, indent=1))
