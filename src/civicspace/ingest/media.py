"""Which reader reads what: the list of media types, and telling a file's kind from its first bytes."""

import io
import re
import zipfile
from collections.abc import Callable

from civicspace.ingest.block import Layout
from civicspace.model.errors import ItemError

TEXT, HTML, PDF = "text/plain", "text/html", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

EXTENSIONS = {
    ".txt": TEXT, ".text": TEXT, ".md": TEXT, ".htm": HTML, ".html": HTML, ".xhtml": HTML, ".pdf": PDF, ".docx": DOCX,
}  # fmt: skip

_SAVE_AS = "save it as DOCX, PDF, HTML or plain text and try that"
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"this is a file of an older office program (.doc, .xls): {_SAVE_AS}"),
    (b"{\\rtf", f"this is an RTF file: {_SAVE_AS}"),
    (b"\x89PNG", "this is a picture, not text: run text recognition (OCR) over it first"),
    (b"\xff\xd8\xff", "this is a picture, not text: run text recognition (OCR) over it first"),
    (b"GIF8", "this is a picture, not text: run text recognition (OCR) over it first"),
    (b"\x1f\x8b", "this is a compressed file: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "this is a compressed file: unpack it first"),
    (b"Rar!", "this is a compressed file: unpack it first"),
    (b"\x7fELF", f"this is a program, not a report: {_SAVE_AS}"),
    (b"MZ\x90", f"this is a program, not a report: {_SAVE_AS}"),
)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|h1|title|meta|p|div|table)[\s>/]", re.I)
_OPENING = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<", re.S)
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def sniff(data: bytes, *, name: str | None = None, media_type: str | None = None) -> str:
    """The media type of ``data`` by its own first bytes; name and declared type only decide between text and HTML.

    Raises ``ItemError`` with what to do where it is of a kind that cannot be read.
    """
    if not data.strip(b"\0 \t\r\n\f\xef\xbb\xbf"):
        raise ItemError("this file is empty")
    for magic, why in _REFUSED:
        if data.startswith(magic):
            raise ItemError(why)
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _archive_kind(data)
    sample = data[:8192]
    plain = sample.decode("utf-16", "replace").encode() if sample.startswith(_WIDE) else sample
    if _is_binary(plain):
        raise ItemError(f"this is no text, and no kind of file that can be read: {_SAVE_AS}")
    return _text_kind(plain, name=name, media_type=media_type)


def _archive_kind(data: bytes) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ItemError("this file is damaged or cut off: get it again from where it came") from error
    if "word/document.xml" in names or any(n.startswith("word/document") and n.endswith(".xml") for n in names):
        return DOCX
    if "mimetype" in names:
        raise ItemError(f"this is an OpenDocument or e-book file: {_SAVE_AS}")
    raise ItemError("this is an archive of other files: unpack it and read those one by one")


def _is_binary(sample: bytes) -> bool:
    """Whether the bytes hold more control characters than text of any encoding does."""
    odd = sum(1 for b in sample if b < 9 or 13 < b < 27 or 27 < b < 32 or b == 127)
    return b"\0" in sample or odd * 50 > len(sample)


def _text_kind(sample: bytes, *, name: str | None, media_type: str | None) -> str:
    declared = (media_type or "").partition(";")[0].strip().lower()
    extension = "." + name.lower().rpartition(".")[2] if name and "." in name else ""
    hinted = declared in {HTML, "application/xhtml+xml"} or EXTENSIONS.get(extension) == HTML
    if _OPENING.match(sample) and _MARKUP.search(sample):
        return HTML
    return HTML if hinted and _MARKUP.search(sample) else TEXT


def reader(media_type: str) -> Callable[[bytes], Layout]:
    """The reader of a media type that ``sniff`` returned; its library is only loaded when it is asked for."""
    if media_type == PDF:
        from civicspace.ingest.pdf import read_pdf

        return read_pdf
    if media_type == DOCX:
        from civicspace.ingest.docx import read_docx

        return read_docx
    if media_type == HTML:
        from civicspace.ingest.html import read_html

        return read_html
    from civicspace.ingest.plain import read_text

    return read_text
