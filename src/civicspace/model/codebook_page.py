"""The codebook as a page of Markdown: ``docs/codebook.md`` is written by this and checked to be up to date."""

from collections.abc import Iterator, Mapping

from civicspace.model.codebook import Codebook, EventType, Term, codebook

_TITLES = {
    "statuses": "How a report tells an event",
    "penalty_kinds": "Kinds of penalty",
    "law_kinds": "Kinds of law",
    "law_stages": "Stages of a law",
    "custody_states": "States of custody",
    "measures": "Common measures of figures",
    "qualifiers": "Qualifiers of numbers",
    "freedoms": "Freedoms",
    "valences": "How an event bears on civic space",
}
_CROSSWALKS = {
    "huridocs": "HURIDOCS micro-thesauri",
    "civicus": "CIVICUS Monitor tag",
    "sdg": "SDG 16.10.1",
    "iccpr": "ICCPR article",
}
_INTRODUCTION = """\
# Codebook

The words that a record uses, and what each of them means. Keys stand in the record; labels are what people read, in
English, Russian and Kazakh. The example sentences are invented. A measure of a figure may also be in other words than
the ones below; every other value is one of these keys.

Crosswalks name the same or a near thing elsewhere: codes of the HURIDOCS micro-thesauri of 2001 (list:code, trailing
zeros dropped), tags seen on public pages of the CIVICUS Monitor, the acts that indicator 16.10.1 of the Sustainable
Development Goals counts, articles of the International Covenant on Civil and Political Rights. They are references and
not conversions: whether a detention is arbitrary, as 16.10.1 asks, is for people to decide."""


def render() -> str:
    """The whole page."""
    return "\n".join([_INTRODUCTION, *_event_types(codebook()), *_vocabularies(codebook())]).rstrip() + "\n"


def _event_types(book: Codebook) -> Iterator[str]:
    yield "\n## Event types"
    for group, heading in book.groups.items():
        yield f"\n### {heading.label()}\n\n{heading.definition()}"
        for term in book.event_types.values():
            if term.group == group:
                yield from _term(term, _bearing(book, term))


def _bearing(book: Codebook, term: EventType) -> str:
    freedom = f"; {book.freedoms[term.freedom].label()}" if term.freedom else ""
    return f"{book.valences[term.valence].label()}{freedom}"


def _vocabularies(book: Codebook) -> Iterator[str]:
    for name, title in _TITLES.items():
        yield f"\n## {title}"
        terms: Mapping[str, Term] = book.vocabulary(name)
        for term in terms.values():
            yield from _term(term, "")


def _term(term: Term, bearing: str) -> Iterator[str]:
    yield f"\n#### `{term.key}`: {term.label()}\n"
    yield f"{term.definition()}\n"
    yield f"- Yes: {term.positive}"
    yield f"- No: {term.negative}"
    if bearing:
        yield f"- Bearing: {bearing}"
    for vocabulary, codes in term.crosswalk.items():
        yield f"- {_CROSSWALKS[vocabulary]}: {', '.join(codes)}"
    yield f"- Русский: **{term.label('ru')}**. {term.definition('ru')}"
    yield f"- Қазақша: **{term.label('kk')}**. {term.definition('kk')}"
