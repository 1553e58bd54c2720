"""What a person may name on the command line: files, folders, links, standard input."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

STANDARD_INPUT = "-"
# What counts as a report in a folder; a file that is named itself is read whatever its ending.
SUFFIXES = (".txt", ".html", ".htm", ".xhtml", ".pdf", ".docx")


def is_link(source: str) -> bool:
    """Whether ``source`` is fetched from the web."""
    return source.startswith(("http://", "https://"))


def expand(sources: Iterable[str]) -> Iterator[str]:
    """The sources with every folder replaced by the reports in it, by name."""
    for source in sources:
        folder = Path(source)
        if not is_link(source) and source != STANDARD_INPUT and folder.is_dir():
            found = (path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
            yield from map(str, sorted(found))
        else:
            yield source


def stem(source: str) -> str:
    """A name for what is made from ``source``: the file's own without its ending, or the last part of a link."""
    if source == STANDARD_INPUT:
        return "standard-input"
    parts = urlsplit(source)
    path = Path(parts.path) if is_link(source) else Path(source)
    return path.stem or parts.hostname or "report"
