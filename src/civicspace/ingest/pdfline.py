"""One line of a PDF page, with where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Points from the lower left corner of the page; ``base`` is the base line, ``height`` the page's."""

    text: str
    page: int
    height: float
    left: float
    right: float
    base: float
    size: float
    bold: bool
