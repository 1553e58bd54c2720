"""The codebook: every word that the record uses, with what it means, in English, Russian and Kazakh.

The vocabularies are data: ``event_types.toml`` and ``terms.toml`` beside this file, in display order, with their
sources. ``codebook().event_types["detention"].label("ru")`` is "Задержание".
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["en", "ru", "kk"]
LANGUAGES: tuple[Language, ...] = ("en", "ru", "kk")


class Text(BaseModel):
    """The same words in three languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    en: str
    ru: str
    kk: str

    def in_language(self, tag: str) -> str:
        """The words in the language of a BCP 47 tag, in English where that is none of the three."""
        return str(getattr(self, tag.split("-")[0], self.en))


class Term(BaseModel):
    """One word of a vocabulary.

    ``positive`` is an invented sentence that it covers, ``negative`` one that it does not and why. ``crosswalk`` maps
    another vocabulary ("huridocs", "civicus", "sdg", "iccpr") to the codes there, in the words of their publishers.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    labels: Text
    definitions: Text
    positive: str
    negative: str
    crosswalk: Mapping[str, tuple[str, ...]] = {}

    def label(self, language: str = "en") -> str:
        """The name that people read."""
        return self.labels.in_language(language)

    def definition(self, language: str = "en") -> str:
        """What it covers, in a sentence."""
        return self.definitions.in_language(language)


class EventType(Term):
    """A type of event. ``freedom`` is the one that it is about by itself, ``valence`` how it bears on civic space."""

    group: str
    freedom: str | None = None
    valence: Literal["violation", "positive", "neutral"]


class Codebook(BaseModel):
    """The vocabularies, each from key to term in display order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    event_types: Mapping[str, EventType]
    groups: Mapping[str, Term]
    freedoms: Mapping[str, Term]
    valences: Mapping[str, Term]
    statuses: Mapping[str, Term]
    penalty_kinds: Mapping[str, Term]
    law_kinds: Mapping[str, Term]
    law_stages: Mapping[str, Term]
    custody_states: Mapping[str, Term]
    measures: Mapping[str, Term]
    qualifiers: Mapping[str, Term]

    def vocabulary(self, name: str) -> Mapping[str, Term]:
        """A vocabulary by the name of its field; raises ``KeyError`` where there is none."""
        if name not in type(self).model_fields:
            raise KeyError(f"{name!r} is not a vocabulary: {', '.join(type(self).model_fields)}")
        found: Mapping[str, Term] = getattr(self, name)
        return found


def _entry(key: str, fields: dict[str, Any]) -> dict[str, Any]:
    renamed = {"label": "labels", "definition": "definitions"}
    return {"key": key, **{renamed.get(name, name): value for name, value in fields.items()}}


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files(__name__) / name).read_text("utf-8"))


@cache
def codebook() -> Codebook:
    """The codebook, read once."""
    tables = {"event_types": _table("event_types.toml"), **_table("terms.toml")}
    return Codebook.model_validate(
        {name: {key: _entry(key, fields) for key, fields in table.items()} for name, table in tables.items()}
    )


def member(vocabulary: str) -> Callable[[str], str]:
    """A check for a field whose value is a key of a vocabulary; the check raises ``ValueError`` on any other."""

    def check(value: str) -> str:
        if value not in codebook().vocabulary(vocabulary):
            raise ValueError(f"{value!r} is not in the codebook's {vocabulary}")
        return value

    return check
