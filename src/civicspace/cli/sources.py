"""What a person may name on the command line: files, folders, links, standard input."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from civicspace.model.errors import RunError

STANDARD_INPUT = "-"
# What counts as a report in a folder; a file that is named itself is read whatever its ending.
SUFFIXES = (".txt", ".html", ".htm", ".xhtml", ".pdf", ".docx")


def is_link(source: str) -> bool:
    """Whether ``source`` is fetched from the web."""
    return source.startswith(("http://", "https://"))


def is_folder(source: str) -> bool:
    """Whether ``source`` is a folder; a name that no file can have (too long, not allowed) is none."""
    try:
        return not is_link(source) and source != STANDARD_INPUT and Path(source).is_dir()
    except (OSError, ValueError):
        return False


def expand(sources: Iterable[str]) -> Iterator[str]:
    """The sources with every folder replaced by the reports in it, by name."""
    for source in sources:
        if is_folder(source):
            yield from map(str, in_folder(source, SUFFIXES))
        else:
            yield source


def in_folder(folder: str, suffixes: tuple[str, ...]) -> list[Path]:
    """The files of a folder with such endings, by name; raises ``RunError`` where it may not be read."""
    try:
        return sorted(path for path in Path(folder).iterdir() if path.suffix.lower() in suffixes)
    except OSError as error:
        raise RunError(f"{folder}: {error.strerror}") from error


def stem(source: str) -> str:
    """A name for what is made from ``source``: the file's own without its ending, or the last part of a link."""
    if source == STANDARD_INPUT:
        return "standard-input"
    parts = urlsplit(source)
    path = Path(parts.path) if is_link(source) else Path(source)
    return path.stem or parts.hostname or "report"
