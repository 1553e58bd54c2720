"""Layout → Document: furniture lines set apart, text laid out, sections and what is known of the report filled in."""

import re

from civicspace.ingest.block import Block, Layout, ends_sentence
from civicspace.ingest.daytext import date_line, find_day
from civicspace.ingest.headings import freedoms_of, is_end, sections
from civicspace.ingest.htmlfurniture import furniture
from civicspace.ingest.known import Known
from civicspace.ingest.nation import find_country
from civicspace.ingest.period import find_period
from civicspace.ingest.plain import is_heading_like
from civicspace.ingest.publishers import find_publishers
from civicspace.ingest.tongue import find_language
from civicspace.model.document import Document, Section, digest
from civicspace.model.errors import ItemError

_URL_LINE = re.compile(
    r"(?:(?:url|source|link|available at|original|retrieved from)\s*:?\s*)?<?(https?://\S+?)>?", re.I
)
_TITLE_CHARACTERS = 250
_DATE_LINES = 6  # blocks from the title in which a line with a date is the report's own


def compose(layout: Layout, known: Known, *, data: bytes) -> Document:
    """The document of a file as read; raises ``ItemError`` where it holds no text."""
    blocks, url = _without_address(_without_furniture(layout))
    blocks = _with_title(blocks, layout)
    blocks, published = _without_date(blocks, layout)
    if not any(c.isalpha() for block in blocks for c in block.text):
        raise ItemError("there is no text in this file")
    title = next((b.text for b in blocks[:1] if b.kind == "heading" and b.level == 0), None)
    paragraphs = [b.text for b in blocks if b.kind != "heading"]
    text = "\n\n".join(block.text for block in blocks)
    claims = layout.claims
    title = title or next(iter([*claims.titles, *claims.weak_titles]), None)
    return Document.of(
        text,
        source_id=digest(data),
        title=known.title or title,
        url=known.url or next((u for u in claims.urls if u.startswith("http")), None) or url,
        language=known.language or find_language(text, claims.languages),
        country=known.country or find_country(title, text),
        published=known.published or published,
        period=known.period or find_period(title, paragraphs),
        publishers=known.publishers or find_publishers(paragraphs, claimed=claims.publishers, aside=layout.aside),
        sections=_sections(blocks),
    )


def _without_furniture(layout: Layout) -> list[Block]:
    """Blocks without breadcrumbs at the top, button words, and headings that nothing follows."""
    start = _crumbs(layout.blocks)
    layout.aside += [block.text for block in layout.blocks[:start]]
    kept: list[Block] = []
    for block in layout.blocks[start:]:
        if _is_furniture(block.text):
            layout.aside.append(block.text)
        else:
            kept.append(block)
    while len(kept) > 1 and kept[-1].kind == "heading" and kept[-1].level > 0:
        layout.aside.append(kept.pop().text)
    return kept


def _crumbs(blocks: list[Block]) -> int:
    """How many blocks from the top are a trail of breadcrumbs: short items, one of them "Home" or an arrow."""
    words = furniture()["lines"]
    count = 0
    while count < len(blocks) and blocks[count].kind == "item" and not ends_sentence(blocks[count].text):
        count += 1
    steps = [block.text.removeprefix("• ").strip().casefold() for block in blocks[:count]]
    follow = blocks[count].text.casefold() if count < len(blocks) else ""
    trail = any(step in words["crumbs"] or step in words["crumb_signs"] or step == follow for step in steps)
    if trail:
        return count
    first = blocks[0].text.casefold() if blocks else ""
    parts = [part.strip() for part in re.split("[>»›/→|]", first)]
    return 1 if len(parts) > 1 and parts[0] in words["crumbs"] and not ends_sentence(first) else 0


def _is_furniture(text: str) -> bool:
    words = furniture()["lines"]
    plain = text.removeprefix("• ").casefold().rstrip(" .:»›>!").strip()
    if not plain or plain in words["exact"]:
        return True
    short = len(text) < 160 and not (ends_sentence(text) and len(text) > 60)
    return short and plain.startswith(tuple(words["begins"])) and not re.search(r"[.!]$", text)


def _without_address(blocks: list[Block]) -> tuple[list[Block], str | None]:
    """Blocks without a line that is the report's own address, first or last, and that address."""
    for at in (len(blocks) - 1, 0, 1, 2):
        if 0 <= at < len(blocks) and (found := _URL_LINE.fullmatch(blocks[at].text.removeprefix("• "))):
            return blocks[:at] + blocks[at + 1 :], found[1]
    return blocks, None


def _with_title(blocks: list[Block], layout: Layout) -> list[Block]:
    """The title as a heading of level 0 at the top, where there is one."""
    if not blocks:
        return blocks
    for i, block in enumerate(blocks[:4]):
        if block.kind == "heading" and block.level == 0:
            return [block, *blocks[:i], *(b for j, b in enumerate(blocks[i + 1 :]) if j > 3 or b.text != block.text)]
    top = min((b.level for b in blocks if b.kind == "heading"), default=0)
    first = blocks[1] if len(blocks) > 2 and date_line(blocks[0].text) else blocks[0]
    short = len(first.text) <= _TITLE_CHARACTERS and len(first.text.split()) <= 35
    alone = sum(1 for b in blocks if b.kind == "heading" and b.level == top) == 1
    titled = is_heading_like(first.text) or (short and not re.search(r"[.;,:]$", first.text))
    marked = first.kind == "heading" and (layout.flat or alone or first.level <= top)
    if first.kind == "item" or len(blocks) < 2 or date_line(first.text):
        return blocks
    if (marked or (layout.flat and titled and short)) and not _is_section_heading(first.text):
        return [Block("heading", first.text, 0), *(b for b in blocks if b is not first)]
    return blocks


def _is_section_heading(text: str) -> bool:
    return is_end(text) or (len(text) < 40 and bool(freedoms_of(text)))


def _without_date(blocks: list[Block], layout: Layout) -> tuple[list[Block], str | None]:
    """Blocks without the date line under the title, and the day of publication, best source first.

    A day that the report prints under its title wins over meta tags: templates set those anew at each edit.
    """
    printed = None
    for i, block in enumerate(blocks[:_DATE_LINES]):
        if printed := date_line(block.text):
            blocks = blocks[:i] + blocks[i + 1 :]
            break
        if block.kind != "heading" and ends_sentence(block.text) and len(block.text) > 200:
            break
    claimed = [found[0] for value in layout.claims.dates if (found := find_day(value))]
    exact = [day for day in ([printed] if printed else []) + claimed if len(day) == 10]
    near = [found[0] for text in layout.aside[:12] if len(text) < 90 and (found := find_day(text))]
    weak = [found[0] for value in layout.claims.weak_dates if (found := find_day(value))]
    return blocks, next(iter([*exact, *([printed] if printed else []), *claimed, *near, *weak]), None)


def _sections(blocks: list[Block]) -> tuple[Section, ...]:
    found: list[tuple[str, int, int, int]] = []
    following: list[bool] = []
    at = 0
    for i, block in enumerate(blocks):
        end = at + len(block.text)
        if block.kind == "heading":
            found.append((block.text, block.level, at, end))
            following.append(i + 1 < len(blocks) and blocks[i + 1].kind == "heading")
        at = end + 2
    return sections(found, following)
