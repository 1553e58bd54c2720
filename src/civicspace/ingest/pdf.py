"""PDF → blocks: lines with their place and size on the page, then paragraphs (pdfflow)."""

import re
from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from civicspace.ingest import limits
from civicspace.ingest.block import Claims, Layout, tidy
from civicspace.ingest.pdfflow import flow
from civicspace.ingest.pdfline import Line
from civicspace.model.errors import ItemError

_RAISED_SIZE = 0.8  # of the line's size: a smaller figure after a word is the mark of a note
_SCANNED_CHARACTERS = 20  # a page; text of fewer is a stamp or page number on a picture
_HYPHENS = {0xFFFE: "\ufffe", 0x02: "\ufffe", 0xAD: "\u00ad"}
_BOLD = re.compile(rb"bold|black|heavy|semibold|demi", re.I)


def read_pdf(data: bytes) -> Layout:
    """Read a PDF; raises ``ItemError`` where it is encrypted, damaged, too long or a scan without text."""
    document = _open(data)
    try:
        count = len(document)
        if count > limits.PAGES:
            raise ItemError(f"this PDF has {count} pages, more than {limits.PAGES}: split it and read the parts")
        pages = []
        size = 0
        for number in range(count):
            lines = _page_lines(document[number], number)
            size += sum(len(line.text) for line in lines)
            if size > limits.TEXT_CHARACTERS:
                raise ItemError("this PDF holds more text than a report would: split it and read the parts")
            pages.append(lines)
        if size < _SCANNED_CHARACTERS * max(1, count) and size < 400:
            raise ItemError("this PDF holds pictures of pages, not text: run text recognition (OCR) over it first")
        blocks, aside = flow(pages)
        return Layout(blocks, _claims(document), aside)
    finally:
        document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ItemError("this PDF is protected by a password: save a copy without one") from error
        raise ItemError("this PDF is damaged: open it in a viewer, print it to a new PDF and try that") from error


def _claims(document: pdfium.PdfDocument) -> Claims:
    claims = Claims()
    about = document.get_metadata_dict(skip_empty=True)
    if title := tidy(about.get("Title", "")):
        claims.weak_titles.append(title)
    for key in ("CreationDate", "ModDate"):
        if found := re.match(r"D:(\d{4})(\d\d)(\d\d)", about.get(key, "")):
            claims.weak_dates.append("-".join(found.groups()))
    return claims


@dataclass(slots=True)
class _Char:
    index: int
    text: str


def _page_lines(page: pdfium.PdfPage, number: int) -> list[Line]:
    """The lines of a page in the order of its content, bottom-left origin, points."""
    try:
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        return []
    height = page.get_height()
    lines: list[Line] = []
    chars: list[_Char] = []
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in (0x0A, 0x0D):
            _close(chars, text_page, lines=lines, page=number, height=height)
        elif code:
            char = _HYPHENS.get(code) or (chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd")
            chars.append(_Char(index, char))
    _close(chars, text_page, lines=lines, page=number, height=height)
    text_page.close()
    page.close()
    return lines


def _close(chars: list[_Char], text_page: pdfium.PdfTextPage, *, lines: list[Line], page: int, height: float) -> None:
    """End a line: measure its first and last visible character and leave out raised figures (marks of notes)."""
    shown = [c for c in chars if not c.text.isspace()]
    if shown:
        first, last = shown[0], shown[-1]
        letters = [c for c in shown if c.text.isalpha()] or shown  # a bullet may be of another face and size
        sample = letters[len(letters) // 2]
        size, bold = _font(text_page, sample.index)
        kept = [c for i, c in enumerate(chars) if not _is_raised(chars, i, text_page=text_page, size=size)]
        left = _box(text_page, first.index)[0]
        right = _box(text_page, last.index)[2]
        base = _baseline(text_page, sample.index)
        text = "".join(c.text for c in kept)
        if text.strip():
            lines.append(
                Line(text, page, height, left, right, base, size, bold and _font(text_page, letters[-1].index)[1])
            )
    chars.clear()


def _is_raised(chars: list[_Char], place: int, *, text_page: pdfium.PdfTextPage, size: float) -> bool:
    char = chars[place]
    if not char.text.isdigit() or not size:
        return False
    before = next((c for c in reversed(chars[:place]) if not c.text.isdigit()), None)
    if before is None or before.text.isspace():
        return False
    return _font(text_page, char.index)[0] < _RAISED_SIZE * size


def _font(text_page: pdfium.PdfTextPage, index: int) -> tuple[float, bool]:
    """Size in points and whether the face is bold."""
    size = float(raw.FPDFText_GetFontSize(text_page, index))
    flags, name = c_int(), create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text_page, index, name, 128, byref(flags))
    weight = raw.FPDFText_GetFontWeight(text_page, index)
    box = _box(text_page, index)
    if size <= 1.5:  # scaled by the text matrix: the height of the character stands for the size
        size = max(size, (box[3] - box[1]) * 1.4)
    return round(size, 1), bool(_BOLD.search(name.value)) or weight >= 600


def _box(text_page: pdfium.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    raw.FPDFText_GetCharBox(text_page, index, byref(left), byref(right), byref(bottom), byref(top))
    return left.value, bottom.value, right.value, top.value


def _baseline(text_page: pdfium.PdfTextPage, index: int) -> float:
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, byref(x), byref(y))
    return y.value
