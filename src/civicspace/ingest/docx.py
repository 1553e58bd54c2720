"""DOCX → blocks: styles give headings and lists, table rows become lines, notes and text boxes are set apart.

Reads the document's own XML tree rather than ``paragraph.text``, which leaves out insertions under review and text
in content controls.
"""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from lxml import etree

from civicspace.ingest import limits
from civicspace.ingest.block import Block, Claims, Layout, tidy
from civicspace.ingest.plain import bullet_item, is_heading_like
from civicspace.model.errors import ItemError

# What templates of common word processors and libraries write as the title where nobody gave one.
_NO_TITLES = frozenset(
    {"word document", "microsoft word document", "untitled", "document", "document1", "untitled document"}
)
_HEADING = re.compile(r"heading (\d)|(title)$|(subtitle)$", re.I)
_LIST = re.compile(r"list|bullet", re.I)
_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:footnoteReference"), qn("w:instrText")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}
_BOLD_LEVEL = 6


def check_archive(data: bytes) -> None:
    """Raise ``ItemError`` where a ZIP archive is broken or would unpack to more than the limits allow."""
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ItemError("this file is damaged: open it in a word processor, save it again and try that") from error
    if any(m.flag_bits & 1 for m in members):
        raise ItemError("this file is protected by a password: save a copy without one")
    heavy = any(
        m.file_size > limits.MEGABYTE and m.file_size > limits.UNPACKED_RATIO * m.compress_size for m in members
    )
    if heavy or len(members) > limits.ARCHIVE_MEMBERS or sum(m.file_size for m in members) > limits.UNPACKED_BYTES:
        raise ItemError("this file unpacks to far more than a report would need: it is refused as a decompression bomb")


def read_docx(data: bytes) -> Layout:
    """Read a DOCX file; raises ``ItemError`` where it is damaged."""
    check_archive(data)
    try:
        word = docx.Document(io.BytesIO(data))
        return Layout(list(_blocks(word)), _claims(word))
    except ItemError:
        raise
    except Exception as error:
        # a damaged archive or tree makes zipfile, zlib, lxml and python-docx raise some ten unrelated types
        raise ItemError("this DOCX file is damaged: open it in a word processor, save it again and try that") from error


def _claims(word: Word) -> Claims:
    properties = word.core_properties
    claims = Claims()
    if properties.title and properties.title.casefold() not in _NO_TITLES:
        claims.weak_titles.append(tidy(properties.title))
    for moment in (properties.created, properties.modified):
        if moment is not None:
            claims.weak_dates.append(moment.date().isoformat())
    if properties.language:
        claims.languages.append(properties.language)
    return claims


def _blocks(word: Word) -> Iterator[Block]:
    numbers: dict[str, int] = {}
    styles = {style.style_id: style.name or "" for style in word.styles}
    for element in _content(word.element.body):
        if element.tag == qn("w:tbl"):
            yield from _rows(element)
        else:
            yield from _paragraph(element, styles, numbers=numbers)


def _content(body: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, those inside of content controls and insertions too."""
    for child in body:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
            yield from _content(child)


def _rows(table: etree._Element) -> Iterator[Block]:
    """Rows as lines; a table of one column is layout and keeps its paragraphs."""
    rows = [list(row.iter(qn("w:tc"))) for row in table.iter(qn("w:tr"))]
    single = all(len(row) == 1 for row in rows)
    for row in rows:
        cells = [[tidy(_text(p)) for p in cell.iter(qn("w:p"))] for cell in row]
        lines = cells[0] if single and cells else [" | ".join(" ".join(filter(None, c)) for c in cells if any(c))]
        yield from (Block("paragraph", line) for line in lines if any(c.isalnum() for c in line))


def _paragraph(p: etree._Element, styles: dict[str, str], *, numbers: dict[str, int]) -> Iterator[Block]:
    text = tidy(_text(p))
    if not any(c.isalnum() for c in text):
        return
    style = p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    name = styles.get(style.get(qn("w:val"), ""), "") if style is not None else ""
    heading = _HEADING.search(name)
    listed = p.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None or bool(_LIST.search(name))
    if heading:
        numbers.clear()
        yield Block("heading", text, int(heading[1] or 0) if not heading[3] else 1)
    elif listed:
        counted = "number" in name.lower()
        numbers[name] = numbers.get(name, 0) + 1 if counted else 0
        item = bullet_item(text)
        yield Block("item", f"{numbers[name]}. {text}" if counted else item or f"• {text}")
    else:
        numbers.clear()
        item = bullet_item(text)
        if item:
            yield Block("item", item)
        elif _is_bold(p) and is_heading_like(text):
            yield Block("heading", text, _BOLD_LEVEL)
        else:
            yield Block("paragraph", text)


def _text(p: etree._Element) -> str:
    """What a reader of the final version sees: insertions in, deletions, text boxes and note marks out."""
    pieces: list[str] = []
    stack = [p]
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED or element.tag == _FALLBACK:
            continue
        if element.tag == qn("w:t"):
            pieces.append(element.text or "")
        elif element.tag in _BREAKS and element.getparent().tag == qn("w:r"):
            pieces.append(_BREAKS[element.tag])
        stack.extend(reversed(element))
    return "".join(pieces)


def _is_bold(p: etree._Element) -> bool:
    runs = [r for r in p.iter(qn("w:r")) if any((t.text or "").strip() for t in r.iter(qn("w:t")))]
    return bool(runs) and all(
        (bold := r.find(f"{qn('w:rPr')}/{qn('w:b')}")) is not None and bold.get(qn("w:val"), "1") not in ("0", "false")
        for r in runs
    )
