"""A record as tables for the terminal."""

from typing import IO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from civicspace.cli.fact import Facts
from civicspace.cli.shown import shown
from civicspace.model.record import Record

_COLOURS = {"event": "red", "figure": "blue", "law": "magenta", "bill": "magenta", "custody": "yellow"}
_PLAIN_WIDTH = 160  # columns where the output is not a terminal, so that a file or pager gets readable lines


def console_for(stream: IO[str]) -> Console:
    """As wide as the terminal; colour on a terminal only, and not where NO_COLOR is set (rich looks at both)."""
    return Console(file=stream, highlight=False, width=None if stream.isatty() else _PLAIN_WIDTH)


def _words(text: str, style: str = "") -> Text:
    """Words of a report: its brackets are no mark-up, its control characters no commands to the terminal."""
    return Text(shown(text), style=style)


def print_record(record: Record, console: Console) -> None:
    """Heading, facts, people."""
    document = record.document
    console.print(_words(document.title or "Untitled report", "bold"))
    about = (
        ", ".join(document.publishers),
        document.country,
        document.published,
        document.period and f"on {document.period}",
    )
    if line := " · ".join(filter(None, about)):
        console.print(_words(line, "dim"))
    console.print()
    console.print(_facts(record))
    people = [entity for entity in record.entities if entity.kind == "person"]
    if people:
        table = _empty("person", "also", "description")
        for one in people:
            table.add_row(*map(_words, (one.name, ", ".join(one.aliases), one.description or "")))
        console.print(table)
    counts = {"people": people, "events": record.events, "figures": record.figures, "laws": record.laws}
    console.print(
        Text(
            ", ".join(f"{len(items)} {name}" for name, items in counts.items())
            + ": made by a program, not yet reviewed."
        )
    )


def _empty(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    for name in columns:
        table.add_column(name)
    return table


def _facts(record: Record) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True, show_lines=False, padding=(0, 1, 1, 0)
    )
    table.add_column("kind", no_wrap=True, width=7)
    table.add_column("date", width=10, overflow="fold")
    for name, ratio in (("who", 2), ("what", 3), ("where", 1), ("quote", 5)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for fact in Facts(record).all():
        table.add_row(
            Text(fact.kind, style=_COLOURS.get(fact.kind, "")),
            *map(_words, (fact.date, fact.who, fact.what, fact.where)),
            _words(fact.quote, "italic"),
        )
    return table
