"""``civicspace load`` and ``civicspace serve``: the website.

Django and spaCy are imported inside the functions: no other command should wait for them or need them installed, and
Django's tables exist only after ``prepare``.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from civicspace.cli.shown import shown
from civicspace.cli.sources import expand, in_folder, is_folder, is_link
from civicspace.model.document import digest
from civicspace.model.errors import ItemError, RunError
from civicspace.model.record import Record


def _need_web() -> None:
    for package in ("django", "waitress", "whitenoise"):
        if find_spec(package) is None:
            raise RunError(f"the website needs {package}: pip install 'civicspace[en,web]'")


def _opened(sources: list[str]) -> Iterator[str]:
    """The sources with folders opened; of a folder's files the reports and the records."""
    for source in sources:
        yield from expand([source])
        if is_folder(source):
            yield from map(str, in_folder(source, (".json",)))


def _bytes(source: str) -> bytes | None:
    """The bytes of a file that is not larger than a report may be, None of anything else."""
    from civicspace.ingest.limits import SOURCE_BYTES

    try:
        path = Path(source)
        return path.read_bytes() if path.is_file() and path.stat().st_size <= SOURCE_BYTES else None
    except (OSError, ValueError):
        return None


def _record(source: str) -> Record:
    """Read one record file, or read a report into a record; raises ``ItemError``."""
    if source.endswith(".json") and not is_link(source):
        data = _bytes(source)
        if data is None:
            raise ItemError("cannot be opened, is no file, or is larger than any record")
        try:
            return Record.from_json(data)
        except ValidationError as error:
            raise ItemError(f"is not a record: {error.error_count()} things are wrong with it") from error
    from civicspace.pipeline.run import records

    result = next(records([source]))
    if result.record is None:
        raise result.error or ItemError("gave no record")
    return result.record


def load(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|FOLDER|URL...", help="Reports, or records in JSON.")],
    again: Annotated[bool, typer.Option("--again", help="Read files that the site already holds once more.")] = False,
) -> None:
    """Take reports or records into the website's database.

    A file that the site already holds is not read again; a new reading of a report replaces the old one.

    \b
    Examples:
      civicspace load samples
      civicspace load record.json report.pdf
    """
    _need_web()
    from civicspace.web.serve import prepare

    prepare()
    from civicspace.web.records.actions import load_record
    from civicspace.web.records.held import is_held

    failed = 0
    for source in _opened(sources):
        try:
            data = None if again or is_link(source) else _bytes(source)
            if data and is_held(digest(data)):
                typer.echo(f"{shown(source)}: already held")
                continue
            done = load_record(_record(source))
        except ItemError as error:
            failed += 1
            typer.echo(shown(f"civicspace: {source}: {error}"), err=True)
        else:
            typer.echo(f"{shown(source)}: {done.added} added, {done.changed} changed, {done.withdrawn} withdrawn")
    raise typer.Exit(1 if failed else 0)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
) -> None:
    """Serve the website on this machine until Ctrl-C.

    \b
    Example:
      civicspace serve --port 8080
    """
    _need_web()
    from civicspace.web.serve import serve as run

    typer.echo(f"Serving on http://{host}:{port}, Ctrl-C stops it", err=True)
    try:
        run(host, port)
    except OSError as error:
        raise RunError(f"cannot listen on {host}:{port}: {error.strerror}; try another --port") from error
