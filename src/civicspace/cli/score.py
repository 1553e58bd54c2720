"""``civicspace score``: records against annotations."""

import json
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from civicspace.model.errors import RunError
from civicspace.model.record import Record
from civicspace.quality.gold import load
from civicspace.quality.score import Score
from civicspace.quality.table import lines, miss_line


def _record(path: Path) -> Record:
    try:
        return Record.from_json(path.read_bytes())
    except OSError as error:
        raise RunError(f"{path}: {error.strerror}") from error
    except ValidationError as error:
        raise RunError(f"{path} is not a record: {error}") from error


def score(
    files: Annotated[list[Path], typer.Argument(metavar="GOLD RECORD...", help="Pairs: annotation, then record.")],
    types: Annotated[bool, typer.Option("--types", help="A row for each event type too.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="List what only one of the two sides has.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Score records against annotations of the same reports.

    \b
    Examples:
      civicspace score gold/kg-2024-04-30.json record.json
      civicspace score gold.json record.json --types --misses
    """
    if len(files) % 2:
        raise typer.BadParameter("files come in pairs: an annotation, then the record of the same report")
    result = Score()
    for gold, record in zip(files[::2], files[1::2], strict=True):
        result.add(load(gold), _record(record))
    if misses:
        for miss in result.misses:
            typer.echo(miss_line(miss), err=as_json)
    if as_json:
        typer.echo(json.dumps(result.to_dict(), indent=1))
    else:
        for line in lines(result, types=types):
            typer.echo(line)
