"""``civicspace extract``: reports in, records out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from civicspace.cli import given
from civicspace.cli.output import Format, Writer, is_folder
from civicspace.cli.shown import shown
from civicspace.cli.sources import expand

Date = Annotated[str | None, typer.Option(metavar="DATE", callback=given.date, help="Day of publication, 2022-04-29.")]
Period = Annotated[
    str | None, typer.Option(metavar="EDTF", callback=given.date, help="Time that the report covers, 2022-02/2022-03.")
]
Country = Annotated[
    str | None, typer.Option(metavar="CC", callback=given.country, help="Country that the report is on, KZ.")
]
Language = Annotated[
    str | None, typer.Option(metavar="TAG", callback=given.language, help="Language of the report, en.")
]


def extract(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|FOLDER|URL|-...", help="Reports; - is standard input.")],
    shape: Annotated[Format, typer.Option("--format", help="Shape of the output.")] = Format.table,
    output: Annotated[
        str | None, typer.Option(metavar="PATH", help="File to write, or a folder/ for a file for each report.")
    ] = None,
    published: Date = None,
    period: Period = None,
    country: Country = None,
    language: Language = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Title of the report.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where the report was published.")] = None,
) -> None:
    """Read reports (HTML, PDF, DOCX, text) into records.

    What is given with an option wins over what the report says of itself. One report in JSON is the record format;
    several are JSON Lines, or with --output folder/ a file each. Where a report cannot be read, the others are kept,
    the reason goes to standard error and the exit status is 1.

    \b
    Examples:
      civicspace extract report.html
      civicspace extract report.pdf --format json --output record.json
      civicspace extract reports/ --format csv --output facts.csv
      curl https://example.org/update | civicspace extract - --published 2022-04-29
    """
    # Here and not above: reading needs spaCy, whose import takes half a second that --help should not cost.
    from civicspace.ingest.known import Known
    from civicspace.pipeline.run import records

    wanted = list(expand(sources))
    path = Path(output) if output else None
    writer = Writer(shape, output=path, folder=is_folder(path, output), sources=wanted)
    known = Known(published=published, period=period, country=country, language=language, title=title, url=url)

    def progress(source: str) -> None:
        if len(wanted) > 1:
            typer.echo(f"{shown(source)} ...", err=True)

    failed = 0 if wanted else 1
    if not wanted:
        typer.echo("civicspace: no reports in that folder", err=True)
    with writer:
        for result in records(wanted, known, progress=progress):
            if result.record:
                writer.write(result.record, result.source)
            else:
                failed += 1
                typer.echo(shown(f"civicspace: {result.source}: {result.error}"), err=True)
    sys.stdout.flush()
    if failed and len(wanted) > 1:
        typer.echo(f"civicspace: {failed} of {len(wanted)} reports could not be read", err=True)
    raise typer.Exit(1 if failed else 0)
