"""Lines of PDF pages → blocks: running heads dropped, lines joined, headings told by size and weight."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from civicspace.ingest.block import BULLET, Block, ends_sentence, tidy
from civicspace.ingest.pdfline import Line
from civicspace.ingest.plain import bullet_item, is_heading_like

_EDGE = 0.12  # of the page's height: where running heads, feet and page numbers stand
_HEADING_SIZE = 1.12  # of the body's
_NOTE_SIZE = 0.92
_GAP = 1.35  # of the usual distance between lines
_INDENT = 0.8  # of the size
_SHORT = 0.12  # of the column's width left free at the end of a paragraph's last line
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.|стр\.?)?\s*(?:\d{1,4}|[ivxlc]{1,6})\W*(?:(?:of|/|из)\s*\d{1,4})?\W*", re.I)
# What browsers print at the edges of a page: "11/24/26, 2:52 AM  Title" above, the address and "1/3" below.
_PRINTED = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?\b.*|(?:https?|file)://\S+(?: \d+/\d+)?", re.I
)
_NOTE = re.compile(r"\s*\[?\d{1,3}[\].)]?\s*\S")
_ONLY_BULLET = re.compile(r"\s*(?:[•●▪◦·‣⁃∙■□➢\uf0b7\uf0a7*–-]|\d{1,2}[.)]|o)\s*")
_HYPHEN = ("\ufffe", "\u00ad")


def flow(pages: list[list[Line]]) -> tuple[list[Block], list[str]]:
    """Blocks in reading order, and what was set apart: running heads and notes."""
    aside: list[str] = []
    body = _body_size(pages)
    furniture = _running(pages)
    kept: list[Line] = []
    for lines in pages:
        shown = [line for line in lines if (_key(line), _edge(line)) not in furniture and not _is_of_the_print(line)]
        aside += [tidy(line.text) for line in lines if line not in shown]
        notes = _notes(shown, body)
        aside += [tidy(line.text) for line in notes]
        kept += [line for line in shown if line not in notes]
    levels = _levels(kept, body)
    return list(_blocks(_with_bullets(kept), levels=levels, body=body)), aside


def _body_size(pages: list[list[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda s: (sizes[s], s)) if sizes else 0.0


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", tidy(line.text).casefold())


def _edge(line: Line) -> str:
    if line.base > line.height * (1 - _EDGE):
        return "head"
    return "foot" if line.base < line.height * _EDGE else ""


def _running(pages: list[list[Line]]) -> set[tuple[str, str]]:
    """Lines at the same edge of many pages, figures aside."""
    seen = Counter(key for lines in pages for key in {(_key(line), _edge(line)) for line in lines if _edge(line)})
    return {key for key, count in seen.items() if count >= 2 and count * 3 >= len(pages)}


def _is_of_the_print(line: Line) -> bool:
    """Whether a line at the edge is a page number or what a browser prints there."""
    text = tidy(line.text)
    return bool(_edge(line)) and bool(_PAGE_NUMBER.fullmatch(text) or _PRINTED.fullmatch(text))


def _notes(lines: list[Line], body: float) -> list[Line]:
    """The small print at the foot of a page from the first line that begins with a number."""
    start = len(lines)
    while start and lines[start - 1].size < _NOTE_SIZE * body and lines[start - 1].base < lines[start - 1].height / 2:
        start -= 1
    for i in range(start, len(lines)):
        if _NOTE.match(lines[i].text):
            return lines[i:]
    return []


def _levels(lines: list[Line], body: float) -> dict[float, int]:
    """Heading level of each size above the body's, the largest 1."""
    sizes = sorted({line.size for line in lines if line.size >= _HEADING_SIZE * body}, reverse=True)
    return {size: min(6, i + 1) for i, size in enumerate(sizes)}


def _with_bullets(lines: list[Line]) -> list[Line]:
    """A bullet that stands as a line of its own is put before the next line at the same height."""
    joined: list[Line] = []
    held: Line | None = None
    for line in lines:
        if _ONLY_BULLET.fullmatch(line.text):
            held = line
            continue
        if held is not None and held.page == line.page and abs(held.base - line.base) < line.size:
            mark = BULLET if not held.text.strip()[0].isdigit() else held.text.strip() + " "
            line = Line(mark + line.text.lstrip(), line.page, line.height, held.left, line.right, line.base,
                        line.size, line.bold)  # fmt: skip
        held = None
        joined.append(line)
    return joined


def _blocks(lines: list[Line], *, levels: dict[float, int], body: float) -> Iterator[Block]:
    pitch = _pitch(lines, body)
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    group: list[Line] = []
    for line in lines:
        if group and _begins(group, line, pitch=pitch, lines=pages[line.page]):
            yield from _block(group, levels)
            group = []
        group.append(line)
    yield from _block(group, levels)


def _pitch(lines: list[Line], body: float) -> float:
    """The usual distance between base lines of the body, points."""
    steps = Counter(
        round(a.base - b.base, 1)
        for a, b in pairwise(lines)
        if a.page == b.page and a.size == b.size == body and 0 < a.base - b.base < 3 * body
    )
    return max(steps, key=lambda s: (steps[s], -s)) if steps else body * 1.2


def _begins(group: list[Line], line: Line, *, pitch: float, lines: list[Line]) -> bool:
    """Whether ``line`` begins a new block after those of ``group``; ``lines`` are those of its page."""
    last = group[-1]
    if bullet_item(line.text) and (line.left <= group[0].left + line.size or ends_sentence(last.text.strip())):
        return True
    if abs(line.size - last.size) > 0.6 or (line.bold != last.bold and (line.bold or _all_bold(group))):
        return not (line.size == last.size and last.text.rstrip()[-1:].islower() and not _all_bold(group))
    step = last.base - line.base
    moved = line.page != last.page or step < -last.size
    if moved:
        return (ends_sentence(last.text.strip()) and not _fills(last, group)) or ends_sentence(last.text.strip())
    usual = max(pitch, last.size * 1.1) if last.size > 0 else pitch
    if step > usual * _GAP:
        return True
    if step < 0.3 * last.size:  # further along the same line
        return False
    indented = line.left > last.left + _INDENT * line.size and not bullet_item(group[0].text)
    return ends_sentence(last.text.strip()) and (indented or not _fills(last, lines_near(line, lines)))


def lines_near(line: Line, lines: list[Line]) -> list[Line]:
    """Those of a page's lines that begin at about the same place: the column."""
    return [o for o in lines if abs(o.left - line.left) < 4 * line.size]


def _all_bold(group: list[Line]) -> bool:
    return all(line.bold for line in group)


def _fills(line: Line, column: list[Line]) -> bool:
    """Whether a line runs to the column's right edge."""
    left, right = min(o.left for o in column), max(o.right for o in column)
    return right - line.right < _SHORT * (right - left)


def _block(group: list[Line], levels: dict[float, int]) -> Iterator[Block]:
    text = tidy(_join(group))
    if not any(c.isalnum() for c in text):
        return
    item = bullet_item(text)
    level = levels.get(group[0].size)
    if level and len(text) < 250 and (not ends_sentence(text) or level == 1):
        yield Block("heading", text, level)
    elif item:
        yield Block("item", item)
    elif _all_bold(group) and is_heading_like(text):
        yield Block("heading", text, 6)
    else:
        yield Block("paragraph", text)


def _join(group: list[Line]) -> str:
    """Lines as one; a hyphen that the typesetter set is taken out, one that the word has stays."""
    text = ""
    for line in group:
        new = line.text.strip(" \t\u00a0")
        if text.endswith(_HYPHEN):
            text = text[:-1] + new
        elif text.endswith("-") and len(text) > 1 and text[-2].isalpha() and new[:1].islower():
            text += new
        else:
            text = f"{text} {new}" if text else new
    return text
