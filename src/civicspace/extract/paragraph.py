"""A paragraph as the parser sees it, with the way back to the document's own offsets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Doc, Span, Token

from civicspace.model.document import Section
from civicspace.model.quote import Quote
from civicspace.text.offsets import OffsetMap

_TEXT = "civicspace.text"
Found = TypeVar("Found")


def text_of(doc: Doc) -> str:
    """``doc.text``, put together once: spaCy joins it anew from the tokens each time, a third of all reading."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def keep_text(doc: Doc, text: str) -> None:
    """Let :func:`text_of` give ``text``, from which ``doc`` was parsed: spaCy's tokens leave no character out."""
    doc.user_data[_TEXT] = text


def once(doc: Doc, read: Callable[[str], Iterable[Found]]) -> tuple[Found, ...]:
    """What ``read`` finds in the text of ``doc``; found once and kept with the parse, as several extractors ask."""
    key = f"{_TEXT}.{read.__module__}.{read.__qualname__}"
    found: tuple[Found, ...] | None = doc.user_data.get(key)
    if found is None:
        found = doc.user_data[key] = tuple(read(text_of(doc)))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """One paragraph: ``doc`` is the parse of its reading copy, ``offsets`` leads back to the document.

    ``index`` counts the paragraphs of the document, ``base`` is where this one begins in the reading copy of the
    whole; ``source`` is the document's text, ``section`` the heading that the paragraph stands under.
    """

    index: int
    doc: Doc
    offsets: OffsetMap
    base: int
    source: str
    section: Section | None = None
    heading: bool = False
    bullet: bool = False

    @property
    def text(self) -> str:
        """The words of the reading copy, which token and character offsets of ``doc`` count in."""
        return text_of(self.doc)

    def where(self, start: int, end: int) -> tuple[int, int]:
        """Characters ``start`` to ``end`` of ``doc.text`` as offsets of the document's text."""
        return self.offsets.span(self.base + start, self.base + end)

    def quote(self, words: Span | Token) -> Quote:
        """The document's own words for a stretch of this paragraph's parse."""
        first = words if isinstance(words, Token) else words[0]
        last = words if isinstance(words, Token) else words[-1]
        start, end = self.where(first.idx, last.idx + len(last))
        return Quote.of(self.source, start, end)
