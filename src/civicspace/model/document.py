"""A report as read: its text, which never changes, and what is known about it."""

import hashlib

from civicspace.model.base import Item
from civicspace.model.edtf import Edtf


def digest(data: bytes) -> str:
    """Content id, ``sha256:`` and 64 hexadecimal digits."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


class Section(Item):
    """A heading and where it stands; ``freedom`` is a key of the codebook where the heading names one."""

    heading: str
    level: int
    freedom: str | None = None
    start: int
    end: int


class Document(Item):
    """One report. Paragraphs of ``text`` are separated by a blank line, white space is normalised."""

    id: str
    source_id: str | None = None
    title: str | None = None
    url: str | None = None
    language: str = "en"
    country: str | None = None
    published: Edtf | None = None
    period: Edtf | None = None
    publishers: tuple[str, ...] = ()
    text: str
    sections: tuple[Section, ...] = ()

    @classmethod
    def of(cls, text: str, **known: object) -> "Document":
        """A document of ``text`` with its content id."""
        return cls.model_validate({"id": digest(text.encode()), "text": text, **known})
