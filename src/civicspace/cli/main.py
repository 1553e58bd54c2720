"""The command line: thin verbs over the library."""

from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from civicspace.cli.codebook import codebook
from civicspace.cli.extract import extract
from civicspace.cli.schema import schema
from civicspace.cli.score import score
from civicspace.cli.shown import shown
from civicspace.cli.site import load, serve
from civicspace.model.errors import RunError


class _Verbs(TyperGroup):
    """The one place where an error that stops the run becomes a message and an exit status."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except RunError as error:
            typer.echo("\n".join(map(shown, f"civicspace: {error}".split("\n"))), err=True)
            raise typer.Exit(1) from error


app = typer.Typer(
    cls=_Verbs,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: starts faster, and examples keep their lines
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"civicspace {version('civicspace')}")
        raise typer.Exit


@app.callback()
def main(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Write the version and stop.")
    ] = False,
) -> None:
    """Human-rights reports in, a record with evidence out.

    Nothing leaves this machine but the request for a link that you name.

    \b
    Example:
      civicspace extract report.html
    """


for verb in (extract, load, serve, score, schema, codebook):
    app.command()(verb)
