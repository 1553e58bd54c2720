"""HTML → blocks: the report's own headings, paragraphs, list items and table rows, in reading order.

The page is first stripped of what says by its element, role or class that it is furniture (htmlfurniture), then cut
down to the element that holds the running text (htmlroot), then walked.
"""

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from civicspace.ingest import limits
from civicspace.ingest.block import Block, Layout, ends_sentence, tidy
from civicspace.ingest.htmlclaims import read_claims, site_free
from civicspace.ingest.htmlfurniture import is_link_list, strip_furniture
from civicspace.ingest.htmlroot import find_root
from civicspace.ingest.plain import bullet_item, decode, is_heading_like
from civicspace.model.errors import ItemError

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NOTE_MARK = re.compile(r"\[?\(?(?:\d{1,3}|[*†‡])\)?\]?")
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BOLD = {"b", "strong"}
_BOLD_LEVEL = 6  # a bold line stands below every marked heading
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "o:p", "q", "ruby", "s", "samp", "small", "span", "st1:place", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip


def decode_page(data: bytes, charset: str | None = None) -> str:
    """Bytes of a page as text: the encoding named by the server, the page, or found from the bytes."""
    named = _CHARSET.search(data[:4096])
    for name in (charset, named[1].decode("ascii", "replace") if named else None):
        try:
            if name and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
                return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return decode(data)


def read_html(data: bytes, *, charset: str | None = None) -> Layout:
    """Read a page; raises ``ItemError`` where it holds no text or is nested beyond reason."""
    text = _DECLARATION.sub("", decode_page(data, charset).replace("\0", ""))
    try:
        page: HtmlElement = document_fromstring(
            text, parser=HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ItemError("this page holds nothing that can be read: check that it is a saved web page") from error
    _check_depth(page)
    claims = read_claims(page)
    aside = strip_furniture(page)
    body = page.find("body")
    walker = _Walker(aside)
    walker.visit(find_root(body if body is not None else page))
    walker.flush()
    blocks = _titled(walker.blocks, claims.titles)
    return Layout(blocks, claims, aside)


def _check_depth(page: HtmlElement) -> None:
    depth = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.DEPTH:
            raise ItemError(f"this page nests elements more than {limits.DEPTH} deep: save its text and read that")


def _titled(blocks: list[Block], titles: list[str]) -> list[Block]:
    """Blocks from the title on: a heading that repeats it is moved to level 0, else the title is put first."""
    names = {site_free(title, titles).casefold(): None for title in titles}
    for i, block in enumerate(blocks[:12]):
        if block.kind == "heading" and (block.text.casefold() in names or block.level == 1):
            return [Block("heading", block.text, 0), *blocks[:i], *blocks[i + 1 :]]
    if not titles:
        return blocks
    return [Block("heading", site_free(titles[0], titles), 0), *blocks]


@dataclass(slots=True)
class _Walker:
    """Collects blocks; ``inline`` holds the pieces of the block under way, each with whether it is bold."""

    aside: list[str]
    blocks: list[Block] = field(default_factory=list)
    inline: list[tuple[str, bool]] = field(default_factory=list)
    mark: str = ""
    breaks: int = 0

    def flush(self, kind: int | None = None) -> None:
        """End the block under way; ``kind`` is a level for a heading, ``None`` for anything else."""
        text = tidy("".join(piece for piece, _ in self.inline))
        bold = all(is_bold for piece, is_bold in self.inline if piece.strip())
        self.inline.clear()
        self.breaks = 0
        if not any(c.isalnum() for c in text):
            return
        if kind is not None:
            self.blocks.append(Block("heading", text.rstrip("¶# "), kind))
        elif self.mark:
            item = bullet_item(text) if self.mark == "• " else None
            self.blocks.append(Block("item", item or self.mark + text))
            self.mark = ""
        elif bold and is_heading_like(text):
            self.blocks.append(Block("heading", text, _BOLD_LEVEL))
        else:
            item = bullet_item(text)
            self.blocks.append(Block("item", item) if item else Block("paragraph", text))

    def add(self, text: str | None, bold: bool) -> None:
        if text:
            if text.strip():
                self.breaks = 0
            self.inline.append((text, bold))

    def visit(self, element: HtmlElement, bold: bool = False) -> None:
        """Read an element and what it holds, not its tail."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _HEADINGS:
            self.flush()
            self.add(" ".join(_texts(element)), False)
            self.flush(_HEADINGS[tag])
        elif tag == "br":
            self._line_break()
        elif tag in {"ul", "ol", "menu"}:
            self.flush()
            self._list(element)
        elif tag == "table" and not _lays_out(element):
            self.flush()
            self._table(element)
        elif tag == "sup" and _NOTE_MARK.fullmatch(tidy(element.text_content())) and not _is_power(element):
            return
        elif tag in _INLINE:
            self._children(element, bold or tag in _BOLD or _styled_bold(element))
        else:
            self.flush()
            self._children(element, bold)
            self.flush()

    def _children(self, element: HtmlElement, bold: bool) -> None:
        self.add(element.text, bold)
        for child in element:
            self.visit(child, bold)
            self.add(child.tail, bold)

    def _line_break(self) -> None:
        """One break is a blank, two end the paragraph; a bold line before a break is a heading."""
        self.breaks += 1
        text = tidy("".join(piece for piece, _ in self.inline))
        bold = bool(text) and all(is_bold for piece, is_bold in self.inline if piece.strip())
        if self.breaks > 1 or (bold and is_heading_like(text)):
            self.flush()
        else:
            self.inline.append((" ", False))

    def _list(self, element: HtmlElement) -> None:
        if is_link_list(element):
            self.aside.append(tidy(element.text_content()))
            return
        start = element.get("start", "1")
        number = int(start) if start.isdigit() and len(start) < 6 else 1
        for child in element:
            if child.tag == "li":
                self.mark = f"{number}. " if element.tag == "ol" else "• "
                number += 1
                self._children(child, False)
                self.flush()
                self.mark = ""
            else:
                self.visit(child)
            if child.tail and child.tail.strip():
                self.add(child.tail, False)
                self.flush()

    def _table(self, element: HtmlElement) -> None:
        for row in element.iter("tr"):
            cells = [tidy(" ".join(_texts(cell))) for cell in row if cell.tag in {"td", "th"}]
            text = " | ".join(cell for cell in cells if cell)
            if any(c.isalnum() for c in text):
                self.blocks.append(Block("paragraph", text))


def _texts(element: HtmlElement) -> list[str]:
    """The text of an element in pieces, parted wherever a block or line ends, so that words do not run together."""
    pieces = [""]
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node is not element and node.tag not in _INLINE:
            pieces.append("")
        if event == "start":
            pieces[-1] += node.text or ""
        elif node is not element:
            pieces[-1] += node.tail or ""
    return pieces


def _styled_bold(element: HtmlElement) -> bool:
    return bool(re.search(r"font-weight:\s*(?:bold|[6-9]00)", element.get("style", ""), re.I))


def _is_power(element: HtmlElement) -> bool:
    """Whether a raised figure is an exponent ("km²"), not a note: it follows a unit of length at once."""
    before = element.getprevious()
    text = (before.tail if before is not None else element.getparent().text) or ""
    return bool(re.search(r"(?:\b|\d)(?:k?m|cm|ft|mi)$", text))


def _lays_out(table: HtmlElement) -> bool:
    """Whether a table carries a page's layout rather than data: its cells hold paragraphs, headings or lists."""
    holders = table.xpath(".//td[p or div or h1 or h2 or h3 or h4 or ul or ol or table or br]")
    if table.xpath(".//table"):
        return True
    long = [
        cell for cell in table.iter("td") if len(cell.text_content()) > 400 and ends_sentence(tidy(cell.text_content()))
    ]
    return bool(long) or len(holders) * 2 > len(table.xpath(".//td"))
