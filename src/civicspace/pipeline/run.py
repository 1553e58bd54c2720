"""The order of the stages, and the one place where an item's failure is caught."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from civicspace.extract.record import extract
from civicspace.ingest.door import read
from civicspace.ingest.known import Known
from civicspace.model.errors import ItemError
from civicspace.model.record import Record


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one source: its record, or the reason why there is none."""

    source: str
    record: Record | None = None
    error: ItemError | None = None


def records(
    sources: Iterable[str],
    known: Known | None = None,
    *,
    progress: Callable[[str], None] | None = None,
) -> Iterator[Result]:
    """Read and extract each source (a path, a link, or ``-`` for standard input) as it is asked for, in order.

    ``known`` holds for every source and wins over what is read. ``progress`` is told each source before the work on
    it begins. A source that cannot be used gives a ``Result`` with its error; ``RunError`` passes through.
    """
    for source in sources:
        if progress:
            progress(source)
        try:
            yield Result(source, record=extract(read(source, known=known or Known())))
        except ItemError as error:
            yield Result(source, error=error)
