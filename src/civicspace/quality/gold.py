"""Annotated reports: what a careful reader would put on record, by gold/GUIDELINES.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from civicspace.model.edtf import Edtf
from civicspace.model.errors import RunError


class _Annotation(BaseModel):
    """Frozen. A slot that the annotator left out makes no demand; notes beside the known slots are let be."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldPerson(_Annotation):
    name: str
    description: str | None = None


class GoldGroup(_Annotation):
    words: str | None = None
    min: int | None = None
    max: int | None = None
    qualifier: str | None = None


class GoldCharge(_Annotation):
    article: str | None = None
    code: str | None = None
    offence: str | None = None


class GoldPenalty(_Annotation):
    kind: str | None = None
    duration: str | None = None
    amount: float | None = None
    currency: str | None = None
    max: bool | None = None


class GoldEvent(_Annotation):
    """``who`` and ``by`` hold names; ``quote`` is verbatim from the report."""

    type: str
    who: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    group: GoldGroup | None = None
    date: Edtf | None = None
    place: str | None = None
    charges: tuple[GoldCharge, ...] = ()
    penalty: GoldPenalty | None = None
    status: str = "reported"
    attributed_to: str | None = None
    quote: str


class GoldFigure(_Annotation):
    measure: str
    min: int | None = None
    max: int | None = None
    qualifier: str | None = None
    scope: str | None = None
    as_of: Edtf | None = None
    attributed_to: str | None = None
    quote: str


class GoldLaw(_Annotation):
    title: str
    kind: str | None = None
    stage: str
    date: Edtf | None = None
    quote: str


class GoldCustody(_Annotation):
    person: str
    status: str
    as_of: Edtf | None = None
    until: Edtf | None = None


class Gold(_Annotation):
    """The annotation of one report."""

    report: str
    country: str | None = None
    published: Edtf | None = None
    period: Edtf | None = None
    publishers: tuple[str, ...] = ()
    people: tuple[GoldPerson, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    laws: tuple[GoldLaw, ...] = ()
    custody: tuple[GoldCustody, ...] = ()

    def known(self) -> dict[str, Any]:
        """What the annotation says about the report itself."""
        given = {"country": self.country, "published": self.published, "period": self.period}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report's text file with its annotation."""

    path: Path
    gold: Gold

    @property
    def name(self) -> str:
        """``NAME`` of ``NAME.txt`` and ``NAME.json``."""
        return self.path.stem


def load(path: Path) -> Gold:
    """Read one annotation; raises ``RunError`` naming the file where it is not one."""
    try:
        return Gold.model_validate_json(path.read_bytes())
    except OSError as error:
        raise RunError(f"{path}: {error.strerror}") from error
    except ValidationError as error:
        raise RunError(f"{path} is not an annotation: {error}") from error


def load_all(folder: Path) -> Iterator[Annotated]:
    """Every ``NAME.json`` of a folder that has its ``NAME.txt``, by name."""
    for text in sorted(folder.glob("*.txt")):
        annotation = text.with_suffix(".json")
        if annotation.exists():
            yield Annotated(text, load(annotation))
