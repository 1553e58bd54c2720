"""Reading the tables of ``reference/data``: tab-separated, ``#`` before comments, ``|`` within a cell."""

from importlib import resources


def rows(name: str) -> list[list[str]]:
    """Cells of every row of ``data/NAME``, the trailing empty ones kept."""
    text = (resources.files("civicspace.reference") / "data" / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def values(cell: str) -> tuple[str, ...]:
    """The values of one cell."""
    return tuple(filter(None, cell.split("|")))
