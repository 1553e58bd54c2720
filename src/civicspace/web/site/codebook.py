"""The codebook as a page: its vocabularies with headings in the language of the page."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from civicspace.model.codebook import Term, codebook
from civicspace.web.site.labels import language


@dataclass(frozen=True, slots=True)
class Entry:
    key: str
    label: str
    definition: str
    positive: str
    negative: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    name: str
    title: str
    terms: tuple[Entry, ...]


def _entries(terms: Mapping[str, Term]) -> tuple[Entry, ...]:
    tag = language()
    return tuple(
        Entry(key, term.label(tag), term.definition(tag), term.positive, term.negative) for key, term in terms.items()
    )


def vocabularies() -> list[Vocabulary]:
    """Event types by their group first, then the smaller vocabularies."""
    book = codebook()
    groups = [
        Vocabulary(
            f"events-{key}",
            gettext("Events: %(group)s") % {"group": group.label(language())},
            _entries({k: e for k, e in book.event_types.items() if e.group == key}),
        )
        for key, group in book.groups.items()
    ]
    rest = (
        ("statuses", gettext("How it is told")),
        ("freedoms", gettext("Freedoms")),
        ("valences", gettext("How it bears on civic space")),
        ("penalty_kinds", gettext("Penalties")),
        ("law_kinds", gettext("Kinds of law")),
        ("law_stages", gettext("Stages of a law")),
        ("custody_states", gettext("Liberty")),
        ("measures", gettext("What is counted")),
        ("qualifiers", gettext("How exact a count is")),
    )
    return [*groups, *(Vocabulary(name, title, _entries(book.vocabulary(name))) for name, title in rest)]
