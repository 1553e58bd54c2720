"""What a reader makes of a file: blocks in reading order, and what the file says about itself."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

BULLET = "• "

_SPACE = re.compile(r"\s+")
# Soft hyphens, joiners, all marks that turn the direction of what follows, annotations, tags: none of them is seen,
# and each can make a name read otherwise than it is written.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_END = re.compile(r"[.!?:;,…。！？：；，؟؛،।։።](?:[\"'”’»)\]」』]*)$")


def tidy(text: str) -> str:
    """``text`` on one line: NFC, every white space a single blank, nothing invisible.

    Zero-width joiners between letters go too: they are set by word processors far more often than by writers of the
    scripts that need them, and a reading that differs by one makes two reports of one.
    """
    plain = _CONTROL.sub(" ", _UNSEEN.sub("", text))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", plain)).strip()


def ends_sentence(text: str) -> bool:
    """Whether ``text`` closes with punctuation that a heading does not have."""
    return bool(_END.search(text)) or text.endswith(("”", "’’"))


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item (its bullet in ``text``) or heading; ``level`` counts from 1, 0 is a title."""

    kind: Literal["paragraph", "item", "heading"]
    text: str
    level: int = 0


@dataclass(slots=True)
class Claims:
    """What the file says of itself outside of its text (meta tags, properties), strongest first in each list.

    The weak ones (properties that programs fill in unasked) count only where nothing else is found.
    """

    titles: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    weak_titles: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    weak_dates: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """A file as read. ``aside`` keeps what stands outside of the report: breadcrumbs, footnotes, embedded posts.

    ``flat`` is true where the format has no levels of headings (plain text), so that they are guessed.
    """

    blocks: list[Block]
    claims: Claims = field(default_factory=Claims)
    aside: list[str] = field(default_factory=list)
    flat: bool = False
