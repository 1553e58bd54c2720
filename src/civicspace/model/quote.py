"""Exact words at exact offsets of one document's text."""

from pydantic import model_validator

from civicspace.model.base import Item


class Span(Item):
    """A stretch of ``document.text``: Unicode code points, end exclusive."""

    start: int
    end: int

    @model_validator(mode="after")
    def _forward(self) -> "Span":
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forward from 0 or later, not from {self.start} to {self.end}")
        return self


class Quote(Span):
    """Evidence: a span with the words that stand there."""

    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Quote":
        """Quote ``text[start:end]``; raises ``ValueError`` outside of the text."""
        if end > len(text):
            raise ValueError(f"the text ends at {len(text)}, the quote at {end}")
        return cls(start=start, end=end, quote=text[start:end])
