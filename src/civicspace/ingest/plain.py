"""Plain text → blocks: where paragraphs, list items and headings begin where nothing marks them."""

import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from civicspace.ingest.block import BULLET, Block, Layout, ends_sentence, tidy
from civicspace.model.errors import ItemError

_BULLET = re.compile(r"\s*(?:[•●▪◦·‣⁃∙■□➢\uf0b7\uf0a7*]|[–—-](?=\s))\s*")
_NUMBER = re.compile(r"\s*(?:\d{1,2}[.)]|\([a-z0-9]{1,2}\)|[a-z]\))\s+")
_MARKDOWN = re.compile(r"(#{1,6})\s+(.+)")
_WIDEST_WRAP = 120  # characters; a file with longer lines is one paragraph a line
_HEADING_CHARACTERS = 120
_HEADING_WORDS = 16
_RULE = re.compile(r"[\W_]*")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes) -> str:
    """Bytes of an unnamed encoding as text; raises ``ItemError`` where they are none."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    best = from_bytes(data).best()
    if best is None:
        raise ItemError("the encoding of this text is not known: save it as UTF-8 and try again")
    return str(best)


def read_text(data: bytes) -> Layout:
    """Read plain text; headings have no levels."""
    blocks = list(_headed(_joined(decode(data))))
    return Layout(blocks, flat=True)


def is_heading_like(text: str) -> bool:
    """Whether a line may be a heading: short, no full stop, begins with a capital or a figure."""
    words = text.split()
    first = next((c for c in text if c.isalnum()), "")
    return (
        0 < len(words) <= _HEADING_WORDS
        and len(text) <= _HEADING_CHARACTERS
        and not first.islower()
        and any(c.isalpha() for c in text)
        and (not ends_sentence(text) or text.endswith("?"))
        and "://" not in text
    )


def bullet_item(line: str) -> str | None:
    """``line`` as a list item, its bullet made uniform; ``None`` where it is not one. Numbers stay."""
    if found := _BULLET.match(line):
        rest = line[found.end() :]
        return BULLET + tidy(rest) if rest.strip() and not line.lstrip().startswith("**") else None
    if _NUMBER.match(line):
        return tidy(line)
    return None


def _wrap_width(lines: list[str]) -> int:
    """At how many characters the lines were broken by hand or mailer; 0 where each line is a paragraph."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths or lengths[-1] > 2 * _WIDEST_WRAP:
        return 0
    width = lengths[int(len(lengths) * 0.98)] if len(lengths) > 50 else lengths[-1]
    full = sum(1 for n in lengths if n > width * 0.8)
    return width if width <= _WIDEST_WRAP and full * 3 >= len(lengths) else 0


def _joined(text: str) -> Iterator[Block | None]:
    """Blocks without headings; ``None`` stands for a blank line."""
    lines = re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", text)
    width = _wrap_width(lines)
    held: list[str] = []

    def flush() -> Iterator[Block]:
        if held:
            whole = " ".join(held)
            item = bullet_item(whole)
            plain = tidy(whole)
            held.clear()
            if plain and not _RULE.fullmatch(plain):
                yield Block("item", item) if item else Block("paragraph", plain)

    for line in lines:
        if not line.strip():
            yield from flush()
            yield None
            continue
        fits = bool(held) and width and len(held[-1].rstrip()) + 1 + len(line.split()[0]) > width
        if bullet_item(line) or not fits:
            yield from flush()
        held.append(line)
    yield from flush()


def _headed(parts: Iterator[Block | None]) -> Iterator[Block]:
    """Mark as headings the short lines with a blank line after them or before a longer paragraph."""
    found = list(parts)
    blocks = [(i, part) for i, part in enumerate(found) if part]
    for place, (i, block) in enumerate(blocks):
        if block.kind == "paragraph" and (marked := _MARKDOWN.fullmatch(block.text)):
            yield Block("heading", marked[2].rstrip(" #") or marked[2], len(marked[1]))
            continue
        following = blocks[place + 1][1] if place + 1 < len(blocks) else None
        alone = i + 1 < len(found) and found[i + 1] is None
        if (
            block.kind == "paragraph"
            and following is not None
            and is_heading_like(block.text)
            and alone
            and following.kind == "paragraph"
            and (ends_sentence(following.text) or is_heading_like(following.text))
        ):
            yield Block("heading", block.text, 1)
        else:
            yield block
