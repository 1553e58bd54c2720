"""The one door: a path, standard input or a link → Document."""

import sys
from pathlib import Path

from civicspace.ingest import limits, sandbox
from civicspace.ingest.known import Known
from civicspace.ingest.web import capture, is_link
from civicspace.model.document import Document
from civicspace.model.errors import ItemError

_NOTHING = Known()


def read(source: str, *, known: Known = _NOTHING, allow_private: bool = False) -> Document:
    """Read a path, ``-`` (standard input) or an http(s) link; what ``known`` says wins over what is read.

    ``allow_private`` lets links lead into the local network. Raises ``ItemError`` with what to do.
    """
    if source == "-":
        return read_bytes(sys.stdin.buffer.read(limits.SOURCE_BYTES + 1), known=known)
    if is_link(source):
        page = capture(source, allow_private=allow_private)
        if known.url is None:
            known = known.model_copy(update={"url": page.url})
        return read_bytes(page.data, name=page.name, media_type=page.media_type, known=known)
    return read_bytes(_file(Path(source)), name=Path(source).name, known=known)


def read_bytes(
    data: bytes, *, name: str | None = None, media_type: str | None = None, known: Known = _NOTHING
) -> Document:
    """Read an upload; ``name`` and ``media_type`` (may carry a charset) are hints, the bytes decide."""
    if not data:
        raise ItemError("this file is empty")
    if len(data) > limits.SOURCE_BYTES:
        raise ItemError(f"this file is larger than {limits.SOURCE_BYTES >> 20} MB: split it and read the parts")
    return sandbox.shared.read(data, name=name, media_type=media_type, known=known)


def _file(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise ItemError(
                f"{path} is no file: give the path of a report" if path.exists() else f"{path}: no such file"
            )
        with path.open("rb") as stream:
            return stream.read(limits.SOURCE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ItemError(f"{path} cannot be opened: {error}") from error
