"""What cannot be read is refused with what to do about it, and the next file is read all the same."""

import io
import zipfile
from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from civicspace.ingest import Known, limits, read, read_bytes
from civicspace.ingest.sandbox import Sandbox
from civicspace.model.errors import ItemError
from ingest.one_report import as_docx, as_pdf, as_text


def pdf(draw: str = "", **options: Any) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, **options)
    if draw:
        canvas.drawString(72, 700, draw)
    canvas.rect(10, 10, 500, 700, fill=1)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w>" + b" " * (300 << 20))
    return made.getvalue()


def archive(**members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, text in members.items():
            packed.writestr(name, text)
    return made.getvalue()


def entities() -> bytes:
    """A DOCX whose XML unfolds a billion times."""
    levels = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">{levels}]><w:document xmlns:w="http://schemas.'
    xml += 'openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body>'
    xml += "</w:document>"
    source, made = zipfile.ZipFile(io.BytesIO(as_docx())), io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name in source.namelist():
            packed.writestr(name, xml if name == "word/document.xml" else source.read(name))
    return made.getvalue()


REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\r\n", "empty"),
    "encrypted PDF": (pdf("Secret", encrypt=StandardEncryption("user", "owner")), "password"),
    "scanned PDF": (pdf(), "OCR"),
    "broken PDF": (b"%PDF-1.7\n" + b"nothing at all\n" * 20, "damaged"),
    "zip bomb": (bomb(), "decompression bomb"),
    "entity bomb": (entities(), "damaged|memory|no text|broke"),
    "cut DOCX": (as_docx()[:5000], "damaged"),
    "other archive": (archive(a="b"), "unpack"),
    "OpenDocument": (archive(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument"),
    "broken DOCX": (archive(**{"word/document.xml": "<w"}), "damaged"),
    "old .doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "older office program"),
    "RTF": (b"{\\rtf1\\ansi Hello}", "RTF"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "OCR"),
    "binary junk": (bytes(range(256)) * 20, "no text"),
    "gzip": (b"\x1f\x8b\x08" + bytes(50), "unpack"),
    "page without text": (b"<html><body><script>1</script></body></html>", "no text"),
    "only figures": (b"12 34 56\n", "no text"),
    "deep page": (b"<html><body>" + b"<div>" * 3000 + b"Deep down" + b"</div>" * 3000, "deep"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_refused_with_a_reason(kind: str) -> None:
    data, words = REFUSED[kind]
    with pytest.raises(ItemError, match=words):
        read_bytes(data)


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SOURCE_BYTES", 1 << 20)
    with pytest.raises(ItemError, match="larger than 1 MB"):
        read_bytes(b"word " * (1 << 19))


@pytest.mark.parametrize("source", ["no/such/file.txt", "/", "ftp://example.org/a.txt", "file:///etc/passwd"])
def test_no_such_source(source: str) -> None:
    with pytest.raises(ItemError, match=r"no such file|no file|only http"):
        read(source)


def test_a_reading_that_takes_too_long_is_ended_and_the_next_file_is_read() -> None:
    sandbox = Sandbox(seconds=0.000001)
    with pytest.raises(ItemError, match="too long"):
        sandbox.read(as_pdf(), name=None, media_type=None, known=Known())
    sandbox.close()
    assert read_bytes(as_text()).title


def test_a_reading_that_takes_too_much_memory_is_ended() -> None:
    sandbox = Sandbox(memory=64 << 20)
    with pytest.raises(ItemError, match=r"memory|broke its reader"):
        sandbox.read(as_text(), name=None, media_type=None, known=Known())
    sandbox.close()


def test_a_server_that_was_ended_is_started_again() -> None:
    sandbox = Sandbox()
    first = sandbox.read(as_text(), name=None, media_type=None, known=Known())
    sandbox.close()
    assert sandbox.read(as_text(), name=None, media_type=None, known=Known()) == first
    sandbox.close()
