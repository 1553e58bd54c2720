"""Bytes → Document in this process: what the child of the sandbox runs."""

from collections.abc import Iterator

from civicspace.ingest import limits
from civicspace.ingest.block import Block
from civicspace.ingest.compose import compose
from civicspace.ingest.known import Known
from civicspace.ingest.media import HTML, reader, sniff
from civicspace.model.document import Document
from civicspace.model.errors import ItemError


def parse_bytes(data: bytes, *, name: str | None, media_type: str | None, known: Known) -> Document:
    """Read a file's bytes; raises ``ItemError`` with what to do where they cannot be read."""
    if len(data) > limits.SOURCE_BYTES:
        raise ItemError(f"this file is larger than {limits.SOURCE_BYTES >> 20} MB: split it and read the parts")
    kind = sniff(data, name=name, media_type=media_type)
    if kind == HTML:
        from civicspace.ingest.html import read_html

        charset = (media_type or "").lower().partition("charset=")[2].strip("\"' ;") or None
        layout = read_html(data, charset=charset)
    else:
        layout = reader(kind)(data)
    if sum(len(b.text) for b in layout.blocks) > limits.TEXT_CHARACTERS or len(layout.blocks) > limits.BLOCKS:
        raise ItemError("this file holds more text than a report would: split it and read the parts")
    layout.blocks = [part for block in layout.blocks for part in _parts(block)]
    return compose(layout, known, data=data)


def _parts(block: Block) -> Iterator[Block]:
    """A block that is longer than any paragraph in pieces, cut at the end of a sentence, a word, or anywhere.

    A file that lost its line breaks is such a block; whole, it would cost the parser more than linear time.
    """
    text = block.text
    while len(text) > limits.BLOCK_CHARACTERS:
        head = text[: limits.BLOCK_CHARACTERS]
        cut = next((at + len(end) for end in (". ", " ") if (at := head.rfind(end)) > len(head) // 2), len(head))
        yield Block("paragraph", text[:cut].rstrip())
        text = text[cut:].lstrip()
    yield Block(block.kind, text, block.level) if text is block.text else Block("paragraph", text)
