"""Places that a report names: countries, regions, towns, prisons, squares."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from civicspace.extract.bodies import Taken
from civicspace.extract.known_places import is_place
from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.names import Run, is_function_word, runs
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.parse import is_english_word
from civicspace.extract.people import own_words
from civicspace.extract.vocabulary import words
from civicspace.reference.countries import by_adjective
from civicspace.reference.place_words import kind_of
from civicspace.reference.places import find

_PLACE = frozenset({"GPE", "LOC", "FAC"})
_LOCATING = frozenset({"in", "at", "near", "from", "to", "outside", "across", "inside", "around", "into", "throughout"})


def _places(paragraph: Paragraph, taken: Taken, country: str | None) -> Iterator[tuple[Run, int, int]]:
    doc = paragraph.doc
    for run in runs(paragraph):
        start, end = run.tokens()
        if any((paragraph.index, t) in taken for t in range(start, end)) or not _may_be_place(run):
            continue
        generic = run.words[-1].lower in words("place_words") and len(run.words) > 1
        if generic or _is_labelled(doc[start:end]) or is_place(run.text, country=country) or _is_misspelt(run, country):
            if end < len(doc) and doc[end].lower_ in words("place_words") and not generic:
                end += 1
            yield run, start, end


def _is_misspelt(run: Run, country: str | None) -> bool:
    """Whether the recogniser's organisation of one word is a place in a spelling that the gazetteer forgives."""
    token = run.paragraph.doc[run.tokens()[0]]
    return len(run.words) == 1 and token.ent_type_ == "ORG" and find(run.text, country=country) is not None


def _may_be_place(run: Run) -> bool:
    lower = [w.lower for w in run.words]
    if all(is_function_word(w) for w in lower) or set(lower) & words("thing_words"):
        return False
    return by_adjective(run.text) is None and not (len(lower) == 1 and is_plain(run))


def is_plain(run: Run) -> bool:
    """Whether a single word is an English word that only begins a sentence or heading: "Police", "Many"."""
    token = run.paragraph.doc[run.tokens()[0]]
    return is_english_word(run.words[0].lower) and token.pos_ != "PROPN"


def _is_labelled(span: Span) -> bool:
    """Whether the recogniser sees a place, or a person where only a place can stand: "in Kyzylorda"."""
    labelled = [t for t in span if t.ent_type_ in _PLACE]
    located = span.start > 0 and span.doc[span.start - 1].lower_ in _LOCATING and span[0].ent_type_ == "PERSON"
    return 2 * len(labelled) > len(span) or located


def named(paragraphs: Iterable[Paragraph], taken: Taken, *, country: str | None = None) -> list[Actor]:
    """One actor for each place name, in order of first mention; "Mangystau region" covers both words."""
    found: dict[str, Actor] = {}
    for paragraph in paragraphs:
        for run, start, end in _places(paragraph, taken, country):
            text = own_words(run)
            following = paragraph.doc[end - 1].lower_
            whole = f"{text} {following}" if kind_of(following) == "subdivision" and end > run.tokens()[1] else text
            actor = found.setdefault(text.lower(), Actor("place", whole))
            if text != actor.name and text not in actor.aliases:
                actor.aliases.append(text)
            actor.mentions.append(ActorMention(paragraph.index, start, end))
    return list(found.values())
